/** The labels of the tables below the derivation. */
import { number } from "./words.js";

/** @typedef {import("../../engine.js").Weight} Weight */

/** @type {Record<Weight["role"], string>} */
const roles = {
  weights: "weights",
  input_weights: "weights of the input",
  recurrent_weights: "weights of the previous activations",
  bias: "bias",
  projection: "projection",
  peephole: "peephole",
  embedding: "embedding",
  scale: "scale",
  shift: "shift",
  mean: "moving mean",
  variance: "moving variance",
  deviation: "logarithm of the moving deviation",
  inverse_deviation: "inverse of the moving deviation",
  moving_deviation: "moving deviation",
  renorm_mean: "mean for renorm",
  renorm_deviation: "deviation for renorm",
  state: "initial state",
  counter: "counter of batches",
};

export const tableMessages = {
  roles,
  tensors: "Tensors of this layer",
  tensorsMany: "Tensors of these layers",
  tensorHead: /** @type {[string, string, string]} */ (["name", "shape", "count"]),
  sum: "sum",
  notTrained: "not trained",
  direction: { forward: "forwards", backward: "backwards", both: "both directions in one" },
  layerTable: {
    ...{ layer: "layer", handsOn: "passes on", steps: "time steps", parameters: "parameters", share: "share" },
    ...{ trained: "trained", total: "total", caption: "The layers", copyCsv: "Copy CSV", copyTable: "Copy as a table" },
  },
  memory: {
    /** @param {{ float32: string, float16: string, int8: string, training: string }} sizes */
    sentence: ({ float32, float16, int8, training }) =>
      `In memory: ${float32} as float32, ${float16} as float16, ${int8} as int8; ${training} while Adam trains it.`,
    /** @param {{ unit: string, bytes: string, printed: string }} size `printed`: as Keras writes it, "" where it is not worth saying */
    why: ({ unit, bytes, printed }) =>
      [
        "A number takes 4 bytes as float32, 2 as float16, 1 as int8.",
        ...(bytes === "1" ? [] : [`1 ${unit} is ${number(bytes)} bytes.`]),
        ...(printed === "" ? [] : [`Keras's summary() would write a size like the first as ${printed}.`]),
        "Training with Adam takes three more for each number that is trained: its gradient, and the two moments that Adam keeps. What the layers compute takes memory besides.",
      ].join(" "),
  },
  allFrameworks: "All frameworks",
  /** @param {string} option @param {string} text */
  withOption: (option, text) => `with ${option}=${text}:`,
  /** @param {string} name @param {string} version */
  readAt: (name, version) => `${name}, version ${version}: where its layout is written down`,
  source: "source",
  code: "Code that checks it",
  copyCode: "Copy code",
  noCode: "There is no short code for this model.",
};
