/** Worksheets and their keys as plain text. */
import { box } from "../messages/numbers.js";
import { room } from "./markup.js";

/** @typedef {import("../telling/worksheet.js").Item} Item */
/** @typedef {import("../telling/worksheet.js").Overview} Overview */
/** @typedef {import("../telling/worksheet.js").Sheet} Sheet */
/** @typedef {import("../telling/worksheet.js").Sign} Sign */
/** @typedef {import("../telling/worksheet.js").Words} Words */

/** @param {readonly Sign[]} signs @param {Sheet} sheet */
export const lineOf = (signs, { told, number }) =>
  signs
    .map(({ kind, text, place }) => {
      if (kind === "blank") return `(${place}) ${told ? number(text) : room}`;
      if (kind === "operator") return ` ${text} `;
      return kind === "missing" ? box : kind === "number" ? number(text) : text;
    })
    .join("");

/** @param {Item} item @param {Sheet} sheet */
function itemOf({ title, sentence, words, named, sides, wide }, sheet) {
  const name = words || lineOf(named, sheet);
  const lines = [...(name ? [name] : []), ...sides.map((side) => lineOf(side, sheet))];
  const indented = lines.map((line, index) => `    ${index > 0 ? "= " : ""}${line}`);
  return [title, ...(sentence ? [sentence] : []), ...(wide && !sheet.told ? ["", "", "", ""] : []), ...indented].join(
    "\n",
  );
}

/** @param {Sheet} sheet @param {Words} m */
function sheetOf(sheet, m) {
  const { title, told, asked, given, parts, answers, notes } = sheet;
  const { name, date } = m.exercise;
  const head = told ? [title] : [title, `${name} ____________________  ${date} ____________`];
  const blocks = [
    head.join("\n"),
    ...(asked ? [asked] : []),
    given.map(({ name, text }) => `    ${name}: ${text}`).join("\n"),
  ];
  for (const { title, items } of parts) {
    if (title !== "") blocks.push(title);
    blocks.push(...items.map((item) => itemOf(item, sheet)));
  }
  if (told)
    blocks.push(answers.map(({ place, asked, value }) => `(${place}) ${m.number(value)}   ${asked}`).join("\n"));
  return [...blocks, ...notes].join("\n\n");
}

/** A table with its columns aligned. @param {string[][]} rows */
function tableOf(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padStart(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {Overview} overview */
const overviewOf = ({ title, tables }) => [title, ...tables.map(tableOf)].join("\n\n");

/** @param {readonly (Sheet | Overview)[]} pages @param {Words} m */
export const textSheets = (pages, m) =>
  `${pages.map((page) => ("tables" in page ? overviewOf(page) : sheetOf(page, m))).join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
