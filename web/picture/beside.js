/** The pictures of two models to one scale, beside each other: what is too long or too small for it is left out. */
import { frameworkOf, fullLayer } from "../telling/facts.js";
import { drawingOf } from "./drawing.js";
import { picture, roomOf } from "./svg.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {{ drawings: Drawing[], view: View }} Side */

/** So many layers of each model are drawn, each at most so high. */
const most = { layers: 3, height: 160 };
/** A block's longer side is drawn with so many pixels at least, and a cell with so many at most. */
const least = 6;
const largestCell = 48;
/** What is longer than that has no say in the scale. */
const longest = 8;

/**
 * The first layers of each kind, without the paths of their numbers: what is shown elsewhere is not lit from here.
 * @param {import("../engine.js").Answer} answer
 * @param {View} view
 * @returns {Side}
 */
export function aside(answer, view) {
  const { layers, runs } = answer;
  const drawings = runs
    .filter(({ like, first }) => like < 0 && layers[first].weights.length > 0)
    .slice(0, most.layers)
    .flatMap(({ first }) => drawingOf(fullLayer(layers, first), first) ?? []);
  const mode = { ...view.mode, controls: /** @type {const} */ ("none") }; // no edge of a second picture is dragged
  return { drawings, view: { ...view, mode, answer, cut: "matrix", framework: frameworkOf(answer, view.catalog) } };
}

/** @param {Part} part */
const sizeOf = ({ width, height }) => [Number(width), Number(height)];

/**
 * @param {Drawing} drawing
 * @param {View} view
 */
function roomFor(drawing, view) {
  const room = roomOf(drawing, most.height, view);
  const [columns, rows] = sizeOf(drawing.sides[0].parts[0]);
  return { drawing, room, columns, rows, scale: Math.min(room.width / columns, room.height / rows, largestCell) };
}

/**
 * The pictures of each side, and the layers that are left out.
 * @param {Side[]} sides
 */
export function besideEachOther(sides) {
  const all = sides.map(({ drawings, view }) => drawings.map((drawing) => roomFor(drawing, view)));
  const fair = all.flat().filter(({ columns, rows }) => Math.max(columns, rows) <= longest * Math.min(columns, rows));
  const scale = Math.min(...(fair.length > 0 ? fair : all.flat()).map((one) => one.scale));
  const fits = (/** @type {ReturnType<typeof roomFor>} */ { columns, rows, scale: own }) =>
    scale <= own * 1.001 && Math.max(columns, rows) * scale >= least;
  const left = all.flatMap((drawn, side) =>
    drawn.filter((one) => !fits(one)).map(({ drawing: { index } }) => ({ side, index })),
  );
  const figures = all.map((drawn, side) =>
    drawn.filter(fits).map(({ drawing, room }) => ({
      index: drawing.index,
      ...picture(apart(drawing, side), room, scale, sides[side].view),
    })),
  );
  return { figures, left };
}

/** Patterns have names of their own, numbers lead nowhere. */
const apartBy = 1_000_000;

/** @param {Drawing} drawing @param {number} side @returns {Drawing} */
function apart(drawing, side) {
  const part = (/** @type {Part} */ part) => ({
    ...{ ...part, ref: "", columns: part.columns.map(noRef) },
    ...{ bands: part.bands.map(noRef), tensors: part.tensors.map(noRef) },
  });
  return {
    ...drawing,
    index: drawing.index + apartBy * (side + 1),
    sides: drawing.sides.map(({ direction, parts }) => ({ direction, parts: parts.map(part) })),
    refs: { rows: "", directions: "", whole: "", of: () => "" },
  };
}

/** @template {{ ref: string }} T @param {T} one @returns {T} */
const noRef = (one) => ({ ...one, ref: "" });
