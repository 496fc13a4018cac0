/**
 * What is said of an exercise, before any language: which blanks are right, which slip a wrong one suggests, what a hint tells, and what may
 * be shown while some are left. No formula here: every number is the core's, or was typed.
 */
import { isRight, plain } from "./blanks.js";
import { kindOf } from "./facts.js";
import { placeOf } from "./looks.js";
import { boxedFormula, closingPath } from "./outline.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").ExerciseBlank} ExerciseBlank */
/** @typedef {import("../engine.js").Formula} Formula */
/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../messages/languages.js").ExercisingMessages} Words */

/** What the reader did, by the ids of the blanks. `checked`: typed to its end, and left or entered; `hints`: how many were given; `given`: shown on request; `counted`: what was typed where it was right with a wrong number further up
 * @typedef {{ typed: Readonly<Record<string, string>>, checked: readonly string[], hints: Readonly<Record<string, number>>, given: readonly string[], counted: Readonly<Record<string, string>> }} Progress */
/** @typedef {"open" | "right" | "wrong" | "carried" | "outdated"} Verdict `carried`: right with a wrong number that stands further up; `outdated`: it was, and that number has changed */
/** @typedef {ExerciseBlank & { id: string, typed: string, verdict: Verdict, given: boolean, hints: number, again: boolean, exchanged?: boolean }} Blank `again`: carried or outdated, and no more than the same slip as further up; `exchanged`: it and another one of the same step have changed places */
/** @typedef {{ blanks: number, right: number, hints: number, done: boolean }} Result `right`: found by the reader */
/** @typedef {{ id: string, ids: string[] }} Finding `id`: of a sentence; `ids`: of slips, as `diagnose` has them */

/** @type {Progress} */
export const untouched = { typed: {}, checked: [], hints: {}, given: [], counted: {} };

/** What the path of the sum begins with. */
export const sumBase = "steps.";

/** Whether it is one of an exercise on the values of the steps. @param {Pick<ExerciseBlank, "slips">} blank */
export const isOfValues = ({ slips }) => slips !== undefined;

/** Whether it is the only blank of an exercise on the total. @param {Pick<ExerciseBlank, "ref" | "slips">} blank */
export const isTotal = (blank) => blank.ref === closingPath && !isOfValues(blank);

/** @param {Pick<ExerciseBlank, "ref" | "token">} blank */
export const idOf = ({ ref, token }) => (token < 0 ? ref : `${ref}.${token}`);

/** Whether what was typed is not right, wherever that comes from. @param {Pick<Blank, "verdict">} blank */
const isMistaken = ({ verdict }) => verdict !== "open" && verdict !== "right";

/** The wrong numbers that a reader has for values of steps: others are worked out of these. @param {readonly Blank[]} blanks @returns {Record<string, string>} */
export const wrongValues = (blanks) =>
  Object.fromEntries(
    blanks
      .filter((blank) => isOfValues(blank) && isMistaken(blank))
      .flatMap(({ ref, typed }) => (numberIn(typed) === undefined ? [] : [[ref, plain(typed)]])),
  );

/** The step that makes a number. @param {Answer} answer @param {string} ref @returns {Step | undefined} */
function stepAt({ layers, steps }, ref) {
  if (ref === closingPath) return steps[0];
  const { layer, step } = placeOf(ref);
  return layers[layer - 1]?.steps[step - 1];
}

/**
 * @param {readonly ExerciseBlank[]} asked
 * @param {Progress} progress
 * @param {Answer} answer
 * @returns {Blank[]}
 */
export function judged(asked, { typed, checked, hints, given, counted }, answer) {
  /** @type {Blank[]} */
  const blanks = [];
  for (const blank of asked) {
    const id = idOf(blank);
    const text = typed[id] ?? "";
    const said = plain(text) !== "" && (checked.includes(id) || given.includes(id));
    const fresh = { ...blank, id, typed: text, given: given.includes(id), hints: hints[id] ?? 0 };
    const fails = said && !isRight(text, blank.value);
    const source = fails && !isOfValues(blank) ? sourceOf(fresh, blanks, answer) : undefined;
    const follows = source !== undefined || (fails && plain(text) === blank.carried);
    const followed = counted[id] !== undefined && plain(counted[id]) === plain(text);
    const mistake = follows ? "carried" : followed ? "outdated" : "wrong";
    const origin = originOf(blank, answer);
    const again = source
      ? source.ref !== origin
      : fails && followed && !isOfValues(blank) && !origin.includes(".steps.");
    blanks.push({ ...fresh, verdict: fails ? mistake : said ? "right" : "open", again });
  }
  return blanks.map((blank) => ({ ...blank, exchanged: blanks.some((other) => haveChangedPlaces(blank, other)) }));
}

/** Each has what is right for the other one. @param {Blank} one @param {Blank} other */
const haveChangedPlaces = (one, other) =>
  one.ref === other.ref &&
  one.token >= 0 &&
  one.verdict === "wrong" &&
  other.verdict === "wrong" &&
  isRight(one.typed, other.value) &&
  isRight(other.typed, one.value);

/**
 * The wrong blank further up that a wrong number follows from: the step that it stands for, or the same thing asked before.
 * @param {Pick<Blank, "ref" | "token" | "topic" | "value" | "typed">} blank
 * @param {Blank[]} before
 * @param {Answer} answer
 */
function sourceOf(blank, before, answer) {
  const { ref, token, topic, value, typed } = blank;
  const origin = originOf(blank, answer);
  const alike = before.filter((one) => isMistaken(one) && plain(one.typed) === plain(typed));
  return (
    alike.find((one) => one.ref === origin) ??
    alike.find((one) => one.topic === topic && one.token === token && one.value === value && one.ref !== ref)
  );
}

/** The step that a blank stands for; "" where it stands for itself. @param {Pick<Blank, "ref" | "token">} blank @param {Answer} answer */
const originOf = ({ ref, token }, answer) => (token < 0 ? "" : (stepAt(answer, ref)?.numbers.tokens[token]?.ref ?? ""));

/** What counted once, with a number further up, counts on. @type {Verdict[]} */
const counting = ["right", "carried", "outdated"];

/** What counts by the numbers further up, by the ids of the blanks. @param {readonly Blank[]} blanks @returns {Record<string, string>} */
export const countedIn = (blanks) =>
  Object.fromEntries(blanks.filter(({ verdict }) => verdict === "carried").map(({ id, typed }) => [id, typed]));

/** @param {readonly Blank[]} blanks @returns {Result} */
export const resultOf = (blanks) => ({
  blanks: blanks.length,
  right: blanks.filter(({ verdict, given }) => counting.includes(verdict) && !given).length,
  hints: blanks.reduce((sum, { hints }) => sum + hints, 0),
  done: blanks.every(({ verdict }) => verdict === "right"),
});

/** The number of a text; undefined where it is none. @param {string} text */
const numberIn = (text) => (/^[0-9]{1,20}$/.test(plain(text)) ? BigInt(plain(text)) : undefined);

/** Whether a number is a decimal of the core's. @param {bigint} number @param {string | undefined} decimal */
const is = (number, decimal) => decimal !== undefined && decimal !== "" && BigInt(decimal) === number;

/** @param {string} id @param {...string} ids @returns {Finding} */
const found = (id, ...ids) => ({ id, ids });

/**
 * What a wrong number suggests. Of the total, `diagnose` tells more.
 * @param {Pick<Blank, "ref" | "token" | "topic" | "value" | "typed" | "slips" | "exchanged">} blank
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @returns {Finding}
 */
export function findingOf(blank, answer, catalog) {
  const number = numberIn(blank.typed);
  if (number === undefined) return found("no_number");
  if (isTotal(blank)) return found("total");
  if (blank.slips) return ofValue(number, blank.value, blank.slips);
  const place = placeOf(blank.ref).layer - 1;
  const layer = /** @type {Layer} */ (answer.layers[place]);
  const step = /** @type {Step} */ (stepAt(answer, blank.ref));
  if (blank.exchanged) return found("places", ...(kindOf(layer, catalog)?.recurrent ? ["swapped"] : []));
  if (blank.topic === "matrices") return ofMatrices(number, blank.value, step, layer);
  if (blank.topic === "handed_on") return ofWidth(number, step, answer.layers[place - 1], layer);
  if (blank.topic === "bias") return ofBias(number, blank.value, layer);
  if (blank.topic === "directions")
    return number === 1n ? found("one_direction", "one_direction") : found("directions");
  if (blank.topic === "reads" && kindOf(layer, catalog)?.recurrent) return ofReads(number, blank, step, place, answer);
  const others = step.numbers.tokens.filter((token, index) => isNumber(token) && index !== blank.token);
  const origin = originOf(blank, answer);
  if (origin.includes(".steps.")) return ofInput(number, place, answer);
  if (others.some(({ text }) => is(number, text))) return found("exchanged");
  return found(standsInModel(origin) ? "look" : "kind");
}

/** From so many digits on the same ones in another order are no chance. */
const toldByDigits = 3;

/** @param {string} digits */
const sorted = (digits) => [...digits].sort().join("");

/** The same model with other cells is no slip that a step shows. @param {bigint} number @param {string} value @param {{ id: string, value: string }[]} slips */
function ofValue(number, value, slips) {
  const ids = slips.filter((slip) => slip.id !== "other_cell" && is(number, slip.value)).map(({ id }) => id);
  if (ids.length > 0) return found("slip", ids[0]);
  const isMixed = value.length >= toldByDigits && sorted(String(number)) === sorted(value);
  return isMixed ? found("digits", "digits") : found("value");
}

/** @param {bigint} number @param {string} value @param {Step} step @param {Layer} layer */
function ofMatrices(number, value, { numbers }, { directions, cell }) {
  const [gates] = numbers.tokens.filter(isNumber);
  if (number === 1n) return found("one_matrix", "one_matrix");
  if (is(number, gates?.text)) return found("candidate", ...(value === "4" ? ["three_matrices"] : ["two_matrices"]));
  if (directions === "2" && is(number, String(2n * BigInt(value)))) return found("both_later", "directions_twice");
  if (number === 4n && cell === "GRU") return found("as_lstm", "four_matrices");
  return found("matrices");
}

/** @param {bigint} number @param {Step} step @param {Answer["layers"][number] | undefined} before @param {Pick<Layer, "units">} layer */
function ofWidth(number, { numbers }, before, { units }) {
  const parts = numbers.tokens.filter(isNumber);
  if (parts.length > 1 && is(number, parts[0].text)) return found("both_on", "next_reads_units");
  if (before && is(number, before.total)) return found("width_not_count");
  const matrices = before?.rule?.matrices ?? "";
  if (before?.units && matrices !== "" && BigInt(matrices) > 1n) {
    const all = BigInt(matrices) * BigInt(before.units);
    if (number === all || number === 2n * all) return found("one_output", "next_reads_matrices");
  }
  if (before && is(number, before.input)) return found("own_width");
  if (is(number, units)) return found("next_units");
  return found("width");
}

/** @param {bigint} number @param {string} value @param {Layer} layer */
function ofBias(number, value, { units }) {
  if (number === 0n) return found("bias", "no_bias");
  if (value === "2" && number === 1n) return found("second_bias", "no_second_bias");
  if (value === "1" && number === 2n) return found("no_second", "second_bias");
  if (is(number, units) && units !== value) return found("one_unit");
  return found("biases");
}

/** @param {bigint} number @param {number} place @param {Answer} answer */
function ofInput(number, place, { layers, fields }) {
  const before = layers[place - 1];
  const twice = before?.units ? 2n * BigInt(before.units) : 0n;
  if (before && is(number, before.units) && is(twice, layers[place].input)) return found("both_on", "next_reads_units");
  if (place > 0 && is(number, plain(fields.input) || layers[0].input))
    return found("first_input", "every_layer_like_the_first");
  if (place > 0 && is(number, layers[place].units)) return found("own_units", "swapped");
  return found("before");
}

/** @param {bigint} number @param {Pick<Blank, "token" | "value">} blank @param {Step} step @param {number} place @param {Answer} answer */
function ofReads(number, { token, value }, { numbers }, place, answer) {
  const { layers, fields } = answer;
  const layer = /** @type {Layer} */ (layers[place]);
  const { ref } = numbers.tokens[token];
  if (ref.includes(".steps.")) return ofInput(number, place, answer);
  const steps = plain(fields.timesteps);
  const stands = numbers.tokens.some(({ kind, text }) => kind === "number" && is(number, text));
  if (/^[0-9]+$/.test(steps) && is(number, steps) && !stands) return found("time_steps", "steps_as_input");
  if (roleOf(ref, answer) === "input")
    return is(number, layer.units) ? found("exchanged", "swapped") : found("comes_in");
  if (layer.directions === "2" && number === 2n * BigInt(value)) return found("own_direction");
  if (number === 1n) return found("all_units", "recurrent_vector");
  return is(number, layer.input) ? found("exchanged", "swapped") : found("previous");
}

/** Whether a number that a unit reads is its input, or what came out one step earlier. @param {string} ref @param {Answer} answer */
function roleOf(ref, { written }) {
  if (ref === "input" || ref.includes(".steps.")) return "input";
  const [, origin, arg] = /^written\.(\d+)\.args\.(\d+)$/.exec(ref) ?? [];
  const name = origin === undefined ? "" : (written[Number(origin)]?.args[Number(arg)]?.name ?? "");
  return /^(input|in_)|shape$/.test(name) ? "input" : "previous";
}

/**
 * What a hint says, one after the other: a sentence, then a part of the answer where it has parts.
 * @param {Pick<Blank, "ref" | "token" | "topic" | "value" | "slips">} blank
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @returns {import("./say.js").Said<Words["hint"]>[]}
 */
export function hintsOf({ ref, token, topic, slips }, answer, catalog) {
  const step = /** @type {Step} */ (stepAt(answer, ref));
  const layer = answer.layers[placeOf(ref).layer - 1];
  const parts = step.numbers.tokens.filter(isNumber);
  if (isTotal({ ref, slips })) return ofTotal(answer);
  if (slips) return ofWorking(step);
  const part =
    token < 0 && parts.length > 1 ? [{ id: /** @type {const} */ ("part"), formula: begun(step.numbers) }] : [];
  if (topic === "matrices") return [{ id: "matrices" }, ...part];
  if (topic === "handed_on") return [{ id: parts.length > 1 ? "both_on" : "width" }, ...part];
  if (topic === "bias") return [{ id: "bias" }];
  if (topic === "directions") return [{ id: "directions" }];
  const origin = step.numbers.tokens[token].ref;
  if (origin.includes(".steps.")) return [{ id: "before" }];
  if (topic === "reads" && kindOf(layer, catalog)?.recurrent)
    return [{ id: roleOf(origin, answer) === "input" ? "comes_in" : "previous" }];
  return [{ id: standsInModel(origin) ? "look" : "kind" }];
}

/** How a value is worked out, and with which numbers. @param {Step} step @returns {import("./say.js").Said<Words["hint"]>[]} */
function ofWorking({ numbers, reduced }) {
  const whole = reduced ?? numbers;
  const has = (/** @type {string} */ operator) => whole.tokens.some(({ text }) => text === operator);
  const id = has("×") ? (has("+") ? "brackets" : "multiply") : "add";
  return [{ id }, ...(reduced ? [{ id: /** @type {const} */ ("put_in"), formula: whole.text }] : [])];
}

/** @param {string} origin of a number */
const standsInModel = (origin) => origin.startsWith("written.") || origin === "input";

/** @param {Token} token */
const isNumber = ({ kind }) => kind === "number";

/** A formula as far as its first number. @param {Formula} formula */
function begun(formula) {
  const first = formula.tokens.find(isNumber);
  return boxed(formula, (token) => isNumber(token) && token !== first).text;
}

/** @param {Answer} answer @returns {import("./say.js").Said<Words["hint"]>[]} */
function ofTotal({ layers, steps }) {
  const alone = layers.length === 1;
  const last = alone ? layers[0].steps.at(-1) : steps[0];
  const several = layers.filter(({ total }) => total !== "0").length > 1;
  return [
    several ? { id: "layers" } : { id: "formula", formula: last?.symbols.text ?? "" },
    ...(several ? [{ id: /** @type {const} */ ("first_layer"), total: layers[0].total }] : []),
  ];
}

/**
 * A step as it may be told. `closed`: all that is in it is known; `words`: the formula in words; `pieces`: in numbers, with its blanks; `end`: a blank for the value, or the value, undefined where it is not known yet.
 * @typedef {{ path: string, kind: Step["kind"] | "total", closed: boolean, words: Formula | undefined, inNumbers: Formula, pieces: (Token | Blank)[], end: Blank | string | undefined, blanks: Blank[] }} Shown
 */
/** In words they would be the answer, or say nothing of it. */
const unworded = ["matrices", "handed_on", "directions"];

/** @param {Token | Blank} piece @returns {piece is Blank} */
export const isBlank = (piece) => "verdict" in piece;

/**
 * What may be shown of the steps of a layer, or of the sum.
 * @param {readonly Step[]} steps
 * @param {string} base before a step's place in its path
 * @param {readonly Blank[]} blanks of all of the model
 * @param {Set<string>} known the paths of what is known, which those of these steps come to
 * @returns {Shown[]}
 */
export function shownSteps(steps, base, blanks, known) {
  const byValues = blanks.some(isOfValues);
  return steps.map((step, place) => {
    const path = `${base}${place}`;
    const own = blanks.filter(({ ref }) => ref === path);
    const whole = step.reduced ?? step.numbers;
    const isKnown = (/** @type {Token} */ { kind, ref }) =>
      kind !== "number" || !ref.includes("steps.") || known.has(ref);
    // What is neither asked for nor put together from earlier values is made of all that stands before it.
    // Of values only the sum over the layers, whose numbers come from nowhere.
    const waits = byValues ? step.kind === "sum" : own.length === 0 && !step.reduced;
    const needed = !waits
      ? own
      : byValues
        ? blanks
        : blanks.filter(({ ref }) => base === sumBase || ref.startsWith(base));
    const closed = needed.every(({ verdict }) => verdict === "right") && whole.tokens.every(isKnown);
    if (closed) known.add(path);
    const [value] = own.filter(({ token }) => token < 0);
    const inside = own.filter(({ token }) => token >= 0);
    const shape = inside.length > 0 && step.kind !== "directions" ? step.numbers : whole;
    return {
      ...{ path, kind: step.kind, closed, blanks: own, inNumbers: shape },
      words: wordsOf(step, closed || byValues, own.length > 0),
      pieces: value && !closed && !byValues ? [] : piecesOf(shape, inside, step, closed, isKnown, byValues),
      end: value ?? (closed ? step.value : undefined),
    };
  });
}

/** A formula in words, its numbers boxed while they are asked for. @param {Step} step @param {boolean} closed @param {boolean} asks */
function wordsOf({ kind, symbols, numbers }, closed, asks) {
  if (symbols.text === numbers.text || (!closed && (!asks || unworded.includes(kind)))) return undefined;
  if (closed) return symbols;
  return boxed(symbols, isNumber);
}

/**
 * A formula in words where a layer reads what the one before passes on: it is called that, and not as what comes into the model.
 * @param {Formula | undefined} words
 * @param {Pick<Step, "numbers">} step
 * @param {string} outputs what it is called
 */
export function withOutputs(words, { numbers }, outputs) {
  const tokens = words && outputsIn(words.tokens, numbers.tokens, outputs);
  return words && tokens
    ? { text: tokens.map(({ kind, text }) => (kind === "operator" ? ` ${text} ` : text)).join(""), tokens }
    : words;
}

/**
 * A formula in words with a word for the biases that are asked for, before they are right and after it: nothing moves then.
 * @param {Formula | undefined} words
 * @param {Shown} step
 * @param {string} biases what they are called
 */
export function withBiases(words, { blanks, inNumbers }, biases) {
  const asked = blanks.filter(({ topic, token }) => topic === "bias" && token >= 0).map(({ token }) => token);
  if (!words || asked.length === 0 || words.tokens.length !== inNumbers.tokens.length) return words;
  const tokens = words.tokens.map((token, place) =>
    asked.includes(place) ? { ...token, kind: /** @type {const} */ ("symbol"), text: biases } : token,
  );
  return { text: tokens.map(({ kind, text }) => (kind === "operator" ? ` ${text} ` : text || "□")).join(""), tokens };
}

/** @template {{ kind: string, text: string }} T @param {readonly T[]} words @param {readonly Token[]} numbers that stand in their places @param {string} outputs */
export function outputsIn(words, numbers, outputs) {
  if (outputs === "" || words.length !== numbers.length) return undefined;
  return words.map((token, place) =>
    token.kind === "symbol" && numbers[place].ref.includes(".steps.") ? { ...token, text: outputs } : token,
  );
}

/** @param {Formula} formula @param {(token: Token) => boolean} isHidden @returns {Formula} */
function boxed({ tokens }, isHidden) {
  const shown = tokens.map((token) =>
    isHidden(token) ? { ...token, kind: /** @type {const} */ ("missing"), text: "" } : token,
  );
  return boxedFormula(shown);
}

/**
 * @param {Formula} formula
 * @param {Blank[]} inside
 * @param {Step} step
 * @param {boolean} closed
 * @param {(token: Token) => boolean} isKnown
 * @param {boolean} byValues
 * @returns {(Token | Blank)[]}
 */
function piecesOf(formula, inside, { kind, reduced }, closed, isKnown, byValues) {
  const first = formula.tokens.findIndex(isNumber);
  const asked = new Map(inside.map((blank) => [kind === "directions" ? first : blank.token, blank]));
  // A sum over runs of layers says nothing of where its numbers come from.
  const all = kind === "sum" || (inside.length === 0 && !reduced && !byValues);
  const { tokens } = boxed(formula, (token) => isNumber(token) && !closed && (all || !isKnown(token)));
  return tokens.map((token, index) => asked.get(index) ?? token);
}
