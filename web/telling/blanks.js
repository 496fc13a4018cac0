/** A derivation as an exercise: its last values are blanks to fill in. No formula here. */
import { toAscii } from "../form/digits.js";
import { mostBlocks } from "./facts.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {{ value: string, look: number, typed: string }} Blank `look`: the number of the step to look at, where what was typed is not the value */
/** @typedef {{ count: number, typed: ReadonlyMap<string, string> }} Asked how many of the last values; what the reader filled in, by path */

/** The path of the sum over the layers. */
export const closingPath = "steps.0";

/**
 * How many values an attribute or an address asks to leave blank, a number or "all"; 0 for anything else.
 * @param {string} text
 */
export function blanksAsked(text) {
  if (text.trim() === "all") return Number.POSITIVE_INFINITY;
  return /^[0-9]{1,4}$/.test(text.trim()) ? Number(text) : 0;
}

/**
 * Whether a step ends with its value. It doesn't where there is none, or where the formula is one number: the value.
 * @param {Step} step
 */
export const endsInValue = ({ numbers, reduced, value }) => value !== "" && (reduced ?? numbers).text !== value;

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
 * The values that are still to be filled in, by the paths of the steps that make them. Only what is shown at first can be one, and no
 * layer that repeats another is; nor can what a heading tells.
 * @param {Answer} answer
 * @param {Asked} asked
 * @returns {Map<string, Blank>}
 */
export function blanksOf({ total, layers, runs, steps: [sum] }, { count, typed }) {
  const shown = runs.slice(0, mostBlocks);
  const all = shown.flatMap(({ first, like }) =>
    like >= 0
      ? []
      : layers[first].steps.flatMap((step, index) => {
          const layer = `layers.${first}`;
          const blank = { path: `${layer}.steps.${index}`, value: step.value, look: basis(step, index, layer) };
          return told.includes(step.kind) || !endsInValue(step) ? [] : [blank];
        }),
  );
  if (runs.length > 1 && runs.length === shown.length) all.push({ path: closingPath, value: sum.value, look: 1 });
  const asked = total === "" || count === 0 ? [] : all.slice(-count);
  return new Map(
    asked
      .map((blank) => ({ ...blank, typed: typed.get(blank.path) ?? "" }))
      .filter((blank) => !isRight(blank.typed, blank.value))
      .map(({ path, ...blank }) => [path, blank]),
  );
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
