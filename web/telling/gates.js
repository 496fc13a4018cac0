/** What a gate is: said for a layer that has some, when a reader asks. It comes later than the derivation, see parts/supplements.js. */
import { say } from "./say.js";

/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** @typedef {keyof SupplementMessages["gate"]["decides"]} Decision */

/** The parts that the gates' equation does not show. */
const further = /** @type {string[]} */ (["peepholes", "normalization"]);

/**
 * The equation of a gate: a sigmoid of what its units read, in the framework's signs. Of two biases each side has one.
 * @param {StepFacts} facts
 */
function equationOf({ layer, words }) {
  const { bias, bias_vectors, input_first } = layer.rule;
  const times = layer.window.length > 0 ? " ∗ " : " ";
  if (bias === "2") return `σ(W${times}${words.current} + b + U${times}${words.previous} + b′)`;
  const read = input_first ? [words.current, words.previous] : [words.previous, words.current];
  const added = bias === "0" || bias_vectors === "0" ? "" : " + b";
  return `σ(W${times}[${read.join(", ")}]${added})`;
}

/** What each gate decides, by what the cell is. @param {Layer} layer @returns {Decision[]} */
function decisionsOf({ gates }) {
  const roles = gates.filter(({ unused }) => !unused).map(({ role }) => role);
  const cell = roles.includes("output") ? "state" : "activations";
  return roles.flatMap((role) => (role === "candidate" ? [] : [/** @type {Decision} */ (`${role}_of_${cell}`)]));
}

/**
 * What a gate is, without a language.
 * @param {StepFacts} facts
 */
export function gateSaid(facts) {
  const { layer } = facts;
  const plain = !layer.steps.some(({ kind }) => further.includes(kind));
  return { equation: equationOf(facts), plain, decides: decisionsOf(layer) };
}

/** The same in a language: three sentences. @param {StepFacts} facts @param {Pick<SupplementMessages, "gate">} m */
export function gateWords(facts, { gate: words }) {
  const { equation, plain, decides } = gateSaid(facts);
  const told = decides.map((id) => say(words.decides, { id }));
  return say(
    words.sentences,
    { id: plain ? "is" : "is_at_its_core", equation },
    { id: "factor" },
    { id: "here", told },
  );
}
