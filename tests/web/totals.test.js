// Tests of web/telling/totals.js: all frameworks, one row per total. The figures are those of PRODUCT.md, section 6.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { takeApart } from "../../web/form/layers_text.js";
import { whysWords } from "../../web/telling/comparisons.js";
import { totalsOf } from "../../web/telling/totals.js";
import { english as messages } from "./words.js";

const engine = await load();
const catalog = engine.catalog();

/** @param {string} query */
function rowsOf(query) {
  const texts = decode(query, catalog.keys);
  const answer = engine.explain(query);
  const layers = takeApart(texts.layers, answer.written);
  return totalsOf({ texts, layers, catalog, answer, comparisons: engine.compare(query), engine });
}

/** "9,312: notes, keras reset_after=false" @param {string} query */
function lines(query) {
  return rowsOf(query).map(({ total, counters }) => {
    const names = counters.map(({ framework, option, text }) =>
      option ? `${framework} ${option}=${text}` : framework,
    );
    return { total, names };
  });
}

/** @param {ReturnType<typeof lines>} rows @param {string} total */
const names = (rows, total) => rows.find((row) => row.total === total)?.names ?? [];

test("LSTM(64 → 32): two totals, one without biases, and Lasagne's own", () => {
  const rows = lines("input=64&layers=LSTM(32)");
  assert.deepEqual(
    rows.map(({ total }) => total),
    ["12416", "12288", "12480", "12544", "12576"],
  );
  assert.deepEqual(names(rows, "12480"), ["lasagne peepholes=false"]);
  assert.deepEqual(names(rows, "12576"), ["lasagne"]);
  for (const id of ["notes", "keras", "tf1", "flax_linen", "haiku", "equinox", "mlx", "matlab"])
    assert.ok(names(rows, "12416").includes(id), id);
  for (const id of ["pytorch", "onnx", "cudnn", "mxnet", "paddle"]) assert.ok(names(rows, "12544").includes(id), id);
  assert.ok(names(rows, "12288").includes("pytorch bias=false"));
});

test("GRU(64 → 32): its totals in print, each where it is due", () => {
  const rows = lines("input=64&layers=GRU(32)");
  for (const id of ["notes", "keras reset_after=false", "flax_nnx", "haiku"])
    assert.ok(names(rows, "9312").includes(id), id);
  for (const id of ["flax_linen", "equinox", "mlx"]) assert.ok(names(rows, "9344").includes(id), id);
  for (const id of ["keras", "pytorch", "onnx", "cudnn", "keras1 reset_after=true", "matlab reset_after=true"])
    assert.ok(names(rows, "9408").includes(id), id);
  assert.ok(names(rows, "9216").includes("mlx bias=false"));
});

test("a total stands once, the shown one first, the others by size", () => {
  for (const query of ["framework=onnx&input=64&layers=GRU(32)", "input=10&layers=Bidirectional(LSTM(7)), Dense(1)"]) {
    const rows = rowsOf(query);
    assert.equal(rows[0].sign, "same");
    const rest = rows.slice(1).map(({ total }) => BigInt(total));
    assert.deepEqual(
      rest,
      [...new Set(rest)].sort((a, b) => (a < b ? -1 : 1)),
    );
  }
});

test("a framework's reason is told where its option alone makes the total", () => {
  const rows = ["LSTM(32)", "GRU(32)", "LSTM(32,proj_size=3)", "RNN(4)"].flatMap((layers) =>
    catalog.frameworks.flatMap(({ id }) => rowsOf(encode({ framework: id, input: "64", layers }))),
  );
  const told = rows.filter(({ reason }) => reason !== "");
  assert.ok(told.length > 0);
  for (const { total, counters } of told) {
    assert.equal(counters.length, 1, total);
    assert.notEqual(counters[0].option, "", total);
  }
});

test("the links of a row lead to its total", () => {
  for (const { total, counters } of rowsOf("input=64&layers=GRU(32), LSTM(16), Dense(3)"))
    for (const { texts } of counters) assert.equal(engine.explain(encode(texts)).total, total, encode(texts));
});

test("what makes a difference is named", () => {
  const said = (/** @type {string} */ query, /** @type {string} */ total) => {
    const row = rowsOf(query).find((row) => row.total === total);
    return row && whysWords(row.whys, catalog, messages).join(" ");
  };
  assert.equal(said("input=64&layers=LSTM(32)", "12544"), "a second bias, 32 units × 4 matrices");
  assert.equal(
    said("input=64&layers=GRU(32)", "9344"),
    "flax.linen, Equinox, MLX and ncnn: a recurrent bias in the candidate, 32 Lasagne: an initial state that is stored, 32",
  );
  assert.equal(
    said("framework=pytorch&input=64&layers=GRU(32)", "9344"),
    "flax.linen, Equinox, MLX and ncnn: no second biases in the gates, 2 × 32 Lasagne: one bias per unit instead of two (−96); an initial state that is stored (+32)",
  );
  assert.equal(said("framework=pytorch&input=64&layers=RNN(32)", "3136"), ""); // the same total, by whatever way
  assert.equal(said("framework=flax_linen&input=64&layers=GRU(32)", "9408"), "second biases in the gates, 2 × 32");
  assert.equal(
    said("framework=onnx&input=64&layers=LSTM(32, peepholes=true)", "12512"),
    "they keep one bias where ONNX keeps two",
  );
});
