// Tests of how large what can be clicked is: 24 by 24 pixels, but for what stands in a line of text (WCAG 2.5.8).
import assert from "node:assert/strict";
import { test } from "node:test";
import { engines } from "./browsers.js";
import { inBrowser } from "./site.js";
import { everyState, unfold } from "./states.js";

/** What is smaller than that. @param {any} element */
function small(element) {
  const operable = "a[href], button, input, select, textarea, summary";
  const dialog = document.querySelector("embed-dialog")?.shadowRoot;
  return [document, element.shadowRoot, ...(dialog ? [dialog] : [])].flatMap((root) =>
    [...root.querySelectorAll(operable)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches("p a"))
      .flatMap((one) => {
        // A label is part of what it names.
        const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
        if (boxes.some(({ width, height }) => Math.min(width, height) >= 23.95)) return [];
        const [{ width, height }] = boxes;
        const name = one.id || one.getAttribute("aria-label") || one.textContent.trim().slice(0, 40);
        return [`${one.localName} ${name}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
      }),
  );
}

// One engine is enough: the style sheets give the sizes.
if (engines.includes("chromium")) {
  inBrowser("chromium", (site) => {
    for (const width of [320, 1280]) {
      const some = width < 1000 ? everyState : everyState.filter(([name]) => !/layers|Hindi|text/.test(name));
      for (const [name, search] of some) {
        test(`no target is small: ${name}, all unfolded, ${width} pixels wide`, async () => {
          const page = await site.open(search, { width });
          await unfold(page);
          assert.deepEqual(await page.evaluateOn("rnn-params", small), []);
        });
      }

      test(`nor in the menus and the dialog, ${width} pixels wide`, async () => {
        const page = await site.open("", { width });
        await page.evaluateOn("rnn-params", (element) => {
          for (const menu of element.shadowRoot.querySelectorAll(".menu")) menu.open = true;
        });
        await page.evaluate(() => {
          const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".embed")]);
          buttons.find((one) => one.checkVisibility())?.click();
        });
        await page.waitFor(() =>
          Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector("dialog[open]")),
        );
        assert.deepEqual(await page.evaluateOn("rnn-params", small), []);
      });
    }
  });
}
