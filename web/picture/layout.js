/** Where the picture's rectangles and labels lie, in pixels. The areas are to scale, with two exceptions that the page says in words. */

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./drawing.js").Box} Box */
/** @typedef {{ x: number, y: number, width: number, height: number }} Rect */
/** @typedef {{ width: number, height: number, across: number, down: number, squeezed: boolean, widened: "" | "bias" | "other", box: (box: Box) => Rect, edge: (x: bigint) => number }} Scaled `across`, `down`: pixels per cell */
/** @typedef {{ text: string, at: number, x: number, row: number }} Spread `at`: what the label belongs to, `x`: its own middle */

/** The picture's width; its letters are 12 pixels high. */
export const pictureWidth = 288;
/** A column is never thinner. */
const thinnest = 2;
/** Longer shapes are squeezed. */
const longest = 8;
/** One cell is never larger. */
const largestCell = 48;
/** From one line of letters to the next. */
export const lineHeight = 15;
const letter = 6.8;
const gap = 6;

/** @param {string} text */
export const textWidth = (text) => text.length * letter;

/**
 * How many pixels a cell has where the part fills the room; undefined where it would have to be squeezed.
 * @param {Part} part
 * @param {number} width of the room
 * @param {number} height
 */
export function scaleOf(part, width, height) {
  const [columns, rows] = [Number(part.width), Number(part.height)];
  if (Math.max(columns, rows) > longest * Math.min(columns, rows)) return undefined;
  return Math.min(width / columns, height / rows, largestCell);
}

/**
 * @param {Part} part
 * @param {number} width of the room
 * @param {number} height
 * @param {number} [common] the scale of all blocks
 * @returns {Scaled}
 */
export function scaled(part, width, height, common) {
  const [columns, rows] = [Number(part.width), Number(part.height)];
  const scale = common ?? scaleOf(part, width, height);
  const flat = columns > rows;
  const long = flat ? Math.min(width, longest * height) : Math.min(height, longest * width);
  const across = scale ?? (flat ? long : long / longest) / columns;
  const down = scale ?? (flat ? long / longest : long) / rows;
  /** @type {Map<bigint, number>} */
  const edges = new Map([[0n, 0]]);
  /** @type {Scaled["widened"]} */
  let widened = "";
  let end = 0;
  for (const column of part.columns.length > 0 ? part.columns : [{ x: 0n, width: part.width, role: "other" }]) {
    const exact = Number(column.width) * across;
    if (exact < thinnest - 0.01 && widened !== "other") widened = column.role === "bias" ? "bias" : "other";
    end += Math.max(exact, thinnest);
    edges.set(column.x + column.width, end);
  }
  const edge = (/** @type {bigint} */ x) => edges.get(x) ?? Number(x) * across;
  const box = (/** @type {Box} */ { x, y, width, height }) => ({
    x: edge(x),
    y: Number(y) * down,
    width: edge(x + width) - edge(x),
    height: Number(height) * down,
  });
  return { width: end, height: rows * down, across, down, squeezed: scale === undefined, widened, box, edge };
}

/**
 * A part that lies below a block, at the block's scale as far as it fits.
 * @param {Part} part
 * @param {Scaled} block
 * @param {number} width of the room
 * @param {number} height
 * @returns {Scaled}
 */
export function below(part, block, width, height) {
  const wanted = { across: Number(part.width) * block.across, down: Number(part.height) * block.down };
  const [across, down] = [Math.min(wanted.across, width), Math.min(wanted.down, height)];
  const [wide, high] = [Math.max(across, thinnest), Math.max(down, thinnest)];
  const perCell = { across: wide / Number(part.width), down: high / Number(part.height) };
  const edge = (/** @type {bigint} */ x) => Number(x) * perCell.across;
  const box = (/** @type {Box} */ box) => ({
    x: edge(box.x),
    y: Number(box.y) * perCell.down,
    width: edge(box.width),
    height: Number(box.height) * perCell.down,
  });
  const squeezed = wanted.across > width + 1 || wanted.down > height + 1;
  const widened = wanted.across < thinnest - 0.01 || wanted.down < thinnest - 0.01 ? "other" : "";
  return { width: wide, height: high, ...perCell, squeezed, widened, box, edge };
}

/**
 * Labels in a row, each as near to its place as the others allow; one row each where they don't fit.
 * @param {{ text: string, at: number }[]} labels from left to right
 * @param {number} from
 * @param {number} to
 * @returns {Spread[]}
 */
export function spread(labels, from, to) {
  const widths = labels.map(({ text }) => textWidth(text));
  const all = widths.reduce((sum, width) => sum + width + gap, -gap);
  const inside = (/** @type {number} */ x, /** @type {number} */ width) =>
    Math.max(from + width / 2, Math.min(x, to - width / 2));
  if (all > to - from) return labels.map((label, row) => ({ ...label, row, x: inside(label.at, widths[row]) }));
  const placed = labels.map((label) => ({ ...label, row: 0, x: label.at }));
  let least = from;
  placed.forEach((label, i) => {
    label.x = Math.max(label.at, least + widths[i] / 2);
    least = label.x + widths[i] / 2 + gap;
    // The first gives way to the second as far as that does.
    const by = i === 1 ? Math.min((label.x - label.at) / 2, placed[0].x - widths[0] / 2 - from) : 0;
    if (by <= 0) return;
    placed[0].x -= by;
    label.x -= by;
    least -= by;
  });
  let most = to;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i].x = Math.min(placed[i].x, most - widths[i] / 2);
    most = placed[i].x - widths[i] / 2 - gap;
  }
  return placed;
}

/**
 * How a label stands in a rectangle: in how many lines, upright or on its side; undefined where it does not fit.
 * @param {Rect} rect
 * @param {string[]} words
 * @returns {{ lines: string[], turned: boolean } | undefined}
 */
function fitted({ width, height }, words) {
  const one = words.join(" ");
  const last = words.slice(-1);
  const fits = (/** @type {string[]} */ lines, /** @type {number} */ across, /** @type {number} */ down) =>
    lines.length * lineHeight <= down && Math.max(...lines.map(textWidth)) + 6 <= across;
  if (fits([one], width, height)) return { lines: [one], turned: false };
  if (fits(words, width, height)) return { lines: words, turned: false };
  if (fits([one], height, width)) return { lines: [one], turned: true };
  return fits(last, width, height) ? { lines: last, turned: false } : undefined;
}

/**
 * The labels of pieces that stand one above the other: all with their names, or, where one name does not fit, all without.
 * @param {Rect[]} rects
 * @param {string[][]} words of each piece, the number last
 */
export function labelsOf(rects, words) {
  const labels = rects.map((rect, place) => fitted(rect, words[place]));
  const named = labels.every((label, place) => label?.lines.join(" ") === words[place].join(" "));
  return { named, labels: named ? labels : rects.map((rect, place) => fitted(rect, words[place].slice(-1))) };
}
