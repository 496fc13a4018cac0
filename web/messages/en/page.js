/** The page's labels: headings, fields, buttons, tables. */
import { number, ordinal, short } from "./words.js";

/** @typedef {import("../../engine.js").Weight} Weight */
/** @typedef {import("../../engine.js").FrameworkFacts} FrameworkFacts */

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
};

export const pageMessages = {
  /** What stands around the element, see index.html. */
  site: {
    heading: "LSTM, GRU and RNN parameters",
    tail: ", step by step",
    theme: "Theme",
    auto: "auto",
    light: "light",
    dark: "dark",
    language: "Language",
    checked: "How the numbers are checked",
    howChecked:
      "Every count is made twice: by adding up the sizes of all tensors, and by the formula that is shown. Tests hold the two equal on thousands of models, and both against what Keras, PyTorch, TensorFlow.js, ONNX graphs and tinygrad print, and against the shapes that stand in the other frameworks' source.",
  },
  roles,
  derivation: "Derivation",
  theLine: "The formula with your numbers",
  together: "Together",
  /** @param {number} count */
  showBlocks: (count) => `Show ${ordinal(count)} more ${count === 1 ? "block" : "blocks"} of layers`,
  /** @param {number} count */
  showRows: (count) => `Show ${ordinal(count)} more ${count === 1 ? "layer" : "layers"}`,

  examplesTitle: "Examples from the notes",
  examplesMenu: "Examples",
  /** @type {Record<string, string>} */
  examples: {
    lstm: "LSTM",
    multilayer: "Multilayer",
    bidirectional: "Bidirectional",
    multilayer_bidirectional: "Multilayer bidirectional",
    gru: "GRU",
  },
  chooser: "Count as in",
  /** @param {FrameworkFacts} framework */
  framework: (framework) => framework.name || "notes, textbook",
  /** @param {FrameworkFacts} framework */
  frameworkShort: (framework) => framework.name || "notes",
  /** @param {FrameworkFacts} framework @returns {string} */
  frameworkHint: (framework) =>
    framework.id === "notes" ? "One bias per unit of every gate, as in most course notes." : "",

  form: "Your numbers",
  inputHint: "features in one time step (not the number of steps)",
  inputByEmbedding: "not needed: the embedding sets the width",
  /** @param {string} previous */
  unitsHint: (previous) => `size of ${previous} and of the output`,
  /** @type {Record<string, string>} */
  optionNames: {
    num_layers: "stacked ×",
    merge_mode: "after both directions",
    coupled: "input gate coupled to forget gate",
    layer_norm: "layer normalization",
    proj_size: "projection to",
  },
  /** @param {string} times */
  stacked: (times) => `stacked × ${number(short(times))}`,
  cell: "cell",
  both: "both directions",
  options: "options",
  /** @param {string} name */
  less: (name) => `${name}: one less`,
  /** @param {string} name */
  more: (name) => `${name}: one more`,
  /** @param {number} place */
  moveUp: (place) => `Move layer ${place} up`,
  /** @param {number} place */
  moveDown: (place) => `Move layer ${place} down`,
  /** @param {number} place */
  remove: (place) => `Remove layer ${place}`,
  addLayer: "Add a layer",
  asText: "Layers as text",
  layersField: "layers",
  layersHint: "for example LSTM(32), Bidirectional(GRU(16))",
  /** @param {FrameworkFacts} framework @param {string[]} names */
  postscript: (framework, names) =>
    `P.S. ${framework.words.units} = number of units in each hidden gate. Also called ${names.join(", ")}: five names, one number.`,
  unitNames: ["activation units", "output units", "hidden units", "gate units"],

  pace: "Steps",
  paceKeys: "Keys: n for the next step, p for the previous one",
  oneByOne: "Steps one by one",
  nextStep: "Next step",
  previousStep: "Previous step",
  allSteps: "All steps",
  blank: "the value that is missing here",
  /** @param {number} step */
  notYet: (step) => `Not yet: look at step ${ordinal(step)}.`,

  copyMenu: "Copy",
  copyNumber: "Copy number",
  copyLink: "Copy link",
  copyLatex: "Copy LaTeX",
  copyMarkdown: "Copy Markdown",
  copied: "Copied",
  copyByHand: "Copy this by hand:",
  /** @param {string} address */
  printed: (address) => `The same with other numbers: ${address}`,

  tensors: "Tensors of this layer",
  tensorsMany: "Tensors of these layers",
  tensorHead: /** @type {[string, string, string]} */ (["name", "shape", "count"]),
  sum: "sum",
  notTrained: "not trained",
  direction: { forward: "forwards", backward: "backwards", both: "both directions in one" },
  moreFrameworks: "More frameworks…",
  /** @param {string} name @param {string} total */
  frameworkTotal: (name, total) => `${name}: ${number(total) || "—"}`,
  allFrameworks: "All frameworks",
  /** @param {string} option @param {string} text */
  withOption: (option, text) => `with ${option}=${text === "true" ? "True" : "False"}:`,
  /** @param {string} name @param {string} version */
  readAt: (name, version) => `${name} ${version}: where its layout is written down`,
  /** @param {string} total @param {string} base @param {string} difference @param {string} sign */
  totalOf: (total, base, difference, sign) =>
    sign === "more" || sign === "fewer"
      ? `${number(total)} = ${number(base)} ${sign === "more" ? "+" : "−"} ${number(difference)}`
      : number(total),
  source: "source",
  code: "Code that checks it",
  copyCode: "Copy code",
  noCode: "There is no short code for this model.",

  /** @param {"refused" | "missing" | "other"} kind @returns {string} */
  failure: (kind) =>
    kind === "missing"
      ? "The calculator's file core.wasm could not be loaded, so the numbers cannot be changed here. The worked examples stay true."
      : kind === "refused"
        ? "This browser or this site does not allow WebAssembly, so the numbers cannot be changed here. The worked example stays true."
        : "The calculator could not start, so the numbers cannot be changed here. The worked examples stay true.",
  tryAgain: "Try again",
};
