/** Keras code that builds a model and prints its number of parameters. */
import { kindOf } from "../telling/facts.js";
import { chainsOf, isFrozen, isOff, typed } from "./typed.js";
import { axesRead, poolArguments, windowArguments, windowOf, windowOptions } from "./windows.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {import("../engine.js").Catalog} Catalog */

/** Options that are written, or that change nothing here. */
export const kerasOptions = [
  ..."units vocabulary rate num_layers bidirectional bias reset_after merge_mode scale center input_dim timesteps trainable".split(
    " ",
  ),
  ...["return_sequences", "n", "axis", "shared_axes", ...windowOptions],
];

/** Layers without parameters that can do without arguments. */
const plain = "ReLU LeakyReLU ELU Softmax Masking Flatten GlobalMaxPooling1D GlobalAveragePooling1D".split(" ");

/** What its convolutions call their options. */
const windowNames = {
  strides: "strides",
  padding: "padding",
  output_padding: "output_padding",
  dilation: "dilation_rate",
  groups: "groups",
  depth_multiplier: "depth_multiplier",
};

/**
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {boolean} sequence it hands on all time steps
 * @param {Catalog} catalog
 */
function layerCode(answer, layer, sequence, catalog) {
  const { name, units, input } = layer;
  const kind = kindOf(layer, catalog);
  const frozen = isFrozen(answer, layer) ? ["trainable=False"] : [];
  const off = (/** @type {string} */ option, /** @type {string} */ code) =>
    isOff(answer, layer, option) ? [code] : [];
  const said = (/** @type {string} */ option) => {
    const text = typed(answer, layer, option);
    return text === "" ? [] : [`${option}=${text}`];
  };
  const bias = off("bias", "use_bias=False");
  const call = (/** @type {string[]} */ ...args) => `keras.layers.${name}(${args.join(", ")})`;
  if (kind?.reads_words) return call(input, units, ...frozen);
  if (kind?.does === "repeats") return call(typed(answer, layer, "n"));
  if (kind?.does === "pools") return call(...poolArguments(answer, layer));
  if (kind?.does) return call(...[typed(answer, layer, "rate")].filter(Boolean));
  const sizes = units === "" ? [] : [units];
  if (kind?.group === "convolution") sizes.push(...windowArguments(answer, layer, windowNames));
  if (kind?.group === "convolution" && !kind.recurrent) return call(...sizes, ...bias, ...frozen);
  if (kind?.cell === "PReLU") return call(...said("shared_axes"), ...frozen);
  const groups = kind?.cell === "GroupNormalization" ? [`groups=${typed(answer, layer, "groups") || "1"}`] : [];
  if (kind?.keeps_width)
    return call(
      ...groups,
      ...said("axis"),
      ...off("scale", "scale=False"),
      ...off("center", "center=False"),
      ...frozen,
    );
  if (!kind?.recurrent) return call(units, ...bias, ...frozen);
  const all = sequence ? ["return_sequences=True"] : [];
  const one = call(...sizes, ...all, ...bias, ...off("reset_after", "reset_after=False"), ...frozen);
  if (layer.directions !== "2") return one;
  const merge = layer.merge_mode === "concat" || layer.merge_mode === "" ? "" : `, merge_mode="${layer.merge_mode}"`;
  return `keras.layers.Bidirectional(${one}${merge})`;
}

/**
 * How many axes a layer reads besides its features, time steps or places: none for one vector; undefined where it does not care.
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {Catalog} catalog
 */
function axesWanted(answer, layer, catalog) {
  const does = kindOf(layer, catalog)?.does;
  if (does === "pools_all" || does === "pools") return 1;
  if (does === "repeats") return 0;
  if (does === "flattens") return layer.hands_on.width === layer.input ? 0 : 1;
  return axesRead(answer, layer, catalog);
}

/**
 * What comes in: so many time steps, where that is known; places, where nothing depends on how many there are. Only convolutional
 * recurrent layers have to know those.
 * @param {number} axes
 * @param {string} steps
 * @param {boolean} recurrent a layer of several axes is recurrent
 */
function lengthsOf(axes, steps, recurrent) {
  if (axes === 1) return [steps || "None"];
  const places = Array.from({ length: axes }, () => (recurrent ? "64" : "None"));
  return recurrent ? ["None", ...places.slice(1)] : places;
}

/**
 * The lines of a chain; undefined where Keras would count another model, or refuse it.
 * @param {Answer} answer
 * @param {Layer[]} chain
 * @param {string} steps how many time steps come in, "" where that is not known
 * @param {Catalog} catalog
 */
function chainCode(answer, [first, ...others], steps, catalog) {
  const kind = kindOf(first, catalog);
  const layers = kind?.does === "enters" ? others : [first, ...others];
  const wanted = (/** @type {Layer[]} */ some) =>
    some.map((layer) => axesWanted(answer, layer, catalog)).find((one) => one !== undefined);
  let axes = Math.max(wanted(layers) ?? 1, 1);
  const recurrent = layers.some((layer) => kindOf(layer, catalog)?.recurrent && windowOf(answer, layer).length > 0);
  const lengths = lengthsOf(axes, steps, recurrent).join(", ");
  const lines = [`keras.Input((${lengths},${kind?.reads_words ? "" : ` ${first.input}`}))`];
  for (const [place, layer] of layers.entries()) {
    const here = kindOf(layer, catalog);
    const does = here?.does ?? "";
    if (!isWritten(layer, does) || layer.tied >= 0 || here?.cell === "Custom") return undefined;
    if (/\d/.test(typed(answer, layer, "padding"))) return undefined; // a number of its own is PyTorch's
    if (does === "flattens" && axes > 0 && (axes > 1 || steps === "")) return undefined;
    const asked = axesWanted(answer, layer, catalog);
    if (asked !== undefined && asked !== axes && does !== "flattens") return undefined;
    if (does === "flattens" && axes === 0 && asked !== 0) return undefined;
    const all = axes;
    if (here?.recurrent && wanted(layers.slice(place + 1)) === axes - 1) axes--;
    lines.push(layerCode(answer, layer, axes === all, catalog));
    if (does === "flattens" || does === "pools_all") axes = 0;
    if (does === "repeats") axes = 1;
  }
  return lines;
}

/** @param {Layer} layer @param {string} does */
const isWritten = ({ name, cell }, does) =>
  (does === "" && !/Attention|InstanceNorm/.test(cell)) ||
  plain.includes(name) ||
  /^(Dropout|RepeatVector|(Max|Average)Pooling1D)$/.test(cell);

/**
 * @param {Answer} answer
 * @param {string} steps how many time steps come in, "" where that is not known
 * @param {Catalog} catalog
 * @returns {string} "" where there is no short code for it
 */
export function kerasCode(answer, steps, catalog) {
  const chains = chainsOf(answer, catalog).map((chain, place) =>
    chainCode(answer, chain, place === 0 ? steps : "", catalog),
  );
  const written = chains.flatMap((lines) => (lines ? [lines] : []));
  if (written.length < chains.length) return "";
  const model = (/** @type {string[]} */ lines, /** @type {string} */ indent) =>
    `keras.Sequential([\n${lines.map((line) => `${indent}    ${line},`).join("\n")}\n${indent}])`;
  if (written.length === 1)
    return `import keras\n\nmodel = ${model(written[0], "")}\nprint(model.count_params())  # ${answer.total}`;
  const branches = written.map((lines) => `    ${model(lines, "    ")},`).join("\n");
  return `import keras\n\nbranches = [\n${branches}\n]\nprint(sum(branch.count_params() for branch in branches))  # ${answer.total}`;
}
