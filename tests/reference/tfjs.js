/**
 * What the scripts that run TensorFlow.js share. The first argument of each is a folder that holds node_modules/@tensorflow/tfjs.
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";

const load = createRequire(`${resolve(process.argv[2] ?? ".")}/`);
console.warn = () => {}; // it recommends another package

export const tf = load("@tensorflow/tfjs");
export const version = tf.version.tfjs.split(".").slice(0, 2).join(".");

/** Names and shapes of a model's tensors, as reference.csv has them. @param {any} model */
export const tensorsOf = (model) =>
  model.layers
    .flatMap((/** @type {any} */ layer) => layer.weights)
    .map((/** @type {any} */ weight) => {
      const name = weight.originalName.split("/").pop().replace(/_\d+$/, "");
      return `${name}:${weight.shape.join("x")}`;
    })
    .join(";");

/**
 * Numbers at random, the same ones for the same seed (mulberry32).
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed;
  /** From 0 to 1. */
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    random,
    upTo: (/** @type {number} */ most) => 1 + Math.floor(random() * most),
    /** @template T @param {T[]} choices */
    one: (choices) => choices[Math.floor(random() * choices.length)],
  };
}
