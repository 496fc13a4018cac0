/** How the other frameworks' totals differ from the one that is shown: what is said of it, before any language, and then in one. No formula here. */
import { isOff } from "../form/layers_text.js";
import { fullLayer } from "./facts.js";
import { nameOf, namesOf } from "./frameworks.js";
import { asked, problemWords } from "./problems.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Comparison} Comparison */
/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Problem} Problem */
/** @typedef {import("../engine.js").Term} Term */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** @template W @typedef {import("./say.js").Said<W>} Said */
/**
 * @typedef {{
 *   ids: string[], here: string, sign: "same" | "more" | "fewer", total: string, difference: string, reason: string,
 *   terms: Term[], places: Places, second: boolean, recurrent: Layer[], unbiased: Layer[],
 * }} Difference frameworks with one total, against the one that is shown (`here`); `reason`: of the framework that has more biases;
 * `places`: where the `recurrent` layers stand; `second`: a difference in biases is one between one bias per unit and two; `unbiased`: the layers whose biases are switched off
 */
/** @typedef {"one" | "directions" | "layers" | "all" | "some"} Places one layer, one way; both its directions; every layer; every direction and layer; layers of different kinds */
/** @typedef {{ ids: string[], problem: Problem }} Refusal frameworks without a total, and why */

/** What a framework's reason is about. */
const aboutBiases = ["bias", "candidate_bias", "gate_biases"];

/** What makes a difference, and how much of it. @param {Term[]} terms */
const causeOf = (terms) => terms.map(({ kind, sign, value }) => `${kind} ${sign} ${value}`).join();

/** Of the two frameworks, the one that keeps more biases. @param {string} framework @param {Answer} answer @param {Term[]} terms */
function withMoreBiases(framework, answer, terms) {
  const term = terms.find(({ kind }) => aboutBiases.includes(kind));
  return term?.sign === "fewer" ? answer.framework : framework;
}

/**
 * @param {Layer[]} counted the recurrent layers
 * @returns {Places}
 */
function placesOf(counted) {
  const [first] = counted;
  const both = counted.some(({ directions }) => directions === "2");
  if (counted.length === 1) return both ? "directions" : "one";
  const alike = counted.every(({ cell, rule }) => cell === first.cell && rule.bias_vectors === first.rule.bias_vectors);
  if (!alike) return "some";
  return both ? "all" : "layers";
}

/**
 * The frameworks without a total, those that lack the same thing together; in the catalog's order.
 * @param {Answer} answer
 * @param {Comparison[]} comparisons
 */
export function refusalsOf(answer, comparisons) {
  /** @type {Refusal[]} */
  const groups = [];
  for (const { framework, problems } of comparisons) {
    const [problem] = problems;
    if (!problem || framework === answer.framework) continue;
    const { code, args } = problem;
    // An option is lacked by layers that each framework calls its own way.
    const alike = (/** @type {Problem["args"]} */ others) =>
      others.option === args.option && others.text === args.text && (args.option || others.layer === args.layer);
    const group = groups.find(({ problem: { code: other, args: others } }) => other === code && alike(others));
    if (group) group.ids.push(framework);
    else groups.push({ ids: [framework], problem });
  }
  return groups;
}

/**
 * The other frameworks' totals against the one shown, those that come about alike together; in the catalog's order.
 * @param {Answer} answer
 * @param {Comparison[]} comparisons
 * @param {Catalog} catalog
 */
export function differencesOf(answer, comparisons, catalog) {
  const recurrent = catalog.layers.filter((facts) => facts.recurrent).map((facts) => facts.cell);
  const all = answer.layers.map((_, index) => fullLayer(answer.layers, index));
  const counted = all.filter(({ cell }) => recurrent.includes(cell));
  const places = placesOf(counted);
  const unbiased = counted.filter(({ origin }) => saysNoBias(answer.written[origin]));
  /** @type {Difference[]} */
  const groups = [];
  for (const { framework, sign, total, difference, terms } of comparisons) {
    if (sign === "" || framework === answer.framework) continue;
    const group = groups.find((other) => other.total === total && causeOf(other.terms) === causeOf(terms));
    if (group) group.ids.push(framework);
    else
      groups.push({
        ids: [framework],
        here: answer.framework,
        sign,
        total,
        difference,
        reason: catalog.frameworks.find(({ id }) => id === withMoreBiases(framework, answer, terms))?.reason ?? "",
        terms,
        places,
        second: unbiased.length === 0 && counted.every(({ rule }) => rule.bias === "1" || rule.bias === "2"),
        recurrent: counted,
        unbiased,
      });
  }
  return groups.sort((a, b) => Number(b.sign === "same") - Number(a.sign === "same"));
}

/** @param {Answer["written"][0]} layer */
const saysNoBias = ({ args }) => args.some(({ name, text }) => name === "bias" && isOff(text));

/**
 * The layers whose biases a term is about, where that is all layers of some kinds; none where it can't be told.
 * @param {Term} term
 * @param {Difference} difference
 */
function concernedBy({ cells, layers }, { recurrent }) {
  const all = recurrent.filter(({ cell }) => cells.includes(cell));
  return String(all.length) === layers ? all : [];
}

/**
 * What a sentence names of a term, and its sum, "" where none is said.
 * @param {Term} term
 * @param {Difference} difference
 * @param {Catalog} catalog
 * @returns {{ said: Said<SupplementMessages["term"]>, sum: string }}
 */
function termSaid(term, difference, catalog) {
  const { kind, sign, numbers, cells } = term;
  const { ids, places, recurrent } = difference;
  const sum = numbers.text.length > longest ? "" : numbers.text;
  const concerned = concernedBy(term, difference);
  const each = sign === "fewer" ? "2" : "1";
  // Without a bias the other framework has none at all, not one less.
  const plain = concerned.some((layer) => layer.rule.bias !== each || difference.unbiased.includes(layer));
  if (kind !== "bias" || concerned.length === 0 || plain)
    return {
      said: /** @type {Said<SupplementMessages["term"]>} */ ({ id: `${kind}_${sign}` }),
      sum: kind === "statistics" || kind === "counter" ? "" : sum,
    };
  const some = { cells, count: String(concerned.length) };
  const everywhere = concerned.length === recurrent.length;
  if (sign === "fewer") {
    const here = nameOf(difference.here, catalog);
    if (ids.length > 1)
      return { said: everywhere ? { id: "one_bias_each", here } : { id: "one_bias_each_in", here, ...some }, sum: "" };
    return { said: everywhere ? { id: "one_bias" } : { id: "one_bias_in", ...some }, sum: "" };
  }
  if (!everywhere) return { said: { id: "second_bias_in", ...some }, sum };
  if (places !== "one") return { said: { id: `second_bias_${places}` }, sum };
  const [{ units, rule }] = concerned;
  const { matrices } = rule;
  return {
    said: matrices === "1" ? { id: "second_bias", units } : { id: "second_bias_of_each", units, matrices },
    sum: "",
  };
}

/** Longer sums stand under the why only. */
const longest = 60;

/**
 * What makes a difference, without a language.
 * @param {Difference} difference
 * @param {Catalog} catalog
 */
export const becauseSaid = (difference, catalog) => difference.terms.map((term) => termSaid(term, difference, catalog));

/**
 * The same of one total, where it may come about in several ways: then each says whose it is.
 * @param {Difference[]} ways
 * @param {Catalog} catalog
 * @param {Messages & SupplementMessages} m
 */
export function whysWords(ways, catalog, m) {
  const [only, ...others] = ways;
  if (only && others.length === 0) return [becauseWords(only, catalog, m)].filter(Boolean);
  return ways.map((way) => m.ofThese(namesOf(way.ids, catalog), becauseWords(way, catalog, m)));
}

/**
 * What makes a difference, in a language; "" where nothing is known of it.
 * @param {Difference} difference
 * @param {Catalog} catalog
 * @param {Messages & SupplementMessages} m
 */
export function becauseWords(difference, catalog, m) {
  const [first] = difference.terms;
  // Where there is more of one thing and less of another, each says how much.
  const mixed = difference.terms.some(({ sign }) => sign !== first.sign);
  return becauseSaid(difference, catalog)
    .map(({ said, sum }, index) => {
      const { sign, value } = difference.terms[index];
      if (mixed) return `${say(m.term, said)} (${sign === "more" ? "+" : "−"}${m.number(value)})`;
      return say(m.term, said) + (sum && `, ${sum.replace(/[0-9]+/g, m.number)}`);
    })
    .join("; ");
}

/**
 * Why there is a difference, without a language: a reason for what makes it, and for nothing else.
 * @param {Difference} difference
 * @returns {Said<SupplementMessages["because"]>[]}
 */
function reasonsSaid({ terms, reason }) {
  /** @type {Said<SupplementMessages["because"]>[]} */
  const said = [];
  const has = (/** @type {string} */ kind) => terms.some((term) => term.kind === kind);
  if (aboutBiases.some(has)) said.push({ id: "reason", reason });
  if (has("unused")) said.push({ id: "unused" });
  if (has("statistics")) said.push({ id: "statistics" });
  if (has("counter")) said.push({ id: "counter" });
  return said;
}

/** Why there is a difference, in a language; "" where that is not known. @param {Difference} difference @param {SupplementMessages} m */
export const reasonWords = (difference, m) => say(m.because, ...reasonsSaid(difference));

/**
 * @param {Difference} difference
 * @param {Catalog} catalog
 * @param {Messages & SupplementMessages} m
 */
export function differenceWords(difference, catalog, m) {
  const { ids, sign, total, difference: amount } = difference;
  const counters = { names: namesOf(ids, catalog), printed: !ids.includes(catalog.frameworks[0].id) };
  const why = becauseWords(difference, catalog, m);
  if (sign === "same")
    return say(m.difference, why ? { id: "same_by_chance", ...counters, why } : { id: sign, ...counters });
  return say(m.difference, { id: sign, ...counters, total, difference: amount, why });
}

/**
 * Why frameworks have no total, without a language; where that is not all, the problem says the rest.
 * @param {Refusal} refusal
 * @param {Catalog} catalog
 * @returns {Said<SupplementMessages["refusal"]>}
 */
export function refusalSaid({ ids, problem: { code, args } }, catalog) {
  const names = namesOf(ids, catalog);
  if (code !== "unsupported" || ids.length === 1) return { id: "no_total", names };
  const { option = "", name = "", layer = "", text = "", what } = args;
  if (option === "") return { id: what === "unread" ? "cell_unread" : "no_cell", names, cell: layer };
  if (option === "merge_mode") return { id: "always_concat", names };
  if (option === "reset_after")
    return { id: /^(true|1)$/i.test(text.trim()) ? "resets_before" : "resets_after", names };
  return { id: "no_option", names, option: asked(name || option, text) };
}

/**
 * @param {Refusal} refusal
 * @param {Catalog} catalog
 * @param {import("./problems.js").Words} words the chosen framework's
 * @param {Messages & SupplementMessages} m
 */
export function refusalWords(refusal, catalog, words, m) {
  const said = refusalSaid(refusal, catalog);
  const sentence = say(m.refusal, said);
  return said.id === "no_total" ? `${sentence} ${problemWords(refusal.problem, catalog, words, m)}` : sentence;
}

/**
 * Whether another cell's total differs by its number of matrices alone, and by no bias.
 * @param {Answer} answer
 * @param {string} cell of the layers that would have the other one
 * @param {{ total: string, matrices: string }} other
 */
export function differsByMatrices({ total, layers }, cell, other) {
  const those = layers.filter((layer) => layer.cell === cell);
  const counted = those.reduce((sum, layer) => sum + BigInt(layer.total), 0n);
  const rest = BigInt(total) - counted;
  return (BigInt(other.total) - rest) * BigInt(those[0].rule?.matrices ?? 0) === counted * BigInt(other.matrices || 0);
}

/**
 * The words before the linked total of another cell.
 * @param {{ cell: string, matrices: string, here: string, first: boolean, alone: boolean }} other `here`: the matrices of the cell that is shown; `alone`:
 * nothing but their number differs
 * @param {SupplementMessages} m
 */
export function otherCellWords({ cell, matrices, here, first, alone }, m) {
  const other = { cell, plain: matrices === "1", matrices }; // a cell without gates
  // A factor is no reason for a total that it does not make of this one.
  if (!alone) return say(m.otherCell, { id: first ? "same_sizes_other_biases" : "another_of_other_biases", ...other });
  if (!first) return say(m.otherCell, { id: "another", ...other });
  return here === "1" || here === matrices
    ? say(m.otherCell, { id: "same_sizes", ...other })
    : say(m.otherCell, { id: "same_sizes_instead", ...other, here });
}
