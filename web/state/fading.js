/** A derivation as an exercise: its last values are blanks to fill in. No formula here. */
import { toAscii } from "./digits.js";
import { mostBlocks } from "./story.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {{ value: string, look: number }} Blank `look`: the number of the step to look at, where the typed value is not the right one */
/** @typedef {{ blanks: Map<string, Blank>, typed: Map<string, string>, open: boolean }} Fading by the steps' paths; `open`: some are not filled in yet */

/** The path of the sum over the layers. */
export const closingPath = "steps.0";

/** The path of a layer's last step, which makes its total. @param {Answer["layers"]} layers @param {number} index */
export const lastPath = (layers, index) => `layers.${index}.steps.${layers[index].steps.length - 1}`;

/**
 * How many values an attribute or an address asks to leave blank, a number or "all"; 0 for anything else.
 * @param {string} text
 */
export function blanksAsked(text) {
  if (text.trim() === "all") return Number.POSITIVE_INFINITY;
  return /^[0-9]{1,4}$/.test(text.trim()) ? Number(text) : 0;
}

/** The value of such a step stands in a heading as well. */
const told = ["matrices", "handed_on"];

/**
 * The step that a step's last line builds on, within its layer, by number from 1: itself where it builds on none.
 * @param {Step} step
 * @param {number} index
 * @param {string} layer the path of its layer
 */
function basis(step, index, layer) {
  const earlier = (step.reduced ?? step.numbers).tokens
    .map(({ ref }) => (ref.startsWith(`${layer}.steps.`) ? Number(ref.slice(layer.length + 7)) : -1))
    .filter((other) => other >= 0);
  return (earlier.length > 0 ? Math.max(...earlier) : index) + 1;
}

/**
 * Only values that are shown can be blanks, for a layer that repeats another one is folded; and only those that no heading tells.
 * @param {Answer} answer
 * @param {number} count of the last values
 * @param {Map<string, string>} typed what the reader filled in, by path
 * @returns {Fading}
 */
export function fadingOf({ total, layers, runs, steps }, count, typed) {
  const blocks = runs.slice(0, mostBlocks);
  const shown = blocks.flatMap(({ first, like }) => (like < 0 ? [first] : []));
  /** @type {[string, Blank][]} */
  const all = shown.flatMap((place) =>
    layers[place].steps.flatMap((step, index) => {
      const path = `layers.${place}`;
      /** @type {[string, Blank]} */
      const blank = [`${path}.steps.${index}`, { value: step.value, look: basis(step, index, path) }];
      return told.includes(step.kind) ? [] : [blank];
    }),
  );
  if (layers.length > 1 && steps[0] && blocks.length === runs.length)
    all.push([closingPath, { value: steps[0].value, look: 1 }]);
  const blanks = new Map(total === "" || count === 0 ? [] : all.slice(-count));
  const open = [...blanks].some(([path, { value }]) => !isRight(typed.get(path) ?? "", value));
  return { blanks, typed, open };
}

/**
 * Whether what was typed is the value, however its digits are grouped.
 * @param {string} text
 * @param {string} value
 */
export const isRight = (text, value) => plain(text) === value;

/** Whether there are as many digits as the value has: time to say something. @param {string} text @param {string} value */
export const isWhole = (text, value) => plain(text).length >= value.length;

/** @param {string} text */
const plain = (text) => toAscii(text).replace(/[\s,.'’\u00a0\u202f]/g, "");

/**
 * Whether the value of a path is still to be filled in.
 * @param {Fading} fading
 * @param {string} path
 */
export function isBlank({ blanks, typed }, path) {
  const blank = blanks.get(path);
  return blank !== undefined && !isRight(typed.get(path) ?? "", blank.value);
}
