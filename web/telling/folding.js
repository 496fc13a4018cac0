/** Which layers of a long derivation stand there with their title alone. No browser here, and no words. */

/** @typedef {import("./outline.js").Part} Part */

/** So many layers stand there with all their steps; of more, the first. */
const mostUnfolded = 4;

/**
 * The layers that are folded; undefined where none can be.
 * @param {Part[]} parts
 * @param {readonly number[]} turned those that are folded or open other than at first
 * @returns {Set<number> | undefined}
 */
export function foldedLayers(parts, turned) {
  const layers = parts.filter(({ kind }) => kind === "layer").map(({ layer }) => layer);
  if (layers.length <= mostUnfolded) return undefined;
  return new Set(layers.filter((layer) => layer > 0 !== turned.includes(layer)));
}
