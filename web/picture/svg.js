/** The picture of one layer: its block, once for each direction, what lies beside it, and its numbers at the edges. */
import { nothing, svg } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { drawingWords, grownWords } from "../telling/drawing.js";
import { handingOver } from "./handing.js";
import { below, labelsOf, lineHeight, pictureWidth, scaled, scaleOf, spread, textWidth } from "./layout.js";
import { secondBiases } from "./second_biases.js";
import { cellRow, outlines, partShape, places, wordsOf } from "./shapes.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./layout.js").Scaled} Scaled */
/** @typedef {import("./layout.js").Rect} Rect */
/** @typedef {import("./growing.js").Growth} Growth */
/** @typedef {import("./growing.js").Kind} Kind */
/** @typedef {{ left: number, right: number, width: number, height: number, side: number, all: number }} Room `left`, `right`: what stands beside the blocks; `width`, `height`: for one side's block; `side`: from one side to the next; `all`: how wide the picture is */
/** @typedef {{ width: number, height: number, from: import("./handing.js").Source | undefined }} Place of a picture that fills it; `from`: what it reads from, drawn above it */
/** @typedef {{ squeezed: boolean, widened: Scaled["widened"], unnamed: boolean, higher: boolean }} Remarks `higher`: the row is; what has to be said in words */

/** For the loop arrow. */
const leftEdge = 22;
const between = 16;
/** Between labels. */
const gap = 10;
/** What is lower has no label. */
const lowest = 14;
/** A single row is never lower. */
const lowestRow = 14;
/** Presented, a picture is never less wide. */
const narrowest = 120;
/** The way on which comes what the layer before passes on. */
const lead = 12;

/**
 * The edges that can be dragged, each for a size that is written: the lower one of a block for the units, the input's for what comes in.
 * @param {Drawing} drawing
 * @param {View} view
 * @returns {("units" | "input")[]}
 */
export function edgesOf({ index, layer, sides }, { answer, texts, mode, presents }) {
  const [main] = sides[0].parts;
  if (mode.controls !== "all" || presents || main.kind !== "block") return [];
  const { args = [] } = answer.written[answer.layers[index].origin] ?? {};
  const units = args.some(({ name, text }) => name === "units" && text === layer.units);
  const input = index === 0 && texts.input !== "" && texts.input === layer.input;
  return [...(units ? [/** @type {const} */ ("units")] : []), ...(input ? [/** @type {const} */ ("input")] : [])];
}

/**
 * What can be gripped of them.
 * @param {Drawing} drawing
 * @param {Part} main
 * @param {Scaled} scale
 * @param {{ left: number, top: number }} place
 * @param {View} view
 */
function grips(drawing, main, scale, { left, top }, view) {
  if (scale.squeezed) return nothing;
  const input = main.columns.find(({ role }) => role === "input");
  return edgesOf(drawing, view).map((edge) => {
    if (edge === "units") {
      const [x, y] = [left + scale.width / 2, top + scale.height];
      const perCell = scale.height / Number(drawing.layer.units);
      return svg`<g class="grip down" data-drag="units" data-of=${drawing.index} data-cell=${perCell} data-scale=${scale.down}><rect x=${x - 18} y=${y - 12} width="36" height="24"></rect><path d="M${x - 9} ${y}h18"></path></g>`;
    }
    if (!input) return nothing;
    const [x, y] = [left + scale.edge(input.x + input.width), top + scale.height / 2];
    const perCell = (scale.across * Number(input.width)) / Number(drawing.layer.input);
    return svg`<g class="grip across" data-drag="input" data-of=${drawing.index} data-cell=${perCell} data-scale=${scale.across}><rect x=${x - 12} y=${y - 18} width="24" height="36"></rect><path d="M${x} ${y - 9}v18"></path></g>`;
  });
}

/** @param {Part[]} parts */
const split = (parts) => ({
  strip: parts.find(({ kind }, place) => place > 0 && kind === "peepholes"),
  under: parts.filter(({ kind }, place) => place > 0 && kind !== "peepholes"),
});

/**
 * @param {Drawing} drawing
 * @param {number} height the most that the block may have
 * @param {View} view
 * @param {number} [all] how wide the picture is
 * @returns {Room}
 */
export function roomOf({ sides, layer, loops }, height, { m }, all = pictureWidth) {
  const [main] = sides[0].parts;
  const { strip } = split(sides[0].parts);
  const left = loops ? leftEdge : 1;
  const labels = [m.number(String(main.height)), `${main.bands.length} × ${m.number(layer.units)}`];
  const right = Math.max(...labels.map(textWidth)) + 16;
  const free = (all - left - right - between * (sides.length - 1)) / sides.length;
  const width = strip ? (free - 8) * (Number(main.width) / (Number(main.width) + 1)) : free;
  return { left, right, width, height, side: free + between, all };
}

/**
 * @param {Drawing} drawing
 * @param {Room} room
 */
export function ownScale({ sides }, { width, height }) {
  return scaleOf(sides[0].parts[0], width, height);
}

/** Whether what it reads comes from the layer before. @param {Drawing} drawing */
const isHanded = ({ layer, sides }) =>
  layer.steps.some(({ kind }) => kind === "handed_on") &&
  sides[0].parts[0].columns.some(({ role }) => role === "input");

/**
 * What the layer before passes on, running down into the columns of the input: an area for each part of it.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {number} left
 * @param {number} bottom where they end
 */
function handed({ columns }, scale, left, bottom) {
  return columns.flatMap(({ role, x, width, strips }) => {
    if (role !== "input") return [];
    let end = scale.edge(x);
    const perCell = (scale.edge(x + width) - end) / Number(width);
    return (strips.length > 0 ? strips : [String(width)]).map((strip) => {
      const from = left + end;
      const wide = Number(strip) * perCell;
      end += wide;
      const middle = from + wide / 2;
      return svg`<path class="way" d="M${from} 0V${bottom}H${from + wide}V0"></path><path class="handing" d="M${middle - 5} 5L${middle} 10L${middle + 5} 5"></path>`;
    });
  });
}

/**
 * What each column is and how wide it is, and the middle of it.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {number} left
 * @param {Pick<View, "m" | "framework">} view
 */
export function columnLabels({ columns }, scale, left, { m, framework }) {
  const letter = { previous: framework.words.previous[0], input: framework.words.current[0], bias: "", other: "" };
  const biases = columns.filter(({ role }) => role === "bias");
  return columns.flatMap((column) => {
    const { role, x, width, ref, strips } = column;
    if (role === "bias" && column !== biases[0]) return [];
    const last = role === "bias" ? biases[biases.length - 1] : column;
    const at = left + (scale.edge(x) + scale.edge(last.x + last.width)) / 2;
    const sizes = role === "bias" ? biases.map(() => "1") : strips.length > 0 ? strips : [String(width)];
    const size = sizes.map(m.number).join(" + ");
    return [{ text: letter[role] ? `${letter[role]}: ${size}` : size, at, role, ref }];
  });
}

/**
 * The numbers above the block: how wide it is, and how wide each column; as many of them as are told.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {Room} room
 * @param {Drawing} drawing
 * @param {View} view
 * @param {Growth | undefined} growth
 * @param {number} above so much stands above them; where it does not say itself what comes in
 */
function above(part, scale, { left, all }, drawing, { m, framework }, growth, above) {
  const { layer, refs } = drawing;
  const comes = isHanded(drawing);
  const start = above > 0 ? above : comes ? lead : 0;
  const knows = (/** @type {Kind} */ kind) => !growth || growth.whole || growth.told.has(kind);
  const isTold = knows("reads") || knows("matrix") || knows(/** @type {Kind} */ (part.kind));
  const reads = layer.steps.find(({ kind }) => kind === "reads")?.value ?? "";
  const wide = reads === "" ? part.width : BigInt(reads);
  const end = left + scale.edge(wide);
  const labels = columnLabels(part, scale, left, { m, framework });
  const spreadOut = spread(labels, 0, all);
  const rows = Math.max(0, ...spreadOut.map(({ row }) => row + 1));
  const top = start + 22 + rows * lineHeight;
  const text = m.number(String(wide));
  const [{ x }] = spread([{ text, at: (left + end) / 2 }], 0, all);
  const line = start + 16;
  const drawn = svg`
    ${comes && above === 0 ? handed(part, scale, left, top + 3) : nothing}
    ${isTold ? svg`<path class="edge" d="M${left} ${line}v5M${left} ${line + 2.5}H${end}M${end} ${line}v5"></path><text x=${x} y=${start + 12} data-ref=${refs.of("reads") || nothing}>${text}</text>` : nothing}
    ${spreadOut.map((label, place) => {
      const { at, role, ref } = labels[place];
      if (!isTold && !(comes && role === "input")) return nothing;
      const y = start + 33 + label.row * lineHeight;
      const aside = Math.abs(label.x - at) > 3 || label.row < rows - 1;
      return svg`${aside ? svg`<path class="edge" d="M${label.x} ${y + 3}L${at} ${top + 2}"></path>` : nothing}<text class=${role} x=${label.x} y=${y} data-ref=${ref || nothing}>${label.text}</text>`;
    })}`;
  const reach = Math.max(x + textWidth(text) / 2, ...spreadOut.map((label) => label.x + textWidth(label.text) / 2));
  return { top: top + 3, drawn, reach };
}

/**
 * The heights, right of the last block.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {number} x
 * @param {number} top
 * @param {Drawing} drawing
 * @param {View} view
 * @param {Growth | undefined} growth
 */
function beside(part, scale, x, top, { layer, refs }, { m, cut }, growth) {
  const edge = (
    /** @type {number} */ y,
    /** @type {number} */ height,
    /** @type {string} */ text,
    /** @type {string} */ ref,
  ) =>
    svg`<path class="edge" d="M${x} ${y + 1}h5M${x + 2.5} ${y + 1}V${y + height - 1}M${x} ${y + height - 1}h5"></path><text class="start" x=${x + 9} y=${y + height / 2 + 4} data-ref=${ref || nothing}>${text}</text>`;
  const bands = part.bands.length;
  const filled = growth?.bands ?? bands;
  // The rows of filters that are others at each place are not the layer's filters, but so many of each.
  const rowsOf = (/** @type {import("./drawing.js").Piece} */ { height }) => m.number(String(height));
  const refOf = (/** @type {import("./drawing.js").Piece} */ { height }) =>
    String(height) === layer.units ? refs.rows : "";
  if (filled === 0 && part.kind === "block") return nothing;
  if (growth && part.kind !== "block" && !growth.sides[0].parts[0]) return nothing;
  if (part.kind === "block" && filled < bands) {
    const [first] = part.bands;
    const { y, height } = scale.box(first);
    return height < lowest ? nothing : edge(top + y, height, rowsOf(first), refOf(first));
  }
  if (part.columns.length > 0 && cut === "matrix") {
    const [first] = part.bands;
    if (scale.height / bands < lowest)
      return edge(top, scale.height, bands > 1 ? `${bands} × ${rowsOf(first)}` : rowsOf(first), refOf(first));
    return part.bands.map((band) => {
      const { y, height } = scale.box(band);
      return edge(top + y, height, rowsOf(band), refOf(band));
    });
  }
  return edge(top, scale.height, m.number(String(part.height)), bands === 1 ? refs.rows : "");
}

/** @param {number} x @param {number} middle @param {number} height */
function loopArrow(x, middle, height) {
  const r = Math.min(height * 0.34, 26);
  const [low, high] = [middle + r, middle - r];
  return svg`<path class="loop" d="M${x - 4} ${low}C${x - 25} ${low} ${x - 25} ${high} ${x - 5} ${high}M${x - 10} ${high - 4}L${x - 4} ${high}L${x - 10} ${high + 4}"></path>`;
}

/** @param {Part} part @param {View["m"]} m */
const extraLabel = ({ kind, count }, m) => `${m.partNames[kind]} ${m.number(count)}`;

/**
 * What lies under and beside one side's block, from `top` on.
 * @param {Part[]} parts
 * @param {Scaled} scale
 * @param {{ left: number, top: number, under: number }} place `under`: where the block and its arrow end
 * @param {Room} room
 * @param {Drawing} drawing
 * @param {View} view
 * @param {Remarks} remarks
 * @param {(Part | undefined)[] | undefined} shown as far as each of them is there, where not all are
 * @param {string} kind of the step that was told last
 */
function extras(parts, scale, { left, top, under }, room, drawing, view, remarks, shown, kind) {
  const { strip, under: rest } = split(parts);
  const drawn = [];
  /** @type {Rect[]} */
  const newest = [];
  let reach = 0;
  let y = under;
  const isThere = (/** @type {Part} */ part) => !shown || shown[parts.indexOf(part)] !== undefined;
  // Where the other direction's label leaves no room for a second one, it speaks for both.
  const label = (/** @type {Part} */ part) => {
    const text = extraLabel(part, view.m);
    return left === room.left || textWidth(text) + gap <= room.side ? text : "";
  };
  if (strip) {
    const own = below(strip, scale, room.all, scale.height);
    const x = left + scale.width + 6;
    const text = label(strip);
    const [{ x: at }] = spread([{ text, at: x + own.width / 2 }], left, left + room.side);
    reach = Math.max(reach, x + own.width, at + textWidth(text) / 2);
    if (isThere(strip)) {
      const rect = { x, y: top, width: own.width, height: own.height };
      const comes = strip.kind === kind ? [rect] : [];
      drawn.push(partShape(strip, own, x, top, drawing, view, false, covers(comes, `${drawing.index} ${kind}`, false)));
      drawn.push(svg`<path class="edge" d="M${x + own.width / 2} ${top + own.height + 2}V${y + 4}"></path>`);
      drawn.push(svg`<text x=${at} y=${y + lineHeight} data-ref=${strip.ref || nothing}>${text}</text>`);
      newest.push(...comes);
    }
    y += lineHeight + 4;
    if (own.widened && remarks.widened === "") remarks.widened = own.widened;
  }
  for (const part of rest) {
    const own = below(part, scale, room.side - between, room.height);
    reach = Math.max(reach, left + own.width, left + textWidth(label(part)));
    if (isThere(part)) {
      const rect = { x: left, y: y + 8, width: own.width, height: own.height };
      const comes = part.kind === kind ? [rect] : [];
      drawn.push(
        partShape(part, own, left, y + 8, drawing, view, false, covers(comes, `${drawing.index} ${kind}`, false)),
      );
      drawn.push(
        svg`<text class="start" x=${left} y=${y + own.height + 8 + lineHeight} data-ref=${part.ref || nothing}>${label(part)}</text>`,
      );
      newest.push(...comes);
    }
    y += own.height + 8 + lineHeight + 4;
    remarks.squeezed ||= own.squeezed;
    if (own.widened) remarks.widened = "other";
  }
  return { drawn, bottom: y, newest, reach };
}

/**
 * Where what the newest step brings lies in a side's block: each band of it by itself.
 * @param {Part} main
 * @param {Growth} growth
 * @returns {import("./drawing.js").Box[]}
 */
function newestIn({ bands, fills, kind, width, height }, { newest, bands: filled }) {
  if (kind !== "block") return newest === kind ? [{ x: 0n, y: 0n, width, height }] : [];
  if (newest === "matrix") return bands.slice(0, filled);
  if (newest === "biases") return fills.filter(({ role }) => role === "bias");
  return newest === "matrices_total" ? bands.slice(1) : [];
}

/** The smallest rectangle around some. @param {Rect[]} rects @returns {Rect[]} */
function around(rects) {
  if (rects.length === 0) return [];
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))];
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return [{ x, y, width: right - x, height: bottom - y }];
}

/**
 * What uncovers the areas that have just come, one after the other, where movement is welcome.
 * @param {Rect[]} rects
 * @param {string} key another one for another step
 * @param {boolean} grows the first row of it has stood there before
 */
const covers = (rects, key, grows) =>
  rects.length === 0
    ? nothing
    : keyed(
        key,
        svg`<g class=${grows ? "covers grows" : "covers"}>${rects.map(({ x, y, width, height }) => svg`<rect class="cover" x=${x} y=${y} width=${width} height=${height}></rect>`)}</g>`,
      );

/** What is handed on runs down from the layer before. @param {Rect} way @param {boolean} comes @param {number} index of the layer */
const poured = (way, comes, index) => (comes ? covers([way], `${index} handed_on`, false) : nothing);

/** Half as wide as the line around what has just come. */
const frame = 1.25;

/** The line around the areas that have just come: it covers nothing of them. @param {Rect[]} rects */
const framed = (rects) =>
  rects.map(
    ({ x, y, width, height }) =>
      svg`<rect class="fresh" x=${x - frame} y=${y - frame} width=${width + 2 * frame} height=${height + 2 * frame}></rect>`,
  );

/**
 * @param {Drawing} drawing
 * @param {Room} room
 * @param {number | undefined} common the scale of all pictures
 * @param {View} view
 * @param {Growth} [growth] where not all steps are told yet, or one of them has just been
 * @param {Place} [place] that it fills
 */
export function picture(drawing, room, common, view, growth, place) {
  const { m } = view;
  const { sides, loops, refs, index } = drawing;
  const [main] = sides[0].parts;
  const scale = scaled(main, room.width, room.height, common);
  const words = main.bands.map((band) => wordsOf(band, main, "matrix", m));
  const unnamed = main.bands.length > 1 && !labelsOf(main.bands.map(scale.box), words).named;
  const row = growth?.row ?? [];
  const band = scale.box(main.bands[0] ?? { x: 0n, y: 0n, width: main.width, height: main.height });
  const rowHeight = Math.min(Math.max(scale.down, lowestRow), Math.max(band.height, lowestRow));
  /** @type {Remarks} */
  const remarks = {
    squeezed: scale.squeezed,
    widened: scale.widened,
    unnamed,
    higher: row.length > 0 && rowHeight > scale.down + 1,
  };
  const source = isHanded(drawing) ? place?.from : undefined;
  const head = above(main, scale, room, drawing, view, growth, source?.height ?? 0);
  const top = head.top + (source?.bar ?? 0);
  const stripWidth = split(sides[0].parts).strip ? Math.max(scale.across, 2) + 6 : 0;
  const under = sides[0].parts.map((part, place) => (place > 0 ? extraLabel(part, m) : `→ ${m.number(part.count)}`));
  const step = Math.min(room.side, Math.max(scale.width + stripWidth + 30, ...under.map(textWidth)) + gap);
  let bottom = top + scale.height;
  let { reach } = head;
  /** @type {Rect[]} */
  const newest = [];
  const blocks = sides.map(({ direction, parts }, place) => {
    const left = room.left + place * step;
    const here = growth ? growth.sides[place]?.parts : parts;
    const count = growth ? (here?.[0]?.count ?? "") : main.count;
    let under = top + scale.height;
    const sign = direction === "forward" ? "→" : "←";
    const many = `${sign} ${m.number(main.count)}`;
    const arrow = sides.length === 1 ? "" : textWidth(many) + gap > step ? sign : many;
    if (arrow) under += lineHeight + 2;
    const arrives = growth?.newest === "directions" && place > 0;
    const kind = arrives ? "" : (growth?.newest ?? "");
    const shown = growth && (here ?? []);
    const more = extras(
      parts,
      scale,
      { left, top, under },
      { ...room, side: step },
      drawing,
      view,
      remarks,
      shown,
      kind,
    );
    bottom = Math.max(bottom, more.bottom);
    reach = Math.max(reach, more.reach, arrow ? left + (scale.width + textWidth(arrow)) / 2 : 0);
    const beyond = place < sides.length - 1 ? between : room.right;
    const boxes = arrives
      ? [{ x: 0n, y: 0n, width: main.width, height: main.height }]
      : growth && here && place === 0
        ? newestIn(main, growth)
        : [];
    const arrived = boxes.map((box) => {
      const { x, y, width, height } = scale.box(box);
      return { x: left + x, y: top + y, width, height };
    });
    // Biases of several matrices stand apart; bands touch.
    newest.push(...(growth?.newest === "biases" ? arrived : around(arrived)));
    if (place === 0) newest.push(...more.newest);
    const uncovered =
      growth && arrived.length > 0 ? covers(arrived, `${index} ${growth.newest}`, kind === "matrix") : nothing;
    const outline = growth && here && main.kind === "block" && growth.bands < main.bands.length;
    const empty = outline
      ? outlines(
          main.bands.slice(growth.bands),
          scale,
          left,
          top,
          growth.told.has("matrices"),
          row.length > 0 ? rowHeight : 0,
        )
      : nothing;
    const block = here?.[0] ? partShape(here[0], scale, left, top, drawing, view, true, uncovered) : nothing;
    const isAll = !growth || growth.told.has("directions") || growth.whole;
    return svg`${empty}${block}${places(parts[0], scale, left, top, index)}${growth && !growth.whole ? nothing : secondBiases(parts[0], drawing.layer.gates, scale, { left, top, room: beyond })}
      ${arrow && isAll && count ? svg`<text x=${left + scale.width / 2} y=${under - 2} data-ref=${refs.whole || nothing}>${arrow}</text>` : nothing}${more.drawn}`;
  });
  const rowPlace = { x: room.left, y: top, height: rowHeight };
  const cells = row.length > 0 ? cellRow(row, scale, rowPlace, index) : nothing;
  const last = row[row.length - 1];
  const rowComes =
    last && growth?.newest === "reads"
      ? [{ x: room.left, y: top, width: scale.edge(last.x + last.width), height: rowHeight }]
      : [];
  newest.push(...rowComes);
  const right = room.left + ((growth?.sides ?? sides).length - 1) * step + scale.width + stripWidth + 4;
  const end = room.left + (sides.length - 1) * step + scale.width + stripWidth + room.right;
  // While it is presented it fills its room.
  const wide = growth ? Math.min(room.all, Math.max(reach, end, narrowest)) : room.all;
  const high = Math.ceil(bottom + 4);
  const [across, down] = place ? [(wide - place.width) / 2, (high - place.height) / 2] : [0, 0];
  const columns = Array.from({ length: growth?.sides.length ?? 0 }, (_, side) => room.left + side * step);
  const over = source
    ? handingOver(
        source,
        main,
        scale,
        { columns, top: top - source.bar, all: wide, spare: Math.max(0, -across), index },
        view,
        (way) => poured(way, growth?.newest === "handed_on", index),
      )
    : { drawn: nothing, bars: [] };
  if (growth?.newest === "handed_on") newest.push(...over.bars);
  const isLooped = loops && (!growth || growth.whole || growth.told.has("reads"));
  const said = growth ? grownWords(drawing, growth, source?.drawing?.index ?? -1, m) : drawingWords(drawing, m);
  const drawn = svg`<svg class="picture" role="img" aria-label=${said} viewBox=${[across, down, place?.width ?? wide, place?.height ?? high].map((length) => length.toFixed(1)).join(" ")}>
    <pattern id="hatch-${index}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatching" d="M0 0V6"></path></pattern>
    <pattern id="frozen-${index}" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1.2"></circle></pattern>
    ${over.drawn}${head.drawn}${isLooped ? loopArrow(room.left, top + scale.height / 2, scale.height) : nothing}${blocks}${cells}${covers(rowComes, `${index} reads`, false)}
    ${beside(main, scale, right, top, drawing, view, growth)}${growth ? framed(newest) : grips(drawing, main, scale, { left: room.left, top }, view)}</svg>`;
  return { drawn, remarks, height: bottom };
}
