/** One step of a derivation: what it says, its formula in words and in numbers, and why. */
import { html, nothing } from "lit";
import { layersWords } from "../telling/model.js";
import { words } from "../text/words.js";
import { end, line, numbers, symbols } from "./formula.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../telling/outline.js").OutlineStep} Step */

/** While a number is missing these steps keep the room of their last line, so that nothing jumps. */
const usuallyReduced = ["matrix", "matrices_total", "directions"];

/**
 * The lines of a step: its symbols; the numbers; with earlier values put in; the value at the end of the last one.
 * @param {Step} step
 * @param {View} view
 */
function lines({ kind, lines: { words: said, symbols: named, numbers: all, value } }, view) {
  const reads = kind === "reads";
  const rows = all.map((formula, place) => [numbers(formula, view, reads, place === 0)]);
  if (value.text !== "") rows[rows.length - 1].push([end(value, view)]);
  return html`
    ${said === "" ? nothing : html`<span class="formula">${said}</span>`}
    ${named ? symbols(named, all[0], view, reads) : nothing}
    ${rows.map(line)}
    ${value.text === "" && usuallyReduced.includes(kind) ? html`<span class="formula" aria-hidden="true">\u00a0</span>` : nothing}
  `;
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

/** @param {Step} step @param {View} view */
export function stepItem(step, view) {
  const { kind, title, sentence, why, ask, repeats } = step;
  if (repeats) return repeatedStep(step, view);
  return html`
    <li class=${kind === "sum" ? "step plain" : "step"}>
      ${heading(title, view)}
      <p>${words(sentence)}</p>
      ${lines(step, view)}
      ${why ? html`<details class="why"><summary aria-label=${`${ask} ${nameOf(step, view)}`}>${ask}</summary><p>${words(why)}</p></details>` : nothing}
    </li>
  `;
}

/**
 * A step that says what the same step of an earlier layer said, on one line.
 * @param {Step} step
 * @param {View} view
 */
function repeatedStep({ title, sentence, lines: { numbers: all, value } }, view) {
  return html`
    <li class="step repeated">
      ${heading(title, view)}
      <p>${sentence} <span class="formula numbers">${all.map((formula) => numbers(formula, view))} = ${end(value, view)}</span></p>
    </li>
  `;
}
