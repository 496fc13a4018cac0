/**
 * The notes' examples, worked out in full as static HTML: what the page shows without JavaScript, and until the numbers are
 * there. Made by the build from the engine's answers.
 */

import { escaped, prose } from "../export/markup.js";
import { linesOf } from "../export/text.js";
import { messages as english } from "../messages/en.js";
import { examples } from "../telling/examples.js";
import { outlineOf } from "../telling/outline.js";

/** @typedef {import("../telling/outline.js").Lines} Lines */
/** @typedef {import("../telling/outline.js").Part} Part */

/** @typedef {import("../telling/outline.js").Outline["number"]} Writing how the language writes numbers */

/** @param {Lines} lines @param {Writing} number */
function formulas(lines, number) {
  const rows = linesOf(lines, number).map(pieces);
  if (lines.value.text !== "")
    rows.push(rows.pop()?.replace(/[0-9,]+(?=(<\/span>)+$)/, '<b class="value">$&</b>') ?? "");
  return rows.map((row) => `<div class="formula numbers">${row}</div>`).join("");
}

/**
 * A line as the page has it: in sides that stand together where they fit, and those in pieces that do not break.
 * @param {string} text
 */
const pieces = (text) =>
  sidesOf(text)
    .map((side) => side.split(/ (?=[×+] )/).map((piece) => `<span class="piece">${escaped(piece)}</span>`))
    .map((side) => `<span class="side">${side.join(" ")}</span>`)
    .join(" ");

/** What stands between equals signs; of a line without them, the terms of its sum. @param {string} text */
function sidesOf(text) {
  if (text.startsWith("=")) return text.split(/ (?== )/);
  let depth = 0;
  return [...text]
    .map((sign, at) => {
      depth += "([".includes(sign) ? 1 : ")]".includes(sign) ? -1 : 0;
      return depth === 0 && text.startsWith(" + ", at) ? "\n" : sign;
    })
    .join("")
    .split("\n");
}

/** As the page has it: behind a formula in words the value has a line of its own. @param {Lines} lines @param {Writing} number */
function wholeFormula({ symbols, value, ...others }, number) {
  const none = { ...value, text: "" };
  if (!symbols) return formulas({ symbols, value, ...others }, number);
  const end = `= <b class="value">${number(value.text)}</b>`;
  return `${formulas({ symbols, value: none, ...others }, number)}<div class="formula numbers"><span class="side">${end}</span></div>`;
}

/** @param {Part} part @param {Writing} number */
function section({ title, steps }, number) {
  const items = steps.map(
    (step) =>
      `<li class="step"><h4 class="step-title">${escaped(step.title)}</h4><p>${prose(step.sentence)}</p>${formulas(step.lines, number)}</li>`,
  );
  const head = title === "" ? "" : `<h4>${escaped(title)}</h4>`;
  return `<section class="layer">${head}${items.length > 0 ? `<ol class="steps">${items.join("")}</ol>` : ""}</section>`;
}

/** @param {import("../telling/outline.js").Outline} outline */
export function exampleOf({ headline, total, count, split, whole, parts, number }) {
  const many = `<p class="total">${escaped(count).replace(total, "<b>$&</b>")}</p>${split && `<p>${escaped(split)}</p>`}`;
  const line = whole ? `<div class="whole">${wholeFormula(whole, number)}</div>` : "";
  return `<h3>${escaped(headline)}</h3>${many}${line}${parts.map((part) => section(part, number)).join("")}`;
}

/**
 * @param {import("../engine.js").Engine} engine
 * @param {import("../messages/languages.js").Messages} [m]
 * @returns {string} HTML
 */
export function workedExamples(engine, m = english) {
  const catalog = engine.catalog();
  const worked = examples.map(({ id, query }) => {
    const told = exampleOf(outlineOf(engine.explain(query), catalog, m));
    return `<section><h2>${escaped(m.examples[id])}</h2>${told}</section>`;
  });
  return `<div class="worked-examples" lang="${m.language}">${worked.join("\n")}</div>`;
}
