/**
 * The picture of a layer in cells, one cell a parameter: which rectangles there are, where they lie, and how two cuts divide
 * them. Everything is read off the tensors' counts and shapes; whole numbers of any length, no rounding.
 */
import { refsOf } from "./drawing_refs.js";
import { tensorTerms, termsOf } from "./drawing_terms.js";
import { roleOf } from "./roles.js";

/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").Weight} Weight */
/** @typedef {"previous" | "input" | "bias" | "other"} Role */
/** @typedef {{ x: bigint, y: bigint, width: bigint, height: bigint }} Box */
/** @typedef {{ role: Role, x: bigint, width: bigint, ref: string, strips: string[], second: boolean }} Column `strips`: the parts of what the layer before hands on */
/** @typedef {Box & { role: Role, strips: string[] }} Fill */
/** @typedef {Box & { name: string, count: string, ref: string, tensor: number }} Piece `tensor`: its index in the layer's weights, −1 for a whole matrix */
/**
 * @typedef {{
 *   kind: "block" | "peepholes" | "normalization" | "projection" | "embedding" | "vectors" | "unused",
 *   width: bigint, height: bigint, count: string, ref: string, columns: Column[], fills: Fill[], bands: Piece[], tensors: Piece[],
 * }} Part `bands`: the cut by matrix, `tensors`: the cut by tensor
 */
/** @typedef {{ direction: "forward" | "backward", parts: Part[] }} Side */
/** @typedef {{ times: bigint, count: string, names: string[], shape: string[], column: string }} Term `times` pieces of `count` each */
/** @typedef {{ index: number, layer: Layer, sides: Side[], refs: Refs, matrix: Term[], tensor: Term[], twice: Record<Cut, boolean> }} Drawing `twice`: the terms are those of one of two directions */
/** @typedef {"matrix" | "tensor"} Cut */
/** @typedef {import("./drawing_refs.js").Refs} Refs */
/** @typedef {Omit<Weight, "role"> & { role: Weight["role"] | "unused", index: number, share: bigint }} Shared a tensor and how much of it belongs to one direction */

const order = ["recurrent", "input", "bias", "second bias"];

/** @param {bigint[]} numbers */
const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0n);

/**
 * Undefined where there is nothing to draw: numbers are missing, or the layer keeps none.
 * @param {Layer} layer
 * @param {number} index of the layer
 * @returns {Drawing | undefined}
 */
export function drawingOf(layer, index) {
  if (layer.total === "" || layer.weights.length === 0) return undefined;
  const refs = refsOf(layer, index);
  const directions = layer.directions === "2" ? /** @type {const} */ (["forward", "backward"]) : ["forward"];
  const sides = directions.map((direction) => sideOf(layer, /** @type {Side["direction"]} */ (direction), refs));
  const [{ parts }] = sides;
  const whole = layer.weights.some(({ direction }) => direction === "both");
  return {
    index,
    layer,
    sides,
    refs,
    matrix: parts.flatMap((part) => termsOf(part.kind === "block" || part.kind === "vectors" ? part.bands : [part])),
    tensor: tensorTerms(layer, parts),
    twice: { matrix: sides.length > 1, tensor: sides.length > 1 && !whole },
  };
}

/**
 * @param {Layer} layer
 * @param {Side["direction"]} direction
 * @param {Refs} refs
 * @returns {Side}
 */
function sideOf(layer, direction, refs) {
  const weights = layer.weights.flatMap((weight, index) => {
    if (weight.direction !== direction && weight.direction !== "both") return [];
    const count = BigInt(weight.count);
    return [{ ...weight, index, share: weight.direction === "both" ? count / 2n : count }];
  });
  const taken = takeOut(layer, weights);
  const inBlock = taken.filter(({ column }) => column !== "");
  const block = inBlock.length > 0 ? [blockOf(layer, inBlock, refs)] : [];
  return { direction, parts: [...block, ...extrasOf(layer, taken, refs)] };
}

/**
 * The tensors, with what a fused one holds besides the block's columns as parts of their own: peepholes that are columns of the
 * recurrent weights (Deeplearning4j), and a gate's rows that are never used because another tensor stands in for them (Flux).
 * @param {Layer} layer
 * @param {Shared[]} weights
 * @returns {Shared[]}
 */
function takeOut(layer, weights) {
  const value = layer.steps.find(({ kind }) => kind === "peepholes")?.value ?? "";
  const hidden = value !== "" && !weights.some(({ role }) => role === "peephole");
  return weights.flatMap((weight) => {
    if (hidden && weight.role === "recurrent_weights") return splitOff(weight, "peephole", BigInt(value));
    const replaced = weight.gates.filter((id) =>
      weights.some(({ column, gate }) => column !== "" && column === weight.column && gate === id),
    );
    if (replaced.length === 0) return [weight];
    const gates = weight.gates.filter((id) => !replaced.includes(id));
    const share = (weight.share / BigInt(weight.gates.length)) * BigInt(replaced.length);
    return splitOff({ ...weight, gates }, "unused", share);
  });
}

/**
 * @param {Shared} weight
 * @param {Shared["role"]} role of what is split off
 * @param {bigint} share
 * @returns {Shared[]}
 */
function splitOff(weight, role, share) {
  return [
    { ...weight, share: weight.share - share },
    { ...weight, role, gate: "", gates: [], column: "", share },
  ];
}

/**
 * The bands that a tensor fills, by place.
 * @param {Layer} layer
 * @param {Shared} weight
 */
function bandsOf({ gates }, { gate, gates: fused }) {
  const ids = gates.map(({ id }) => id);
  const named = gate !== "" ? [gate] : fused.length > 0 ? fused : ids;
  return named.map((id) => ids.indexOf(id)).filter((place) => place >= 0);
}

/**
 * The widths of the columns that a tensor fills, by name.
 * @param {Layer} layer
 * @param {Shared} weight
 * @returns {[string, bigint][]}
 */
function widthsOf(layer, weight) {
  const width = weight.share / BigInt(bandsOf(layer, weight).length) / BigInt(layer.units);
  const names = weight.column.split(" + ");
  if (names.length === 1) return [[names[0], width]];
  const second = names[1] === "input" ? BigInt(layer.input) : width / 2n;
  return [
    [names[0], width - second],
    [names[1], second],
  ];
}

/**
 * @param {Layer} layer
 * @param {Shared[]} weights
 * @param {Refs} refs
 * @returns {Part}
 */
function blockOf(layer, weights, refs) {
  const units = BigInt(layer.units);
  const known = new Map(weights.flatMap((weight) => widthsOf(layer, weight)));
  const handed = layer.steps.find(({ kind }) => kind === "handed_on")?.numbers.tokens ?? [];
  const strips = handed.filter(({ kind }) => kind === "number").map(({ text }) => text);
  let end = 0n;
  const columns = order.flatMap((name) => {
    const width = known.get(name);
    if (width === undefined) return [];
    const role = /** @type {import("./roles.js").Role} */ (roleOf(name));
    end += width;
    const parts = role === "input" && strips.length > 1 ? strips : [];
    return [{ name, role, x: end - width, width, ref: refs[role], strips: parts, second: name === "second bias" }];
  });
  const fills = columns.flatMap(({ name, role, x, width, strips }) => {
    const filling = weights.filter(({ column }) => column.split(" + ").includes(name));
    const places = [...new Set(filling.flatMap((weight) => bandsOf(layer, weight)))];
    return runsOf(places).map((run) => ({ role, x, width, strips, ...heightOf(run, units) }));
  });
  const tensors = weights.flatMap((weight) => piecesOf(layer, weight, columns, units));
  const bands = layer.gates.map(({ id }, place) => bandOf(id, place, units, weights, layer, refs));
  const height = units * BigInt(layer.gates.length);
  const count = String(total(weights.map(({ share }) => share)));
  return { kind: "block", width: end, height, count, ref: refs.whole, columns, fills, bands, tensors: sorted(tensors) };
}

/**
 * A tensor's rectangles in the block: one, unless its gates lie apart.
 * @param {Layer} layer
 * @param {Shared} weight
 * @param {{ name: string, x: bigint }[]} columns
 * @param {bigint} units
 * @returns {Piece[]}
 */
function piecesOf(layer, weight, columns, units) {
  const places = bandsOf(layer, weight);
  const [[first]] = widthsOf(layer, weight);
  const width = total(widthsOf(layer, weight).map(([, one]) => one));
  const x = columns.find(({ name }) => name === first)?.x ?? 0n;
  return runsOf(places).map((run) => ({
    x,
    width,
    ...heightOf(run, units),
    name: weight.name,
    count: String((weight.share / BigInt(places.length)) * BigInt(run.length)),
    ref: "",
    tensor: weight.index,
  }));
}

/**
 * One matrix: what its gate has of every tensor.
 * @param {string} name
 * @param {number} place
 * @param {bigint} units
 * @param {Shared[]} weights
 * @param {Layer} layer
 * @param {Refs} refs
 * @returns {Piece}
 */
function bandOf(name, place, units, weights, layer, refs) {
  const filling = weights.filter((weight) => bandsOf(layer, weight).includes(place));
  const count = total(filling.map((weight) => weight.share / BigInt(bandsOf(layer, weight).length)));
  const width = total(filling.flatMap((weight) => widthsOf(layer, weight).map(([, one]) => one)));
  return { x: 0n, width, ...heightOf([place], units), name, count: String(count), ref: refs.matrix, tensor: -1 };
}

/** @param {number[]} run neighbouring bands @param {bigint} units */
const heightOf = (run, units) => ({ y: BigInt(run[0]) * units, height: BigInt(run.length) * units });

/** @param {number[]} places */
function runsOf(places) {
  /** @type {number[][]} */
  const runs = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[last.length - 1] === place - 1) last.push(place);
    else runs.push([place]);
  }
  return runs;
}

/** @param {Piece[]} pieces @returns {Piece[]} from left to right, then down */
const sorted = (pieces) => pieces.sort((a, b) => Number(a.x - b.x || a.y - b.y));

/** @type {Partial<Record<Shared["role"], Part["kind"]>>} */
const kinds = { peephole: "peepholes", projection: "projection", embedding: "embedding", unused: "unused" };

/**
 * What lies beside the block, by kind.
 * @param {Layer} layer
 * @param {Shared[]} weights
 * @param {Refs} refs
 */
function extrasOf(layer, weights, refs) {
  /** @type {Map<Part["kind"], Shared[]>} */
  const groups = new Map();
  for (const weight of weights) {
    if (weight.column !== "") continue;
    const kind = kinds[weight.role] ?? (layer.gates.length > 0 ? "normalization" : "vectors");
    groups.set(kind, [...(groups.get(kind) ?? []), weight]);
  }
  return [...groups].map(([kind, members]) => extraOf(kind, members, layer, refs));
}

/**
 * Tensors one under the other, as wide as what they belong to.
 * @param {Part["kind"]} kind
 * @param {Shared[]} members
 * @param {Layer} layer
 * @param {Refs} refs
 * @returns {Part}
 */
function extraOf(kind, members, layer, refs) {
  if (kind === "peepholes") return peepholesOf(members, layer, refs);
  const own = kind === "embedding" ? members[0].shape[1] : layer.units || layer.input;
  const width = BigInt(own);
  let end = 0n;
  const tensors = members.map(({ name, share, index }) => {
    const height = share / width;
    end += height;
    return { x: 0n, y: end - height, width, height, name, count: String(share), ref: refs.of(kind), tensor: index };
  });
  const count = String(total(members.map(({ share }) => share)));
  const role = /** @type {Role} */ (kind === "embedding" ? "input" : "other");
  const ref = refs.of(kind) || refs.matrix;
  const fills = [{ x: 0n, y: 0n, width, height: end, role, strips: [] }];
  return { kind, width, height: end, count, ref, columns: [], fills, bands: tensors, tensors };
}

/**
 * Peepholes: one cell wide, each beside the band of its gate. The candidate has none.
 * @param {Shared[]} members
 * @param {Layer} layer
 * @param {Refs} refs
 * @returns {Part}
 */
function peepholesOf(members, layer, refs) {
  const units = BigInt(layer.units);
  const gated = layer.gates.filter(({ candidate }) => !candidate).map(({ id }) => id);
  const ref = refs.of("peepholes");
  const tensors = members.flatMap((weight) => {
    const named = weight.gate !== "" || weight.gates.length > 0;
    const places = bandsOf(layer, named ? weight : { ...weight, gates: gated });
    return runsOf(places).map((run) => {
      const count = String((weight.share / BigInt(places.length)) * BigInt(run.length));
      return { x: 0n, width: 1n, ...heightOf(run, units), name: weight.name, count, ref, tensor: weight.index };
    });
  });
  const fills = tensors.map(({ y, height }) => ({
    x: 0n,
    y,
    width: 1n,
    height,
    role: /** @type {Role} */ ("other"),
    strips: [],
  }));
  const count = String(total(members.map(({ share }) => share)));
  const height = units * BigInt(layer.gates.length);
  return {
    kind: "peepholes",
    width: 1n,
    height,
    count,
    ref: ref || refs.matrix,
    columns: [],
    fills,
    bands: tensors,
    tensors,
  };
}
