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
    const title = html`<p class="of">${part.title}</p>`;
    if (part.kind === "layer") return html`<div data-layer=${part.layer}>${title}${steps(part, view)}</div>`;
    if (part.kind === "repeated") return title;
    return html`${title}${steps(part, view)}`;
  });
  return html`<div class="short" part="steps">${told}</div>`;
}
