/** What the steps of a derivation say, before any language, and then in one. No formula here. */
import { attentionSteps } from "./attentions.js";
import { channelsHandedOn, convolutionSteps } from "./convolutions.js";
import { isNothing } from "./facts.js";
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

/** @typedef {{ kind: "previous" | "current", name: string, count: string }} ReadSaid what a unit reads: what came out one step earlier, or this step's input */

/** Whether a layer uses a gate of that role. @param {Layer} layer @param {Gate["role"]} role */
const has = ({ gates }, role) => gates.some((gate) => gate.role === role && !gate.unused);

/** @param {Gate} gate @returns {GateSaid} */
const gateSaid = ({ id, role }) => ({ role: id.length === 1 ? role : "", name: id });

/** @param {Layer} layer */
function gatesOf(layer) {
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
const biasesOf = ({ weights }) => weights.filter(({ role, direction }) => role === "bias" && direction !== "backward");

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
    const read = /** @type {const} */ ({ id: "reads_input", count: layer.input });
    return { title: { id: "reads" }, sentence: [read], why: [{ id: "no_time_steps" }] };
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
  const { layer, reason, without, value } = facts;
  const { bias, spare, matrices } = layer.rule;
  const count = value("reads");
  if (bias !== "2") {
    const id = bias === "1" ? "one_vector_and_bias" : "one_vector";
    return {
      why: [{ id, reads: readsOf(facts), count: without }, count ? { id: "steps", count } : { id: "steps_uncounted" }],
    };
  }
  const ask = /** @type {const} */ ({ id: "two_biases" });
  const because = /** @type {const} */ ({ id: "reason", reason });
  if (spare === matrices) return { ask, why: [{ id: "only_added" }, because] };
  const [tensor, other] = biasesOf(layer);
  /** @type {StepSaid["why"]} */
  const why = [{ id: "reset_between" }];
  if (tensor && !other && tensor.direction !== "both")
    why.push({ id: "one_tensor", tensor: tensor.name, shape: tensor.shape });
  return { ask, why: [...why, because] };
}

/** What a vector with a number for each feature is, of a layer that keeps vectors only. */
const vectorRoles = /** @type {const} */ (["scale", "shift", "mean", "variance", "deviation"]);

/** Whether it keeps a number for each time step, and none for each feature. @param {Layer} layer */
const overSteps = ({ steps }) =>
  steps.some(({ kind, symbols }) => kind === "matrix" && symbols.tokens.some(({ text }) => text === "timesteps"));

/**
 * What is measured once, before the training, does not move.
 * @param {Layer} layer
 * @param {(typeof vectorRoles)[number][]} roles
 */
const knownBefore = ({ cell }, roles) =>
  roles.map((role) =>
    cell === "Normalization" && (role === "mean" || role === "variance")
      ? /** @type {const} */ (`fixed_${role}`)
      : role,
  );

/** @param {Layer} layer @returns {"measured" | "measured_elsewhere" | "measures_itself" | "measures_square"} */
function vectorsWhy({ cell, weights }) {
  if (cell === "RMSNormalization") return "measures_square";
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
    const owner = overSteps(layer) ? "time step" : "feature";
    return {
      title: { id: "vectors", count: rule.vectors, owner },
      sentence: [
        {
          id: "vectors",
          count: owner === "feature" ? input : weights[0].shape[0],
          owner,
          roles: knownBefore(layer, roles),
        },
      ],
      why: [{ id: vectorsWhy(layer) }],
    };
  }
  const title = /** @type {const} */ ({ id: rule.matrices === "1" ? "only_matrix" : "matrix" });
  const reads = value("reads");
  if (reads === "") return { title, sentence: [{ id: "matrix_uncounted" }], why: [{ id: "rows_uncounted" }] };
  const id = rule.bias === "1" ? "rows_and_bias" : rule.bias === "2" ? "rows_and_biases" : "rows";
  return { title, sentence: [{ id: "matrix", units, reads }], why: [{ id, units, reads }] };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function handedOnSaid(facts) {
  const { place, handed, layer } = facts;
  const sentence = handedOnSentence(facts);
  /** @type {StepSaid["why"]} */
  const why = [{ id: "width_matters" }];
  if (/^(units|both|merged)_/.test(sentence.id)) why.unshift({ id: "handed_on" });
  if (/^filters_/.test(sentence.id)) why.unshift({ id: "filters_handed_on" });
  if (handed.length > 1) why.push({ id: "merged_otherwise", width: handed[0] });
  return {
    title: { id: "handed_on", place: place - 1 },
    sentence: [sentence, { id: "next_input", place, input: layer.rule.input_word }],
    why,
  };
}

/** @param {StepFacts} facts @returns {StepSaid["sentence"][0]} */
function handedOnSentence(facts) {
  const { before, kindBefore, handed: parts } = facts;
  const count = facts.layer.input;
  if (kindBefore?.group === "convolution") return channelsHandedOn(facts);
  if (before && kindBefore?.keeps_width && kindBefore.does !== "enters")
    return { id: "width_kept", name: before.name, count };
  if (before && kindBefore?.does) return { id: "passed_on", name: before.name, count };
  if (kindBefore?.reads_words) return { id: "row_handed_on", count };
  const projects = before?.weights.some(({ role }) => role === "projection");
  if (parts.length > 1) return { id: projects ? "projected_both" : "both_handed_on", parts };
  if (projects) return { id: "projected", count };
  if (before?.directions === "2") return { id: "merged_units", mode: before.merge_mode, count };
  return { id: "units_handed_on" };
}

/** What a layer reads that says so itself. @param {StepFacts} facts @returns {StepSaid} */
function readSaid({ place, before, layer: { input: count } }) {
  const handed = before?.hands_on.width ?? "";
  const id = handed === "" ? "said_alone" : "said";
  return plain({ id: "said", place }, { id, count, place: place - 1, handed }, []);
}

/** The biases of a layer whose matrix is an embedding's are all that it has. @param {StepFacts} facts @returns {StepSaid} */
function biasesSaid({ layer: { rule, gates, tied } }) {
  const title = /** @type {const} */ ({ id: "biases" });
  if (tied >= 0) return plain(title, { id: "biases", count: "1" }, []);
  const count = String(gates.length);
  const second = rule.bias_vectors === String(gates.length + 1); // the candidate's, behind a reset gate
  return plain(title, { id: "biases", count: rule.bias_vectors }, [
    second ? { id: "biases_and_candidate", count } : { id: "biases" },
  ]);
}

/** @param {StepFacts} facts @returns {StepSaid} */
function normalizationSaid({ layer }) {
  const { rule } = layer;
  const count = Number(rule.normalization) / 2;
  const said = { gateCount: rule.gates, count: String(count) };
  const title = /** @type {const} */ ({ id: "normalization" });
  const matrices = Number(rule.matrices);
  const more = count > matrices;
  // Only an LSTM has a cell state; it may come on top of both sides of every matrix.
  const ofState = count > 2 * matrices ? "sides_and_state" : "state";
  const where = more ? (has(layer, "output") ? ofState : "sides") : "gates";
  return plain(title, { id: `normalization_of_${where}`, ...said }, [title]);
}

/** @param {StepFacts} facts @returns {StepSaid} */
function projectionSaid({ layer: { units }, previous: width }) {
  const title = /** @type {const} */ ({ id: "projection" });
  if (units !== "" && width !== "" && BigInt(width) < BigInt(units)) return plain(title, title, [title]);
  return plain(title, { id: "projection_to", width }, [{ id: "projection_to" }]);
}

/** @param {StepFacts} facts @returns {StepSaid} */
function unusedSaid({ layer }) {
  const { gates, rule } = layer;
  const gate = gates.find(({ unused }) => unused);
  /** @type {StepSaid["sentence"][0]} */
  let sentence = { id: "unused" };
  if (gate) {
    const peephole = Number(rule.peepholes ?? "0") > 0;
    sentence = { id: "unused_gate", gate: gateSaid(gate), biases: rule.bias, peephole };
  } else if (rule.bias === "0" && biasesOf(layer).length > 0) sentence = { id: "unused_biases" };
  else {
    const tensor = layer.weights.find(({ cells }) => cells.some(({ topic }) => topic === "unused"));
    if (tensor) sentence = { id: "unused_block", tensor: tensor.name };
  }
  return { title: { id: "unused" }, sentence: [sentence], why: [{ id: "unused" }] };
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
const sumSaid = { title: { id: "sum" }, sentence: [{ id: "sum" }], why: [] };

/** @type {Record<Exclude<Step["kind"], "depthwise" | "pointwise">, (facts: StepFacts) => StepSaid>} */
const steps = {
  said: readSaid,
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
  biases: biasesSaid,
  peepholes: ({ layer: { rule } }) =>
    plain({ id: "peepholes" }, { id: "peepholes", count: rule.peepholes ?? "" }, [{ id: "peepholes" }]),
  normalization: normalizationSaid,
  initial_state: ({ layer: { rule, units } }) =>
    plain({ id: "initial_state" }, { id: "initial_state", states: rule.initial_state ?? "", units }, [
      { id: "initial_state" },
    ]),
  projection: projectionSaid,
  unused: unusedSaid,
  custom: ({ layer: { name } }) => plain({ id: "custom" }, { id: "custom", name }, []),
  counter: ({ layer: { cell } }) => {
    const id = cell === "Normalization" ? "counter_of_data" : "counter";
    return plain({ id }, { id }, [{ id: "counter" }]);
  },
  layer_sum: () => plain({ id: "layer_sum" }, { id: "layer_sum" }, []),
  directions: ({ layer: { cell } }) => plain({ id: "directions" }, { id: "directions" }, [{ id: "directions", cell }]),
  sum: () => sumSaid,
  ...attentionSteps,
};

/**
 * What a step of a layer says, without a language.
 * @param {Step} step
 * @param {StepFacts} facts
 * @returns {StepSaid}
 */
export function saidOf(step, facts) {
  const { name } = facts.layer;
  if (!isNothing(step, facts)) {
    const tell = facts.kind?.group === "convolution" ? { ...steps, ...convolutionSteps } : steps;
    return tell[/** @type {keyof typeof steps} */ (step.kind)](facts);
  }
  return plain(
    { id: "nothing" },
    { id: "nothing", name },
    facts.kind?.does === "keeps" ? [{ id: "nothing", name }] : [],
  );
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
