/** Worksheets and their keys in Markdown, with formulas in $$ as those of a derivation, see markdown.js. */

import { mathRows } from "./latex.js";
import { escaped, prose } from "./markdown.js";
import { room } from "./markup.js";
import { texNumber, texRoom } from "./tex.js";
import { lineOf } from "./worksheet_text.js";

/** @typedef {import("../telling/worksheet.js").Item} Item */
/** @typedef {import("../telling/worksheet.js").Overview} Overview */
/** @typedef {import("../telling/worksheet.js").Sheet} Sheet */
/** @typedef {import("../telling/worksheet.js").Sign} Sign */
/** @typedef {import("../telling/worksheet.js").Words} Words */

/** @param {Sign} sign @param {Sheet} sheet @returns {import("./latex.js").Sign} */
function drawn({ kind, text, place }, { told, number }) {
  if (kind !== "blank") return { kind, text };
  const inside = told ? `\\boxed{\\mathbf{${texNumber(text, number)}}}` : texRoom;
  return { kind: "drawn", text: `\\underset{${place}}{${inside}}` };
}

/** @param {Item} item @param {Sheet} sheet */
function itemOf({ title, sentence, words, named, sides }, sheet) {
  const name = words ? prose(words) : named.length > 0 ? `\`${lineOf(named, sheet)}\`` : "";
  const tex = sides.map((side) =>
    mathRows(
      side.map((sign) => drawn(sign, sheet)),
      sheet.number,
    ).join(" "),
  );
  const head = sentence ? `**${escaped(title)}.** ${prose(sentence)}` : escaped(title);
  return [head, ...(name ? [`${name} =`] : []), `$$\n${tex.join(" = ")}\n$$`].join("\n\n");
}

/** @param {readonly string[][]} rows the head first @param {string} [rule] */
function tableOf(rows, rule = "| ---: | :--- | ---: |") {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(escaped).join(" | ")} |`;
  const [head, ...others] = rows;
  return [line(head), rule, ...others.map(line)].join("\n");
}

/** @param {Sheet} sheet @param {Words} m */
function sheetOf(sheet, m) {
  const { title, told, asked, given, parts, answers, notes } = sheet;
  const { name, date } = m.exercise;
  const line = room.replaceAll("_", "\\_");
  const blocks = [`# ${escaped(title)}`];
  if (!told) blocks.push(`${escaped(name)} ${line.repeat(4)} ${escaped(date)} ${line.repeat(2)}`);
  if (asked) blocks.push(escaped(asked));
  blocks.push(
    given.map(({ name, text, code }) => `- ${escaped(name)}: ${code ? `\`${text}\`` : escaped(text)}`).join("\n"),
  );
  for (const { title, items } of parts) {
    if (title !== "") blocks.push(items.length > 0 ? `## ${escaped(title)}` : escaped(title));
    blocks.push(...items.map((item) => itemOf(item, sheet)));
  }
  const head = m.worksheet.answers;
  if (told)
    blocks.push(
      tableOf([
        [head.blank, head.asked, head.answer],
        ...answers.map(({ place, asked, value }) => [String(place), asked, m.number(value)]),
      ]),
    );
  return [...blocks, ...notes.map(escaped)].join("\n\n");
}

/** @param {Overview} overview */
function overviewOf({ title, tables }) {
  const written = tables.map((rows) => tableOf(rows, `|${" ---: |".repeat(rows[0].length)}`));
  return [`# ${escaped(title)}`, ...written].join("\n\n");
}

/** @param {readonly (Sheet | Overview)[]} pages @param {Words} m */
export const markdownSheets = (pages, m) =>
  `${pages.map((page) => ("tables" in page ? overviewOf(page) : sheetOf(page, m))).join("\n\n---\n\n")}\n`;
