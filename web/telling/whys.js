/**
 * Why convolutions and attentions count as they do, and where two biases stand, beyond what stands with their derivation at once: it comes
 * later, see parts/supplements.js. No formula here.
 */
import { filterOf, isDepthwise, isTransposed, placesOf } from "./convolutions.js";
import { biasesOf } from "./steps.js";

/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("../engine.js").Step["kind"]} Kind */
/** @typedef {import("./say.js").Said<import("../messages/languages.js").SupplementMessages["around"]["whys"]>} WhySaid */

/** @param {StepFacts} facts @returns {WhySaid[]} */
function windowWhy({ layer, kind, recurrent }) {
  if (kind?.group !== "convolution") return [];
  if (recurrent) return [{ id: "convolves" }];
  if (isDepthwise(layer)) return [{ id: "alone" }];
  if (placesOf(layer) !== undefined) return [{ id: "own_places" }];
  /** @type {WhySaid[]} */
  const said = [{ id: isTransposed(layer) ? "spreads" : "window" }];
  if (filterOf(layer).grouped) said.push({ id: "groups" });
  return said;
}

/** @type {Partial<Record<Kind, (facts: StepFacts) => WhySaid[]>>} */
const whys = {
  reads: windowWhy,
  depthwise: ({ kind }) => (kind?.group === "convolution" ? [{ id: "apart" }] : []),
  pointwise: () => [{ id: "mixes" }],
  projections: () => [{ id: "attends" }],
  output_projection: () => [{ id: "joins_heads" }],
  scale: () => [{ id: "scores" }],
  slopes: ({ layer }) => (/^[1,]*$/.test(layer.weights[0].shape.slice(0, -1).join()) ? [] : [{ id: "shared_axes" }]),
};

/**
 * What is explained first, before what stands there at once; without a language.
 * @param {Kind} kind of the step
 * @param {StepFacts} facts
 */
export const whysSaid = (kind, facts) => whys[kind]?.(facts) ?? [];

/**
 * What is explained last, likewise: the biases of each side in one tensor, where the reset gate stands between them.
 * @param {Kind} kind
 * @param {StepFacts} facts
 * @returns {WhySaid[]}
 */
export function lastWhysSaid(kind, { layer }) {
  if (kind !== "reads" || layer.rule.bias !== "2" || layer.rule.spare === layer.rule.matrices) return [];
  const [tensor, other] = biasesOf(layer);
  if (!tensor || other || tensor.direction === "both") return [];
  return [{ id: "one_tensor", tensor: tensor.name, shape: tensor.shape }];
}
