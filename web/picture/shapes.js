/** The rectangles of a part of the picture, in their colours, cut into pieces with names and counts. */
import { nothing, svg } from "lit";
import { labelsOf, lineHeight } from "./layout.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./drawing.js").Piece} Piece */
/** @typedef {import("./layout.js").Scaled} Scaled */

/** What is thinner has no outline of its own. */
const thin = 5;

/**
 * A label in the middle of something.
 * @param {{ x: number, y: number, width: number, height: number }} rect
 * @param {{ lines: string[], turned: boolean } | undefined} label
 * @param {string} ref
 */
function middle({ x, y, width, height }, label, ref) {
  if (!label) return nothing;
  const [across, down] = [x + width / 2, y + height / 2];
  const turn = label.turned ? `rotate(-90 ${across} ${down})` : nothing;
  const first = down - ((label.lines.length - 1) * lineHeight) / 2;
  return label.lines.map(
    (text, place) =>
      svg`<text class="in" x=${across} y=${first + place * lineHeight + 4} transform=${turn} data-ref=${ref || nothing}>${text}</text>`,
  );
}

/**
 * The outlines of pieces that are still empty, with their names.
 * @param {Piece[]} pieces
 * @param {Scaled} scale
 * @param {number} left
 * @param {number} top
 * @param {boolean} named
 * @param {number} covered so much of the first one, from above, by its row
 */
export function outlines(pieces, scale, left, top, named, covered) {
  const rects = pieces.map((piece) => {
    const { x, y, width, height } = scale.box(piece);
    return { x: left + x, y: top + y, width, height };
  });
  const free = rects.map((rect, place) =>
    place > 0 ? rect : { ...rect, y: rect.y + covered, height: Math.max(0, rect.height - covered) },
  );
  const { labels } = labelsOf(
    free,
    pieces.map(({ name }) => [name]),
  );
  return rects.map(({ x, y, width, height }, place) => {
    const above = rects[place - 1];
    const shared = above && Math.abs(above.y + above.height - y) < 0.5; // its edge is this one's: two lines of dashes fill each other up
    const edges = `M${x} ${y}V${y + height}H${x + width}V${y}${shared ? "" : "Z"}`;
    return svg`<path class="outline" d=${edges}></path>${middle(free[place], named ? labels[place] : undefined, "")}`;
  });
}

/** Cells in a row that are narrower are not drawn one by one: their edges would be a grey of their own. */
const narrowest = 4;

/**
 * One row of a block: a cell for each number that a unit reads.
 * @param {Part["columns"]} columns
 * @param {Scaled} scale
 * @param {{ x: number, y: number, height: number }} place
 * @param {number} index of the layer
 */
export function cellRow(columns, scale, { x, y, height }, index) {
  const fills = columns.map(({ role, x: from, width, ref }) => {
    const [start, end] = [x + scale.edge(from), x + scale.edge(from + width)];
    const hatch =
      role === "input"
        ? svg`<rect class="hatch" x=${start} y=${y} width=${end - start} height=${height} fill="url(#hatch-${index})"></rect>`
        : nothing;
    const cells = scale.across < narrowest ? 0 : Number(width);
    const cuts = Array.from({ length: Math.max(0, cells - 1) }, (_, cell) => {
      const at = start + ((end - start) * (cell + 1)) / cells;
      return `M${at.toFixed(2)} ${y}v${height}`;
    });
    return svg`<rect class="fill ${role}" x=${start} y=${y} width=${end - start} height=${height} data-ref=${ref || nothing}></rect>${hatch}<path class="cells" d=${cuts.join("") || nothing}></path>`;
  });
  return svg`<g class="row">${fills}</g>`;
}

/**
 * Where each column of each gate stands, for the equations' weights to light it up.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {number} left
 * @param {number} top
 * @param {number} index of the layer
 */
export const places = ({ places }, scale, left, top, index) =>
  places.map((place) => {
    const { x, y, width, height } = scale.box(place);
    const [gate, column] = [`cell.${index}.${place.gate}`, place.column.replace(" ", "_")];
    const keys = /bias/.test(column) ? `${gate}.${column}` : `${gate} ${gate}.${column}`;
    return svg`<rect class="part-of" x=${left + x} y=${top + y} width=${width} height=${height} data-within=${keys}></rect>`;
  });

/**
 * What a piece is called where there are several, and how many it has.
 * @param {Piece} piece
 * @param {Part} part
 * @param {View["cut"]} cut
 * @param {View["m"]} m
 */
export const wordsOf = ({ name, count }, { several }, cut, m) =>
  several || cut === "tensor" ? [name, m.number(count)] : [m.number(count)];

/**
 * @param {Piece[]} pieces
 * @param {import("./layout.js").Rect[]} rects
 * @param {Part} part
 * @param {View["cut"]} cut
 * @param {View["m"]} m
 */
function pieceLabels(pieces, rects, part, cut, m) {
  return pieces.map((piece, place) => {
    const column = pieces.flatMap(({ x }, other) => (x === piece.x ? [other] : []));
    const words = column.map((other) => wordsOf(pieces[other], part, cut, m));
    return labelsOf(
      column.map((other) => rects[other]),
      words,
    ).labels[column.indexOf(place)];
  });
}

/**
 * A part's colours and the pieces of the chosen cut.
 * @param {Part} part
 * @param {Scaled} scale
 * @param {number} left
 * @param {number} top
 * @param {Drawing} drawing
 * @param {View} view
 * @param {boolean} [main] it is the first part of its side, whose pieces have their names in them
 * @param {unknown} [covers] what uncovers its colours, below names and edges
 */
export function partShape(part, scale, left, top, { index }, { m, cut }, main = false, covers = nothing) {
  const at = (/** @type {import("./drawing.js").Box} */ box) => {
    const { x, y, width, height } = scale.box(box);
    return { x: left + x, y: top + y, width, height };
  };
  const fills = part.fills.map((fill) => {
    const { x, y, width, height } = at(fill);
    const ref = part.columns.find((column) => column.x === fill.x)?.ref ?? part.ref;
    let end = 0n;
    const seams = fill.strips.slice(0, -1).map((strip) => {
      end += BigInt(strip);
      const seam = x + Number(end) * scale.across;
      return svg`<line class="seam" x1=${seam} x2=${seam} y1=${y} y2=${y + height}></line>`;
    });
    const solid = fill.role === "bias" && width < thin ? " solid" : "";
    const hatch =
      fill.role === "input"
        ? svg`<rect class="hatch" x=${x} y=${y} width=${width} height=${height} fill="url(#hatch-${index})"></rect>`
        : nothing;
    return svg`<rect class="fill ${fill.role}${solid}" x=${x} y=${y} width=${width} height=${height} data-ref=${ref || nothing}></rect>${hatch}${seams}`;
  });
  const frozen = part.frozen.map((one) => {
    const { x, y, width, height } = at(one);
    return svg`<rect class="frozen" x=${x} y=${y} width=${width} height=${height} fill="url(#frozen-${index})"></rect>`;
  });
  const shown = cut === "matrix" ? part.bands : part.tensors;
  const labels = main ? pieceLabels(shown, shown.map(at), part, cut, m) : [];
  const pieces = shown.map((piece, place) => {
    const rect = at(piece);
    const { x, y, width, height } = rect;
    const tensor = piece.tensor < 0 ? nothing : `${index}.${piece.tensor}`;
    const ref = piece.ref || (piece.tensor < 0 ? "" : `layers.${index}.weights.${piece.tensor}`);
    return svg`<rect class=${Math.min(width, height) < thin ? "piece thin" : "piece"} x=${x} y=${y} width=${width} height=${height} data-ref=${ref || nothing} data-tensor=${tensor}></rect>${middle(rect, labels[place], ref)}`;
  });
  return svg`<g data-ref=${part.ref || nothing}>${fills}${frozen}${covers}${pieces}</g>`;
}
