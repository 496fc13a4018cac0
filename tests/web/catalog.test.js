// Tests of catalog(): what the form is built from. tests/web/engine.test.js has its shape, and how units and inputs are called.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../web/engine.js";

const { catalog, explain } = await load();
const { frameworks, layers, limits } = catalog();

/** What can be said of layers of all kinds. */
const ofEvery = ["input_dim", "trainable"];

/** @param {string} id @param {string} name */
function facts(id, name) {
  const cell = frameworks.find((one) => one.id === id)?.cells.find((one) => one.cell === name);
  const own = cell?.options.filter((option) => !ofEvery.includes(option.name)) ?? [];
  const options = own.map((option) => `${option.name}=${option.default}`).join(" ");
  return { name: cell?.name, matrices: cell?.matrices, options };
}

test("the default comes first, and frameworks have their own names", () => {
  assert.equal(frameworks[0].id, "notes");
  assert.deepEqual(
    frameworks.slice(1, 3).map(({ name }) => name),
    ["Keras", "PyTorch"],
  );
});

test("options are those that the framework has", () => {
  const options = {
    "notes GRU": "num_layers=1 bidirectional=false bias=true",
    "keras GRU": "num_layers=1 bidirectional=false bias=true reset_after=true merge_mode=concat",
    "pytorch GRU": "num_layers=1 bidirectional=false bias=true",
    "pytorch LSTM": "num_layers=1 bidirectional=false bias=true proj_size=0",
    "tf1 LSTM": "num_layers=1 bidirectional=false proj_size=0 peepholes=false coupled=false layer_norm=false",
    "onnx GRU": "num_layers=1 bidirectional=false bias=true reset_after=false",
    "burn LSTM": "num_layers=1 bidirectional=false bias=true coupled=false",
    "flax_linen MGU": "num_layers=1 bidirectional=false reset_gate=true",
    "haiku RNN": "num_layers=1 bidirectional=false double_bias=true",
    "tf1 GRU": "num_layers=1 bidirectional=false layer_norm=false",
    "keras BatchNormalization": "scale=true center=true axis=-1 renorm=false",
    "keras Dense": "bias=true tied=false",
    "pytorch LayerNormalization": "center=true affine=true",
    "burn BatchNormalization": "",
  };
  for (const [cell, expected] of Object.entries(options)) {
    const [id, name] = cell.split(" ");
    assert.equal(facts(id, name).options, expected, cell);
  }
  assert.equal(facts("flax_linen", "MGU").matrices, "2");
  assert.equal(facts("pytorch", "RNN").matrices, "1");
  assert.equal(facts("keras", "RNN").name, "SimpleRNN");
});

test("a pooling is offered what it takes there: a window that is not whole and places apart are PyTorch's, words for padding are not", () => {
  assert.equal(facts("keras", "MaxPooling1D").options, "kernel_size=2 strides=0 padding=valid");
  assert.equal(facts("tfjs", "AveragePooling1D").options, "kernel_size=2 strides=0 padding=valid");
  assert.equal(facts("pytorch", "MaxPooling1D").options, "kernel_size=2 strides=0 dilation=1 ceil_mode=false");
  assert.equal(facts("pytorch", "AveragePooling1D").options, "kernel_size=2 strides=0 ceil_mode=false");
  const { cells } = frameworks.find(({ id }) => id === "keras") ?? { cells: [] };
  const pooling = cells.find(({ cell }) => cell === "MaxPooling1D")?.options ?? [];
  assert.deepEqual(pooling.find(({ name }) => name === "padding")?.choices, ["valid", "same"]);
});

/** A kind of layer whose parameters follow from its sizes. @param {string} cell @returns {(facts: import("../../web/engine.js").LayerFacts) => boolean} */
const stores = (cell) => (facts) => facts.cell === cell && facts.does === "" && cell !== "Custom";

test("sizes are called as in the framework's formulas", () => {
  for (const { id, cells } of frameworks)
    for (const { cell, words, options } of cells.filter((one) => layers.some(stores(one.cell)))) {
      const { keeps_width, arguments: known } = /** @type {import("../../web/engine.js").LayerFacts} */ (
        layers.find((one) => one.cell === cell)
      );
      const sizes = known.filter(({ required }) => required).map(() => "3");
      const projects = options.some(({ name }) => name === "proj_size");
      const layer = `${cell}(${projects ? [...sizes, "proj_size=2"] : sizes})`;
      const [{ steps }] = explain(`framework=${id}&input=${cell === "Embedding" ? "" : 4}&layers=${layer}`).layers;
      const formulas = steps.map(({ symbols }) => symbols.text).join(" ");
      const units = known.some(({ name }) => name === "units") ? [words.units] : [];
      const said = [...(keeps_width ? [] : [...units, words.input]), ...(projects ? [words.projection] : [])];
      for (const word of said) assert.match(formulas, new RegExp(`\\b${word}\\b`), `${id} ${layer}: ${word}`);
    }
});

test("what a layer does to the width, what it reads, and whether it stores anything", () => {
  const kinds = layers.filter(({ does }) => does === "");
  const told = kinds.map(({ cell, recurrent, learns, keeps_width, reads_words }) => {
    const facts = Object.entries({ recurrent, learns, keeps_width, reads_words });
    return [cell, ...facts.flatMap(([fact, holds]) => (holds && cell !== "Custom" ? [fact] : []))].join(" ");
  });
  assert.deepEqual(told, [
    "LSTM recurrent learns",
    "GRU recurrent learns",
    "RNN recurrent learns",
    "MGU recurrent learns",
    "Embedding learns reads_words",
    "Dense learns",
    "BatchNormalization learns keeps_width",
    "LayerNormalization learns keeps_width",
    ...["Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose"].map(
      (cell) => `${cell} learns`,
    ),
    ...["DepthwiseConv1D learns", "DepthwiseConv2D learns"],
    ...["SeparableConv1D learns", "SeparableConv2D learns"],
    ...["ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"].map((cell) => `${cell} recurrent learns`),
    ...["GroupNormalization", "RMSNormalization", "InstanceNorm1d", "Normalization", "PReLU"].map(
      (cell) => `${cell} learns keeps_width`,
    ),
    ...["Attention", "AdditiveAttention", "MultiHeadAttention", "GroupQueryAttention"].map(
      (cell) => `${cell} learns keeps_width`,
    ),
    "Bilinear learns",
    "LocallyConnected1D learns",
    "NAS recurrent learns",
    "sLSTM learns keeps_width",
    "Custom",
  ]);
});

test("what layers without parameters do is known, and who may need the time steps", () => {
  const does = (/** @type {string} */ name) => layers.filter((one) => one.does === name).map(({ cell }) => cell);
  for (const cell of ["Dropout", "ReLU", "Masking", "Identity"]) assert.ok(does("keeps").includes(cell), cell);
  assert.deepEqual(does("flattens"), ["Flatten"]);
  assert.deepEqual(
    layers.filter(({ reads_steps }) => reads_steps).map(({ cell }) => cell),
    ["Flatten", "Reshape", "Permute"],
  );
  assert.deepEqual(
    layers.filter(({ does, learns }) => does !== "" && learns),
    [],
  );
});

test("what is offered has a group, and what every layer reads and whether it is trained can be chosen", () => {
  const groups = ["recurrent", "dense", "convolution", "normalisation", "shape", "other"];
  for (const { id, cells } of frameworks)
    for (const { cell, options } of cells) {
      const { group, reads_words } = layers.find((one) => one.cell === cell) ?? assert.fail(cell);
      assert.ok(groups.includes(group), cell);
      const names = options.map(({ name }) => name);
      assert.deepEqual(
        [names.includes("input_dim"), names.includes("trainable")],
        [!reads_words, true],
        `${id} ${cell}`,
      );
    }
});

test("three stand on the first screen: the notes, Keras and PyTorch", () => {
  assert.deepEqual(
    frameworks.filter(({ featured }) => featured).map(({ id }) => id),
    ["notes", "keras", "pytorch"],
  );
});

test("limits are named once", () => {
  assert.deepEqual(limits, {
    text: "65536",
    layers: "1000",
    nesting: "4",
    size: "9007199254740991",
    total: "18446744073709551615",
  });
});

test("arguments list every spelling", () => {
  const [lstm] = layers;
  const [{ name, positional, required, spellings }] = lstm.arguments;
  assert.deepEqual([lstm.cell, name, positional, required], ["LSTM", "units", true, true]);
  const known = "units num_units hidden_size hidden_units activation_units output_units gate_units".split(" ");
  for (const spelling of known) assert.equal(spellings.filter((one) => one === spelling).length, 1, spelling);
});

// What was read then can be read again.
test("every framework's source is a file at a tag or a commit, or the documentation of one release", () => {
  const github = /^https:\/\/github\.com\/[^/]+\/[^/]+\/(blob|tree)\/(v?\d+(\.\d+)+(-M\d+)?|[0-9a-f]{40})\/.+/;
  const release =
    /^https:\/\/(www\.mathworks\.com\/help\/releases\/R20\d\d[ab]|docs\.openvino\.ai\/20\d\d\.\d|reference\.wolfram\.com\/legacy\/language\/v\d+)\/.+/;
  for (const { id, source } of frameworks)
    if (id !== "notes") assert.ok(github.test(source) || release.test(source), `${id}: ${source}`);
});

// What printed a row, the file that its shapes stand in, a page, or arithmetic that anyone can repeat.
test("no row of the reference is from memory", () => {
  const read =
    /,"?((shapes|tensors|sizes) in .+|https:\/\/.+|worked out by hand|course notes|Keras|TensorFlow\.js|(PyTorch|xLSTM) named_parameters\(\)|ONNX graphs exported by PyTorch|tinygrad get_state_dict\(\)|(Chainer|Lasagne) count_params\(\)|Flux\.jl documentation of .+),[^,]*$/;
  const rows = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  assert.ok(rows.length >= 1780);
  for (const row of rows) assert.ok(read.test(row) && !/from memory/.test(row), row);
});
