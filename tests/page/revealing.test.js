// Tests of the steps one by one: by button, by the keys n and p, and only in the element that has the focus.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOn, inEveryBrowser, link, reading, within } from "./site.js";

/** @import { Page } from "./page.js" */

/** The titles of the steps in view. @param {Page} page */
const titles = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const all = [...element.shadowRoot.querySelectorAll(".step-title")];
    return all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim());
  });

const four = ["Four weight matrices", "What each unit reads", "One matrix", "All four"];

inEveryBrowser((site) => {
  test("all steps at first; then one by one, back, on to the end", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    assert.deepEqual(await titles(page), four);
    await clickOn(page, "button", "Steps one by one");
    assert.deepEqual(await titles(page), four.slice(0, 1));
    assert.doesNotMatch(await reading(page), /PyTorch prints 12,544/);
    await clickOn(page, "button", "Next step");
    await clickOn(page, "button", "Next step");
    assert.deepEqual(await titles(page), four.slice(0, 3));
    await clickOn(page, "button", "Previous step");
    assert.deepEqual(await titles(page), four.slice(0, 2));
    await clickOn(page, "button", "All steps");
    assert.deepEqual(await titles(page), four);
    const focused = await page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.id);
    assert.equal(focused, "next-step", "the focus is not lost");
    assert.match(await reading(page), /PyTorch prints 12,544/);
  });

  test("n and p act where the focus is within the element, and never while a field has it", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7), LSTM(7)"));
    const all = await titles(page);
    await page.evaluateOn("body", () => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.press("n");
    assert.deepEqual(await titles(page), all, "the page's own key");
    await page.evaluateOn(within("#next-step"), (button) => button.focus());
    await page.press("n");
    assert.deepEqual(await titles(page), all.slice(0, 1));
    for (let shown = 2; shown < all.length; shown++) {
      await page.press("n");
      assert.deepEqual(await titles(page), all.slice(0, shown));
    }
    await page.press("p");
    assert.deepEqual(await titles(page), all.slice(0, all.length - 2));
    await page.press("n");
    await page.press("n");
    assert.deepEqual(await titles(page), all, "behind the last one all of them stand there");
    await page.evaluateOn(within("#input"), (field) => field.focus());
    await page.press("p");
    assert.deepEqual(await titles(page), all, "a letter in a field");
  });
});
