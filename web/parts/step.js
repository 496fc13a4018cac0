/** One step of a derivation: what it says, its formula in words and in numbers, and why. */
import { html, nothing } from "lit";
import { hasGates, kindOf } from "../telling/facts.js";
import { layersWords } from "../telling/model.js";
import { words } from "../text/words.js";
import { end, line, numbers, symbols } from "./formula.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../telling/outline.js").OutlineStep} Step */

/** While a number is missing these steps keep the room of their last side, so that nothing jumps. */
const usuallyReduced = ["matrix", "matrices_total", "directions"];

/**
 * The formula of a step: in words; in numbers; with earlier values put in; its value.
 * @param {Step} step
 * @param {View} view
 */
function formula({ kind, lines: { words: said, symbols: named, numbers: all, value } }, view) {
  const reads = kind === "reads";
  const name = named ? symbols(named, all[0], view, reads) : said && html`<span class="side">${said}</span>`;
  const sides = all.map((formula, place) => numbers(formula, view, reads, place === 0));
  if (value.text !== "") sides.push([end(value, view)]);
  else if (usuallyReduced.includes(kind))
    return line(name || nothing, sides, html`<span class="side awaited" aria-hidden="true">= 000</span>`);
  return line(name || nothing, sides);
}

/**
 * The title of a step, below the layer's where there are several.
 * @param {string} title
 * @param {View} view
 */
function heading(title, { answer }) {
  return answer.layers.length > 1
    ? html`<h4 class="step-title">${title}</h4>`
    : html`<h3 class="step-title">${title}</h3>`;
}

/** The title of a step, with its layer where there are several. @param {Step} step @param {View} view */
function nameOf({ path, title }, { answer, m }) {
  const place = Number(path.split(".")[1]) + 1;
  return answer.layers.length > 1 ? `${layersWords(place, place, m)}: ${title}` : title;
}

/**
 * The question behind a step, closed at first.
 * @param {Step} step
 * @param {string} answer
 * @param {View} view
 */
const question = (step, answer, view) =>
  answer === ""
    ? nothing
    : html`<details class="why"><summary aria-label=${`${step.ask} ${nameOf(step, view)}`}>${step.ask}</summary><p>${words(answer)}</p>${view.later?.bothForms(step, /** @type {import("./view.js").SupplementView} */ (view))}</details>`;

/**
 * What a gate is, where a layer has some.
 * @param {Step} step
 * @param {View} view
 */
function gateQuestion(step, view) {
  const { answer, later, m } = view;
  const layer = Number(step.path.split(".")[1]);
  if (!hasGates(answer.layers[layer])) return nothing;
  const further = /** @type {import("./view.js").SupplementView} */ (view);
  return html`<details class="why"><summary aria-label=${`${m.whatIsGate} ${nameOf(step, view)}`}>${m.whatIsGate}</summary><p>${later?.gateAnswer(layer, further)}</p></details>`;
}

/** The cell's equations, or the room for what opens them. @param {Step} step @param {View} view */
function cellEquations(step, view) {
  const { later, answer, catalog, m } = view;
  if (later) return later.equations(step, /** @type {import("./view.js").SupplementView} */ (view));
  const layer = answer.layers[Number(step.path.split(".")[1])];
  if (step.kind !== "reads" || !kindOf(layer, catalog)?.recurrent) return nothing;
  return html`<details class="why awaited"><summary>${m.cellEquations}</summary></details>`;
}

/**
 * A step is a row: its title and its formula, side by side where there is room. What it says stands below; where an earlier layer has
 * said the same, behind its question.
 * @param {Step} step
 * @param {View} view
 */
export function stepItem(step, view) {
  const { kind, title, sentence, why, repeats, same } = step;
  const as = repeats ? html`<span class="soft">${sentence}</span> ` : nothing;
  const row = html`<div class="row-of-step">${heading(title, view)} <div>${as}${formula(step, view)}</div></div> `;
  if (repeats || same)
    return html`<li class="step same">${row}${question(step, repeats ? "" : `${sentence} ${why}`.trim(), view)}</li>`;
  const gate = kind === "matrices" ? gateQuestion(step, view) : nothing;
  return html`<li class=${kind === "sum" ? "step plain" : "step"}>${row}<p>${words(sentence)}</p> ${question(step, why, view)} ${gate} ${cellEquations(step, view)}</li>`;
}
