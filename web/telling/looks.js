/** Where a blank stands, and what to look at where what was typed is not its value. No formula here. */
import { closingPath } from "./outline.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {{ layer: number, step: number }} Place by number from 1; of the sum over the layers, `layer` is 0 */
/**
 * The steps that a step takes its numbers from, the numbers in its own line where it takes them from none, of the sum over the layers
 * the steps that the layers end with, or all of those.
 * @typedef {{ id: "steps", steps: number[] } | { id: "line" } | { id: "ends", ends: Place[] } | { id: "every_layer" }} Look
 */

/** The layers' last steps are told one by one up to this many. */
const mostEnds = 3;

/** @param {string} path of a step @returns {Place} */
export function placeOf(path) {
  const [, layer, step] = /^layers\.(\d+)\.steps\.(\d+)$/.exec(path) ?? [];
  return layer === undefined ? { layer: 0, step: 1 } : { layer: Number(layer) + 1, step: Number(step) + 1 };
}

/**
 * What to look at. What a unit reads stands in its line.
 * @param {string} path of a step
 * @param {Answer} answer
 * @returns {Look}
 */
export function lookOf(path, { layers, runs }) {
  if (path === closingPath) return lookOfSum(layers, runs);
  const place = placeOf(path);
  const { kind, numbers, reduced } = layers[place.layer - 1].steps[place.step - 1];
  const within = `layers.${place.layer - 1}.`;
  const steps = (reduced ?? numbers).tokens
    .filter(({ ref }) => ref.startsWith(`${within}steps.`))
    .map(({ ref }) => placeOf(ref).step);
  if (kind === "reads" || steps.length === 0) return { id: "line" };
  return { id: "steps", steps: [...new Set(steps)].sort((a, b) => a - b) };
}

/** @param {Answer["layers"]} layers @param {Answer["runs"]} runs @returns {Look} */
function lookOfSum(layers, runs) {
  const ends = runs
    .filter(({ first, like }) => like < 0 && layers[first].total !== "0")
    .map(({ first }) => ({ layer: first + 1, step: layers[first].steps.length }));
  if (ends.length === 0) return { id: "line" };
  return ends.length > mostEnds ? { id: "every_layer" } : { id: "ends", ends };
}
