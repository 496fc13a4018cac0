/** What is told while the steps are shown one by one. No browser here, and no words. */

import { isLeft } from "./blanks.js";

/** @typedef {import("./outline.js").Part} Part */

/**
 * The parts as far as so many steps are told; layers that only repeat one stand behind it.
 * @param {Part[]} parts
 * @param {number} steps
 */
export function toldParts(parts, steps) {
  /** @type {Part[]} */
  const told = [];
  let left = steps;
  for (const part of parts) {
    if (left <= 0) break;
    told.push({ ...part, steps: part.steps.slice(0, left) });
    left -= part.steps.length;
  }
  return told;
}

/** How many steps stand before one whose value is still to be filled in. @param {Part} part */
const filledIn = ({ steps }) => {
  const place = steps.findIndex(({ lines }) => isLeft(lines.value));
  return place < 0 ? steps.length : place;
};

/**
 * What may be drawn: the layer whose step was told last, and so many of its steps; behind the last layer all of them, "all"; nothing,
 * "none", while a value of a layer before is to be filled in.
 * @param {Part[]} told
 * @returns {{ layer: number, steps: number } | "all" | "none"}
 */
export function layerNow(told) {
  const layers = told.filter(({ kind, steps }) => kind === "layer" && steps.length > 0);
  const last = layers.at(-1);
  if (!last || layers.slice(0, -1).some((part) => filledIn(part) < part.steps.length)) return "none";
  const steps = filledIn(last);
  return told.at(-1)?.kind === "sum" && steps === last.steps.length ? "all" : { layer: last.layer, steps };
}
