/** A derivation as an exercise: its last values are blanks to fill in. No formula here. */
import { toAscii } from "../form/digits.js";
import { mostBlocks } from "./facts.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {{ layer: number, step: number }} Place by number from 1; of the sum over the layers, `layer` is 0 */
/**
 * What to look at where what was typed is not the value: the steps that a step takes its numbers from, the numbers in its own line
 * where it takes them from none, of the sum over the layers the steps that the layers end with, or all of those.
 * @typedef {{ id: "steps", steps: number[] } | { id: "line" } | { id: "ends", ends: Place[] } | { id: "every_layer" }} Look
 */
/** @typedef {{ value: string, place: Place, look: Look, typed: string, right: boolean, wrong: boolean }} Blank `wrong`: it is time to say that it is not right */
/**
 * What the reader asked for and filled in: `count`: how many of the last values; `typed`: by path; `checked`: the paths of what was
 * typed to its end, and left or entered; `given`: of those that were shown on request.
 * @typedef {{ count: number, typed: ReadonlyMap<string, string>, checked?: readonly string[], given?: readonly string[] }} Asked
 */

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

/** The layers' last steps are told one by one up to this many. */
const mostEnds = 3;

/**
 * The steps of its layer that a step's last line takes its numbers from, by number from 1; what a unit reads stands in its line.
 * @param {Step} step
 * @param {string} layer the path of its layer
 * @returns {Look}
 */
function lookOf(step, layer) {
  const steps = (step.reduced ?? step.numbers).tokens
    .filter(({ ref }) => ref.startsWith(`${layer}.steps.`))
    .map(({ ref }) => Number(ref.slice(layer.length + 7)) + 1);
  return steps.length > 0 && step.kind !== "reads"
    ? { id: "steps", steps: [...new Set(steps)].sort((a, b) => a - b) }
    : { id: "line" };
}

/** @param {Answer["layers"]} layers @param {Answer["runs"]} runs @returns {Look} */
function looksOfSum(layers, runs) {
  const ends = runs
    .filter(({ first, like }) => like < 0 && layers[first].total !== "0")
    .map(({ first }) => ({ layer: first + 1, step: layers[first].steps.length }));
  return ends.length > mostEnds ? { id: "every_layer" } : { id: "ends", ends };
}

/**
 * The values that are to be filled in, by the paths of the steps that make them, and those that are right already. Only what is shown
 * at first can be one, and no layer that repeats another is; nor can what a heading tells.
 * @param {Answer} answer
 * @param {Asked} asked
 * @returns {Map<string, Blank>}
 */
export function blanksOf({ total, layers, runs, steps: [sum] }, { count, typed, checked = [] }) {
  const shown = runs.slice(0, mostBlocks);
  const all = shown.flatMap(({ first, like }) =>
    like >= 0
      ? []
      : layers[first].steps.flatMap((step, index) => {
          const layer = `layers.${first}`;
          const place = { layer: first + 1, step: index + 1 };
          const blank = { path: `${layer}.steps.${index}`, value: step.value, place, look: lookOf(step, layer) };
          return told.includes(step.kind) || !endsInValue(step) ? [] : [blank];
        }),
  );
  if (runs.length > 1 && runs.length === shown.length)
    all.push({ path: closingPath, value: sum.value, place: { layer: 0, step: 1 }, look: looksOfSum(layers, runs) });
  const asked = total === "" || count === 0 ? [] : all.slice(-count);
  return new Map(
    asked.map(({ path, ...blank }) => {
      const text = typed.get(path) ?? "";
      const right = isRight(text, blank.value);
      const wrong = !right && (isWhole(text, blank.value) || (plain(text) !== "" && checked.includes(path)));
      return [path, { ...blank, typed: text, right, wrong }];
    }),
  );
}

/**
 * Whether a value is still to be filled in.
 * @param {{ blank: Blank | undefined }} value
 */
export const isLeft = ({ blank }) => blank !== undefined && !blank.right;

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
