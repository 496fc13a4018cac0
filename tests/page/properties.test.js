// Tests of what a script can ask of the element, and what the element tells.
import assert from "node:assert/strict";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { attributes } from "../../web/element/attributes.js";
import { inEveryBrowser } from "./site.js";

const notes = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Course notes</title>
  <link rel="icon" href="data:," />
  <rnn-params input="64" layers="LSTM(32)"></rnn-params>
  <script type="module" src="./notes.js"></script>
</html>
`;
/** Listens before the element is defined. */
const script = `window.told = [];
for (const name of ["ready", "change", "error"])
  document.addEventListener("rnn-params-" + name, ({ detail }) => window.told.push([name, detail?.kind ?? detail?.query ?? ""]));
import("./rnn-params.js");
`;
const files = async (/** @type {string} */ folder) => {
  await writeFile(join(folder, "notes.html"), notes);
  await writeFile(join(folder, "notes.js"), script);
};

inEveryBrowser((site) => {
  let url = "";

  before(async () => {
    url = await site.variant(files);
  });

  async function open() {
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".foot .rest")));
    return page;
  }

  test("the total is a BigInt, there at once, and undefined where there is none", async () => {
    const page = await open();
    const seen = await page.evaluateOn("rnn-params", (element) => {
      const totals = [];
      for (const [input, layers] of [
        ["64", "LSTM(32)"],
        ["10", "LSTM(7)"],
        ["10", "LSTM(0)"],
        ["9007199254740991", "RNN(1)"],
      ]) {
        Object.assign(element, { input, layers });
        totals.push([typeof element.total, String(element.total)]);
      }
      return totals;
    });
    assert.deepEqual(seen, [
      ["bigint", "12416"],
      ["bigint", "504"],
      ["undefined", "undefined"],
      ["bigint", "9007199254740993"],
    ]);
  });

  test("a script's element has a total before it is painted, and before it is anywhere", async () => {
    const page = await open();
    const total = await page.evaluate(async () => {
      const element = /** @type {any} */ (document.createElement("rnn-params"));
      Object.assign(element, { framework: "pytorch", input: "64", layers: "LSTM(32)" });
      const text = await element.toText();
      document.body.append(element);
      await new Promise((resolve) => element.addEventListener("rnn-params-ready", resolve));
      return [/12,?544/.test(text), String(element.total), element.answer.layers.length];
    });
    assert.deepEqual(total, [true, "12544", 1]);
  });

  test("the derivation as text, LaTeX, Markdown, MathML, and the picture as SVG", async () => {
    const page = await open();
    const taken = await page.evaluateOn("rnn-params", async (element) => {
      const { input, layers } = element;
      const formats = await Promise.all(["toText", "toLatex", "toMarkdown", "toMathML"].map((name) => element[name]()));
      const svg = await element.toSvg();
      Object.assign(element, { layers: "LSTM(0)" });
      const none = await Promise.all(
        ["toText", "toLatex", "toMarkdown", "toMathML", "toSvg"].map((name) => element[name]()),
      );
      Object.assign(element, { input, layers });
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      const texts = [...parsed.querySelectorAll("text")].map((text) => text.textContent);
      const fills = [...parsed.querySelectorAll("rect")].map((rect) => rect.getAttribute("fill"));
      return {
        formats,
        none,
        root: parsed.documentElement.localName,
        texts,
        fills,
        held: element.shadowRoot.querySelectorAll("figure").length,
      };
    });
    const [text, latex, markdown, mathml] = taken.formats;
    assert.match(text, /^LSTM, 64 → 32.*12,416 parameters/s);
    assert.match(text, /What each unit reads.*= 32 \+ 64 \+ 1 = 97/s);
    assert.match(latex, /\[\(32 \+ 64 \+ 1\) \\times 32\] \\times 4/);
    assert.match(markdown, /^\$\$\n[^=].*\\times/m);
    assert.doesNotMatch(markdown, /^\$\$\n=/m);
    assert.match(mathml, /<math.*<mn>97<\/mn>/s);
    assert.deepEqual(taken.none, ["", "", "", "", ""]);
    assert.equal(taken.root, "svg");
    assert.ok(taken.texts.includes("97") && taken.texts.includes("forget 3,104"), `${taken.texts}`);
    assert.ok(
      taken.fills.length > 7 && taken.fills.every((fill) => /^(none|url\(.*\)|#[0-9a-f]{6,8})$/.test(fill ?? "")),
      `${taken.fills}`,
    );
    assert.equal(taken.held, 0, "nothing of it stays in the element");
  });

  test("a property takes what frameworks bind, at any time, and the shown count follows", async () => {
    const page = await open();
    const seen = await page.evaluateOn(
      "rnn-params",
      async (element, names) => {
        /** @type {string[]} */
        const refused = [];
        addEventListener("unhandledrejection", (event) => refused.push(String(event.reason)));
        // Values cross to here as JSON, which has no bigint, undefined or NaN.
        const values = [
          64,
          64n,
          0,
          -1,
          1.5,
          Number.NaN,
          1e21,
          2n ** 70n,
          null,
          undefined,
          true,
          false,
          "",
          "64",
          [],
          ["a", "b"],
        ];
        const texts = [
          "64",
          "64",
          "0",
          "-1",
          "1.5",
          "NaN",
          "1e+21",
          String(2n ** 70n),
          "",
          "",
          "",
          "",
          "",
          "64",
          "",
          "a,b",
        ];
        /** A step is presented, or none: what is no step is none. */
        const presented = ["64", "64", "", "", "", "", "", "", "", "", "1", "", "", "64", "", ""];
        const shown = async () => {
          await element.updateComplete;
          return element.shadowRoot.querySelector(".total b").textContent;
        };
        const others = ["query", "sections", "messages"];
        const fresh = {
          framework: "",
          input: "64",
          timesteps: "",
          layers: "LSTM(32)",
          controls: "",
          steps: "",
          compare: "",
          fade: "",
          present: "",
          theme: "",
        };
        const wrong = [];
        for (const name of [...names, ...others])
          for (const [place, value] of values.entries()) {
            const what = `${name} = ${typeof value} ${value}`;
            try {
              element[name] = value;
              await element.updateComplete;
              const taken = (name === "present" ? presented : texts)[place];
              if (!others.includes(name) && element[name] !== taken) wrong.push(`${what}: ${element[name]}`);
              if (!others.includes(name) && (element.getAttribute(name) ?? "") !== taken)
                wrong.push(`${what}: the attribute ${element.getAttribute(name)}`);
              const total = element.total === undefined ? "" : element.total.toLocaleString("en");
              const says = await shown();
              if (
                says !== total &&
                !(["fade", "present"].includes(name) && says === "?") &&
                !(total === "" && says === "no total yet")
              )
                wrong.push(`${what}: ${total} is shown as ${says}`);
            } catch (error) {
              wrong.push(`${what}: ${error}`);
            }
            element.messages = undefined;
            Object.assign(element, fresh);
            if ((await shown()) !== "12,416") wrong.push(`after ${what}: ${await shown()}`);
          }
        await new Promise((resolve) => setTimeout(resolve));
        element.input = 10;
        return { wrong, refused, total: await shown() };
      },
      attributes.flatMap((row) => ("property" in row ? [] : [row.name])),
    );
    assert.deepEqual(seen, { wrong: [], refused: [], total: "5,504" });
  });

  test("what a framework set before the element was defined is there too", async () => {
    const page = await open();
    const seen = await page.evaluate(async () => {
      const made = document.createElement("rnn-params-later");
      Object.assign(made, { input: 64, layers: "LSTM(32)", fade: 2, controls: null, theme: undefined });
      document.body.append(made);
      const Element = /** @type {any} */ (customElements.get("rnn-params"));
      customElements.define("rnn-params-later", class extends Element {});
      await new Promise((resolve) => {
        const look = () =>
          made.shadowRoot?.querySelectorAll(".blank").length === 2 ? resolve(true) : setTimeout(look, 20);
        look();
      });
      return [made.getAttribute("input"), made.getAttribute("fade"), made.getAttribute("controls")];
    });
    assert.deepEqual(seen, ["64", "2", null]);
  });

  test("it tells when it is ready and what a reader changes", async () => {
    const page = await open();
    await page.fill("rnn-params >>> #input", "7");
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), [
      ["ready", ""],
      ["change", "input=7&layers=LSTM(32)"],
    ]);
  });

  test("it tells that it can't count", async () => {
    const broken = await site.variant(async (folder) => {
      await files(folder);
      for (const name of await readdir(join(folder, "assets")))
        if (name.endsWith(".wasm")) await rm(join(folder, "assets", name));
    });
    const page = await site.page();
    await page.goto(`${broken}notes.html`);
    await page.waitFor(() => /** @type {any} */ (window).told?.length > 0);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), [["error", "missing"]]);
    await site.complaints(page); // the missing file
  });
});
