// Tests of web/page/worked_examples.js and web/export/code.js: what the page shows of the notes' examples, in the notes' numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { codeFor } from "../../web/export/code.js";
import { workedExamples } from "../../web/page/worked_examples.js";
import { differencesOf, differenceWords } from "../../web/telling/comparisons.js";
import { factsOf, onFirstScreen } from "../../web/telling/facts.js";
import { headlineWords, repeatedWords } from "../../web/telling/model.js";
import { stepWords } from "../../web/telling/steps.js";
import { english as messages } from "./words.js";

const engine = await load();
const catalog = engine.catalog();
const html = workedExamples(engine);
const text = html.replace(/<\/(h\d|p|div|li)>/g, "\n").replace(/<[^>]*>/g, "");

test("the five examples, in the notes' order", () => {
  const titles = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);
  assert.deepEqual(titles, ["LSTM", "Multilayer", "Bidirectional", "Multilayer bidirectional", "GRU"]);
});

for (const line of [
  "[(num_units + input_dim + 1) × num_units] × 4 = [(32 + 64 + 1) × 32] × 4 = 12,416",
  "gates + candidate = 3 + 1 = 4",
  "num_units + input_dim + 1 = 32 + 64 + 1 = 97",
  "= 97 × 32 = 3,104",
  "= 3,104 × 4 = 12,416",
  "= [(32 + 32 + 1) × 32] × 4",
  "= 12,416 + 8,320 = 20,736",
  "= 2 × 12,416 = 24,832",
  "num_units + num_units = 32 + 32 = 64",
  "as in layer 1: 3 + 1 = 4",
  "= 24,832 + 24,832 = 49,664",
  "= 3,104 × 3 = 9,312",
]) {
  test(`the static examples say ${line}`, () => assert.ok(text.includes(line), text));
}

test("the static examples are plain markup", () => {
  assert.doesNotMatch(html, /style=|on\w+=|<script|undefined|NaN|□/);
});

/** @param {string} query */
function shown(query) {
  const answer = engine.explain(query);
  return {
    answer,
    headline: headlineWords(answer, catalog, messages),
    differences: differencesOf(answer, engine.compare(query, { framework: onFirstScreen(catalog) }), catalog).map(
      (one) => differenceWords(one, catalog, messages),
    ),
    step: (/** @type {number} */ layer, /** @type {number} */ index) =>
      stepWords(answer.layers[layer].steps[index], factsOf(answer, layer, catalog), messages),
  };
}

test("LSTM 64 → 32 in words", () => {
  const { headline, differences, step } = shown("input=64&layers=LSTM(32)");
  assert.equal(headline, "LSTM, 64 → 32");
  assert.deepEqual(differences, [
    "Keras prints the same number.",
    "PyTorch prints 12,544, 128 more: a second bias, 32 units × 4 matrices.",
  ]);
  assert.equal(step(0, 0).title, "Four weight matrices");
  assert.equal(
    step(0, 0).sentence,
    "An LSTM has 3 gates (forget, input, output) and 1 cell candidate; each has a weight matrix of its own: W_forget, W_input, W_output, W_cell.",
  );
  assert.equal(
    step(0, 1).sentence,
    "At every time step each unit reads the previous activations a^(t−1) (32 numbers), the input x^t (64 numbers), and a constant 1 for its bias: concat[a^(t−1), x^t], + 1.",
  );
  assert.equal(step(0, 2).sentence, "It has 32 units, and each unit has 97 weights.");
  assert.equal(step(0, 3).title, "All four");
});

test("two bidirectional layers in words", () => {
  const { headline, differences, step } = shown("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))");
  assert.equal(headline, "2 bidirectional LSTM layers, 10 → 7 + 7 → 7 + 7");
  assert.equal(step(1, 0).title, "What layer 1 passes on");
  assert.equal(
    step(1, 0).sentence,
    "Both directions' units, one after the other: concat(7, 7). That is layer 2's input_dim.",
  );
  assert.match(step(0, 1).sentence, /its own direction only: 7, not 14\.$/);
  assert.match(differences[1], /^PyTorch prints 2,352, 112 more: a second bias in every direction and layer/);
});

test("GRU as Keras counts, LSTM as PyTorch counts", () => {
  const gru = shown("framework=keras&input=10&layers=GRU(7)");
  assert.equal(gru.headline, "GRU, 10 → 7, as Keras counts");
  assert.deepEqual(gru.differences, [
    "PyTorch prints the same number.",
    "The notes count 378, 21 fewer: one bias per unit instead of two.",
  ]);
  assert.match(gru.step(0, 0).sentence, /^A GRU has 2 gates \(update z, reset r\) and 1 candidate h/);
  const lstm = shown("framework=pytorch&input=10&layers=LSTM(7)");
  assert.deepEqual(lstm.differences, [
    "The notes and Keras count 504, 28 fewer: they keep one bias where PyTorch keeps two.",
  ]);
  assert.match(
    lstm.step(0, 0).sentence,
    /3 gates \(input i, forget f, output o\) and 1 cell candidate g; their matrices are kept one under the other in the order i, f, g, o\.$/,
  );
});

test("equal layers fold", () => {
  const { answer } = shown("input=64&layers=LSTM(32,num_layers=12)");
  assert.equal(answer.runs.length, 3);
  assert.equal(
    repeatedWords(answer.runs[2], answer.layers[2].total, answer.runs[2].sum, messages),
    "Layers 3 to 12: as layer 2, 10 × 8,320 = 83,200",
  );
});

test("the code prints the framework's total", () => {
  const texts = { framework: "", input: "64", timesteps: "", layers: "LSTM(32)", budget: "" };
  const [keras, pytorch] = codeFor(texts, engine.explain, catalog);
  assert.match(keras.code, /keras\.layers\.LSTM\(32.*# 12416$/s);
  assert.match(
    pytorch.code,
    /nn\.LSTM\(64, 32, batch_first=True\).*sum\(p\.numel\(\) for p in model\.parameters\(\)\)\)\s+# 12544$/s,
  );
  assert.deepEqual(
    codeFor({ ...texts, layers: "Bidirectional(LSTM(32), merge_mode=sum)" }, engine.explain, catalog).map(
      ({ framework }) => framework,
    ),
    ["keras", "tfjs"],
  );
});
