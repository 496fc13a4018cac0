// Tests of the page at 400 %: a window of 1280 by 1024 then has room for 320 by 256 pixels (WCAG 1.4.10, 2.4.11).
import assert from "node:assert/strict";
import { test } from "node:test";
import { engines } from "./browsers.js";
import { inBrowser, within } from "./site.js";
import { everyState, unfold } from "./states.js";

/** @typedef {import("./page.js").Page} Page */

const zoomed = { width: 320, height: 256 };

/** How far something is wider than the window, and what. @param {any} element */
function sideways(element) {
  const { scrollWidth, clientWidth } = document.documentElement;
  const outside = [...element.shadowRoot.querySelectorAll("*"), ...document.body.querySelectorAll("*")].filter(
    (one) => {
      const { left, right, width, height } = one.getBoundingClientRect();
      if (width <= 1 || height <= 1 || one.closest("pre, .visually-hidden") || !one.checkVisibility()) return false;
      return right > clientWidth + 1 || left < -1;
    },
  );
  return { page: scrollWidth - clientWidth, outside: outside.map((one) => `${one.localName} ${one.className}`) };
}

/** The height of what stays at an edge of the window while the page scrolls. @param {any} element */
async function staying(element) {
  scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: "instant" });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const modal = element.shadowRoot.querySelector("dialog:modal"); // it covers the rest
  const roots = modal ? [modal] : [element.shadowRoot, document.body];
  const all = roots.flatMap((root) => [...root.querySelectorAll("*")]);
  return all
    .filter((one) => /sticky|fixed/.test(getComputedStyle(one).position) && one.checkVisibility())
    .map((one) => one.getBoundingClientRect())
    .filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
    .reduce((sum, { top, bottom }) => sum + Math.min(bottom, innerHeight) - Math.max(top, 0), 0);
}

/** What has the focus, and how much of it a reader sees once all that its coming moves has moved. */
function focused() {
  for (const moving of document.querySelector("rnn-params")?.shadowRoot?.getAnimations() ?? []) moving.finish();
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return undefined;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  let seen = 0;
  for (let x = 0.5; x < 8; x++)
    for (let y = 0.5; y < 8; y++) {
      const hit = root.elementFromPoint(left + ((right - left) * x) / 8, top + ((bottom - top) * y) / 8);
      if (hit && (hit === element || element.contains(hit) || hit.contains(element))) seen++;
    }
  const name = element.id || element.getAttribute("aria-label") || element.textContent?.replace(/\s+/g, " ").trim();
  return { name: `${element.localName} ${name}`.slice(0, 60), seen: seen / 64 };
}

// One engine is enough: the style sheets give the sizes, and layout.test.js is for all engines.
if (engines.includes("chromium")) {
  inBrowser("chromium", (site) => {
    for (const [name, search] of everyState) {
      test(`at 400 %: ${name}`, async () => {
        const page = await site.open(search, zoomed);
        assert.deepEqual(await page.evaluateOn("rnn-params", sideways), { page: 0, outside: [] });
        await unfold(page);
        assert.deepEqual(await page.evaluateOn("rnn-params", sideways), { page: 0, outside: [] }, "unfolded");
        const height = await page.evaluateOn("rnn-params", staying);
        assert.ok(height <= zoomed.height / 3, `${height} of ${zoomed.height} pixels stay while the rest scrolls`);
      });
    }

    for (const [name, search] of everyState.filter(([name]) => /^(problems|Hindi)$/.test(name))) {
      test(`at 400 % the focus is in view, forwards and backwards: ${name}`, async () => {
        const page = await site.open(search, zoomed);
        await page.focus(within("#input"));
        for (const key of ["Tab", "Shift+Tab"]) {
          for (let presses = 0; presses < 100; presses++) {
            await page.press(key);
            const here = await page.evaluate(focused);
            if (!here || /^select (language|theme)/.test(here.name)) break;
            assert.ok(here.seen > 0.2, `${key}: ${here.name} is covered, ${Math.round(100 * here.seen)} % are seen`);
          }
        }
      });
    }
  });
}
