/** TensorFlow.js code that builds a model and prints its number of parameters. Its layers are Keras's. */
import { chainsAsCalls } from "./keras_layers.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("./keras_layers.js").Chain} Chain */
/** @typedef {import("./keras_layers.js").Call} Call */

/** Functions that are not called by the layer's name with a small letter. @type {Record<string, string>} */
const functions = { LSTM: "lstm", GRU: "gru", ELU: "elu", PReLU: "prelu", ReLU: "reLU", ConvLSTM2D: "convLstm2d" };

/** "conv1d" @param {string} layer "Conv1D" */
const functionOf = (layer) =>
  functions[layer] ?? layer.charAt(0).toLowerCase() + layer.slice(1).replace(/(?<=\d)D/, "d");

/** "useBias" @param {string} name */
const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** What Python writes, in JavaScript: None, True, (3, 5). @param {string} value */
const inScript = (value) =>
  value
    .replace(/^(True|False)$/, (word) => word.toLowerCase())
    .replace("None", "null")
    .replace(/^\((.*?),?\)$/, "[$1]");

/** @param {Call} call @param {string} indent */
const layerOf = (call, indent) =>
  call.each ? `tf.layers.timeDistributed({ layer: ${waysOf(call, indent)} })` : waysOf(call, indent);

/** @param {Call} call @param {string} indent */
function waysOf({ layer, arguments: all, merge }, indent) {
  const fields = all.map(({ name, value }) => `${camel(name)}: ${inScript(value)}`);
  const none = /^Global.*2D/.test(layer) ? "{}" : ""; // it reads a field of what it is given (pooling.ts)
  const one = `tf.layers.${functionOf(layer)}(${fields.length > 0 ? `{ ${fields.join(", ")} }` : none})`;
  if (merge === undefined) return one;
  const wrapped = [`layer: ${one}`, ...(merge === "concat" ? [] : [`mergeMode: "${merge}"`])];
  return `tf.layers.bidirectional({\n${wrapped.map((field) => `${indent}  ${field},\n`).join("")}${indent}})`;
}

/** @param {Chain} chain @param {string} indent */
function sequential({ shape, calls }, indent) {
  const input = `tf.layers.inputLayer({ inputShape: [${shape.map(inScript).join(", ")}] })`;
  const lines = [input, ...calls.map((call) => layerOf(call, `${indent}    `))].map((line) => `${indent}    ${line},`);
  return `tf.sequential({\n${indent}  layers: [\n${lines.join("\n")}\n${indent}  ],\n${indent}})`;
}

/**
 * It has no padding before alone (conv_utils.ts), keeps no axis that it pools over (pooling.ts), pools no three of them away, and flattens
 * no vector (core.ts).
 * @param {Chain} chain
 */
const isKnown = ({ calls }) =>
  calls.every(
    ({ layer, axes, arguments: all }) =>
      !/^Global.*3D$/.test(layer) &&
      !all.some(({ name, value }) => name === "keepdims" || value === '"causal"') &&
      (layer !== "Flatten" || axes > 0),
  );

/**
 * @param {Answer} answer
 * @param {string} steps how many time steps come in, "" where that is not known
 * @param {Catalog} catalog
 * @returns {string} "" where there is no short code for it
 */
export function tfjsCode(answer, steps, catalog) {
  const written = chainsAsCalls(answer, steps, catalog);
  if (!written?.every(isKnown)) return "";
  const head = 'import * as tf from "@tensorflow/tfjs";\n\n';
  if (written.length === 1)
    return `${head}const model = ${sequential(written[0], "")};\nconsole.log(model.countParams()); // ${answer.total}`;
  const branches = written.map((chain) => `  ${sequential(chain, "  ")},`).join("\n");
  return `${head}const branches = [\n${branches}\n];\nconsole.log(branches.reduce((sum, branch) => sum + branch.countParams(), 0)); // ${answer.total}`;
}
