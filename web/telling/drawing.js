/** The picture in words, and what is said under it, before any language, and then in one. No formula here. */
import { say } from "./say.js";

/** @typedef {import("../picture/drawing.js").Part} Part */
/** @typedef {import("../picture/drawing.js").Drawing} Drawing */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** @typedef {import("./say.js").Said<SupplementMessages["picture"]>} Said */
/** @typedef {"previous" | "input" | "bias" | "second_bias" | "other"} ColumnName */

/**
 * The matrices that have a column, where not all have it.
 * @param {Part["columns"][0]} column
 * @param {Part["fills"]} fills
 * @param {Part["bands"]} bands
 */
function onlyIn({ x }, fills, bands) {
  const own = fills.filter((fill) => fill.x === x);
  const having = bands.filter(({ y }) => own.some((fill) => fill.y <= y && y < fill.y + fill.height));
  return having.length < bands.length ? having.map(({ name }) => name) : [];
}

/** @param {Part} part @returns {Said} */
function partSaid({ kind, height, width, bands, columns, fills, count }) {
  const sides = { height: String(height), width: String(width), count };
  if (kind !== "block") return { id: "beside", kind, ...sides };
  const named = columns.map((column) => ({
    name: /** @type {ColumnName} */ (column.second ? "second_bias" : column.role),
    width: String(column.width),
    only: onlyIn(column, fills, bands),
  }));
  const units = String(height / BigInt(bands.length));
  const block = { ...sides, units, columns: named };
  return bands.length === 1 ? { id: "matrix", ...block } : { id: "matrices", ...block, matrices: String(bands.length) };
}

/**
 * A layer's rectangles, without a language.
 * @param {Drawing} drawing
 * @returns {Said[]}
 */
export function drawingSaid({ sides }) {
  const [{ parts }] = sides;
  const [{ kind, height, width, count }, ...others] = parts;
  if (kind === "block") return parts.map(partSaid);
  return [{ id: "rectangle", height: String(height), width: String(width), count }, ...others.map(partSaid)];
}

/** @param {Drawing} drawing @param {SupplementMessages} m */
export function drawingWords(drawing, m) {
  const dotted = drawing.sides[0].parts.some(({ frozen }) => frozen.length > 0);
  const words = [say(m.picture, ...drawingSaid(drawing)), ...(dotted ? [m.dotted] : [])].join(" ");
  return drawing.sides.length > 1 ? say(m.picture, { id: "twice", words, total: drawing.layer.total }) : words;
}
