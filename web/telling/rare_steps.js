/**
 * What the steps say that usual models do not have, before any language. It is loaded with their words, see `withRareSteps` in steps.js. No
 * formula here.
 */
import { attentionSteps } from "./attentions.js";
import { convolutionSteps } from "./convolutions.js";
import { headSteps } from "./heads.js";
import { biasesOf, gateSaid, has, plain } from "./steps.js";

export { channelsHandedOn } from "./convolutions.js";

/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("./steps.js").StepSaid} StepSaid */

/** What a vector with a number for each feature is, of a layer that keeps vectors only. */
const vectorRoles = /** @type {const} */ ([
  ...["scale", "shift", "mean", "variance", "deviation", "inverse_deviation"],
  ...["moving_deviation", "renorm_mean", "renorm_deviation"],
]);

/** Whether it keeps a number for all that comes in together. @param {Layer} layer */
const isOfAll = ({ weights: [first] }) => first.shape.length === 0;

/** What it keeps a number for. @param {Layer} layer @returns {"feature" | "time step" | "feature and time step"} */
function ownerOf({ steps, weights }) {
  const tokens = steps.find(({ kind }) => kind === "matrix")?.symbols.tokens ?? [];
  if (!tokens.some(({ text }) => text === "timesteps")) return "feature";
  return weights[0].shape.length > 1 ? "feature and time step" : "time step";
}

/** What each of them has. @param {Layer} layer @param {ReturnType<typeof knownBefore>} roles @returns {StepSaid["sentence"][0]} */
function vectorsSentence(layer, roles) {
  if (isOfAll(layer)) return { id: "vectors_of_all", roles };
  const owner = ownerOf(layer);
  const { shape } = layer.weights[0];
  const side = shape.at(owner === "feature and time step" ? -2 : 0) ?? "";
  if (owner === "feature and time step") return { id: "vectors_at_steps", features: layer.input, steps: side, roles };
  return { id: "vectors", count: owner === "feature" ? layer.input : side, owner, roles };
}

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

/** What a layer says that keeps vectors only. @param {Layer} layer @returns {StepSaid} */
export function vectors(layer) {
  const { rule, weights } = layer;
  const roles = weights.flatMap(({ role }) => vectorRoles.filter((one) => one === role));
  return plain(
    isOfAll(layer)
      ? { id: "vectors_of_all", count: rule.vectors }
      : { id: "vectors", count: rule.vectors, owner: ownerOf(layer) },
    vectorsSentence(layer, knownBefore(layer, roles)),
    [{ id: vectorsWhy(layer) }],
  );
}

/** The steps that a kind of layer tells as no other one does. @param {{ cell: string }} kind */
export const ownSteps = ({ cell }) => (cell === "sLSTM" ? headSteps : convolutionSteps);

/** Parts that have numbers and no names. @param {StepFacts} facts @returns {StepSaid} */
export const splits = ({ both, layer: { rule, gates } }) =>
  plain(
    { id: "matrices", count: rule.matrices },
    { id: "splits", both, count: rule.matrices, names: gates.map(({ id }) => id) },
    [{ id: "splits" }],
  );

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

/** The steps that no usual layer has. @type {Record<Exclude<Step["kind"], import("./steps.js").UsualKind | "depthwise" | "pointwise">, import("./steps.js").Tell>} */
export const steps = {
  said: readSaid,
  biases: biasesSaid,
  peepholes: ({ layer: { rule } }) =>
    plain({ id: "peepholes" }, { id: "peepholes", count: rule.peepholes ?? "" }, [{ id: "peepholes" }]),
  normalization: normalizationSaid,
  initial_state: ({ layer: { rule, units } }) =>
    plain({ id: "initial_state" }, { id: "initial_state", states: rule.initial_state ?? "", units }, [
      { id: "initial_state" },
    ]),
  unused: unusedSaid,
  custom: ({ layer: { name } }) => plain({ id: "custom" }, { id: "custom", name }, []),
  counter: ({ layer: { cell } }) => {
    const id = cell === "Normalization" ? "counter_of_data" : "counter";
    return plain({ id }, { id }, [{ id: "counter" }]);
  },
  ...attentionSteps,
};
