import { short } from "../messages/numbers.js";
import { comingSteps, kindOf, startsChain } from "./facts.js";
import { nameOf, wordsAt } from "./frameworks.js";
import { layerRows, rowName } from "./layer_table.js";
import { layersWords, spanWords } from "./model.js";
import { printedTotal } from "./printed_rows.js";
import { problemWords } from "./problems.js";
import { say } from "./say.js";
import { textProblemWords } from "./text_problems.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Comparison} Comparison */
/** @typedef {import("../engine.js").Reading} Reading */
/** @typedef {import("../engine.js").Piece} Piece */
/** @typedef {import("../messages/languages.js").Messages & import("../messages/languages.js").ReadingMessages} Words */
/** @typedef {{ text: string, kind: Piece["kind"] | "" }} Part of a line; "": blanks, and what was left out of a long one */
/** @typedef {{ words: string, quiet: boolean, problem?: import("../engine.js").Problem }} Note beside a line */
/**
 * @typedef {{
 *   kind: "line", number: number, parts: Part[], quiet: boolean, notes: Note[],
 *   questions: string[], layers: number[],
 * }} Line `number`: from 1; `questions`: the names that are asked for in it; `layers`: those that are told of in it, as they are written
 */
/** @typedef {{ kind: "fold", count: number, unread: boolean }} Fold lines that are left out */
/** @typedef {{ lines: (Line | Fold)[], more: number }} Lines `more`: how many lines could be shown besides */

/** So short a text is shown whole. */
const wholeLines = 24;
/** A longer line is several. */
const longestLine = 240;
/** So much of what has no effect is shown of a long line, at either end. */
const around = 24;
/** So many reasons stand beside a line, and so many options in the last one. */
const mostReasons = 2;
const mostNames = 12;

/** @typedef {{ start: number, end: number, number: number, from: number, to: number }} Stretch of the text; its pieces are those from `from` to `to` */

/**
 * The text in lines, each with its pieces; a long line begins anew with each layer in it.
 * @param {string} text
 * @param {Piece[]} pieces
 * @returns {Stretch[]}
 */
function stretchesOf(text, pieces) {
  /** @type {Stretch[]} */
  const all = [];
  let first = 0;
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    number++;
    while (first < pieces.length && pieces[first].end <= start) first++;
    let last = first;
    while (last < pieces.length && pieces[last].start < end) last++;
    if (end - start <= longestLine) all.push({ start, end, number, from: first, to: last });
    else all.push(...cutByLayer({ start, end, number, from: first, to: last }, pieces));
    start = end + 1;
  }
  return all;
}

/** @param {Stretch} line @param {Piece[]} pieces @returns {Stretch[]} */
function cutByLayer({ start, end, number, from, to }, pieces) {
  /** @type {Stretch[]} */
  const all = [];
  let [begin, first, layer] = [start, from, -1];
  for (let place = from; place < to; place++) {
    const piece = pieces[place];
    if (piece.layer < 0 || piece.layer === layer) continue;
    if (layer >= 0 && piece.start > begin) {
      all.push({ start: begin, end: piece.start, number, from: first, to: place });
      [begin, first] = [piece.start, place];
    }
    layer = piece.layer;
  }
  all.push({ start: begin, end, number, from: first, to });
  return all;
}

/** What no screen may obey: each such sign is shown as one that says so. @param {string} text */
const shown = (text) =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, (sign) =>
    sign === "\t" ? sign : sign === "\r" ? "" : "\uFFFD",
  );

/** @param {string} text @param {boolean} cut whether it may be left out in part */
function excerpt(text, cut) {
  if (!cut || text.length <= 3 * around) return shown(text);
  return `${shown(text.slice(0, around))} … ${shown(text.slice(-around))}`;
}

/**
 * @param {string} text
 * @param {Piece[]} pieces
 * @param {Stretch} stretch
 * @returns {Part[]}
 */
function partsOf(text, pieces, { start, end, from, to }) {
  const long = end - start > longestLine;
  /** @type {Part[]} */
  const parts = [];
  let at = start;
  const put = (/** @type {number} */ until, /** @type {Part["kind"]} */ kind) => {
    const part = excerpt(text.slice(at, until), long && kind !== "layer" && kind !== "size");
    at = until;
    const last = parts.at(-1);
    if (part === "") return;
    if (last?.kind === kind) last.text += part;
    else parts.push({ text: part, kind });
  };
  for (let place = from; place < to; place++) {
    const piece = pieces[place];
    if (piece.start > at) put(Math.min(piece.start, end), "");
    if (piece.end > at) put(Math.min(piece.end, end), piece.kind);
  }
  if (at < end) put(end, "");
  return parts;
}

/**
 * Where each layer is told: at the first line that says which layer it is.
 * @param {Stretch[]} stretches
 * @param {Piece[]} pieces
 * @returns {Map<number, number[]>} the layers by the place of their line
 */
function placesOfLayers(stretches, pieces) {
  /** @type {Map<number, number>} */
  const best = new Map();
  /** @type {Map<number, number>} */
  const any = new Map();
  stretches.forEach(({ from, to }, place) => {
    for (let one = from; one < to; one++) {
      const { kind, layer } = pieces[one];
      if (layer < 0 || kind === "ignored" || kind === "unknown") continue;
      if (kind === "layer" && !best.has(layer)) best.set(layer, place);
      if (!any.has(layer)) any.set(layer, place);
    }
  });
  /** @type {Map<number, number[]>} */
  const places = new Map();
  for (const [layer, other] of any) {
    const place = best.get(layer) ?? other;
    places.set(place, [...(places.get(place) ?? []), layer]);
  }
  return places;
}

/**
 * A model with its layers as they are named.
 * @typedef {{ answer: Answer, rows: import("./layer_table.js").LayerRow[], catalog: Catalog }} Told
 */

/** @param {Answer} answer @param {Catalog} catalog @returns {Told} */
export const toldOf = (answer, catalog) => ({ answer, catalog, rows: layerRows(answer, catalog, true) });

/** The stacked layers that a layer as it is written stands for, from 1. @param {number} index @param {Answer} answer */
const stackedOf = (index, { layers }) => layers.flatMap(({ origin }, place) => (origin === index ? [place + 1] : []));

/**
 * A layer as it is told beside its line: "LSTM(32) · input 64 · 10 steps".
 * @param {number} index as it is written
 * @param {Told} told
 * @param {Words} m
 */
export function layerWords(index, { answer, rows, catalog }, m) {
  const [first] = stackedOf(index, answer);
  if (first === undefined) return "";
  const layer = answer.layers[first - 1];
  const words = [rowName(rows[first - 1], m)];
  const starts = startsChain(answer.layers, first - 1, catalog) && !kindOf(layer, catalog)?.reads_words;
  if (starts && layer.input !== "")
    words.push(say(m.pasted.became, { id: first === 1 ? "input" : "reads", width: layer.input }));
  const count = first === 1 ? comingSteps(answer, catalog) : "";
  if (count !== "") words.push(say(m.pasted.became, { id: "steps", count }));
  return words.join(" · ");
}

/** The same with its number: "layer 1: …". @param {number} index as it is written @param {Told} told @param {Words} m */
function placedWords(index, told, m) {
  const stacked = stackedOf(index, told.answer);
  if (stacked.length === 0) return "";
  const layers = spanWords(stacked[0], stacked[stacked.length - 1], m);
  return say(m.pasted.became, { id: "layer", layers, name: layerWords(index, told, m) });
}

/** Why a piece has no effect. @param {Piece} piece @param {Words} m */
function reasonOf({ code, args }, m) {
  const known = Object.hasOwn(m.pasted.ignored, code) ? code : "other";
  return say(m.pasted.ignored, /** @type {any} */ ({ id: known, name: short(args.name) }));
}

/** What was not understood. @param {Piece} piece @param {string} text @param {Words} m */
function unreadWords({ code, start, end }, text, m) {
  const known = Object.hasOwn(m.pasted.unread, code) ? code : "other";
  return say(m.pasted.unread, /** @type {any} */ ({ id: known, text: short(shown(text.slice(start, end).trim())) }));
}

/** Marks alone need no reason. */
const hasReason = (/** @type {Piece} */ { kind, code }) => kind === "ignored" && code !== "punctuation";

/**
 * What is told of each line. The problems of a model are told where its layers are.
 * @param {{ text: string, reading: Reading, answer: Answer | undefined, most: number, open?: boolean }} read `answer`: to the query that
 *   was read, undefined where there is none, or where another of the text's models was chosen; `most`: how many lines are shown; `open`:
 *   only those that ask something, are wrong or were not understood, for the others are told elsewhere
 * @param {Catalog} catalog
 * @param {Words} m
 * @returns {Lines}
 */
export function linesOf({ text, reading, answer, most, open = false }, catalog, m) {
  const { pieces } = reading;
  const stretches = stretchesOf(text, pieces);
  const layers = placesOfLayers(stretches, pieces);
  const at = (/** @type {{ start: number }[]} */ places) => {
    /** @type {Map<number, any[]>} */
    const found = new Map();
    for (const place of places) {
      const line = lineAt(stretches, place.start);
      found.set(line, [...(found.get(line) ?? []), place]);
    }
    return found;
  };
  const questions = at(reading.questions);
  const problems = at(reading.problems.filter(({ code }) => code !== "limit"));
  const told = answer && { ...toldOf(answer, catalog), problems: problemsByLayer(answer) };
  const whole = stretches.length <= wholeLines && !open;
  const kinds = open ? /^unknown$/ : /^(layer|size|unknown)$/;
  const matters = (/** @type {number} */ place) => {
    if (questions.has(place) || problems.has(place)) return true;
    if (layers.get(place)?.some((layer) => !open || told?.problems.has(layer))) return true;
    const { from, to } = stretches[place];
    for (let one = from; one < to; one++) if (kinds.test(pieces[one].kind)) return true;
    return false;
  };

  /** @type {(place: number) => Line} */
  const line = (place) => {
    const stretch = stretches[place];
    const own = pieces.slice(stretch.from, stretch.to);
    const here = layers.get(place) ?? [];
    /** @type {Note[]} */
    const notes = [];
    const note = (/** @type {string} */ words, quiet = false) => {
      if (words !== "" && !notes.some((other) => other.words === words)) notes.push({ words, quiet });
    };
    if (told) {
      for (const layer of here) note(placedWords(layer, told, m));
      for (const problem of here.flatMap((layer) => told.problems.get(layer) ?? [])) {
        if (problem.code === "missing" && reading.questions.length > 0) continue; // it is asked for by its name
        const words = wordsAt(problem, told.answer, catalog);
        notes.push({ words: problemWords(problem, catalog, words, m), quiet: false, problem });
      }
      const sizes = own.flatMap(({ kind, layer }) => (kind === "size" && layer >= 0 ? [layer] : []));
      if (here.length === 0 && sizes.length > 0) note(usedWords([...new Set(sizes)], told.answer, m), true);
    }
    for (const problem of problems.get(place) ?? []) note(textProblemWords(problem, m));
    const unread = own.filter(({ kind }) => kind === "unknown");
    for (const piece of unread.slice(0, mostReasons)) note(unreadWords(piece, text, m));
    const quiet = own.every(({ kind }) => kind === "ignored");
    if (quiet) for (const piece of own.filter(hasReason).slice(0, mostReasons)) note(reasonOf(piece, m), true);
    // It makes no layer, but without it the layers would be others: the head of forward(), how often a loop runs.
    const holds = own.some(({ kind, layer }) => (kind === "layer" || kind === "size") && layer < 0);
    if (holds && notes.length === 0 && here.length === 0 && !questions.has(place)) note(m.pasted.holds, true);
    return {
      ...{ kind: "line", number: stretch.number, parts: partsOf(text, pieces, stretch), quiet, notes },
      ...{ questions: (questions.get(place) ?? []).map(({ name }) => name), layers: here },
    };
  };

  /** @type {(Line | Fold)[]} */
  const lines = [];
  let [count, more] = [0, 0];
  const fold = (/** @type {boolean} */ unread) => {
    const last = lines.at(-1);
    if (last?.kind === "fold") Object.assign(last, { count: last.count + 1, unread: last.unread || unread });
    else lines.push({ kind: "fold", count: 1, unread });
  };
  for (let place = 0; place < stretches.length; place++) {
    const important = matters(place);
    if (!important && open) continue;
    if (!whole && !important) fold(false);
    else if (count < most) {
      lines.push(line(place));
      count++;
    } else more++;
  }
  return { lines: lines.filter((one) => one.kind === "fold" || whole || one.parts.length > 0), more };
}

/** The line that a place is in. @param {Stretch[]} stretches @param {number} at */
function lineAt(stretches, at) {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stretches[middle].start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What is wrong with the layers, by the layer as it is written. @param {Answer} answer */
function problemsByLayer({ problems, written }) {
  /** @type {Map<number, import("../engine.js").Problem[]>} */
  const found = new Map();
  for (const problem of problems) {
    if (problem.key !== "layers") continue;
    const layer = written.findIndex(({ start, end }) => start <= problem.start && problem.end <= end);
    if (layer >= 0) found.set(layer, [...(found.get(layer) ?? []), problem]);
  }
  return found;
}

/** "for layers 1 to 2". @param {number[]} written @param {Answer} answer @param {Words} m */
function usedWords(written, answer, m) {
  const layers = written.flatMap((index) => {
    const stacked = stackedOf(index, answer);
    return stacked.length > 0 ? [spanWords(stacked[0], stacked[stacked.length - 1], m)] : [];
  });
  return layers.length === 0 ? "" : say(m.pasted.became, { id: "used", layers: layers.slice(0, mostNames) });
}

/** What the text was read as. @param {Reading} reading @param {Catalog} catalog @param {Words} m */
export function headWords({ format, framework, query }, catalog, m) {
  if (format === "" || (query === "" && format !== "number")) return m.pasted.read.nothing;
  return say(m.pasted.read, { id: format, name: framework === "" ? "" : nameOf(framework, catalog) });
}

/** Whether anything was read. @param {Reading} reading */
export const isRead = ({ query, format }) => query !== "" || format === "number";

/** What was too long, or is wrong with the whole of it. @param {Reading} reading @param {Words} m */
export const limitWords = ({ problems }, m) =>
  problems.filter(({ code }) => code === "limit").map((problem) => textProblemWords(problem, m));

/**
 * The last line: how many there are, and what has no effect.
 * @param {{ reading: Reading, answer: Answer, hidden: boolean }} read `hidden`: the count is not told yet
 * @param {Words} m
 */
export function footWords({ reading, answer, hidden }, m) {
  const { total, counted } = answer;
  const says = printedTotal(reading, answer).printed;
  /** @type {string[]} */
  const said = [];
  if (!hidden && total !== "") {
    said.push(total === says ? m.pasted.allAsSaid({ total }) : m.pasted.all({ total }));
    if (says !== "" && total !== says) said.push(say(m.pasted.textProblem, { id: "total", says, total }));
  } else if (!hidden && counted !== "" && counted !== "0") said.push(m.pasted.others({ counted }));
  const names = [
    ...new Set(
      reading.pieces.flatMap(({ kind, code, args }) =>
        kind === "ignored" && code === "uncounted" && args.name ? [short(args.name)] : [],
      ),
    ),
  ];
  if (names.length > 0)
    said.push(
      m.pasted.without({ names: names.slice(0, mostNames), more: String(Math.max(0, names.length - mostNames)) }),
    );
  return said.join(" ");
}

/**
 * What is said of a number alone where it cannot be told how it comes about; "" where it can.
 * @param {{ answer: Answer, hidden: boolean }} shown the model on screen; `hidden`: its count is not to be told
 * @param {Words} m
 */
export function numberWords({ answer, hidden }, m) {
  if (hidden) return say(m.pasted.answer, { id: "hidden" });
  return answer.total === "" ? say(m.pasted.answer, { id: "no_total" }) : "";
}

/**
 * The options of a layer that are not said so of another one, as they are written: "bias=false". What its name has already is left out.
 * @param {Answer["written"][number] | undefined} layer
 * @param {Answer["written"][number] | undefined} other
 */
function optionsApart(layer, other) {
  const said = (/** @type {typeof layer} */ one) => one?.args.map(({ name, text }) => `${name}=${text}`) ?? [];
  const before = said(other);
  return said(layer).filter(
    (one) => !/^(units|input|input_dim|kernel_size|bidirectional)=/.test(one) && !before.includes(one),
  );
}

/**
 * How the models that a layer can be are called: what it is in each of them.
 * @param {number} layer as it is written; −1: models altogether
 * @param {{ query: string, args: Record<string, string> }[]} choices the first reading first
 * @param {import("../engine.js").Engine["explain"]} explain
 * @param {Catalog} catalog
 * @param {Words} m
 */
export function choiceWords(layer, choices, explain, catalog, m) {
  const first = layer < 0 ? undefined : explain(choices[0].query).written[layer];
  const words = choices.map(({ query, args }, place) => {
    if (layer < 0) return short(args.name) || m.pasted.modelAt({ place: String(place + 1) });
    const answer = explain(query);
    const name = layerWords(layer, toldOf(answer, catalog), m);
    const apart = optionsApart(answer.written[layer], first);
    return [name || m.pasted.modelAt({ place: String(place + 1) }), ...apart.map(short)].join(" · ");
  });
  return words.map((one, place) => (words.indexOf(one) === place ? one : `${one} (${place + 1})`));
}

/** A layer at the head of a line: "Layer 1". @param {number} layer as it is written @param {Answer} answer @param {Words} m */
export function layerLabel(layer, answer, m) {
  const stacked = stackedOf(layer, answer);
  return layersWords(stacked[0] ?? layer + 1, stacked.at(-1) ?? layer + 1, m);
}
