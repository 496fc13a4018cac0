/** A derivation as an exercise: its last values are blanks to fill in. No formula here. */
import { toAscii } from "../form/digits.js";
import { mostBlocks } from "./facts.js";
import { closingPath, endsInValue } from "./outline.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {{ value: string, typed: string, right: boolean, wrong: boolean, given: boolean }} Blank `wrong`: it is time to say that it is not right; `given`: it was shown on request */
/**
 * What the reader asked for and filled in: `count`: how many of the last values; `most`: of so many blocks, by default as many as are shown at first; `typed`: by path; `checked`: the paths of what was
 * typed to its end, and left or entered; `given`: of those that were shown on request.
 * @typedef {{ count: number, most?: number, typed: ReadonlyMap<string, string>, checked?: readonly string[], given?: readonly string[] }} Asked
 */

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
 * What the reader asked for and filled in.
 * @param {string} fade the attribute's text
 * @param {Pick<import("../element/state.js").State, "filled" | "checked" | "given">} state
 * @returns {Asked}
 */
export const askedOf = (fade, { filled, checked, given }) => ({
  count: blanksAsked(fade),
  typed: new Map(Object.entries(filled)),
  checked,
  given,
});

/**
 * The values that are to be filled in, by the paths of the steps that make them, and those that are right already. Only what is shown
 * at first can be one, and no layer that repeats another is; nor can what a heading tells.
 * @param {Answer} answer
 * @param {Asked} asked
 * @returns {Map<string, Blank>}
 */
export function blanksOf(
  { total, layers, runs, steps: [sum] },
  { count, most = mostBlocks, typed, checked = [], given = [] },
) {
  const shown = runs.slice(0, most);
  const all = shown.flatMap(({ first, like }) =>
    like >= 0
      ? []
      : layers[first].steps.flatMap((step, index) => {
          const blank = { path: `layers.${first}.steps.${index}`, value: step.value };
          return told.includes(step.kind) || !endsInValue(step) ? [] : [blank];
        }),
  );
  if (runs.length > 1 && runs.length === shown.length) all.push({ path: closingPath, value: sum.value });
  const asked = total === "" || count === 0 ? [] : all.slice(-count);
  return new Map(
    asked.map(({ path, value }) => {
      const text = typed.get(path) ?? "";
      const shown = given.includes(path);
      const said = plain(text) !== "" && (shown || checked.includes(path));
      const right = said && isRight(text, value);
      return [path, { value, typed: text, right, wrong: said && !right, given: shown }];
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
export const plain = (text) => toAscii(text).replace(/[\s,.'’\u00a0\u202f]/g, "");
