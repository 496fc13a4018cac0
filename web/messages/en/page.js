/** The labels of the form and of the derivation: headings, fields, buttons. */
import { article, list, number, ordinal, short } from "./words.js";

/** @typedef {import("../../engine.js").FrameworkFacts} FrameworkFacts */

export const pageMessages = {
  derivation: "Derivation",
  theLine: "The formula with your numbers",
  together: "Together",
  /** @param {number} most */
  layerByLayer: (most) => `With more than ${ordinal(most)} layers the formula stands layer by layer, with the steps.`,
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
  nothingYet: "Nothing can be counted yet:",
  /** @param {string} layers */
  startFrom: (layers) => `Start from ${layers}`,
  orExamples: "Or from an example of the notes:",
  chooser: "Counted by",
  notes: {
    name: "notes, textbook",
    narrow: "notes",
    hint: "One bias per unit of every gate, as in most course notes.",
  },

  form: "Your numbers",
  inputHint: "features in one time step (not the number of steps)",
  /** @param {string[]} cells the recurrent ones of the model */
  timestepsHint: (cells) =>
    cells.length === 0
      ? "how long a sequence is"
      : `how long a sequence is; does not change the count of ${list(cells.map(article), "or")}`,
  whatComes: "what comes",
  inputByEmbedding: "not needed: the embedding sets the width",
  /** @param {string} previous */
  unitsHint: (previous) => `size of ${previous} and of the output`,
  /** @type {Record<string, string>} */
  optionNames: {
    depth_multiplier: "filters per channel (depth_multiplier)",
    output_padding: "more steps at the end (output_padding)",
    in2_features: "width of the second input (in2_features)",
    num_heads: "heads (num_heads)",
    key_dim: "width of queries and keys (key_dim)",
    value_dim: "width of values (value_dim)",
    kdim: "width of the keys that come (kdim)",
    vdim: "width of the values that come (vdim)",
    output_shape: "width passed on (output_shape)",
    add_bias_kv: "one more key and value (add_bias_kv)",
    use_gate: "gate of the heads (use_gate)",
    use_scale: "learned scale (use_scale)",
    score_mode: "how scores are made (score_mode)",
    shared_axes: "axes with the same slopes (shared_axes)",
    num_parameters: "slopes (num_parameters)",
    axis: "axis of the features (axis)",
    renorm: "batch renormalization (renorm)",
    num_layers: "stacked layers",
    merge_mode: "after both directions",
    coupled: "input and forget gate coupled",
    layer_norm: "layer normalization",
    proj_size: "projection to",
    center: "shift (center)",
    affine: "scale and shift (affine)",
    train_state: "trained initial state (train_state)",
    train_memory: "trained initial cell state (train_memory)",
    trainable: "trained",
    tied: "with the embedding's matrix (tied)",
  },
  groups: {
    recurrent: "recurrent",
    dense: "dense",
    convolution: "convolution",
    normalisation: "normalisation",
    shape: "shape",
    other: "other",
  },
  /** @param {string} times */
  stacked: (times) => `${number(short(times))} stacked layers`,
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

  steps: "Steps",
  open: "Open",
  openTitle: "The whole page with this model, in a new tab",
  onlyDigits: "Digits only. The keys n and p work outside the fields.",
  paceKeys: "Presents the steps one by one. Keys: n for the next step, p for the previous one",
  present: "Present",

  copyMenu: "Copy",
  copyNumber: "Copy number",
  copyLink: "Copy link",
  copyLatex: "Copy LaTeX",
  copyMarkdown: "Copy Markdown",
  copied: "Copied",
  copyByHand: "Copy this by hand:",
  /** @param {string} address */
  printed: (address) => `The same with other numbers: ${address}`,

  moreFrameworks: "More frameworks…",
  /** @param {string} name @param {string} total */
  frameworkTotal: (name, total) => `${name}: ${number(total) || "—"}`,

  failure: {
    missing:
      "The calculator's file core.wasm, or another one of its files, could not be loaded, so the numbers cannot be changed here. They belong beside rnn-params.js, in the folder assets.",
    damaged:
      "The calculator's files core.wasm and core.js are damaged or of two versions, so the numbers cannot be changed here. Load the page anew; if that does not help, all its files have to be put up again.",
    refused:
      "This browser or this site does not allow WebAssembly, so the numbers cannot be changed here. A site's Content Security Policy has to say 'wasm-unsafe-eval'.",
    unsupported:
      "This browser has no WebAssembly, so the numbers cannot be changed here. An old browser has to be brought up to date; lockdown mode has to allow this page.",
    other:
      "The calculator could not start, so the numbers cannot be changed here. There may be too little memory: close other pages and try again.",
  },
  later: {
    supplements: "The picture and the tables could not be loaded. Try again, or load the page anew.",
    embed: "What helps to embed this could not be loaded. Try again, or load the page anew.",
    language: "The words in this language could not be loaded, so these are English.",
  },
  tryAgain: "Try again",
};
