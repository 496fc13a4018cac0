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

/**
 * What a convolution is asked for besides its filters.
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {Record<string, string>} names what the framework calls the options that it has
 */
export const windowArguments = (answer, layer, names) => [
  sides(windowOf(answer, layer)),
  ...Object.entries(names).flatMap(([option, called]) => argument(answer, layer, option, called)),
];

/**
 * What Keras's pooling is asked for: the size of its window, and what was typed of how that moves; without strides it moves by its size.
 * @param {Answer} answer
 * @param {Layer} layer
 */
export const poolArguments = (answer, layer) => [
  typed(answer, layer, "kernel_size") || typed(answer, layer, "") || "2",
  ...(typed(answer, layer, "strides") ? [`strides=${typed(answer, layer, "strides")}`] : []),
  ...argument(answer, layer, "padding", "padding"),
];

/**
 * What was typed of an option, as an argument; none where it was not, or is what the framework does anyway.
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {string} option
 * @param {string} called in the framework
 */
function argument(answer, layer, option, called) {
  const text = typed(answer, layer, option).toLowerCase();
  const usual = option === "padding" ? ["", "0", "valid"] : option === "output_padding" ? ["", "0"] : ["", "1"];
  if (usual.includes(text) || (option === "strides" && text === "0")) return [];
  return [`${called}=${/^\w*[a-z]/.test(text) ? `"${text}"` : text}`];
}
