/**
 * What is said of the layers around recurrent ones, and of layers that are not trained, or not alone: what does without parameters, what
 * begins a branch. No formula here. The words come later than the derivation's, see parts/supplements.js.
 */

/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** @typedef {import("./facts.js").StepFacts} StepFacts */
/** @typedef {import("./say.js").Said<SupplementMessages["around"]["does"]>} DoesSaid */
/** @typedef {import("./say.js").Said<SupplementMessages["around"]["also"]>} AlsoSaid */

/**
 * What a layer without parameters does, without a language; undefined for one that has some.
 * @param {StepFacts} facts
 * @returns {DoesSaid | undefined}
 */
export function doesSaid({ layer, kind, stepsIn }) {
  if (!kind?.does) return undefined;
  const { width, steps } = layer.hands_on;
  return { id: kind.does, name: layer.name, read: layer.input, stepsIn, width, steps };
}

/**
 * What is said besides of a layer, without a language.
 * @param {StepFacts} facts
 * @returns {AlsoSaid[]}
 */
export function alsoSaid({ layer, kind, place, framework, freezes }) {
  /** @type {AlsoSaid[]} */
  const said = [];
  const { tied, total, frozen } = layer;
  if ((kind?.reads_words || kind?.does === "enters") && place > 1) said.push({ id: "branch" });
  if (tied >= 0) said.push({ id: "tied", place: tied + 1 });
  if (total === "" || total === "0") return said;
  if (frozen === total) said.push({ id: "frozen", count: frozen });
  else if (freezes && frozen === "0") said.push({ id: "frozen_in_vain", name: framework });
  return said;
}
