// Tests of numbers of 1 to 16 digits, and of their sums, wherever they stand: none is cut, broken or on another text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useTestFonts } from "./fonts.js";
import { inEveryBrowser } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** Pixels; `text`: the size of letters, in percent. */
const windows = [
  { width: 320, text: 100 },
  { width: 360, text: 100 },
  { width: 360, text: 200 },
  { width: 768, text: 100 },
  { width: 1280, text: 100 },
];

/** A number of so many digits, the widest ones. @param {number} digits */
const long = (digits) => "8".repeat(digits);

/** @param {number} digits */
const models = (digits) => [
  `framework=keras&input=${long(digits)}&layers=LSTM(1),Dense(${long(digits)})`,
  ...(digits % 3 === 1
    ? [`framework=pytorch&layers=Embedding(${long(digits)},1),Bidirectional(LSTM(${long(Math.min(digits, 9))}))`]
    : []),
];

/**
 * What is wrong with the numbers in view. Runs in the page.
 * @param {any} element
 */
async function wrongNumbers(element) {
  await element.updateComplete;
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const folded = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("details:not(.menu)")]);
  for (const details of folded) details.open = true;
  await new Promise((resolve) => setTimeout(resolve)); // for their toggle events
  await element.updateComplete;
  const { clientWidth } = document.documentElement;
  /** The nearest of what is around something that has this. */
  const around = (/** @type {Element} */ one, /** @type {(style: CSSStyleDeclaration) => boolean} */ has) => {
    for (let box = /** @type {Element | null} */ (one); box; box = box.parentElement)
      if (has(getComputedStyle(box))) return box;
    return undefined;
  };
  const clipping = (/** @type {Element} */ one) => around(one, ({ overflowX }) => overflowX !== "visible");
  const hidden = (/** @type {Element} */ one) => around(one, ({ clipPath }) => clipPath !== "none");
  const wrong = /** @type {string[]} */ ([]);

  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input[type=text]"))) {
    const dots = getComputedStyle(field).textOverflow === "ellipsis";
    if (field.scrollWidth > field.clientWidth + 1 && !dots) wrong.push(`${field.id} cuts ${field.value}`);
    if (field.scrollWidth > field.clientWidth + 1 && innerWidth > 360)
      wrong.push(`${field.id} has room for ${field.value}`);
  }

  /** Each text in view with its boxes, one per line. @type {{ text: string, boxes: DOMRect[], node: Text }[]} */
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    const text = node.textContent ?? "";
    if (!text.trim() || parent.closest("style, option, svg, .visually-hidden, .narrow:not(details), [aria-hidden]"))
      continue;
    if (!parent.checkVisibility({ visibilityProperty: true }) || hidden(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    texts.push({ text, boxes: [...range.getClientRects()], node: /** @type {Text} */ (node) });
    for (const { 0: number, index } of text.matchAll(/\d[\d,]*\d|\d/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + number.length);
      const boxes = [...range.getClientRects()];
      const lines = new Set(boxes.map(({ top }) => Math.round(top)));
      if (lines.size > 1 && !parent.closest("pre, textarea, .printed"))
        wrong.push(`${number} is broken: ${text.trim().slice(0, 60)}`);
      if (parent.closest("pre")) continue;
      const boundary = clipping(parent);
      if (boundary && getComputedStyle(boundary).textOverflow === "ellipsis") continue; // it says so
      const right = Math.max(...boxes.map(({ right }) => right));
      const left = Math.min(...boxes.map(({ left }) => left));
      if (right > clientWidth + 1 || left < -1)
        wrong.push(`${number} leaves the window: ${parent.className} ${text.trim().slice(0, 40)}`);
      if (boundary && right > boundary.getBoundingClientRect().right + 1)
        wrong.push(`${number} is cut by ${boundary.localName} ${boundary.className}`);
    }
  }

  const summary = root.querySelector(".summary"); // stays in view, over what scrolls below it
  const shown = texts.filter(({ node }) => !summary?.contains(node) || getComputedStyle(summary).position === "static");
  for (const [place, { text, boxes, node }] of shown.entries()) {
    if (!/\d/.test(text)) continue;
    const clipped = node.parentElement?.closest("pre");
    if (clipped) continue;
    for (const [other, on] of shown.entries()) {
      if (other === place || on.node.parentElement?.closest("pre, summary")) continue;
      for (const a of boxes)
        for (const b of on.boxes) {
          const [across, down] = [
            Math.min(a.right, b.right) - Math.max(a.left, b.left),
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
          ];
          if (across > 2 && down > 0.4 * Math.min(a.height, b.height))
            wrong.push(`${text.trim().slice(0, 40)} lies on ${on.text.trim().slice(0, 40)}`);
        }
    }
  }
  return [...new Set(wrong)];
}

/** Sets the size of a page's letters, as a reader's settings do. @param {Page} page @param {number} percent */
const setText = (page, percent) =>
  page.evaluate((percent) => {
    document.documentElement.style.fontSize = percent === 100 ? "" : `${percent}%`;
  }, percent);

inEveryBrowser((site) => {
  for (const { width, text } of windows) {
    test(`numbers of 1 to 16 digits at ${width} pixels and ${text} % text`, {
      skip: site.engine !== "chromium" && "one engine is enough",
    }, async () => {
      const page = await site.open("", { width, height: 800 });
      await setText(page, text);
      await useTestFonts(page);
      /** @type {string[]} */
      const wrong = [];
      for (let digits = 1; digits <= 16; digits++) {
        for (const model of models(digits)) {
          await page.evaluateOn(
            "rnn-params",
            (element, query) => {
              element.query = `?${query}`;
            },
            model,
          );
          const found = await page.evaluateOn("rnn-params", wrongNumbers);
          wrong.push(...found.map((one) => `${digits} digits, ${model.slice(0, 20)}: ${one}`));
        }
      }
      await setText(page, 100);
      assert.deepEqual(wrong, []);
    });
  }
});
