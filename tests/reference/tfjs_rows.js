// Rows that TensorFlow.js prints: its layers and Keras's, counted by model.countParams().
//
//     node tests/reference/tfjs_rows.js FOLDER    # FOLDER holds node_modules/@tensorflow/tfjs
//
// Its GRU is the one with reset_after=false, which is Keras 2.3.1's default: those numbers are keras1's too.
import { randomFrom, tf, version } from "./tfjs.js";

const source = "TensorFlow.js";
const longestTensors = 1500;
const printed = new Set();

const { random, upTo, one } = randomFrom(20260119);

/** @param {number} most */
const size = (most) => (random() < 0.4 ? one([1, 2, 4, 8, 16, 32, 64, 100, 128].filter((n) => n <= most)) : upTo(most));

// Orthogonal starting values take their time, and no count depends on them.
const zeros = {
  kernelInitializer: "zeros",
  recurrentInitializer: "zeros",
  biasInitializer: "zeros",
  unitForgetBias: false,
};

/**
 * @param {string} name
 * @param {(string | number | false)[]} items
 */
const write = (name, items) => `${name}(${items.filter((item) => item !== false).join(", ")})`;

/**
 * A recurrent layer, its text for keras, and the plain one for those that have such a GRU by default.
 * @param {string} name
 * @param {number} units
 * @param {{ useBias: boolean, mergeMode?: string }} options
 * @param {boolean} returnSequences
 */
function recurrent(name, units, { useBias, mergeMode }, returnSequences) {
  const make = { LSTM: tf.layers.lstm, GRU: tf.layers.gru, SimpleRNN: tf.layers.simpleRNN }[name];
  const { unitForgetBias, ...initializers } = zeros;
  const layer = make({
    units,
    useBias,
    returnSequences,
    ...initializers,
    ...(name === "LSTM" ? { unitForgetBias } : {}),
  });
  const bias = !useBias && "use_bias=false";
  const plain = write(name, [units, bias]);
  const text = write(name, [units, bias, name === "GRU" && "reset_after=false"]);
  if (mergeMode === undefined) return { layer, text, plain };
  const merge = mergeMode !== "concat" && `merge_mode=${mergeMode}`;
  return {
    layer: tf.layers.bidirectional({ layer, mergeMode }),
    text: write("Bidirectional", [text, merge]),
    plain: write("Bidirectional", [plain, merge]),
  };
}

/** @typedef {{ layer: any, text: string, plain: string, isNew?: boolean }} Layer  isNew: keras1 has none */

/** @param {any} model */
function tensorsOf(model) {
  const tensors = [];
  for (const layer of model.layers)
    for (const weight of layer.weights)
      tensors.push(`${weight.originalName.split("/").pop().replace(/_\d+$/, "")}:${weight.shape.join("x")}`);
  return tensors.join(";");
}

/** @param {string} field */
const quoted = (field) => (field.includes(",") ? `"${field}"` : field);

/**
 * @param {number | null} width
 * @param {Layer[]} layers
 * @param {boolean} forPlain whether to print the rows of keras1 and tfjs, too
 */
function row(width, layers, forPlain) {
  const model = tf.sequential();
  layers.forEach(({ layer }, index) => {
    // The first layer says what it takes: any number of steps.
    if (index === 0 && width !== null) layer.batchInputShape = [null, null, width];
    model.add(layer);
  });
  const tensors = tensorsOf(model);
  const start = width === null ? "" : `input=${width}&`;
  /**
   * @param {string} framework
   * @param {string[]} texts
   */
  const print = (framework, texts) => {
    const query = `framework=${framework}&${start}layers=${texts.join(", ")}`;
    if (printed.has(query)) return;
    printed.add(query);
    const fields = [query, model.countParams(), tensors.length < longestTensors ? tensors : "", source, version];
    console.log(fields.map((field) => quoted(String(field))).join(","));
  };
  print(
    "keras",
    layers.map(({ text }) => text),
  );
  const plain = layers.map(({ plain }) => plain);
  if (forPlain && !layers.some(({ isNew }) => isNew)) print("keras1", plain);
  if (forPlain) print("tfjs", plain);
  tf.disposeVariables();
}

const kinds = ["LSTM", "GRU", "SimpleRNN"];
const merges = ["concat", "sum", "mul", "ave"];

for (const name of kinds) {
  for (const [width, units] of [
    [64, 32],
    [1, 1],
    [10, 7],
    [300, 128],
  ])
    row(width, [recurrent(name, units, { useBias: true }, true)], true);
  for (const mergeMode of merges)
    row(
      10,
      [recurrent(name, 7, { useBias: true, mergeMode }, true), recurrent(name, 7, { useBias: true, mergeMode }, true)],
      true,
    );
}

for (let i = 0; i < 60; i++) {
  const mergeMode = one([undefined, undefined, ...merges]);
  row(size(300), [recurrent(kinds[i % 3], size(200), { useBias: random() < 0.7, mergeMode }, true)], i % 4 === 0);
}

for (let i = 0; i < 190; i++) {
  const width = random() < 0.5 ? null : size(250);
  /** @type {Layer[]} */
  const layers = [];
  /**
   * @param {any} layer
   * @param {string} text
   * @param {boolean} [isNew]
   */
  const add = (layer, text, isNew = false) => layers.push({ layer, text, plain: text, isNew });
  if (width === null) {
    const inputDim = upTo(3000);
    const outputDim = size(160);
    add(
      tf.layers.embedding({ inputDim, outputDim, embeddingsInitializer: "zeros" }),
      write("Embedding", [inputDim, outputDim]),
    );
  }
  const count = upTo(3);
  const endsWithSequence = random() < 0.5;
  for (let k = 1; k <= count; k++) {
    const mergeMode = one([undefined, undefined, ...merges]);
    const options = { useBias: random() < 0.75, mergeMode };
    layers.push(recurrent(one(kinds), size(140), options, k < count || endsWithSequence));
    const extra = upTo(6);
    if (extra === 1) {
      const rate = one([0.1, 0.25, 0.5]);
      add(tf.layers.dropout({ rate }), write("Dropout", [rate]));
    } else if (extra === 2) {
      add(tf.layers.batchNormalization(), "BatchNormalization()");
    } else if (extra === 3) {
      add(tf.layers.layerNormalization(), "LayerNormalization()", true);
    }
  }
  if (random() < 0.7) {
    const units = size(60);
    const useBias = random() < 0.8;
    const dense = tf.layers.dense({ units, useBias, kernelInitializer: "zeros" });
    const text = write("Dense", [units, !useBias && "use_bias=false"]);
    if (endsWithSequence && random() < 0.5)
      add(tf.layers.timeDistributed({ layer: dense }), `TimeDistributed(${text})`);
    else add(dense, text);
  }
  row(width, layers, i % 4 === 0);
}
