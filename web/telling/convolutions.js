/** What the steps of a convolution say, before any language: where a unit is a filter, which reads a window. No formula here. */
import { sumOf } from "./facts.js";

/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("./steps.js").StepSaid} StepSaid */
/**
 * @typedef {{
 *   window: string[], channels: string, grouped: boolean, bias: boolean,
 * }} FilterSaid `window`: its length along each axis; `channels`: how many it reads at each place, `grouped`: not all that come in
 */

/** @param {Layer} layer @param {Step["kind"]} topic */
const tensorOf = ({ weights }, topic) =>
  weights.find(({ role, cells }) => role.endsWith("weights") && cells.some((cell) => cell.topic === topic));

/** How many filters each channel has of its own. @param {Layer} layer */
const multiplierOf = (layer) => (tensorOf(layer, "depthwise") ?? tensorOf(layer, "matrix"))?.shape.at(-1) ?? "";

/** Whether each filter reads one channel alone. @param {Layer} layer */
export const isDepthwise = ({ cell }) => cell.startsWith("Depthwise");

/** Whether a filter's window lies in what it makes, and not in what it reads. @param {Layer} layer */
export const isTransposed = ({ cell }) => cell.endsWith("Transpose");

/** How many channels a filter reads: behind the window in what the formula multiplies. @param {Layer} layer */
function channelsOf({ window, input, steps }) {
  const reads = steps.find(({ kind }) => kind === "reads")?.numbers.tokens ?? [];
  const factors = reads.filter(({ kind }) => kind === "number" || kind === "missing");
  return factors[window.length]?.text ?? input;
}

/** @param {Layer} layer @returns {FilterSaid} */
export function filterOf(layer) {
  const { window, rule, input } = layer;
  const channels = channelsOf(layer);
  return { window, channels, grouped: channels !== input, bias: rule.bias === "1" };
}

/** At how many places it has filters of their own; undefined where all places share them. @param {Layer} layer */
export const placesOf = ({ cell, weights }) => (cell.startsWith("Locally") ? weights[0].shape[0] : undefined);

/** The same filters at every place: along one axis at every time step. @param {StepFacts} facts @returns {StepSaid["why"]} */
const everywhere = ({ layer, recurrent }) =>
  placesOf(layer) === undefined
    ? [{ id: "everywhere", steps: layer.window.length === 1 && !recurrent }]
    : [{ id: "unshared" }];

/** @param {StepFacts} facts @returns {StepSaid} */
function readsSaid(facts) {
  const { layer, recurrent, both, words } = facts;
  const why = everywhere(facts);
  const title = /** @type {const} */ ({ id: "filter_reads" });
  const { window, channels, grouped, bias } = filterOf(layer);
  if (recurrent) {
    const { units, input } = layer;
    const names = { previous: words.previous, current: words.current };
    /** @type {StepSaid["sentence"]} */
    const sentence = [{ id: "filter_steps", window, units, input, bias, ...names }];
    if (both) sentence.push({ id: "filter_direction", units, twice: sumOf([units, units]) });
    return { title, sentence, why };
  }
  if (isDepthwise(layer)) return { title, sentence: [{ id: "filter_alone", window, bias }], why };
  const id = isTransposed(layer) ? "filter_spreads" : "filter_reads";
  return { title, sentence: [{ id, window, channels, grouped, bias }], why };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function filtersSaid(facts) {
  const { layer, value, recurrent } = facts;
  const { rule, window, input, units, steps } = layer;
  const bias = rule.bias === "1";
  const title = /** @type {const} */ ({ id: recurrent ? "kernel" : "filters" });
  const rows = (/** @type {string} */ count) =>
    reads === "" ? everywhere(facts) : [/** @type {const} */ ({ id: "filters", units: count, reads, bias })];
  const reads = steps.some(({ kind }) => kind === "reads") ? value("reads") : window[0];
  if (isDepthwise(layer)) {
    const count = multiplierOf(layer);
    const all = input && count && String(BigInt(input) * BigInt(count));
    const sentence = /** @type {const} */ ({ id: "filters_alone", input, count, reads });
    return { title, sentence: [sentence], why: rows(all) };
  }
  const places = placesOf(layer);
  if (places !== undefined) {
    const all = places && units && String(BigInt(places) * BigInt(units));
    return { title, sentence: [{ id: "filters_of_places", places, units, reads }], why: rows(all) };
  }
  /** @type {StepSaid["sentence"][0]} */
  const sentence = reads === "" ? { id: "filters_uncounted" } : { id: "filters", units, reads };
  return { title, sentence: [sentence], why: rows(units) };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function depthwiseSaid(facts) {
  const { layer } = facts;
  const { input, window } = layer;
  return {
    title: { id: "depthwise" },
    sentence: [
      { id: "filters_of_channels", input, count: multiplierOf(layer) },
      { id: "filter_alone", window, bias: false },
    ],
    why: everywhere(facts),
  };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function pointwiseSaid(facts) {
  const { layer } = facts;
  const { units, weights } = layer;
  const channels = tensorOf(layer, "pointwise")?.shape.at(-2) ?? "";
  const bias = weights.some(({ role }) => role === "bias");
  const sentence = /** @type {const} */ ({ id: "pointwise", units, channels, bias });
  return { title: { id: "pointwise" }, sentence: [sentence], why: everywhere(facts) };
}

/**
 * What a convolution hands on, in its filters.
 * @param {StepFacts} facts
 * @returns {StepSaid["sentence"][0]}
 */
export function channelsHandedOn({ before, layer: { input: count }, handed: parts }) {
  if (parts.length > 1) return { id: "filters_both", parts };
  if (before?.directions === "2") return { id: "filters_merged", mode: before.merge_mode, count };
  return { id: "filters_handed_on" };
}

/** The steps that no other layer tells like that. @type {Partial<Record<Step["kind"], (facts: StepFacts) => StepSaid>>} */
export const convolutionSteps = {
  reads: readsSaid,
  matrix: filtersSaid,
  depthwise: depthwiseSaid,
  pointwise: pointwiseSaid,
};
