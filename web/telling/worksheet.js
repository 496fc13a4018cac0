/**
 * What stands in a worksheet: the model, what is asked of it, and blanks with a number each; and in its key: the same with the answers.
 * A worksheet that is not told has no answer in it, anywhere: its writers could not show one. No formula here.
 */
import { box } from "../messages/numbers.js";
import { besidesIn } from "./around.js";
import { blanksOf } from "./blanks.js";
import { outputsIn } from "./exercise.js";
import { factsOf, frameworkOf } from "./facts.js";
import { frameworkName, inputWord } from "./frameworks.js";
import { layersWords, namesWords, repeatedWords, runsWords } from "./model.js";
import { closingPath, endsInValue, outlineOf } from "./outline.js";
import { say } from "./say.js";
import { stepWords } from "./steps.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Exercise} Exercise */
/** @typedef {import("../engine.js").ExerciseBlank} ExerciseBlank */
/** @typedef {import("../engine.js").ExerciseKind} ExerciseKind */
/** @typedef {import("../engine.js").Formula} Formula */
/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Run} Run */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../messages/languages.js").Messages & import("../messages/languages.js").SupplementMessages & import("../messages/languages.js").WorksheetMessages & { slips: import("../messages/languages.js").DiagnosisMessages["name"] }} Words */
/** @typedef {Pick<Token, "text"> & { kind: Token["kind"] | "blank", place: number }} Sign of a formula; a blank's `place` is its number, and its `text` the answer, "" where that is not told */
/**
 * @typedef {{ title: string, sentence: string, words: string, named: Sign[], sides: Sign[][], wide: boolean }} Item one thing that is asked, or told:
 * the formula in `words` or `named` in the framework's, and in numbers again and again; `wide`: it needs room for working
 */
/** @typedef {{ title: string, items: Item[] }} Part a layer, or what is asked of the model; `title` "" where there is only one */
/** @typedef {{ place: number, asked: string, value: string }} SheetAnswer */
/**
 * @typedef {{
 *   language: string, number: Words["number"], told: boolean, seed: string, title: string, asked: string, given: { name: string, text: string, code: boolean }[],
 *   parts: Part[], answers: SheetAnswer[], notes: string[], blanks: number,
 * }} Sheet `told`: it is a key, else it has neither `answers` nor `notes`
 */
/** @typedef {{ title: string, tables: string[][][] }} Overview the answers of all versions: blanks side by side, a row for each version, the head first; many blanks are several tables */

export const exerciseKinds = /** @type {const} */ (["ideas", "values", "total"]);

/** A longer sum is not written out. */
const mostSummands = 24;

/** Gathers the blanks in the order in which they stand there. */
class Blanks {
  /** @param {boolean} told @param {Exercise} exercise */
  constructor(told, { blanks }) {
    this.told = told;
    /** @type {{ place: number, asked: string, value: string, coincides: string[] }[]} */
    this.all = [];
    this.asked = new Map(blanks.map((blank) => [`${blank.ref} ${blank.token}`, blank]));
  }

  /** What the exercise asks for there; −1: the step's value. @param {string} ref @param {number} [token] */
  at(ref, token = -1) {
    return this.asked.get(`${ref} ${token}`);
  }

  /** @param {string} value @param {string} asked what is asked, in words @param {string[]} [coincides] @returns {Sign} */
  add(value, asked, coincides = []) {
    const place = this.all.length + 1;
    this.all.push({ place, asked, value, coincides });
    return { kind: "blank", text: this.told ? value : "", place };
  }

  /** A number that is not told, and not asked for there. @param {string} value @returns {Sign} */
  hidden(value) {
    return this.told ? sign("number", value) : sign("missing", "");
  }
}

/** @param {Token["kind"]} kind @param {string} text @returns {Sign} */
const sign = (kind, text) => ({ kind, text, place: 0 });

/** @param {Token} token */
const plain = ({ kind, text }) => sign(kind, text);

/**
 * @param {{ exercise: Exercise, kind: ExerciseKind, seed: string, told: boolean }} asked `seed`: "" for the model's own numbers
 * @param {Answer} answer to the exercise's query
 * @param {Catalog} catalog
 * @param {Words} m
 * @returns {Sheet}
 */
export function sheetOf({ exercise, kind, seed, told }, answer, catalog, m) {
  const blanks = new Blanks(told, exercise);
  const source = { answer, catalog, m, blanks };
  const parts = { ideas: ideasOf, values: valuesOf, total: totalOf }[kind](source);
  const { title, key, asked } = m.worksheet;
  const version =
    seed === "" ? { id: /** @type {const} */ ("alone") } : { id: /** @type {const} */ ("numbered"), seed };
  return {
    language: m.language,
    number: m.number,
    told,
    seed,
    title: told ? say(key, version) : say(title, version),
    asked: told ? "" : [asked[kind], ...chanceOf(blanks, m)].join(" "),
    given: givenOf(source),
    parts,
    answers: told ? blanks.all.map(({ place, asked, value }) => ({ place, asked, value })) : [],
    notes: told ? blanks.all.flatMap((blank) => noteOf(blank, m)) : [],
    blanks: blanks.all.length,
  };
}

/**
 * The answers of several versions at once, a row for each.
 * @param {readonly Sheet[]} keys
 * @param {Words} m
 * @returns {Overview[]} none for a single one
 */
export function overviewOf(keys, m) {
  if (keys.length < 2) return [];
  const most = Math.max(...keys.map(({ blanks }) => blanks));
  const places = Array.from({ length: most }, (_, place) => place);
  const rows = keys.map(({ seed, answers }) => [seed, ...places.map((place) => m.number(answers[place]?.value ?? ""))]);
  const head = [m.worksheet.version, ...places.map((place) => `(${place + 1})`)];
  return [{ title: m.worksheet.overview, tables: tablesOf([head, ...rows]) }];
}

/** So many signs of a row fit a page. */
const widestRow = 120;

/** A table in parts that fit a page, each with the first column. @param {readonly string[][]} rows */
function tablesOf(rows) {
  const widths = rows[0].map((_, column) => 3 + Math.max(...rows.map((row) => row[column].length)));
  /** @type {number[][]} */
  const parts = [];
  let width = 0;
  for (let column = 1; column < widths.length; column++) {
    width += widths[column];
    if (parts.length === 0 || width > widestRow) {
      parts.push([0]);
      width = widths[0] + widths[column];
    }
    parts[parts.length - 1].push(column);
  }
  return parts.map((columns) => rows.map((row) => columns.map((column) => row[column])));
}

/** @typedef {{ answer: Answer, catalog: Catalog, m: Words, blanks: Blanks }} Source */

/** Where a right number proves little, without saying why. @param {Blanks} blanks @param {Words} m */
function chanceOf({ all }, m) {
  const places = all.filter(({ coincides }) => coincides.length > 0).map(({ place }) => place);
  return places.length > 0 ? [m.worksheet.chance({ places })] : [];
}

/** @param {Blanks["all"][number]} blank @param {Words} m */
function noteOf({ place, value, coincides }, m) {
  if (coincides.length === 0) return [];
  const slips = coincides.map((id) => m.slips[/** @type {keyof Words["slips"]} */ (id)]);
  return [m.worksheet.coincides({ place, value, slips })];
}

/** The model as it is given: the framework, what comes in, and each layer as a query writes it. @param {Source} source @returns {Sheet["given"]} */
function givenOf({ answer, catalog, m }) {
  const { fields, written, layers } = answer;
  const framework = frameworkOf(answer, catalog);
  const sizes = [
    { name: inputWord(framework, written[0]?.cell, catalog), text: m.number(fields.input) },
    { name: "timesteps", text: m.number(fields.timesteps) },
  ];
  const stack = written.map(({ start, end }, origin) => {
    const [first, last] = [
      layers.findIndex((layer) => layer.origin === origin),
      layers.findLastIndex((layer) => layer.origin === origin),
    ];
    const text = fields.layers.slice(start, end).replaceAll(",", ", ");
    return { name: layersWords(first + 1, last + 1, m), text, code: true };
  });
  return [
    { name: m.worksheet.framework, text: frameworkName(framework, m), code: false },
    ...sizes.filter(({ text }) => text !== "").map((size) => ({ ...size, code: false })),
    ...stack,
  ];
}

/** Each layer's ideas, then what comes of them. @param {Source} source @returns {Part[]} */
function ideasOf(source) {
  const { answer, m, blanks } = source;
  const { runs, layers } = answer;
  const parts = runs.map((run) => {
    const { first, like, sum } = run;
    if (like >= 0) {
      const [each, all] = blanks.told ? [layers[first].total, sum] : [box, box];
      return { title: repeatedWords(run, each, all, m), items: [] };
    }
    const items = ideasOfLayer(first, source);
    if (items.length > 0) return { title: layers.length > 1 ? layerName(first, source) : "", items };
    const nothing = say(m.step.sentences, { id: "nothing", name: layers[first].name });
    return { title: `${layersWords(first + 1, first + 1, m)}: ${nothing}`, items };
  });
  return layers.length > 1 ? [...parts, sumPart(source)] : parts;
}

/** "Layer 2: bidirectional LSTM", without the widths, for these are asked. @param {number} index @param {Source} source */
const layerName = (index, { answer, catalog, m }) =>
  `${layersWords(index + 1, index + 1, m)}: ${namesWords(answer, index, catalog, m)}`;

/** @param {number} index of a layer that is told in full @param {Source} source @returns {Item[]} */
function ideasOfLayer(index, source) {
  const { answer, m, blanks, catalog } = source;
  const facts = factsOf(answer, index, catalog);
  const { steps, total } = facts.layer;
  if (total === "0") return [];
  const last = steps.length - 1;
  /** @type {Item[]} */
  const items = [];
  for (const [place, step] of steps.entries()) {
    const path = `layers.${index}.steps.${place}`;
    const title = questionOf(step, facts, m);
    const asked = called(index, title, source);
    const whole = blanks.at(path);
    if (whole) {
      items.push(item(title, [[blanks.add(whole.value, asked, whole.coincides)]]));
      continue;
    }
    const found = step.numbers.tokens.map((_, token) => blanks.at(path, token));
    const [first] = found.filter((blank) => blank !== undefined);
    if (!first) continue;
    if (step.kind === "directions") {
      items.push(item(title, [[blanks.add(first.value, asked, first.coincides)]]));
      continue;
    }
    const words = namesIn(step, found, m);
    const named = outputsIn(words, step.numbers.tokens, outputsBefore(index, m)) ?? words;
    const numbers = step.numbers.tokens.map((token, at) => {
      const blank = found[at];
      if (blank) return blanks.add(blank.value, `${asked}${termName(named[at])}`, blank.coincides);
      return token.kind === "number" ? blanks.hidden(token.text) : plain(token);
    });
    // What such a layer has in all is this formula's value, and nothing else is left to ask.
    const sides = place === last && endsInValue(step) ? [numbers, [blanks.add(step.value, asked)]] : [numbers];
    items.push({ ...item(title, sides), named });
    if (place === last) return items;
  }
  const step = steps[last];
  const title = say(m.worksheet.ask, answer.layers.length > 1 ? { id: "layer", place: index + 1 } : { id: "total" });
  const value = blanks.add(step.value, title);
  const formula = endsInValue(step) ? [hiddenIn(step.numbers, blanks)] : [];
  return [...items, item(title, [...formula, [value]])];
}

/** @param {string} title @param {Sign[][]} sides @returns {Item} */
const item = (title, sides) => ({ title, sentence: "", words: "", named: [], sides, wide: false });

/** What a layer reads of the one before it; "" of the first one. @param {number} index @param {Words} m */
const outputsBefore = (index, m) => (index > 0 ? m.worksheet.outputs({ place: index }) : "");

/** What is asked, with its layer. @param {number} index @param {string} title @param {Source} source */
const called = (index, title, { answer, m }) =>
  answer.layers.length > 1 ? `${layersWords(index + 1, index + 1, m)}: ${title}` : title;

/** The term that a blank stands for, where it has a name. @param {Sign | undefined} name */
const termName = (name) => (name?.kind === "symbol" ? ` (${name.text})` : "");

/**
 * What is asked at a step: its title, unless that is the answer.
 * @param {Step} step
 * @param {import("./facts.js").StepFacts} facts
 * @param {Words} m
 */
function questionOf(step, facts, m) {
  const { layer, both, place } = facts;
  const { ask } = m.worksheet;
  if (step.kind === "matrices")
    return say(ask, { id: layer.window.length > 0 ? "kernels" : "matrices", cell: layer.name, both });
  if (step.kind === "handed_on") return say(ask, { id: "handed_on", place: place - 1 });
  if (step.kind === "directions") return ask.directions;
  if (step.kind === "matrix" && !/^0?$/.test(layer.rule.vectors)) return ask.vectors;
  return stepWords(step, facts, m).title;
}

/**
 * The formula in words, with a word for each number that would give a blank away.
 * @param {Step} step
 * @param {(ExerciseBlank | undefined)[]} found the blanks in the formula in numbers
 * @param {Words} m
 * @returns {Sign[]} none where the words are no other than the numbers
 */
function namesIn({ symbols, numbers }, found, m) {
  if (symbols.tokens.length !== numbers.tokens.length) return [];
  return symbols.tokens.map((token, at) => {
    if (token.kind !== "number") return plain(token);
    return found[at]?.topic === "bias" ? sign("symbol", m.worksheet.biases) : sign("missing", "");
  });
}

/** @param {Formula} formula @param {Blanks} blanks */
const hiddenIn = ({ tokens }, blanks) =>
  tokens.map((token) => (token.kind === "number" ? blanks.hidden(token.text) : plain(token)));

/** The sum over the layers. @param {Source} source @returns {Part} */
function sumPart({ answer, m, blanks }) {
  const { runs, total } = answer;
  const title = m.worksheet.ask.total;
  const summands = runs.filter(({ sum }) => sum !== "0");
  const written = runs.length <= mostSummands && summands.length > 1;
  const formula = summands.flatMap(({ sum }, place) => [
    ...(place > 0 ? [sign("operator", "+")] : []),
    blanks.hidden(sum),
  ]);
  const value = blanks.add(total, title);
  const sum = {
    ...item(title, written ? [formula, [value]] : [[value]]),
    words: written ? runsWords(summands, m) : "",
  };
  return { title: m.together, items: [sum] };
}

/** The derivation, with its values left blank. @param {Source} source @returns {Part[]} */
function valuesOf(source) {
  const { answer, catalog, m, blanks } = source;
  const besides = besidesIn(m);
  // That a layer is not trained is said with its count.
  const told = /** @type {import("./around.js").Besides} */ (
    (words, step, facts, model) => besides(words, step, { ...facts, layer: { ...facts.layer, frozen: "" } }, model)
  );
  const all = Number.POSITIVE_INFINITY;
  const asked = { count: all, most: all, typed: new Map() };
  const outline = outlineOf(answer, catalog, m, blanks.told ? undefined : blanksOf(answer, asked), told);
  /** What a layer further up says in the same words is not said again. @type {Set<string>} */
  const said = new Set();
  const once = (/** @type {string} */ sentence) => (said.has(sentence) ? "" : sentence);
  return outline.parts.map(({ title, layer, steps }) => ({
    title,
    items: steps.map(({ path, title, sentence: whole, lines }) => {
      const sentence = once(whole);
      said.add(whole);
      const sides = lines.numbers.map(({ tokens }) => tokens.map(plain));
      const blank = blanks.at(path);
      if (blank) {
        const asked = layer < 0 ? title : called(layer, title, source);
        sides.push([blanks.add(blank.value, asked, blank.coincides)]);
      } else if (lines.value.text !== "") sides.push([sign("number", lines.value.text)]);
      const step = layer < 0 ? undefined : answer.layers[layer].steps[Number(path.split(".").at(-1))];
      const words = lines.symbols?.tokens.map(plain) ?? [];
      const named = (step && outputsIn(words, step.numbers.tokens, outputsBefore(layer, m))) ?? words;
      return { title, sentence, words: lines.words, named, sides, wide: false };
    }),
  }));
}

/** @param {Source} source @returns {Part[]} */
function totalOf({ answer, m, blanks }) {
  const title = m.worksheet.ask.total;
  const [{ numbers, reduced, value }] = answer.steps;
  const short = answer.layers.length <= 4;
  const formulas = blanks.told
    ? [...(short ? [numbers] : []), ...(reduced && answer.runs.length <= mostSummands ? [reduced] : [])]
    : [];
  const sides = formulas.filter(({ text }) => text !== value).map(({ tokens }) => tokens.map(plain));
  const blank = blanks.at(closingPath);
  return [
    { title: "", items: [{ ...item(title, [...sides, [blanks.add(value, title, blank?.coincides)]]), wide: true }] },
  ];
}
