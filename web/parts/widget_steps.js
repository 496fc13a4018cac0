/** The steps in short: each one's title and its last line. */
import { html, nothing } from "lit";
import { end, numbers } from "./formula.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../telling/outline.js").Part} Part */
/** @typedef {import("../telling/outline.js").OutlineStep} Step */

/** @param {Step} step @param {View} view */
function stepItem({ kind, title, lines: { numbers: all, value } }, view) {
  const last = all[all.length - 1];
  const tail = value.text === "" || last.text === value.text ? nothing : html` = ${end(value, view)}`;
  return html`<li class="step" part="step"><span class="step-title">${title}</span> <span class="formula numbers">${numbers(last, view, kind === "reads")}${tail}</span></li>`;
}

/** @param {Part} part @param {View} view */
const steps = (part, view) => html`<ol class="steps">${part.steps.map((step) => stepItem(step, view))}</ol>`;

/** @param {View} view */
export function widgetSteps(view) {
  const { parts } = view.outline;
  if (parts.length === 0) return nothing;
  if (parts.length === 1) return html`<div class="short" part="steps" data-layer="0">${steps(parts[0], view)}</div>`;
  const told = parts.map((part) => {
    const { kind, title, layer } = part;
    if (kind === "repeated") return html`<p class="of folded">${title}</p>`;
    return html`<div class="part" data-layer=${kind === "layer" ? layer : nothing}><p class="of">${title}</p>${steps(part, view)}</div>`;
  });
  return html`<div class="short" part="steps">${told}</div>`;
}
