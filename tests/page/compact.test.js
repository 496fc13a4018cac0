// Tests of the element as course notes embed it: how much of itself it shows, and that it fits in.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { axe } from "./axe.js";
import { inEveryBrowser, rested } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const notes = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Course notes</title>
  <link rel="icon" href="data:," />
  <main>
  <h1>Course notes</h1>
  <rnn-params id="plain" input="64" layers="LSTM(32)"></rnn-params>
  <rnn-params id="figure" controls="none" framework="keras" input="10" layers="GRU(7)"></rnn-params>
  <p>The layer <rnn-params id="line" steps="line" input="64" layers="LSTM(32)"></rnn-params> has one line.</p>
  <rnn-params id="short" steps="none" compare="none" framework="pytorch" input="10" layers="LSTM(7), Bidirectional(GRU(3))"></rnn-params>
  <rnn-params id="stack" compare="none" framework="pytorch" input="10" layers="LSTM(7, num_layers=2, bidirectional=true)"></rnn-params>
  <rnn-params id="whole" controls="all" steps="none" compare="none" input="64" layers="LSTM(32)"></rnn-params>
  <rnn-params id="unknown" controls="everything" steps="some" compare="maybe" theme="pink" input="64" layers="LSTM(32)"></rnn-params>
  <rnn-params id="dark" theme="dark" input="64" layers="LSTM(32)"></rnn-params>
  <rnn-params id="blanks" fade="2" input="64" layers="LSTM(32)"></rnn-params>
  <rnn-params id="wrong" framework="kears" input="0" layers="LTSM(3)"></rnn-params>
  <rnn-params id="wrong-figure" controls="none" input="64" layers="LSTM(1.5)"></rnn-params>
  </main>
  <script type="module" src="./rnn-params.js"></script>
</html>
`;

/**
 * What an element shows, as a reader goes through it. Runs in the page.
 * @param {any} element
 */
async function shown(element) {
  await element.updateComplete;
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const clean = (/** @type {Element | null} */ node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  const all = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)].map(clean);
  return {
    name: clean(root.querySelector(".name")),
    total: clean(root.querySelector(".total b")),
    fields: [...root.querySelectorAll("input")].map(({ id, value }) => `${id}: ${value}`),
    steps: all(".step"),
    differences: all(".difference > p"),
    wrong: all(".wrong"),
    headings: root.querySelectorAll("h1, h2, h3, h4, h5, h6").length,
  };
}

inEveryBrowser((site) => {
  let url = "";

  before(async () => {
    url = await site.variant((folder) => writeFile(join(folder, "notes.html"), notes));
  });

  /** The page of notes, with every element whole. @param {import("./browsers.js").PageOptions} [options] */
  async function open(options) {
    const page = await site.page(options);
    await page.goto(`${url}notes.html`);
    await page.waitFor(() =>
      [...document.querySelectorAll("rnn-params")].every((one) => one.shadowRoot?.querySelector(".rest, .line")),
    );
    return page;
  }

  test("by default: the two sizes, the total, the steps in short, and who differs", async () => {
    const page = await open();
    const seen = await page.evaluateOn("#plain", shown);
    assert.deepEqual(seen, {
      name: "LSTM, 64 → 32",
      total: "12,416",
      fields: ["input: 64", "layer-0-units: 32"],
      steps: [
        "Four weight matrices 3 + 1 = 4",
        "What each unit reads 32 + 64 + 1 = 97",
        "One matrix 97 × 32 = 3,104",
        "All four 3,104 × 4 = 12,416",
      ],
      differences: ["PyTorch prints 12,544, 128 more: a second bias, 32 units × 4 matrices."],
      wrong: [],
      headings: 0,
    });
    await page.fill("#plain >>> #input", "10");
    await page.fill("#plain >>> #layer-0-units", "7");
    const { total, steps } = await page.evaluateOn("#plain", shown);
    assert.deepEqual([total, steps.at(-1)], ["504", "All four 126 × 4 = 504"]);
  });

  test("what an attribute says that is not known is the default", async () => {
    const page = await open();
    const [plain, unknown] = [await page.evaluateOn("#plain", shown), await page.evaluateOn("#unknown", shown)];
    assert.deepEqual(unknown, plain);
  });

  test("a figure has nothing to operate but its links and questions", async () => {
    const page = await open();
    const seen = await page.evaluateOn("#figure", shown);
    assert.deepEqual([seen.total, seen.fields, seen.steps.length], ["399", [], 4]);
    const operable = await page.evaluateOn(
      "#figure",
      (element) => element.shadowRoot.querySelectorAll("input, select, textarea, button").length,
    );
    assert.equal(operable, 0);
  });

  test("a line stands in its sentence, and has its steps one click away", async () => {
    const page = await open();
    const seen = await page.evaluateOn("#line", (element) => {
      const line = element.shadowRoot.querySelector(".line");
      const before = element.previousSibling;
      const range = document.createRange();
      range.selectNode(before);
      return {
        text: line.textContent.replace(/\s+/g, " ").trim(),
        display: getComputedStyle(element).display,
        beside: Math.abs(range.getClientRects()[0].bottom - line.getClientRects()[0].bottom) < 12,
      };
    });
    assert.deepEqual(seen, {
      text: "LSTM, 64 → 32: [(32 + 64 + 1) × 32] × 4 = 12,416 Steps Open",
      display: "inline",
      beside: true,
    });
    await page.click("#line >>> button");
    const opened = await page.evaluateOn("#line", shown);
    assert.deepEqual([opened.steps.length, opened.total], [4, "12,416"]);
  });

  test("without steps and without others: a form and a total", async () => {
    const page = await open();
    assert.deepEqual(await page.evaluateOn("#short", shown), {
      name: "LSTM + bidirectional GRU, 10 → 7 → 3 + 3",
      total: "748",
      fields: ["input: 10", "layer-0-units: 7", "layer-1-units: 3"],
      steps: [],
      differences: [],
      wrong: [],
      headings: 0,
    });
    const { total, differences, steps } = await page.evaluateOn("#stack", shown);
    assert.deepEqual([total, differences, steps.at(-1)], ["2,352", [], "Add up the layers 1,064 + 1,288 = 2,352"]);
  });

  test("the whole form, without steps and without others", async () => {
    const page = await open();
    const seen = await page.evaluateOn("#whole", shown);
    assert.deepEqual([seen.total, seen.steps, seen.differences], ["12,416", [], []]);
    const parts = await page.evaluateOn("#whole", (element) =>
      ["#framework", ".add", ".whole", ".picture", "details.more"].map(
        (part) => element.shadowRoot.querySelectorAll(part).length,
      ),
    );
    assert.deepEqual(parts, [1, 1, 1, 1, 2], "two sections: the tensors and the code");
  });

  test("what is wrong is said, at its field or above the total, with its repair", async () => {
    const page = await open();
    const { total, wrong } = await page.evaluateOn("#wrong", shown);
    assert.equal(total, "no total yet");
    assert.equal(wrong.length, 3);
    assert.match(wrong.join("\n"), /at least 1 feature.*kears.*LTSM/s);
    assert.deepEqual((await page.evaluateOn("#wrong-figure", shown)).wrong, [
      "Units come whole. You typed 1.5. Use 1 Use 2",
    ]);
    await page.click("#wrong-figure >>> .fix");
    await page.waitFor(() => document.querySelector("#wrong-figure")?.getAttribute("layers") === "LSTM(1)");
  });

  test("blanks are filled in here too, and steps presented", async () => {
    const page = await open();
    const blanks = () =>
      page.evaluateOn("#blanks", (element) => element.shadowRoot.querySelectorAll(".blank:not([readonly])").length);
    assert.equal(await blanks(), 2);
    await page.fill("#blanks >>> .blank", "3104");
    await rested(page);
    assert.equal(await blanks(), 1);
    await page.focus("#plain >>> summary");
    await page.press("n");
    const shown = await page.evaluateOn("#plain", (element) =>
      [...element.shadowRoot.querySelectorAll(".step")].map((one) => one.checkVisibility({ visibilityProperty: true })),
    );
    if (site.engine !== "webkit") assert.equal(shown.filter(Boolean).length, 1);
  });

  test("a widget leads to the whole page with its model, in a new tab", async () => {
    const page = await open();
    const [href, target] = await page.evaluateOn("#stack >>> .open", (link) => [link.href, link.target]);
    assert.equal(href, `${url}index.html?framework=pytorch&input=10&layers=LSTM(7,+num_layers=2,+bidirectional=true)`);
    assert.equal(target, "_blank");
    const whole = await site.page();
    await whole.goto(href);
    await whole.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "2,352",
    );
  });

  test("theme, and a host's own colours and parts", async () => {
    const page = await open();
    const look = () =>
      page.evaluateOn("#dark", (element) => {
        const widget = element.shadowRoot.querySelector(".widget");
        const { colorScheme } = getComputedStyle(element);
        return [
          colorScheme,
          getComputedStyle(widget).backgroundColor,
          getComputedStyle(widget.querySelector(".total")).fontStyle,
        ];
      });
    assert.deepEqual(await look(), ["dark", "rgb(23, 25, 28)", "normal"]);
    await page.evaluate(() => {
      const style = new CSSStyleSheet();
      style.replaceSync("#dark { --rnn-params-paper: rgb(1, 2, 3) } #dark::part(total) { font-style: italic }");
      document.adoptedStyleSheets = [style];
    });
    assert.deepEqual(await look(), ["dark", "rgb(1, 2, 3)", "italic"]);
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in them, ${colorScheme}`, {
      skip: site.engine !== "chromium" && "one engine is enough",
    }, async () => {
      const page = await open({ width: 640, colorScheme });
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("rnn-params"))
          for (const part of one.shadowRoot?.querySelectorAll("details") ?? []) part.open = true;
      });
      const found = await axe(page);
      assert.deepEqual(
        found.filter((text) => text.includes(">>>")),
        [],
        "the notes around them aside",
      );
    });
  }

  test("on a phone nothing is wider than the notes", async () => {
    const page = await open({ width: 320, height: 568 });
    const wide = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      const parts = [...document.querySelectorAll("rnn-params")].flatMap((one) => [
        ...(one.shadowRoot?.querySelectorAll("*") ?? []),
      ]);
      return [
        document.documentElement.scrollWidth - room,
        ...parts
          .filter((one) => !one.closest("pre, details:not([open]) > :not(summary)"))
          .filter((one) => one.getBoundingClientRect().right > room + 1)
          .map((one) => one.outerHTML.slice(0, 80)),
      ];
    });
    assert.deepEqual(wide, [0]);
  });
});
