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

/** @param {Part["columns"][0]} column */
const nameOf = ({ second, role, width }) => ({
  name: /** @type {ColumnName} */ (second ? "second_bias" : role),
  width: String(width),
});

/** @param {Part} part @param {boolean} [main] it has columns, as a block has @returns {Said} */
function partSaid({ kind, height, width, bands, columns, fills, count }, main = false) {
  const sides = { height: String(height), width: String(width), count };
  if (kind !== "block" && !main) return { id: "beside", kind, ...sides };
  const named = columns.map((column) => ({ ...nameOf(column), only: onlyIn(column, fills, bands) }));
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
  const [main, ...others] = parts;
  const { kind, columns, bands, height, width, count } = main;
  const alike = columns.length > 0 && bands.every((band) => band.height === bands[0].height);
  const first =
    kind === "block" || alike
      ? partSaid(main, true)
      : /** @type {Said} */ ({ id: "rectangle", height: String(height), width: String(width), count });
  return [first, ...others.map((part) => partSaid(part))];
}

/** @param {Drawing} drawing @param {SupplementMessages} m */
export function drawingWords(drawing, m) {
  const dotted = drawing.sides[0].parts.some(({ frozen }) => frozen.length > 0);
  const words = [say(m.picture, ...drawingSaid(drawing)), ...(dotted ? [m.dotted] : [])].join(" ");
  return drawing.sides.length > 1 ? say(m.picture, { id: "twice", words, total: drawing.layer.total }) : words;
}

/**
 * What of a picture stands there while its steps are told one by one, without a language.
 * @param {Drawing} drawing
 * @param {import("../picture/growing.js").Growth} growth
 * @returns {Said[]}
 */
export function grownSaid(drawing, { told, bands: filled, row, sides: shown }) {
  const { sides } = drawing;
  const [{ parts }] = sides;
  const [main] = parts;
  const { kind, bands, height } = main;
  const [{ parts: there }] = shown;
  const names = bands.map(({ name }) => name);
  /** @type {Said[]} */
  const said = [];
  if (kind === "block" && filled < bands.length) {
    const empty = names.slice(filled);
    said.push(
      bands.length > 1 && told.has("matrices") ? { id: "empty", names: empty, more: filled > 0 } : { id: "empty_one" },
    );
  }
  if (row.length > 0) {
    const width = String(row.reduce((sum, column) => sum + column.width, 0n));
    said.push({ id: "row", width, columns: row.map((column) => ({ ...nameOf(column), only: [] })) });
  }
  const block = there[0];
  if (block && kind === "block" && filled < bands.length) {
    const [{ name, count, width }] = block.bands;
    const units = String(height / BigInt(bands.length));
    said.push({ id: "first", name: bands.length > 1 ? name : "", units, width: String(width), count });
  } else if (block) said.push(kind === "block" ? partSaid(block) : drawingSaid(drawing)[0]);
  return [...said, ...there.slice(1).flatMap((part) => (part ? [partSaid(part)] : []))];
}

/**
 * What the layer before passes on to the columns of the input, without a language.
 * @param {Drawing} drawing
 * @param {number} from the layer before, by its index
 * @returns {Said[]}
 */
export function comesSaid({ sides }, from) {
  const input = sides[0].parts[0].columns.find(({ role }) => role === "input");
  if (!input) return [];
  const parts = input.strips.length > 0 ? input.strips : [String(input.width)];
  return [{ id: "comes", place: from + 1, parts }];
}

/**
 * @param {Drawing} drawing
 * @param {import("../picture/growing.js").Growth} growth
 * @param {number} from the layer before that is drawn above it, by its index; −1 for none
 * @param {SupplementMessages} m
 */
export function grownWords(drawing, growth, from, m) {
  const words = growth.whole ? drawingWords(drawing, m) : say(m.picture, ...grownSaid(drawing, growth));
  const both = growth.sides.length > 1 && !growth.whole ? say(m.picture, { id: "mirrored", words }) : words;
  return from < 0 ? both : `${say(m.picture, ...comesSaid(drawing, from))} ${both}`.trim();
}
