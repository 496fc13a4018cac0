/** What the derivation shows of an answer, before any words: what its steps speak of. No formula here. */
import { decode } from "../border/query.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../engine.js").FrameworkFacts} FrameworkFacts */
/** @typedef {import("../engine.js").LayerFacts} LayerFacts */

/**
 * @typedef {{
 *   reason: string, words: FrameworkFacts["words"],
 *   layer: Layer, before: Layer | undefined, place: number, kind: LayerFacts | undefined, kindBefore: LayerFacts | undefined, recurrent: boolean, both: boolean,
 *   previous: string, handed: string[], twice: string, without: string, value: (kind: Step["kind"]) => string,
 * }} StepFacts `previous`: how many numbers a unit reads of the step before, `twice` of both directions,
 * `without` biases in all; `handed`: the parts of what the layer before hands on
 */

/** @param {string[]} terms decimals; the sum is "" if one of them is */
export function sumOf(terms) {
  return terms.some((term) => term === "") ? "" : String(terms.reduce((sum, term) => sum + BigInt(term), 0n));
}

/**
 * The framework that the answer speaks in; the default where none of that name was found.
 * @param {Answer} answer
 * @param {Catalog} catalog
 */
export function frameworkOf(answer, catalog) {
  return catalog.frameworks.find((framework) => framework.id === answer.framework) ?? catalog.frameworks[0];
}

/** The frameworks of the first screen, as a comparison with them names them. @param {Catalog} catalog */
export const onFirstScreen = ({ frameworks }) => frameworks.flatMap(({ id, featured }) => (featured ? id : [])).join();

/** So many blocks are shown at first, and no sum of more. */
export const mostBlocks = 20;

/** Whether there is anything to tell of a model: a layer with steps. @param {import("../engine.js").Answer["layers"]} layers */
export const isTold = (layers) => layers.some(({ steps }) => steps.length > 0);

/**
 * A layer as it is told in full: itself, or the one that it repeats.
 * @param {Answer["layers"]} layers
 * @param {number} index
 * @returns {Layer}
 */
export function fullLayer(layers, index) {
  const layer = layers[index];
  return layer.rule ? layer : fullLayer(layers, layer.like);
}

/**
 * What the catalog knows of a layer's kind; undefined where that is unknown.
 * @param {{ cell: string } | undefined} layer
 * @param {Catalog} catalog
 */
export const kindOf = (layer, { layers }) => layers.find(({ cell }) => cell === layer?.cell);

/**
 * How many numbers a layer hands on in each of its directions: its units, or what they are projected to.
 * @param {Answer["layers"][number]} layer
 */
export function widthOf({ units, output, directions, merge_mode }) {
  if (units === "" || output === "") return units;
  return directions === "2" && merge_mode === "concat" ? String(BigInt(output) / 2n) : output;
}

/**
 * Whether a chain of layers begins here: what is read does not come from the layer before.
 * @param {Answer["layers"]} layers
 * @param {number} index
 * @param {Catalog} catalog
 */
export function startsChain(layers, index, catalog) {
  const { input } = layers[index];
  const kind = kindOf(layers[index], catalog);
  if (layers[index].way === "backward") return false;
  if (index === 0 || kind?.reads_words || kind?.does === "enters") return true;
  return input !== "" && input !== layers[index - 1].hands_on.width;
}

/**
 * How many time steps come in: the field's, or in the canonical form what the first layer says; "" where that is not known.
 * @param {Answer} answer
 * @param {Catalog} catalog
 */
export const comingSteps = ({ query }, { keys }) => /^[0-9]+$/.exec(decode(query, keys).timesteps)?.[0] ?? "";

/** Whether the formula has time steps in it. @param {Answer} answer */
export const countsSteps = ({ layers }) =>
  layers.some(({ steps }) =>
    steps?.some(({ symbols }) =>
      symbols.tokens.some(({ kind, text }) => kind === "symbol" && /^(timesteps|output_length)$/.test(text)),
    ),
  );

/** Whether a step says that there is nothing to count. @param {Step} step @param {Pick<StepFacts, "layer">} facts */
export const isNothing = ({ kind }, { layer }) => layer.total === "0" && kind !== "said" && kind !== "handed_on";

/** The numbers of a sum; of any other formula its value alone. @param {Step | undefined} step */
export function summandsOf(step) {
  if (!step) return [];
  const { tokens } = step.numbers;
  if (tokens.some(({ kind, text }) => kind === "operator" && text !== "+")) return [step.value];
  return tokens.flatMap(({ kind, text }) => (/number|missing/.test(kind) ? [text] : []));
}

/**
 * What the sentences of a layer's steps speak of.
 * @param {Answer} answer
 * @param {number} index of the layer
 * @param {Catalog} catalog
 * @returns {StepFacts}
 */
export function factsOf(answer, index, catalog) {
  const layer = fullLayer(answer.layers, index);
  const before = index > 0 ? fullLayer(answer.layers, index - 1) : undefined;
  const kind = kindOf(layer, catalog);
  const framework = frameworkOf(answer, catalog);
  const step = (/** @type {Step["kind"]} */ kind) => layer.steps.find((one) => one.kind === kind);
  const previous = summandsOf(step("reads"))[layer.rule.input_first ? 1 : 0] ?? layer.units;
  return {
    words: framework.words,
    reason: framework.reason,
    layer,
    before,
    place: index + 1,
    kind,
    kindBefore: kindOf(before, catalog),
    recurrent: kind?.recurrent ?? false,
    both: layer.directions === "2",
    previous,
    handed: summandsOf(step("handed_on")),
    twice: sumOf([previous, previous]),
    without: sumOf([previous, layer.input]),
    value: (kind) => step(kind)?.value ?? "",
  };
}

/** Whether nothing is wrong but that a size is asked for, by a ?. @param {Pick<import("../engine.js").Problem, "code">} problem */
export const asksForSize = ({ code }) => code === "unknown_size";

/** Whether a layer has gates, its candidate aside, and parts without names. @param {{ gates?: import("../engine.js").Layer["gates"] }} layer */
export const hasGates = ({ gates = [] }) =>
  gates.some(({ role, unused }) => role !== "candidate" && role !== "split" && !unused);
