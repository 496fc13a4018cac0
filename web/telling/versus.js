/**
 * Two models side by side: their layers in a row each, and the way from the first to the second, one change after another. Each
 * stop on it is a model that the core counts, so that the changes' differences add up to the whole one. No formula here.
 */
import { decode, encode, namesModel, withoutMark } from "../border/query.js";
import { applied, edited } from "../form/edits.js";
import { becauseWords, differencesOf } from "./comparisons.js";
import { frameworkOf, fullLayer, kindOf } from "./facts.js";
import { inputWord } from "./frameworks.js";
import { layerRows, rowName } from "./layer_table.js";
import { headlineWords } from "./model.js";
import { optionWord } from "./problems.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {Pick<import("../engine.js").Engine, "explain" | "compare" | "catalog" | "edit">} Engine */
/** @typedef {import("../border/query.js").Texts} Texts */
/** @typedef {import("./layer_table.js").LayerRow} LayerRow */
/** @typedef {import("../messages/languages.js").Messages & import("../messages/languages.js").SupplementMessages} Messages */
/** @typedef {typeof import("../messages/en/versus.js").versusMessages} Words */
/** @typedef {{ kind: "framework" | "cell" | "directions" | "option" | "without" | "with" | "rest", name: string, from: string, to: string }} What */
/**
 * @typedef {What & {
 *   texts: Texts, total: string, more: string, factors: string[], places: [first: number, last: number][], matrices: [from: string, to: string] | undefined,
 *   vectors: [from: string, to: string] | undefined, why: import("./comparisons.js").Difference | undefined,
 * }} Change `name`: the option's, where it stands; `texts`, `total`: of the model after it; `more`: that it has, with a sign; `factors`: whose product
 * that is, none where nothing is known of it; `places`: of the layers that are changed, from 1, none where there is but one; `matrices`: of each of them; `vectors`: its bias vectors, where they change otherwise;
 * `why`: between two frameworks
 */
/** @typedef {What & { layers: number[], make: (texts: Texts) => Texts }} Move `layers`: as they were written, from 0 */
/** @typedef {{ first: LayerRow | undefined, second: LayerRow | undefined, more: string }} Pair `more`: "" where one of them is not there, or not known */
/**
 * @typedef {{
 *   answers: [Answer, Answer], pairs: Pair[], more: string, changes: Change[],
 * }} Versus `more`: that the second has, with a sign, "" where one has no total; `changes`: none where the layers do not correspond
 */

/** More changes, and layers that are compared one by one, tell nothing any more. */
const most = { changes: 12, layers: 24 };

/** The second model that a link names beside the first; "" for none. @param {string} query */
export const otherIn = (query) => new URLSearchParams(query).get("vs") ?? "";

/**
 * A second model as a reader says it, as a whole query: a link, a query, or layers alone, which the first model's framework and input then are for.
 * @param {string} text
 * @param {Texts} first
 * @param {Catalog["keys"]} keys
 */
export function secondQuery(text, first, keys) {
  const said = text.trim();
  const query = /^\w+:\/\//.test(said) ? said.replace(/^[^?]*\??|#.*$/g, "") : withoutMark(said);
  if (query === "") return "";
  return encode(namesModel(query, keys) ? decode(query, keys) : { ...first, layers: said, budget: "" });
}

/**
 * A second model as a link or a tag names it: a whole query, or layers alone.
 * @param {string} vs
 * @param {Texts} first
 * @param {Catalog["keys"]} keys
 */
export const secondModel = (vs, first, keys) => (namesModel(vs, keys) ? vs : secondQuery(vs, first, keys) || vs);

/**
 * @param {Engine} engine
 * @param {string} query
 * @param {string} other
 * @param {boolean} [each] every layer has a row of its own
 * @returns {Versus}
 */
export function versusTold(engine, query, other, each = false) {
  const catalog = engine.catalog();
  const [here, there] = [engine.explain(query), engine.explain(other)];
  const counted = here.total !== "" && there.total !== "";
  return {
    answers: [here, there],
    pairs: pairsOf([here, there], each, catalog),
    more: counted ? moreIn(there.total, here.total) : "",
    changes: counted ? changesOf(here, there, engine, catalog) : [],
  };
}

/** @param {string} total @param {string} before */
const moreIn = (total, before) => String(BigInt(total) - BigInt(before));

/**
 * Rows beside each other: those of layers that correspond, or the one that only one of the models has.
 * @param {[Answer, Answer]} answers
 * @param {boolean} each
 * @param {Catalog} catalog
 * @returns {Pair[]}
 */
function pairsOf(answers, each, catalog) {
  const [first, second] = answers.map((answer) => layerRows(answer, catalog, each));
  const cells = [first, second].map((rows, side) => rows.map(({ layer }) => answers[side].layers[layer].cell));
  return aligned(cells[0], cells[1], catalog).map(([a, b]) => {
    const [one, other] = [first[a], second[b]];
    const known = one && other && one.total !== "" && other.total !== "";
    return { first: one, second: other, more: known ? moreIn(other.total, one.total) : "" };
  });
}

/**
 * The way from one model to the other; each change is made where the model after it can be counted, the rest at once.
 * @param {Answer} here
 * @param {Answer} there
 * @param {Engine} engine
 * @param {Catalog} catalog
 */
function changesOf(here, there, engine, catalog) {
  const goal = decode(there.query, catalog.keys);
  let texts = decode(here.query, catalog.keys);
  const [a, b] = [texts, goal].map((one) => engine.explain(encode(one)));
  if (a.query === b.query) return [];
  let moves = movesBetween(a, b, engine, catalog);
  /** @type {Change[]} */
  const changes = [];
  let before = a;
  while (moves.length > 0 && changes.length < most.changes) {
    const next = moves.flatMap((move) => {
      const made = move.make(texts);
      const answer = engine.explain(encode(made));
      return answer.total !== "" && answer.query !== before.query ? [{ move, made, answer }] : [];
    })[0];
    if (!next) break;
    changes.push({ ...changeTold(next.move, before, next.answer, engine, catalog), texts: next.made });
    moves = moves.filter((move) => move !== next.move);
    texts = next.made;
    before = next.answer;
  }
  const same = moves.length === 0 && before.total === there.total; // the same in other words, at most
  if (changes.length === 0 || before.query === b.query || same) return changes;
  /** @type {Change} */
  const rest = {
    ...{ kind: "rest", name: "", from: "", to: "", texts: goal, total: there.total, factors: [], places: [] },
    ...{ more: moreIn(there.total, before.total), matrices: undefined, vectors: undefined, why: undefined },
  };
  return [...changes, rest];
}

/** @param {Answer} answer @param {number} place as it was written, from 0 */
const writtenLayer = (answer, place) => {
  const index = answer.layers.findIndex(({ origin }) => origin === place);
  return index < 0 ? undefined : fullLayer(answer.layers, index);
};

/**
 * What is known of a change besides the two totals.
 * @param {Move} move
 * @param {Answer} before
 * @param {Answer} after
 * @param {Engine} engine
 * @param {Catalog} catalog
 */
function changeTold(move, before, after, engine, catalog) {
  const { kind, layers } = move;
  const more = moreIn(after.total, before.total);
  const [why] =
    kind === "framework"
      ? differencesOf(before, engine.compare(before.query, { framework: after.framework }), catalog)
      : [];
  const each = layers.map((place) => [writtenLayer(before, place), writtenLayer(after, place)]);
  const of = (/** @type {"matrices" | "bias_vectors"} */ what, /** @type {0 | 1} */ side) => {
    const all = [...new Set(each.map((pair) => pair[side]?.rule?.[what] ?? ""))];
    return all.length === 1 ? all[0] : "";
  };
  const pair = (/** @type {"matrices" | "bias_vectors"} */ what) => {
    const [from, to] = [of(what, 0), of(what, 1)];
    return /** @type {Change["matrices"]} */ (kind === "cell" && from && to ? [from, to] : undefined);
  };
  const [matrices, vectors] = [pair("matrices"), pair("bias_vectors")];
  const asMany =
    matrices && vectors && BigInt(matrices[0]) * BigInt(vectors[1]) === BigInt(matrices[1]) * BigInt(vectors[0]);
  return {
    ...{
      kind,
      name: wordOf(move, after, catalog),
      from: move.from,
      to: move.to,
      total: after.total,
      more,
      why,
      matrices,
    },
    vectors: asMany ? undefined : vectors,
    places: before.layers.length > 1 ? placesOf(layers, before) : [],
    factors: factorsOf(move, more, before, after, catalog),
  };
}

/** What an option is called where it stands. @param {Move} move @param {Answer} answer @param {Catalog} catalog */
function wordOf({ name, layers }, answer, catalog) {
  const framework = frameworkOf(answer, catalog);
  const [first] = answer.written;
  if (name === "input") return inputWord(framework, first?.cell, catalog);
  const own = framework.cells.find(({ cell }) => cell === answer.written[layers[0]]?.cell)?.words;
  return optionWord(name, { catalog, words: { ...framework.words, ...own } });
}

/** Where layers stand in the stack, from 1: neighbours together. @param {number[]} written @param {Answer} answer */
function placesOf(written, { layers }) {
  /** @type {Change["places"]} */
  const spans = [];
  layers.forEach(({ origin }, index) => {
    const last = spans.at(-1);
    if (!written.includes(origin)) return;
    if (last?.[1] === index) last[1] = index + 1;
    else spans.push([index + 1, index + 1]);
  });
  return spans;
}

/**
 * The sizes whose product a change makes, where that is sure: it is one layer's alone, and it is that product.
 * @param {Move} move
 * @param {string} more
 * @param {Answer} before
 * @param {Answer} after
 * @param {Catalog} catalog
 */
function factorsOf({ kind, name, from, to, layers }, more, before, after, catalog) {
  const difference = more.replace("-", "");
  const place = name === "input" ? 0 : (layers[0] ?? -1);
  const [old, now] = [writtenLayer(before, place), writtenLayer(after, place)];
  if (!old?.rule || !now?.rule || layers.length > 1 || !kindOf(old, catalog)?.recurrent) return [];
  /** @param {string[]} factors */
  const sure = (factors) => {
    const told = factors.filter((factor) => factor !== "1");
    const isIt = factors.every((factor) => /^\d+$/.test(factor)) && String(product(factors)) === difference;
    return isIt && told.length > 1 ? told : [];
  };
  const gap = (/** @type {string} */ a, /** @type {string} */ b) =>
    /^\d+$/.test(a + b) ? moreIn(b, a).replace("-", "") : "";
  if (kind === "cell") {
    const block = old.steps.find((step) => step.kind === "matrix")?.value ?? "";
    return sure([old.directions, gap(old.rule.matrices, now.rule.matrices), block]);
  }
  if (name === "input") return sure([gap(from, to), now.directions, now.rule.matrices, now.units]);
  return [];
}

/** @param {string[]} factors */
const product = (factors) => factors.reduce((all, factor) => all * BigInt(factor), 1n);

/**
 * What has to be changed, in the order in which it is told; nothing where the layers do not correspond.
 * @param {Answer} here
 * @param {Answer} there
 * @param {Engine} engine
 * @param {Catalog} catalog
 * @returns {Move[]}
 */
function movesBetween(here, there, { edit, explain }, catalog) {
  if (Math.max(here.written.length, there.written.length) > most.layers) return [];
  const [first, second] = [here, there].map(({ written }) => written.map(({ cell }) => cell));
  const pairs = aligned(first, second, catalog);
  if (pairs.every(([a, b]) => a < 0 || b < 0)) return [];
  /** @param {Partial<Texts>} texts @returns {Move["make"]} */
  const put = (texts) => (before) => ({ ...before, ...texts });
  /** @type {Move[]} */
  const moves = [];
  const names = [here, there].map((answer) => frameworkOf(answer, catalog).name);
  if (here.framework !== there.framework)
    moves.push({
      kind: "framework",
      name: "",
      from: names[0],
      to: names[1],
      layers: [],
      make: put({ framework: there.framework }),
    });
  /** Equal changes of several layers are one. @param {What} what @param {string} argument @param {string} value @param {number} layer */
  const set = (what, argument, value, layer) => {
    const there = here.written.length;
    const same = moves.find(
      ({ kind, name, from, to }) => kind === what.kind && name === what.name && from === what.from && to === what.to,
    );
    const one = (/** @type {Texts} */ texts) =>
      explain(encode(texts)).written.length === there // else it may be another layer's place
        ? edited(texts, { kind: "set", layer, argument, value }, edit)
        : texts;
    if (!same) return moves.push({ ...what, layers: [layer], make: one });
    const others = same.make;
    same.layers.push(layer);
    same.make = (texts) => one(others(texts));
  };
  const both = pairs.flatMap(([a, b]) => (a < 0 || b < 0 ? [] : [{ a, old: here.written[a], now: there.written[b] }]));
  for (const { a, old, now } of both)
    if (old.cell !== now.cell) set({ kind: "cell", name: "", from: old.cell, to: now.cell }, "cell", now.cell, a);
  for (const { a, old, now } of both) {
    const [from, to] = [old, now].map(({ args }) => args.some(isBoth));
    if (from !== to)
      set({ kind: "directions", name: "", from: from ? "2" : "1", to: to ? "2" : "1" }, "bidirectional", String(to), a);
  }
  for (const { a, old, now } of both) {
    const [from, to] = [old, now].map(
      ({ args }) => new Map(args.filter(({ name }) => name !== "bidirectional").map(({ name, text }) => [name, text])),
    );
    for (const option of new Set([...from.keys(), ...to.keys()])) {
      const [was, is] = [from.get(option) ?? "", to.get(option) ?? ""];
      if (was !== is) set({ kind: "option", name: option, from: was, to: is }, option, is, a);
    }
  }
  for (const key of /** @type {const} */ (["input", "timesteps"]))
    if (here.fields[key] !== there.fields[key])
      moves.push({
        kind: "option",
        name: key,
        from: here.fields[key],
        to: there.fields[key],
        layers: [],
        make: put({ [key]: there.fields[key] }),
      });
  return [...moves, ...lengthMoves(pairs, here, there, { edit, explain })];
}

/** @param {import("../engine.js").WrittenArg} arg */
const isBoth = ({ name, text }) => name === "bidirectional" && !/^(false|0)$/i.test(text);

/**
 * Layers that only one of the models has: taken out, from the last one on, and put in.
 * @param {[number, number][]} pairs
 * @param {Answer} here
 * @param {Answer} there
 * @param {Pick<Engine, "edit" | "explain">} engine
 * @returns {Move[]}
 */
function lengthMoves(pairs, here, there, { edit, explain }) {
  const text = (/** @type {Answer} */ { fields, written }, /** @type {number} */ place) =>
    place < written.length ? fields.layers.slice(written[place].start, written[place].end) : "";
  const all = { name: "", layers: [] };
  const gone = pairs.flatMap(([a, b]) => (b < 0 ? [a] : [])).reverse();
  const come = pairs.flatMap(([a, b]) => (a < 0 ? [b] : []));
  const removed = gone.map((layer) => ({
    ...{ ...all, kind: /** @type {const} */ ("without"), from: text(here, layer), to: "" },
    make: (/** @type {Texts} */ texts) =>
      text(explain(encode(texts)), layer) === text(here, layer)
        ? edited(texts, { kind: "remove", layer }, edit)
        : texts,
  }));
  const added = come.map((layer) => ({
    ...{ ...all, kind: /** @type {const} */ ("with"), from: "", to: text(there, layer) },
    make: (/** @type {Texts} */ texts) => {
      const { edits } = edit(encode(texts), { kind: "add", layer, value: text(there, layer) });
      return edits.length > 0 ? applied(texts, edits) : edited(texts, { kind: "add", value: text(there, layer) }, edit);
    },
  }));
  return [...removed, ...added];
}

/**
 * Which kind of layer of one model belongs to which of the other, −1 for none, in order: as many as can be, from the first on.
 * @param {string[]} first the kinds
 * @param {string[]} second
 * @param {Catalog} catalog
 * @returns {[number, number][]}
 */
function aligned(first, second, catalog) {
  const recurrent = new Set(
    catalog.layers.filter((kind) => kind.group === "recurrent" && kind.recurrent).map(({ cell }) => cell),
  );
  const like = (/** @type {number} */ a, /** @type {number} */ b) =>
    first[a] === second[b] || (recurrent.has(first[a]) && recurrent.has(second[b]));
  /** How many of what is left belong together. */
  const common = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1));
  for (let a = first.length - 1; a >= 0; a--)
    for (let b = second.length - 1; b >= 0; b--)
      common[a][b] = like(a, b) ? common[a + 1][b + 1] + 1 : Math.max(common[a + 1][b], common[a][b + 1]);
  /** @type {[number, number][]} */
  const pairs = [];
  for (let [a, b] = [0, 0]; a < first.length || b < second.length; ) {
    if (a < first.length && b < second.length && like(a, b)) pairs.push([a++, b++]);
    else if (b === second.length || (a < first.length && common[a + 1][b] >= common[a][b + 1])) pairs.push([a++, -1]);
    else pairs.push([-1, b++]);
  }
  return pairs;
}

/** "1. LSTM(32)"; "" for none. @param {LayerRow | undefined} row @param {Messages} m */
export const placedName = (row, m) => (row ? `${m.number(String(row.first))}. ${rowName(row, m)}` : "");

/** "+96", "−96", "0". @param {string} more @param {(digits: string) => string} number */
export const signed = (more, number) =>
  more === "" || more === "0" ? more : more.startsWith("-") ? `−${number(more.slice(1))}` : `+${number(more)}`;

/** Both totals in a sentence. @param {Versus} told @param {Catalog} catalog @param {Messages & Words} m */
export function versusWords({ answers, more }, catalog, m) {
  const names = answers.map((answer) => headlineWords(answer, catalog, m));
  return m.versus.sentence({ names, totals: answers.map(({ total }) => total), more });
}

/**
 * What a change is, and the product that its difference is.
 * @param {Change} change
 * @param {Catalog} catalog
 * @param {Messages & Words} m
 */
export function changeWords({ kind, name, from, to, places, matrices, vectors, why, factors }, catalog, m) {
  const at = { places: places.map((span) => [...new Set(span)].map((place) => m.number(String(place))).join("–")) };
  const because = why && why.sign !== "same" ? becauseWords(why, catalog, m) : "";
  const change = m.versus.change;
  const said = {
    framework: () => say(change, { id: "framework", from, to, why: because }),
    cell: () =>
      matrices
        ? say(change, { id: "cell_matrices", from, to, matrices, vectors: vectors ?? [], ...at })
        : say(change, { id: "cell", from, to, ...at }),
    directions: () => say(change, { id: to === "2" ? "both" : "one", ...at }),
    option: () => {
      if (from === "") return say(change, { id: "set", name, value: m.number(to), ...at });
      if (to === "") return say(change, { id: "unset", name, value: m.number(from), ...at });
      return say(change, { id: "option", name, from: m.number(from), to: m.number(to), ...at });
    },
    without: () => say(change, { id: "without", name: from }),
    with: () => say(change, { id: "with", name: to }),
    rest: () => say(change, { id: "rest" }),
  }[kind]();
  return factors.length > 0 ? `${said}, ${factors.map(m.number).join("\u00a0× ")}` : said;
}
