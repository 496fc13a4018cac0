/**
 * Why convolutions and attentions count as they do, beyond what stands with their derivation at once: it comes later, see
 * parts/supplements.js. No formula here.
 */
import { filterOf, isDepthwise, isTransposed } from "./convolutions.js";

/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("../engine.js").Step["kind"]} Kind */
/** @typedef {import("./say.js").Said<import("../messages/languages.js").SupplementMessages["around"]["whys"]>} WhySaid */

/** @param {StepFacts} facts @returns {WhySaid[]} */
function windowWhy({ layer, kind, recurrent }) {
  if (kind?.group !== "convolution") return [];
  if (recurrent) return [{ id: "convolves" }];
  if (isDepthwise(layer)) return [{ id: "alone" }];
  /** @type {WhySaid[]} */
  const said = [{ id: isTransposed(layer) ? "spreads" : "window" }];
  if (filterOf(layer).grouped) said.push({ id: "groups" });
  return said;
}

/** @type {Partial<Record<Kind, (facts: StepFacts) => WhySaid[]>>} */
const whys = {
  reads: windowWhy,
  depthwise: () => [{ id: "apart" }],
  pointwise: () => [{ id: "mixes" }],
  projections: () => [{ id: "attends" }],
  output_projection: () => [{ id: "joins_heads" }],
  scale: () => [{ id: "scores" }],
  slopes: ({ layer }) => (/^1?$/.test(layer.weights[0].shape.slice(0, -1).join()) ? [] : [{ id: "shared_axes" }]),
};

/**
 * What is explained first, before what stands there at once; without a language.
 * @param {Kind} kind of the step
 * @param {StepFacts} facts
 */
export const whysSaid = (kind, facts) => whys[kind]?.(facts) ?? [];
