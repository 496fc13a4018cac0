/** Keras code that builds a model and prints its number of parameters. */
import { kindOf } from "../telling/facts.js";
import { chainsOf, isFrozen, isOff, typed } from "./typed.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {import("../engine.js").Catalog} Catalog */

/** Options that are written, or that change nothing here. */
export const kerasOptions =
  "units vocabulary rate num_layers bidirectional bias reset_after merge_mode scale center input_dim timesteps trainable return_sequences n".split(
    " ",
  );

/** Layers without parameters that can do without arguments. */
const plain = "ReLU LeakyReLU ELU Softmax Masking Flatten GlobalMaxPooling1D GlobalAveragePooling1D".split(" ");

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
  const bias = off("bias", "use_bias=False");
  const call = (/** @type {string[]} */ ...args) => `keras.layers.${name}(${args.join(", ")})`;
  if (kind?.reads_words) return call(input, units, ...frozen);
  if (kind?.does === "repeats") return call(typed(answer, layer, "n"));
  if (kind?.does) return call(...[typed(answer, layer, "rate")].filter(Boolean));
  if (kind?.keeps_width) return call(...off("scale", "scale=False"), ...off("center", "center=False"), ...frozen);
  if (!kind?.recurrent) return call(units, ...bias, ...frozen);
  const all = sequence ? ["return_sequences=True"] : [];
  const one = call(units, ...all, ...bias, ...off("reset_after", "reset_after=False"), ...frozen);
  if (layer.directions !== "2") return one;
  const merge = layer.merge_mode === "concat" || layer.merge_mode === "" ? "" : `, merge_mode="${layer.merge_mode}"`;
  return `keras.layers.Bidirectional(${one}${merge})`;
}

/**
 * Whether the first of these layers that cares reads one vector, and no sequence.
 * @param {Layer[]} layers
 * @param {Catalog} catalog
 */
function wantsVector(layers, catalog) {
  for (const layer of layers) {
    const kind = kindOf(layer, catalog);
    if (kind?.recurrent || kind?.does === "pools_all") return false;
    if (kind?.does === "repeats") return true;
    if (kind?.does === "flattens") return layer.hands_on.width === layer.input;
  }
  return false;
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
  const length = steps || "None";
  const lines = [`keras.Input((${length},${kind?.reads_words ? "" : ` ${first.input}`}))`];
  const layers = kind?.does === "enters" ? others : [first, ...others];
  let sequence = true;
  for (const [place, layer] of layers.entries()) {
    const here = kindOf(layer, catalog);
    const does = here?.does ?? "";
    if (!isWritten(layer, does) || layer.tied >= 0 || here?.cell === "Custom") return undefined;
    if ((here?.recurrent || does === "pools_all") && !sequence) return undefined;
    if (does === "repeats" && sequence) return undefined;
    if (does === "flattens" && sequence && steps === "") return undefined;
    if (does === "flattens" && !sequence && layer.hands_on.width !== layer.input) return undefined;
    if (here?.recurrent) sequence = !wantsVector(layers.slice(place + 1), catalog);
    lines.push(layerCode(answer, layer, sequence, catalog));
    if (does === "flattens" || does === "pools_all") sequence = false;
    if (does === "repeats") sequence = true;
  }
  return lines;
}

/** @param {Layer} layer @param {string} does */
const isWritten = ({ name, cell }, does) =>
  does === "" || plain.includes(name) || /^(Dropout|RepeatVector)$/.test(cell);

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
