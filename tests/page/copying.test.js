// Tests of the buttons that copy: what writes a document is loaded by the first of them, and a browser that lets a page write only
// while it handles a click still takes it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, link, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/**
 * A clipboard that tells what it was given, and whether that was within a click.
 * @param {Page} page
 * @param {"all" | "text" | "nothing"} takes
 */
const clipboard = (page, takes) =>
  page.evaluate((takes) => {
    const seen = /** @type {string[]} */ ([]);
    const within = () => (/** @type {any} */ (window).clicking ? "within the click" : "later");
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: {
        async write(/** @type {any[]} */ [item]) {
          const when = within();
          if (takes !== "all") throw new DOMException("refused", "NotAllowedError");
          const blob = await item.getType("text/plain");
          seen.push(when, await blob.text());
        },
        async writeText(/** @type {string} */ text) {
          if (takes === "nothing") throw new DOMException("refused", "NotAllowedError");
          seen.push(within(), text);
        },
      },
    });
    Object.assign(window, { seen });
  }, takes);

/** @param {Page} page @param {string} label */
async function copied(page, label) {
  await page.evaluateOn(
    "rnn-params",
    (element, label) => {
      const buttons = [...element.shadowRoot.querySelectorAll(".copies .copy")];
      Object.assign(window, { clicking: true });
      buttons.find((button) => button.textContent.trim() === label).click();
      Object.assign(window, { clicking: false });
    },
    label,
  );
  await page.waitFor(() => /** @type {any} */ (window).seen.length > 0);
  const [when, text] = await page.evaluate(() => /** @type {any} */ (window).seen.splice(0));
  return { when, text: String(text) };
}

/** @param {Page} page */
const writers = (page) =>
  page.evaluate(
    () => performance.getEntriesByType("resource").filter(({ name }) => /\/formats-[^/]*\.js$/.test(name)).length,
  );

inEveryBrowser((site) => {
  const query = "framework=keras&input=64&layers=LSTM(32)";

  test("a document is copied within the click, and what writes it is loaded for that", async () => {
    const page = await site.open(link(query));
    await clipboard(page, "all");
    assert.equal(await writers(page), 0);
    const latex = await copied(page, "Copy LaTeX");
    assert.equal(await writers(page), 1);
    assert.match(latex.text, /^% needs \\usepackage\{amsmath\}\n.*12\{,\}416/s);
    assert.equal(latex.when, "within the click");
    assert.match((await copied(page, "Copy Markdown")).text, /^### LSTM, 64 → 32, as Keras counts\n/);
    assert.deepEqual(await copied(page, "Copy number"), { when: "within the click", text: "12416" });
  });

  test("a clipboard that takes no promise is given the text as soon as it is there", async () => {
    const page = await site.open(link(query));
    await clipboard(page, "text");
    assert.match((await copied(page, "Copy LaTeX")).text, /12\{,\}416/);
  });

  test("where the clipboard is refused, the text stands there to be copied by hand", async () => {
    const page = await site.open(link(query));
    await clipboard(page, "nothing");
    await page.evaluateOn("rnn-params", (element) => {
      const buttons = [...element.shadowRoot.querySelectorAll(".copies .copy")];
      buttons.find((button) => button.textContent.trim() === "Copy Markdown").click();
    });
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#by-hand")));
    assert.match(await page.evaluateOn(within("#by-hand"), (area) => area.value), /^### LSTM/);
  });

  test("what was copied goes with what was shown: another model, an exercise, the steps one by one", async () => {
    for (const takes of /** @type {const} */ (["all", "nothing"]))
      for (const change of [{ input: "10" }, { fade: "2" }, { key: "n" }]) {
        const page = await site.open(link(query));
        await clipboard(page, takes);
        const texts = await page.evaluateOn(
          "rnn-params",
          async (element, change) => {
            const there = () => {
              const label = [...element.shadowRoot.querySelectorAll(".copies .copy")][0].textContent;
              const by = element.shadowRoot.querySelector("#by-hand");
              return by ? by.value : label === "Copied" ? label : "";
            };
            const copy = () => element.shadowRoot.querySelector(".copies .copy").click();
            copy();
            for (let turn = 0; turn < 500 && there() === ""; turn++)
              await new Promise((resolve) => setTimeout(resolve, 10));
            const before = there();
            if ("key" in change) element.dispatchEvent(new KeyboardEvent("keydown", { key: change.key }));
            else Object.assign(element, change);
            await element.updateComplete;
            return [before, there()];
          },
          change,
        );
        assert.deepEqual(texts, [takes === "all" ? "Copied" : "12416", ""], JSON.stringify(change));
      }
  });
});
