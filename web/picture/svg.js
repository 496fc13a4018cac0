/** The picture of one layer: its block, once for each direction, what lies beside it, and its numbers at the edges. */
import { nothing, svg } from "lit";
import { drawingWords } from "../telling/drawing.js";
import { below, labelsOf, lineHeight, pictureWidth, scaled, scaleOf, spread, textWidth } from "./layout.js";
import { secondBiases } from "./second_biases.js";
import { partShape, wordsOf } from "./shapes.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./layout.js").Scaled} Scaled */
/** @typedef {{ left: number, right: number, width: number, height: number, side: number }} Room `left`, `right`: what stands beside the blocks; `width`, `height`: for one side's block; `side`: from one side to the next */
/** @typedef {{ squeezed: boolean, widened: Scaled["widened"], unnamed: boolean }} Remarks what has to be said in words */

/** For the loop arrow. */
const leftEdge = 22;
const between = 16;
/** Between labels. */
const gap = 10;
/** What is lower has no label. */
const lowest = 14;

/** @param {Part[]} parts */
const split = (parts) => ({
  strip: parts.find(({ kind }, place) => place > 0 && kind === "peepholes"),
  under: parts.filter(({ kind }, place) => place > 0 && kind !== "peepholes"),
});

/**
 * @param {Drawing} drawing
 * @param {number} height the most that the block may have
 * @param {View} view
 * @returns {Room}
 */
export function roomOf({ sides, layer, loops }, height, { m }) {
  const [main] = sides[0].parts;
  const { strip } = split(sides[0].parts);
  const left = loops ? leftEdge : 1;
  const labels = [m.number(String(main.height)), `${main.bands.length} × ${m.number(layer.units)}`];
  const right = Math.max(...labels.map(textWidth)) + 16;
  const free = (pictureWidth - left - right - between * (sides.length - 1)) / sides.length;
  const width = strip ? (free - 8) * (Number(main.width) / (Number(main.width) + 1)) : free;
  return { left, right, width, height, side: free + between };
}

/**
 * @param {Drawing} drawing
 * @param {Room} room
 */
export function ownScale({ sides }, { width, height }) {
  return scaleOf(sides[0].parts[0], width, height);
}

/**
 * The numbers above the block: how wide it is, and how wide each column.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {number} left
 * @param {Drawing} drawing
 * @param {View} view
 */
function above(part, scale, left, { layer, refs }, { m, framework }) {
  const reads = layer.steps.find(({ kind }) => kind === "reads")?.value ?? "";
  const wide = reads === "" ? part.width : BigInt(reads);
  const end = left + scale.edge(wide);
  const letter = { previous: framework.words.previous[0], input: framework.words.current[0], bias: "", other: "" };
  const biases = part.columns.filter(({ role }) => role === "bias");
  const labels = part.columns.flatMap((column) => {
    const { role, x, width, ref, strips } = column;
    if (role === "bias" && column !== biases[0]) return [];
    const last = role === "bias" ? biases[biases.length - 1] : column;
    const at = left + (scale.edge(x) + scale.edge(last.x + last.width)) / 2;
    const sizes = role === "bias" ? biases.map(() => "1") : strips.length > 0 ? strips : [String(width)];
    const size = sizes.map(m.number).join(" + ");
    return [{ text: letter[role] ? `${letter[role]}: ${size}` : size, at, role, ref }];
  });
  const spreadOut = spread(labels, 0, pictureWidth);
  const rows = Math.max(0, ...spreadOut.map(({ row }) => row + 1));
  const top = 22 + rows * lineHeight;
  const text = m.number(String(wide));
  const [{ x }] = spread([{ text, at: (left + end) / 2 }], 0, pictureWidth);
  const drawn = svg`
    <path class="edge" d="M${left} 16v5M${left} 18.5H${end}M${end} 16v5"></path>
    <text x=${x} y="12" data-ref=${refs.of("reads") || nothing}>${text}</text>
    ${spreadOut.map((label, place) => {
      const { at, role, ref } = labels[place];
      const y = 33 + label.row * lineHeight;
      const aside = Math.abs(label.x - at) > 3 || label.row < rows - 1;
      return svg`${aside ? svg`<path class="edge" d="M${label.x} ${y + 3}L${at} ${top + 2}"></path>` : nothing}<text class=${role} x=${label.x} y=${y} data-ref=${ref || nothing}>${label.text}</text>`;
    })}`;
  return { top: top + 3, drawn };
}

/**
 * The heights, right of the last block.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {number} x
 * @param {number} top
 * @param {Drawing} drawing
 * @param {View} view
 */
function beside(part, scale, x, top, { layer, refs }, { m, cut }) {
  const edge = (
    /** @type {number} */ y,
    /** @type {number} */ height,
    /** @type {string} */ text,
    /** @type {string} */ ref,
  ) =>
    svg`<path class="edge" d="M${x} ${y + 1}h5M${x + 2.5} ${y + 1}V${y + height - 1}M${x} ${y + height - 1}h5"></path><text class="start" x=${x + 9} y=${y + height / 2 + 4} data-ref=${ref || nothing}>${text}</text>`;
  const bands = part.bands.length;
  const units = m.number(layer.units);
  if (part.kind === "block" && cut === "matrix") {
    if (scale.height / bands < lowest)
      return edge(top, scale.height, bands > 1 ? `${bands} × ${units}` : units, refs.rows);
    return part.bands.map((band) => {
      const { y, height } = scale.box(band);
      return edge(top + y, height, units, refs.rows);
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
 */
function extras(parts, scale, { left, top, under }, room, drawing, view, remarks) {
  const { strip, under: rest } = split(parts);
  const drawn = [];
  let y = under;
  // Where the other direction's label leaves no room for a second one, it speaks for both.
  const label = (/** @type {Part} */ part) => {
    const text = extraLabel(part, view.m);
    return left === room.left || textWidth(text) + gap <= room.side ? text : "";
  };
  if (strip) {
    const own = below(strip, scale, pictureWidth, scale.height);
    const x = left + scale.width + 6;
    drawn.push(partShape(strip, own, x, top, drawing, view));
    drawn.push(svg`<path class="edge" d="M${x + own.width / 2} ${top + own.height + 2}V${y + 4}"></path>`);
    const text = label(strip);
    const [{ x: at }] = spread([{ text, at: x + own.width / 2 }], left, left + room.side);
    drawn.push(svg`<text x=${at} y=${y + lineHeight} data-ref=${strip.ref || nothing}>${text}</text>`);
    y += lineHeight + 4;
    if (own.widened && remarks.widened === "") remarks.widened = own.widened;
  }
  for (const part of rest) {
    const own = below(part, scale, room.side - between, room.height);
    drawn.push(partShape(part, own, left, y + 8, drawing, view));
    drawn.push(
      svg`<text class="start" x=${left} y=${y + own.height + 8 + lineHeight} data-ref=${part.ref || nothing}>${label(part)}</text>`,
    );
    y += own.height + 8 + lineHeight + 4;
    remarks.squeezed ||= own.squeezed;
    if (own.widened) remarks.widened = "other";
  }
  return { drawn, bottom: y };
}

/**
 * @param {Drawing} drawing
 * @param {Room} room
 * @param {number | undefined} common the scale of all pictures
 * @param {View} view
 */
export function picture(drawing, room, common, view) {
  const { m } = view;
  const { sides, loops, refs, index } = drawing;
  const [main] = sides[0].parts;
  const scale = scaled(main, room.width, room.height, common);
  const words = main.bands.map((band) => wordsOf(band, main, "matrix", m));
  const unnamed = main.bands.length > 1 && !labelsOf(main.bands.map(scale.box), words).named;
  /** @type {Remarks} */
  const remarks = { squeezed: scale.squeezed, widened: scale.widened, unnamed };
  const head = above(main, scale, room.left, drawing, view);
  const { top } = head;
  const stripWidth = split(sides[0].parts).strip ? Math.max(scale.across, 2) + 6 : 0;
  const under = sides[0].parts.map((part, place) => (place > 0 ? extraLabel(part, m) : `→ ${m.number(part.count)}`));
  const step = Math.min(room.side, Math.max(scale.width + stripWidth + 30, ...under.map(textWidth)) + gap);
  let bottom = top + scale.height;
  const blocks = sides.map(({ direction, parts }, place) => {
    const left = room.left + place * step;
    let under = top + scale.height;
    const sign = direction === "forward" ? "→" : "←";
    const many = `${sign} ${m.number(main.count)}`;
    const arrow = sides.length === 1 ? "" : textWidth(many) + gap > step ? sign : many;
    if (arrow) under += lineHeight + 2;
    const more = extras(parts, scale, { left, top, under }, { ...room, side: step }, drawing, view, remarks);
    bottom = Math.max(bottom, more.bottom);
    const beyond = place < sides.length - 1 ? between : room.right;
    return svg`${partShape(parts[0], scale, left, top, drawing, view)}${secondBiases(parts[0], drawing.layer.gates, scale, { left, top, room: beyond })}
      ${arrow ? svg`<text x=${left + scale.width / 2} y=${under - 2} data-ref=${refs.whole || nothing}>${arrow}</text>` : nothing}${more.drawn}`;
  });
  const right = room.left + (sides.length - 1) * step + scale.width + stripWidth + 4;
  const drawn = svg`<svg class="picture" role="img" aria-label=${drawingWords(drawing, m)} viewBox="0 0 ${pictureWidth} ${Math.ceil(bottom + 4)}">
    <pattern id="hatch-${index}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatching" d="M0 0V6"></path></pattern>
    <pattern id="frozen-${index}" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1.2"></circle></pattern>
    ${head.drawn}${loops ? loopArrow(room.left, top + scale.height / 2, scale.height) : nothing}${blocks}
    ${beside(main, scale, right, top, drawing, view)}</svg>`;
  return { drawn, remarks, height: bottom };
}
