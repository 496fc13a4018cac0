// Test of a reader with a keyboard only: from the address to every part of the page, by keys alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, inEveryBrowser, look, reading } from "./site.js";

/** @import { Page } from "./page.js" */

/**
 * Presses Tab until what the selector names has the focus.
 * @param {Page} page
 * @param {string} selector
 * @param {string} [key]
 */
async function tabTo(page, selector, key = "Tab") {
  for (let presses = 0; presses < 80; presses++) {
    await page.press(key);
    const there = await page.evaluate((selector) => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.matches(selector) ?? false;
    }, selector);
    if (there) return;
  }
  assert.fail(`${key} does not lead to ${selector}`);
}

const back = "Shift+Tab";

/** How many steps are in view. @param {Page} page */
const steps = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    return [...element.shadowRoot.querySelectorAll(".step")].filter((step) =>
      step.checkVisibility({ visibilityProperty: true }),
    ).length;
  });

inEveryBrowser((site) => {
  test("a model, its framework, every step, the numbers' origins, the other frameworks, another language", async () => {
    const page = await site.open("", { width: 1280, height: 800 });
    await tabTo(page, "#input");
    await page.press("Control+a");
    await page.type("10");
    await tabTo(page, "#layer-0");
    await page.type("G");
    await tabTo(page, "#layer-0-units");
    await page.press("Control+a");
    await page.type("8");
    await page.press("ArrowDown");
    const model = await look(page);
    assert.deepEqual(model.fields, { input: "10", "layer-0": "GRU", "layer-0-units": "7" });
    assert.equal(model.total, "378");

    await tabTo(page, "#framework [type=radio]", back);
    await page.press("ArrowDown");
    await page.press("ArrowDown");
    const chosen = await look(page);
    assert.deepEqual([chosen.framework, chosen.total], ["pytorch", "399"]);

    await tabTo(page, ".whole .n");
    const lit = () =>
      page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll("input[data-lit]")].map(({ id }) => id),
      );
    assert.deepEqual(await lit(), ["layer-0-units"]);
    await page.press("ArrowRight");
    assert.deepEqual(await lit(), ["input"]);

    await tabTo(page, "#present", back);
    assert.equal(await steps(page), 4);
    await page.press("Enter");
    assert.equal(await steps(page), 1);
    await page.press("n");
    await page.press("n");
    assert.equal(await steps(page), 3);
    await page.press("p");
    assert.equal(await steps(page), 2);
    await page.press("n");
    await page.press("n");
    assert.equal(await steps(page), 4);
    await page.press("Escape");

    await tabTo(page, ".step:first-child .why:first-of-type > summary");
    assert.doesNotMatch(await reading(page), /3 instead of 4/);
    await page.press("Enter");
    assert.match(await reading(page), /3 instead of 4/);
    await tabTo(page, ".step:first-child .why:last-of-type > summary");
    await page.press("Enter");
    assert.match(await reading(page), /the update gate decides/);

    await tabTo(page, "input[name=cut]");
    await page.press("ArrowRight");
    assert.match(await reading(page), /weight_ih_l0/);

    await tabTo(page, ".more > summary");
    await tabTo(page, ".more > summary");
    await page.press("Enter");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".totals")));
    assert.match(await reading(page), /flax\.linen/);

    await tabTo(page, "#language", back);
    await page.press("ArrowDown");
    await page.waitFor(() => document.documentElement.lang === "hi");
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".layout")?.getAttribute("lang") === "hi",
    );
    const hindi = await look(page);
    assert.deepEqual([hindi.fields, hindi.total], [chosen.fields, "399"], "the model is still there");
  });

  test("a menu opens by Enter, closes by Escape, and the focus stays at it", async () => {
    const page = await site.open("", { width: 480, height: 800 });
    const open = () =>
      page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll(".menu[open]").length);
    await tabTo(page, ".menu > summary");
    await page.press("Enter");
    assert.equal(await open(), 1);
    await tabTo(page, ".menu a");
    await page.press("Escape");
    assert.equal(await open(), 0);
    await page.press("Enter");
    assert.equal(await open(), 1, "at its summary");
    await tabTo(page, ".menu a");
    await tabTo(page, ".menu a");
    await page.press("Enter");
    await answered(page);
    assert.equal((await look(page)).total, "20,736");
    assert.equal(await open(), 0);
  });
});
