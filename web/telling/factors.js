/** A number as a product of sizes that stand in a model, where it is one in one way only. */
import { fullLayer } from "./facts.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {"directions" | "matrices" | "units" | "input"} SizeName */
/** @typedef {{ factors: { name: SizeName, size: string }[], place: number }} Product `place`: of the layer, from 1; 0 where there is but one, or several have it */

/**
 * Undefined where the number is no product of two sizes of a layer or more, or where it is in several ways.
 * @param {string} number
 * @param {Answer} answer
 * @returns {Product | undefined}
 */
export function productOf(number, { layers }) {
  /** @type {Map<string, Product>} */
  const found = new Map();
  layers.forEach((_, index) => {
    for (const factors of productsOf(fullLayer(layers, index))) {
      if (factors.length < 2 || String(factors.reduce((all, { size }) => all * BigInt(size), 1n)) !== number) continue;
      const key = factors.map(({ name, size }) => `${name} ${size}`).join();
      const place = layers.length === 1 ? 0 : index + 1;
      found.set(key, { factors, place: (found.get(key)?.place ?? place) === place ? place : 0 });
    }
  });
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/**
 * What a layer's units make with its other sizes: as many as there are, in each matrix and direction, for each number that they read.
 * @param {import("../engine.js").Layer} layer
 */
function productsOf({ units, input, directions, rule, weights }) {
  const size = (/** @type {SizeName} */ name, /** @type {string | undefined} */ size) => ({ name, size: size ?? "" });
  const own = size("units", units);
  const again = weights.some(({ cells }) => cells.some(({ column }) => column === "recurrent")); // the step before
  const reads = [[], [size("input", input)], ...(again ? [[own]] : [])];
  const matrices = [[], [size("matrices", rule?.matrices)]];
  const both = [[], [size("directions", directions)]];
  return both.flatMap((direction) =>
    matrices.flatMap((matrix) =>
      reads
        .map((read) => [...direction, ...matrix, own, ...read])
        .filter((factors) => factors.every(({ size }) => /^[1-9]\d*$/.test(size)))
        .map((factors) => factors.filter(({ size }) => size !== "1")),
    ),
  );
}
