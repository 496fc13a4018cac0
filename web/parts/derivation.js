/** The derivation: the formula of the whole, then every layer's steps, equal layers folded, then the sum. */
import { html, nothing } from "lit";
import { isTold } from "../telling/facts.js";
import { partsShown } from "../telling/outline.js";
import { numberClass, unbroken } from "../text/words.js";
import { end, line, numbers, symbols, terms } from "./formula.js";
import { isGoing } from "./pace.js";
import { stepItem } from "./step.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../telling/outline.js").Part} Part */

/** So many layers have their formula in one line where there is a table of them. */
const mostInLine = 2;

/** Whether the layers have a table: there are several, whose derivations stand below it, and nothing is left to be told. @param {View} view */
export const hasTable = ({ mode, outline, answer }) =>
  mode.controls === "all" && mode.steps === "all" && !outline.open && answer.layers.length > 1 && isTold(answer.layers);

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
  const first = named
    ? [symbols(named, whole, view), line([numbers(whole, view)])]
    : html`<span class="formula numbers">${terms(whole, view)}</span>`;
  const last = line([...rest.map((formula) => numbers(formula, view)), end(value, view)]);
  return html`<div class="whole" part="formula" ?data-later=${isGoing(view)} data-layer=${named ? 0 : nothing} role="group" aria-label=${m.theLine}>${first} ${last}</div>`;
}

/** So many layers stand there with all their steps; of more, the first. */
const mostUnfolded = 4;

/** Printed, all layers are unfolded. @param {Part} part @param {boolean} folds there are many @param {View} view */
function layerPart({ kind, title, layer, steps }, folds, view) {
  if (kind === "repeated") return html`<section class="layer folded"><h3>${unbroken(title)}</h3></section>`;
  const items = steps.map((step) => stepItem(step, view));
  const { m, answer, act } = view;
  const folded = folds && layer > 0 !== view.turned.has(layer);
  const head = html`<h3>${unbroken(title)}</h3>`;
  const total = answer.layers[layer]?.total ?? "";
  const button = html`<h3><button type="button" class="fold" aria-expanded=${folded ? "false" : "true"} @click=${() => act.turn(layer)}><span>${unbroken(title)}</span> <span class=${numberClass(total)}>${m.number(total)}</span></button></h3>`;
  return html`<section class="layer part" data-layer=${layer} ?data-folded=${folded}>${title === "" ? nothing : folds ? button : head}
    <ol class=${items.length > 1 ? "steps" : "steps single"}>${items}</ol></section>`;
}

/** @param {Part} part @param {View} view */
function sumPart({ title, steps }, view) {
  return html`
    <section class="layer part together">
      <h3>${title}</h3>
      <ol class="steps">${steps.map((step) => stepItem(step, view))}</ol>
    </section>
  `;
}

/** @param {View} view */
export function derivation(view) {
  const { m, outline, shown, act } = view;
  const visible = partsShown(outline, shown.has("blocks"));
  const hidden = outline.parts.length - 1 - visible.length; // the sum is none of the layers
  const full = outline.parts.filter(({ kind }) => kind === "layer");
  const folds = full.length > mostUnfolded && view.steps === undefined && !outline.open;
  return html`
    ${visible.map((part) => (part.kind === "sum" ? sumPart(part, view) : layerPart(part, folds, view)))}
    ${hidden > 0 ? html`<button type="button" class="quiet" @click=${() => act.show("blocks")}>${m.showBlocks(hidden)}</button>` : nothing}
  `;
}
