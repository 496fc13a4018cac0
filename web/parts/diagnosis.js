/** How a number that somebody got comes about: loaded with what finds it. */
import { html, nothing, unsafeCSS } from "lit";
import sheet from "../styles/diagnosis.css?inline";
import {
  compared,
  diagnosisProblemWords,
  findingsTold,
  findingWords,
  formulaOf,
  headWords,
  nothingWords,
  rightFormulaOf,
  stepOf,
} from "../telling/diagnosis.js";
import { unbroken } from "../text/words.js";
import { numbers, result } from "./formula.js";

export { isRight } from "../telling/diagnosis.js";

export const styles = [unsafeCSS(sheet)];

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../messages/languages.js").DiagnosisMessages} Words */
/** @typedef {import("../telling/diagnosis.js").ToldFinding} ToldFinding */
/** @typedef {{ diagnosis: import("../engine.js").Diagnosis, answer: import("../engine.js").Answer, close?: () => void }} Found */

/** @param {import("../engine.js").Token[]} tokens @param {View} view */
const inNumbers = (tokens, view) => numbers({ text: "", tokens }, view, false, false);

/**
 * The wrong formula: what differs is marked, with what belongs there below it.
 * @param {ToldFinding} told
 * @param {Found} found
 * @param {View} view
 * @param {Words} words
 */
function formula({ finding }, { answer }, view, words) {
  const wrong = formulaOf(finding);
  if (wrong.length === 0) return nothing;
  const stretches = compared(wrong, rightFormulaOf(answer)).map(({ kind, tokens, right }) =>
    kind === "same"
      ? html`${inNumbers(tokens, view)} `
      : html`<span class="slip"><mark class=${tokens.length === 0 ? "gap" : right.length === 0 ? "surplus" : nothing}>${inNumbers(tokens, view)}</mark>
        <span class="belongs">${right.length > 0 ? html`<span class="visually-hidden">${words.belongs} </span>${inNumbers(right, view)}` : html`<span class="visually-hidden">${words.nothingBelongs}</span>`}</span></span> `,
  );
  return html`<div class="formula numbers wrong-formula" tabindex="0" role="group" aria-label=${words.formula}>${stretches}<span class="side">= ${result(finding.value, view)}</span></div>`;
}

/** @param {ToldFinding} told @param {Found} found @param {View} view @param {Words} words */
function finding(told, found, view, words) {
  const step = stepOf(told, found.answer);
  return html`<li>
    <p>${unbroken(findingWords(told, words))}</p>
    ${formula(told, found, view, words)}
    ${
      step && view.mode.controls === "all"
        ? html`<button type="button" class="as-link" @click=${() => view.act.visit(step.layer - 1, step.step - 1)}>${words.step(step)}</button>`
        : nothing
    }
  </li>`;
}

/**
 * @param {Found} found
 * @param {View} view
 * @param {Words} words
 */
export function diagnosisPanel(found, view, words) {
  const { diagnosis, answer, close } = found;
  const { problems } = diagnosis;
  if (problems.length > 0)
    return html`<p class="wrong got-problem" role="status">${unbroken(diagnosisProblemWords(problems[0], words))}</p>`;
  const head = headWords(diagnosis, words);
  const none = nothingWords(diagnosis, answer, words);
  const told = findingsTold(diagnosis, answer, view.catalog);
  return html`
    <div class="diagnosis" role="group" aria-label=${words.group}>
      <div class="read-head"><p role="status">${unbroken(head || findingWords(told[0], words))}</p>
        ${close ? html`<button type="button" class="tool" aria-label=${words.close} @click=${close}>×</button>` : nothing}</div>
      ${head === "" ? nothing : html`<ul>${told.map((one) => finding(one, found, view, words))}</ul>`}
      ${none === "" ? nothing : html`<p>${unbroken(none)}</p>`}
    </div>
  `;
}

/**
 * What is said of a layer's count that a table prints otherwise.
 * @param {import("../engine.js").Diagnosis} diagnosis of the layer
 * @param {import("../engine.js").Answer} answer
 * @param {View["catalog"]} catalog
 * @param {Words} words
 */
export const layerFoundWords = (diagnosis, answer, catalog, words) =>
  findingsTold(diagnosis, answer, catalog)
    .map((told) => findingWords(told, words))
    .join(" ");
