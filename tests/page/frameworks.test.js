// Tests of every framework's own number: the table of totals, the other frameworks, tensors, options, code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOn, inEveryBrowser, link, look, reading, within } from "./site.js";

/** @import { Page } from "./page.js" */

/**
 * The table of totals, row by row: what stands left and right, links only.
 * @param {Page} page
 */
function totals(page) {
  return page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const clean = (/** @type {Element | null} */ node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
    const rows = /** @type {Element[]} */ ([...element.shadowRoot.querySelectorAll(".totals tr")]);
    return rows.map((row) => ({
      total: clean(row.querySelector("th")),
      names: [...row.querySelectorAll("a:not(.source)")].map(clean),
      sources: [...row.querySelectorAll("a.source")].map((one) => one.getAttribute("href") ?? ""),
      text: clean(row.querySelector("td")),
    }));
  });
}

/** @param {Page} page @param {string} value */
const choose = (page, value) =>
  page.evaluateOn(
    within("#more-frameworks"),
    (select, value) => {
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    value,
  );

inEveryBrowser((site) => {
  test("fields are called as the sizes in the framework's formulas", async () => {
    for (const [query, labels] of /** @type {[string, string[]][]} */ ([
      ["framework=pytorch&input=3&layers=Linear(5)", ["in_features", "out_features"]],
      [
        "framework=pytorch&layers=Embedding(9,3), LSTM(7, proj_size=2), Linear(5)",
        ["num_embeddings", "embedding_dim", "hidden_size", "out_features", "proj_size"],
      ],
      ["framework=keras&layers=Embedding(9,3), GRU(7), Dense(5)", ["input_dim", "output_dim", "units", "units"]],
      ["framework=flax_linen&input=3&layers=GRU(7), Dense(5)", ["in_features", "features", "features"]],
      ["input=64&layers=LSTM(32), Dense(1)", ["input_dim", "num_units", "num_units"]],
    ])) {
      const page = await site.open(link(query));
      const seen = await page.evaluateOn("rnn-params", (element) => {
        const formulas = [...element.shadowRoot.querySelectorAll(".symbols")]
          .map((one) => one.getAttribute("aria-label"))
          .join(" ");
        const shown = [...element.shadowRoot.querySelectorAll(".form .field > label")].map((label) =>
          label.textContent.trim(),
        );
        return { shown, inFormulas: shown.filter((label) => formulas.includes(label)) };
      });
      for (const label of labels)
        assert.ok(seen.inFormulas.includes(label), `${query}: ${label} is not in ${seen.inFormulas}, of ${seen.shown}`);
    }
  });

  test("all frameworks, one row per total, one click away", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=GRU(32)"));
    assert.deepEqual(await totals(page), [], "closed at first");
    await clickOn(page, "summary", "All frameworks");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".totals")));
    const rows = await totals(page);
    assert.deepEqual(
      rows.map(({ total }) => total).filter((total) => !total.startsWith("10,336")),
      ["9,408", "9,216 = 9,408 − 192", "9,312 = 9,408 − 96", "9,344 = 9,408 − 64"],
    );
    assert.ok(rows[0].names.includes("ONNX") && rows[0].names.includes("PyTorch"));
    assert.match(rows[0].text, /with reset_after=True: *Keras up to 2\.3/);
    assert.match(rows[0].text, /MATLAB \(recurrent-bias-after-multiplication\)/);
    // Lasagne comes to the same total by a state that it trains: each way has its reason.
    assert.match(rows[3].text, /flax\.linen, Equinox, MLX and ncnn: no second biases in the gates, 2\s×\s32/);
    assert.match(
      rows[3].text,
      /Lasagne: one bias per unit instead of two \(−96\); an initial state that is stored \(\+32\)/,
    );
    assert.match(
      rows[4].text,
      /with reset_after=False: *Flux\.jl .*its GRUv3 also keeps a block .* that it never uses\.$/,
    );
    for (const { sources } of rows) for (const source of sources) assert.match(source, /^https:\/\//);
    assert.match((await look(page)).search, /open=frameworks/);
  });

  test("a name in the table leads to that framework's own count", async () => {
    const page = await site.open(link("input=64&layers=GRU(32)&open=frameworks"));
    await clickOn(page, ".totals a", "MATLAB");
    const seen = await look(page);
    assert.equal(seen.total, "9,312");
    assert.match(seen.search, /framework=matlab/);
    assert.match(await reading(page), /\(NumHiddenUnits \+ InputSize \+ 1\) × NumHiddenUnits/);
  });

  test("while somebody types, what waits for a rest shows no other model's totals", async () => {
    const page = await site.open("?framework=keras&input=64&layers=RNN(1),RNN(2),RNN(3),RNN(4),RNN(5)");
    // An RNN of h units on d numbers has h × (h + d + 1) parameters, in ONNX h × (h + d + 2); an LSTM four times as many.
    const total = (/** @type {number} */ input, /** @type {number} */ biases) =>
      [input, 1, 2, 3, 4].reduce((sum, reads, at) => sum + (at + 1) * (at + 1 + reads + biases), 0);
    const seen = () =>
      page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        const waits = element.shadowRoot.querySelector(".in-time");
        const others = waits.querySelector(".others");
        const told = getComputedStyle(others).visibility === "visible" ? others.textContent : "";
        const option = [...element.shadowRoot.querySelectorAll("#more-frameworks option")].find(
          ({ value }) => value === "onnx",
        );
        return { total: element.total.toString(), option: option.textContent, told: told.replace(/\s+/g, " ") };
      });
    const lstm = (/** @type {number} */ input) => new RegExp(`\\b${4 * total(input, 1)}\\b`);
    const first = await seen();
    assert.equal(first.option, `ONNX: ${total(64, 2)}`);
    assert.match(first.told, lstm(64));
    await page.click(within("#input"));
    await page.press("End");
    await page.press("Backspace");
    const typed = await seen();
    assert.deepEqual(typed, { total: `${total(6, 1)}`, option: "ONNX", told: "" });
    await page.evaluateOn(within("#more-frameworks"), (select) => select.dispatchEvent(new Event("pointerdown")));
    const looked = await seen();
    assert.equal(looked.option, `ONNX: ${total(6, 2)}`, "it is about to be opened");
    await page.press("5");
    assert.equal((await seen()).told, "");
    await page.waitFor(
      () =>
        getComputedStyle(
          /** @type {any} */ (document.querySelector("rnn-params")).shadowRoot.querySelector(".in-time .others"),
        ).visibility === "visible",
    );
    const rested = await seen();
    assert.equal(rested.option, `ONNX: ${total(65, 2)}`);
    assert.match(rested.told, lstm(65));
  });

  test("any framework can be chosen, in its own words, with its tensors", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&open=tensors"));
    const offered = await page.text(within("#more-frameworks"));
    assert.match(offered, /ONNX: 12,544/);
    assert.match(offered, /TensorFlow 1: 12,416/);
    await page.click(within(".postscript")); // WebKit's way back skips what no reader's hand has done
    await choose(page, "onnx");
    const seen = await look(page);
    assert.equal(seen.total, "12,544");
    assert.equal(seen.framework, "", "none of the three");
    assert.match(seen.search, /framework=onnx/);
    const text = await reading(page);
    assert.match(text, /\[\(hidden_size \+ input_size \+ 2\) × hidden_size\] × 4/);
    assert.match(text, /W \(1, 128, 64\) 8,192 R \(1, 128, 32\) 4,096 B \(1, 256\) 256 sum 12,544/);
    assert.match(text, /The notes and Keras count 12,416, 128 fewer: they keep one bias where ONNX keeps two\./);
    await page.back();
    assert.equal((await look(page)).total, "12,416");
  });

  test("shapes stand there as code has them, in the tables and beside the picture, in any language", async () => {
    for (const lang of ["en", "hi"]) {
      const page = await site.open(link(`framework=keras&input=1024&layers=LSTM(2048)&open=tensors&lang=${lang}`));
      await page.click(within("[name=cut][value=tensor]"));
      const shapes = await page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll("td.shape, .tensor-key span span")].map((one) => one.textContent),
      );
      const keras = ["(1024, 8192)", "(2048, 8192)", "(8192)"];
      assert.deepEqual(shapes.toSorted(), [...keras, ...keras].toSorted());
    }
  });

  test("options that few frameworks have: closed at first, and a step each", async () => {
    const page = await site.open(link("framework=tf1&input=10&layers=LSTM(7)"));
    assert.doesNotMatch(await reading(page), /peepholes/);
    await page.evaluateOn(within(".options"), (details) => {
      details.open = true;
    });
    await clickOn(page, "label.check", "peepholes");
    assert.equal((await look(page)).total, "525");
    const text = await reading(page);
    assert.match(text, /3 × num_units = 3 × 7 = 21/);
    assert.match(text, /= 504 \+ 21 = 525/);
    await page.fill(within("#layer-0-proj_size"), "3");
    assert.equal((await look(page)).total, String((3 + 10 + 1) * 7 * 4 + 3 * 7 + 3 * 7));
    assert.match(await reading(page), /num_proj × num_units = 3 × 7 = 21/);
  });

  test("what a framework lacks is said at its field, with those who have it", async () => {
    const page = await site.open(link("framework=tinygrad&input=64&layers=GRU(32)"));
    const seen = await look(page);
    assert.equal(seen.total, "—");
    assert.match(seen.wrong.join(), /tinygrad has no GRU, as far as we know\. The notes, Keras and others have one\./);
    await clickOn(page, "button", "Count as PyTorch does");
    assert.equal((await look(page)).total, "9,408");
  });

  test("a whole model: totals and code that builds it", async () => {
    const layers = "Embedding(20000, 128), Bidirectional(LSTM(64)), Bidirectional(LSTM(64)), Dense(1)";
    const page = await site.open(link(`framework=keras&layers=${layers}&open=code`));
    assert.equal((await look(page)).total, "2,757,761");
    const code = await page.text(within("figure.code pre"));
    assert.match(code, /^import keras/);
    assert.match(code, /print\(model\.count_params\(\)\) {2}# 2757761$/);
  });

  test("TimeDistributed stays around its layer when a size changes", async () => {
    const page = await site.open(link("framework=keras&input=8&layers=LSTM(4), TimeDistributed(Dense(3))"));
    await page.fill(within("#layer-1-units"), "5");
    assert.match((await look(page)).search, /TimeDistributed\(Dense\(5\)\)/);
    assert.equal((await look(page)).total, String((4 + 8 + 1) * 4 * 4 + (4 + 1) * 5));
  });
});
