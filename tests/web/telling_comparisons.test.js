// Tests of web/telling/comparisons.js and remarks.js: what is said of a difference is what the core counts it to be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { becauseSaid, differencesOf, refusalSaid, refusalsOf } from "../../web/telling/comparisons.js";
import { offeredQueries, referenceQueries } from "./models.js";
import { english } from "./words.js";

const engine = await load();
const catalog = engine.catalog();
const recurrent = catalog.layers.filter((facts) => facts.recurrent).map(({ cell }) => cell);
const all = [...new Set([...referenceQueries(), ...offeredQueries(catalog)])];
const queries = all.filter((_, place) => place % 3 === 0);

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
        // Where the other framework has more matrices as well, the sentence still speaks of this one's.
        const alike = difference.terms.every(({ kind }) => kind !== "matrices");
        if (said.id === "second_bias_of_each" && alike)
          assert.equal(String(BigInt(said.units) * BigInt(said.matrices)), value, where);
        if (alike && (said.id === "one_bias" || said.id === "one_bias_each")) {
          const layers = answer.layers.flatMap((one) => (one.rule && recurrent.includes(one.cell) ? [one] : []));
          assert.ok(
            layers.every(({ rule }) => rule.bias === "2" || rule.bias === "1"),
            where,
          );
          assert.ok(
            layers.some(({ rule }) => rule.bias === "2"),
            where,
          );
        }
        if (sum !== "") assert.equal(sum, numbers.text, where);
      });
    }
  }
  // Where these are an option, no framework has them by itself.
  const optional = /^(peepholes|normalization|projection)_/;
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
  assert.ok(
    said("framework=keras&input=64&layers=GRU(32,reset_after=false)").some(
      (one) => "option" in one && one.option === "reset_after=false",
    ),
  );
});
