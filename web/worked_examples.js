/**
 * The notes' examples, worked out in full as static HTML: what the page shows without JavaScript, and until the numbers are
 * there. Made by the build from the engine's answers.
 */
import { examples } from "./examples.js";
import { messages as m } from "./messages/en.js";
import { escaped, prose } from "./state/markup.js";
import { factsOf, frameworkOf, headlineOf } from "./state/story.js";
import { stepWords, sumWords } from "./telling/steps.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./engine.js").Catalog} Catalog */
/** @typedef {import("./engine.js").Step} Step */

/**
 * A formula's text with its digits in groups. Words keep theirs: "layer 1".
 * @param {string} formula
 */
const grouped = (formula) => escaped(formula.replace(/[0-9]{4,}/g, m.number));

/**
 * A line of a formula, in pieces that do not break: a line can end before × and +.
 * @param {string} formula markup
 */
function line(formula) {
  const pieces = formula.split(/ (?=[×+] )/).map((piece) => `<span class="piece">${piece}</span>`);
  return `<div class="formula numbers">${pieces.join(" ")}</div>`;
}

/** @param {Step} step */
function stepLines(step) {
  const symbols = line(escaped(step.symbols.text));
  const value = `<b class="value">${m.number(step.value)}</b>`;
  if (!step.reduced) return `${symbols}${line(`= ${grouped(step.numbers.text)} = ${value}`)}`;
  return `${symbols}${line(`= ${grouped(step.numbers.text)}`)}${line(`= ${grouped(step.reduced.text)} = ${value}`)}`;
}

/**
 * @param {Answer} answer
 * @param {number} index
 * @param {Catalog} catalog
 */
function layerSteps(answer, index, catalog) {
  const facts = factsOf(answer, index, catalog);
  const items = facts.layer.steps.map((step) => {
    const { title, sentence } = stepWords(step, facts, m);
    return `<li class="step"><h4 class="step-title">${escaped(title)}</h4><p>${prose(sentence)}</p>${stepLines(step)}</li>`;
  });
  return `<ol class="steps">${items.join("")}</ol>`;
}

/**
 * @param {Answer} answer
 * @param {Catalog} catalog
 */
function whole(answer, catalog) {
  const framework = frameworkOf(answer, catalog).name;
  const headline = escaped(m.headline({ ...headlineOf(answer, answer.layers), framework }));
  const [only] = answer.layers;
  const sum = answer.steps[0];
  const last = answer.layers.length === 1 ? only.steps[only.steps.length - 1] : undefined;
  const lines = last
    ? [escaped(last.symbols.text), `= ${grouped(last.numbers.text)}`]
    : [grouped(sum.numbers.text), `= ${grouped(sum.reduced?.text ?? "")}`];
  lines.push(`= <b class="value">${m.number(answer.total)}</b>`);
  const total = `<p class="total"><b>${m.number(answer.total)}</b> ${m.parametersWord(answer.total)}</p>`;
  return `<h3>${headline}</h3>${total}<div class="whole">${lines.map(line).join("")}</div>`;
}

/**
 * @param {Engine} engine
 * @param {{ id: string, query: string }} example
 */
function worked(engine, { id, query }) {
  const answer = engine.explain(query);
  const catalog = engine.catalog();
  const several = answer.layers.length > 1;
  const layers = answer.layers.map((layer, index) => {
    const title = several
      ? `<h4>${escaped(m.layerTitle(index + 1, { ...headlineOf(answer, [layer]), framework: "" }))}</h4>`
      : "";
    return `<section class="layer">${title}${layerSteps(answer, index, catalog)}</section>`;
  });
  const closing = several
    ? `<section class="layer"><h4>${escaped(sumWords(m).title)}</h4>${stepLines({ ...answer.steps[0], numbers: answer.steps[0].reduced ?? answer.steps[0].numbers, reduced: undefined })}</section>`
    : "";
  return `<h2>${escaped(m.examples[id])}</h2>${whole(answer, catalog)}${layers.join("")}${closing}`;
}

/**
 * @param {Engine} engine
 * @returns {string} HTML
 */
export function workedExamples(engine) {
  const parts = examples.map((example) => `<section>${worked(engine, example)}</section>`);
  return `<div class="worked-examples" lang="en">${parts.join("\n")}</div>`;
}
