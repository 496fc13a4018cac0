// Tests of the page with whole models: layers by group, time steps where they are asked for, branches, a part of a count, what is not trained.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, look, reading, within } from "./site.js";

/** @param {import("./page.js").Page} page @param {string} selector */
const texts = (page, selector) =>
  page.evaluateOn(
    "rnn-params",
    async (element, selector) => {
      await element.updateComplete;
      const all = [...element.shadowRoot.querySelectorAll(selector)];
      return all.map((one) => (one.label ?? one.textContent).replace(/\s+/g, " ").trim());
    },
    selector,
  );

inEveryBrowser((site) => {
  test("layers are offered by group; one that is not offered is shown as chosen", async () => {
    const page = await site.open("?framework=keras&input=64&layers=LSTM(32),ELU(),Dense(4)");
    const groups = await texts(page, "#layer-0 optgroup");
    assert.deepEqual(groups, ["recurrent", "dense", "convolution", "normalisation", "shape", "other"]);
    const chosen = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".row-head select")].map((one) => one.selectedOptions[0].textContent),
    );
    assert.deepEqual(chosen, ["LSTM", "ELU", "Dense"]);
  });

  test("a convolution asks for its window, and for each option once", async () => {
    const page = await site.open("?framework=keras&input=9&layers=Conv1D(8,3,strides=2)");
    assert.deepEqual(await texts(page, ".row .field label"), [
      ...["filters", "kernel_size", "groups of channels", "strides", "dilation"],
    ]);
    assert.deepEqual(await texts(page, ".option-list .option label"), ["bias", "padding", "trained"]);
    const text = await reading(page);
    assert.ok(text.includes("It has 8 filters, and each filter has 28 weights."), text);
  });

  test("a first visit asks for no time steps", async () => {
    const page = await site.open("");
    assert.deepEqual(await texts(page, "#timesteps, .split"), []);
  });

  test("a layer that needs the time steps asks for them, and says what they are for", async () => {
    const page = await site.open("?framework=pytorch&input=64&layers=LSTM(32),Flatten(),Linear(4)");
    const asked = await texts(page, "#timesteps-message");
    assert.match(asked[0], /^How many time steps are there\? Flatten lays them out in one row/);
    await page.fill(within("#timesteps"), "10");
    const { total, search } = await look(page);
    assert.equal(total, "13,828");
    assert.match(search, /timesteps=10/);
    assert.deepEqual(await texts(page, "#timesteps-message"), [
      "how long a sequence is; does not change the count of an LSTM",
    ]);
    const text = await reading(page);
    assert.ok(text.includes("Flatten lays 10 time steps of 32 numbers in one row: 320."), text);
    assert.ok(text.includes("LSTM + Linear, 64 → 32 → 320 → 4"), text);
  });

  test("a branch has no arrow to it, and its layer says what it reads", async () => {
    const page = await site.open("?framework=keras&input=70&layers=LSTM(256),LSTM(256,input_dim=90),Dense(90)");
    assert.equal((await look(page)).total, "713,306");
    const text = await reading(page);
    assert.ok(text.includes("2 LSTM layers + Dense, 70 → 256; 90 → 256 → 90"), text);
    assert.ok(text.includes("It reads 90 numbers, as written; layer 1 passes on 256."), text);
    assert.deepEqual(await texts(page, ".handed"), ["↑ layer 2 passes on 256"]);
  });

  test("with a layer that is not known, what is counted is told as a part", async () => {
    const page = await site.open("?input=64&layers=LSTM(32),MDN(75)");
    assert.deepEqual(await texts(page, ".total"), ["12,416 + ? parameters"]);
    assert.equal(await page.evaluateOn("rnn-params", (element) => element.total === undefined), true);
    assert.ok((await texts(page, ".fix")).some((text) => text === "Count it as Custom(75, parameters=…)"));
  });

  test("what is not trained is told under the total, and dotted in the picture", async () => {
    const page = await site.open("?framework=keras&layers=Embedding(10,8,trainable=false),LSTM(4)");
    assert.deepEqual(await texts(page, ".split"), ["208 trained, 80 not"]);
    assert.ok((await reading(page)).includes("These 80 numbers are not trained."));
    assert.equal((await texts(page, ".frozen")).length, 1);
    assert.ok((await texts(page, ".drawing .hint")).includes("Dotted: not trained."));
  });
});
