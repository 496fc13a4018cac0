// Tests of the element's sizes: it grows with the text around it, or by --rnn-params-size, and nothing else moves.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { inEveryBrowser } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** Hosts by what they say of sizes, and how much larger than in a page of 16 pixels the element has to be. */
const hosts = /** @type {const} */ ([
  ["plain", "body { font: 16px sans-serif }", 1],
  ["slide", "body { font: 40px sans-serif }", 2.5],
  ["small-root", "html { font-size: 10px } body { font-size: 16px }", 1],
  ["large-root", "html { font-size: 32px }", 2],
  ["own", "body { font-size: 13px } rnn-params { --rnn-params-size: 24px }", 1.5],
]);

const elements = ["", 'controls="none" framework="keras"', 'steps="line"', 'controls="all"', 'fade="2"'].map(
  (attributes) => `<p><rnn-params ${attributes} input="64" layers="LSTM(32), LSTM(0), GRU(7)"></rnn-params></p>`,
);

/** @param {string} style @param {string} width of what is around the elements */
const notes = (
  style,
  width,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">
<style>body { margin: 0; --rnn-params-font: sans-serif } main { width: ${width} } ${style}</style>
<main>${elements.join("")}</main><script type="module" src="./rnn-params.js"></script></html>`;

/**
 * The sizes of letters, fields and buttons, and the heights of the elements, in order; and what leaves the column. Runs in the page.
 * @param {string} measured what has to grow
 */
function sizes(measured) {
  const all = [...document.querySelectorAll("rnn-params")];
  const parts = all.flatMap((one) => [...(one.shadowRoot?.querySelectorAll("*") ?? [])]);
  const shown = parts.filter((one) => !one.closest("style, svg, option") && one.checkVisibility());
  const room = document.querySelector("main")?.getBoundingClientRect().right ?? 0;
  return {
    letters: shown.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    boxes: shown.filter((one) => one.matches(measured)).map((one) => one.getBoundingClientRect().height),
    outside: shown
      .filter((one) => one.getBoundingClientRect().right > room + 1 && !one.closest("pre, .summary, .visually-hidden"))
      .map((one) => `${one.localName} ${one.className}`),
  };
}

inEveryBrowser((site) => {
  // WebKitGTK draws boxes to tick in a size of its own, and makes every line a whole number of pixels high.
  const measuredParts =
    site.engine === "webkit" ? "input[type=text], button, select, .total" : "input, button, select, .widget, .total";
  let url = "";

  before(async () => {
    url = await site.variant(async (folder) => {
      for (const [name, style, scale] of hosts)
        await writeFile(join(folder, `${name}.html`), notes(style, `${640 * scale}px`));
      await writeFile(join(folder, "narrow.html"), notes("body { font-size: 40px }", "360px"));
    });
  });

  /** @param {string} name */
  async function measured(name) {
    const page = await site.page({ width: 1920, height: 1080 });
    await page.goto(`${url}${name}.html`);
    await page.waitFor(() =>
      [...document.querySelectorAll("rnn-params")].every((one) => one.shadowRoot?.querySelector(".rest, .line")),
    );
    return page.evaluate(sizes, measuredParts);
  }

  for (const [name, style, scale] of hosts.slice(1)) {
    test(`${style}: ${scale} times as large`, async () => {
      const [plain, seen] = [await measured("plain"), await measured(name)];
      assert.equal(seen.letters.length, plain.letters.length);
      seen.letters.forEach((size, place) => {
        assert.ok(
          Math.abs(size - scale * plain.letters[place]) < 0.1,
          `${size} is not ${scale} × ${plain.letters[place]}`,
        );
      });
      seen.boxes.forEach((height, place) => {
        const wanted = scale * plain.boxes[place];
        assert.ok(Math.abs(height - wanted) < 3 * scale + 0.02 * wanted, `${height} is not ${wanted}`); // borders don't grow
      });
      assert.deepEqual(seen.outside, []);
    });
  }

  test("in a host of 16 pixels the formula has 17, the total 22, the steps' titles 16", async () => {
    const page = await site.page({ width: 1920, height: 1080 });
    await page.goto(`${url}plain.html`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest")));
    const seen = await page.evaluateOn("rnn-params", (element) =>
      [".formula", ".total b", ".step-title", ".name", "input"].map(
        (part) => getComputedStyle(element.shadowRoot.querySelector(part)).fontSize,
      ),
    );
    assert.deepEqual(seen, ["17px", "22px", "16px", "15px", "15px"]);
  });

  test("large letters in a narrow column stay in it", async () => {
    assert.deepEqual((await measured("narrow")).outside, []);
  });
});
