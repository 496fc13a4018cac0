/** What all frameworks make of one model, by total. No formula here. */

import { encode } from "../border/query.js";
import { differencesOf } from "./comparisons.js";
import { variantsOf } from "./variants.js";

/** @typedef {import("../engine.js").Comparison} Comparison */
/** @typedef {import("./variants.js").Form} Form */
/** @typedef {{ framework: string, texts: import("../border/query.js").Texts, option: string, text: string }} Counter who counts so: a framework, with an option said where `option` is not "" */
/** @typedef {{ total: string, sign: string, difference: string, whys: import("./comparisons.js").Difference[], reason: string, counters: Counter[] }} TotalRow `whys`: what makes the difference, for each way in which the total comes about; `reason`: the id of a sentence, why its only counter, with an option, stores what it stores */

/**
 * One row per total, the frameworks' defaults first, and what frameworks count with an option that they have. The shown
 * framework's total is first, then from the lowest to the highest.
 * @param {Form & { answer: import("../engine.js").Answer, comparisons: Comparison[] }} form
 * @returns {TotalRow[]}
 */
export function totalsOf(form) {
  const { answer, catalog, comparisons, texts, engine } = form;
  /** @type {Map<string, TotalRow>} */
  const rows = new Map();
  const add = (/** @type {Comparison} */ { total, framework }, /** @type {Counter} */ counter) => {
    if (total === "" || framework === "") return;
    const row = rows.get(total) ?? { total, ...against(total, answer.total), whys: [], reason: "", counters: [] };
    row.counters.push(counter);
    rows.set(total, row);
  };
  for (const comparison of comparisons) {
    const { framework } = comparison;
    add(comparison, { framework, texts: { ...texts, framework }, option: "", text: "" });
  }
  for (const variant of variantsOf(form)) {
    for (const comparison of engine.compare(encode(variant.texts))) {
      const { framework, total } = comparison;
      const usual = comparisons.find((other) => other.framework === framework);
      if (usual?.total === total || usual?.total === "") continue;
      add(comparison, { ...variant, framework, texts: { ...variant.texts, framework } });
    }
  }
  const whys = differencesOf(answer, comparisons, catalog);
  for (const row of rows.values()) {
    row.whys = whys.filter(({ total, sign }) => total === row.total && sign !== "same");
    row.reason = reasonOf(row, form);
  }
  return [...rows.values()].sort((a, b) => {
    if (a.sign === "same" || b.sign === "same") return a.sign === "same" ? -1 : 1;
    return BigInt(a.total) < BigInt(b.total) ? -1 : 1;
  });
}

/**
 * A framework's reason is about its biases: where the option leaves them out, it is none.
 * @param {TotalRow} row
 * @param {Form} form
 */
function reasonOf({ counters: [only, ...others] }, { catalog, engine }) {
  if (others.length > 0 || only.option === "") return "";
  const kept = engine.explain(encode(only.texts)).layers.some(({ rule }) => rule && rule.bias_vectors !== "0");
  return kept ? (catalog.frameworks.find(({ id }) => id === only.framework)?.reason ?? "") : "";
}

/**
 * @param {string} total
 * @param {string} base
 */
function against(total, base) {
  const difference = BigInt(total) - BigInt(base);
  if (difference === 0n) return { sign: "same", difference: "0" };
  return difference > 0n
    ? { sign: "more", difference: String(difference) }
    : { sign: "fewer", difference: String(-difference) };
}
