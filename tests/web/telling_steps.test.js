// Tests of web/telling/steps.js: what the steps say, without a language, is what the answer's tensors and gates are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { factsOf } from "../../web/telling/facts.js";
import { NotSaid } from "../../web/telling/say.js";
import { saidOf, withRareSteps } from "../../web/telling/steps.js";
import { lastWhysSaid } from "../../web/telling/whys.js";
import { offeredQueries, referenceQueries } from "./models.js";

/** @typedef {import("../../web/engine.js").Layer} Layer */
/** @typedef {import("../../web/telling/steps.js").StepSaid} StepSaid */

const engine = await load();
const catalog = engine.catalog();
const queries = [...new Set([...referenceQueries(), ...offeredQueries(catalog)])];

/**
 * All that is said of a model's steps of one kind.
 * @param {string} query
 * @param {import("../../web/engine.js").Step["kind"]} kind
 * @returns {{ layer: Layer, before: Layer | undefined, said: StepSaid, last: ReturnType<typeof lastWhysSaid>, where: string }[]}
 */
function saidIn(query, kind) {
  const answer = engine.explain(query);
  return answer.layers.slice(0, 3).flatMap((one, index) => {
    if (!one.rule) return [];
    const facts = factsOf(answer, index, catalog);
    const { layer, before } = facts;
    const where = `${query}, layer ${index + 1}`;
    return layer.steps
      .filter((step) => step.kind === kind)
      .map((step) => ({ layer, before, said: saidOf(step, facts), last: lastWhysSaid(step.kind, facts), where }));
  });
}

/** @param {import("../../web/engine.js").Step["kind"]} kind */
const everySaid = (kind) => queries.flatMap((query) => saidIn(query, kind));

/** The ids of what is said first. @param {{ said: StepSaid }[]} all */
const firstIds = (all) => new Set(all.map(({ said }) => said.sentence[0].id));

await test("what usual models do not say comes later, and nothing else is said in its place", () => {
  assert.equal(saidIn("input=10&layers=LSTM(7)", "reads").length, 1);
  for (const [query, kind] of /** @type {const} */ ([
    ["input=10&layers=Conv1D(7,3)", "reads"],
    ["input=10&layers=Conv1D(7,3),LSTM(7)", "handed_on"],
    ["input=10&layers=LayerNormalization()", "matrix"],
    ["input=10&layers=MultiHeadAttention(2,5)", "projections"],
  ]))
    assert.throws(() => saidIn(query, kind), NotSaid, query);
});
await withRareSteps();

test("all that the frameworks offer is sound, and there is much of it", () => {
  const offered = offeredQueries(catalog);
  assert.ok(offered.length > 500, `${offered.length}`);
  assert.deepEqual(
    offered.filter((query) => engine.explain(query).problems.length > 0),
    [],
  );
});

test("matrices of their own are the tensors, in the gates' order; fused ones are as long as the shape says", () => {
  const all = everySaid("matrices");
  assert.deepEqual(firstIds(all), new Set(["gates", "gates_own", "gates_side_by_side", "gates_stacked", "splits"]));
  for (const { layer, said, where } of all) {
    const [sentence] = said.sentence;
    const matrices = layer.weights.filter(({ role }) => /weights/.test(role));
    const fused = matrices.every(({ gates }) => gates.length === layer.gates.length) ? matrices[0] : undefined;
    if (sentence.id === "gates_own") {
      const tensors = sentence.names.map((name) => layer.weights.find((weight) => weight.name === name));
      assert.deepEqual(
        tensors.map((tensor) => tensor?.gate),
        layer.gates.map(({ id }) => id),
        where,
      );
    }
    if (sentence.id === "gates") assert.equal(fused, undefined, where);
    if (sentence.id !== "gates_side_by_side" && sentence.id !== "gates_stacked") continue;
    assert.deepEqual(sentence.order, fused?.gates, where);
    const [rows, columns] = fused?.shape.slice(-2).map(Number) ?? [];
    const long = layer.gates.length * Number(layer.units);
    const side = sentence.id === "gates_side_by_side" ? columns : rows;
    // One tensor may hold both directions.
    if (fused?.direction === "both" && side !== long) assert.equal(side, 2 * long, where);
    else assert.equal(side, long, where);
  }
});

test("gates are called by what they do, and the candidate is none of them", () => {
  const roles = {
    LSTM: ["forget", "input", "output"],
    GRU: ["reset", "update"],
    MGU: ["forget"],
  };
  for (const { layer, said, where } of everySaid("matrices")) {
    if (layer.cell === "NAS") {
      // Parts with numbers alone, and no gate among them (nas_cell.py).
      assert.deepEqual([layer.rule.gates, layer.rule.candidates, layer.rule.matrices], ["0", "0", "8"], where);
      assert.deepEqual(
        said.sentence.map(({ id }) => id),
        ["splits"],
        where,
      );
      continue;
    }
    const gates = layer.gates.filter(({ candidate, unused }) => !candidate && !unused);
    assert.deepEqual([layer.rule.gates, layer.rule.candidates], [`${gates.length}`, "1"], where);
    const known = roles[/** @type {keyof typeof roles} */ (layer.cell.replace(/^(?:Conv|s)(LSTM).*/, "$1"))];
    const coupled = layer.cell === "LSTM" && layer.rule.matrices === "3";
    const [why] = said.why;
    assert.equal(why.id === "coupled", coupled, where);
    const [sentence, unused] = said.sentence;
    if (!("gates" in sentence)) assert.fail(where);
    // rnn_cell.py of tf.contrib has i = 1 − f; ONNX Runtime, Core ML and burn f = 1 − i, and keep what f needs no more.
    const lost = layer.weights.some(({ name }) => name === "W_0") ? "input" : "forget";
    if (why.id === "coupled") assert.equal(why.gate, lost, where);
    assert.equal(unused?.id, coupled && lost === "forget" ? "gate_unused" : undefined, where);
    const expected = coupled ? known.filter((role) => role !== lost) : known;
    assert.deepEqual(gates.map(({ role }) => role).sort(), expected, where);
    for (const { role, name } of sentence.gates) {
      if (role !== "" && name !== "z") assert.equal(role[0], name, where); // z: update, as Cho et al. 2014 call it
      if (role === "") assert.ok(name.length > 1, where);
    }
  }
});

test("the biases that a unit reads are tensors of the layer; where there is none, none is read", () => {
  const all = everySaid("reads");
  for (const { layer, said, last, where } of all) {
    const [sentence] = said.sentence;
    const biases = layer.weights.filter(({ role }) => role === "bias").map(({ name }) => name);
    if (sentence.id === "reads_two_biases")
      for (const name of sentence.names)
        assert.ok(
          biases.some((bias) => bias.startsWith(name)),
          `${where}: ${name}`,
        );
    if (sentence.id === "reads_no_bias") assert.deepEqual([layer.rule.bias, biases], ["0", []], where);
    if (sentence.id === "reads_only") assert.ok(biases.length > 0, where);
    if (sentence.id === "reads_input") assert.ok(biases.length > 0, where);
    if (sentence.id === "reads_of_heads") {
      // slstm/cell.py: the recurrent kernel is heads × a head's units × 4 times as many.
      const kernel = layer.weights.find(({ role }) => role === "recurrent_weights")?.shape ?? [];
      const { heads, head } = sentence;
      assert.deepEqual([heads, head, String(4 * Number(head))], kernel, where);
      assert.equal(String(Number(heads) * Number(head)), sentence.width, where);
    }
    if (sentence.id === "reads_of_head") assert.equal(layer.weights.find(({ gate }) => gate)?.shape[0], "1", where);
    if (layer.rule.bias === "2") {
      assert.ok(/^reads_(two_biases|bias_of_each_side)$/.test(sentence.id), where);
      assert.equal(said.ask?.id, "two_biases", where);
    }
    for (const why of last)
      if (why.id === "one_tensor")
        assert.deepEqual(why.shape, layer.weights.find(({ name }) => name === why.tensor)?.shape, where);
    const own = said.sentence.some(({ id }) => id === "own_direction" || id === "filter_direction");
    assert.equal(own, layer.directions === "2", where);
  }
  assert.deepEqual(
    firstIds(all),
    new Set([
      ...["reads_one_bias", "reads_two_biases", "reads_bias_of_each_side", "reads_no_bias", "reads_only"],
      ...["reads_input", "filter_reads", "filter_spreads", "filter_alone", "filter_steps", "reads_pairs"],
      ...["reads_of_heads", "reads_of_head"],
    ]),
  );
});

test("what is handed on adds up to what is read", () => {
  const all = [
    ...everySaid("handed_on"),
    ...saidIn("framework=keras&input=7&layers=Bidirectional(LSTM(5),merge_mode=sum),LSTM(3)", "handed_on"),
  ];
  for (const { layer, before, said, where } of all) {
    const [sentence] = said.sentence;
    const count = "parts" in sentence ? sentence.parts.reduce((sum, part) => sum + Number(part), 0) : undefined;
    if (count !== undefined) assert.equal(String(count), layer.input, where);
    if (sentence.id === "width_kept") assert.equal(before?.output, before?.input, where);
    if (sentence.id === "row_handed_on") assert.equal(before?.cell, "Embedding", where);
    if (sentence.id === "merged_units") assert.equal(before?.directions, "2", where);
    if (sentence.id === "projected") assert.ok(Number(before?.output) < Number(before?.units), where);
    if (sentence.id === "units_handed_on") assert.equal(before?.units, layer.input, where);
  }
  assert.deepEqual(
    firstIds(all),
    new Set([
      ...["width_kept", "row_handed_on", "both_handed_on", "merged_units", "projected", "projected_both"],
      ...["units_handed_on", "filters_handed_on", "passed_on"],
    ]),
  );
});

test("what a matrix, a table and vectors say is their tensors", () => {
  const all = everySaid("matrix");
  for (const { layer, said, where } of all) {
    const [sentence] = said.sentence;
    const roles = layer.weights.map(({ role }) => role);
    if (sentence.id === "table")
      assert.deepEqual([sentence.words, sentence.units].toSorted(), layer.weights[0].shape.toSorted(), where);
    if (sentence.id === "vectors") {
      const vectors = layer.weights.filter(({ shape }) => shape[0] !== "1" || layer.input === "1");
      assert.deepEqual(
        sentence.roles.map((role) => role.replace("fixed_", "")), // what was measured before does not move
        vectors.map(({ role }) => role).filter((role) => role !== "counter"),
        where,
      );
      const { owner } = sentence;
      assert.deepEqual(said.title, { id: "vectors", count: String(sentence.roles.length), owner }, where);
      const square = layer.cell === "RMSNormalization";
      const measured = square ? "measures_square" : roles.includes("mean") ? "measured" : "measures_itself";
      const id = layer.cell === "BatchNormalization" && measured !== "measured" ? "measured_elsewhere" : measured;
      assert.equal(said.why[0].id, id, where);
    }
    if (sentence.id === "vectors_at_steps") {
      assert.deepEqual(layer.weights[0].shape.slice(-2), [sentence.steps, sentence.features], where);
      const vectors = roles.filter((role) => role !== "counter");
      assert.deepEqual(
        sentence.roles.map((role) => role.replace("fixed_", "")),
        vectors,
        where,
      );
      const owner = "feature and time step";
      assert.deepEqual(said.title, { id: "vectors", count: String(vectors.length), owner }, where);
    }
    if (said.title.id === "only_matrix") assert.equal(layer.gates.length, 1, where);
  }
  assert.deepEqual(
    firstIds(all),
    new Set([
      "table",
      "vectors",
      "vectors_at_steps",
      "vectors_of_all",
      "matrix",
      "matrix_uncounted",
      "filters",
      "filters_alone",
      "filters_of_places",
    ]),
  );
});

test("of what keeps each number in its place it is told why there is nothing to learn", () => {
  const whyOf = (/** @type {string} */ layer) => {
    const facts = factsOf(engine.explain(`framework=keras&input=8&timesteps=5&layers=${layer}`), 0, catalog);
    return saidOf(facts.layer.steps[0], facts).why;
  };
  assert.deepEqual(whyOf("Dropout(0.5)"), [{ id: "nothing", name: "Dropout" }]);
  assert.deepEqual(whyOf("Flatten()"), []);
});

test("a layer without weights has nothing to learn, and no other one", () => {
  for (const query of offeredQueries(catalog)) {
    const answer = engine.explain(query);
    answer.layers.forEach((_, index) => {
      const facts = factsOf(answer, index, catalog);
      const { layer } = facts;
      for (const step of layer.steps)
        assert.equal(saidOf(step, facts).title.id === "nothing", layer.weights.length === 0, query);
      // A normalisation may leave its weights out; a layer that learns nothing anywhere has none.
      assert.ok(!facts.kind?.does || layer.weights.length === 0, query);
      const leftOut =
        facts.kind?.keeps_width && /(affine|scale|center)=false|\b(Attention|InstanceNorm1d)\(/.test(query);
      if (layer.weights.length === 0) assert.ok(facts.kind?.does || leftOut, query);
    });
  }
});
