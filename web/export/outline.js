/**
 * What a document says of a model, before any format: headline, total, the whole formula, every step's words and lines; what
 * repeats an earlier layer is told once. No formula here.
 */
import { factsOf, frameworkOf, headlineOf } from "../state/story.js";
import { stepWords, sumWords } from "../telling/steps.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Formula} Formula */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../messages/languages.js").Messages} Messages */

/**
 * @typedef {{ words: string, symbols: Formula | undefined, numbers: Formula[], value: string }} Lines the same thing again and
 * again: in a sentence's words or in the framework's, in numbers, and the value, "" where the numbers are the value
 */
/** @typedef {{ title: string, sentence: string, lines: Lines }} StepText */
/** @typedef {{ title: string, steps: StepText[] }} Part a layer, or the sum; `title` is "" for the only one; no steps where it repeats another */
/**
 * @typedef {{ language: string, number: Messages["number"], headline: string, total: string, count: string, whole: Lines | undefined, parts: Part[] }} Outline
 * `total`: the number, `count`: the number and what is counted, as the language writes them
 */

/** So many layers at most have their whole formula on one line. */
const mostTerms = 4;

/** @param {Step} step @returns {Lines} */
function linesOf({ symbols, numbers, reduced, value }) {
  const formulas = reduced ? [numbers, reduced] : [numbers];
  const last = formulas[formulas.length - 1].text;
  return {
    words: "",
    symbols: symbols.text === numbers.text ? undefined : symbols,
    numbers: formulas,
    value: last === value ? "" : value,
  };
}

/** @param {Answer} answer @returns {Lines | undefined} */
function wholeOf({ layers, steps, total }) {
  if (layers.length > mostTerms) return undefined;
  if (layers.length > 1) return { ...linesOf(steps[0]), symbols: undefined };
  const last = layers[0].steps[layers[0].steps.length - 1];
  if (last.symbols.text === last.numbers.text) return undefined;
  return { words: "", symbols: last.symbols, numbers: [last.numbers], value: total };
}

/**
 * The number, from 1, of the first layer that counts its matrices as layer `index` does; 0 if there is none before it.
 * @param {Answer} answer
 * @param {number} index
 */
function placeOfSameMatrices({ layers }, index) {
  const counted = layers.map(
    ({ cell, steps }) => `${cell} ${[...steps].find(({ kind }) => kind === "matrices")?.numbers.text}`,
  );
  const first = counted.indexOf(counted[index]);
  return first < index ? first + 1 : 0;
}

/**
 * @param {Answer} answer
 * @param {number} index
 * @param {Catalog} catalog
 * @param {Messages} m
 * @returns {StepText[]}
 */
function stepsOf(answer, index, catalog, m) {
  const facts = factsOf(answer, index, catalog);
  return facts.layer.steps.map((step) => {
    const { title, sentence } = stepWords(step, facts, m);
    const lines = linesOf(step);
    const same = step.kind === "matrices" ? placeOfSameMatrices(answer, index) : 0;
    if (same === 0) return { title, sentence, lines };
    return { title, sentence: `${m.asInLayer(String(same))}:`, lines: { ...lines, symbols: undefined } };
  });
}

/**
 * The sum over the layers; where equal ones stand together, over the blocks.
 * @param {Answer} answer
 * @param {Messages} m
 * @returns {Part}
 */
function closingOf({ layers, runs: blocks, steps: [sum] }, m) {
  const { title, sentence } = sumWords(m);
  /** @type {Lines} */
  let lines = { words: "", symbols: sum.symbols, numbers: [sum.reduced ?? sum.numbers], value: sum.value };
  if (blocks.length < layers.length) {
    const words = m.layerSum(blocks.map(({ first, last }) => [first + 1, last + 1]));
    lines = { words, symbols: undefined, numbers: [sumOf(blocks.map((block) => block.sum))], value: sum.value };
  }
  return { title: m.together, steps: [{ title, sentence, lines }] };
}

/** @param {string[]} terms @returns {Formula} */
function sumOf(terms) {
  const plain = { sub: "", sup: "", ref: "" };
  const tokens = terms.flatMap((text) => [
    { kind: /** @type {const} */ ("operator"), text: "+", ...plain },
    { kind: /** @type {const} */ ("number"), text, ...plain },
  ]);
  return { text: terms.join(" + "), tokens: tokens.slice(1) };
}

/**
 * @param {Pick<Engine, "explain" | "catalog">} engine
 * @param {string} query
 * @param {Messages} m
 * @returns {Outline | undefined} undefined for a query with problems
 */
export function outlineOf(engine, query, m) {
  const answer = engine.explain(query);
  if (answer.problems.length > 0) return undefined;
  const catalog = engine.catalog();
  const { layers, runs, total } = answer;
  const several = layers.length > 1;
  const parts = runs.map(({ first, last, like, sum }) => {
    if (like >= 0) return { title: m.sameLayers(first + 1, last + 1, like + 1, layers[first].total, sum), steps: [] };
    const headline = { ...headlineOf(answer, [layers[first]]), framework: "" };
    return { title: several ? m.layerTitle(first + 1, headline) : "", steps: stepsOf(answer, first, catalog, m) };
  });
  return {
    language: m.language,
    number: m.number,
    headline: m.headline({ ...headlineOf(answer, layers), framework: frameworkOf(answer, catalog).name }),
    total: m.number(total),
    count: m.parameters(total),
    whole: wholeOf(answer),
    parts: several ? [...parts, closingOf(answer, m)] : parts,
  };
}
