/**
 * The matrices of an attention, each with its biases as one block: a row for each number that it makes, a column for each that it reads.
 * Whole numbers of any length, no rounding.
 */

/** @typedef {import("./drawing.js").Box} Box */
/** @typedef {import("./drawing.js").Cell} Cell */
/** @typedef {import("./drawing.js").Piece} Piece */
/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {{ name: string, reads: bigint, units: bigint, kernel: number, bias: number }} Matrix `kernel`, `bias`: the tensors that it stands in, by their places; −1 for none */

/** What the matrices make, in the order in which it is told, by the letter that every framework's tensors begin with. */
const made = { q: "query", k: "key", v: "value", g: "gate" };

/** @param {string} name of a tensor: "query/kernel", "k_proj.weight", "W_V" */
const letterOf = (name) => /^(?:W_|b_)?(.)/i.exec(name)?.[1].toLowerCase() ?? "";

/** @param {string[]} sides */
const product = (sides) => sides.reduce((all, side) => all * BigInt(side), 1n);

/**
 * How many numbers a matrix makes: one for each of its biases; else what its shape says.
 * @param {string[]} shape
 * @param {bigint | undefined} biases
 * @param {string} read what the layer reads
 */
function unitsOf(shape, biases, read) {
  if (biases !== undefined) return biases;
  if (shape.length > 2) return product(shape.slice(1));
  return product(shape[1] === read ? shape.slice(0, 1) : shape.slice(1));
}

/**
 * Undefined where a part's tensors are not such matrices.
 * @param {Pick<Layer, "weights" | "input">} layer
 * @param {Cell[]} members
 * @returns {Matrix[] | undefined}
 */
export function matricesOf({ weights, input }, members) {
  const tensors = [...new Set(members.map(({ tensor }) => tensor))];
  const kernels = tensors.filter((tensor) => weights[tensor].role !== "bias");
  const biases = tensors.filter((tensor) => weights[tensor].role === "bias");
  const output = members[0].topic === "output_projection";
  const fused = !output && kernels.length === 1;
  const letters = /** @type {(keyof typeof made)[]} */ (Object.keys(made));
  const names = fused ? letters.slice(0, 3) : output ? ["o"] : letters;
  const matrices = names.flatMap((letter) => {
    const of = (/** @type {number[]} */ some) =>
      some.find((tensor) => some.length === 1 || letterOf(weights[tensor].name) === letter) ?? -1;
    const [kernel, bias] = [of(kernels), of(biases)];
    if (kernel < 0 || (bias < 0 && biases.length > 0)) return [];
    const parts = BigInt(fused ? names.length : 1);
    const shared = BigInt(biases.length === 1 ? (fused ? names.length : kernels.length) : 1);
    const own = bias < 0 ? undefined : BigInt(weights[bias].count) / shared;
    const { shape, count } = weights[kernel];
    const units = fused && own === undefined ? BigInt(count) / parts / BigInt(input) : unitsOf(shape, own, input);
    const reads = units > 0n ? BigInt(count) / parts / units : 0n;
    return [{ name: made[/** @type {keyof typeof made} */ (letter)] ?? "", reads, units, kernel, bias }];
  });
  const area = matrices.reduce((sum, { reads, units, bias }) => sum + (reads + (bias < 0 ? 0n : 1n)) * units, 0n);
  const all = members.reduce((sum, { width, height }) => sum + width * height, 0n);
  return matrices.length > 0 && area === all ? matrices : undefined;
}

/**
 * Each matrix and its biases, one under the other.
 * @param {Matrix[]} matrices
 */
export function stacked(matrices) {
  let y = 0n;
  return matrices.map(({ name, reads, units, kernel, bias }) => {
    const at = y;
    y += units;
    const wide = bias < 0 ? 0n : 1n;
    const box = (/** @type {bigint} */ x, /** @type {bigint} */ width) => ({ x, y: at, width, height: units });
    return { name, kernel, bias, whole: box(0n, reads + wide), weights: box(0n, reads), biases: box(reads, wide) };
  });
}
