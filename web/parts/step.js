/** One step of a derivation: what it says, its formula in words and in numbers, and why. */
import { html, nothing } from "lit";
import { closingPath, isBlank, lastPath } from "../state/fading.js";
import { stepWords, sumWords } from "../telling/steps.js";
import { box, line, numbers, result, symbols } from "./formula.js";
import { words } from "./words.js";

/** @typedef {import("../engine.js").Step} Step */
/** @typedef {import("./view.js").View} View */

/** While a number is missing these steps keep the room of their last line, so that nothing jumps. */
const usuallyReduced = ["matrix", "matrices_total", "directions"];

/**
 * The path of a step, as the numbers that come from it name it.
 * @param {Step} step
 * @param {import("../state/story.js").StepFacts} facts
 */
const pathOf = (step, { layer, place }) => `layers.${place - 1}.steps.${layer.steps.indexOf(step)}`;

/**
 * The lines of a step: its symbols; the numbers; with earlier values put in; the value at the end of the last one.
 * @param {Step} step
 * @param {string} path
 * @param {View} view
 */
function lines(step, path, view) {
  const reads = step.kind === "reads";
  const whole = numbers(step.numbers, view, reads);
  const value = step.value === "" ? [] : [result(step.value, view, path)];
  const known = step.numbers.text === step.value;
  const plain = step.symbols.text === step.numbers.text;
  return html`
    ${plain ? nothing : symbols(step.symbols, step.numbers, view, reads)}
    ${
      step.reduced
        ? html`${line([whole])}${line([numbers(step.reduced, view, reads, false), ...value])}`
        : line(known ? [whole] : [whole, ...value])
    }
    ${step.value === "" && usuallyReduced.includes(step.kind) ? html`<span class="formula" aria-hidden="true">\u00a0</span>` : nothing}
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

/**
 * A step of layer `index`.
 * @param {Step} step
 * @param {import("../state/story.js").StepFacts} facts
 * @param {View} view
 */
export function stepItem(step, facts, view) {
  const { title, sentence, why, ask } = stepWords(step, facts, view.m);
  return html`
    <li class="step">
      ${heading(title, view)}
      <p>${words(sentence)}</p>
      ${lines(step, pathOf(step, facts), view)}
      ${why ? html`<details class="why"><summary>${ask ?? view.m.why}</summary><p>${words(why)}</p></details>` : nothing}
    </li>
  `;
}

/**
 * A step that says what the same step of an earlier layer said, on one line.
 * @param {Step} step
 * @param {import("../state/story.js").StepFacts} facts
 * @param {number} place the earlier layer's
 * @param {View} view
 */
export function repeatedStep(step, facts, place, view) {
  return html`
    <li class="step repeated">
      ${heading(stepWords(step, facts, view.m).title, view)}
      <p>${view.m.asInLayer(String(place))}: <span class="formula numbers">${numbers(step.numbers, view)} = ${result(step.value, view, pathOf(step, facts))}</span></p>
    </li>
  `;
}

/**
 * The sum over the layers; where equal ones were folded, over the blocks.
 * @param {Step} step
 * @param {import("../engine.js").Run[]} blocks
 * @param {View} view
 */
export function closingStep(step, blocks, view) {
  const { m } = view;
  const { title, sentence } = sumWords(m);
  return html`
    <section class="layer together">
      <h3>${m.together}</h3>
      <ol class="steps"><li class="step plain">${heading(title, view)}<p>${sentence}</p>
        ${
          blocks.length < view.answer.layers.length
            ? foldedSum(step, blocks, view)
            : html`${symbols(step.symbols, step.reduced ?? step.numbers, view)}
        ${line([numbers(step.reduced ?? step.numbers, view), ...(step.value ? [result(step.value, view, closingPath)] : [])])}`
        }
      </li></ol>
    </section>
  `;
}

/**
 * @param {Step} step
 * @param {import("../engine.js").Run[]} blocks
 * @param {View} view
 */
function foldedSum(step, blocks, view) {
  const { m, answer, fading } = view;
  const words = m.layerSum(blocks.map(({ first, last }) => [first + 1, last + 1]));
  const sums = blocks
    .map(({ first, like, sum }) => {
      return isBlank(fading, lastPath(answer.layers, like < 0 ? first : like)) ? box : m.number(sum) || m.none;
    })
    .join(" + ");
  return html`<span class="formula">${words}</span>${line([sums, ...(step.value ? [result(step.value, view, closingPath)] : [])])}`;
}
