/** What stands below the steps: how the frameworks differ, what is not in the formula, the same sizes with other cells. */
import { html, noChange, nothing } from "lit";
import { encode } from "../border/query.js";
import { edited } from "../form/edits.js";
import {
  differencesOf,
  differenceWords,
  differsByMatrices,
  otherCellWords,
  reasonWords,
  refusalsOf,
  refusalWords,
} from "../telling/comparisons.js";
import { countsSteps } from "../telling/facts.js";
import { numbers, result } from "./formula.js";
import { memory } from "./layer_table.js";
import { modelLink } from "./links.js";
import { coincidence, effective, shorthands, twice } from "./remarks.js";
import { sentenceWithWhy } from "./why.js";

/** @typedef {import("./view.js").SupplementView} View */

/**
 * @param {import("../telling/comparisons.js").Difference} difference
 * @param {View} view
 */
function differenceLine(difference, view) {
  const { m, catalog, answer } = view;
  const { sign, total, terms, second } = difference;
  if (sign === "same") return html`<p>${differenceWords(difference, catalog, m)}</p>`;
  const [more, less] = sign === "more" ? [total, answer.total] : [answer.total, total];
  const n = m.number;
  const told = terms.filter(({ numbers, value }) => numbers.text !== value);
  const lines = told.map((term) => html`${numbers(term.numbers, view)} = ${result(term.value, view)}`);
  const whole = `${n(more)} − ${n(less)} = ${n(difference.difference)}`;
  const term = terms.find(
    ({ kind }) => kind.endsWith("_bias") || kind === "gate_biases" || (kind === "bias" && second),
  );
  const ref = term ? `second.${term.kind}` : "";
  return sentenceWithWhy(
    differenceWords(difference, catalog, m),
    reasonWords(difference, m),
    [whole, ...lines],
    view,
    ref,
  );
}

/**
 * How the frameworks differ that one meets first; in a widget only those that do.
 * @param {View} view
 */
export function differences(view) {
  const { m, answer, catalog, mode, comparisons } = view;
  if (mode.compare === "none") return nothing;
  const told = (/** @type {import("../telling/comparisons.js").Difference} */ { sign }) =>
    mode.controls === "all" || sign !== "same";
  return html`
    ${differencesOf(answer, comparisons, catalog)
      .filter(told)
      .map((difference) => differenceLine(difference, view))}
    ${refusalsOf(answer, comparisons).map((refusal) => html`<p>${refusalWords(refusal, catalog, view.framework.words, m)}</p>`)}
  `;
}

/**
 * The same sizes with the other recurrent cells, where all recurrent layers have one cell; and what asks for another model.
 * @param {View} view
 */
function otherCells(view) {
  const { m, answer, catalog, framework, engine } = view;
  const recurrent = catalog.layers.filter(({ group, recurrent }) => group === "recurrent" && recurrent);
  const here = answer.layers.filter((layer) => recurrent.some(({ cell }) => cell === layer.cell));
  const compare = html`${view.vs === "" ? view.versus?.ask(view) : nothing} ${view.exercising?.start(view, "below")}`;
  if (here.length === 0 || here.some((layer) => layer.cell !== here[0].cell)) return compare;
  const others = recurrent
    .filter(({ cell }) => cell !== here[0].cell)
    .flatMap((facts) => {
      const texts = edited(view.texts, { kind: "set", argument: "cell", value: facts.cell }, engine.edit);
      const [there] = engine.compare(encode(texts), { framework: framework.id });
      const total = there?.total ?? "";
      const matrices = framework.cells.find(({ cell }) => cell === facts.cell)?.matrices ?? "";
      return total === "" ? [] : [{ cell: facts.cell, texts, total, matrices }];
    });
  if (others.length === 0) return compare;
  const sentences = others.map(({ cell, texts, total, matrices }, index) => {
    const alone = answer.total !== "" && differsByMatrices(answer, here[0].cell ?? "", { total, matrices });
    const before = otherCellWords({ cell, matrices, here: here[0].rule?.matrices ?? "", first: index === 0, alone }, m);
    return html`${before}${modelLink(texts, m.number(total), view)}${m.linkEnd} `;
  });
  const alike = view.mode.controls === "all" ? view.budgeting?.alike(view, others) : undefined;
  return html`<p class="others">${sentences}${alike?.ask} ${compare}</p>${alike?.found}`;
}

/** So many layers can be counted with other cells at every key. */
const mostAtOnce = 4;

/**
 * Of a long model only once typing rests; what stood there is not seen until then.
 * @param {View} view
 */
function otherCellsInTime(view) {
  const waits = !view.rests && view.answer.layers.length > mostAtOnce;
  return html`<div class="in-time" ?data-waits=${waits}>${waits ? noChange : otherCells(view)}</div>`;
}

/** @param {View} view */
export function comparisons(view) {
  if (view.answer.total === "") return nothing;
  return html`<div class="after">${differences(view)}${shorthands(view)}${effective(view)}${twice(view)}${coincidence(view)}${memory(view)}<p>${view.m.notInFormula(countsSteps(view.answer))}</p>${otherCellsInTime(view)}</div>`;
}
