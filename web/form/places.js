/** Which field of the form a problem belongs to. */

import { spanWords } from "../telling/model.js";

/** @typedef {import("../engine.js").Problem} Problem */
/** @typedef {Pick<import("../parts/view.js").View, "answer" | "layers" | "m">} Shown */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("./layers_text.js").LayersText} LayersText */

/** @param {number} index @param {string} option */
export const optionField = (index, option) => `layer-${index}-${option}`;
/** @param {number} index */
export const layerField = (index) => `layer-${index}`;

/** @param {number} index @param {"up" | "down" | "remove"} what */
export const toolButton = (index, what) => `layer-${index}-${what}`;

/** What adds a layer. */
export const addButtonId = "add-layer";

/** Codes that leave no layers to be shown as rows. */
const unreadable = ["syntax", "encoding"];

/**
 * Whether a problem leaves the layers such that they can only be shown as they were typed.
 * @param {Problem} problem
 */
function needsText({ key, code, args }) {
  return key === "layers" && (unreadable.includes(code) || (code === "limit" && args.what !== "layers"));
}

/**
 * The id of the field where a problem stands: "framework", "input", "layers" (all of them), a layer's or one option's.
 * @param {Problem} problem
 * @param {LayersText} layers
 * @param {import("../engine.js").Written[]} written
 * @param {Catalog} catalog
 */
export function fieldOf(problem, layers, written, catalog) {
  const { key, start, end, args } = problem;
  if (key !== "layers") return key;
  if (args.option === "layers" || needsText(problem)) return "layers";
  const index = layers.items.findIndex((item) => item.start <= start && end <= item.end);
  if (index < 0) return "layers";
  const known = catalog.layers.find(({ cell }) => cell === layers.items[index].cell)?.arguments ?? [];
  const typed = written[index]?.args.find((arg) => arg.start <= start && end <= arg.end && start < end)?.name;
  const option = known.find(({ name }) => name === args.option) ?? known.find(({ name }) => name === typed);
  return option ? optionField(index, option.name) : layerField(index);
}

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
