/**
 * A derivation in Markdown. What stands between $$ means the same before and after Markdown has read it, for some hosts (GitHub
 * among them) look for formulas only then, when \_ has become _ and \\ has become \. So the framework's names stand outside,
 * as code, and a formula is a single line of digits, brackets and \times.
 */
import { cutNotation } from "../telling/notation.js";

/** @typedef {import("../telling/outline.js").Lines} Lines */
/** @typedef {import("../telling/outline.js").Outline} Outline */

/** Brackets stay as they are: \[ would begin a formula in some hosts. @param {string} text */
const escaped = (text) => text.replace(/[\\`*_<>$~|#]/g, "\\$&");

/** @param {string} sentence */
function prose(sentence) {
  const parts = cutNotation(sentence).map((part) => {
    if (typeof part === "string") return escaped(part);
    const tag = part.raised ? "sup" : "sub";
    return `<i>${part.letter}</i><${tag}>${escaped(part.small)}</${tag}>`;
  });
  return parts.join("");
}

/** @param {string} formula in numbers */
const tex = (formula) => formula.replaceAll("×", "\\times").replaceAll("−", "-");

/**
 * @param {Lines} lines
 * @returns {string[]} paragraphs
 */
function formulas({ words, symbols, numbers, value: { text: value } }) {
  const name = words ? prose(words) : symbols ? `\`${symbols.text}\`` : "";
  const sides = [...numbers.map(({ text }) => tex(text)), ...(value === "" ? [] : [value])];
  const chain = `${name ? "= " : ""}${sides.join(" = ")}`;
  return [...(name ? [name] : []), `$$\n${chain}\n$$`];
}

/** @param {Outline} outline */
export function markdownOf({ headline, total, count, whole, parts }) {
  const blocks = [`### ${escaped(headline)}`, escaped(count).replace(total, "**$&**")];
  if (whole) blocks.push(...formulas(whole));
  for (const { title, steps } of parts) {
    if (title !== "") blocks.push(steps.length > 0 ? `#### ${escaped(title)}` : escaped(title));
    steps.forEach((step, index) => {
      const place = steps.length > 1 ? `${index + 1}. ` : "";
      blocks.push(`**${place}${escaped(step.title)}.** ${prose(step.sentence)}`, ...formulas(step.lines));
    });
  }
  return `${blocks.join("\n\n")}\n`;
}
