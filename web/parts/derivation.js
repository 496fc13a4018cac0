/** The derivation: the formula of the whole, then every layer's steps, equal layers folded, then the sum. */
import { html, nothing } from "lit";
import { isBlank, lastPath } from "../state/fading.js";
import { factsOf, headlineOf, mostBlocks } from "../state/story.js";
import { box, line, numbers, result, symbols } from "./formula.js";
import { closingStep, repeatedStep, stepItem } from "./step.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../engine.js").Run} Run */

const mostTerms = 4;

/**
 * The line of the notes: the whole formula in words, in numbers, and its value.
 * @param {View} view
 */
export function wholeFormula(view) {
  const { answer } = view;
  const [only] = answer.layers;
  const sum = answer.steps.at(-1);
  if (!only || !sum) return nothing;
  const last = only.steps.at(-1);
  if (answer.layers.length === 1) {
    if (!last || last.symbols.text === last.numbers.text) return nothing;
    return wholeLines(
      symbols(last.symbols, last.numbers, view),
      [
        line([numbers(last.numbers, view)]),
        line([result(answer.total, view, answer.total && `layers.0.steps.${only.steps.length - 1}`)]),
      ],
      view,
      0,
    );
  }
  if (answer.layers.length > mostTerms) return nothing;
  const whole = html`<span class="formula numbers">${numbers(sum.numbers, view)}</span>`;
  const values = sum.reduced ? [numbers(sum.reduced, view)] : [];
  return wholeLines(whole, [line([...values, result(answer.total, view)])], view);
}

/**
 * @param {unknown} first
 * @param {unknown[]} rest
 * @param {View} view
 * @param {number} [layer] the only one
 */
function wholeLines(first, rest, { m }, layer) {
  return html`<div class="whole" part="formula" data-layer=${layer ?? nothing} role="group" aria-label=${m.theLine}>${first}${rest}</div>`;
}

/**
 * The earlier layer, shown in full, whose `matrices` step says the same.
 * @param {number} index
 * @param {View} view
 */
function sameMatrices(index, { answer }) {
  const text = answer.layers[index].steps.find((step) => step.kind === "matrices")?.numbers.text;
  const { cell } = answer.layers[index];
  return answer.layers
    .slice(0, index)
    .findIndex(
      (layer) =>
        layer.cell === cell && layer.steps.some((step) => step.kind === "matrices" && step.numbers.text === text),
    );
}

/**
 * @param {number} index
 * @param {View} view
 */
function layerSteps(index, view) {
  const all = factsOf(view.answer, index, view.catalog);
  const blank = (/** @type {string} */ kind) =>
    all.layer.steps.some((step, place) => step.kind === kind && isBlank(view.fading, `layers.${index}.steps.${place}`));
  const facts = {
    ...all,
    value: (/** @type {import("../engine.js").Step["kind"]} */ kind) => (blank(kind) ? "" : all.value(kind)),
  };
  const items = facts.layer.steps.map((step) => {
    const earlier = step.kind === "matrices" ? sameMatrices(index, view) : -1;
    return earlier >= 0 ? repeatedStep(step, facts, earlier + 1, view) : stepItem(step, facts, view);
  });
  return html`<ol class=${items.length > 1 ? "steps" : "steps single"}>${items}</ol>`;
}

/**
 * What is said of layers that repeat an earlier one.
 * @param {Run} block
 * @param {View} view
 */
export function sameLayers({ first, last, like, sum }, { m, answer, fading }) {
  const [each, all] = isBlank(fading, lastPath(answer.layers, like)) ? [box, box] : [answer.layers[first].total, sum];
  return m.sameLayers(first + 1, last + 1, like + 1, each, all);
}

/**
 * @param {Run} block
 * @param {View} view
 */
function layerBlock(block, view) {
  const { m, answer } = view;
  const { first, like } = block;
  const layer = answer.layers[first];
  if (like >= 0) return html`<section class="layer folded"><h3>${sameLayers(block, view)}</h3></section>`;
  if (answer.layers.length === 1)
    return html`<section class="layer" data-layer=${first}>${layerSteps(first, view)}</section>`;
  const title = m.layerTitle(first + 1, { ...headlineOf(answer, [layer]), framework: "" });
  return html`<section class="layer" data-layer=${first}><h3>${title}</h3>${layerSteps(first, view)}</section>`;
}

/** @param {View} view */
export function derivation(view) {
  const { m, answer, shown } = view;
  if (answer.layers.length === 0) return nothing;
  const blocks = answer.runs;
  const visible = shown.has("blocks") ? blocks : blocks.slice(0, mostBlocks);
  const hidden = blocks.length - visible.length;
  const sum = answer.steps.at(-1);
  return html`
    ${visible.map((block) => layerBlock(block, view))}
    ${
      hidden > 0
        ? html`<button type="button" class="quiet" @click=${() => view.act.show("blocks")}>${m.showBlocks(hidden)}</button>`
        : nothing
    }
    ${sum && answer.layers.length > 1 && blocks.length <= mostBlocks ? closingStep(sum, blocks, view) : nothing}
  `;
}
