/** What the steps of a derivation say, before any language, and then in one. No formula here. */
import { isNothing } from "./facts.js";
import { NotSaid, say } from "./say.js";

/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Gate} Gate */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {Messages["step"]} Words */
/** @template W @typedef {import("./say.js").Said<W>} Said */
/**
 * @typedef {{ title: Said<Words["titles"]>, sentence: Said<Words["sentences"]>[], why: Said<Words["whys"]>[], ask?: Said<Words["asks"]> }} StepSaid
 * `why`: empty where nothing is to be explained; `ask`: the why's own question
 */
/** @typedef {{ title: string, sentence: string, why: string, ask?: string }} StepWords */
/** @typedef {{ role: Exclude<Gate["role"], "split"> | "", name: string }} GateSaid by its role and a letter; without a role by the framework's own name */
/** @typedef {{ kind: "cell" | "named" | "plain", name: string, letter: string }} CandidateSaid */

/** @typedef {{ kind: "previous" | "current", name: string, count: string }} ReadSaid what a unit reads: what came out one step earlier, or this step's input */

/** Whether a layer uses a gate of that role. @param {Layer} layer @param {Gate["role"]} role */
export const has = ({ gates }, role) => gates.some((gate) => gate.role === role && !gate.unused);

/** @param {Gate} gate @returns {GateSaid} */
export const gateSaid = ({ id, role }) => ({
  role: id.length === 1 ? /** @type {GateSaid["role"]} */ (role) : "",
  name: id,
});

/** @param {Layer} layer */
export function gatesOf(layer) {
  const candidate = layer.gates.find(({ role }) => role === "candidate")?.id ?? "";
  const letter = candidate.length === 1 ? candidate : "";
  /** @type {CandidateSaid["kind"]} */
  const kind = has(layer, "output") ? "cell" : letter === "" ? "named" : "plain";
  return {
    gates: layer.gates.filter(({ role, unused }) => role !== "candidate" && !unused).map(gateSaid),
    candidate: { kind, name: candidate, letter },
  };
}

/** The matrices of one direction; of both where one tensor has them. @param {Layer} layer */
const matricesOf = ({ weights }) =>
  weights.filter(({ role, direction }) => role.endsWith("weights") && direction !== "backward");

/**
 * How a framework keeps a layer's matrices: a tensor each, or all fused in one, side by side or one under the other; else "apart".
 * @param {Layer} layer
 * @returns {"own" | "side_by_side" | "stacked" | "apart"}
 */
export function storageOf(layer) {
  const weights = matricesOf(layer);
  const count = layer.gates.length;
  if (weights.length === count && weights.every(({ role, gate }) => role === "weights" && gate !== "")) return "own";
  if (!weights.every(({ gates: held }) => held.length === count)) return "apart";
  const sides = weights.find(({ role }) => role === "recurrent_weights")?.shape.slice(-2) ?? [];
  const [rows, columns] = sides.map((side) => BigInt(side || 0));
  return rows > columns ? "stacked" : "side_by_side";
}

/** What a layer has in the place of matrices. @param {StepFacts} facts @returns {"matrices" | "kernels"} */
const matricesWord = ({ layer }) => (layer.window.length > 0 ? "kernels" : "matrices");

/** @param {StepFacts} facts @returns {StepSaid} */
function matricesSaid(facts) {
  const { layer, both } = facts;
  const { cell, gates, rule } = layer;
  if (gates[0].role === "split") return rareSteps().splits(facts);
  const parts = gatesOf(layer);
  const unused = gates.find((gate) => gate.unused);
  const coupled = has(layer, "output") && (unused || !has(layer, "input"));
  const things = matricesWord(facts);
  const whole = { cell: coupled ? `coupled ${cell}` : cell, both, things, ...parts };
  const storage = storageOf(layer);
  const order = gates.map(({ id }) => id);
  /** @type {StepSaid["sentence"][0]} */
  let sentence = { id: "gates", ...whole };
  if (storage === "own") sentence = { id: "gates_own", ...whole, names: matricesOf(layer).map(({ name }) => name) };
  else if (storage !== "apart") sentence = { id: `gates_${storage}`, ...whole, order };
  return {
    title: { id: things, count: rule.matrices },
    sentence: unused ? [sentence, { id: "gate_unused", gate: gateSaid(unused) }] : [sentence],
    why: matricesWhy(layer),
  };
}

/** @param {Layer} layer @returns {StepSaid["why"]} */
function matricesWhy(layer) {
  if (has(layer, "output")) {
    if (!has(layer, "input")) return [{ id: "coupled", gate: "input", other: "forget" }];
    if (layer.window.length > 0) return [{ id: "three_gates_convolve" }];
    return has(layer, "forget") ? [{ id: "three_gates" }] : [{ id: "coupled", gate: "forget", other: "input" }];
  }
  if (has(layer, "update")) return [{ id: "update_and_reset" }];
  if (!has(layer, "forget")) return [];
  // A gate that also resets stands between the candidate's two biases.
  const resets = layer.weights.some(
    ({ gate, gates, column }) => column === "second bias" && (gate || gates.length > 0),
  );
  return [{ id: resets ? "one_gate" : "one_gate_forgets" }];
}

/** The biases of one direction. @param {Layer} layer */
export const biasesOf = ({ weights }) =>
  weights.filter(({ role, direction }) => role === "bias" && direction !== "backward");

/** What a unit reads, in the framework's order. @param {StepFacts} facts @returns {ReadSaid[]} */
function readsOf({ layer, words, previous }) {
  const before = /** @type {const} */ ({ kind: "previous", name: words.previous, count: previous });
  const now = /** @type {const} */ ({ kind: "current", name: words.current, count: layer.input });
  return layer.rule.input_first ? [now, before] : [before, now];
}

/** @param {StepFacts} facts @returns {StepSaid} */
function readsSaid(facts) {
  const { layer, recurrent, both, previous, twice } = facts;
  if (!recurrent) {
    // Without a bias it reads the input and nothing else: there is no such step.
    if (layer.cell === "Bilinear") {
      const sentence = [/** @type {const} */ ({ id: "reads_pairs", bias: layer.rule.bias === "1" })];
      return { title: { id: "reads" }, sentence, why: [{ id: "pairs" }] };
    }
    const sentence = [/** @type {const} */ ({ id: "reads_input", count: layer.input })];
    return { title: { id: "reads" }, sentence, why: [{ id: "no_time_steps" }] };
  }
  const sentence = readsSentence(facts);
  if (both) sentence.push({ id: "own_direction", previous, twice });
  return { title: { id: "reads" }, sentence, ...readsWhy(facts) };
}

/** A bias is read where it stands in the bracket: where all units of all matrices have as many. @param {StepFacts} facts @returns {StepSaid["sentence"]} */
function readsSentence(facts) {
  const { layer } = facts;
  const { bias, bias_vectors } = layer.rule;
  const reads = readsOf(facts);
  const names = biasesOf(layer).map(({ name }) => name.replace(/_l[0-9]+$/, ""));
  if (bias === "1") return [{ id: "reads_one_bias", reads }];
  if (bias === "2")
    return [names.length === 2 ? { id: "reads_two_biases", reads, names } : { id: "reads_bias_of_each_side", reads }];
  if (bias === "0" && names.length === 0) return [{ id: "reads_no_bias", reads }];
  if (bias === "0") return [{ id: "reads_only", reads }, { id: "biases_unused" }];
  return bias_vectors === "" ? [{ id: "reads_only", reads }] : [{ id: "reads_only", reads }, { id: "biases_apart" }];
}

/** @param {StepFacts} facts @returns {Pick<StepSaid, "why" | "ask">} */
function readsWhy(facts) {
  const { layer, without, value } = facts;
  const { bias, spare, matrices } = layer.rule;
  const count = value("reads");
  if (bias !== "2") {
    const id = bias === "1" ? "one_vector_and_bias" : "one_vector";
    return {
      why: [{ id, reads: readsOf(facts), count: without }, count ? { id: "steps", count } : { id: "steps_uncounted" }],
    };
  }
  const ask = /** @type {const} */ ({ id: "two_biases" });
  return { ask, why: [{ id: spare === matrices ? "only_added" : "reset_between" }] };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function matrixSaid({ layer, kind, value }) {
  const { units, input, rule } = layer;
  if (kind?.reads_words)
    return { title: { id: "table" }, sentence: [{ id: "table", words: input, units }], why: [{ id: "table" }] };
  if (rule.vectors !== "0" && rule.vectors !== "") return rareSteps().vectors(layer);
  const title = /** @type {const} */ ({ id: rule.matrices === "1" ? "only_matrix" : "matrix" });
  const reads = value("reads");
  if (reads === "") return { title, sentence: [{ id: "matrix_uncounted" }], why: [{ id: "rows_uncounted" }] };
  const id = rule.bias === "1" ? "rows_and_bias" : rule.bias === "2" ? "rows_and_biases" : "rows";
  return { title, sentence: [{ id: "matrix", units, reads }], why: [{ id, units, reads }] };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function handedOnSaid(facts) {
  const { place, handed, layer, before } = facts;
  // Where both are written as one, its own word is what the first of them reads.
  const input = before?.origin === layer.origin ? "" : layer.rule.input_word;
  const sentence = handedOnSentence(facts);
  /** @type {StepSaid["why"]} */
  const why = [{ id: "width_matters" }];
  if (/^(units|both|merged)_/.test(sentence.id)) why.unshift({ id: "handed_on" });
  if (/^filters_/.test(sentence.id)) why.unshift({ id: "filters_handed_on" });
  if (handed.length > 1) why.push({ id: "merged_otherwise", width: handed[0] });
  return {
    title: { id: "handed_on", place: place - 1 },
    sentence: [sentence, { id: "next_input", place, input }],
    why,
  };
}

/** @param {StepFacts} facts @returns {StepSaid["sentence"][0]} */
function handedOnSentence(facts) {
  const { before, kindBefore, handed: parts } = facts;
  const count = facts.layer.input;
  if (kindBefore?.group === "convolution") return rareSteps().channelsHandedOn(facts);
  const keeps = kindBefore?.keeps_width && kindBefore.does !== "enters";
  if (before && keeps && before.output === before.input) return { id: "width_kept", name: before.name, count };
  if (before && (keeps || kindBefore?.does)) return { id: "passed_on", name: before.name, count };
  if (kindBefore?.reads_words) return { id: "row_handed_on", count };
  const projects = before?.weights.some(({ role }) => role === "projection");
  if (parts.length > 1) return { id: projects ? "projected_both" : "both_handed_on", parts };
  if (projects) return { id: "projected", count };
  if (before?.directions === "2" || before?.way === "backward")
    return { id: "merged_units", mode: before.merge_mode, count };
  return { id: "units_handed_on" };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function projectionSaid({ layer: { units }, previous: width }) {
  const title = /** @type {const} */ ({ id: "projection" });
  if (units !== "" && width !== "" && BigInt(width) < BigInt(units)) return plain(title, title, [title]);
  return plain(title, { id: "projection_to", width }, [{ id: "projection_to" }]);
}

/**
 * A step that says the same of every layer, but for a count or a name.
 * @param {StepSaid["title"]} title
 * @param {StepSaid["sentence"][0]} sentence
 * @param {StepSaid["why"]} why
 * @returns {StepSaid}
 */
export const plain = (title, sentence, why) => ({ title, sentence: [sentence], why });

/** What the sum over the layers says. @type {StepSaid} */
const sumSaid = { title: { id: "sum" }, sentence: [{ id: "sum" }], why: [] };

/** @typedef {(facts: StepFacts) => StepSaid} Tell */

/** The steps that usual layers have. @satisfies {Partial<Record<Step["kind"], Tell>>} */
const steps = {
  handed_on: handedOnSaid,
  matrices: matricesSaid,
  reads: readsSaid,
  matrix: matrixSaid,
  matrices_total: (facts) => {
    const { matrices: count } = facts.layer.rule;
    const things = matricesWord(facts);
    const why = things === "kernels" ? "all_kernels" : "all";
    return plain({ id: facts.both ? "all_one_way" : "all", count, things }, { id: "all", count, things }, [
      { id: why, count },
    ]);
  },
  projection: projectionSaid,
  layer_sum: () => plain({ id: "layer_sum" }, { id: "layer_sum" }, []),
  directions: ({ layer: { cell } }) => plain({ id: "directions" }, { id: "directions" }, [{ id: "directions", cell }]),
  sum: () => sumSaid,
};

/** @typedef {keyof typeof steps} UsualKind */

/** What tells of steps that usual models do not have, as soon as it is there. @type {typeof import("./rare_steps.js") | undefined} */
let rare;

/** Loads that; words of such steps come with it, see `completed` in words.js. */
export async function withRareSteps() {
  rare ??= await import("./rare_steps.js");
}

/** Throws a NotSaid before it is there, as their words do. */
function rareSteps() {
  if (!rare) throw new NotSaid("rare");
  return rare;
}

/** @param {Step["kind"]} kind @param {StepFacts} facts @returns {Tell} */
function tellerOf(kind, { kind: layer }) {
  const own = (layer?.group === "convolution" || layer?.cell === "sLSTM") && rareSteps().ownSteps(layer)[kind];
  const usual = steps[/** @type {UsualKind} */ (kind)];
  return own || (usual ?? rareSteps().steps[/** @type {keyof typeof import("./rare_steps.js").steps} */ (kind)]);
}

/**
 * What a step of a layer says, without a language.
 * @param {Step} step
 * @param {StepFacts} facts
 * @returns {StepSaid}
 */
export function saidOf(step, facts) {
  const { name } = facts.layer;
  if (!isNothing(step, facts)) return tellerOf(step.kind, facts)(facts);
  return plain(
    { id: "nothing" },
    { id: "nothing", name },
    facts.kind?.does === "keeps" ? [{ id: "nothing", name }] : [],
  );
}

/**
 * What a step says but for its numbers, without a language: equal where two steps say the same.
 * @param {Step} step
 * @param {StepFacts} facts
 */
export const saidBy = (step, facts) => step.kind + JSON.stringify(saidOf(step, facts)).replace(/\d+/g, "0");

/** @param {StepSaid} said @param {Messages} m @returns {StepWords} */
function spoken({ title, sentence, why, ask }, { step: words }) {
  return {
    title: say(words.titles, title),
    sentence: say(words.sentences, ...sentence),
    why: say(words.whys, ...why),
    ...(ask && { ask: say(words.asks, ask) }),
  };
}

/**
 * What a step of a layer says, in a language.
 * @param {Step} step
 * @param {StepFacts} facts
 * @param {Messages} m
 */
export const stepWords = (step, facts, m) => spoken(saidOf(step, facts), m);

/** What the sum over the layers says, in a language. @param {Messages} m */
export const sumWords = (m) => spoken(sumSaid, m);
