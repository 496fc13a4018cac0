/** What stands below the steps: how the frameworks differ, what is not in the formula, the same sizes with other cells. */
import { html, nothing } from "lit";
import { typedValue, withOption } from "../state/items.js";
import { replaceItem } from "../state/layers_text.js";
import { forEngine } from "../state/query.js";
import { coincidenceOf, differencesOf } from "../state/story.js";
import { modelLink } from "./links.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../state/layers_text.js").Item} Item */

/**
 * @param {import("../state/story.js").Difference} difference
 * @param {View} view
 */
function differenceLine(difference, view) {
  const { m, catalog, answer } = view;
  const { sign, total, terms, reason } = difference;
  if (sign === "same") return html`<p>${m.difference(difference, catalog)}</p>`;
  const [more, less] = sign === "more" ? [total, answer.total] : [answer.total, total];
  const n = m.number;
  return html`
    <div class="difference">
      <p>${m.difference(difference, catalog)}</p>
      <details class="why">
        <summary>${m.why}</summary>
        <p>${m.reason(reason)}</p>
        <span class="formula numbers">${n(more)} − ${n(less)} = ${n(difference.difference)}</span>
        ${terms.map((term) => html`<span class="formula numbers">${grouped(term.text, n)}${term.text === term.value ? nothing : ` = ${n(term.value)}`}</span>`)}
      </details>
    </div>
  `;
}

/**
 * @param {string} formula
 * @param {(text: string) => string} n
 */
const grouped = (formula, n) => formula.replace(/[0-9]+/g, n);

/** @param {View} view */
function differences(view) {
  const { m, comparisons, answer, catalog } = view;
  const refused = comparisons.filter(
    ({ problems, framework }) => problems.length > 0 && framework !== answer.framework,
  );
  return html`
    ${differencesOf(answer, comparisons, catalog).map((difference) => differenceLine(difference, view))}
    ${refused.map(({ framework, problems }) => html`<p>${m.noCount(framework, m.problem(problems[0], catalog), catalog)}</p>`)}
  `;
}

/**
 * The query of this model with its recurrent layers changed.
 * @param {View} view
 * @param {(item: Item) => Item} change
 */
function withItems({ texts, layers, catalog }, change) {
  let changed = layers;
  layers.items.forEach((before, index) => {
    const item = change(before);
    const facts = catalog.layers.find(({ cell }) => cell === item.cell);
    if (item !== before) changed = replaceItem(changed, index, item, facts);
  });
  return { ...texts, layers: changed.text };
}

/**
 * The same sizes with the other recurrent cells, where all recurrent layers have one cell.
 * @param {View} view
 */
function otherCells(view) {
  const { m, answer, catalog, framework, compare } = view;
  const recurrent = catalog.layers.filter((layer) => layer.recurrent);
  const here = answer.layers.filter((layer) => recurrent.some(({ cell }) => cell === layer.cell));
  if (here.length === 0 || here.some((layer) => layer.cell !== here[0].cell)) return nothing;
  const others = recurrent
    .filter(({ cell }) => cell !== here[0].cell)
    .flatMap((facts) => {
      const known = (/** @type {{ name: string }} */ arg) => facts.arguments.some(({ name }) => name === arg.name);
      const texts = withItems(view, (item) =>
        item.cell === here[0].cell
          ? { ...item, name: facts.names[0], cell: facts.cell, args: item.args.filter(known) }
          : item,
      );
      const total = compare(forEngine(texts)).find((other) => other.framework === framework.id)?.total ?? "";
      const matrices = framework.cells.find(({ cell }) => cell === facts.cell)?.matrices ?? "";
      return total === "" ? [] : [{ cell: facts.cell, texts, total, matrices }];
    });
  if (others.length === 0) return nothing;
  const sentences = others.map(({ cell, texts, total, matrices }, index) => {
    const [before, after] = m.otherCell({ cell, matrices, here: here[0].rule.matrices, first: index === 0 });
    return html`${before}${modelLink(texts, m.number(total), view)}${after} `;
  });
  return html`<p class="others">${sentences}</p>`;
}

/** @param {View} view */
function coincidence(view) {
  const { m, answer, framework } = view;
  const found = coincidenceOf(answer);
  if (!found) return nothing;
  const [before, link, after] = m.coincidence(framework.words.input, found.input, found.width);
  const texts = {
    ...withItems(view, (item) => (typedValue(item, "units") === "" ? item : withOption(item, "units", "7"))),
    input: "10",
  };
  return html`<p>${before}${modelLink(texts, link, view)}${after}</p>`;
}

/** @param {View} view */
export function after(view) {
  if (view.answer.total === "") return nothing;
  return html`<div class="after">${differences(view)}${coincidence(view)}<p>${view.m.notInFormula}</p>${otherCells(view)}</div>`;
}
