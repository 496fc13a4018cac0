/** What the core is asked, natively (calls_benchmark.cpp) and as WebAssembly: the same questions. */
import { pastedExamples } from "../../web/telling/pasted_examples.js";

/** @typedef {{ name: string, ask: "explain" | "compare" | "edit" | "read" | "diagnose" | "solve" | "exercise", given: string[] }} Call */

/** What the peers count, too. */
export const lstm = "framework=pytorch&input=64&layers=LSTM(32)";

/** LSTMs of as many different sizes. @param {number} count */
export const different = (count) =>
  `framework=keras&input=64&layers=${Array.from({ length: count }, (_, layer) => `LSTM(${layer + 1})`).join(",")}`;

/** @param {number} count */
const equal = (count) => `framework=pytorch&input=64&layers=LSTM(64, num_layers=${count})`;

const tensors = `weight_ih_l0\t(128, 64)
weight_hh_l0\t(128, 32)
bias_ih_l0\t(128,)
bias_hh_l0\t(128,)
weight_ih_l0_reverse\t(128, 64)
weight_hh_l0_reverse\t(128, 32)
bias_ih_l0_reverse\t(128,)
bias_hh_l0_reverse\t(128,)`;

const kerasJson = JSON.stringify({
  class_name: "Sequential",
  config: {
    name: "sequential",
    layers: [
      { class_name: "InputLayer", config: { batch_input_shape: [null, 10, 64], name: "input" } },
      { class_name: "LSTM", config: { name: "lstm", units: 32, return_sequences: true } },
      { class_name: "GRU", config: { name: "gru", units: 16, reset_after: true } },
      { class_name: "Dense", config: { name: "dense", units: 10 } },
    ],
  },
});

const matlab = `layers = [ ...
    sequenceInputLayer(64)
    bilstmLayer(32,'OutputMode','last')
    fullyConnectedLayer(10)
    softmaxLayer
    classificationLayer]`;

/** @type {Call[]} */
export const calls = [
  { name: "explain, LSTM 64 → 32", ask: "explain", given: [lstm] },
  ...[10, 100, 1000].map((count) => ({
    name: `explain, ${count} different LSTMs`,
    ask: /** @type {const} */ ("explain"),
    given: [different(count)],
  })),
  { name: "explain, 1000 equal LSTMs", ask: "explain", given: [equal(1000)] },
  { name: "compare, LSTM 64 → 32", ask: "compare", given: [lstm] },
  { name: "edit, LSTM 64 → 32", ask: "edit", given: [lstm, "set", "0", "units", "33"] },
  ...pastedExamples.map(({ id, text }) => ({
    name: `read, ${{ keras: "Keras code", pytorch: "PyTorch code", module: "print(model)" }[id] ?? `a ${id}`}`,
    ask: /** @type {const} */ ("read"),
    given: [text],
  })),
  { name: "read, shapes", ask: "read", given: [tensors] },
  { name: "read, Keras's JSON", ask: "read", given: [kerasJson] },
  { name: "read, MATLAB code", ask: "read", given: [matlab] },
  { name: "read, a query", ask: "read", given: [lstm] },
  { name: "diagnose, LSTM 64 → 32, a slip", ask: "diagnose", given: [lstm, "9312"] },
  { name: "diagnose, LSTM 64 → 32, nothing found", ask: "diagnose", given: [lstm, "11777"] },
  {
    name: "solve, LSTM 300 → ? within 1,000,000",
    ask: "solve",
    given: ["framework=keras&input=300&layers=LSTM(?)&budget=1000000"],
  },
  { name: "exercise, LSTM 64 → 32", ask: "exercise", given: [lstm, "7", "values"] },
];
