/** The steps in short: each one's title and its last line. */
import { html, nothing } from "lit";
import { closingPath } from "../state/fading.js";
import { factsOf, headlineOf } from "../state/story.js";
import { stepWords, sumWords } from "../telling/steps.js";
import { sameLayers } from "./derivation.js";
import { numbers, result } from "./formula.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../engine.js").Step} Step */

/**
 * @param {Step} step
 * @param {string} title
 * @param {string} path
 * @param {View} view
 */
function stepItem({ kind, numbers: whole, reduced, value }, title, path, view) {
  const formula = reduced ?? whole;
  const end = value === "" || formula.text === value ? nothing : html` = ${result(value, view, path)}`;
  return html`<li class="step" part="step"><span class="step-title">${title}</span> <span class="formula numbers">${numbers(formula, view, kind === "reads")}${end}</span></li>`;
}

/** @param {number} index @param {View} view */
function layerSteps(index, view) {
  const facts = factsOf(view.answer, index, view.catalog);
  const items = facts.layer.steps.map((step, place) =>
    stepItem(step, stepWords(step, facts, view.m).title, `layers.${index}.steps.${place}`, view),
  );
  return html`<ol class="steps">${items}</ol>`;
}

/** @param {View} view */
export function widgetSteps(view) {
  const { m, answer } = view;
  if (answer.layers.length === 0) return nothing;
  if (answer.layers.length === 1)
    return html`<div class="short" part="steps" data-layer="0">${layerSteps(0, view)}</div>`;
  const blocks = answer.runs;
  const layers = blocks.map((block) => {
    const { first, like } = block;
    if (like >= 0) return html`<p class="of">${sameLayers(block, view)}</p>`;
    const title = m.layerTitle(first + 1, { ...headlineOf(answer, [answer.layers[first]]), framework: "" });
    return html`<div data-layer=${first}><p class="of">${title}</p>${layerSteps(first, view)}</div>`;
  });
  const sum = answer.steps.at(-1);
  const closing =
    sum && blocks.length === answer.layers.length
      ? html`<p class="of">${m.together}</p><ol class="steps">${stepItem(sum, sumWords(m).title, closingPath, view)}</ol>`
      : nothing;
  return html`<div class="short" part="steps">${layers}${closing}</div>`;
}
