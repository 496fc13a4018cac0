/** Draws formulas from their tokens: symbols as MathML, numbers as chips that know where they come from. */
import { html, mathml, nothing } from "lit";

import { box } from "../messages/numbers.js";
import { numberClass, unbroken } from "../text/words.js";
import { blank } from "./blanks.js";

/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../engine.js").Formula} Formula */
/** @typedef {import("./view.js").View} View */

/**
 * Cuts a row of tokens before each × and + so that the pieces can stand in lines.
 * @param {Token[]} tokens
 */
function pieces(tokens) {
  /** @type {Token[][]} */
  const rows = [];
  for (const token of tokens) {
    const breaks = token.kind === "operator" && rows.length > 0;
    if (breaks || rows.length === 0) rows.push([]);
    rows[rows.length - 1].push(token);
  }
  return rows;
}

/**
 * Which tokens stand in round brackets that hold no others: what a unit reads.
 * @param {Token[]} tokens
 */
function innermost(tokens) {
  const inside = tokens.map(() => false);
  let open = -1;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== "bracket") continue;
    if (text === ")" && open >= 0) inside.fill(true, open + 1, index);
    open = text === "(" ? index : -1;
  }
  return inside;
}

/**
 * The role of each token: only the terms of what a unit reads have one, that is, those in round brackets or in a step of their own.
 * @param {Token[]} tokens of numbers
 * @param {boolean} reads the row is the sum of what a unit reads
 * @param {View} view
 */
function rolesOf(tokens, reads, { answer }) {
  const inside = innermost(tokens);
  return tokens.map(({ ref }, index) => {
    if (!inside[index] && !reads) return "";
    if (ref === "rule.bias") return "bias";
    if (ref === "input" || ref.includes(".steps.")) return "input";
    const [, origin, arg] = /^written\.(\d+)\.args\.(\d+)$/.exec(ref) ?? [];
    const name = origin && answer.written[Number(origin)]?.args[Number(arg)]?.name;
    if (name === "input_dim" || name?.endsWith("shape")) return "input";
    return name === "units" || name === "proj_size" ? "previous" : "";
  });
}

/** @param {Token} token @param {string} ref @param {string} role @param {View} view */
function mathToken({ kind, text }, ref, role, view) {
  if (kind === "operator") return mathml`<mo form="infix" lspace="0" rspace="0.25em">${text}</mo>`;
  if (kind === "bracket") return mathml`<mo stretchy="false">${text}</mo>`;
  const shown = kind === "number" ? view.m.number(text) : kind === "missing" ? box : text;
  return kind === "symbol"
    ? mathml`<mi class=${role || nothing} data-ref=${ref || nothing} mathvariant="normal">${shown}</mi>`
    : mathml`<mn class=${role || nothing} data-ref=${ref || nothing}>${shown}</mn>`;
}

/**
 * A formula in the framework's words. A word has the role and the origin of the number that stands for it.
 * @param {Formula} formula
 * @param {Formula} inNumbers the same formula, token by token
 * @param {View} view
 * @param {boolean} [reads]
 */
export function symbols(formula, inNumbers, view, reads = false) {
  const same = formula.tokens.length === inNumbers.tokens.length;
  const origins = same ? inNumbers.tokens : formula.tokens;
  const roles = rolesOf(origins, reads, view);
  let at = -1;
  const fragments = pieces(formula.tokens).map((row, index) => {
    const signs = row.map((token) => mathToken(token, origins[++at].ref, roles[at], view));
    return html`${index > 0 ? " " : ""}<math>${mathml`<mrow>${signs}</mrow>`}</math>`;
  });
  return html`<span class="side symbols" role="img" aria-label=${formula.text}>${fragments}</span>`;
}

/** @param {Token} token @param {string} role @param {boolean} first the Tab key stops here @param {View} view */
function chip({ kind, text, ref }, role, first, view) {
  if (kind === "missing") return html`<span class="n missing ${role}" data-ref=${ref || nothing}>${box}</span>`;
  if (kind === "number")
    return html`<span class="${numberClass(text)} ${role}" data-ref=${ref || nothing} tabindex=${ref === "" ? nothing : first ? 0 : -1}>${view.m.number(text)}</span>`;
  if (kind === "operator") return html`<span class="op">${text}</span> `;
  return html`${text}`;
}

/**
 * A formula in numbers.
 * @param {Formula} formula
 * @param {View} view
 * @param {boolean} [reads]
 * @param {boolean} [stop] the Tab key stops at its first number; arrow keys go on from there
 */
export function numbers(formula, view, reads = false, stop = true) {
  const roles = rolesOf(formula.tokens, reads, view);
  const first = stop ? formula.tokens.findIndex(({ kind, ref }) => kind === "number" && ref !== "") : -1;
  let at = -1;
  return pieces(formula.tokens).map((row, index) => {
    const chips = row.map((token) => chip(token, roles[++at], at === first, view));
    return html`${index > 0 ? " " : ""}<span class="piece">${chips}</span>`;
  });
}

/**
 * A sum in numbers, which breaks between its terms first.
 * @param {Formula} formula
 * @param {View} view
 */
export function terms({ text, tokens }, view) {
  /** @type {Token[][]} */
  const rows = [];
  let depth = 0;
  for (const token of tokens) {
    const { kind, text: sign } = token;
    if (rows.length === 0 || (kind === "operator" && sign === "+" && depth === 0)) rows.push([]);
    rows[rows.length - 1].push(token);
    if (kind === "bracket") depth += "([".includes(sign) ? 1 : -1;
  }
  return rows.map(
    (tokens, place) => html`<span class="side">${numbers({ text, tokens }, view, false, place === 0)}</span> `,
  );
}

/**
 * Cuts a formula's text before each sign, so that the pieces can stand in lines.
 * @param {string} text
 */
export const cut = (text) =>
  text
    .split(/ (?=[×÷+−=] )/)
    .map((part, index) => html`${index > 0 ? " " : ""}<span class="piece">${unbroken(part)}</span>`);

/**
 * A formula in one line: "(num_units + input_dim + 1) × num_units = (32 + 64 + 1) × 32 = 97 × 32 = 3,104". It breaks before an equals
 * sign, and within a side where that alone is too long.
 * @param {unknown} name in words, with a side of its own; `nothing` where it begins with numbers
 * @param {unknown[]} sides what stands between the equals signs
 * @param {unknown} [room] for a side that is still to come
 */
export function line(name, sides, room) {
  const [first, ...others] = sides.map((side) => html`<span class="side">= ${side}</span> `);
  const begin = name === nothing ? html`<span class="side">${sides[0]}</span> ` : html`${name} ${first}`;
  return html`<span class="formula numbers">${begin}${others}${room}</span>`;
}

/**
 * A value at the end of a line; a dash where there is none, a box where it is not told yet.
 * @param {string} value
 * @param {View} view
 * @param {string} [origin] the path of the step that makes it
 */
export function result(value, view, origin = "") {
  const none = view.outline.open ? box : view.m.none;
  return html`<span class="${numberClass(value)} value" data-origin=${origin || nothing}>${view.m.number(value) || none}</span>`;
}

/**
 * A value of the outline at the end of a line, or the room to fill it in.
 * @param {import("../telling/outline.js").Value} value
 * @param {View} view
 */
export const end = ({ text, path, blank: left }, view) => (left ? blank(path, left, view) : result(text, view, path));
