// Tests of web/telling/around.js: what layers without parameters do, and what is said besides of a layer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { alsoSaid, besidesIn, doesSaid, stepsInto } from "../../web/telling/around.js";
import { countsSteps } from "../../web/telling/facts.js";
import { allWordsOf, english } from "./words.js";

const engine = await load();
const { keys } = engine.catalog();
const hindi = await allWordsOf(languages[1]);

/**
 * A layer behind another one, as the core answers, as far as it matters here.
 * @param {object} layer
 * @param {object} kind
 * @param {{ steps?: string, query?: string, args?: object[], place?: number }} [others] `steps`: of the layer before
 */
function told(layer, kind, { steps = "", query = "", args = [], place = 2 } = {}) {
  const before = { steps: [], rule: {}, hands_on: { width: "64", steps } };
  const whole = {
    ...{ name: "Layer", cell: "Layer", input: "64", total: "0", frozen: "0", tied: -1, origin: 0, rule: {} },
    ...{ steps: [{ kind: "layer_sum" }], hands_on: { width: "64", steps: "" } },
    ...layer,
  };
  const catalog = {
    keys,
    layers: [{ cell: "Layer", does: "", reads_words: false, ...kind }],
    frameworks: [{ id: "keras", name: "Keras" }],
  };
  const answer = { query, framework: "keras", written: [{ args }], layers: place > 1 ? [before, whole] : [whole] };
  const facts = /** @type {any} */ ({ layer: whole, kind: catalog.layers[0], place });
  return { facts, model: /** @type {any} */ ({ answer, catalog }) };
}

/** @param {ReturnType<typeof told>} layer @param {any} [m] */
const spoken = ({ facts, model }, m = english) =>
  besidesIn(m)({ sentence: "It is told.", why: "" }, facts.layer.steps[0], facts, model).sentence;

/** What a layer does, what comes in, what it hands on, and the sentence. @type {[does: string, layer: object, steps: string, sentence: string][]} */
const rows = [
  ["keeps", { name: "Dropout" }, "", "Dropout keeps what it reads: 64 numbers."],
  ["keeps", { name: "Dropout", input: "" }, "", "Dropout keeps what it reads."],
  [
    "flattens",
    { name: "Flatten", hands_on: { width: "640", steps: "" } },
    "10",
    "Flatten lays 10 time steps of 64 numbers in one row: 640.",
  ],
  [
    "flattens",
    { name: "Flatten", hands_on: { width: "", steps: "" } },
    "",
    "Flatten lays time steps of 64 numbers in one row.",
  ],
  ["flattens", { name: "Flatten" }, "", "Flatten finds one row of 64 numbers, and keeps it."],
  [
    "pools",
    { name: "MaxPooling1D", hands_on: { width: "64", steps: "33" } },
    "99",
    "MaxPooling1D keeps the 64 numbers; of 99 time steps 33 are left.",
  ],
  ["pools", { name: "MaxPooling1D" }, "", "MaxPooling1D keeps the 64 numbers."],
  [
    "pools",
    { name: "MaxPooling1D", hands_on: { width: "64", steps: "1" } },
    "3",
    "MaxPooling1D keeps the 64 numbers; of 3 time steps 1 is left.",
  ],
  [
    "pools_all",
    { name: "GlobalMaxPooling1D" },
    "10",
    "GlobalMaxPooling1D takes all time steps together: one row of 64 numbers.",
  ],
  [
    "adapts",
    { name: "AdaptiveMaxPool1d", hands_on: { width: "64", steps: "5" } },
    "10",
    "AdaptiveMaxPool1d keeps the 64 numbers; 10 time steps become 5.",
  ],
  [
    "adapts",
    { name: "AdaptiveMaxPool1d", hands_on: { width: "64", steps: "5" } },
    "",
    "AdaptiveMaxPool1d keeps the 64 numbers; 5 time steps.",
  ],
  [
    "repeats",
    { name: "RepeatVector", hands_on: { width: "64", steps: "10" } },
    "",
    "RepeatVector repeats the 64 numbers at each of 10 time steps.",
  ],
  [
    "reshapes",
    { name: "Reshape", hands_on: { width: "16", steps: "40" } },
    "10",
    "Reshape lays the numbers out anew: 40 time steps of 16 numbers.",
  ],
  [
    "reshapes",
    { name: "Reshape", hands_on: { width: "16", steps: "" } },
    "",
    "Reshape lays the numbers out anew: rows of 16 numbers.",
  ],
  [
    "permutes",
    { name: "Permute", hands_on: { width: "10", steps: "64" } },
    "10",
    "Permute puts the axes in another order: 64 time steps of 10 numbers.",
  ],
  [
    "resamples",
    { name: "UpSampling1D", hands_on: { width: "64", steps: "20" } },
    "10",
    "UpSampling1D keeps the 64 numbers; 10 time steps become 20.",
  ],
  [
    "pads",
    { name: "ZeroPadding1D", hands_on: { width: "64", steps: "12" } },
    "10",
    "ZeroPadding1D keeps the 64 numbers; 10 time steps become 12.",
  ],
  [
    "crops",
    { name: "Cropping1D", hands_on: { width: "64", steps: "8" } },
    "10",
    "Cropping1D keeps the 64 numbers; of 10 time steps 8 are left.",
  ],
  [
    "enters",
    { name: "Input", hands_on: { width: "64", steps: "10" } },
    "",
    "Input says what comes in: 10 time steps of 64 numbers. It begins a branch of its own.",
  ],
  [
    "joins",
    { name: "Concatenate", hands_on: { width: "96", steps: "" } },
    "",
    "Concatenate joins several inputs and passes on 96 numbers.",
  ],
  ["halves", { name: "GLU", hands_on: { width: "32", steps: "" } }, "", "GLU passes on half of the 64 numbers: 32."],
  ["hides", { name: "Lambda", hands_on: { width: "", steps: "" } }, "", "What Lambda passes on is not known here."],
  ["looks_up", { name: "TextVectorization" }, "", "TextVectorization turns words into their numbers."],
];

for (const [does, layer, steps, sentence] of rows) {
  test(sentence, () => {
    const one = told(layer, { does }, { steps });
    assert.equal(spoken(one), sentence);
    const translated = spoken(one, hindi);
    assert.match(translated, /[\u0900-\u097f]/);
    assert.deepEqual(sorted(translated), sorted(sentence), translated);
  });
}

/** @param {string} text */
const sorted = (text) => (text.match(/\d+/g) ?? []).sort();

test("there is a sentence for all that a layer can do, and none that nothing says", () => {
  const all = [...new Set(rows.map(([does]) => does))].sort();
  assert.deepEqual(all, Object.keys(english.around.does).sort());
});

test("how many time steps come in: by the layer before, of the first one by the field; not where a branch begins", () => {
  const into = (/** @type {ReturnType<typeof told>} */ { model }, /** @type {number} */ index) =>
    stepsInto(model, index);
  assert.equal(into(told({}, {}, { steps: "10" }), 1), "10");
  assert.equal(into(told({ input: "96" }, {}, { steps: "10" }), 1), "");
  assert.equal(
    into(told({}, {}, { place: 1, query: "framework=keras&input=64&timesteps=10&layers=Flatten()" }), 0),
    "10",
  );
  assert.equal(into(told({}, {}, { place: 1, query: "framework=keras&input=64&layers=Flatten()" }), 0), "");
});

test("a layer with parameters does nothing that is told so", () => {
  const { facts, model } = told({ total: "10" }, {});
  assert.equal(doesSaid(facts, model), undefined);
  assert.equal(spoken({ facts, model }), "It is told.");
});

/** @param {object} layer @param {object} [kind] @param {object} [others] */
function also(layer, kind = {}, others = {}) {
  const { facts, model } = told({ total: "346400", ...layer }, kind, others);
  return alsoSaid(facts, model);
}

test("what is frozen is said at its layer, also where it is in vain", () => {
  const off = [{ name: "trainable", text: "False" }];
  assert.deepEqual(also({ frozen: "346400" }), [{ id: "frozen", count: "346400" }]);
  assert.deepEqual(also({ frozen: "0" }, {}, { args: off }), [{ id: "frozen_in_vain", name: "Keras" }]);
  assert.deepEqual(also({ frozen: "0" }, {}, { args: [{ name: "trainable", text: "true" }] }), []);
  assert.deepEqual(also({ frozen: "100" }), [], "a normalisation's statistics");
  assert.deepEqual(also({ total: "0", frozen: "0" }, {}, { args: off }), []);
  assert.deepEqual(also({ total: "", frozen: "" }, {}, { args: off }), []);
  assert.equal(
    spoken(told({ total: "346400", frozen: "346400" }, {})),
    "It is told. These 346,400 numbers are not trained.",
  );
});

test("a tied layer says whose matrix it is, and an embedding behind others that it begins a branch", () => {
  assert.deepEqual(also({ tied: 0 }), [{ id: "tied", place: 1 }]);
  assert.equal(english.around.also.tied({ place: 1 }), "Its matrix is that of layer 1, counted there.");
  assert.deepEqual(also({}, { reads_words: true }), [{ id: "branch" }]);
  assert.deepEqual(also({}, { reads_words: true }, { place: 1 }), []);
});

test("what is said besides stands at the last step, once", () => {
  const steps = [{ kind: "matrices" }, { kind: "matrices_total" }];
  const { facts, model } = told({ total: "346400", frozen: "346400", steps }, {});
  const [first, last] = facts.layer.steps.map(
    (/** @type {any} */ step) => besidesIn(english)({ sentence: "Told.", why: "" }, step, facts, model).sentence,
  );
  assert.deepEqual([first, last], ["Told.", "Told. These 346,400 numbers are not trained."]);
});

test("how many time steps come in is the field's, or what the first layer says", () => {
  const steps = (/** @type {string} */ query) =>
    stepsInto({ answer: engine.explain(query), catalog: engine.catalog() }, 0);
  assert.equal(steps("input=64&timesteps=10&layers=LSTM(32)"), "10");
  assert.equal(steps("layers=LSTM(32,input_shape=(10,64))"), "10");
  assert.equal(steps("input=64&seq_len=10&layers=LSTM(x)"), "10");
  assert.equal(steps("input=64&timesteps=-3&layers=LSTM(32)"), "");
  assert.equal(steps("input=64&layers=LSTM(32)"), "");
});

test("time steps are in the formula only where they are in a product", () => {
  const counted = (/** @type {string} */ query) => countsSteps(engine.explain(query));
  assert.equal(counted("framework=keras&input=8&timesteps=9&layers=LSTM(8,return_sequences=true),PReLU()"), true);
  assert.equal(counted("framework=keras&input=8&timesteps=9&layers=LSTM(8),Dense(2)"), false);
  assert.equal(counted("framework=pytorch&input=8&timesteps=9&layers=PReLU()"), false);
  // As many places as steps are left.
  assert.equal(counted("framework=keras2&input=8&timesteps=9&layers=LocallyConnected1D(2,3)"), true);
});
