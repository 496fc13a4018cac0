/** Worksheets and their keys as a page of their own, with MathML: it needs no script and no network, and each begins a page of paper. */
import { mathml } from "./html.js";
import { termsOf } from "./latex.js";
import { escaped, prose } from "./markup.js";

/** @typedef {import("../telling/worksheet.js").Item} Item */
/** @typedef {import("../telling/worksheet.js").Overview} Overview */
/** @typedef {import("../telling/worksheet.js").Sheet} Sheet */
/** @typedef {import("../telling/worksheet.js").Sign} Sign */
/** @typedef {import("../telling/worksheet.js").Words} Words */

/** What a page needs to be printed well. */
const style = `@page { margin: 1.5cm }
body { max-width: 46rem; margin: 1rem auto; padding: 0 1rem; font: 1rem/1.6 serif; color: #000; background: #fff }
section + section { break-before: page; margin-top: 3rem }
header { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: baseline }
h1 { font-size: 1.4rem; margin: 0; flex: 1 }
h2 { font-size: 1.1rem; margin: 1rem 0 .3rem; break-after: avoid }
.line { display: inline-block; min-width: 10rem; border-bottom: 1px solid }
.date { min-width: 6rem }
.ask { break-inside: avoid; margin: .5rem 0 }
.ask p { margin: 0 }
.ask .formula { margin: .2rem 0 .2rem 1.5rem }
.work { height: 18rem }
code, td { overflow-wrap: anywhere }
.blank, .hole { display: inline-block; border: 1px solid; vertical-align: middle; width: 3.5rem; height: 1.7em }
.hole { width: 1.5rem; height: 1.3em; margin: 0 .1em }
.answer { border: 1px solid; padding: .1em .3em; font-weight: bold }
table { border-collapse: collapse; margin: 1rem 0 }
tr { break-inside: avoid }
th, td { border: 1px solid; padding: .1rem .5rem; text-align: left }
td:first-child, td:last-child, .all th, .all td { text-align: right }
.all { font-size: .85em }
.all th, .all td { padding: .05rem .3rem; white-space: nowrap; overflow-wrap: normal }
sup, sub { line-height: 0 }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.25 }
  section + section { margin-top: 0 }
  section > p { margin: .3rem 0 }
  h1 { font-size: 1.25rem }
  h2 { font-size: 1rem; margin: .4rem 0 .05rem }
  .given br { display: none }
  .given span { margin-right: 1.5rem }
  .ask { margin: .1rem 0 }
  .ask .formula { margin: 0 0 0 1.2rem }
  .blank { height: 1.4em }
  .hole { height: 1.1em }
}`;

/** @param {Sign} sign @param {Sheet} sheet @returns {import("./html.js").Sign} */
function drawn({ kind, text, place }, { told, number }) {
  if (kind === "missing") return { kind: "drawn", text: '<mtext><span class="hole"></span></mtext>' };
  if (kind !== "blank") return { kind, text };
  const inside = told ? `<span class="answer">${escaped(number(text))}</span>` : '<span class="blank"></span>';
  return { kind: "drawn", text: `<munder><mtext>${inside}</mtext><mtext>(${place})</mtext></munder>` };
}

/**
 * Formulas with = between them; each term is by itself, for a line ends only between two of them.
 * @param {Item} item
 * @param {Sheet} sheet
 */
function formulaOf({ words, named, sides }, sheet) {
  const terms = (/** @type {readonly Sign[]} */ signs) =>
    termsOf(signs).map((term) => {
      const drawing = term.map((sign) => drawn(sign, sheet));
      return mathml(drawing, sheet.number).replace("<mrow><mo>", '<mrow><mo form="infix">');
    });
  const names = words ? [[`<mtext>${escaped(words)}</mtext>`]] : named.length > 0 ? [terms(named)] : [];
  return [...names, ...sides.map(terms)]
    .flatMap((side, index) => side.map((term, place) => (index > 0 && place === 0 ? `<mo>=</mo>${term}` : term)))
    .map((math) => `<math>${math}</math>`)
    .join(" ");
}

/** @param {Item} item @param {Sheet} sheet */
function itemOf(item, sheet) {
  const { title, sentence, words, named, sides, wide } = item;
  const said = sentence ? `<b>${escaped(title)}.</b> ${prose(sentence)}` : escaped(title);
  const formula = formulaOf(item, sheet);
  const alone = words === "" && named.length === 0 && sides.length === 1 && sides[0].length === 1;
  if (alone && !wide) return `<div class="ask"><p>${said} ${formula}</p></div>`;
  const work = wide && !sheet.told ? '<div class="work"></div>\n' : "";
  return `<div class="ask"><p>${said}</p>\n${work}<p class="formula">${formula}</p></div>`;
}

/** @param {string[]} cells @param {"td" | "th"} tag */
const row = (cells, tag) => `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("")}</tr>`;

/** @param {Sheet} sheet @param {Words} m */
function tableOf({ answers }, { worksheet: { answers: head }, number }) {
  const rows = answers.map(({ place, asked, value }) => row([String(place), asked, number(value)], "td"));
  return `<table>\n<thead>${row([head.blank, head.asked, head.answer], "th")}</thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
}

/** @param {Sheet} sheet @param {Words} m */
function sheetOf(sheet, m) {
  const { title, told, asked, given, parts, notes } = sheet;
  const { name, date } = m.exercise;
  const line = (/** @type {string} */ words, /** @type {string} */ kind) =>
    `<span>${escaped(words)} <span class="${kind}"></span></span>`;
  const head = told ? "" : line(name, "line") + line(date, "line date");
  const lines = [`<section>`, `<header><h1>${escaped(title)}</h1>${head}</header>`];
  if (asked) lines.push(`<p>${escaped(asked)}</p>`);
  const said = given.map(
    ({ name, text, code }) =>
      `<span>${escaped(name)}: ${code ? `<code>${escaped(text)}</code>` : escaped(text)}</span>`,
  );
  lines.push(`<p class="given">${said.join("<br> ")}</p>`);
  for (const { title, items } of parts) {
    if (title !== "") lines.push(items.length > 0 ? `<h2>${escaped(title)}</h2>` : `<p>${escaped(title)}</p>`);
    lines.push(...items.map((item) => itemOf(item, sheet)));
  }
  if (told) lines.push(tableOf(sheet, m));
  return [...lines, ...notes.map((note) => `<p>${escaped(note)}</p>`), "</section>"].join("\n");
}

/** @param {Overview} overview */
function overviewOf({ title, tables }) {
  const written = tables.map(([head, ...rows]) => {
    const body = rows.map((cells) => row(cells, "td")).join("\n");
    return `<table class="all">\n<thead>${row(head, "th")}</thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  });
  return `<section>\n<header><h1>${escaped(title)}</h1></header>\n${written.join("\n")}\n</section>`;
}

/** @param {readonly (Sheet | Overview)[]} pages @param {Words} m */
export function htmlSheets(pages, m) {
  const [{ title }] = pages;
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${escaped(title)}</title>\n<style>\n${style}\n</style>`;
  const body = pages.map((page) => ("tables" in page ? overviewOf(page) : sheetOf(page, m))).join("\n");
  return `<!doctype html>\n<html lang="${m.language}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}
