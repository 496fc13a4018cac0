/** What the steps of a derivation say, before any language, and then in one. No formula here. */
import { say } from "./say.js";

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
/** @typedef {{ role: Gate["role"] | "", name: string }} GateSaid by its role and a letter; without a role by the framework's own name */
/** @typedef {{ kind: "cell" | "named" | "plain", name: string, letter: string }} CandidateSaid */

/** @param {Layer} layer @param {Gate["role"]} role */
const has = ({ gates }, role) => gates.some((gate) => gate.role === role);

/** @param {Layer} layer */
function gatesOf(layer) {
  const candidate = layer.gates.find(({ role }) => role === "candidate")?.id ?? "";
  const letter = candidate.length === 1 ? candidate : "";
  /** @type {CandidateSaid["kind"]} */
  const kind = has(layer, "output") ? "cell" : letter === "" ? "named" : "plain";
  return {
    gates: layer.gates
      .filter(({ role }) => role !== "candidate")
      .map(({ id, role }) => /** @type {GateSaid} */ ({ role: id.length === 1 ? role : "", name: id })),
    candidate: { kind, name: candidate.replaceAll("_", " "), letter },
  };
}

/**
 * How a framework keeps a layer's matrices: a tensor each, or fused in one, side by side or one under the other.
 * @param {Layer} layer
 * @returns {"own" | "side_by_side" | "stacked" | "apart"}
 */
export function storageOf({ weights, gates }) {
  const names = weights.filter(({ role }) => role === "weights");
  if (names.length > 1 && names.length === gates.length) return "own";
  const fused = weights.some(({ role, gates: held }) => /weights/.test(role) && held.length === gates.length);
  if (!fused) return "apart";
  const sides = weights.find(({ role }) => role === "recurrent_weights")?.shape.slice(-2) ?? [];
  const [rows, columns] = sides.map((side) => BigInt(side || 0));
  return rows > columns ? "stacked" : "side_by_side";
}

/** @param {StepFacts} facts @returns {StepSaid} */
function matricesSaid({ layer, both }) {
  const { cell, weights, gates, rule } = layer;
  const parts = gatesOf(layer);
  const whole = { cell, ...parts };
  const storage = storageOf(layer);
  const order = gates.map(({ id }) => id);
  /** @type {StepSaid["sentence"][0]} */
  let sentence = { id: "gates", ...whole };
  if (both) sentence = { id: "gates_both", ...parts };
  else if (storage === "own") {
    const names = weights.filter(({ role }) => role === "weights").map(({ name }) => name);
    sentence = { id: "gates_own", ...whole, names };
  } else if (storage !== "apart") sentence = { id: `gates_${storage}`, ...whole, order };
  return { title: { id: "matrices", count: rule.matrices }, sentence: [sentence], why: matricesWhy(layer) };
}

/** @param {Layer} layer @returns {StepSaid["why"]} */
function matricesWhy(layer) {
  if (has(layer, "output")) return [{ id: has(layer, "input") ? "three_gates" : "coupled" }];
  if (has(layer, "update")) return [{ id: "update_and_reset" }];
  return has(layer, "forget") ? [{ id: "one_gate" }] : [];
}

/** The biases of one direction. @param {Layer} layer */
const biasesOf = ({ weights }) => weights.filter(({ role, direction }) => role === "bias" && direction !== "backward");

/** @param {StepFacts} facts @returns {StepSaid} */
function readsSaid(facts) {
  const { layer, words, recurrent, both, previous, twice } = facts;
  const { bias } = layer.rule;
  if (!recurrent) {
    // Without a bias it reads the input and nothing else: there is no such step.
    const read = /** @type {const} */ ({ id: "reads_input", count: layer.input });
    return { title: { id: "reads" }, sentence: [read], why: [{ id: "no_time_steps" }] };
  }
  const read = {
    previous: { name: words.previous, count: previous },
    current: { name: words.current, count: layer.input },
  };
  const names = biasesOf(layer).map(({ name }) => name.replace(/_l[0-9]+$/, ""));
  /** @type {StepSaid["sentence"]} */
  const sentence = [{ id: "reads_one_bias", ...read }];
  if (bias === "0") sentence[0] = { id: "reads_no_bias", ...read };
  if (bias === "2")
    sentence[0] =
      names.length === 2 ? { id: "reads_two_biases", ...read, names } : { id: "reads_bias_of_each_side", ...read };
  if (both) sentence.push({ id: "own_direction", previous, twice });
  return { title: { id: "reads" }, sentence, ...readsWhy(facts) };
}

/** @param {StepFacts} facts @returns {Pick<StepSaid, "why" | "ask">} */
function readsWhy({ layer, words, name, reason, choosesReset, without, value }) {
  const count = value("reads");
  if (layer.rule.bias !== "2") {
    const id = layer.rule.bias === "0" ? "one_vector" : "one_vector_and_bias";
    const { previous, current } = words;
    return {
      why: [{ id, previous, current, count: without }, count ? { id: "steps", count } : { id: "steps_uncounted" }],
    };
  }
  const [tensor, other] = biasesOf(layer);
  const ask = /** @type {const} */ ({ id: "two_biases" });
  if (choosesReset && tensor && !other)
    return { ask, why: [{ id: "reset_after", name, tensor: tensor.name, shape: tensor.shape }] };
  if (has(layer, "reset")) return { ask, why: [{ id: "adds_two", name }, { id: "reset_between" }] };
  return { ask, why: [{ id: "adds_two", name }, { id: "only_added" }, { id: "reason", reason }] };
}

/** What a vector with a number for each feature is, of a layer that keeps vectors only. */
const vectorRoles = /** @type {const} */ (["scale", "shift", "mean", "variance", "deviation"]);

/** @param {Layer} layer @returns {"measured" | "measured_elsewhere" | "measures_itself"} */
function vectorsWhy({ cell, weights }) {
  if (weights.some(({ role }) => role === "mean")) return "measured";
  return cell === "BatchNormalization" ? "measured_elsewhere" : "measures_itself";
}

/** @param {StepFacts} facts @returns {StepSaid} */
function matrixSaid({ layer, kind, value }) {
  const { units, input, rule, weights } = layer;
  if (kind?.reads_words)
    return { title: { id: "table" }, sentence: [{ id: "table", words: input, units }], why: [{ id: "table" }] };
  if (rule.vectors !== "0" && rule.vectors !== "") {
    const roles = weights.flatMap(({ role }) => vectorRoles.filter((one) => one === role));
    return {
      title: { id: "vectors", count: rule.vectors },
      sentence: [{ id: "vectors", features: input, roles }],
      why: [{ id: vectorsWhy(layer) }],
    };
  }
  const title = /** @type {const} */ ({ id: rule.matrices === "1" ? "only_matrix" : "matrix" });
  const reads = value("reads");
  if (reads === "") return { title, sentence: [{ id: "matrix_uncounted" }], why: [{ id: "rows_uncounted" }] };
  const id = rule.bias === "0" ? "rows" : rule.bias === "2" ? "rows_and_biases" : "rows_and_bias";
  return { title, sentence: [{ id: "matrix", units, reads }], why: [{ id, units, reads }] };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function handedOnSaid({ place, before, kindBefore, words, layer, handed }) {
  const count = layer.input;
  /** @type {StepSaid["sentence"][0]} */
  let sentence = { id: "units_handed_on" };
  /** @type {StepSaid["why"]} */
  const why = [{ id: "handed_on" }];
  if (before && kindBefore?.keeps_width) sentence = { id: "width_kept", name: before.name, count };
  else if (kindBefore?.reads_words) sentence = { id: "row_handed_on", count };
  else if (handed.length > 1) {
    sentence = { id: "both_handed_on", parts: handed };
    why.push({ id: "merged_otherwise", width: handed[0] });
  } else if (before?.directions === "2") sentence = { id: "merged", mode: before.merge_mode, count };
  else if (before?.weights.some(({ role }) => role === "projection")) sentence = { id: "projected", count };
  return {
    title: { id: "handed_on", place: place - 1 },
    sentence: [sentence, { id: "next_input", place, input: words.input }],
    why,
  };
}

/**
 * A step that says the same of every layer, but for a count or a name.
 * @param {StepSaid["title"]} title
 * @param {StepSaid["sentence"][0]} sentence
 * @param {StepSaid["why"]} why
 * @returns {StepSaid}
 */
const plain = (title, sentence, why) => ({ title, sentence: [sentence], why });

/** What the sum over the layers says. @type {StepSaid} */
export const sumSaid = { title: { id: "sum" }, sentence: [{ id: "sum" }], why: [] };

/** @type {Record<Step["kind"], (facts: StepFacts) => StepSaid>} */
const steps = {
  handed_on: handedOnSaid,
  matrices: matricesSaid,
  reads: readsSaid,
  matrix: matrixSaid,
  matrices_total: ({ layer: { rule }, both }) => {
    const count = rule.matrices;
    return plain({ id: both ? "all_one_way" : "all", count }, { id: "all", count }, [{ id: "all", count }]);
  },
  biases: ({ layer: { rule } }) =>
    plain({ id: "biases" }, { id: "biases", count: rule.bias_vectors }, [{ id: "biases" }]),
  peepholes: ({ layer: { rule } }) =>
    plain({ id: "peepholes" }, { id: "peepholes", count: rule.peepholes ?? "" }, [{ id: "peepholes" }]),
  normalization: ({ layer: { rule } }) =>
    plain({ id: "normalization" }, { id: "normalization", count: String(Number(rule.normalization) / 2) }, [
      { id: "normalization" },
    ]),
  projection: () => plain({ id: "projection" }, { id: "projection" }, [{ id: "projection" }]),
  unused: () => plain({ id: "unused" }, { id: "unused" }, [{ id: "unused" }]),
  statistics: () => plain({ id: "counter" }, { id: "counter" }, [{ id: "counter" }]),
  layer_sum: () => plain({ id: "layer_sum" }, { id: "layer_sum" }, []),
  directions: ({ layer: { cell } }) => plain({ id: "directions" }, { id: "directions" }, [{ id: "directions", cell }]),
  sum: () => sumSaid,
};

/**
 * What a step of a layer says, without a language.
 * @param {Step} step
 * @param {StepFacts} facts
 * @returns {StepSaid}
 */
export function saidOf(step, facts) {
  const { name, total } = facts.layer;
  if (total === "0") return plain({ id: "nothing" }, { id: "nothing", name }, [{ id: "nothing", name }]);
  return steps[step.kind](facts);
}

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
