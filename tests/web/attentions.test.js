// Tests of telling/attentions.js and whys.js: what is said of an attention's parts and of a PReLU's slopes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "../../web/messages/languages.js";
import { besidesIn } from "../../web/telling/around.js";
import { saidOf, stepWords } from "../../web/telling/steps.js";
import { allWordsOf } from "./words.js";

const [english, hindi] = await Promise.all(languages.map(allWordsOf));

/** @typedef {import("../../web/engine.js").SpecialTopic} Topic */
/** @typedef {{ name: string, shape: string[], role?: string, topic?: Topic }} Tensor */

/**
 * A layer with such tensors, as far as its steps speak of it.
 * @param {string} cell
 * @param {Topic} kind of the step
 * @param {Tensor[]} tensors
 * @returns {any}
 */
function layerOf(cell, kind, tensors) {
  const weights = tensors.map(({ topic = kind, role = "weights", ...tensor }) => ({
    ...{ ...tensor, role, cells: [{ topic }] },
  }));
  const layer = { name: cell, cell, total: "10", frozen: "0", tied: -1, window: [], gates: [], rule: {}, weights };
  return {
    layer: { ...layer, steps: [{ kind, symbols: { text: "", tokens: [] } }, { kind: "layer_sum" }] },
    kind: undefined,
    place: 1,
  };
}

/** What its first step says in both languages. @param {ReturnType<typeof layerOf>} facts */
function told(facts) {
  const [step] = facts.layer.steps;
  const model = /** @type {any} */ ({ answer: { written: [{ args: [] }] }, catalog: {} });
  return [english, hindi].map((m) => besidesIn(m)(stepWords(step, facts, m), step, facts, model));
}

/** @type {[what: string, facts: any, en: string, hi: string][]} */
const rows = [
  [
    "heads of a size of their own, with biases",
    layerOf("MultiHeadAttention", "projections", [
      { name: "query/kernel", shape: ["96", "2", "8"] },
      { name: "query/bias", shape: ["2", "8"], role: "bias" },
    ]),
    "Each head has matrices of its own, which make a query, a key and a value of every time step. Every number that they make has a bias.",
    "हर head की अपनी matrices हैं, जिनसे हर time step की एक query, एक key और एक value बनती हैं. इनसे बनी हर संख्या का एक bias है.",
  ],
  [
    "heads that divide the width, without biases",
    layerOf("MultiHeadAttention", "projections", [{ name: "in_proj_weight", shape: ["96", "32"] }]),
    "Three matrices make a query, a key and a value of every time step; the heads divide them among themselves. There is no bias.",
    "तीन matrices से हर time step की एक query, एक key और एक value बनती हैं; heads इन्हें आपस में बाँट लेते हैं. Bias नहीं है.",
  ],
  [
    "groups of heads",
    layerOf("GroupQueryAttention", "projections", [{ name: "query/kernel", shape: ["96", "2", "8"] }]),
    "Each head has matrices of its own, which make a query, a key and a value of every time step. Heads of one group share their keys and values. There is no bias.",
    "हर head की अपनी matrices हैं, जिनसे हर time step की एक query, एक key और एक value बनती हैं. एक group के heads की keys और values साझा हैं. Bias नहीं है.",
  ],
  [
    "what joins the heads",
    layerOf("MultiHeadAttention", "output_projection", [
      { name: "out_proj.weight", shape: ["32", "32"] },
      { name: "out_proj.bias", shape: ["32"], role: "bias" },
    ]),
    "What all heads have found stands side by side, and one more matrix makes the output of it. Every number that it makes has a bias.",
    "सारे heads का नतीजा अगल-बगल रखा जाए, तो एक और matrix से उसका output बनता है. उससे बनी हर संख्या का एक bias है.",
  ],
  [
    "a key and a value more",
    layerOf("MultiHeadAttention", "extra_key", [{ name: "bias_k", shape: ["1", "1", "32"] }]),
    "A key and a value are learned that stand for no time step.",
    "एक key और एक value ऐसी सीखी जाती हैं, जो किसी time step की नहीं हैं.",
  ],
  [
    "one scale",
    layerOf("Attention", "scale", [{ name: "scale", shape: [] }]),
    "A single number scales the scores: scale.",
    "Scores का scale एक संख्या से तय होता है: scale.",
  ],
  [
    "two scales",
    layerOf("Attention", "scale", [
      { name: "scale", shape: [] },
      { name: "concat_score_weight", shape: [] },
    ]),
    "Single numbers scale the scores: scale and concat_score_weight.",
    "Scores का scale अलग-अलग संख्याओं से तय होता है: scale और concat_score_weight.",
  ],
  [
    "a scale for each feature",
    layerOf("AdditiveAttention", "scale", [{ name: "scale", shape: ["96"] }]),
    "A score is a sum over the features; each of them has a scale.",
    "Score सारे features का जोड़ है; हर feature का एक scale है.",
  ],
  [
    "slopes of features at time steps",
    layerOf("PReLU", "slopes", [{ name: "alpha", shape: ["10", "64"] }]),
    "What is below zero is multiplied by a slope: one for each of the 64 features at each of the 10 time steps.",
    "शून्य से छोटी संख्या एक slope से गुणा होती है: 10 time steps में से हर एक पर 64 features में से हर एक के लिए एक.",
  ],
  [
    "slopes that time steps share",
    layerOf("PReLU", "slopes", [{ name: "alpha", shape: ["1", "64"] }]),
    "What is below zero is multiplied by a slope: one for each of the 64 features.",
    "शून्य से छोटी संख्या एक slope से गुणा होती है: 64 features में से हर एक के लिए एक.",
  ],
  [
    "slopes that features share",
    layerOf("PReLU", "slopes", [{ name: "alpha", shape: ["10", "1"] }]),
    "What is below zero is multiplied by a slope: one for each of the 10 time steps.",
    "शून्य से छोटी संख्या एक slope से गुणा होती है: 10 time steps में से हर एक के लिए एक.",
  ],
  [
    "a slope that is a number alone, as Flax's",
    layerOf("PReLU", "slopes", [{ name: "negative_slope", shape: [] }]),
    "What is below zero is multiplied by a slope: one for all features.",
    "शून्य से छोटी संख्या एक slope से गुणा होती है: सारे features के लिए एक ही.",
  ],
  [
    "PyTorch's slope",
    layerOf("PReLU", "slopes", [{ name: "weight", shape: ["1"] }]),
    "What is below zero is multiplied by a slope: one for all features.",
    "शून्य से छोटी संख्या एक slope से गुणा होती है: सारे features के लिए एक ही.",
  ],
];

for (const [what, facts, en, hi] of rows) {
  test(what, () => {
    const [one, other] = told(facts);
    assert.deepEqual([one.sentence, other.sentence], [en, hi]);
    for (const { title, why } of [one, other]) assert.ok(title !== "" && why !== "", what);
    assert.match(other.title + other.why, /\p{Script=Devanagari}/u);
  });
}

test("the same numbers at every time step, but for slopes that are not shared", () => {
  const why = (/** @type {number} */ row) => told(rows[row][1])[0].why;
  for (const row of [0, 1, 2, 3, 5, 7]) assert.match(why(row), /The number of time steps does not appear/);
  assert.match(why(8), /^The number of time steps is in the count, unless shared_axes/);
  for (const row of [9, 11]) assert.doesNotMatch(why(row), /time steps/);
});

test("a layer of one scale has a scale, and others scales", () => {
  const title = (/** @type {number} */ row) => told(rows[row][1]).map((words) => words.title);
  assert.deepEqual(title(5), ["The scale of the scores", "Scores का scale"]);
  assert.deepEqual(title(6), ["The scales of the scores", "Scores के scales"]);
  assert.deepEqual(title(7), ["The scales of the scores", "Scores के scales"]);
});

test("a root mean square is no mean and variance", () => {
  const facts = layerOf("RMSNormalization", /** @type {any} */ ("matrix"), [
    { name: "scale", shape: ["64"], role: "scale" },
  ]);
  facts.layer.rule.vectors = "1";
  facts.layer.input = "64";
  assert.deepEqual(saidOf(facts.layer.steps[0], facts), {
    title: { id: "vectors", count: "1", owner: "feature" },
    sentence: [{ id: "vectors", count: "64", owner: "feature", roles: ["scale"] }],
    why: [{ id: "measures_square" }],
  });
});

test("an attention and a PReLU pass on as much as they read", () => {
  const behind = (/** @type {any} */ before, /** @type {any} */ kindBefore) =>
    saidOf(/** @type {any} */ ({ kind: "handed_on" }), {
      ...layerOf("Dense", /** @type {any} */ ("handed_on"), []),
      ...{ before, kindBefore, handed: ["32"], layer: { total: "1", input: "32", rule: { input_word: "d" } } },
    }).sentence[0].id;
  const attention = layerOf("MultiHeadAttention", "output_projection", [{ name: "o", shape: ["2", "8", "32"] }]).layer;
  assert.equal(
    behind({ ...attention, input: "32", output: "32", hands_on: { width: "32" } }, { keeps_width: true }),
    "width_kept",
  );
  const prelu = layerOf("PReLU", "slopes", []).layer;
  assert.equal(
    behind({ ...prelu, input: "32", output: "32", hands_on: { width: "32" } }, { keeps_width: true }),
    "width_kept",
  );
});
