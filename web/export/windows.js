/** What the code for layers with a window needs: how many axes they read, and what was typed of how the window moves. */
import { fullLayer, kindOf } from "../telling/facts.js";
import { typed } from "./typed.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {import("../engine.js").Catalog} Catalog */

/** Options of how the window moves and what it reads; the code writes them, or they change nothing here. */
export const windowOptions = "kernel_size groups strides padding dilation output_padding depth_multiplier".split(" ");

/** @param {Answer} answer @param {Layer} layer */
export const windowOf = ({ layers }, layer) => fullLayer(layers, layers.indexOf(layer)).window;

/**
 * How many axes of places, or of time steps, a layer has to read; undefined where any number will do.
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {Catalog} catalog
 */
export function axesRead(answer, layer, catalog) {
  const kind = kindOf(layer, catalog);
  const axes = windowOf(answer, layer).length;
  if (kind?.recurrent) return axes + 1;
  return axes > 0 ? axes : undefined;
}

/** "3", or "(3, 5)". @param {string[]} window */
const sides = (window) => (new Set(window).size === 1 ? window[0] : `(${window.join(", ")})`);

/** @typedef {{ size: string, moves: { name: string, value: string }[] }} Window its size, and what was typed of how it moves, in the framework's words */

/**
 * What a convolution is asked for besides its filters.
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {Record<string, string>} names what the framework calls the options that it has
 * @returns {Window}
 */
export const windowArguments = (answer, layer, names) => ({
  size: sides(windowOf(answer, layer)),
  moves: Object.entries(names).flatMap(([option, called]) => moved(answer, layer, option, called)),
});

/** What a pooling of Keras is told. */
const poolOptions = ["", "TimeDistributed", "kernel_size", "pool_size", "strides", "padding", "dilation", "trainable"];

/**
 * Whether a pooling is one of Keras's, which reads no places apart, and its sizes are numbers.
 * @param {Answer} answer
 * @param {Layer} layer
 */
export function isPlainPool(answer, layer) {
  const { args } = answer.written[layer.origin];
  return (
    args.every(({ name }) => poolOptions.includes(name)) &&
    args.filter(({ name }) => ["", "kernel_size", "pool_size"].includes(name)).length <= 1 &&
    /^1?$/.test(typed(answer, layer, "dilation")) &&
    /^(valid|same)?$/i.test(typed(answer, layer, "padding")) &&
    [poolSize(answer, layer), typed(answer, layer, "strides")].every((text) => /^(\d+|\((\d+, ?)+\d*\)|)$/.test(text))
  );
}

/** @param {Answer} answer @param {Layer} layer */
const poolSize = (answer, layer) =>
  typed(answer, layer, "kernel_size") || typed(answer, layer, "pool_size") || typed(answer, layer, "") || "2";

/**
 * What Keras's pooling is asked for; without strides it moves by its size.
 * @param {Answer} answer
 * @param {Layer} layer
 * @returns {Window}
 */
export function poolArguments(answer, layer) {
  const strides = typed(answer, layer, "strides");
  return {
    size: poolSize(answer, layer),
    moves: [
      ...(strides === "" ? [] : [{ name: "strides", value: strides }]),
      ...moved(answer, layer, "padding", "padding"),
    ],
  };
}

/**
 * What was typed of an option; none where it was not, or is what the framework does anyway.
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {string} option
 * @param {string} called in the framework
 */
function moved(answer, layer, option, called) {
  const text = typed(answer, layer, option).toLowerCase();
  const usual = option === "padding" ? ["", "0", "valid"] : option === "output_padding" ? ["", "0"] : ["", "1"];
  if (usual.includes(text) || (option === "strides" && text === "0")) return [];
  return [{ name: called, value: /^\w*[a-z]/.test(text) ? `"${text}"` : text }];
}
