/** Code that builds a model in a framework and prints its number of parameters. */
import { encode } from "../border/query.js";
import { isOff as isFalse } from "../form/layers_text.js";
import { fullLayer, kindOf } from "../telling/facts.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Engine} Engine */

/** Options that the code below writes; a model with any other that counts has no code. */
const written = [
  "units",
  "vocabulary",
  "rate",
  "num_layers",
  "bidirectional",
  "bias",
  "proj_size",
  "reset_after",
  "merge_mode",
  "scale",
  "center",
  "affine",
];

/** What each framework calls the options of its normalisations. @type {Record<string, Record<string, string>>} */
const named = {
  keras: { scale: "scale=False", center: "center=False" },
  pytorch: { center: "bias=False", BatchNorm1d: "affine=False", LayerNorm: "elementwise_affine=False" },
};

/**
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {string} option
 */
function typed(answer, layer, option) {
  return answer.written[layer.origin].args.find((arg) => arg.name === option)?.text ?? "";
}

/** @param {Answer} answer @param {Layer} layer @param {string} option */
const isOff = (answer, layer, option) => isFalse(typed(answer, layer, option));

/** The arguments that leave out what a normalisation learns. @param {Answer} answer @param {Layer} layer @param {keyof typeof named} framework */
const leftOut = (answer, layer, framework) =>
  ["scale", "center", "affine"]
    .filter((option) => isOff(answer, layer, option))
    .map((option) => named[framework][option] ?? named[framework][layer.name]);

/**
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {Catalog} catalog
 */
function kerasLayer(answer, layer, catalog) {
  const { name, units, input } = layer;
  const kind = kindOf(layer, catalog);
  const bias = isOff(answer, layer, "bias") ? ["use_bias=False"] : [];
  if (kind?.reads_words) return `keras.layers.${name}(${input}, ${units})`;
  if (kind?.keeps_width && kind.learns) return `keras.layers.${name}(${leftOut(answer, layer, "keras").join(", ")})`;
  if (kind?.keeps_width) return `keras.layers.${name}(${typed(answer, layer, "rate").trim()})`;
  if (!kind?.recurrent) return `keras.layers.${name}(${[units, ...bias].join(", ")})`;
  const reset = isOff(answer, layer, "reset_after") ? ["reset_after=False"] : [];
  const plain = `keras.layers.${name}(${[units, "return_sequences=True", ...bias, ...reset].join(", ")})`;
  if (layer.directions !== "2") return plain;
  const merge = layer.merge_mode === "concat" || layer.merge_mode === "" ? "" : `, merge_mode="${layer.merge_mode}"`;
  return `keras.layers.Bidirectional(${plain}${merge})`;
}

/** @param {Answer} answer @param {Catalog} catalog */
function keras(answer, catalog) {
  const [first] = answer.layers;
  const shape = kindOf(first, catalog)?.reads_words ? "(None,)" : `(None, ${first.input})`;
  const lines = [`keras.Input(${shape})`, ...answer.layers.map((layer) => kerasLayer(answer, layer, catalog))];
  const body = lines.map((line) => `    ${line},`).join("\n");
  return `import keras\n\nmodel = keras.Sequential([\n${body}\n])\nprint(model.count_params())  # ${answer.total}`;
}

/**
 * @param {Answer} answer
 * @param {Layer} layer the first one of a written layer
 * @param {Catalog} catalog
 */
function torchLayer(answer, layer, catalog) {
  const { name, units, input } = layer;
  const kind = kindOf(layer, catalog);
  const bias = isOff(answer, layer, "bias") ? ["bias=False"] : [];
  if (!kind?.learns) return `torch.nn.${name}(${typed(answer, layer, "rate").trim()})`;
  if (kind.keeps_width) return `torch.nn.${name}(${[input, ...leftOut(answer, layer, "pytorch")].join(", ")})`;
  if (!kind.recurrent) return `torch.nn.${name}(${[input, units, ...bias].join(", ")})`;
  const stacked = answer.layers.filter(({ origin }) => origin === layer.origin).length;
  const times = stacked > 1 ? [`num_layers=${stacked}`] : [];
  const both = layer.directions === "2" ? ["bidirectional=True"] : [];
  const { rule } = fullLayer(answer.layers, answer.layers.indexOf(layer));
  const size = rule.projection === undefined ? [] : [`proj_size=${typed(answer, layer, "proj_size").trim()}`];
  return `torch.nn.${name}(${[input, units, ...times, ...bias, ...both, ...size].join(", ")})`;
}

/** @param {Answer} answer @param {Catalog} catalog */
function pytorch(answer, catalog) {
  const firsts = answer.layers.filter((layer, index) => answer.layers[index - 1]?.origin !== layer.origin);
  const layers = firsts.map((layer) => torchLayer(answer, layer, catalog));
  const count = (/** @type {string} */ model) =>
    `print(sum(p.numel() for p in ${model}.parameters()))  # ${answer.total}`;
  if (layers.length === 1) return `import torch\n\n${count(layers[0])}`;
  const body = layers.map((line) => `    ${line},`).join("\n");
  return `import torch\n\nmodel = torch.nn.ModuleList([\n${body}\n])\n${count("model")}`;
}

/** Longer stacks have no code that anyone would read. */
export const mostLayers = 60;
const writers = { keras, pytorch };

/**
 * The code for each framework that can build the model exactly.
 * @param {import("../border/query.js").Texts} texts
 * @param {Engine["explain"]} explain
 * @param {import("../engine.js").Catalog} catalog
 */
export function codeFor(texts, explain, catalog) {
  return Object.entries(writers).flatMap(([framework, write]) => {
    const answer = explain(encode({ ...texts, framework }));
    if (answer.total === "" || !isWritable(answer, catalog)) return [];
    return [{ framework, code: write(answer, catalog) }];
  });
}

/**
 * @param {Answer} answer
 * @param {import("../engine.js").Catalog} catalog
 */
function isWritable(answer, catalog) {
  return answer.written.every(({ cell, args }) => {
    const counts = catalog.layers.find((layer) => layer.cell === cell)?.arguments ?? [];
    return args.every(({ name }) => written.includes(name) || !counts.some((argument) => argument.name === name));
  });
}
