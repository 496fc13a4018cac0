/** The overview of a model of several layers: a row for each, which leads to its derivation; and what its numbers take in memory. */
import { html, nothing } from "lit";
import { layerRows, rowName, shareOf, widthsWords } from "../telling/layer_table.js";
import { memoryLines, memoryOf, memoryWhyWords, memoryWords } from "../telling/memory.js";
import { spanWords } from "../telling/model.js";
import { isLong, numberClass, unbroken } from "../text/words.js";
import { sentenceWithWhy } from "./why.js";

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../telling/layer_table.js").LayerRow} LayerRow */

/** So many rows stand there at first. */
const mostShown = 10;

/** A name may break anywhere, its numbers nowhere. @param {string} name */
export const numbersWhole = (name) =>
  name
    .split(/(\d[\d,]*)/)
    .map((part, place) => (place % 2 === 1 ? html`<span class=${numberClass(part)}>${part}</span>` : part));

/**
 * @param {LayerRow} row
 * @param {{ timed: boolean, split: boolean }} columns
 * @param {View} view
 */
function layerRow(row, { timed, split }, { m, answer, act }) {
  const { first, last, layer, steps, total, trainable } = row;
  const place = [...new Set([first, last])].map((one) => m.number(String(one))).join("–");
  const step = `layers.${layer}.steps.${answer.layers[layer].steps.length - 1}`;
  const n = (/** @type {unknown} */ text, column = "") => html`<td role="cell" class="n ${column}">${text}</td>`;
  return html`<tr role="row">
    <td role="cell" class="place">${place}</td>
    <th scope="row" role="rowheader"><button type="button" class="to-layer" aria-label=${`${rowName(row, m)}: ${spanWords(first, last, m)}`} @click=${() => act.visit(layer)}>${numbersWhole(rowName(row, m))}</button></th>
    ${n(unbroken(widthsWords(row, m)), "hands-on")} ${timed ? n(m.number(steps), "steps-left") : nothing}
    <td role="cell" class="n" data-ref=${first === last ? step : nothing}>${unbroken(m.number(total) || m.none)}</td>
    ${n(shareOf(row, m), "share")} ${split ? n(m.number(trainable), "trained") : nothing}
  </tr>`;
}

/** @param {View} view */
export function layerTable(view) {
  const { m, answer, catalog, shown, act } = view;
  const all = layerRows(answer, catalog);
  const rows = shown.has("rows-of-layers") ? all : all.slice(0, mostShown);
  const hidden = answer.layers.length - rows[rows.length - 1].last;
  const split = answer.frozen !== "0" && answer.frozen !== "";
  const columns = { timed: all.some(({ steps }) => steps !== ""), split };
  const head = m.layerTable;
  const th = (/** @type {string} */ text, column = "") =>
    html`<th scope="col" role="columnheader" class="n ${column}">${text}</th>`;
  const empty = (/** @type {string} */ column) => html`<td role="cell" class=${column}></td>`;
  const total = answer.total === "" ? `${m.number(answer.counted)} + ?` : m.number(answer.total);
  const long = [answer.counted, ...all.flatMap(({ widths }) => widths)].some(isLong) ? "long" : "";
  const crowded = columns.timed && split ? "crowded" : "";
  return html`<div class="layers-room"><table class="of-layers ${long} ${crowded}" role="table">
      <caption class="visually-hidden">${head.caption}</caption>
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" colspan="2">${head.layer}</th> ${th(head.handsOn, "of-width")} ${columns.timed ? th(head.steps, "steps-left") : nothing} ${th(head.parameters)} ${th(head.share, "share")} ${split ? th(head.trained, "trained") : nothing}</tr></thead>
      <tbody role="rowgroup">${rows.map((row) => layerRow(row, columns, view))}</tbody>
      <tfoot role="rowgroup"><tr role="row"><th scope="row" role="rowheader" colspan="2">${head.total}</th> ${empty("")}${columns.timed ? empty("steps-left") : nothing}<td role="cell" class=${numberClass(total)}>${total}</td>${empty("share")}${split ? html`<td role="cell" class="n trained">${m.number(answer.trainable)}</td>` : nothing}</tr></tfoot>
    </table>
    ${hidden > 0 ? html`<button type="button" class="quiet" @click=${() => act.show("rows-of-layers")}>${m.showRows(hidden)}</button>` : nothing}</div>`;
}

/** What can be copied of several layers: the formats and their labels. @param {View} view */
export function copiesOfLayers({ m, answer }) {
  const { copyCsv, copyTable } = m.layerTable;
  const formats = [
    { id: "csv", label: copyCsv },
    { id: "table", label: copyTable },
  ];
  return answer.layers.length > 1 ? formats : [];
}

/** No machine holds more numbers than have so many digits. */
const mostDigits = 15;

/** @param {View} view */
export function memory(view) {
  const { m, answer, mode } = view;
  const { total } = answer;
  if (total === "" || total === "0" || total.length > mostDigits || mode.steps !== "all") return nothing;
  const sizes = memoryOf(answer);
  return sentenceWithWhy(memoryWords(sizes, m), memoryWhyWords(sizes, m), memoryLines(answer, sizes, m.number), view);
}
