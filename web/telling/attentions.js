/** What the steps of an attention say, and of a PReLU, which also learns numbers of its own kind; before any language. No formula here. */

/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("./steps.js").StepSaid} StepSaid */

/** A layer's tensors that a step counts. @param {Layer} layer @param {Step["kind"]} topic */
const tensorsOf = ({ weights }, topic) => weights.filter(({ cells }) => cells.some((cell) => cell.topic === topic));

/**
 * What is said of the biases of its matrices.
 * @param {Layer} layer
 * @param {"projections" | "output_projection"} topic
 * @returns {StepSaid["sentence"][0]}
 */
function biasesOf(layer, topic) {
  const tensors = tensorsOf(layer, topic);
  const biases = tensors.filter(({ role }) => role === "bias");
  if (biases.length === 0) return { id: "no_bias" };
  // Each with a switch of its own: a bias stands beside its matrix then, and not in one for all.
  const apart = biases.length < tensors.length - biases.length && biases.every(({ name }) => name.includes("."));
  return apart
    ? { id: "projections_biased_in_part", names: biases.map(({ name }) => name) }
    : { id: `${topic}_biased` };
}

/** The same weights at every time step. @type {StepSaid["why"]} */
const everyStep = [{ id: "steps_uncounted" }];

/** @param {StepFacts} facts @returns {StepSaid} */
function projectionsSaid({ layer }) {
  // Where heads have a size of their own, it is a side of the tensors.
  const own = tensorsOf(layer, "projections").some(({ role, shape }) => role !== "bias" && shape.length > 2);
  /** @type {StepSaid["sentence"]} */
  const sentence = [{ id: own ? "projections" : "projections_divided" }, biasesOf(layer, "projections")];
  // Queries, keys and values are three.
  if (tensorsOf(layer, "projections").filter(({ role }) => role !== "bias").length > 3)
    sentence.splice(1, 0, { id: "projections_gated" });
  if (layer.cell.startsWith("GroupQuery")) sentence.splice(1, 0, { id: "projections_shared" });
  return { title: { id: "projections" }, sentence, why: everyStep };
}

/** @param {StepFacts} facts @returns {StepSaid} */
function scaleSaid({ layer }) {
  const tensors = tensorsOf(layer, "scale");
  const ofFeatures = tensors.some(({ shape }) => shape.some((side) => side !== "1"));
  const names = tensors.map(({ name }) => name);
  return {
    title: { id: names.length === 1 && !ofFeatures ? "score_scale" : "score_scales" },
    sentence: [ofFeatures ? { id: "score_scale_of_features" } : { id: "score_scales", names }],
    why: everyStep,
  };
}

/** @param {StepFacts} facts @returns {StepSaid["sentence"][0]} */
function slopesSentence({ layer }) {
  const shape = tensorsOf(layer, "slopes")[0]?.shape ?? [];
  const features = shape.at(-1) ?? "1"; // a number alone has no sides
  const steps = shape.length > 1 ? shape[0] : "1";
  if (features === "1") return steps === "1" ? { id: "slope" } : { id: "slopes_of_steps", steps };
  return steps === "1" ? { id: "slopes_of_features", features } : { id: "slopes", features, steps };
}

/** The steps that no other layer has. @type {Pick<Record<Step["kind"], (facts: StepFacts) => StepSaid>, "projections" | "output_projection" | "extra_key" | "scale" | "slopes">} */
export const attentionSteps = {
  projections: projectionsSaid,
  output_projection: ({ layer }) => ({
    title: { id: "output_projection" },
    sentence: [{ id: "output_projection" }, biasesOf(layer, "output_projection")],
    why: everyStep,
  }),
  extra_key: () => ({ title: { id: "extra_key" }, sentence: [{ id: "extra_key" }], why: [{ id: "extra_key" }] }),
  scale: scaleSaid,
  slopes: (facts) => ({ title: { id: "slopes" }, sentence: [slopesSentence(facts)], why: [{ id: "slopes" }] }),
};
