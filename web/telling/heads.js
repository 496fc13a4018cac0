/** What the steps of a cell say whose units are divided among heads, before any language. No formula here. */
import { gatesOf, plain } from "./steps.js";

/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("./steps.js").StepSaid} StepSaid */

/** @param {StepFacts} facts @returns {StepSaid} */
function matricesSaid({ layer, both }) {
  const { cell, rule } = layer;
  /** @type {StepSaid["sentence"][0]} */
  const sentence = { id: "gates", cell, both, things: "matrices", ...gatesOf(layer) };
  return plain({ id: "matrices", count: rule.matrices }, sentence, [{ id: "three_gates" }, { id: "gates_exchanged" }]);
}

/** @param {StepFacts} facts @returns {StepSaid} */
function readsSaid({ layer, words, value }) {
  const sides = layer.weights.find(({ role }) => role === "recurrent_weights")?.shape ?? [];
  const [heads, head] = sides.map((side) => side.replace("?", ""));
  /** @type {StepSaid["sentence"][0]} */
  const sentence = {
    id: heads === "1" ? "reads_of_head" : "reads_of_heads",
    ...{ width: layer.input, heads, head, previous: words.previous, current: words.current },
  };
  const count = value("reads");
  return plain({ id: "reads" }, sentence, [
    ...(heads === "1" ? [] : [/** @type {const} */ ({ id: "heads" })]),
    count ? { id: "steps", count } : { id: "steps_uncounted" },
  ]);
}

/** @param {StepFacts} facts @returns {StepSaid} */
function matrixSaid({ layer: { input: units }, value }) {
  const title = /** @type {const} */ ({ id: "matrix" });
  const reads = value("reads");
  if (reads === "") return plain(title, { id: "matrix_uncounted" }, [{ id: "rows_uncounted" }]);
  return plain(title, { id: "matrix", units, reads }, [{ id: "rows_and_bias", units, reads }]);
}

/** @param {StepFacts} facts @returns {StepSaid} */
function convolutionSaid({ layer: { input, weights } }) {
  const window = [weights[0].shape.at(-1) ?? ""];
  return {
    title: { id: "convolution_before" },
    sentence: [
      { id: "filters_of_channels", input, count: "1" },
      { id: "filter_alone", window, bias: true },
    ],
    why: [{ id: "convolution_before" }],
  };
}

/** The steps that no other layer tells like that. @type {Partial<Record<Step["kind"], (facts: StepFacts) => StepSaid>>} */
export const headSteps = {
  matrices: matricesSaid,
  reads: readsSaid,
  matrix: matrixSaid,
  depthwise: convolutionSaid,
  normalization: ({ layer: { input } }) =>
    plain({ id: "normalization_of_heads" }, { id: "normalization_of_heads", width: input }, [
      { id: "normalization_of_heads" },
    ]),
};
