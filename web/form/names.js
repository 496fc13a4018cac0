/** What the controls of the form are called: by each other, and to readers. */

import { spanWords } from "../telling/model.js";

/** @typedef {Pick<import("../parts/view.js").View, "answer" | "layers" | "m">} Shown */

/** @param {number} index @param {"up" | "down" | "remove"} what */
export const toolButton = (index, what) => `layer-${index}-${what}`;

/** What adds a layer. */
export const addButtonId = "add-layer";

/**
 * The path of an argument as it was typed, as the numbers that come from it name it; undefined where it was not typed.
 * @param {import("../engine.js").Answer} answer
 * @param {number} index of the row
 * @param {string} name
 */
export function argumentPath({ written }, index, name) {
  const arg = written[index]?.args.findIndex((one) => one.name === name) ?? -1;
  return arg < 0 ? undefined : `written.${index}.args.${arg}`;
}

/**
 * The numbers of the stacked layers that a row stands for.
 * @param {Shown} view
 * @param {number} index
 * @returns {[first: number, last: number]}
 */
export function placesOf({ answer }, index) {
  const first = answer.layers.findIndex((layer) => layer.origin === index);
  const last = answer.layers.findLastIndex((layer) => layer.origin === index);
  return first < 0 ? [index + 1, index + 1] : [first + 1, last + 1];
}

/**
 * The name of a control, where rows have controls of the same name: each says of which layer it is.
 * @param {string} name
 * @param {Shown} view
 * @param {number} index of the row
 */
export const nameInLayer = (name, view, index) =>
  view.layers.items.length > 1 ? `${name}, ${spanWords(...placesOf(view, index), view.m)}` : name;
