/** The labels of the tables below the derivation. */
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
