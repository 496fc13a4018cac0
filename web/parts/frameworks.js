/** All frameworks, one row per total: who counts so, where that is written down, and what makes the difference. */
import { html, nothing } from "lit";
import { refusalsOf, refusalWords, whysWords } from "../telling/comparisons.js";
import { frameworkName } from "../telling/frameworks.js";
import { totalsOf } from "../telling/totals.js";
import { isLong } from "../text/words.js";
import { closedSection } from "./closed_section.js";
import { cut } from "./formula.js";
import { modelLink } from "./links.js";

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../telling/totals.js").Counter} Counter */

/**
 * @param {Counter} counter
 * @param {View} view
 */
function counterItem({ framework, texts, option, text }, view) {
  const { m, catalog } = view;
  const facts = catalog.frameworks.find(({ id }) => id === framework);
  if (!facts) return nothing;
  const name = frameworkName(facts, m);
  const source =
    facts.source && option === ""
      ? html` <a class="source" href=${facts.source} aria-label=${`${m.source}: ${name}`} title=${m.readAt(name, facts.version)} rel="noreferrer">${m.source}</a>`
      : nothing;
  const own = facts.cells.flatMap(({ options }) => options).find((one) => one.name === option)?.called ?? "";
  const label = own === "" ? name : `${name} (${own})`;
  const full = option === "" ? label : `${label}, ${option}=${text}`;
  return html`<li>${modelLink(texts, label, view, full)}${source}</li>`;
}

/**
 * Those that count so by default, then those that do with an option.
 * @param {Counter[]} counters
 * @param {View} view
 */
function counterLists(counters, view) {
  const options = [...new Set(counters.map(({ option, text }) => `${option}=${text}`))];
  return options.map((option) => {
    const list = counters.filter((counter) => `${counter.option}=${counter.text}` === option);
    const [{ option: name, text }] = list;
    return html`<ul class="counters">
      ${name === "" ? nothing : html`<li class="soft">${view.m.withOption(name, text === "true" ? "True" : "False")}</li>`}${list.map((counter) => counterItem(counter, view))}
    </ul>`;
  });
}

/**
 * A total, as what it has more or fewer than the one that is shown.
 * @param {string} total
 * @param {string} base
 * @param {string} difference
 * @param {string} sign
 * @param {View["m"]} m
 */
function totalText(total, base, difference, sign, { number }) {
  if (sign === "same") return number(total);
  return `${number(total)} = ${number(base)} ${sign === "more" ? "+" : "−"} ${number(difference)}`;
}

/**
 * @param {import("../telling/totals.js").TotalRow} row
 * @param {View} view
 */
function totalRow({ total, sign, difference, whys, reason, counters }, view) {
  const { m, answer, catalog } = view;
  const because = whys.length > 0 ? whysWords(whys, catalog, m) : [m.reason[reason]].filter(Boolean);
  return html`<tr role="row">
    <th scope="row" role="rowheader" class="n">${cut(totalText(total, answer.total, difference, sign, m))}</th>
    <td role="cell">${counterLists(counters, view)}${because.map((words, place) => html`${place > 0 ? html`<br />` : nothing}<small>${words}</small>`)}</td>
  </tr>`;
}

/**
 * The frameworks that lack a part of the model, and what they lack.
 * @param {View} view
 */
function withoutTotal({ m, answer, allComparisons, catalog, framework }) {
  return refusalsOf(answer, allComparisons()).map(
    (refusal) => html`<p class="soft">${refusalWords(refusal, catalog, framework.words, m)}</p>`,
  );
}

/** @param {View} view */
export function frameworks(view) {
  const { m, answer } = view;
  if (answer.total === "") return nothing;
  const content = () => {
    const rows = totalsOf({ ...view, comparisons: view.allComparisons() });
    const long = rows.some(({ total }) => isLong(total));
    return html`
      <table class="totals ${long ? "long" : ""}" role="table"><tbody role="rowgroup">${rows.map((row) => totalRow(row, view))}</tbody></table>
      ${withoutTotal(view)}
    `;
  };
  return closedSection("frameworks", m.allFrameworks, content, view);
}
