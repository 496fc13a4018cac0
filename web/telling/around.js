/**
 * What is said of the layers around recurrent ones, and of layers that are not trained, or not alone: what does without parameters, what
 * begins a branch. No formula here. It comes later than the derivation, see parts/supplements.js.
 */

import { isOff } from "../form/layers_text.js";
import { comingSteps, frameworkOf, isNothing, startsChain } from "./facts.js";
import { say } from "./say.js";
import { lastWhysSaid, whysSaid } from "./whys.js";

/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** What a layer is told from. @typedef {{ answer: import("../engine.js").Answer, catalog: import("../engine.js").Catalog }} Model */
/** What a step says, with what is said besides. @typedef {<Words extends { sentence: string, why: string, ask?: string }>(words: Words, step: import("../engine.js").Step, facts: StepFacts, model: Model) => Words} Besides */
/** @typedef {import("./say.js").Said<SupplementMessages["around"]["does"]>} DoesSaid */
/** @typedef {import("./say.js").Said<SupplementMessages["around"]["also"]>} AlsoSaid */

/**
 * How many time steps come into a layer; "" where that is not known, or there are none.
 * @param {Model} model
 * @param {number} index
 */
export function stepsInto({ answer, catalog }, index) {
  if (index > 0) return startsChain(answer.layers, index, catalog) ? "" : answer.layers[index - 1].hands_on.steps;
  return comingSteps(answer, catalog);
}

/**
 * What a layer without parameters does, without a language; undefined for one that has some.
 * @param {StepFacts} facts
 * @param {Model} model
 * @returns {DoesSaid | undefined}
 */
export function doesSaid({ layer, kind, place }, model) {
  if (!kind?.does) return undefined;
  const stepsIn = stepsInto(model, place - 1);
  const { width, steps } = layer.hands_on;
  return { id: kind.does, name: layer.name, read: layer.input, stepsIn, width, steps };
}

/**
 * What is said besides of a layer, without a language.
 * @param {StepFacts} facts
 * @param {Model} model
 * @returns {AlsoSaid[]}
 */
export function alsoSaid({ layer, kind, place }, { answer, catalog }) {
  /** @type {AlsoSaid[]} */
  const said = [];
  const { tied, total, frozen } = layer;
  if ((kind?.reads_words || kind?.does === "enters") && place > 1) said.push({ id: "branch" });
  if (tied >= 0) said.push({ id: "tied", place: tied + 1 });
  if (total === "" || total === "0") return said;
  if (frozen === total) said.push({ id: "frozen", count: frozen });
  else if (
    frozen === "0" &&
    answer.written[layer.origin].args.some(({ name, text }) => name === "trainable" && isOff(text))
  )
    said.push({ id: "frozen_in_vain", name: frameworkOf(answer, catalog).name });
  return said;
}

/**
 * A question of its own is about biases, which the framework has its reason for.
 * @param {Pick<SupplementMessages, "around" | "reason">} m
 * @returns {Besides}
 */
export const besidesIn =
  ({ around, reason }) =>
  (words, step, facts, model) => {
    const does = isNothing(step, facts) && doesSaid(facts, model);
    const also = step === facts.layer.steps.at(-1) ? alsoSaid(facts, model) : [];
    const sentence = [does ? say(around.does, does) : words.sentence, ...also.map((one) => say(around.also, one))];
    const because = [say(around.whys, ...lastWhysSaid(step.kind, facts)), words.ask && reason[facts.reason]];
    const why = [say(around.whys, ...whysSaid(step.kind, facts)), words.why, ...because].filter(Boolean);
    return { ...words, sentence: sentence.join(" "), why: why.join(" ") };
  };
