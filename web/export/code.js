/** Code that builds a model in a framework and prints its number of parameters. */
import { encode } from "../border/query.js";
import { toAscii } from "../form/digits.js";
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
  return toAscii(answer.written[layer.origin].args.find((arg) => arg.name === option)?.text ?? "").trim();
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
  if (kind?.keeps_width) return `keras.layers.${name}(${typed(answer, layer, "rate")})`;
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
  if (!kind?.learns) return `nn.${name}(${typed(answer, layer, "rate")})`;
  if (kind.keeps_width) return `nn.${name}(${[input, ...leftOut(answer, layer, "pytorch")].join(", ")})`;
  if (!kind.recurrent) return `nn.${name}(${[input, units, ...bias].join(", ")})`;
  const stacked = answer.layers.filter(({ origin }) => origin === layer.origin).length;
  const times = stacked > 1 ? [`num_layers=${stacked}`] : [];
  const both = layer.directions === "2" ? ["bidirectional=True"] : [];
  const { rule } = fullLayer(answer.layers, answer.layers.indexOf(layer));
  const size = rule.projection === undefined ? [] : [`proj_size=${typed(answer, layer, "proj_size")}`];
  return `nn.${name}(${[input, units, ...times, ...bias, ...both, ...size, "batch_first=True"].join(", ")})`;
}

/**
 * What a layer makes of x: a recurrent one also tells its last state, and a batch norm has the features before the time steps.
 * @param {Layer} layer
 * @param {string} module
 * @param {Catalog} catalog
 */
function torchStep(layer, module, catalog) {
  if (kindOf(layer, catalog)?.recurrent) return `x, _ = ${module}(x)`;
  if (layer.cell === "BatchNormalization") return `x = ${module}(x.transpose(1, 2)).transpose(1, 2)`;
  return `x = ${module}(x)`;
}

/** "batch_norm" @param {string} name of a module's class, "BatchNorm1d" */
const attributeOf = (name) =>
  name
    .replace(/\d.*$/, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
    .toLowerCase();

/**
 * A class, for a list of modules can't be called. A layer with num_layers is one module, as it was written; layers that were written one by
 * one are modules of their own, for so their tensors are named.
 * @param {Answer} answer
 * @param {Catalog} catalog
 */
function pytorch(answer, catalog) {
  const firsts = answer.layers.filter((layer, index) => answer.layers[index - 1]?.origin !== layer.origin);
  const names = firsts.map(({ name }) => attributeOf(name));
  const modules = names.map((name, index) => {
    const alone = names.indexOf(name) === names.lastIndexOf(name);
    return `self.${name}${alone ? "" : `_${names.slice(0, index + 1).filter((other) => other === name).length}`}`;
  });
  const [first] = firsts;
  const words = kindOf(first, catalog)?.reads_words;
  const lines = [
    "import torch",
    "from torch import nn",
    "",
    "",
    "class Model(nn.Module):",
    "    def __init__(self):",
    "        super().__init__()",
    ...firsts.map((layer, index) => `        ${modules[index]} = ${torchLayer(answer, layer, catalog)}`),
    "",
    `    def forward(self, x):  # (batch, time steps${words ? "" : `, ${first.input}`})`,
    ...firsts.map((layer, index) => `        ${torchStep(layer, modules[index], catalog)}`),
    "        return x",
    "",
    "",
    "model = Model()",
    `print(sum(p.numel() for p in model.parameters()))  # ${answer.total}`,
  ];
  return lines.join("\n");
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
