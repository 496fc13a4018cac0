/**
 * What a layer reads from, while it is presented: the layer before, small, and what each of its directions passes on, as bands that
 * run down into the columns of the input. Above those stands what comes in, one cell for each number.
 */
import { nothing, svg } from "lit";
import { layersWords } from "../telling/model.js";
import { scaled, textWidth } from "./layout.js";
import { cellRow } from "./shapes.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./layout.js").Scaled} Scaled */
/** @typedef {import("./layout.js").Rect} Rect */
/** @typedef {{ drawing: Drawing | undefined, small: number, height: number, bar: number }} Source `drawing`: of the layer before, where it is drawn; `small`: how high that is; `height`: of all that stands above the numbers; `bar`: of what comes in, with the space below */

/** From the row of cells to the block. */
const gap = 3;
/** The ways down are so high at least. */
const way = 22;
/** A layer before is so wide at most, for its height, and at least. */
const widest = 2.2;
const narrowest = 12;
/** Between its directions. */
const apart = 14;
/** The letters below the numbers begin so much lower. */
const below = 6;

/**
 * How much room there is for it.
 * @param {Drawing | undefined} drawing of the layer before
 * @param {number} height of the whole picture
 * @returns {Source}
 */
export function sourceOf(drawing, height) {
  const small = drawing ? Math.min(44, Math.max(14, height * 0.14)) : 0;
  return { drawing, small, height: small + way, bar: Math.min(12, Math.max(6, height * 0.035)) + gap };
}

/**
 * The layer before, once for each direction, around the middle of what comes in.
 * @param {Drawing} drawing
 * @param {number} height
 * @param {number} middle
 * @param {number} all
 */
function smallLayer({ sides, index }, height, middle, all) {
  const [main] = sides[0].parts;
  const ratio = Number(main.width) / Number(main.height);
  const width = Math.min(widest * height, Math.max(narrowest, ratio * height));
  const total = sides.length * width + (sides.length - 1) * apart;
  const from = Math.max(1, Math.min(middle - total / 2, all - total - 1));
  const scale = scaled(main, width, height);
  const [across, down] = [width / scale.width, height / scale.height];
  const rects = sides.map((_, place) => ({ x: from + place * (width + apart), y: 1, width, height }));
  const drawn = rects.map((rect) => {
    const at = (/** @type {import("./drawing.js").Box} */ box) => {
      const { x, y, width, height } = scale.box(box);
      return { x: rect.x + x * across, y: rect.y + y * down, width: width * across, height: height * down };
    };
    const fills = main.fills.map((fill) => {
      const { x, y, width, height } = at(fill);
      return svg`<rect class="fill ${fill.role}" x=${x} y=${y} width=${width} height=${height}></rect>`;
    });
    const bands = main.bands.slice(1).map((band) => {
      const { x, y } = at(band);
      return svg`<path class="seam-of-bands" d="M${x} ${y}h${rect.width}"></path>`;
    });
    return svg`${fills}${bands}`;
  });
  return { rects, drawn: svg`<g class="before" data-within=${`layers.${index}`}>${drawn}</g>` };
}

/** A band from one edge to another one, bending above `low` and straight from there on. */
function band(
  /** @type {[number, number]} */ [a, b],
  /** @type {number} */ high,
  /** @type {[number, number]} */ [c, d],
  /** @type {number} */ low,
  /** @type {number} */ end,
) {
  const half = (high + low) / 2;
  return `M${a} ${high}C${a} ${half} ${c} ${half} ${c} ${low}V${end}H${d}V${low}C${d} ${half} ${b} ${half} ${b} ${high}Z`;
}

/**
 * Which parts of the columns of the input come from which direction: one each, or all of them from both where they are merged.
 * @param {Part["columns"][0]} input
 * @param {Scaled} scale
 * @param {number} directions
 * @returns {{ from: number, edges: [number, number] }[]}
 */
function partsOf({ x, width, strips }, scale, directions) {
  /** @type {[number, number]} */
  const whole = [scale.edge(x), scale.edge(x + width)];
  if (strips.length !== directions) return Array.from({ length: directions }, (_, from) => ({ from, edges: whole }));
  let end = whole[0];
  return strips.map((strip, from) => {
    const start = end;
    end += ((whole[1] - whole[0]) * Number(strip)) / Number(width);
    return { from, edges: [start, end] };
  });
}

/**
 * @param {Source} source
 * @param {Part} main
 * @param {Scaled} scale
 * @param {{ columns: number[], top: number, all: number, spare: number, index: number }} place `columns`: where the blocks that are there begin; `top`: of what comes in; `spare`: at each side of the picture
 * @param {View} view
 * @param {(way: Rect) => unknown} poured
 * @returns {{ drawn: unknown, bars: Rect[] }}
 */
export function handingOver(source, main, scale, { columns, top, all, spare, index }, { m }, poured) {
  const input = main.columns.find(({ role }) => role === "input");
  if (!input) return { drawn: nothing, bars: [] };
  const [start, end] = [scale.edge(input.x), scale.edge(input.x + input.width)];
  const middle = columns[0] + (start + end) / 2;
  const { drawing, small } = source;
  const before = drawing ? smallLayer(drawing, small, middle, all) : undefined;
  const directions = before?.rects.length ?? Math.max(1, input.strips.length);
  const height = source.bar - gap;
  const high = before ? small + 1 : 0;
  const low = source.height + below;
  const bars = columns.map((left) => ({ x: left + start, y: top, width: end - start, height }));
  const ways = columns.flatMap((left) =>
    partsOf(input, scale, directions).map(({ from, edges: [a, b] }) => {
      const rect = before?.rects[from] ?? { x: left + a, width: b - a };
      const wide = Math.min(rect.width, b - a);
      const out = rect.x + (rect.width - wide) / 2;
      return svg`<path class="way" d=${band([out, out + wide], high, [left + a, left + b], low, top + source.bar)}></path>`;
    }),
  );
  const seams = columns.flatMap((left) =>
    partsOf(input, scale, directions)
      .slice(1)
      .filter(({ edges }) => edges[0] > start)
      .map(({ edges }) => svg`<path class="seam" d="M${left + edges[0]} ${top}v${height}"></path>`),
  );
  const cells = columns.map((left) => cellRow([input], scale, { x: left, y: top, height }, index));
  const first = Math.min(...bars.map(({ x }) => x), ...(before?.rects ?? bars).map(({ x }) => x));
  const last = Math.max(...[...bars, ...(before?.rects ?? [])].map(({ x, width }) => x + width));
  const covered = { x: first - 1, y: high + 1, width: last - first + 2, height: top + source.bar - high - 1 };
  return {
    drawn: svg`${ways}${cells}${seams}${poured(covered)}${before?.drawn}${before && drawing ? nameOf(drawing, before.rects, small, { all, spare }, m) : nothing}`,
    bars,
  };
}

/**
 * The name and the count of the layer before, where there is room beside it.
 * @param {Drawing} drawing
 * @param {Rect[]} rects
 * @param {number} small
 * @param {{ all: number, spare: number }} room
 * @param {View["m"]} m
 */
function nameOf({ index, layer }, rects, small, { all, spare }, m) {
  const lines = [layersWords(index + 1, index + 1, m), m.number(layer.total)];
  const end = all + spare;
  const words = small < 30 ? [lines.join(": ")] : lines;
  const wide = Math.max(...words.map(textWidth));
  const [left, right] = [rects[0].x, rects[rects.length - 1].x + rects[0].width];
  const x = right + 8 + wide <= end ? right + 8 : left - 8 - wide;
  if (x < -spare) return nothing;
  const first = 1 + small / 2 + 4 - ((words.length - 1) * 15) / 2;
  return words.map((text, row) => svg`<text class="start" x=${x} y=${first + row * 15}>${text}</text>`);
}
