/** What is worth saying below the steps: layers that count alike, or nearly so, and what of the total has an effect of its own. */
import { sumOf } from "./story.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {{ once: string, twice: string, total: string, sign: "more" | "fewer", numbers: string, difference: string }} Twice */

/**
 * Two layers that count the same by coincidence: the first one reads as many numbers as the second. Undefined if they don't.
 * @param {Answer} answer
 */
export function coincidenceOf(answer) {
  const [first, second] = answer.layers;
  if (answer.layers.length < 2 || first.input === "" || first.input !== second.input) return undefined;
  if (first.total !== second.total || first.cell !== second.cell || first.total === "") return undefined;
  const step = [...second.steps].find(({ kind }) => kind === "handed_on");
  return step && { input: first.input, width: step.numbers.text };
}

/**
 * Two recurrent layers that differ only in how many numbers they read, against twice the first one. Undefined if it isn't so.
 * @param {Answer} answer
 * @returns {Twice | undefined}
 */
export function twiceOf({ layers, total }) {
  const [first, second] = layers;
  if (layers.length !== 2 || total === "" || !differOnlyInInput(first, second)) return undefined;
  const difference = BigInt(second.total) - BigInt(first.total);
  const numbers = BigInt(second.input) - BigInt(first.input);
  if (difference === 0n || difference > 0n !== numbers > 0n) return undefined;
  const size = (/** @type {bigint} */ signed) => String(signed < 0n ? -signed : signed);
  return {
    once: first.total,
    twice: sumOf([first.total, first.total]),
    total,
    sign: difference > 0n ? "more" : "fewer",
    numbers: size(numbers),
    difference: size(difference),
  };
}

/**
 * @param {Layer} first
 * @param {Layer} second
 */
function differOnlyInInput(first, second) {
  const kind = (/** @type {Layer} */ { cell, units, output, directions, rule }) =>
    JSON.stringify([cell, units, output, directions, rule]);
  return second.steps[0]?.kind === "handed_on" && first.input !== second.input && kind(first) === kind(second);
}

/**
 * What of the total has an effect of its own, where that is not all of it. `gates` are those whose two biases are simply added,
 * none where all are; `unused`: how many are stored and never used.
 * @param {Answer} answer
 */
export function effectiveOf({ total, effective, layers }) {
  if (total === "" || effective.value === "" || effective.value === total) return undefined;
  const onlyGates = effective.terms.some(({ kind }) => kind === "gate_biases");
  const everywhere = effective.terms.some(({ kind }) => kind === "bias");
  const [gru] = layers.filter(({ cell }) => cell === "GRU");
  const gates = onlyGates && !everywhere && gru ? gru.gates : [];
  return {
    ...effective,
    biases: onlyGates || everywhere,
    gates: gates.filter(({ candidate }) => !candidate).map(({ id }) => id),
    unused: effective.terms.find(({ kind }) => kind === "unused")?.value ?? "",
  };
}
