/** All frameworks, one row per total. */
import { html, nothing } from "lit";
import { more } from "./more.js";

/** @typedef {import("./view.js").View} View */

/** @param {View} view */
export function frameworks(view) {
  const { m, comparisons, answer, catalog } = view;
  if (answer.total === "") return nothing;
  /** @type {{ total: string, label: string, ids: string[] }[]} */
  const rows = [];
  for (const { framework, total, sign, difference } of comparisons) {
    const row = rows.find((other) => other.total === total);
    if (row) row.ids.push(framework);
    else
      rows.push({
        total,
        label: total === "" ? m.none : m.totalOf(total, answer.total, difference, sign),
        ids: [framework],
      });
  }
  const name = (/** @type {string} */ id) => {
    const facts = catalog.frameworks.find((framework) => framework.id === id);
    if (!facts) return id;
    return html`${m.framework(facts)}${facts.source ? html` <a class="source" href=${facts.source} rel="noreferrer">${m.source}</a>` : nothing}`;
  };
  const table = html`<table><tbody>${rows.map(({ label, ids }) => html`<tr><th scope="row" class="n">${label}</th><td>${ids.map((id, i) => html`${i > 0 ? ", " : ""}${name(id)}`)}</td></tr>`)}</tbody></table>`;
  return more("frameworks", m.allFrameworks, table, view);
}
