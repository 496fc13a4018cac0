/**
 * What is told of a number that somebody got, before any language, and then in one: the slips that give it, what belongs there, and
 * where the wrong formula differs from the right one. No formula here: all numbers are the diagnosis's and the answer's.
 */

import { productOf } from "./factors.js";
import { frameworkOf, fullLayer, kindOf, widthOf } from "./facts.js";
import { nameOf } from "./frameworks.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Diagnosis} Diagnosis */
/** @typedef {import("../engine.js").DiagnosisProblem} DiagnosisProblem */
/** @typedef {import("../engine.js").Finding} Finding */
/** @typedef {import("../engine.js").SlipId} SlipId */
/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../messages/languages.js").DiagnosisMessages} Words */

/** @typedef {{ place: number }} At the layer, from 1; 0: the only one */
/**
 * @typedef {At & {
 *   name: string, single: boolean, both: boolean, more: boolean, units: string, reads: string, previous: string, wrong: string,
 *   gates: string, candidates: string, matrices: string, vectors: string, difference: string, steps: string, cells: string[],
 *   k: string, o: string, size: string, subject?: string,
 * }} Slipped a slip at the first layer that it changes. `single`: there is one recurrent layer; `both`: the layer reads in two directions;
 * `more`: further layers are changed likewise; `reads`, `previous`: how many numbers a unit reads of the input and of the step before;
 * `wrong`: how many the layer reads with the slip; `vectors`: its bias vectors, "" where they do not tell the difference;
 * `difference`: between the right number and this one, "" where several slips make it; `size`: the right one, in place of `k`
 */
/** @typedef {keyof Words["made"]} MadeId */
/** @typedef {{ id: MadeId } & Slipped} Made */
/** @typedef {import("./say.js").Said<Words["alone"]>} Alone */
/**
 * @typedef {{
 *   finding: Finding, made: Made[], comes: keyof Words["comes"] | "", alone: Alone[], step: string,
 * }} ToldFinding `made`: what was done otherwise, one or two things; `comes`: how sure that is, "" where only `alone` is said; `step`: the path of
 * the right step, "" for none
 */
/** @typedef {{ kind: "same" | "wrong", tokens: Token[], right: Token[] }} Stretch of a wrong formula; `right`: what belongs there instead */

/** So many frameworks are named. */
const mostFrameworks = 3;
/** A longer formula is not compared token by token. */
const longestCompared = 1000;

/** @type {Record<string, keyof Words["problem"]>} */
const problemIds = {
  missing: "missing",
  not_a_number: "not_a_number",
  too_large: "too_large",
  no_such_layer: "no_such_layer",
  limit: "memory",
};

/**
 * @param {Pick<DiagnosisProblem, "key" | "code">} problem
 * @param {Words} m
 */
export const diagnosisProblemWords = ({ key, code }, m) =>
  m.problem[key === "number" || key === "layer" ? (problemIds[code] ?? "query") : "query"];

/** Two slips that are one thought. @type {Partial<Record<string, MadeId>>} */
const oneThought = {
  "no_bias dense_no_bias": "no_bias_anywhere",
  "next_reads_units one_direction": "bidirectional_overlooked",
};

/** Slips that stand at no layer. @type {ReadonlySet<string>} */
const placeless = new Set(["initial_state"]);

/**
 * What is said of each finding, in their order.
 * @param {Diagnosis} diagnosis
 * @param {Answer} answer to the same query
 * @param {Catalog} catalog
 * @returns {ToldFinding[]}
 */
export const findingsTold = (diagnosis, answer, catalog) =>
  diagnosis.findings.map((finding) => findingTold(finding, diagnosis, answer, catalog));

/**
 * @param {Finding} finding
 * @param {Diagnosis} diagnosis
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @returns {ToldFinding}
 */
function findingTold(finding, { total, about }, answer, catalog) {
  const { ids, value, strength, together, parameter } = finding;
  const here = frameworkOf(answer, catalog);
  const names = namesOf(finding, catalog);
  const told = (/** @type {Alone[]} */ ...alone) => ({
    finding,
    made: [],
    comes: /** @type {const} */ (""),
    alone,
    step: "",
  });
  const [first] = ids;
  const difference = total === "" ? "" : String(abs(BigInt(total) - BigInt(value)));
  const [place] = placesOf(finding);
  const step = finding.where[0] ?? "";
  if (first === undefined) return told({ id: "right", value, ...namesOf({ ...finding, own: here.id }, catalog) });
  if (first === "other_framework") return told({ id: "other_framework", value, ...names, total, here: here.name });
  const more = names.names.length > 0 ? [/** @type {Alone} */ ({ id: "right", value, ...names })] : [];
  const k = parameter?.k ?? "";
  if (first === "optimizer")
    return told({ id: "optimizer", total, trainable: answer.trainable, here: here.name }, ...more);
  if (first === "trainable_only") return told({ id: "trainable_only", difference, total }, ...more);
  if (first === "time_steps") return told({ id: "time_steps", k, total }, ...more);
  if (first === "digits") {
    const id = /** @type {"swapped" | "missing" | "doubled"} */ (parameter?.kind ?? "missing");
    return told({ id, total }, ...more);
  }
  if (first === "formula_times_units") {
    const { units, reads, matrices } = slipped(finding, place, 0, "", answer, catalog);
    return { ...told({ id: "formula_times_units", k, matrices, units, reads }, ...more), step };
  }
  const places = placesOf(finding);
  /** @type {Made[]} */
  let made = ids.map((id, index) => ({
    ...slipped(finding, places[index], index, together ? "" : difference, answer, catalog),
    id: madeId(id, finding),
  }));
  const thought = together ? oneThought[[...ids].sort(byThought).join(" ")] : undefined;
  if (thought) made = [{ ...made[0], id: thought }];
  const labels =
    finding.cells.length > 0 && first !== "other_cell"
      ? [/** @type {Alone} */ ({ id: "cells", cells: finding.cells })]
      : [];
  return { finding, made, comes: about ? "about" : strength, alone: [...labels, ...more], step };
}

/** As the names of `oneThought` stand. @param {string} a @param {string} b */
const byThought = (a, b) =>
  Number(a === "dense_no_bias" || a === "one_direction") - Number(b === "dense_no_bias" || b === "one_direction");

/** @param {bigint} number */
const abs = (number) => (number < 0n ? -number : number);

/** @param {SlipId} id @param {Finding} finding @returns {MadeId} */
function madeId(id, { parameter }) {
  if (id !== "other_size") return /** @type {MadeId} */ (id);
  if (parameter?.place === "input") return "other_input";
  return parameter?.place === "vocabulary" ? "other_vocabulary" : "other_units";
}

/** The layer that each id is about, by index; −1 for none. @param {Finding} finding */
function placesOf({ ids, where }) {
  const placed = ids.filter((id) => !placeless.has(id));
  return ids.map((id) => {
    const ref = placed.length === where.length ? (where[placed.indexOf(id)] ?? "") : (where[0] ?? "");
    const [, index] = /^layers\.(\d+)\./.exec(ref) ?? [];
    return index === undefined ? -1 : Number(index);
  });
}

/** Those whose own count it is. @param {{ frameworks: string[], own?: string }} finding @param {Catalog} catalog */
function namesOf({ frameworks, own }, catalog) {
  const ids = own === undefined ? frameworks : [own, ...frameworks];
  const featured = ids.filter((id) => id === own || catalog.frameworks.some((one) => one.id === id && one.featured));
  const told = (featured.length > 0 ? featured : ids).slice(0, mostFrameworks);
  return { names: told.map((id) => nameOf(id, catalog)), more: ids.length > told.length };
}

/**
 * What can be said of a slip at a layer.
 * @param {Finding} finding
 * @param {number} index of the layer, −1: none is named
 * @param {number} which of the ids
 * @param {string} difference
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @returns {Slipped}
 */
function slipped(finding, index, which, difference, answer, catalog) {
  const { layers } = answer;
  const recurrent = layers.filter((layer) => kindOf(layer, catalog)?.recurrent);
  const at = index < 0 ? layers.indexOf(recurrent[0]) : index;
  const layer = layers[Math.max(at, 0)];
  const { rule } = fullLayer(layers, Math.max(at, 0));
  const wrong = finding.steps.find(({ layer: of, kind }) => of === at && (kind === "handed_on" || kind === "said"));
  const plain = kindOf(layer, catalog)?.group !== "convolution";
  const vectors = rule && BigInt(rule.bias_vectors || "0") > 0n ? rule.bias_vectors : "";
  const told = finding.ids.includes("no_second_bias") && rule && BigInt(vectors || "0") <= BigInt(rule.matrices);
  const place = finding.parameter?.place;
  return {
    place: layers.length === 1 ? 0 : at + 1,
    name: layer.name,
    single: recurrent.length === 1,
    both: layer.directions === "2",
    more: (finding.changed[which] ?? 0) > 1,
    units: layer.units,
    reads: plain ? layer.input : "",
    previous: plain && layer.output !== "" ? (layer.way === "backward" ? layer.units : widthOf(layer)) : "",
    wrong: wrong?.value ?? "",
    gates: rule?.gates ?? "",
    candidates: rule?.candidates ?? "",
    matrices: rule?.matrices ?? "",
    vectors: told ? "" : vectors,
    difference,
    steps: /(?:^|&)timesteps=(\d+)/.exec(answer.query)?.[1] ?? "",
    cells: finding.cells,
    k: finding.parameter?.k ?? "",
    o: finding.parameter?.o ?? "",
    size: rightSize(place, answer),
    ...otherPlace(place, answer),
  };
}

/** @param {string | undefined} place @param {Answer} answer */
const originOf = (place, { layers }) => layers.find(({ origin }) => place === `written.${origin}`);

/** The layer whose units are others. @param {string | undefined} place @param {Answer} answer */
function otherPlace(place, answer) {
  const layer = originOf(place, answer);
  return layer && answer.layers.length > 1 ? { place: answer.layers.indexOf(layer) + 1 } : {};
}

/** @param {string | undefined} place @param {Answer} answer */
function rightSize(place, answer) {
  if (place === "input") return answer.layers[0]?.input ?? "";
  if (place === "vocabulary") return answer.layers.find(({ cell }) => cell === "Embedding")?.input ?? "";
  return originOf(place, answer)?.units ?? "";
}

/**
 * A finding in words: what was done otherwise and what belongs there.
 * @param {ToldFinding} told
 * @param {Words} m
 */
export function findingWords({ finding, made, comes, alone }, m) {
  const clauses = made.map((one) => say(/** @type {any} */ (m.made), /** @type {any} */ (one)));
  const rights = made.map((one) => say(/** @type {any} */ (m.right), /** @type {any} */ (one)));
  const { value, together } = finding;
  /** @type {string[]} */
  const sentences = [];
  if (comes !== "" && (together || clauses.length === 1)) {
    sentences.push(m.comes[comes]({ made: clauses, value }), ...rights);
  } else if (comes !== "") {
    const [first, second] = clauses;
    sentences.push(
      m.comes[comes]({ made: [first], value }),
      rights[0],
      m.comes.too({ made: [second], value }),
      rights[1],
    );
  }
  return [...sentences, ...alone.map((one) => say(m.alone, one))].filter((one) => one !== "").join(" ");
}

/** What is further away than half of the number tells nothing of it. @param {string} difference @param {string} number */
const isNear = (difference, number) => 2n * BigInt(difference) <= BigInt(number);

/**
 * What is said where nothing is found, and what else there is to say.
 * @param {Diagnosis} diagnosis
 * @param {Answer} answer to the same query
 * @param {Words} m
 */
export function nothingWords({ findings, nearest, observations, number, about, total }, answer, m) {
  /** @type {Alone[]} */
  const said = [];
  if (findings.length === 0 && total !== "") {
    said.push(about ? { id: "nothing_about" } : { id: "nothing", value: number });
    for (const { code } of observations)
      said.push(code === "one_digit" ? { id: "one_digit", total } : { id: "singles_only" });
    const difference = about ? "0" : String(abs(BigInt(number) - BigInt(total)));
    const product = isNear(difference, number) ? productOf(difference, answer) : undefined;
    if (product) said.push({ id: "factors", difference, ...product });
    if (nearest && isNear(nearest.difference, number)) {
      const { ids, ...rest } = nearest;
      said.push({ id: "nearest", ...rest, names: ids.map((id) => m.name[id]) });
    }
  }
  return said.map((one) => say(m.alone, one)).join(" ");
}

/** Whether the number is the model's; of a rounded one, whether it may be. @param {Diagnosis} diagnosis */
export const isRight = ({ findings }) => findings.some(({ ids }) => ids.length === 0);

/**
 * What is said first; "" of a right number.
 * @param {Diagnosis} diagnosis
 * @param {Words} m
 */
export function headWords(diagnosis, m) {
  const { about, number, most, total } = diagnosis;
  if (about) return say(m.alone, { id: "about", least: number, most });
  return isRight(diagnosis) ? "" : say(m.alone, { id: "wrong", value: number, total });
}

/**
 * Where the right step stands, from 1; undefined for none.
 * @param {ToldFinding} told
 * @param {Answer} answer
 */
export function stepOf({ step }, { layers }) {
  const [, layer, place] = /^layers\.(\d+)\.steps\.(\d+)$/.exec(step) ?? [];
  if (place === undefined) return undefined;
  return { layer: Number(layer) + 1, step: Number(place) + 1, single: layers.length === 1 };
}

/** The right formula, in numbers: of the whole model. @param {Answer} answer */
export const rightFormulaOf = ({ layers, steps }) =>
  (steps.at(-1) ?? fullLayer(layers, 0)?.steps.at(-1))?.numbers.tokens ?? [];

/** The wrong formula, in numbers: of the whole model, or of the layer that was asked about. @param {Finding} finding */
export const formulaOf = ({ steps }) => steps.at(-1)?.numbers.tokens ?? [];

/**
 * The wrong formula beside the right one, in stretches: what differs, and what belongs there.
 * @param {Token[]} wrong
 * @param {Token[]} right
 * @returns {Stretch[]}
 */
export function compared(wrong, right) {
  if (wrong.length === 0) return [];
  if (wrong.length > longestCompared || right.length > longestCompared)
    return [{ kind: "same", tokens: wrong, right: [] }];
  const same = (/** @type {number} */ i, /** @type {number} */ j) =>
    wrong[i].text === right[j].text && wrong[i].kind === right[j].kind;
  /** The length of what the rests have in common. */
  const common = Array.from({ length: wrong.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = wrong.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      common[i][j] = same(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  /** @type {Stretch[]} */
  const stretches = [];
  const stretch = (/** @type {Stretch["kind"]} */ kind) => {
    const last = stretches.at(-1);
    if (last?.kind === kind) return last;
    stretches.push({ kind, tokens: [], right: [] });
    return stretches[stretches.length - 1];
  };
  for (let i = 0, j = 0; i < wrong.length || j < right.length; ) {
    if (i < wrong.length && j < right.length && same(i, j)) {
      stretch("same").tokens.push(wrong[i++]);
      j++;
    } else if (j === right.length || (i < wrong.length && common[i + 1][j] >= common[i][j + 1])) {
      stretch("wrong").tokens.push(wrong[i++]);
    } else {
      stretch("wrong").right.push(right[j++]);
    }
  }
  return stretches;
}
