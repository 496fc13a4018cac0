// Tests of web/telling/gates.js: what a gate is, in three sentences, with the equation that the framework's layer has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { factsOf, hasGates } from "../../web/telling/facts.js";
import { gateSaid, gateWords } from "../../web/telling/gates.js";
import { allWordsOf, english } from "./words.js";

const engine = await load();
const catalog = engine.catalog();

/** @param {string} query @param {number} [layer] */
const facts = (query, layer = 0) => factsOf(engine.explain(query), layer, catalog);

test("the notes' LSTM, word by word", () => {
  assert.equal(
    gateWords(facts("input=64&layers=LSTM(32)"), english),
    "A gate is a small layer of its own that makes a number between 0 and 1 for each unit from what that unit reads: gate = σ(W [a^(t−1), x^t] + b), where σ is the sigmoid. It multiplies another value: near 0 that value is held back, near 1 it passes. Here the forget gate decides how much of the old cell state stays; the input gate decides how much of the candidate is added to the cell state; the output gate decides how much of the cell state is put out.",
  );
});

test("the equation is the framework's: its signs, its order, its biases", () => {
  for (const [query, equation] of [
    ["framework=keras&input=64&layers=LSTM(32)", "σ(W [h_(t−1), x_t] + b)"],
    ["framework=keras&input=64&layers=LSTM(32, use_bias=false)", "σ(W [h_(t−1), x_t])"],
    ["framework=tf1&input=64&layers=LSTM(32)", "σ(W [x_t, h_(t−1)] + b)"],
    // https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTM.html: σ(W_ii x_t + b_ii + W_hi h_(t−1) + b_hi)
    ["framework=pytorch&input=64&layers=LSTM(32)", "σ(W x_t + b + U h_(t−1) + b′)"],
    ["framework=keras&input=64&layers=GRU(32)", "σ(W x_t + b + U h_(t−1) + b′)"],
    ["framework=keras&input=64&layers=GRU(32, reset_after=false)", "σ(W [h_(t−1), x_t] + b)"],
    // flax/linen/recurrent.py: x is the input, h the output of the previous time step.
    ["framework=flax_linen&input=64&layers=GRU(32)", "σ(W [h, x] + b)"],
    ["framework=keras&input=3&layers=ConvLSTM1D(3, 3)", "σ(W ∗ [h_(t−1), x_t] + b)"],
  ])
    assert.equal(gateSaid(facts(query)).equation, equation, query);
});

test("an equation that lacks something says so", () => {
  const words = (/** @type {string} */ query) => gateWords(facts(query), english);
  assert.match(words("framework=tf1&input=10&layers=LSTM(7, peepholes=true)"), /unit reads: at its core gate = /);
  assert.match(words("framework=tf1&input=10&layers=LSTM(7, layer_norm=true)"), /unit reads: at its core gate = /);
  assert.match(words("framework=tf1&input=10&layers=LSTM(7, proj_size=3)"), /unit reads: gate = /);
});

test("each gate that there is decides something, and no other", () => {
  const decides = (/** @type {string} */ query) => gateSaid(facts(query)).decides;
  assert.deepEqual(decides("framework=pytorch&input=3&layers=LSTM(3)"), [
    ...["input_of_state", "forget_of_state", "output_of_state"],
  ]);
  // ONNX keeps the block of the forget gate, and never uses it.
  assert.deepEqual(decides("framework=onnx&input=3&layers=LSTM(3,coupled=true)"), [
    "input_of_state",
    "output_of_state",
  ]);
  assert.deepEqual(decides("framework=keras&input=3&layers=GRU(3)"), ["update_of_activations", "reset_of_activations"]);
});

test("whatever has gates is explained in three sentences, in every language", async () => {
  let count = 0;
  for (const m of await Promise.all(languages.map(allWordsOf)))
    for (const { id, cells } of catalog.frameworks)
      for (const { cell, name } of cells) {
        const kind = catalog.layers.find((layer) => layer.cell === cell);
        if (!kind?.recurrent) continue;
        const sizes = kind.arguments.filter(({ required }) => required).map(() => "2");
        const answer = engine.explain(`framework=${id}&input=3&layers=${name}(${sizes})`);
        if (answer.total === "" || !hasGates(answer.layers[0])) continue;
        const said = gateWords(factsOf(answer, 0, catalog), m);
        count++;
        assert.doesNotMatch(said, /undefined|Here \.|यहाँ ।/, `${id} ${name}`);
        assert.equal(said.split(/(?<=[.।]) /).length, 3, said);
      }
  assert.ok(count > 60, `${count}`);
});
