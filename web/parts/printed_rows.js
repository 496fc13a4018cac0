/** A printed summary, row by row: what it says, what it was read as, what that has. Text is text here, never markup. */
import { html, nothing } from "lit";
import { printedRows, printedTotal } from "../telling/printed_rows.js";
import { layerWords, toldOf } from "../telling/reading.js";
import { unbroken } from "../text/words.js";

/** @typedef {import("../telling/reading.js").Words} Words */
/** @typedef {import("../telling/printed_rows.js").PrintedRow} PrintedRow */

/** A sign that is not colour alone. @param {boolean | undefined} agrees @param {Words} m */
function sign(agrees, m) {
  if (agrees === undefined) return nothing;
  const label = agrees ? m.pasted.table.agrees : m.pasted.table.differs;
  return html`<span class=${agrees ? "agrees" : "wrong"} role="img" aria-label=${label} title=${label}>${agrees ? "✓" : "≠"}</span>`;
}

/** @param {string} words */
const otherwise = (words) => (words === "" ? nothing : html`<span class="comes">${unbroken(words)}</span>`);

/** @param {string} digits @param {Words} m */
const count = (digits, m) => html`<td class="count">${digits === "" ? nothing : m.number(digits)}</td>`;

/**
 * @param {{ reading: import("../engine.js").Reading, answer: import("../engine.js").Answer, most: number, hidden: boolean }} read `most`: so many rows are shown; `hidden`: counts are not told yet
 * @param {import("./view.js").View["catalog"]} catalog
 * @param {(layer: number) => unknown} choice what else a layer can be
 * @param {(layer: number, printed: string) => string} comes how a printed count comes about that is not the layer's
 * @param {Words} m
 */
export function printedTable({ reading, answer, most, hidden }, catalog, choice, comes, m) {
  const rows = printedRows(reading, answer);
  const total = printedTotal(reading, answer);
  const told = toldOf(answer, catalog);
  const counted = (/** @type {string} */ digits) => (hidden ? "" : digits);
  /** @param {PrintedRow} row */
  const row = ({ name, layer, printed, counted: has, agrees, first }) =>
    html`<tr class=${has === "0" || (layer < 0 && printed === "") ? "unused" : ""}><th scope="row"><code dir="ltr">${name}</code>${
      first
        ? html`<span class="read-as">${unbroken(layerWords(layer, told, m))}</span>${choice(layer)}${agrees === false && printed !== "" && !hidden ? otherwise(comes(layer, printed)) : nothing}`
        : nothing
    }</th>${count(printed, m)}${count(counted(has), m)}<td>${hidden ? nothing : sign(agrees, m)}</td></tr>`;
  return html`<div class="printed-rows" tabindex="0" role="region" aria-labelledby="read-as"><table>
      <thead><tr><th scope="col">${m.pasted.table.row}</th><th scope="col" class="count">${m.pasted.table.printed}</th><th scope="col" class="count">${m.pasted.table.counted}</th><td></td></tr></thead>
      <tbody>${rows.slice(0, most).map(row)}</tbody>
      <tfoot><tr><th scope="row">${m.pasted.table.total}</th>${count(total.printed, m)}${count(counted(total.counted), m)}<td>${hidden ? nothing : sign(total.agrees, m)}</td></tr></tfoot>
    </table></div>
    ${total.optimizer === "" ? nothing : html`<p class="soft">${unbroken(m.pasted.table.optimizer({ ...total }))}</p>`}`;
}
