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

/** A formula in one line, as the page has it. @param {Lines} lines @param {Writing} number */
function formula(lines, number) {
  const row = pieces(linesOf(lines, number).join(" "));
  const told = lines.value.text === "" ? row : row.replace(/[0-9,]+(?=(<\/span>)+$)/, '<b class="value">$&</b>');
  return `<div class="formula numbers">${told}</div>`;
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

/** What stands between equals signs. @param {string} text */
const sidesOf = (text) => text.split(/ (?== )/);

/** @param {Part} part @param {Writing} number */
function section({ title, steps }, number) {
  const items = steps.map(({ title, sentence, repeats, same, lines }) => {
    const as = repeats ? `<span class="soft">${escaped(sentence)}</span> ` : "";
    const row = `<div class="row-of-step"><h4 class="step-title">${escaped(title)}</h4> <div>${as}${formula(lines, number)}</div></div>`;
    return `<li class="step${same ? " same" : ""}">${row}${same ? "" : `<p>${prose(sentence)}</p>`}</li>`;
  });
  const head = title === "" ? "" : `<h4>${escaped(title)}</h4>`;
  return `<section class="layer">${head}${items.length > 0 ? `<ol class="steps">${items.join("")}</ol>` : ""}</section>`;
}

/** @param {import("../telling/outline.js").Outline} outline */
export function exampleOf({ headline, total, count, split, whole, parts, number }) {
  const many = `<p class="total">${escaped(count).replace(total, "<b>$&</b>")}</p>${split && `<p>${escaped(split)}</p>`}`;
  const line = whole ? `<div class="whole">${formula(whole, number)}</div>` : "";
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
