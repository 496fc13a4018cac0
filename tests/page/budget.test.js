// Tests of the largest size within a budget: asked at a size's field, by a ? that is typed, and by a link.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./axe.js";
import { clickOn, inEveryBrowser, look, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const units = within("#layer-0-units");
const lstm = "?framework=keras&input=300&layers=LSTM(32)";

/** What the panel says, once it says it. @param {Page} page @param {string} start */
const told = async (page, start) => {
  await page.waitFor(
    (start) =>
      (document.querySelector("rnn-params")?.shadowRoot?.querySelector(".budget [role=status]")?.textContent ?? "")
        .replace(/\s+/g, " ")
        .trim()
        .startsWith(start),
    start,
  );
  return page.evaluateOn("rnn-params", (element) => {
    const clean = (/** @type {string} */ selector) =>
      (element.shadowRoot.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
    const curve = element.shadowRoot.querySelector(".curve svg");
    return {
      found: clean(".found"),
      polynomial: clean(".polynomial"),
      caption: clean(".curve figcaption"),
      curve: curve?.getAttribute("aria-label") ?? "",
      overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });
};

/**
 * Presses what stands at a size while its field has the focus. A window without the focus (WebKit's, under its driver) matches :focus nowhere: there
 * the button is pressed as it is.
 * @param {Page} page
 */
const ask = async (page) => {
  await page.click(units);
  if (await page.evaluate(() => document.hasFocus())) return clickOn(page, ".row .on-focus", "budget …");
  await page.evaluateOn(within(".row button.on-focus"), (button) => button.click());
};

inEveryBrowser((site) => {
  for (const [width, colorScheme] of /** @type {const} */ ([
    [1280, "light"],
    [320, "light"],
    [1280, "dark"],
    [320, "dark"],
  ]))
    test(`a size's field asks for the largest one within a budget, ${width} px wide, ${colorScheme}`, async () => {
      const page = await site.open(lstm, { width, colorScheme });
      await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#ask")));
      await ask(page);
      const seen = await told(page, "units 371");
      assert.deepEqual(seen, {
        found: "units 371: 997,248 parameters, 2,752 left. 372 would be 1,001,424. Take it",
        polynomial: "4 × units² + 1,204 × units = 4 × 371² + 1,204 × 371 = 997,248",
        caption: "units 371: 997,248 now: units 32: 42,624 budget: 1,000,000",
        curve: "The total over units: units 32: 42,624; units 371: 997,248",
        overflows: false,
      });
      assert.equal((await look(page)).total, "42,624", "the model stays until the answer is taken");
      await page.evaluateOn(within(".budget"), (panel) => panel.scrollIntoView({ block: "center" }));
      if (site.engine === "chromium") assert.deepEqual(await axe(page), []); // one engine is enough
      await clickOn(page, "a", "Take it");
      await page.waitFor(() => location.search.includes("LSTM(371)"));
      assert.equal((await look(page)).total, "997,248");
    });

  test("a ? in a link or typed into a field asks, and the link keeps the question", async () => {
    const page = await site.open("?framework=keras&input=300&layers=LSTM(?)&budget=100000");
    // 4 × (67 + 301) × 67 = 98,624, and 100,368 with 68
    assert.match(
      (await told(page, "units 67")).found,
      /^units 67: 98,624 parameters, 1,376 left\. 68 would be 100,368\./,
    );
    await page.fill(within("#budget"), "1000000");
    assert.match((await told(page, "units 371")).found, /372 would be 1,001,424/);
    assert.match((await look(page)).search, /layers=LSTM\(%3F\)&budget=1000000$/);
    await page.fill(within("#budget"), "100");
    await told(page, "None fits: with 1 there are 1,208 already.");
    await page.fill(units, "32");
    await page.waitFor(() => !document.querySelector("rnn-params")?.shadowRoot?.querySelector(".budget"));
    assert.doesNotMatch((await look(page)).search, /budget/);
    await page.fill(units, "?");
    await told(page, "None fits");
  });

  test("the curve is followed by keys, and Escape closes the question", async () => {
    const page = await site.open(lstm);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#ask")));
    await ask(page);
    await told(page, "units 371");
    const slider = within(".curve input");
    const said = () => page.evaluateOn(slider, (slider) => slider.getAttribute("aria-valuetext"));
    const pressed = async (/** @type {string} */ key) => {
      const before = await said();
      await page.press(key);
      await page.waitFor(
        (before) =>
          document
            .querySelector("rnn-params")
            ?.shadowRoot?.querySelector(".curve input")
            ?.getAttribute("aria-valuetext") !== before,
        before,
      );
      return said();
    };
    await page.focus(slider);
    // 2 × 371 / 32 = 23; 4 × (23 + 301) × 23. Today's size is a stop, too; then 2 × 23: 4 × (46 + 301) × 46
    assert.equal(await pressed("Home"), "units 23: 29,808");
    assert.equal(await pressed("ArrowRight"), "units 32: 42,624");
    assert.equal(await pressed("ArrowRight"), "units 46: 63,848");
    await page.evaluateOn(within("#budget"), (field) => field.focus());
    await page.press("Escape");
    await page.waitFor(() => !document.querySelector("rnn-params")?.shadowRoot?.querySelector(".budget"));
    assert.equal(
      await page.evaluateOn("rnn-params", ({ shadowRoot }) => shadowRoot.activeElement?.id),
      "layer-0-units",
    );
  });

  test("other cells with as many parameters: the two nearest sizes, each a link", async () => {
    const page = await site.open("?input=64&layers=LSTM(32)");
    await clickOn(page, "button", "With as many parameters as here?");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".alike li")));
    const lines = await page.evaluateOn("rnn-params", ({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll(".alike li")].map((line) => line.textContent.replace(/\s+/g, " ").trim()),
    );
    // 3 × (39 + 64 + 1) × 39, 3 × (40 + 64 + 1) × 40
    assert.ok(
      lines.includes("GRU: num_units 39, 12,168 (248 fewer); num_units 40, 12,600 (184 more)"),
      JSON.stringify(lines),
    );
    await clickOn(page, ".alike a", "12,600");
    await page.waitFor(() => location.search.includes("GRU(40)"));
    assert.equal((await look(page)).total, "12,600");
  });
});
