// Tests of fade=…: the last values are blanks, checked while they are typed; nothing else tells them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, link, look, reading, within } from "./site.js";

inEveryBrowser((site) => {
  test("fill in the last two values", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=2"));
    const text = await reading(page);
    assert.equal((await look(page)).total, "—");
    assert.match(text, /= 32 \+ 64 \+ 1 = 97/);
    for (const secret of ["3,104", "12,416", "12,544", "All frameworks"])
      assert.ok(!text.includes(secret), `${secret} is told`);
    assert.match(text, /= □ × 4/);

    const third = within('[data-blank="layers.0.steps.2"]');
    await page.fill(third, "310");
    assert.doesNotMatch(await reading(page), /Not yet/);
    await page.fill(third, "3014");
    assert.match(await reading(page), /Not yet: look at step 2\./);
    await page.fill(third, "3,104");
    assert.match(await reading(page), /= 97 × 32 = 3,104/);
    assert.match(await reading(page), /= 3,104 × 4/);
    const focused = () =>
      page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.getAttribute("data-blank"));
    await page.waitFor(
      () =>
        document.querySelector("rnn-params")?.shadowRoot?.activeElement?.getAttribute("data-blank") ===
        "layers.0.steps.3",
    );
    assert.equal(await focused(), "layers.0.steps.3", "on to the next blank");
    await page.fill(within('[data-blank="layers.0.steps.3"]'), "12416");
    assert.equal((await look(page)).total, "12,416");
    assert.match(await reading(page), /PyTorch prints 12,544/);
    assert.match((await look(page)).search, /fade=2/);
  });

  test("what was announced is taken back with what was shown", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    const announced = () =>
      page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelector("[aria-live]").textContent);
    const announces = (/** @type {string} */ text) =>
      page.waitFor(
        (/** @type {string} */ wanted) =>
          document.querySelector("rnn-params")?.shadowRoot?.querySelector("[aria-live]")?.textContent === wanted,
        text,
      );
    const change = (/** @type {Record<string, unknown>} */ properties) =>
      page.evaluateOn(
        "rnn-params",
        async (element, changes) => {
          Object.assign(element, changes);
          await element.updateComplete;
        },
        properties,
      );
    await announces("12,416 parameters");
    await change({ fade: "2" });
    assert.equal(await announced(), "", "two values are to be filled in");
    await change({ input: "10" });
    assert.equal(await announced(), "");
    await change({ fade: "" });
    await announces("5,504 parameters");
    await change({ input: "64" });
    assert.equal(await announced(), "", "another total is shown");
    await announces("12,416 parameters");
    await page.evaluateOn("rnn-params", async (element) => {
      element.messages = { ...element.messages, parameters: (/** @type {string} */ total) => `${total} weights` };
      await element.updateComplete;
    });
    assert.equal(await announced(), "", "the words are other ones");
  });

  test("no sentence tells a value that is to be filled in", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=3"));
    await page.evaluateOn("rnn-params", (element) => {
      for (const why of element.shadowRoot.querySelectorAll(".step .why")) why.open = true;
    });
    assert.doesNotMatch(await reading(page), /97/);
    await page.fill(within('[data-blank="layers.0.steps.1"]'), "97");
    assert.match(await reading(page), /each unit has 97 weights/);
  });

  test("another model is another exercise; a wrong number in the form is none", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=1"));
    await page.fill(within("[data-blank]"), "12416");
    await page.fill(within("#input"), "10");
    assert.equal((await look(page)).total, "—");
    assert.match(await reading(page), /= 1,376 × 4/);
    await page.fill(within("#input"), "1.5");
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll("[data-blank]").length),
      0,
    );
  });
});
