/** What is said of what is wrong with a pasted text, before any language, and then in one. */
import { short } from "../messages/numbers.js";
import { say } from "./say.js";

/** @typedef {import("../messages/languages.js").ReadingMessages} ReadingMessages */
/** @typedef {import("./say.js").Said<ReadingMessages["pasted"]["textProblem"]>} Said */

/** @type {Record<string, (args: Record<string, string>) => Said>} */
const problems = {
  limit: ({ what, largest = "" }) => {
    if (what === "reading") return { id: "too_long", largest };
    if (what === "layers") return { id: "too_many_layers", largest };
    return { id: what === "nesting" ? "nesting" : "too_much" };
  },
  reads_other: ({ layer, position = "", says = "", comes = "" }) => ({
    ...{ id: "reads_other", layer: short(layer), place: position },
    ...{ says, comes },
  }),
  cut: () => ({ id: "cut" }),
  nesting: () => ({ id: "nesting" }),
  never_used: ({ layer }) => ({ id: "never_used", layer: short(layer) }),
  own_weights: ({ name }) => ({ id: "own_weights", name: short(name) }),
  condition: ({ text }) => ({ id: "condition", text: short(text) }),
  loop: ({ text }) => ({ id: "loop", text: short(text) }),
  not_printed: ({ layer }) => ({ id: "not_printed", layer: short(layer) }),
  width_not_printed: ({ layer }) => ({ id: "width_not_printed", layer: short(layer) }),
  too_long_to_follow: () => ({ id: "too_long_to_follow" }),
  backward: () => ({ id: "backward" }),
  brackets: () => ({ id: "brackets" }),
  several_widths: ({ layer }) => ({ id: "several_widths", layer: short(layer) }),
  tensors_differ: ({ printed = "", counted = "" }) => ({ id: "tensors_differ", printed, counted }),
  one_more_word: ({ number = "", becomes = "" }) => ({ id: "one_more_word", words: number, rows: becomes }),
  row_fits_nothing: ({ name, layer, printed = "", counted = "" }) => ({
    ...{ id: "row_fits_nothing", row: short(name), layer: short(layer) },
    ...{ printed, counted },
  }),
  row_not_counted: ({ layer }) => ({ id: "row_not_counted", layer: short(layer) }),
  row_rounded: ({ name, layer }) => ({ id: "row_rounded", layer: short(name || layer) }),
  rows_differ: ({ printed = "", sum = "" }) => ({ id: "rows_differ", printed, sum }),
  total: ({ says = "", total = "" }) => ({ id: "total", says, total }),
};

/**
 * @param {{ code: string, args: Record<string, string> }} problem
 * @returns {Said}
 */
export const textProblemSaid = ({ code, args }) =>
  (Object.hasOwn(problems, code) ? problems[code](args) : undefined) ?? { id: "other" };

/** @param {{ code: string, args: Record<string, string> }} problem @param {ReadingMessages} m */
export const textProblemWords = (problem, m) => say(m.pasted.textProblem, textProblemSaid(problem));
