/**
 * What is told of a model, in words and in order: headline, total, the whole formula, every layer's steps, the sum. The page, a
 * widget, the page without JavaScript, documents and the command all write from this one value, each as much of it as it has room
 * for. What repeats an earlier layer is told once. No formula here.
 */
import { formulaOf } from "../border/wire.js";
import { box } from "../messages/numbers.js";
import { factsOf, fullLayer, mostBlocks } from "./facts.js";
import { headlineWords, layerTitle, repeatedWords, runsWords } from "./model.js";
import { saidBy, stepWords, sumWords } from "./steps.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Formula} Formula */
/** @typedef {import("../engine.js").Run} Run */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {import("./blanks.js").Blank} Blank */

/** @typedef {{ text: string, path: string, blank: Blank | undefined }} Value `text`: "" for none; `path`: of the step that makes it, "" where no step of its own does */
/**
 * @typedef {{ words: string, symbols: Formula | undefined, numbers: Formula[], value: Value }} Lines the same thing again and
 * again: in a sentence's words or in the framework's, in numbers, and the value, without text where the numbers are the value
 */
/**
 * @typedef {{
 *   path: string, kind: Step["kind"], title: string, sentence: string, why: string, ask: string, repeats: boolean, same: boolean, lines: Lines,
 * }} OutlineStep `path`: in the answer; `why`: the reason, "" for none, and `ask` the question before it; `repeats`: it says only
 * which earlier layer has the same step; `same`: but for its numbers an earlier layer has said it
 */
/**
 * @typedef {{ kind: "layer" | "repeated" | "sum", path: string, layer: number, title: string, count: number, steps: OutlineStep[] }} Part a layer,
 * layers that repeat an earlier one (a sentence, without steps), or the sum over them (`layer` −1); `title` is "" for the only one;
 * `count`: of its steps, which are told when they are asked for
 */
/**
 * @typedef {{
 *   language: string, number: Messages["number"], headline: string, total: string, count: string, split: string,
 *   whole: Lines | undefined, note: string, line: Lines | undefined, parts: Part[], shown: number, open: boolean,
 *   exercise: { count: number, left: number, given: number },
 * }} Outline `total`: the number, `count`: the number and what is counted, as the language writes them;
 * `split`: how many of them are trained, and how many not, "" where all are; `whole`: the whole formula,
 * if it is not too long, and `note` where it is; `line`: it within a sentence; `shown`: a page shows so many parts at first, and the
 * sum only where these are all; `open`: not all is told yet, for values are to be filled in or steps to come, and until then there is no
 * total; `exercise`: how many values are to be filled in, or were, how many of them are left, how many were shown on request
 */

/**
 * Whether a step ends with its value. It doesn't where there is none, or where the formula is one number: the value.
 * @param {Step} step
 */
export const endsInValue = ({ numbers, reduced, value }) => value !== "" && (reduced ?? numbers).text !== value;

/** The path of the sum over the layers. */
export const closingPath = "steps.0";

/** So many layers at most have their whole formula on one line. */
const mostTerms = 4;

/** What is said besides, where it is there already. @typedef {import("./around.js").Besides} Besides */
/**
 * What an outline is made from; `blanks` are those of `all` that are still to be filled in; `said`: what the layers so far have said.
 * @typedef {{ answer: Answer, catalog: Catalog, m: Messages, besides: Besides | undefined, all: Map<string, Blank>, blanks: Map<string, Blank>, said: Set<string> }} Source
 */

/**
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @param {Messages} m
 * @param {Map<string, Blank>} [all] the values that are filled in, or left blank, see blanks.js
 * @param {Besides} [besides]
 * @returns {Outline}
 */
export function outlineOf(answer, catalog, m, all = new Map(), besides = undefined) {
  const left = new Map([...all].filter(([, { right }]) => !right));
  const source = { answer, catalog, m, besides, all, blanks: left, said: new Set() };
  const { layers } = answer;
  const open = left.size > 0;
  const total = open ? "" : answer.total;
  const line = once(() => lineOf(total, source));
  return {
    language: m.language,
    number: m.number,
    headline: layers.length > 0 ? headlineWords(answer, catalog, m) : "",
    total: m.number(total),
    count: m.parameters(total),
    split: total === "" || answer.frozen === "0" ? "" : m.split(answer.trainable, answer.frozen),
    whole: wholeOf(total, source),
    note: layers.length > mostTerms ? m.layerByLayer(mostTerms) : "",
    get line() {
      return line();
    },
    parts: partsOf(source),
    shown: mostBlocks,
    open,
    exercise: { count: all.size, left: left.size, given: [...all.values()].filter(({ given }) => given).length },
  };
}

/**
 * The line of the notes: the whole formula in words, in numbers, and its value; of several layers only in numbers.
 * @param {string} total
 * @param {Source} source
 * @returns {Lines | undefined}
 */
function wholeOf(total, source) {
  const { layers, steps } = source.answer;
  const last = layers.length === 1 ? layers[0].steps.at(-1) : steps.at(-1);
  if (!last || layers.length > mostTerms) return undefined;
  if (layers.length > 1) {
    const several = last.reduced && last.reduced.tokens.length > 1; // a single summand is the total
    const formulas = last.reduced && several ? [last.numbers, last.reduced] : [last.numbers];
    return linesOf(undefined, formulas, totalOf(total, ""), source);
  }
  if (last.symbols.text === last.numbers.text) return undefined;
  return linesOf(last.symbols, [last.numbers], totalOf(total, total && lastPath(layers, 0)), source);
}

/**
 * @param {string} total
 * @param {Source} source
 * @returns {Lines | undefined}
 */
function lineOf(total, source) {
  const { layers, steps } = source.answer;
  const alone = layers.length === 1;
  const last = alone ? layers[0].steps.at(-1) : steps.at(-1);
  if (!last) return undefined;
  const formula = alone ? last.numbers : (last.reduced ?? last.numbers);
  return linesOf(undefined, [formula], totalOf(total, alone && total ? lastPath(layers, 0) : ""), source);
}

/**
 * The parts that are shown: at first not all of a long model's, and the sum only behind all layers.
 * @param {Outline} outline
 * @param {boolean} whole
 */
export function partsShown({ parts, shown }, whole) {
  const layers = parts.filter(({ kind }) => kind !== "sum");
  if (layers.length <= shown) return parts;
  return whole ? layers : layers.slice(0, shown);
}

/** The path of a layer's last step, which makes its total. @param {Answer["layers"]} layers @param {number} index */
const lastPath = (layers, index) => `layers.${index}.steps.${layers[index].steps.length - 1}`;

/** @param {Source} source */
function partsOf(source) {
  const { layers, runs } = source.answer;
  /** @type {Part[]} */
  const parts = [];
  for (const [place, run] of runs.entries()) parts.push(partOf(run, source, parts.slice.bind(parts, 0, place)));
  return layers.length > 1 ? [...parts, sumPart(source)] : parts;
}

/**
 * A layer's steps are told when they are asked for, after those of the layers before it, which may have said the same.
 * @param {Run} run
 * @param {Source} source
 * @param {() => Part[]} before
 * @returns {Part}
 */
function partOf(run, source, before) {
  const { first, like } = run;
  const title = once(() => titleOf(run, source));
  const steps = once(() => {
    for (const { steps } of before()) void steps;
    return like < 0 ? stepsOf(first, source) : [];
  });
  return {
    kind: like < 0 ? "layer" : "repeated",
    path: `layers.${first}`,
    layer: first,
    count: like < 0 ? source.answer.layers[first].steps.length : 0,
    get title() {
      return title();
    },
    get steps() {
      return steps();
    },
  };
}

/**
 * What is found out when it is asked for, and then kept.
 * @template T
 * @param {() => T} find
 */
function once(find) {
  /** @type {{ found: T } | undefined} */
  let kept;
  return () => {
    kept ??= { found: find() };
    return kept.found;
  };
}

/** @param {Run} run @param {Source} source */
function titleOf({ first, last, like, sum }, { answer, catalog, m, blanks }) {
  const { layers } = answer;
  if (like < 0) return layers.length > 1 ? layerTitle(answer, first, catalog, m) : "";
  const [each, all] = blanks.has(lastPath(layers, like)) ? [box, box] : [layers[first].total, sum];
  return repeatedWords({ first, last, like }, each, all, m);
}

/**
 * @param {number} index of a layer that is told in full
 * @param {Source} source
 */
function stepsOf(index, source) {
  const known = factsOf(source.answer, index, source.catalog);
  const { steps } = known.layer;
  const path = (/** @type {number} */ place) => `layers.${index}.steps.${place}`;
  const isBlank = (/** @type {Step["kind"]} */ kind) =>
    source.blanks.has(path(steps.findIndex((step) => step.kind === kind)));
  const facts = { ...known, value: (/** @type {Step["kind"]} */ kind) => (isBlank(kind) ? "" : known.value(kind)) };
  const told = steps.map((step, place) => stepOf(step, path(place), facts, source));
  for (const step of steps) source.said.add(saidBy(step, facts));
  return told;
}

/**
 * @param {Step} step
 * @param {string} path
 * @param {import("./facts.js").StepFacts} facts
 * @param {Source} source
 * @returns {OutlineStep}
 */
function stepOf(step, path, facts, source) {
  const { m, answer, besides } = source;
  const words = stepWords(step, facts, m);
  const { title, sentence, why, ask = m.why } = besides?.(words, step, facts, source) ?? words;
  const { kind, symbols, numbers, reduced, value } = step;
  const first = kind === "matrices" ? placeOfSameMatrices(answer.layers, facts.place - 1) : 0;
  const named = first > 0 || symbols.text === numbers.text ? undefined : symbols;
  const end = endOf(endsInValue(step) ? value : "", path, source);
  const lines = linesOf(named, reduced ? [numbers, reduced] : [numbers], end, source);
  const same = source.said.has(saidBy(step, facts)) && sentence === stepWords(step, facts, m).sentence;
  if (first === 0) return { path, kind, title, sentence, why, ask, repeats: false, same, lines };
  return {
    path,
    kind,
    title,
    sentence: `${m.asInLayer(String(first))}:`,
    why: "",
    ask,
    repeats: true,
    same: true,
    lines,
  };
}

/**
 * The number, from 1, of the first layer that counts its matrices as layer `index` does; 0 if there is none before it.
 * @param {Answer["layers"]} layers
 * @param {number} index
 */
function placeOfSameMatrices(layers, index) {
  const counted = (/** @type {number} */ place) => {
    const { cell, steps } = fullLayer(layers, place);
    return `${cell} ${steps.find(({ kind }) => kind === "matrices")?.numbers.text}`;
  };
  const own = counted(index);
  const first = layers.findIndex((_, place) => counted(place) === own);
  return first < index ? first + 1 : 0;
}

/**
 * The sum over the layers; where some repeat others, over the runs.
 * @param {Source} source
 * @returns {Part}
 */
function sumPart(source) {
  const steps = once(() => [sumStep(source)]);
  return {
    kind: "sum",
    path: "steps",
    layer: -1,
    title: source.m.together,
    count: 1,
    get steps() {
      return steps();
    },
  };
}

/** @param {Source} source @returns {OutlineStep} */
function sumStep(source) {
  const { answer, m } = source;
  const { layers, runs, steps } = answer;
  const [{ kind, symbols, numbers, reduced, value }] = steps;
  const folded = runs.length < layers.length;
  const end = endOf(value, closingPath, source);
  const lines = folded
    ? {
        words: runsWords(runs, m),
        symbols: undefined,
        numbers: [sumOf(runs, source)],
        value: end,
      }
    : linesOf(symbols, [reduced ?? numbers], end, source);
  return { path: closingPath, kind, ...sumWords(m), ask: m.why, repeats: false, same: false, lines };
}

/** @param {Run[]} runs @param {Source} source */
function sumOf(runs, { answer, m, blanks }) {
  const plain = { sub: "", sup: "", ref: "" };
  const tokens = runs.flatMap(({ first, like, sum }) => {
    const isBlank = blanks.has(lastPath(answer.layers, like < 0 ? first : like));
    const kind = /** @type {Token["kind"]} */ (isBlank ? "missing" : sum === "" ? "symbol" : "number");
    const plus = { kind: /** @type {const} */ ("operator"), text: "+", ...plain };
    return [plus, { kind, text: isBlank ? "" : sum || m.none, ...plain }];
  });
  return boxedFormula(tokens.slice(1));
}

/** @param {string} text @param {string} path @param {Source} source @returns {Value} */
const endOf = (text, path, { all }) => ({ text, path, blank: all.get(path) });

/** The total at the end of the whole formula, where it is not filled in. @param {string} text @param {string} path @returns {Value} */
const totalOf = (text, path) => ({ text, path, blank: undefined });

/**
 * @param {Formula | undefined} symbols
 * @param {Formula[]} numbers
 * @param {Value} value
 * @param {Source} source
 * @returns {Lines}
 */
function linesOf(symbols, numbers, value, source) {
  const told = (/** @type {Formula} */ formula) => toldFormula(formula, source);
  return { words: "", symbols: symbols && told(symbols), numbers: numbers.map(told), value };
}

/**
 * A formula without the numbers that are to be filled in, and whose origins are told themselves.
 * @param {Formula} formula
 * @param {Source} source
 * @returns {Formula}
 */
function toldFormula(formula, { answer, blanks }) {
  const tokens = formula.tokens.map((token) => {
    const ref = origin(token.ref, answer.layers);
    return blanks.has(ref) ? { ...token, kind: /** @type {const} */ ("missing"), text: "", ref } : { ...token, ref };
  });
  return tokens.some(({ ref }) => blanks.has(ref)) ? boxedFormula(tokens) : { text: formula.text, tokens };
}

/** @param {string} ref @param {Answer["layers"]} layers */
function origin(ref, layers) {
  const [, index, rest] = /^layers\.(\d+)(\..*)$/.exec(ref) ?? [];
  const like = index === undefined ? -1 : layers[Number(index)].like;
  return like < 0 ? ref : `layers.${like}${rest}`;
}

/** With boxes for what is missing. @param {Token[]} tokens @returns {Formula} */
export const boxedFormula = (tokens) => formulaOf(tokens, box);
