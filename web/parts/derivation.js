/** The derivation: the formula of the whole, then every layer's steps, equal layers folded, then the sum. */
import { html, nothing } from "lit";
import { isTold } from "../telling/facts.js";
import { partsShown } from "../telling/outline.js";
import { numberClass, unbroken } from "../text/words.js";
import { end, line, numbers, symbols, terms } from "./formula.js";
import { stepItem } from "./step.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../telling/outline.js").Part} Part */

/** So many layers have their formula in one line where there is a table of them. */
const mostInLine = 2;

/**
 * Whether the layers have a table: there are several, whose derivations stand below it, something of them counts, and nothing is left
 * to be told.
 * @param {View} view
 */
export function hasTable({ mode, outline, answer }) {
  const { layers, total, counted } = answer;
  if (mode.controls !== "all" || mode.steps !== "all" || outline.open) return false;
  return layers.length > 1 && (total !== "" || counted !== "0") && isTold(layers);
}

/**
 * The line of the notes: the whole formula in words, in numbers, and its value.
 * @param {View} view
 */
export function wholeFormula(view) {
  const { m, outline, stepCount, answer } = view;
  if (hasTable(view) && answer.layers.length > mostInLine) return nothing;
  if (!outline.whole)
    return outline.note === "" || stepCount === 0 ? nothing : html`<p class="note">${outline.note}</p>`;
  const { symbols: named, numbers: all, value } = outline.whole;
  const [whole, ...rest] = all;
  const name = named ? symbols(named, whole, view) : terms(whole, view);
  const sides = (named ? all : rest).map((formula) => numbers(formula, view));
  return html`<div class="whole" part="formula" data-layer=${named ? 0 : nothing} role="group" aria-label=${m.theLine}>${line(name, [...sides, end(value, view)])}</div>`;
}

/**
 * What is folded has no steps there, but for a sheet.
 * @param {Part} part
 * @param {View} view
 */
function layerPart(part, view) {
  const { kind, title, layer } = part;
  if (kind === "repeated") return html`<section class="layer folded"><h3>${unbroken(title)}</h3></section>`;
  const { m, answer, act, prints } = view;
  const folds = view.folded !== undefined;
  const folded = view.folded?.has(layer) ?? false;
  const total = view.outline.open ? "" : (answer.layers[layer]?.total ?? "");
  const head = html`<span>${unbroken(title)}</span> <span class=${numberClass(total)}>${m.number(total)}</span>`;
  const button = html`<button type="button" class="fold" aria-expanded=${folded ? "false" : "true"} @click=${() => act.turn(layer)}>${head}</button>`;
  return html`<section class="layer part" data-layer=${layer} ?data-folded=${folded}>${title === "" ? nothing : html`<h3>${folds ? button : head}</h3>`}
    ${folded && !prints ? nothing : html`<ol class=${part.count > 1 ? "steps" : "steps single"}>${part.steps.map((step) => stepItem(step, view))}</ol>`}</section>`;
}

/** @param {Part} part @param {View} view */
function sumPart({ title, steps }, view) {
  return html`
    <section class="layer part together">
      <h3 class="visually-hidden">${title}</h3>
      <ol class="steps">${steps.map((step) => stepItem(step, view))}</ol>
    </section>
  `;
}

/** @param {View} view */
export function derivation(view) {
  const { m, outline, shown, act } = view;
  const visible = partsShown(outline, shown.has("blocks"));
  const hidden = outline.parts.length - 1 - visible.length; // the sum is none of the layers
  return html`
    ${visible.map((part) => (part.kind === "sum" ? sumPart(part, view) : layerPart(part, view)))}
    ${hidden > 0 ? html`<button type="button" class="quiet" @click=${() => act.show("blocks")}>${m.showBlocks(hidden)}</button>` : nothing}
  `;
}
