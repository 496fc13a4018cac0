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
      ...["filters", "kernel_size", "groups", "strides", "dilation"],
    ]);
    assert.deepEqual(await texts(page, ".option-list .option label"), ["bias", "padding", "trained"]);
    const text = await reading(page);
    assert.ok(text.includes("It has 8 filters, and each filter has 28 weights."), text);
  });

  test("there is no table of layers where nothing is counted", async () => {
    const page = await site.open("?framework=keras&input=64&layers=Foo(3),Bar(4)");
    assert.deepEqual(await texts(page, ".to-layer"), []);
    const counted = await site.open("?framework=keras&input=64&layers=LSTM(32),Bar(4)");
    assert.equal((await texts(counted, ".to-layer")).length, 2);
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
    assert.deepEqual(await texts(page, ".handed"), ["↓ layer 2 passes on 256"]);
  });

  test("with a layer that is not known, what is counted is told as a part", async () => {
    const page = await site.open("?input=64&layers=LSTM(32),MDN(75)");
    assert.deepEqual(await texts(page, ".total"), ["12,416 + ? parameters"]);
    assert.equal(await page.evaluateOn("rnn-params", (element) => element.total === undefined), true);
    assert.ok((await texts(page, ".fix")).some((text) => text === "Count it as Custom(75, parameters=…)"));
  });

  test("a table of the layers stands under the total, and a row leads to its derivation", async () => {
    const query =
      "?framework=keras&layers=Embedding(20000,128),Bidirectional(LSTM(64)),Bidirectional(LSTM(64)),Dense(1)";
    const page = await site.open(query);
    assert.deepEqual(await texts(page, ".of-layers tr"), [
      "layer passes on parameters share",
      "1 Embedding(20,000, 128) 128 2,560,000 92.8 %",
      "2 bidirectional LSTM(64) 64 + 64 98,816 3.6 %",
      "3 bidirectional LSTM(64) 64 + 64 98,816 3.6 %",
      "4 Dense(1) 1 129 < 0.1 %",
      "total 2,757,761",
    ]);
    assert.deepEqual(await texts(page, ".whole, .note"), [], "it stands there instead of the long formula");
    await page.click(within(".of-layers tbody tr:nth-child(3) button"));
    const there = await page.evaluateOn("rnn-params", async (element) => {
      await element.updateComplete;
      const { activeElement } = element.shadowRoot;
      const { top, bottom } = activeElement.getBoundingClientRect();
      return { title: activeElement.textContent.trim(), seen: top >= 0 && bottom <= innerHeight };
    });
    assert.deepEqual(there, { title: "Layer 3: bidirectional LSTM, 128 → 64 98,816", seen: true });
  });

  test("a row leads to a folded derivation, and to one that is not shown yet", async () => {
    const many = Array.from({ length: 25 }, (_, index) => `Dense(${index + 2})`).join(",");
    const page = await site.open(`?framework=keras&input=3&layers=${many}`);
    await page.click(within(".layers-room .quiet")); // 10 rows stand there at first
    for (const place of [6, 24]) {
      await page.click(within(`.of-layers tbody tr:nth-child(${place}) button`));
      await page.waitFor((/** @type {number} */ place) => {
        const active = document.querySelector("rnn-params")?.shadowRoot?.activeElement;
        return (
          active?.getAttribute("aria-expanded") === "true" &&
          active.textContent?.trim().startsWith(`Layer ${place}: Dense`)
        );
      }, place);
    }
  });

  test("what units in gates are also called is said where there are gates", async () => {
    const said = async (/** @type {string} */ query) => (await texts(await site.open(query), ".postscript")).length;
    assert.equal(await said("?input=64&layers=LSTM(32),Dense(3)"), 1);
    assert.equal(await said("?framework=keras&input=64&layers=Dense(32),Conv1D(8,3)"), 0);
    for (const layers of ["NASCell(32)", "NASCell(8),NASCell(8),NASCell(8)"])
      assert.equal(await said(`?framework=tfa&input=8&layers=${layers}`), 0, layers); // its parts are no gates
  });

  test("what has units of another layer's width alone is not counted as another cell", async () => {
    const page = await site.open("?framework=xlstm&input=64&layers=sLSTM(4)");
    assert.ok((await reading(page)).includes("An sLSTM has 3 gates"));
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".after")));
    assert.deepEqual(await texts(page, "p.others"), []);
  });

  test("one layer has no table; what is still to be filled in is not given away by one", async () => {
    assert.deepEqual(await texts(await site.open("?input=64&layers=LSTM(32)"), ".of-layers"), []);
    const page = await site.open("?input=64&layers=LSTM(32),LSTM(32)");
    assert.equal((await texts(page, ".of-layers")).length, 1);
    await page.evaluateOn("rnn-params", (element) => element.setAttribute("fade", "all"));
    assert.deepEqual(await texts(page, ".of-layers"), []);
  });

  test("what is not trained is told under the total, and dotted in the picture", async () => {
    const page = await site.open("?framework=keras&layers=Embedding(10,8,trainable=false),LSTM(4)");
    assert.deepEqual(await texts(page, ".split"), ["208 trained, 80 not"]);
    assert.ok((await reading(page)).includes("These 80 numbers are not trained."));
    assert.equal((await texts(page, ".frozen")).length, 1);
    assert.ok((await texts(page, ".drawing .hint")).includes("Dotted: not trained."));
  });
});
