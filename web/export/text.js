/** A derivation as plain text. */
import { isLeft } from "../telling/blanks.js";
import { room } from "./markup.js";

/** @typedef {import("../telling/outline.js").Lines} Lines */
/** @typedef {import("../telling/outline.js").Outline} Outline */

/**
 * @param {Lines} lines
 * @param {Outline["number"]} number
 * @returns {string[]} one by one; those in numbers begin with "=" where there is something before them
 */
export function linesOf({ words, symbols, numbers, value }, number) {
  const name = words || symbols?.text;
  const formulas = numbers.map(({ text }) => text.replace(/[0-9]+/g, number));
  const written = name ? [name, ...formulas] : formulas;
  const end = isLeft(value) ? room : number(value.text);
  if (end !== "") written[written.length - 1] += ` = ${end}`;
  return written.map((line, index) => (index > 0 ? `= ${line}` : line));
}

/** @param {Outline} outline */
export function textOf({ headline, count, split, open, whole, parts, number }) {
  const blocks = [open ? headline : [headline, count, split].filter(Boolean).join("\n")];
  const indented = (/** @type {Lines} */ lines) => linesOf(lines, number).map((line) => `    ${line}`);
  if (whole) blocks.push(indented(whole).join("\n"));
  for (const { title, steps } of parts) {
    if (title !== "") blocks.push(title);
    steps.forEach((step, index) => {
      const place = steps.length > 1 ? `${index + 1}. ` : "";
      blocks.push([`${place}${step.title}`, step.sentence, ...indented(step.lines)].join("\n"));
    });
  }
  return `${blocks.join("\n\n")}\n`;
}
