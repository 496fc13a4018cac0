/** What was typed of a layer, and which layers are read one after the other, for the code that builds a model. */
import { toAscii } from "../form/digits.js";
import { isOff as isFalse } from "../form/layers_text.js";
import { startsChain } from "../telling/facts.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */

/**
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {string} option
 */
export function typed(answer, layer, option) {
  const name = layer.way === "backward" ? `backward_layer.${option}` : option;
  return toAscii(answer.written[layer.origin].args.find((arg) => arg.name === name)?.text ?? "").trim();
}

/** @param {Answer} answer @param {Layer} layer @param {string} option */
export const isOff = (answer, layer, option) => isFalse(typed(answer, layer, option));

/** @param {Answer} answer @param {Layer} layer @param {string} option */
export const isOn = (answer, layer, option) => /^(true|1)$/i.test(typed(answer, layer, option));

/** Whether it is used at every time step. @param {Answer} answer @param {Layer} layer */
export const isEach = ({ written }, layer) => written[layer.origin].args.some(({ name }) => name === "TimeDistributed");

/** Whether it is frozen by its own word. @param {Answer} answer @param {Layer} layer */
export const isFrozen = (answer, layer) => isOff(answer, layer, "trainable") && layer.frozen !== "0";

/**
 * The layers in chains: each begins with one that does not read what the one before hands on.
 * @param {Answer} answer
 * @param {import("../engine.js").Catalog} catalog
 */
export function chainsOf({ layers }, catalog) {
  /** @type {Layer[][]} */
  const chains = [];
  layers.forEach((layer, index) => {
    if (startsChain(layers, index, catalog)) chains.push([layer]);
    else chains[chains.length - 1].push(layer);
  });
  return chains;
}
