/** PyTorch code that builds a model and prints its number of parameters. */
import { fullLayer, kindOf } from "../telling/facts.js";
import { chainsOf, isEach, isFrozen, isOff, isOn, typed } from "./typed.js";
import { axesRead, windowArguments, windowOptions } from "./windows.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {import("../engine.js").Catalog} Catalog */

/** Options that are written, or that change nothing here. */
export const torchOptions = [
  ..."units vocabulary rate num_layers bidirectional bias proj_size center affine input_dim timesteps trainable tied".split(
    " ",
  ),
  ...windowOptions,
  ...["in2_features", "num_heads", "add_bias_kv", "kdim", "vdim", "num_parameters", "axis"],
  ...["ceil_mode", "output_size"],
];

/** Layers without parameters that can do without arguments. */
const plain = "ReLU LeakyReLU ELU SELU GELU SiLU Tanh Sigmoid Softplus Identity".split(" ");

/** What its normalisations call their options. @type {Record<string, string>} */
const withoutScale = {
  BatchNorm1d: "affine=False",
  LayerNorm: "elementwise_affine=False",
  RMSNorm: "elementwise_affine=False",
};

/** What its convolutions call their options. */
const windowNames = {
  strides: "stride",
  padding: "padding",
  output_padding: "output_padding",
  dilation: "dilation",
  groups: "groups",
};

/** What its poolings call theirs. */
const poolNames = { padding: "padding", dilation: "dilation" };

/** What changes the time steps or the features, and is written, too. */
const shaping = "Flatten MaxPool1d AvgPool1d AdaptiveMaxPool1d AdaptiveAvgPool1d GLU".split(" ");

/**
 * How many axes of time steps or places its modules read; undefined where they differ, so that no model calls one after the other.
 * @param {Answer} answer
 * @param {Layer[]} modules
 * @param {Catalog} catalog
 */
function axesOf(answer, modules, catalog) {
  const read = modules.flatMap((layer) => {
    const own = axesRead(answer, layer, catalog);
    return own === undefined ? [] : own + (isEach(answer, layer) ? 1 : 0);
  });
  const [axes = 1, ...others] = new Set(read);
  return others.length > 0 ? undefined : axes;
}

/** What the axes are called in a comment; with time steps at each of which there are places. */
const axesNames = ["", "time steps", "rows, columns", "depth, rows, columns"];
const axesOfEach = [
  "",
  "time steps",
  "time steps, places",
  ...axesNames.slice(2).map((names) => `time steps, ${names}`),
];

/**
 * @param {Answer} answer
 * @param {Layer} layer the first one of a written layer
 * @param {Catalog} catalog
 */
function layerCode(answer, layer, catalog) {
  const { name, units, input } = layer;
  const kind = kindOf(layer, catalog);
  const off = (/** @type {string} */ option, /** @type {string} */ code) =>
    isOff(answer, layer, option) ? [code] : [];
  const end = isFrozen(answer, layer) ? ".requires_grad_(False)" : "";
  const call = (/** @type {string[]} */ ...args) => `nn.${name}(${args.join(", ")})${end}`;
  const bias = off("bias", "bias=False");
  if (kind?.does === "halves") return call();
  if (kind?.does === "adapts") return call(typed(answer, layer, "output_size") || typed(answer, layer, ""));
  if (kind?.does === "pools") {
    const size = typed(answer, layer, "kernel_size") || typed(answer, layer, "") || "2";
    // Without strides it moves by its size, so that 1 is worth a word.
    const strides = typed(answer, layer, "strides").replace(/^0$/, "");
    const { moves } = windowArguments(answer, layer, poolNames);
    const ceil = isOn(answer, layer, "ceil_mode") ? ["ceil_mode=True"] : [];
    return call(
      size,
      ...(strides === "" ? [] : [`stride=${strides}`]),
      ...moves.map(({ name, value }) => `${name}=${value}`),
      ...ceil,
    );
  }
  if (kind?.does) return call(...[typed(answer, layer, "rate")].filter(Boolean));
  if (kind?.cell === "MultiHeadAttention") {
    const extra = isOn(answer, layer, "add_bias_kv") ? ["add_bias_kv=True"] : [];
    for (const width of ["kdim", "vdim"])
      if (typed(answer, layer, width) !== "") extra.push(`${width}=${typed(answer, layer, width)}`);
    return call(input, typed(answer, layer, "num_heads"), ...bias, ...extra, "batch_first=True");
  }
  if (kind?.cell === "PReLU") return call(typed(answer, layer, "num_parameters") || "1");
  if (kind?.cell === "GroupNormalization")
    return call(groupsOf(answer, layer), input, ...off("affine", "affine=False"));
  if (kind?.cell === "InstanceNorm1d") return call(input, ...(isOn(answer, layer, "affine") ? ["affine=True"] : []));
  if (kind?.group === "convolution") {
    const { size, moves } = windowArguments(answer, layer, windowNames);
    return call(input, units, size, ...moves.map(({ name, value }) => `${name}=${value}`), ...bias);
  }
  const sides = fullLayer(answer.layers, answer.layers.indexOf(layer)).weights[0]?.shape ?? [];
  const shape = sides.length > 1 ? `(${sides.join(", ")})` : input;
  if (kind?.keeps_width) return call(shape, ...off("center", "bias=False"), ...off("affine", withoutScale[name]));
  if (kind?.cell === "Bilinear") return call(input, secondInput(layer, answer), units, ...bias);
  if (!kind?.recurrent) return call(input, units, ...bias);
  const stacked = answer.layers.filter(({ origin }) => origin === layer.origin).length;
  const times = stacked > 1 ? [`num_layers=${stacked}`] : [];
  const both = layer.directions === "2" ? ["bidirectional=True"] : [];
  const { rule } = fullLayer(answer.layers, answer.layers.indexOf(layer));
  const size = rule.projection === undefined ? [] : [`proj_size=${typed(answer, layer, "proj_size")}`];
  return call(input, units, ...times, ...bias, ...both, ...size, "batch_first=True");
}

/** Whether it reads nothing of another width than what comes in. @param {Layer} layer @param {Answer} answer */
function readsOnlyWhatComes(layer, answer) {
  if (layer.cell === "Bilinear") return secondInput(layer, answer) === layer.input;
  return ["kdim", "vdim"].every((width) => ["", layer.input].includes(typed(answer, layer, width)));
}

/** How wide the second vector is that it reads: a side of its weight. @param {Layer} layer @param {Answer} answer */
const secondInput = (layer, { layers }) => fullLayer(layers, layers.indexOf(layer)).weights[0]?.shape[2] ?? "";

/** Whose features come before the time steps, or before the places, besides convolutions. */
const featuresFirst = ["BatchNormalization", "GroupNormalization", "InstanceNorm1d", "PReLU"];

/** How many groups a normalisation has, by name or without: no count depends on it. @param {Answer} answer @param {Layer} layer */
const groupsOf = (answer, layer) =>
  typed(answer, layer, "num_groups") || typed(answer, layer, "groups") || typed(answer, layer, "") || "1";

/**
 * What a layer makes of x: a recurrent one also tells its last state; a batch norm and a convolution have the features before the time
 * steps, or before the places. One that is used at every time step takes the steps for more of the batch.
 * @param {Layer} layer
 * @param {string} module
 * @param {number} axes
 * @param {Catalog} catalog
 * @param {boolean} each
 * @returns {string}
 */
function forward(layer, module, axes, catalog, each) {
  const kind = kindOf(layer, catalog);
  if (each && axes > 0) {
    const made = forward(layer, module, axes - 1, catalog, false).replace(/^x(, _)? = /, "");
    const folded = made.replace(/\bx\b/g, "x.flatten(0, 1)");
    if (folded === `${module}(x.flatten(0, 1))` && !movesFeatures(layer, catalog) && !kind?.recurrent)
      return `x = ${module}(x)`;
    return `x = ${folded}${kind?.recurrent ? "[0]" : ""}.unflatten(0, x.shape[:2])`;
  }
  if (kind?.recurrent) return `x, _ = ${module}(x)`;
  if (kind?.cell === "MultiHeadAttention") return `x, _ = ${module}(x, x, x)`;
  if (kind?.cell === "Bilinear") return `x = ${module}(x, x)`;
  if (kind?.does === "flattens") return "x = x.flatten(1)";
  if (axes === 0) return `x = ${module}(x)`;
  const moved = movesFeatures(layer, catalog);
  if (moved && axes > 1) return `x = ${module}(x.movedim(-1, 1)).movedim(1, -1)`;
  if (moved) return `x = ${module}(x.transpose(1, 2)).transpose(1, 2)`;
  return `x = ${module}(x)`;
}

/** Whether it has the features before the time steps, or before the places. @param {Layer} layer @param {Catalog} catalog */
function movesFeatures(layer, catalog) {
  const kind = kindOf(layer, catalog);
  const does = kind?.does ?? "";
  return featuresFirst.includes(layer.cell) || kind?.group === "convolution" || ["pools", "adapts"].includes(does);
}

/** "batch_norm" @param {string} name of a module's class, "BatchNorm1d" */
const attributeOf = (name) =>
  name
    .replace(/\d.*$/, "")
    .replace(/(?<=[a-z])(?=[A-Z][a-z])/g, "_")
    .toLowerCase();

/** The modules' names, with a number where there are several of one kind. @param {Layer[]} modules */
function namesOf(modules) {
  const names = modules.map(({ name }) => attributeOf(name));
  return names.map((name, index) => {
    const alone = names.indexOf(name) === names.lastIndexOf(name);
    return `self.${name}${alone ? "" : `_${names.slice(0, index + 1).filter((other) => other === name).length}`}`;
  });
}

/**
 * A class, for a list of modules can't be called; of branches, which no module calls one after the other, a list. A layer with num_layers
 * is one module, as it was written; layers that were written one by one are modules of their own, for so their tensors are named.
 * @param {Answer} answer
 * @param {string} _steps
 * @param {Catalog} catalog
 * @returns {string} "" where there is no short code for it
 */
export function torchCode(answer, _steps, catalog) {
  const { layers, total } = answer;
  const modules = layers.filter((layer, index) => layers[index - 1]?.origin !== layer.origin);
  if (!modules.every((layer) => isWritten(answer, layer, catalog))) return "";
  // What comes in is all that a model of one layer after the other has.
  if (!modules.every((layer) => readsOnlyWhatComes(layer, answer))) return "";
  const branches = chainsOf(answer, catalog).length > 1;
  const names = branches ? modules.map((_, index) => `model[${index}]`) : namesOf(modules);
  const axes = branches ? 1 : axesOf(answer, modules, catalog);
  if (!axes) return "";
  const each = (/** @type {Layer} */ layer) => !branches && isEach(answer, layer);
  const axesAt = (/** @type {Layer} */ layer) => Math.max(axes - (each(layer) ? 1 : 0), 1);
  if (modules.some((layer) => axesAt(layer) > 3 && /^(Batch|Instance)Norm/.test(layer.name))) return "";
  if (modules.some((layer) => each(layer) && !mayBeEach(layer, catalog))) return "";
  const codes = modules.map((layer) =>
    layerCode(answer, layer, catalog).replace(/(?<=(?:Batch|Instance)Norm)1d/, `${axesAt(layer)}d`),
  );
  const ties = modules.flatMap(({ tied }, index) => {
    const embedding = tied < 0 ? -1 : modules.findIndex(({ origin }) => origin === layers[tied].origin);
    return embedding < 0 ? [] : [`${names[index]}.weight = ${names[embedding]}.weight`];
  });
  const head = ["import torch", "from torch import nn", ""];
  const count = `print(sum(p.numel() for p in model.parameters()))  # ${total}`;
  if (branches && modules.some(({ name }) => shaping.includes(name))) return "";
  if (branches)
    return [...head, "model = nn.ModuleList([", ...codes.map((code) => `    ${code},`), "])", ...ties, count].join(
      "\n",
    );
  const flat = modules.findIndex((layer) => kindOf(layer, catalog)?.does === "flattens");
  const behind = flat < 0 ? [] : modules.slice(flat + 1);
  // What is flat has no time steps.
  if (axes > 1 && flat >= 0) return "";
  if (modules.some((layer) => /Pool/.test(layer.name) && axesAt(layer) > 1)) return "";
  if (behind.some((layer) => readsSteps(layer, catalog))) return "";
  const isFlat = (/** @type {number} */ index) => flat >= 0 && index > flat;
  const own = modules.flatMap((_, index) => (index === flat ? [] : [`        ${names[index]} = ${codes[index]}`]));
  if (own.length === 0) return "";
  const [first] = modules;
  const words = kindOf(first, catalog)?.reads_words;
  const lines = [
    ...head,
    "",
    "class Model(nn.Module):",
    "    def __init__(self):",
    "        super().__init__()",
    ...own,
    ...ties.map((tie) => `        ${tie}`),
    "",
    `    def forward(self, x):  # (batch, ${(modules.some(each) ? axesOfEach : axesNames)[axes]}${words ? "" : `, ${first.input}`})`,
    ...modules.map(
      (layer, index) => `        ${forward(layer, names[index], isFlat(index) ? 0 : axes, catalog, each(layer))}`,
    ),
    "        return x",
    "",
    "",
    "model = Model()",
    count,
  ];
  return lines.join("\n");
}

/** Whether it makes of one thing one at every time step. @param {Layer} layer @param {Catalog} catalog */
const mayBeEach = (layer, catalog) =>
  !["MultiHeadAttention", "Bilinear"].includes(layer.cell) && kindOf(layer, catalog)?.does !== "flattens";

/** Whether it reads time steps, or places. @param {Layer} layer @param {Catalog} catalog */
function readsSteps(layer, catalog) {
  const kind = kindOf(layer, catalog);
  if (kind?.recurrent || kind?.group === "convolution" || kind?.cell === "MultiHeadAttention") return true;
  if (["GroupNormalization", "InstanceNorm1d"].includes(layer.cell)) return true;
  return ["flattens", "pools", "adapts"].includes(kind?.does ?? "");
}

/** @param {Answer} answer @param {Layer} layer @param {Catalog} catalog */
function isWritten(answer, layer, catalog) {
  const kind = kindOf(layer, catalog);
  if (kind?.cell === "Custom" || /^causal$/i.test(typed(answer, layer, "padding"))) return false;
  return !kind?.does || layer.cell === "Dropout" || plain.includes(layer.name) || shaping.includes(layer.name);
}
