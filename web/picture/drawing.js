/**
 * The picture of a layer, one cell a parameter: where the rectangles lie that its tensors consist of (`Weight.cells`), and how two
 * cuts divide them. Whole numbers of any length, no rounding.
 */

import { summandsOf } from "../telling/facts.js";
import { matricesOf, stacked } from "./attention.js";
import { colours } from "./colours.js";
import { tensorTerms, termsOf } from "./sum.js";

/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("./colours.js").Colour | "other"} Role */
/** @typedef {{ x: bigint, y: bigint, width: bigint, height: bigint }} Box */
/** @typedef {{ role: Role, x: bigint, width: bigint, ref: string, strips: string[], second: boolean }} Column `strips`: the parts of what the layer before hands on */
/** @typedef {Box & { role: Role, strips: string[] }} Fill */
/** @typedef {Box & { gate: string, column: string }} Place of a gate's column in a block */
/** @typedef {Box & { name: string, count: string, ref: string, tensor: number }} Piece `tensor`: its index in the layer's weights, −1 for a whole matrix */
/**
 * @typedef {{
 *   kind: "block" | "peepholes" | "normalization" | "projection" | "unused" | "matrix" | "biases" | "custom" | import("../engine.js").SpecialTopic,
 *   places: Place[], several: boolean, width: bigint, height: bigint, count: string, ref: string, columns: Column[], fills: Fill[], bands: Piece[], tensors: Piece[], frozen: Box[],
 * }} Part `places`: where a block's gates have their columns; `several`: it has more than one matrix; `bands`: the cut by matrix, `tensors`: the cut by tensor; `frozen`: where what is not trained lies
 */
/** @typedef {{ direction: "forward" | "backward", parts: Part[] }} Side */
/** @typedef {{ times: bigint, count: string, names: string[], shape: string[], column: string }} Term `times` pieces of `count` each */
/** @typedef {{ rows: string, directions: string, whole: string, of: (kind: string) => string }} Refs where numbers at the picture come from; `of`: the path of the step of that kind */
/** @typedef {{ index: number, layer: Layer, sides: Side[], loops: boolean, refs: Refs, matrix: Term[], tensor: Term[], twice: Record<Cut, boolean> }} Drawing `loops`: it reads what it put out; `twice`: the terms are those of one of two directions */
/** @typedef {"matrix" | "tensor"} Cut */
/** @typedef {Box & Pick<Piece, "name" | "ref" | "tensor"> & { topic: string, gate: string, column: string }} Cell one of a tensor's, once it has its place */

/** The block first, then what lies beside it, as the steps tell it. @type {string[]} */
const kinds = [
  ...["block", "depthwise", "pointwise", "projections", "extra_key", "output_projection", "scale", "slopes"],
  ...["matrix", "biases", "custom", "peepholes", "normalization", "projection", "initial_state", "unused"],
];

/** What consists of the matrices of an attention. @type {string[]} */
const projections = ["projections", "output_projection"];

/** From left to right, what a unit reads as its framework does. @param {Layer} layer */
const order = ({ rule }) => [
  ...(rule.input_first ? ["input", "recurrent"] : ["recurrent", "input"]),
  ...["bias", "second bias"],
];

/**
 * Undefined where there is nothing to draw: numbers are missing, or the layer keeps none.
 * @param {Layer} layer
 * @param {number} index of the layer
 * @returns {Drawing | undefined}
 */
export function drawingOf(layer, index) {
  if (layer.total === "" || layer.weights.length === 0) return undefined;
  const refs = refsOf(layer, index);
  const directions = /** @type {const} */ (["forward", "backward"]).slice(0, Number(layer.directions));
  const sides = directions.map((direction) => ({
    direction,
    parts: partsOf(layer, cellsOf(layer, direction), refs),
  }));
  const [{ parts }] = sides;
  const whole = layer.weights.some(({ direction }) => direction === "both");
  return {
    index,
    layer,
    sides,
    loops: parts[0].columns.some(({ role }) => role === "previous"),
    refs,
    matrix: parts.flatMap((part, place) => termsOf(place === 0 ? part.bands : [part])),
    tensor: tensorTerms(layer, parts),
    twice: { matrix: sides.length > 1, tensor: sides.length > 1 && !whole },
  };
}

/**
 * @param {Layer} layer
 * @param {number} index
 * @returns {Refs}
 */
function refsOf({ steps, gates }, index) {
  const of = (/** @type {string} */ kind) => {
    const place = steps.findIndex((step) => step.kind === kind);
    return place < 0 ? "" : `layers.${index}.steps.${place}`;
  };
  const numbers = (/** @type {string} */ kind) =>
    steps.find((step) => step.kind === kind)?.numbers.tokens.filter((token) => token.kind === "number") ?? [];
  const factors = numbers("matrix");
  return {
    rows: factors.at(gates.length > 0 ? -1 : 0)?.ref ?? "",
    directions: numbers("directions")[0]?.ref ?? "",
    whole: of("matrices_total") || (gates.length < 2 ? of("matrix") : ""),
    of,
  };
}

/**
 * The cells of one direction, without places.
 * @param {Layer} layer
 * @param {Side["direction"]} direction
 * @returns {Cell[]}
 */
function cellsOf({ weights }, direction) {
  return weights.flatMap((weight, tensor) => {
    const { name, cells } = weight;
    const half = cells.length / 2;
    const ofBoth = direction === "forward" ? cells.slice(0, half) : cells.slice(half);
    const own = weight.direction === "both" ? ofBoth : weight.direction === direction ? cells : [];
    return own.map(({ rows, columns, ...cell }) => {
      return { ...cell, x: 0n, y: 0n, width: BigInt(columns), height: BigInt(rows), name, tensor };
    });
  });
}

/**
 * The block; beside it what belongs to its gates; and what belongs to none, by topic.
 * @param {Layer} layer
 * @param {Cell[]} cells
 * @param {Refs} refs
 */
function partsOf(layer, cells, refs) {
  /** @type {Map<Part["kind"], Cell[]>} */
  const groups = new Map();
  for (const cell of cells) {
    const besides = cell.column === "" ? "peepholes" : "block";
    const kind = cell.gate === "" ? /** @type {Part["kind"]} */ (cell.topic) : besides;
    groups.set(kind, [...(groups.get(kind) ?? []), cell]);
  }
  const inOrder = [...groups].sort(([a], [b]) => kinds.indexOf(a) - kinds.indexOf(b));
  return inOrder.map(([kind, members]) => {
    if (kind === "block") return blockOf(layer, members, refs);
    if (kind === "peepholes") return peepholesOf(layer, members);
    const matrices = projections.includes(kind) ? matricesOf(layer, members) : undefined;
    return matrices ? attentionOf(kind, layer, members, matrices) : extraOf(kind, layer, members);
  });
}

/**
 * @param {Layer} layer
 * @param {Cell[]} members
 * @param {Refs} refs
 * @returns {Part}
 */
function blockOf(layer, members, refs) {
  const strips = summandsOf(layer.steps.find(({ kind }) => kind === "handed_on"));
  let end = 0n;
  const columns = order(layer).flatMap((name) => {
    const role = /** @type {Role} */ (colours[name]);
    const cell = members.find(({ column }) => column === name);
    if (!cell) return [];
    const { width, ref } = cell;
    const x = end;
    end += width;
    const parts = name === "input" && strips.length > 1 ? strips : [];
    return [{ name, role, x, width, ref, strips: parts, second: name === "second bias" }];
  });
  const cells = banded(layer, members).map((cell) => {
    return { ...cell, x: columns.find(({ name }) => name === cell.column)?.x ?? 0n };
  });
  const fills = columns.flatMap(({ name, role, strips }) =>
    joined(cells.filter(({ column }) => column === name)).map((box) => ({ ...box, role, strips })),
  );
  const bands = usedGates(layer).flatMap(({ id }) =>
    joined(cells.filter(({ gate }) => gate === id)).map((box) => pieceOf(box, id, refs.of("matrix"), -1)),
  );
  const height = cells[0].height * BigInt(usedGates(layer).length);
  const tensors = byTensor(cells, () => "").sort((a, b) => Number(a.x - b.x || a.y - b.y)); // from left to right, then down
  const frozen = joined(frozenOf(layer, cells));
  const count = areaOf(cells);
  return {
    kind: "block",
    places: cells.map(({ x, y, width, height, gate, column }) => ({ x, y, width, height, gate, column })),
    several: bands.length > 1,
    width: end,
    height,
    count,
    ref: refs.whole,
    columns,
    fills,
    bands,
    tensors,
    frozen,
  };
}

/**
 * Peepholes, used or not: one cell wide, each beside the band of its gate.
 * @param {Layer} layer
 * @param {Cell[]} members
 * @returns {Part}
 */
function peepholesOf(layer, members) {
  const cells = banded(layer, members);
  const [{ width, height, ref }] = cells;
  const tensors = byTensor(cells, (cell) => cell.ref);
  const fills = tensors.map((box) => ({ ...box, role: /** @type {Role} */ ("other"), strips: [] }));
  const high = height * BigInt(usedGates(layer).length);
  return {
    kind: "peepholes",
    places: [],
    several: tensors.length > 1,
    width,
    height: high,
    count: areaOf(cells),
    ref,
    columns: [],
    fills,
    bands: tensors,
    tensors,
    frozen: frozenOf(layer, cells),
  };
}

/**
 * The matrices of an attention one under the other, as the bands of a block are.
 * @param {Part["kind"]} kind
 * @param {Layer} layer
 * @param {Cell[]} members
 * @param {import("./attention.js").Matrix[]} matrices
 * @returns {Part}
 */
function attentionOf(kind, layer, members, matrices) {
  const [{ column, ref }] = members;
  const role = /** @type {Role} */ (colours[column] ?? "other");
  const blocks = stacked(matrices);
  const [{ reads }] = matrices;
  const even = matrices.every((one) => one.reads === reads);
  const input = {
    role,
    x: 0n,
    width: reads,
    ref: layer.input === String(reads) ? "input" : "",
    strips: [],
    second: false,
  };
  const bias = { role: /** @type {Role} */ ("bias"), x: reads, width: 1n, ref: "rule.bias", strips: [], second: false };
  const hasBias = blocks.some((one) => one.bias >= 0);
  const bands = blocks.map(({ whole, name }) => pieceOf(whole, name, ref, -1));
  const cells = blocks.flatMap(({ weights, biases, kernel, bias }) => [
    { ...weights, tensor: kernel },
    ...(bias < 0 ? [] : [{ ...biases, tensor: bias }]),
  ]);
  const tensors = [...new Set(cells.map(({ tensor }) => tensor))].flatMap((tensor) =>
    joined(cells.filter((cell) => cell.tensor === tensor)).map((box) =>
      pieceOf(box, layer.weights[tensor].name, "", tensor),
    ),
  );
  const filled = (/** @type {Box[]} */ boxes, /** @type {Role} */ role) =>
    joined(boxes).map((box) => ({ ...box, role, strips: [] }));
  const last = /** @type {Box} */ (bands.at(-1));
  return {
    kind,
    places: [],
    several: bands.length > 1,
    width: bands.reduce((most, { width }) => (width > most ? width : most), 0n),
    height: last.y + last.height,
    count: areaOf(members),
    ref,
    columns: even ? [input, ...(hasBias ? [bias] : [])] : [],
    fills: [
      ...filled(
        blocks.map(({ weights }) => weights),
        role,
      ),
      ...filled(
        blocks.flatMap(({ bias, biases }) => (bias < 0 ? [] : [biases])),
        "bias",
      ),
    ],
    bands,
    tensors,
    frozen: frozenOf(layer, tensors),
  };
}

/**
 * Tensors one under the other; what is never used side by side.
 * @param {Part["kind"]} kind
 * @param {Layer} layer
 * @param {Cell[]} members
 * @returns {Part}
 */
function extraOf(kind, layer, members) {
  const { gates } = layer;
  const [{ column, ref }] = members;
  const role = /** @type {Role} */ (colours[column] ?? "other");
  const beside = kind === "unused"; // columns of units, as in the block
  let width = beside ? 0n : members[0].width;
  let height = beside ? members[0].height : 0n;
  const tensors = members.map((cell) => {
    const box = beside ? { ...cell, x: width } : { ...cell, y: height };
    if (beside) width += cell.width;
    else height += cell.height;
    return pieceOf(box, cell.name, gates.length > 0 ? cell.ref : "", cell.tensor);
  });
  const wide = tensors.reduce((most, box) => (box.width > most ? box.width : most), 0n);
  if (!beside) width = wide;
  // Those of one width are one rectangle.
  const even = beside || tensors.every((box) => box.width === wide);
  const boxes = even ? [{ x: 0n, y: 0n, width, height }] : tensors;
  const fills = boxes.map((box) => ({ x: box.x, y: box.y, width: box.width, height: box.height, role, strips: [] }));
  const frozen = frozenOf(layer, tensors);
  return {
    kind,
    places: [],
    several: tensors.length > 1,
    width,
    height,
    count: areaOf(members),
    ref,
    columns: [],
    fills,
    bands: tensors,
    tensors,
    frozen,
  };
}

/**
 * Each cell at the height of its gate's band.
 * @param {Layer} layer
 * @param {Cell[]} cells
 */
const banded = (layer, cells) =>
  cells.map((cell) => {
    const band = usedGates(layer).findIndex(({ id }) => id === cell.gate);
    return { ...cell, y: cell.height * BigInt(band) };
  });

/**
 * What of it is not trained.
 * @template {{ tensor: number }} Piece
 * @param {Layer} layer
 * @param {Piece[]} pieces
 */
const frozenOf = ({ weights }, pieces) => pieces.filter(({ tensor }) => !weights[tensor].trainable);

/** The gates that have a band in the block. @param {Layer} layer */
const usedGates = ({ gates }) => gates.filter(({ unused }) => !unused);

/**
 * A piece for every tensor, several where its cells lie apart.
 * @param {Cell[]} cells
 * @param {(cell: Cell) => string} ref
 */
function byTensor(cells, ref) {
  return [...new Set(cells.map(({ tensor }) => tensor))].flatMap((tensor) => {
    const own = cells.filter((cell) => cell.tensor === tensor);
    return joined(own).map((box) => pieceOf(box, own[0].name, ref(own[0]), tensor));
  });
}

/** @param {Box} box @param {string} name @param {string} ref @param {number} tensor @returns {Piece} */
const pieceOf = ({ x, y, width, height }, name, ref, tensor) => {
  return { x, y, width, height, name, count: String(width * height), ref, tensor };
};

/** @param {Box[]} boxes */
const areaOf = (boxes) => String(boxes.reduce((sum, { width, height }) => sum + width * height, 0n));

/**
 * Boxes that touch, as one: first side by side, then one under the other.
 * @param {Box[]} boxes
 * @returns {Box[]}
 */
function joined(boxes) {
  const rows = run(boxes, "x", "width", "y", "height");
  return run(rows, "y", "height", "x", "width");
}

/**
 * @param {Box[]} boxes
 * @param {"x" | "y"} at where they touch
 * @param {"width" | "height"} size
 * @param {"x" | "y"} across what they have in common
 * @param {"width" | "height"} extent
 */
function run(boxes, at, size, across, extent) {
  /** @type {Box[]} */
  const out = [];
  for (const { x, y, width, height } of [...boxes].sort((a, b) => Number(a[across] - b[across] || a[at] - b[at]))) {
    const box = { x, y, width, height };
    const last = out.at(-1);
    const touches = last && last[across] === box[across] && last[extent] === box[extent];
    if (touches && last[at] + last[size] === box[at]) last[size] += box[size];
    else out.push(box);
  }
  return out;
}
