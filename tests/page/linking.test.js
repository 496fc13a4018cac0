// Tests of web/element/linking.js: a number and its origin light each other up, by pointer, tap and keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, link, within } from "./site.js";

/** @import { Page } from "./page.js" */

/**
 * What is lit beside the picture, in reading order: fields by their id, all else by its text.
 * @param {Page} page
 */
const lit = (page) =>
  page.evaluateOn("rnn-params", (element) =>
    [...element.shadowRoot.querySelectorAll("[data-lit]:not(.drawing *)")].map(
      (one) => one.id || one.textContent.trim(),
    ),
  );

/**
 * An event at a number of the derivation, as the pointer would cause it.
 * @param {Page} page
 * @param {string} selector
 * @param {string} type
 */
const at = (page, selector, type) =>
  page.evaluateOn(
    within(selector),
    (element, type) =>
      element.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: "mouse" })),
    type,
  );

const count = (/** @type {string[]} */ all, /** @type {string} */ text) => all.filter((one) => one === text).length;

inEveryBrowser((site) => {
  test("a number points at its field, and the field at its numbers", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    assert.deepEqual(await lit(page), []);
    await at(page, ".whole .n.input", "pointerover");
    const seen = await lit(page);
    assert.ok(seen.includes("input"), "the field");
    assert.ok(count(seen, "64") > 3 && count(seen, "input_dim") > 3, seen.join());
    assert.equal(count(seen, "32"), 0);
    await at(page, ".whole .n.input", "pointerout");
    assert.deepEqual(await lit(page), []);
    await page.evaluateOn(within("#layer-0-units"), (field) => field.focus());
    const fromField = await lit(page);
    assert.ok(fromField.includes("layer-0-units") && count(fromField, "32") > 5, fromField.join());
    assert.equal(count(fromField, "64"), 0);
  });

  test("an earlier step's value points at the step that made it", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    await at(page, '.steps [data-ref="layers.0.steps.2"]', "pointerover");
    assert.deepEqual(await lit(page), ["3,104", "3,104"]);
    await at(page, '.steps [data-origin="layers.0.steps.0"]', "pointerover");
    assert.ok((await lit(page)).every((text) => text === "4"));
  });

  test("a rule's numbers are those of their own layer", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=GRU(32), LSTM(32)"));
    await at(page, '[data-layer="0"] .numbers [data-ref="rule.bias"]', "pointerover");
    const own = (await lit(page)).filter((text) => !/^b′?[zrh]$/.test(text)); // the equations' biases
    assert.ok(own.every((text) => text === "2"));
    await at(page, '[data-layer="1"] .numbers [data-ref="rule.bias"]', "pointerover");
    assert.ok((await lit(page)).every((text) => text === "1" || /^b[ifco]$/.test(text)));
  });

  test("by keyboard: a row of numbers is one stop, arrows go on in it; a tap stays until Escape", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    const stops = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".whole .numbers .n")].map((one) => one.tabIndex),
    );
    assert.deepEqual(stops.filter((stop) => stop === 0).length, 1);
    await page.evaluateOn(within(".whole .n[tabindex='0']"), (number) => number.focus());
    assert.ok((await lit(page)).includes("layer-0-units"));
    await page.press("ArrowRight");
    assert.ok((await lit(page)).includes("input"));
    await page.press("ArrowLeft");
    assert.ok((await lit(page)).includes("layer-0-units"));
    await page.click(within(".whole .n.input"));
    await page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.blur());
    await at(page, ".whole .n.input", "pointerout");
    assert.ok((await lit(page)).includes("input"), "tapped");
    await page.click(within(".postscript"));
    await at(page, ".postscript", "pointerout");
    assert.deepEqual(await lit(page), [], "a tap elsewhere ends it");
  });

  test("the picture's columns belong to the fields, its pieces to the tensors' rows", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)&open=tensors"));
    const litRects = () =>
      page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll(".picture rect[data-lit]")].map((rect) => rect.getAttribute("class")),
      );
    await page.evaluateOn(within("#input"), (field) => field.focus());
    assert.deepEqual(await litRects(), ["fill input"]);
    await page.evaluateOn(within("#layer-0-units"), (field) => field.focus());
    assert.deepEqual(await litRects(), ["fill previous"]);
    await page.click(within("input[name=cut][value=tensor]"));
    await page.evaluateOn("rnn-params", (element) => element.updateComplete.then(() => true));
    await at(page, '.picture [data-tensor="0.0"]', "pointerover");
    assert.match((await lit(page)).join(), /kernel\s*\(64, 128\)\s*8,192/);
  });

  test("a difference of second biases lights the column that they make, or would make", async () => {
    const columns = (/** @type {import("./page.js").Page} */ page) =>
      page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll(".second[data-lit]")].map((rect) => rect.getAttribute("class")),
      );
    for (const [query, classes] of /** @type {[string, string[]][]} */ ([
      ["framework=keras&input=64&layers=LSTM(32)", Array(4).fill("second absent")],
      ["framework=pytorch&input=64&layers=LSTM(32)", Array(4).fill("second")],
      ["framework=keras&input=64&layers=Bidirectional(LSTM(3)),LSTM(2)", Array(12).fill("second absent")],
      ["framework=flax_linen&input=10&layers=GRU(7)", ["second"]],
    ])) {
      const page = await site.open(link(query));
      assert.deepEqual(await columns(page), [], query);
      await at(page, ".difference p[data-ref]", "pointerover");
      assert.deepEqual(await columns(page), classes, query);
      await at(page, ".difference p[data-ref]", "pointerout");
      await page.focus(within(".difference summary[data-ref]"));
      if (site.engine !== "webkit") assert.deepEqual(await columns(page), classes, `${query}, by keyboard`);
    }
  });

  test("only what a unit reads has a role's colour, however many brackets stand around", async () => {
    const page = await site.open(link("framework=onnx&input=10&layers=Bidirectional(LSTM(7, peepholes=true))"));
    const roles = await page.evaluateOn("rnn-params", (element) => {
      const [whole] = element.shadowRoot.querySelectorAll(".whole .numbers");
      return [...whole.querySelectorAll(".n")].map((n) => `${n.textContent} ${n.className.replace(/^n ?/, "")}`.trim());
    });
    assert.deepEqual(roles, ["2", "7 previous", "10 input", "2 bias", "7", "4", "3", "7", "1,106 value"]);
  });

  test("nothing within a formula's MathML takes the focus", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    const operable = await page.evaluateOn(
      "rnn-params",
      (element) => [...element.shadowRoot.querySelectorAll("math [tabindex], math a, math button")].length,
    );
    assert.equal(operable, 0);
  });
});
