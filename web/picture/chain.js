/**
 * All layers of a model, one below the other, to one scale where that can be: what each of them has, and what it passes on to the
 * next one, which runs between its name at the left and its count at the right. With it a presentation ends.
 */
import { html, nothing, svg } from "lit";
import { drawingWords } from "../telling/drawing.js";
import { layersWords, layerTitle } from "../telling/model.js";
import { colours } from "./colours.js";
import { below, lineHeight, scaled, textWidth } from "./layout.js";
import { partShape } from "./shapes.js";
import { columnLabels } from "./svg.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./layout.js").Rect} Rect */

/** Between the directions, between the parts of one, between a bar and the next one's name, between a layer and the next one. */
const apart = 28;
const beside = 5;
const between = 14;
const way = 28;
/** From words to what stands below or beside them. */
const underName = 5;
const besideName = 12;
const underLast = 8;
/** A layer's name takes at most that share of the picture. */
const nameShare = 0.38;
/** Between the names of columns. */
const betweenColumns = 8;
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
 * @param {number[]} heights of their names: a layer takes no less
 */
function commonScale(drawings, width, height, heights) {
  const sizes = drawings.map(cellsOf);
  let scale = Math.min(largestCell, ...sizes.map(({ across, gaps }) => (width - gaps) / across));
  const higher = () => sizes.filter(({ down }, place) => down * scale > heights[place]);
  const others = () => heights.reduce((sum, own, place) => sum + (sizes[place].down * scale > own ? 0 : own), 0);
  // With a smaller scale more of them are lower than their names.
  for (let left = sizes.length; left > 0; left--) {
    const rows = higher().reduce((sum, { down }) => sum + down, 0);
    if (rows > 0) scale = Math.min(scale, Math.max(0, height - others()) / rows);
  }
  const seen = drawings.every(({ sides }) => {
    const [{ width, height }] = sides[0].parts;
    const [long, short] = [width, height].map(Number).sort((a, b) => b - a);
    return long * scale >= least && long <= longest * short;
  });
  return seen ? scale : undefined;
}

/**
 * The blocks of a layer, from the middle of their place to both sides.
 * @param {Drawing} drawing
 * @param {{ left: number, width: number, height: number, top: number }} place
 * @param {number | undefined} common
 * @param {View} view
 */
function rowOf(drawing, { left, width, height, top }, common, view) {
  const { sides } = drawing;
  const [main] = sides[0].parts;
  const { across, gaps } = cellsOf(drawing);
  const share = (width - gaps) / sides.length;
  const scale = scaled(main, (share * Number(main.width) * sides.length) / across, height, common);
  const others = (/** @type {Part} */ part) => below(part, scale, share / 3, height);
  const wide = scale.width + sides[0].parts.slice(1).reduce((sum, part) => sum + beside + others(part).width, 0);
  const from = left + (width - sides.length * wide - (sides.length - 1) * apart) / 2;
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
function barOf({ layer, sides }, { width, height, top }, { answer }) {
  const high = Math.min(height, highestBar);
  const whole = answer.total === "" ? 0n : BigInt(answer.total);
  /** @type {Map<string, bigint>} */
  const parts = new Map(sides[0].parts.flatMap(({ fills }) => fills.map(({ role }) => [role, 0n]))); // in their order
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
 * @param {number} straight so high they run straight down in the end, past the names of the columns
 */
function waysBetween(above, under, straight) {
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
      const low = y - straight;
      const half = (above.bottom + low) / 2;
      return svg`<path class="way" d="M${out} ${above.bottom}C${out} ${half} ${left} ${half} ${left} ${low}V${y}H${left + wide}V${low}C${left + wide} ${half} ${right} ${half} ${right} ${above.bottom}Z"></path>`;
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
 * The name of a layer in lines that are so wide at most.
 * @param {string} title
 * @param {number} width
 */
function linesOf(title, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of title.replaceAll(" → ", "\u00a0→\u00a0").split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * The names of a block's columns: that of what comes in stands where it comes in, the others beside its way.
 * @param {Row} row
 * @param {View} view
 */
function columnNames({ main, scale, blocks }, view) {
  const left = blocks[0].x;
  const labels = columnLabels(main, scale, left, view);
  const middle = Math.max(
    0,
    labels.findIndex(({ role }) => role === "input"),
  );
  const half = (/** @type {number} */ place) => textWidth(labels[place].text) / 2;
  const input = main.columns.find(({ role }) => role === "input");
  const xs = labels.map(({ at }) => at);
  let [start, end] = input
    ? [left + scale.edge(input.x), left + scale.edge(input.x + input.width)]
    : [Number.POSITIVE_INFINITY, 0];
  for (let place = middle - 1; place >= 0; place--) {
    start = Math.min(start, xs[place + 1] - half(place + 1) - betweenColumns);
    xs[place] = Math.min(xs[place], start - half(place));
  }
  for (let place = middle + 1; place < labels.length; place++) {
    end = Math.max(end, xs[place - 1] + half(place - 1) + betweenColumns);
    xs[place] = Math.max(xs[place], end + half(place));
  }
  return labels.map(
    ({ text, role, ref }, place) =>
      svg`<text class=${role} x=${xs[place]} y=${blocks[0].y - underName - 2} data-ref=${ref || nothing}>${text}</text>`,
  );
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
  const head = named ? lineHeight + underName : 0;
  const titles = drawings.map(({ index }) => layerTitle(answer, index, catalog, m));
  const names = titles.map((title) => linesOf(title, nameShare * width));
  const counts = drawings.map(({ layer }) => m.number(layer.total));
  const left = Math.max(...names.flat().map(textWidth)) + besideName;
  const place = { left, width: width - left - Math.max(...counts.map(textWidth)) - besideName };
  const heights = names.map((lines) => lines.length * lineHeight);
  const room = Math.max(
    12 * drawings.length,
    height - drawings.length * head - (drawings.length - 1) * way - underLast,
  );
  const common = commonScale(drawings, place.width, room, heights);
  if (common === undefined && answer.total !== "") return bars(drawings, size, view);
  let top = 0;
  const rows = drawings.map((drawing, at) => {
    const high = room / drawings.length;
    const row = rowOf(drawing, { ...place, height: high, top: top + head }, common, view);
    const from = top + head;
    top = Math.max(row.bottom, from + heights[at]) + way;
    return { ...row, drawing };
  });
  const used = top - way + underLast;
  const spare = Math.max(0, height - used) / 2;
  const words = rows.map((row, at) => {
    const base = row.blocks[0].y + lineHeight - 4;
    const lines = names[at].map(
      (line, place) => svg`<text class="start" x="0" y=${base + place * lineHeight}>${line}</text>`,
    );
    return svg`${named ? columnNames(row, view) : nothing}${lines}<text class="end" x=${width} y=${base}>${counts[at]}</text>`;
  });
  const next = rows.slice(1).map((row, place) => {
    const reads = row.drawing.layer.steps.some(({ kind }) => kind === "handed_on");
    return reads && row.drawing.index > 0 ? waysBetween(rows[place], row, head) : nothing;
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
      : common === undefined
        ? m.scale.own
        : m.areaIs;
  const said = drawings.map((drawing, at) => `${titles[at]}. ${drawingWords(drawing, m)}`).join(" ");
  const drawn = svg`<svg class="picture chain" role="img" aria-label=${said} viewBox=${`0 ${-spare} ${width} ${Math.max(height, used)}`}>${patterns}${next}${rows.map((row) => row.drawn)}${words}</svg>`;
  return html`<div class="figures all"><figure>${drawn}</figure></div>
    <p class="hint">${hint}</p>`;
}
