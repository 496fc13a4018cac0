/**
 * The notes' examples, worked out in full as static HTML: what the page shows without JavaScript, and until the numbers are
 * there. Made by the build from the engine's answers.
 */

import { escaped, prose } from "../export/markup.js";
import { linesOf } from "../export/text.js";
import { messages as m } from "../messages/en.js";
import { examples } from "../telling/examples.js";
import { outlineOf } from "../telling/outline.js";

/** @typedef {import("../telling/outline.js").Lines} Lines */
/** @typedef {import("../telling/outline.js").Part} Part */

/** @param {Lines} lines */
function formulas(lines) {
  const rows = linesOf(lines, m.number).map(pieces);
  if (lines.value.text !== "") rows.push(rows.pop()?.replace(/[0-9,]+(?=<\/span>$)/, '<b class="value">$&</b>') ?? "");
  return rows.map((row) => `<div class="formula numbers">${row}</div>`).join("");
}

/** A line in pieces that do not break: it can end before × and +. @param {string} text */
const pieces = (text) =>
  text
    .split(/ (?=[×+] )/)
    .map((piece) => `<span class="piece">${escaped(piece)}</span>`)
    .join(" ");

/** As the page has it: behind a formula in words the value has a line of its own. @param {Lines} lines */
function wholeFormula({ symbols, value, ...others }) {
  const none = { ...value, text: "" };
  if (!symbols) return formulas({ symbols, value, ...others });
  const end = `= <b class="value">${m.number(value.text)}</b>`;
  return `${formulas({ symbols, value: none, ...others })}<div class="formula numbers"><span class="piece">${end}</span></div>`;
}

/** @param {Part} part */
function section({ title, steps }) {
  const items = steps.map(
    (step) =>
      `<li class="step"><h4 class="step-title">${escaped(step.title)}</h4><p>${prose(step.sentence)}</p>${formulas(step.lines)}</li>`,
  );
  const head = title === "" ? "" : `<h4>${escaped(title)}</h4>`;
  return `<section class="layer">${head}${items.length > 0 ? `<ol class="steps">${items.join("")}</ol>` : ""}</section>`;
}

/** @param {import("../telling/outline.js").Outline} outline */
export function exampleOf({ headline, total, count, whole, parts }) {
  const many = `<p class="total">${escaped(count).replace(total, "<b>$&</b>")}</p>`;
  const line = whole ? `<div class="whole">${wholeFormula(whole)}</div>` : "";
  return `<h3>${escaped(headline)}</h3>${many}${line}${parts.map(section).join("")}`;
}

/**
 * @param {import("../engine.js").Engine} engine
 * @returns {string} HTML
 */
export function workedExamples(engine) {
  const catalog = engine.catalog();
  const worked = examples.map(({ id, query }) => {
    const told = exampleOf(outlineOf(engine.explain(query), catalog, m));
    return `<section><h2>${escaped(m.examples[id])}</h2>${told}</section>`;
  });
  return `<div class="worked-examples" lang="en">${worked.join("\n")}</div>`;
}
