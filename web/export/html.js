/** A derivation as static markup with MathML: no script, no style, no id, to stand in any page. */

import { box } from "../messages/numbers.js";
import { isLeft } from "../telling/blanks.js";
import { escaped, prose, room } from "./markup.js";

/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../telling/outline.js").Lines} Lines */
/** @typedef {import("../telling/outline.js").Outline} Outline */

/** @typedef {Pick<Token, "text"> & { kind: Token["kind"] | "drawn" }} Sign `drawn`: its text is markup already */

/** @param {Sign} token @param {Outline["number"]} number */
function mathToken({ kind, text }, number) {
  if (kind === "drawn") return text;
  if (kind === "operator") return `<mo>${text}</mo>`;
  if (kind === "bracket") return `<mo stretchy="false">${text}</mo>`;
  if (kind === "missing") return `<mn>${box}</mn>`;
  return kind === "symbol" ? `<mi mathvariant="normal">${escaped(text)}</mi>` : `<mn>${escaped(number(text))}</mn>`;
}

/** @param {readonly Sign[]} tokens @param {Outline["number"]} number */
export const mathml = (tokens, number) => `<mrow>${tokens.map((token) => mathToken(token, number)).join("")}</mrow>`;

/**
 * @param {Lines} lines
 * @param {Outline["number"]} number
 */
function formulas({ words, symbols, numbers, value }, number) {
  const named = words ? [`<mtext>${escaped(words)}</mtext>`] : symbols ? [mathml(symbols.tokens, number)] : [];
  const sides = [...named, ...numbers.map(({ tokens }) => mathml(tokens, number))];
  const math = sides.map((side, index) => `${index > 0 ? "<mo>=</mo>" : ""}${side}`);
  if (isLeft(value)) math[math.length - 1] += `<mo>=</mo><mtext>${room}</mtext>`;
  else if (value.text !== "") math[math.length - 1] += `<mo>=</mo><mn>${number(value.text)}</mn>`;
  return `<p>${math.map((line) => `<math>${line}</math>`).join("<br>")}</p>`;
}

/** @param {Outline} outline */
export function htmlOf({ language, headline, total, count, split, open, whole, parts, number }) {
  const lines = [`<section class="rnn-params" lang="${language}">`, `<h3>${escaped(headline)}</h3>`];
  if (!open) lines.push(`<p>${escaped(count).replace(total, "<b>$&</b>")}</p>`);
  if (split) lines.push(`<p>${escaped(split)}</p>`);
  if (whole) lines.push(formulas(whole, number));
  for (const { title, steps } of parts) {
    if (title !== "") lines.push(steps.length > 0 ? `<h4>${escaped(title)}</h4>` : `<p>${escaped(title)}</p>`);
    const items = steps.map(
      (step) => `<p><b>${escaped(step.title)}.</b> ${prose(step.sentence)}</p>\n${formulas(step.lines, number)}`,
    );
    if (items.length > 1) lines.push("<ol>", ...items.map((item) => `<li>${item}</li>`), "</ol>");
    else lines.push(...items);
  }
  return `${[...lines, "</section>"].join("\n")}\n`;
}
