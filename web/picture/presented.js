/** The picture while the derivation is presented: it fills its place, and goes as far as the steps are told. */
import { html, nothing } from "lit";
import { fullLayer } from "../telling/facts.js";
import { layerTitle } from "../telling/model.js";
import { unbroken } from "../text/words.js";
import { chain } from "./chain.js";
import { drawingOf } from "./drawing.js";
import { fitted } from "./fitted.js";
import { grown } from "./growing.js";
import { sourceOf } from "./handing.js";
import { chosen, sum } from "./section.js";
import { picture, roomOf } from "./svg.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./fitted.js").Size} Size */

/** So that nothing moves when the sum comes. */
const roomForSum = html`<p class="formula numbers awaited" aria-hidden="true">= 000</p>`;

/** So many layers at most are drawn in the end. */
const most = 4;
/** The room for a block is found in so many steps, and is never lower. */
const tries = 6;
const lowest = 24;

/**
 * The layer that a layer reads from, if it is drawn: what stands between and hands on as much as it gets is passed by.
 * @param {View} view
 * @param {number} index
 */
function drawingBefore({ answer: { layers } }, index) {
  if (!layers[index].steps?.some(({ kind }) => kind === "handed_on")) return undefined;
  const before = layers.findLastIndex(
    ({ weights, hands_on, input }, at) => at < index && !(weights.length === 0 && hands_on.width === input),
  );
  return before < 0 ? undefined : drawingOf(fullLayer(layers, before), before);
}

/**
 * How high a block may be for the whole picture to fill its place.
 * @param {Drawing} drawing
 * @param {import("./svg.js").Place} place
 * @param {View} view
 */
function roomIn(drawing, place, view) {
  const whole = grown(drawing, Number.POSITIVE_INFINITY);
  let height = place.height;
  for (let left = tries; left > 0; left--) {
    const over =
      picture(drawing, roomOf(drawing, height, view, place.width), undefined, view, whole, place).height +
      4 -
      place.height;
    if (over <= 0 || height <= lowest) break;
    height = Math.max(lowest, height - Math.max(1, over * (left > 2 ? 0.7 : 1)));
  }
  return roomOf(drawing, height, view, place.width);
}

/**
 * @param {View} view
 * @param {Drawing} drawing
 * @param {number} steps so many of the layer's are told
 * @param {Size} size
 */
function layerIn(view, drawing, steps, size) {
  const { m, answer, catalog } = view;
  const place = { ...size, from: sourceOf(drawingBefore(view, drawing.index), size.height) };
  const growth = grown(drawing, steps);
  const { drawn, remarks } = picture(drawing, roomIn(drawing, place, view), undefined, view, growth, place);
  const widened = remarks.widened === "" ? m.areaIs : m.scale[remarks.widened === "other" ? "other" : "bias"];
  const hint = remarks.squeezed ? m.notToScale : remarks.higher ? m.rowHigher : widened;
  const isEmpty = growth.row.length === 0 && growth.sides.every(({ parts }) => !parts.some((part) => part));
  const title =
    answer.layers.length > 1
      ? html`<figcaption>${unbroken(layerTitle(answer, drawing.index, catalog, m))}</figcaption>`
      : nothing;
  return html`<div class="figures"><figure data-layer=${drawing.index}>${title}${drawn}${growth.whole ? sum(drawing, view) : roomForSum}</figure></div>
    <p class="hint">${isEmpty ? (drawing.index > 0 ? m.nothingOf(drawing.index + 1) : m.emptySoFar) : hint}</p>`;
}

/**
 * The picture as far as the steps are told: of the layer that is told just now, below what it reads from; in the end, of all.
 * @param {View} view
 * @param {ReturnType<typeof import("../telling/presenting.js").layerNow>} told
 */
export function presented(view, told) {
  if (told === "none") return nothing;
  const { answer } = view;
  if (told === "all" && answer.layers.length > 1) {
    const shown = chosen(view).shown.slice(0, most);
    return shown.length === 0 ? nothing : fitted((size) => chain(shown, size, view));
  }
  const { layer, steps } = told === "all" ? { layer: 0, steps: Number.POSITIVE_INFINITY } : told;
  // Where one has nothing to draw, the one before stays.
  const index = answer.layers.findLastIndex(
    ({ weights, total }, at) => at <= layer && (weights.length > 0 || total === ""),
  );
  const drawing = index < 0 ? undefined : drawingOf(fullLayer(answer.layers, index), index);
  const far = index === layer ? steps : Number.POSITIVE_INFINITY;
  return drawing ? fitted((size) => layerIn(view, drawing, far, size)) : nothing;
}
