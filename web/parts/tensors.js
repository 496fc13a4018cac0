/** The tensors of every layer, as the framework names and shapes them. A table whose rows wrap says its roles. */
import { html, nothing } from "lit";
import { tuple } from "../messages/numbers.js";
import { colours } from "../picture/colours.js";
import { factsOf, fullLayer } from "../telling/facts.js";
import { isLong, numberClass, unbroken } from "../text/words.js";
import { closedSection } from "./closed_section.js";

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../engine.js").Weight} Weight */

const mostTables = 20;

/**
 * @param {Weight} weight
 * @param {string} path as the picture's pieces name it
 * @param {View} view
 */
function tensorRow(weight, path, { m }) {
  const { name, shape, count, trainable, role, gates } = weight;
  const title = [m.roles[role], gates.length > 1 ? gates.join(", ") : ""].filter(Boolean).join(": ");
  return html`<tr role="row" title=${title} data-origin=${path}>
    <th scope="row" role="rowheader"><code>${name}</code>${trainable ? nothing : html` <small>${m.notTrained}</small>`}</th>
    <td role="cell" class="shape ${colours[weight.column] ?? ""}">${unbroken(tuple(shape))}</td>
    <td role="cell" class=${numberClass(count)}>${m.number(count) || m.none}</td>
  </tr>`;
}

/**
 * @param {import("../telling/outline.js").Part} part
 * @param {View} view
 */
function tensorTable({ title, layer: index }, view) {
  const { m, answer, catalog } = view;
  const layer = fullLayer(answer.layers, index);
  const { both } = factsOf(answer, index, catalog);
  const [name, shape, count] = m.tensorHead;
  const bodies = /** @type {const} */ (["forward", "backward", "both"]).map((direction) => {
    const rows = layer.weights.filter((weight) => weight.direction === direction);
    if (rows.length === 0) return nothing;
    const head = html`<tr role="row" class="direction"><th colspan="3" scope="rowgroup" role="rowheader">${m.direction[direction]}</th></tr>`;
    return html`<tbody role="rowgroup">${both ? head : nothing}${rows.map((weight) => tensorRow(weight, `layers.${index}.weights.${layer.weights.indexOf(weight)}`, view))}</tbody>`;
  });
  const long = layer.weights.some(({ count }) => isLong(count)) || isLong(layer.total) ? "long" : "";
  return html`<table class=${long} role="table">
    ${title === "" ? nothing : html`<caption>${unbroken(title)}</caption>`}
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${name}</th><th scope="col" role="columnheader">${shape}</th><th scope="col" role="columnheader" class="n">${count}</th></tr></thead>
    ${bodies}
    <tfoot role="rowgroup"><tr role="row"><th scope="row" role="rowheader" colspan="2">${m.sum}</th><td role="cell" class=${numberClass(layer.total)}>${m.number(layer.total) || m.none}</td></tr></tfoot>
  </table>`;
}

/** @param {View} view */
export function tensors(view) {
  const { m, answer, outline } = view;
  const parts = outline.parts.filter(({ layer }) => layer >= 0 && answer.layers[layer].weights.length > 0);
  if (parts.length === 0) return nothing;
  const table = (/** @type {typeof parts[0]} */ part) =>
    part.kind === "layer" ? tensorTable(part, view) : html`<p>${part.title}</p>`;
  const tables = () => html`<div class="tables">${parts.slice(0, mostTables).map(table)}</div>`;
  const label = answer.layers.length > 1 ? m.tensorsMany : m.tensors;
  return closedSection("tensors", label, tables, view);
}
