/** Where the numbers at the picture come from. */

/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {{ units: string, previous: string, input: string, bias: string, directions: string, reads: string, matrix: string, whole: string, of: (kind: string) => string }} Refs */

/**
 * Where the numbers at the drawing come from, in the paths of the steps' tokens.
 * @param {Layer} layer
 * @param {number} index
 * @returns {Refs}
 */
export function refsOf({ steps, gates }, index) {
  const of = (/** @type {string} */ kind) => {
    const place = steps.findIndex((step) => step.kind === kind);
    return place < 0 ? "" : `layers.${index}.steps.${place}`;
  };
  const numbers = (/** @type {string} */ kind) =>
    steps.find((step) => step.kind === kind)?.numbers.tokens.filter((token) => token.kind === "number") ?? [];
  const read = numbers("reads").map(({ ref }) => ref);
  const biases = read.filter((ref) => ref === "rule.bias");
  const features = read.filter((ref) => ref !== "rule.bias");
  const input = features.at(-1) ?? "";
  const previous = features.length > 1 ? features[0] : "";
  const bias = biases[0] ?? numbers("biases").find(({ ref }) => ref.startsWith("rule."))?.ref ?? "rule.bias";
  const units = numbers("matrix").at(-1)?.ref ?? "";
  const matrix = of("matrix");
  return {
    units,
    previous,
    input,
    bias,
    directions: numbers("directions")[0]?.ref ?? "rule.directions",
    reads: of("reads"),
    matrix,
    whole: of("matrices_total") || (gates.length < 2 ? matrix : ""),
    of,
  };
}
