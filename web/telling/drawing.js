/** The picture in words, and what is said under it, before any language, and then in one. No formula here. */
import { say } from "./say.js";

/** @typedef {import("../picture/drawing.js").Part} Part */
/** @typedef {import("../picture/drawing.js").Drawing} Drawing */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** @typedef {import("./say.js").Said<SupplementMessages["picture"]>} Said */
/** @typedef {"previous" | "input" | "bias" | "second_bias" | "other"} ColumnName */

/** @param {Part} part @param {string} units @returns {Said} */
function partSaid({ kind, height, width, bands, columns, count }, units) {
  const sides = { height: String(height), width: String(width), count };
  if (kind !== "block") return { id: "beside", kind, ...sides };
  const named = columns.map((column) => ({
    name: /** @type {ColumnName} */ (column.second ? "second_bias" : column.role),
    width: String(column.width),
  }));
  const block = { ...sides, units, columns: named };
  return bands.length === 1 ? { id: "matrix", ...block } : { id: "matrices", ...block, matrices: String(bands.length) };
}

/**
 * A layer's rectangles, without a language.
 * @param {Drawing} drawing
 * @returns {Said[]}
 */
export function drawingSaid({ sides, layer }) {
  const [{ parts }] = sides;
  const [{ kind, height, width, count }] = parts;
  if (kind === "block") return parts.map((part) => partSaid(part, layer.units));
  return [{ id: "rectangle", height: String(height), width: String(width), count }];
}

/** @param {Drawing} drawing @param {SupplementMessages} m */
export function drawingWords(drawing, m) {
  const words = say(m.picture, ...drawingSaid(drawing));
  return drawing.sides.length > 1 ? say(m.picture, { id: "twice", words, total: drawing.layer.total }) : words;
}
