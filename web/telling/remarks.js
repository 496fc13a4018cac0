/** What is worth saying below the steps, before any language, and then in one: layers that count alike, or nearly so, and what of the total has an effect of its own. */
import { decode } from "../border/query.js";
import { frameworkOf, sumOf } from "./facts.js";
import { pathWords } from "./model.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** @template W @typedef {import("./say.js").Said<W>} Said */
/** @typedef {NonNullable<ReturnType<typeof effectiveOf>>} Effective */
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
  return step && { word: first.rule?.input_word ?? "", input: first.input, width: step.numbers.text };
}

/**
 * The same model where what comes in has another size, so that the two layers do not count the same; undefined where the model has faults.
 * @param {Answer} answer
 * @param {import("../engine.js").Catalog} catalog
 */
export function otherInput({ query, layers, total }, { keys }) {
  if (total === "") return undefined;
  return { ...decode(query, keys), input: layers[0].input === "10" ? "20" : "10" };
}

/**
 * "10 → 32 → 32": how wide it is then.
 * @param {Answer} answer
 * @param {string} input
 * @param {import("../engine.js").Catalog} catalog
 * @param {import("../messages/languages.js").Messages} m
 */
export const otherPath = (answer, input, catalog, m) => pathWords(answer, catalog, m).replace(/^[^ ]+/, input);

/**
 * Two recurrent layers that differ only in how many numbers they read, against twice the first one. Undefined if it isn't so.
 * @param {Answer} answer
 * @returns {Twice | undefined}
 */
export function twiceOf({ layers, total }) {
  const [first, second] = layers;
  if (layers.length !== 2 || total === "" || hasWindow(first) || !differOnlyInInput(first, second)) return undefined;
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

/** Whether it reads more than one number for each that comes in. @param {Layer} layer */
const hasWindow = (layer) => layer.rule !== undefined && layer.window.length > 0;

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
 * none where all are or some of several layers; `candidate`: that of some layer needs both of its biases; `unused`: how many are
 * stored and never used.
 * @param {Answer} answer
 */
export function effectiveOf({ total, effective, layers }) {
  if (total === "" || effective.value === "" || effective.value === total) return undefined;
  const onlyGates = effective.terms.some(({ kind }) => kind === "gate_biases");
  const everywhere = effective.terms.some(({ kind }) => kind === "bias");
  const resetting = layers.find(({ gates }) => gates.some(({ role }) => role === "reset"));
  const gates = onlyGates && !everywhere && resetting ? resetting.gates : [];
  return {
    ...effective,
    biases: onlyGates || everywhere,
    candidate: onlyGates,
    gates: gates.filter(({ role }) => role !== "candidate").map(({ id }) => id),
    unused: effective.terms.find(({ kind }) => kind === "unused")?.value ?? "",
  };
}

/**
 * What of the total has an effect of its own, in a language.
 * @param {string} total
 * @param {Effective} effective
 * @param {SupplementMessages} m
 */
export function effectiveWords(total, { value, biases, gates, unused }, m) {
  /** @type {Said<SupplementMessages["effective"]>[]} */
  const reasons = [];
  if (biases) reasons.push(gates.length > 0 ? { id: "added_in", gates } : { id: "added" });
  if (unused !== "") reasons.push({ id: "idle", count: unused });
  const why = reasons.map((reason) => say(m.effective, reason)).join("; ");
  return say(m.effective, { id: "stored", total, difference: String(BigInt(total) - BigInt(value)), why });
}

/** @param {Effective} effective @param {SupplementMessages} m */
export function effectiveWhyWords({ biases, candidate, unused }, m) {
  /** @type {Said<SupplementMessages["effective"]>[]} */
  const said = [];
  if (biases) said.push({ id: candidate ? "added_in_why" : "added_why" });
  if (unused !== "") said.push({ id: "idle_why" });
  return say(m.effective, ...said);
}

/**
 * Options that no layer of the framework's own has, so that they stand for several layers: each once.
 * @param {Answer} answer
 * @param {import("../engine.js").Catalog} catalog
 * @returns {Said<SupplementMessages["shorthand"]>[]}
 */
export function shorthandsOf(answer, catalog) {
  const { name, cells } = frameworkOf(answer, catalog);
  const stacked = (/** @type {Layer} */ { origin }, /** @type {number} */ index) =>
    index > 0 && answer.layers[index - 1].origin === origin && answer.layers[index].way === "";
  const both = (/** @type {Layer} */ { directions }) => directions === "2";
  return /** @type {const} */ (["num_layers", "bidirectional"]).flatMap((id) => {
    const used = answer.layers.filter(id === "num_layers" ? stacked : both);
    const found = used.find(({ cell }) => cells.some((one) => one.cell === cell && one.shorthands.includes(id)));
    return found ? [{ id, name, cell: found.cell }] : [];
  });
}

/** @param {Said<SupplementMessages["shorthand"]>} said @param {SupplementMessages} m */
export const shorthandWords = (said, m) => say(m.shorthand, said);

/** @param {Twice} found @param {SupplementMessages} m */
export const twiceWords = ({ sign, twice, numbers, difference }, m) =>
  say(m.twice, { id: sign, twice, numbers, difference });

/**
 * The words before the link to a stack without the coincidence.
 * @param {{ word: string, input: string, width: string }} found `word`: the first layer's for how many numbers it reads
 * @param {number} count of the layers
 * @param {SupplementMessages} m
 */
export const coincidenceWords = ({ word, input, width }, count, m) =>
  say(m.coincidence, { id: count === 2 ? "both" : "first_two", word, input, width });
