/** Two models side by side, as Markdown: their totals, the way from one to the other in named changes, and their layers. */
import { frameworkOf } from "../telling/facts.js";
import { frameworkName } from "../telling/frameworks.js";
import { changeWords, placedName, signed, versusTold, versusWords } from "../telling/versus.js";
import { aligned } from "./layer_formats.js";

/** @typedef {import("../telling/versus.js").Engine} Engine */
/** @typedef {import("../messages/languages.js").SpokenMessages} Messages */

/**
 * "" where one of them has no total.
 * @param {Engine} engine
 * @param {string} query
 * @param {string} other
 * @param {Messages & import("../telling/versus.js").Words} spoken
 */
export function versusOf(engine, query, other, spoken) {
  const catalog = engine.catalog();
  const told = versusTold(engine, query, other, true);
  const { answers, pairs, more, changes } = told;
  if (more === "" || !spoken.layerTable) return "";
  const m = /** @type {Required<typeof spoken>} */ (spoken);
  const called = answers.map((answer) => frameworkName(frameworkOf(answer, catalog), m));
  const count = (/** @type {string | undefined} */ total) => m.number(total ?? "");
  const table = aligned([
    [called[0], m.versus.parameters, called[1], m.versus.parameters, m.versus.difference],
    ...pairs.map(({ first, second, more }) => [
      ...[placedName(first, m), count(first?.total), placedName(second, m), count(second?.total)],
      signed(more, m.number),
    ]),
    [m.versus.total, count(answers[0].total), "", count(answers[1].total), signed(more, m.number)],
  ]);
  const list = changes.map((change) => `- ${signed(change.more, m.number)}: ${changeWords(change, catalog, m)}`);
  const way = list.length > 0 ? `\n\n${m.versus.way}\n\n${list.join("\n")}` : "";
  const order = list.length > 1 ? `\n\n${m.versus.order}` : "";
  return `${versusWords(told, catalog, m)}${way}${order}\n\n${table}\n`;
}
