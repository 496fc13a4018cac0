// Models as TensorFlow.js writes them into JSON, with what it counts: the rows of keras_models.jsonl.
//
//     node tests/reference/print_keras_json.js FOLDER    # FOLDER holds node_modules/@tensorflow/tfjs
//
// A row is {id, text, total, query}: the model in one of the forms in which people have it, model.countParams(), and the same layers
// in the query language, for Keras.
import { randomFrom, tf } from "./tfjs.js";

const { random, upTo, one } = randomFrom(20260711);

// Orthogonal starting values take their time, and no count depends on them.
const zeros = { kernelInitializer: "zeros", recurrentInitializer: "zeros", biasInitializer: "zeros" };

/**
 * "Name(a, b)"; what is false is left out.
 * @param {string} name
 * @param {(string | number | false)[]} items
 */
const write = (name, items) => `${name}(${items.filter((item) => item !== false).join(", ")})`;

/** @typedef {{ layer: any, text: string }} Layer */

/**
 * @param {boolean} returnSequences
 * @param {string[]} [kinds]
 * @param {string} [reads]  what it says of its input in the query
 * @returns {Layer}
 */
function recurrent(returnSequences, kinds = ["LSTM", "GRU", "SimpleRNN"], reads = "") {
  const name = one(kinds);
  const make = { LSTM: tf.layers.lstm, GRU: tf.layers.gru, SimpleRNN: tf.layers.simpleRNN }[name];
  const units = upTo(60);
  const useBias = random() < 0.7;
  const layer = make({ units, useBias, returnSequences, unitForgetBias: false, dropout: one([0, 0.2]), ...zeros });
  const text = write(name, [
    units,
    !useBias && "use_bias=false",
    name === "GRU" && "reset_after=false",
    returnSequences && "return_sequences=true",
    reads !== "" && `input_dim=${reads}`,
  ]);
  const mergeMode = one([undefined, undefined, "concat", "sum", "mul", "ave"]);
  if (mergeMode === undefined) return { layer, text };
  return {
    layer: tf.layers.bidirectional({ layer, mergeMode }),
    text: write("Bidirectional", [text, mergeMode !== "concat" && `merge_mode=${mergeMode}`]),
  };
}

/** @returns {Layer} */
function dense(units = upTo(30)) {
  const useBias = random() < 0.8;
  const activation = one(["linear", "relu", "softmax"]);
  return {
    layer: tf.layers.dense({ units, useBias, activation, kernelInitializer: "zeros" }),
    text: write("Dense", [units, !useBias && "use_bias=false"]),
  };
}

/** Layers between the recurrent ones: they leave a sequence. @returns {Layer} */
function between() {
  const rate = one([0.1, 0.25, 0.5]);
  const filters = upTo(24);
  const kernelSize = upTo(3);
  const padding = one(["same", "valid"]);
  const useBias = random() < 0.7;
  const inner = dense();
  return one([
    () => ({ layer: tf.layers.dropout({ rate }), text: `Dropout(${rate})` }),
    () => ({ layer: tf.layers.batchNormalization(), text: "BatchNormalization()" }),
    () => ({ layer: tf.layers.batchNormalization({ scale: false }), text: "BatchNormalization(scale=false)" }),
    () => ({ layer: tf.layers.layerNormalization(), text: "LayerNormalization()" }),
    () => ({ layer: tf.layers.layerNormalization({ center: false }), text: "LayerNormalization(center=false)" }),
    () => ({ layer: tf.layers.timeDistributed({ layer: inner.layer }), text: `TimeDistributed(${inner.text})` }),
    () => ({ layer: tf.layers.activation({ activation: "relu" }), text: "Activation()" }),
    () => ({ layer: tf.layers.prelu({ sharedAxes: [1] }), text: "PReLU(shared_axes=1)" }),
    () => ({
      layer: tf.layers.conv1d({ filters, kernelSize, padding, useBias, kernelInitializer: "zeros" }),
      text: write("Conv1D", [filters, kernelSize, !useBias && "use_bias=false", padding === "same" && "padding=same"]),
    }),
  ])();
}

/** What makes one vector of a sequence of known length. @returns {Layer} */
function ending() {
  return one([
    () => ({ layer: tf.layers.flatten(), text: "Flatten()" }),
    () => ({ layer: tf.layers.globalMaxPooling1d({}), text: "GlobalMaxPooling1D()" }),
    () => ({ layer: tf.layers.globalAveragePooling1d({}), text: "GlobalAveragePooling1D()" }),
  ])();
}

/** As Python prints the same data. @param {any} data @returns {string} */
function python(data) {
  if (data === null || data === undefined) return "None";
  if (data === true) return "True";
  if (data === false) return "False";
  if (Array.isArray(data)) {
    const items = data.map(python);
    return data[0] === null ? `(${items.join(", ")}${items.length === 1 ? "," : ""})` : `[${items.join(", ")}]`;
  }
  if (typeof data === "object")
    return `{${Object.entries(data)
      .map(([key, value]) => `'${key}': ${python(value)}`)
      .join(", ")}}`;
  return typeof data === "string" ? `'${data}'` : String(data);
}

let rows = 0;

/**
 * @param {any} model
 * @param {string} start  of the query
 * @param {string[]} layers
 */
async function row(model, start, layers) {
  const topology = JSON.parse(model.toJSON(null, true));
  let text = "";
  switch (rows % 6) {
    case 0:
      text = JSON.stringify(topology);
      break;
    case 1:
      text = JSON.stringify(topology, null, 2);
      break;
    case 2:
      text = python({ class_name: topology.class_name, config: topology.config });
      break;
    case 3:
      text = `>>> model.to_json()\n'${JSON.stringify(topology)}'`;
      break;
    default: {
      /** @type {any} */
      let saved;
      await model.save(
        tf.io.withSaveHandler(async (/** @type {any} */ all) => {
          saved = all;
          return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
        }),
      );
      const { format, generatedBy, convertedBy, weightSpecs } = saved;
      const weightsManifest = [{ paths: ["./model.weights.bin"], weights: weightSpecs }];
      const whole = { format, generatedBy, convertedBy, modelTopology: topology, weightsManifest };
      text = JSON.stringify(whole, null, rows % 6 === 4 ? undefined : 1);
    }
  }
  const id = `tfjs-json-${String(rows).padStart(3, "0")}`;
  console.log(
    JSON.stringify({
      id,
      text,
      total: String(model.countParams()),
      query: `framework=keras&${start}layers=${layers.join(", ")}`,
    }),
  );
  rows++;
  tf.disposeVariables();
}

/** @param {any} layer @param {Layer[]} list */
const through = (layer, list) => list.reduce((tensor, { layer }) => layer.apply(tensor), layer);

async function sequential() {
  const model = tf.sequential();
  const steps = upTo(20) + 9;
  const width = upTo(80);
  const says = random() < 0.7;
  /** @type {Layer[]} */
  const list = [];
  const embeds = random() < 0.4;
  const words = upTo(900);
  if (embeds) {
    const layer = tf.layers.embedding({
      inputDim: words,
      outputDim: width,
      embeddingsInitializer: "zeros",
      ...(says ? { inputLength: steps } : {}),
      ...(random() < 0.3 ? { maskZero: true } : {}),
    });
    list.push({ layer, text: `Embedding(${words}, ${width})` });
  }
  const count = upTo(3);
  const flat = says && random() < 0.4;
  for (let i = 1; i <= count; i++) {
    list.push(recurrent(i < count || flat));
    if ((i < count || flat) && random() < 0.5) list.push(between());
  }
  if (flat) list.push(ending());
  else if (random() < 0.2) {
    list.push({ layer: tf.layers.repeatVector({ n: 5 }), text: "RepeatVector(5)" });
    list.push(recurrent(true));
  }
  if (random() < 0.8) list.push(dense());
  // Sequences of any length end where a convolution needs one.
  list.forEach(({ layer }, index) => {
    if (index === 0 && !embeds) layer.batchInputShape = [null, says ? steps : null, width];
    model.add(layer);
  });
  const said = (embeds ? "" : `input=${width}&`) + (says ? `timesteps=${steps}&` : "");
  await row(
    model,
    said,
    list.map(({ text }) => text),
  );
}

/** One path, written with layers that name what they read. */
async function path() {
  const width = upTo(40);
  const input = tf.input({ shape: [null, width] });
  const list = [recurrent(true), recurrent(false), dense()];
  const output = through(input, list);
  await row(
    tf.model({ inputs: input, outputs: output }),
    `input=${width}&`,
    list.map(({ text }) => text),
  );
}

/** Two inputs, joined behind a recurrent layer. */
async function joined() {
  const width = upTo(40);
  const other = upTo(20) + 40;
  const units = [upTo(30), upTo(30)];
  const first = tf.input({ shape: [null, width] });
  const second = tf.input({ shape: [other] });
  const lstm = tf.layers.lstm({ units: units[0], ...zeros, unitForgetBias: false });
  const side = tf.layers.dense({ units: units[1] });
  const end = dense();
  const both = tf.layers.concatenate().apply([lstm.apply(first), side.apply(second)]);
  await row(tf.model({ inputs: [first, second], outputs: end.layer.apply(both) }), `input=${width}&`, [
    `LSTM(${units[0]})`,
    `Dense(${units[1]}, input_dim=${other})`,
    `Concatenate(input_dim=${units[0] + units[1]})`,
    end.text,
  ]);
}

/** Two branches that read the same embedding. */
async function branches() {
  const words = upTo(500);
  const width = 70 + upTo(20);
  const units = [upTo(30), upTo(30) + 30];
  const input = tf.input({ shape: [null] });
  const embedded = tf.layers.embedding({ inputDim: words, outputDim: width }).apply(input);
  const left = tf.layers.gru({ units: units[0], ...zeros }).apply(embedded);
  const right = tf.layers.bidirectional({
    layer: tf.layers.simpleRNN({ units: units[1], ...zeros }),
    mergeMode: "concat",
  });
  const end = dense();
  const both = tf.layers.concatenate().apply([left, right.apply(embedded)]);
  await row(tf.model({ inputs: input, outputs: end.layer.apply(both) }), "", [
    `Embedding(${words}, ${width})`,
    `GRU(${units[0]}, reset_after=false)`,
    `Bidirectional(SimpleRNN(${units[1]}, input_dim=${width}))`,
    `Concatenate(input_dim=${units[0] + 2 * units[1]})`,
    end.text,
  ]);
}

/** An encoder and a decoder: the one's states are the other's first ones. */
async function translation() {
  const width = 10 + upTo(60);
  const other = 80 + upTo(60);
  const units = upTo(60);
  const first = tf.input({ shape: [null, width] });
  const second = tf.input({ shape: [null, other] });
  const [, h, c] = tf.layers.lstm({ units, returnState: true, ...zeros, unitForgetBias: false }).apply(first);
  const decoded = tf.layers
    .lstm({ units, returnSequences: true, ...zeros, unitForgetBias: false })
    .apply([second, h, c]);
  const end = dense(other);
  await row(tf.model({ inputs: [first, second], outputs: end.layer.apply(decoded) }), `input=${width}&`, [
    `LSTM(${units})`,
    `LSTM(${units}, input_dim=${other})`,
    end.text,
  ]);
}

/** One layer that is used twice: its weights count once. */
async function shared() {
  const width = upTo(40);
  const units = upTo(40);
  const shared = tf.layers.lstm({ units, ...zeros, unitForgetBias: false });
  const inputs = [tf.input({ shape: [null, width] }), tf.input({ shape: [null, width] })];
  const both = tf.layers.concatenate().apply(inputs.map((input) => shared.apply(input)));
  const end = dense();
  await row(tf.model({ inputs, outputs: end.layer.apply(both) }), `input=${width}&`, [
    `LSTM(${units})`,
    `Concatenate(input_dim=${2 * units})`,
    end.text,
  ]);
}

/** A model as a layer of another. */
async function nested() {
  const width = upTo(40);
  const inner = tf.sequential();
  const list = [recurrent(true), between(), recurrent(false)];
  list.forEach(({ layer }, index) => {
    if (index === 0) layer.batchInputShape = [null, 12, width];
    inner.add(layer);
  });
  const input = tf.input({ shape: [12, width] });
  const end = dense();
  const output = end.layer.apply(inner.apply(input));
  await row(
    tf.model({ inputs: input, outputs: output }),
    `input=${width}&timesteps=12&`,
    [...list, end].map(({ text }) => text),
  );
}

/** A sum of two layers of one width. */
async function added() {
  const width = upTo(40);
  const units = upTo(40) + 40;
  const input = tf.input({ shape: [null, width] });
  const a = tf.layers.lstm({ units, returnSequences: true, ...zeros, unitForgetBias: false }).apply(input);
  const b = tf.layers.simpleRNN({ units, returnSequences: true, ...zeros }).apply(input);
  const end = dense();
  await row(tf.model({ inputs: input, outputs: end.layer.apply(tf.layers.add().apply([a, b])) }), `input=${width}&`, [
    `LSTM(${units})`,
    `SimpleRNN(${units}, input_dim=${width})`,
    "Add()",
    end.text,
  ]);
}

/** Cells that a layer of their own runs, one behind the other. */
async function cells() {
  const width = upTo(40);
  const units = [upTo(20), upTo(20)];
  const model = tf.sequential();
  const cell = [
    tf.layers.lstmCell({ units: units[0], ...zeros, unitForgetBias: false }),
    tf.layers.gruCell({ units: units[1], ...zeros }),
  ];
  model.add(tf.layers.rnn({ cell, returnSequences: true, inputShape: [null, width] }));
  await row(model, `input=${width}&`, [`LSTM(${units[0]})`, `GRU(${units[1]}, reset_after=false)`]);
}

for (let i = 0; i < 55; i++) await sequential();
for (let i = 0; i < 6; i++) {
  await path();
  await joined();
  await branches();
  await translation();
  await shared();
  await nested();
  await added();
  await cells();
}
