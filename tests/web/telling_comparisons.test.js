// Tests of web/telling/comparisons.js and remarks.js: what is said of a difference is what the core counts it to be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { becauseSaid, differencesOf, refusalSaid, refusalsOf } from "../../web/telling/comparisons.js";
import { fullLayer } from "../../web/telling/facts.js";
import { everyCombination, offeredQueries, referenceQueries } from "./models.js";
import { english } from "./words.js";

const engine = await load();
const catalog = engine.catalog();
const recurrent = catalog.layers.filter((facts) => facts.recurrent).map(({ cell }) => cell);
const all = [...new Set([...referenceQueries(), ...offeredQueries(catalog)])];
const mixed = catalog.frameworks.flatMap(({ id }) =>
  [
    "LSTM(32),GRU(32)",
    "LSTM(3),LSTM(4),LSTM(4),LSTM(4),GRU(4)",
    "RNN(3),GRU(2),Dense(1)",
    "Dense(3),BatchNormalization()",
  ].map((layers) => encode({ framework: id, input: "64", layers })),
);
// Behind an LSTM some lay out its last step, some every one.
const flattened = ["keras", "pytorch"].map((framework) =>
  encode({ framework, input: "4", timesteps: "9", layers: "LSTM(3), Flatten(), Dense(2)" }),
);
const queries = [...all.filter((_, place) => place % 3 === 0), ...everyCombination(engine), ...mixed, ...flattened];

test("units and matrices that a sentence names make the difference", () => {
  const ids = new Set();
  for (const query of queries) {
    const answer = engine.explain(query);
    for (const difference of differencesOf(answer, engine.compare(query), catalog)) {
      becauseSaid(difference, catalog).forEach(({ said, sum }, place) => {
        ids.add(said.id);
        const { value, numbers } = difference.terms[place];
        const where = `${query} ${difference.ids}: ${said.id}`;
        if (said.id === "second_bias") assert.equal(said.units, value, where);
        if (said.id === "second_bias_of_each")
          assert.equal(String(BigInt(said.units) * BigInt(said.matrices)), value, where);
        if (/^(one|second)_bias/.test(said.id)) {
          // One bias per unit of every matrix in all the layers that are named, and in no other one.
          const layers = answer.layers.flatMap((_, index) => {
            const layer = fullLayer(answer.layers, index);
            const named = "cells" in said ? said.cells : recurrent;
            return named.includes(layer.cell) ? [layer] : [];
          });
          const each = said.id.startsWith("one") ? "2" : "1";
          assert.ok(
            layers.every(({ rule }) => rule.bias === each),
            where,
          );
          const biases = layers.map(
            ({ units, rule, directions }) => BigInt(units) * BigInt(rule.matrices) * BigInt(directions),
          );
          assert.equal(String(biases.reduce((sum, one) => sum + one, 0n)), value, where);
        }
        if (sum !== "") assert.equal(sum, numbers.text, where);
      });
    }
  }
  // Where these are an option, no framework has them by itself; what only some kinds of layers have, frameworks mostly count alike.
  const optional =
    /^(peepholes|normalization|projection|depthwise|pointwise|projections|output_projection|extra_key|scale|slopes|initial_state)_/;
  const unsaid = Object.keys(english.term).filter((id) => !ids.has(id) && !optional.test(id));
  assert.deepEqual(unsaid, [], "every other word of a difference is said of some model");
});

test("a difference says the same sign as the totals", () => {
  for (const query of queries) {
    const answer = engine.explain(query);
    for (const { sign, total, difference } of differencesOf(answer, engine.compare(query), catalog)) {
      const apart = BigInt(total) - BigInt(answer.total);
      assert.equal(sign, apart === 0n ? "same" : apart > 0n ? "more" : "fewer", query);
      assert.equal(difference, String(apart < 0n ? -apart : apart), query);
    }
  }
});

test("frameworks without a total are told together where they lack the same thing", () => {
  const said = (/** @type {string} */ query) =>
    refusalsOf(engine.explain(query), engine.compare(query)).map((refusal) => refusalSaid(refusal, catalog));
  const peepholes = said("framework=onnx&input=64&layers=LSTM(32,peepholes=true)");
  const [{ id, ...first }] = peepholes;
  assert.equal(id, "no_option");
  assert.ok("names" in first && first.names.slice(0, 3).join() === ",Keras,PyTorch", JSON.stringify(first));
  assert.ok(said("framework=flax_linen&input=64&layers=MGU(32)").some((one) => one.id === "no_cell"));
  assert.ok(said("framework=keras&input=64&layers=GRU(32,reset_after=false)").some((one) => one.id === "resets_after"));
});
