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
 * What a piece is called where there are several, and how many it has.
 * @param {Piece} piece
 * @param {Part} part
 * @param {View["cut"]} cut
 * @param {View["m"]} m
 */
export const wordsOf = ({ name, count }, { bands }, cut, m) =>
  bands.length > 1 || cut === "tensor" ? [name, m.number(count)] : [m.number(count)];

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
 */
export function partShape(part, scale, left, top, { index, sides }, { m, cut }) {
  const main = sides.some(({ parts }) => parts[0] === part);
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
  return svg`<g data-ref=${part.ref || nothing}>${fills}${frozen}${pieces}</g>`;
}
