/**
 * All layers of a model, one below the other, to one scale where that can be: what each of them has, and what it passes on to the
 * next one. With it a presentation ends.
 */
import { html, nothing, svg } from "lit";
import { drawingWords } from "../telling/drawing.js";
import { layersWords, layerTitle } from "../telling/model.js";
import { colours } from "./colours.js";
import { below, lineHeight, scaled, spread, textWidth } from "./layout.js";
import { partShape } from "./shapes.js";
import { columnLabels } from "./svg.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./layout.js").Rect} Rect */

/** Between the directions, between the parts of one, between a layer and the next one's name. */
const apart = 16;
const beside = 5;
const between = 14;
/** From a layer's name to its blocks. */
const underName = 5;
/** Where each layer has that much, its columns are named. */
const roomy = 76;
/** A common scale leaves the longer side of each block as long as this. */
const least = 12;
/** One cell is never larger. */
const largestCell = 40;
/** Longer shapes are squeezed. */
const longest = 8;

/** @param {Drawing} drawing */
function cellsOf({ sides }) {
  const [{ parts }] = sides;
  const across = parts.reduce((sum, { width }) => sum + Number(width), 0) * sides.length;
  const gaps = (parts.length - 1) * beside * sides.length + (sides.length - 1) * apart;
  return { across, gaps, down: Math.max(...parts.map(({ height }) => Number(height))) };
}

/**
 * One scale for all, if none of them gets too small or too long by it.
 * @param {Drawing[]} drawings
 * @param {number} width
 * @param {number} height for all blocks together
 */
function commonScale(drawings, width, height) {
  const sizes = drawings.map(cellsOf);
  const rows = sizes.reduce((sum, { down }) => sum + down, 0);
  const scale = Math.min(largestCell, height / rows, ...sizes.map(({ across, gaps }) => (width - gaps) / across));
  const seen = drawings.every(({ sides }) => {
    const [{ width, height }] = sides[0].parts;
    const [long, short] = [width, height].map(Number).sort((a, b) => b - a);
    return long * scale >= least && long <= longest * short;
  });
  return seen ? scale : undefined;
}

/**
 * The blocks of a layer, from the middle of the picture to both sides.
 * @param {Drawing} drawing
 * @param {{ width: number, height: number, top: number }} place
 * @param {number | undefined} common
 * @param {View} view
 */
function rowOf(drawing, { width, height, top }, common, view) {
  const { sides } = drawing;
  const [main] = sides[0].parts;
  const { across, gaps } = cellsOf(drawing);
  const share = (width - gaps) / sides.length;
  const scale = scaled(main, (share * Number(main.width) * sides.length) / across, height, common);
  const others = (/** @type {Part} */ part) => below(part, scale, share / 3, height);
  const wide = scale.width + sides[0].parts.slice(1).reduce((sum, part) => sum + beside + others(part).width, 0);
  const from = (width - sides.length * wide - (sides.length - 1) * apart) / 2;
  const blocks = sides.map((_, place) => {
    const x = from + place * (wide + apart);
    return { x, y: top, width: scale.width, height: scale.height };
  });
  const drawn = sides.map(({ parts }, place) => {
    let x = blocks[place].x;
    return parts.map((part, at) => {
      const own = at === 0 ? scale : others(part);
      const shape = partShape(part, own, x, top, drawing, view);
      x += own.width + beside;
      return shape;
    });
  });
  const high = Math.max(scale.height, ...sides[0].parts.slice(1).map((part) => others(part).height));
  return { blocks, scale, main, drawn, bottom: top + high, squeezed: scale.squeezed, widened: scale.widened };
}

/** A bar is as high as that at most. */
const highestBar = 72;

/**
 * Where no scale fits all: of each layer a bar as long as its share of the model, in the frame of the whole; it is cut into what
 * comes back, what comes in, biases, and what else it has.
 * @param {Drawing} drawing
 * @param {{ width: number, height: number, top: number }} place
 * @param {View} view
 */
function barOf({ layer }, { width, height, top }, { answer }) {
  const high = Math.min(height, highestBar);
  const whole = answer.total === "" ? 0n : BigInt(answer.total);
  /** @type {Map<string, bigint>} */
  const parts = new Map();
  for (const { rows, columns, column } of layer.weights.flatMap(({ cells }) => cells)) {
    const role = colours[column] ?? "other";
    parts.set(role, (parts.get(role) ?? 0n) + BigInt(rows) * BigInt(columns));
  }
  const lengthOf = (/** @type {bigint} */ count) => (whole === 0n ? 0 : (Number(count) / Number(whole)) * (width - 2));
  let x = 1;
  const cuts = [...parts].map(([role, count]) => {
    const long = lengthOf(count);
    const cut = svg`<rect class="fill ${role}" x=${x} y=${top} width=${long} height=${high}></rect>`;
    x += long;
    return cut;
  });
  const drawn = svg`<rect class="frame" x="1" y=${top} width=${width - 2} height=${high}></rect>${cuts}`;
  return { y: top, drawn, bottom: top + high };
}

/** @typedef {ReturnType<typeof rowOf>} Row */

/**
 * What a layer's directions pass on to the columns of the input of each direction of the next one.
 * @param {Row} above
 * @param {Row} under
 */
function waysBetween(above, under) {
  const input = under.main.columns.find(({ role }) => role === "input");
  if (!input) return [];
  const from = above.blocks;
  return under.blocks.flatMap(({ x, y }) => {
    const [start, end] = [x + under.scale.edge(input.x), x + under.scale.edge(input.x + input.width)];
    return from.map((block, place) => {
      const split = input.strips.length === from.length;
      const wide = split ? (end - start) / from.length : end - start;
      const left = split ? start + place * wide : start;
      const out = block.x + Math.max(0, block.width - wide) / 2;
      const right = out + Math.min(wide, block.width);
      const half = (above.bottom + y) / 2;
      return svg`<path class="way" d="M${out} ${above.bottom}C${out} ${half} ${left} ${half} ${left} ${y}H${left + wide}C${left + wide} ${half} ${right} ${half} ${right} ${above.bottom}Z"></path>`;
    });
  });
}

/**
 * The name of a layer, with its count at the end of the line.
 * @param {Drawing} drawing
 * @param {number} base
 * @param {number} width
 * @param {View} view
 */
function nameLine(drawing, base, width, { m, answer, catalog }) {
  const count = m.number(drawing.layer.total);
  const title = layerTitle(answer, drawing.index, catalog, m);
  const short = layersWords(drawing.index + 1, drawing.index + 1, m);
  const name = textWidth(title) + textWidth(count) + 24 <= width ? title : short;
  return svg`<text class="start" x="0" y=${base}>${name}</text><text class="end" x=${width} y=${base}>${count}</text>`;
}

/**
 * @param {Drawing[]} drawings
 * @param {import("./fitted.js").Size} size
 * @param {View} view
 */
function bars(drawings, { width, height }, view) {
  const { m, answer, catalog } = view;
  const head = lineHeight + underName;
  const names = drawings.length * head + (drawings.length - 1) * between + 2;
  const room = Math.max(12, (height - names) / drawings.length);
  let top = 0;
  const rows = drawings.map((drawing) => {
    const row = barOf(drawing, { width, height: room, top: top + head }, view);
    top = row.bottom + between;
    return svg`${row.drawn}${nameLine(drawing, row.y - head + lineHeight - 3, width, view)}`;
  });
  const spare = Math.max(0, height - top + between) / 2;
  const said = drawings
    .map(({ index, layer }) => `${layerTitle(answer, index, catalog, m)}: ${m.number(layer.total)}.`)
    .join(" ");
  const drawn = svg`<svg class="picture chain shares" role="img" aria-label=${said} viewBox=${`0 ${-spare} ${width} ${height}`}>${rows}</svg>`;
  return html`<div class="figures all"><figure>${drawn}</figure></div>
    <p class="hint">${m.barsAre}</p>`;
}

/**
 * @param {Drawing[]} drawings
 * @param {import("./fitted.js").Size} size
 * @param {View} view
 */
export function chain(drawings, size, view) {
  const { m, answer, catalog } = view;
  const { width, height } = size;
  const named = height >= drawings.length * roomy;
  const head = lineHeight + underName + (named ? lineHeight : 0);
  const names = drawings.length * head + (drawings.length - 1) * between + 2;
  const room = Math.max(12 * drawings.length, height - names);
  const common = commonScale(drawings, width - 4, room);
  if (common === undefined && answer.total !== "") return bars(drawings, size, view);
  let top = 0;
  const rows = drawings.map((drawing) => {
    const place = { width, height: room / drawings.length, top: top + head };
    const row = rowOf(drawing, place, common, view);
    top = row.bottom + between;
    return { ...row, drawing };
  });
  const spare = Math.max(0, height - top + between) / 2;
  const words = rows.map((row) => {
    const { drawing } = row;
    const [{ y }] = row.blocks;
    const { main, scale, blocks } = row;
    const labels = named ? columnLabels(main, scale, blocks[0].x, view) : [];
    const columns = spread(labels, 0, width).map(({ text, x, row }, place) =>
      row === 0
        ? svg`<text class=${labels[place].role} x=${x} y=${y - underName - 2} data-ref=${labels[place].ref || nothing}>${text}</text>`
        : nothing,
    );
    return svg`${columns}${nameLine(drawing, y - head + lineHeight - 3, width, view)}`;
  });
  const next = rows.slice(1).map((row, place) => {
    const reads = row.drawing.layer.steps.some(({ kind }) => kind === "handed_on");
    return reads && row.drawing.index > 0 ? waysBetween(rows[place], row) : nothing;
  });
  const patterns = drawings.map(
    ({ index }) =>
      svg`<pattern id="hatch-${index}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatching" d="M0 0V6"></path></pattern>
    <pattern id="frozen-${index}" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1.2"></circle></pattern>`,
  );
  const squeezed = rows.some((row) => row.squeezed);
  const widened = rows.map((row) => row.widened).find((one) => one !== "");
  const hint = squeezed
    ? m.notToScale
    : widened
      ? m.scale[rows.some((row) => row.widened === "other") ? "other" : "bias"]
      : m.areaIs;
  const said = drawings
    .map((drawing) => `${layerTitle(answer, drawing.index, catalog, m)}. ${drawingWords(drawing, m)}`)
    .join(" ");
  const drawn = svg`<svg class="picture chain" role="img" aria-label=${said} viewBox=${`0 ${-spare} ${width} ${height}`}>${patterns}${next}${rows.map((row) => row.drawn)}${words}</svg>`;
  return html`<div class="figures all"><figure>${drawn}</figure></div>
    <p class="hint">${hint}</p>`;
}
