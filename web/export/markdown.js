/**
 * A derivation in Markdown. What stands between $$ means the same before and after Markdown has read it, for some hosts (GitHub
 * among them) look for formulas only then, when \_ has become _ and \\ has become \. So the framework's names stand outside,
 * as code, and a formula is a single line of digits, brackets and \times. It begins with a number: = alone at the beginning of a line
 * underlines a heading.
 */

import { box } from "../messages/numbers.js";
import { isLeft } from "../telling/blanks.js";
import { cutNotation } from "../telling/notation.js";
import { texBlank, texNumber, texRoom } from "./tex.js";

/** @typedef {import("../telling/outline.js").Lines} Lines */
/** @typedef {import("../telling/outline.js").Outline} Outline */

/** Brackets stay as they are: \[ would begin a formula in some hosts. @param {string} text */
export const escaped = (text) => text.replace(/[\\`*_<>$~|#]/g, "\\$&");

/** @param {string} sentence */
export function prose(sentence) {
  const parts = cutNotation(sentence).map((part) => {
    if (typeof part === "string") return escaped(part);
    const tag = part.raised ? "sup" : "sub";
    return `<i>${part.letter}</i><${tag}>${escaped(part.small)}</${tag}>`;
  });
  return parts.join("");
}

/** @param {string} formula in numbers @param {Outline["number"]} number */
const tex = (formula, number) =>
  formula
    .replace(/[0-9]+/g, (digits) => texNumber(digits, number))
    .replaceAll("×", "\\times")
    .replaceAll("−", "-")
    .replaceAll(box, texBlank);

/**
 * @param {Lines} lines
 * @param {Outline["number"]} number
 * @returns {string[]} paragraphs
 */
function formulas({ words, symbols, numbers, value }, number) {
  const name = words ? prose(words) : symbols ? `\`${symbols.text}\`` : "";
  const end = isLeft(value) ? texRoom : texNumber(value.text, number);
  const sides = [...numbers.map(({ text }) => tex(text, number)), ...(end === "" ? [] : [end])];
  return [...(name ? [`${name} =`] : []), `$$\n${sides.join(" = ")}\n$$`];
}

/** @param {Outline} outline */
export function markdownOf({ headline, total, count, split, open, whole, parts, number }) {
  const blocks = [`### ${escaped(headline)}`];
  if (!open) blocks.push(escaped(count).replace(total, "**$&**"));
  if (split) blocks.push(escaped(split));
  if (whole) blocks.push(...formulas(whole, number));
  for (const { title, steps } of parts) {
    if (title !== "") blocks.push(steps.length > 0 ? `#### ${escaped(title)}` : escaped(title));
    steps.forEach((step, index) => {
      const place = steps.length > 1 ? `${index + 1}. ` : "";
      blocks.push(`**${place}${escaped(step.title)}.** ${prose(step.sentence)}`, ...formulas(step.lines, number));
    });
  }
  return `${blocks.join("\n\n")}\n`;
}
