/** Draws formulas from their tokens: symbols as MathML, numbers as chips that know where they come from. */
import { html, mathml, nothing } from "lit";

/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../engine.js").Formula} Formula */
/** @typedef {import("./view.js").View} View */

/** A box that stands for a number that is not there. */
const box = "□";

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
 * The role of each token: only the terms of what a unit reads have one, that is, those in round brackets or in a step of their own.
 * @param {Token[]} tokens
 * @param {boolean} reads the row is the sum of what a unit reads
 * @param {View} view
 */
function rolesOf(tokens, reads, { answer, framework }) {
  let depth = 0;
  return tokens.map(({ kind, text, ref }) => {
    if (kind === "bracket") depth += text === "(" ? 1 : text === ")" ? -1 : 0;
    if (depth === 0 && !reads) return "";
    if (kind === "symbol")
      return text === framework.words.units ? "previous" : text === framework.words.input ? "input" : "";
    if (ref === "rule.bias") return "bias";
    if (ref === "input" || ref.includes(".steps.")) return "input";
    const [, origin, arg] = /^written\.(\d+)\.args\.(\d+)$/.exec(ref) ?? [];
    const name = origin && answer.written[Number(origin)]?.args[Number(arg)]?.name;
    return name === "units" || name === "proj_size" ? "previous" : "";
  });
}

/** @param {Token} token @param {string} role @param {View} view */
function mathToken({ kind, text, sub, sup, ref }, role, view) {
  if (kind === "operator") return mathml`<mo form="infix" lspace="0" rspace="0.25em">${text}</mo>`;
  if (kind === "bracket") return mathml`<mo stretchy="false">${text}</mo>`;
  const shown = kind === "number" ? view.m.number(text) : kind === "missing" ? box : text;
  const base =
    kind === "symbol"
      ? mathml`<mi class=${role || nothing} mathvariant="normal">${shown}</mi>`
      : mathml`<mn class=${role || nothing} data-ref=${ref || nothing}>${shown}</mn>`;
  if (sub && sup) return mathml`<msubsup>${base}<mi>${sub}</mi><mi>${sup}</mi></msubsup>`;
  if (sub) return mathml`<msub>${base}<mi>${sub}</mi></msub>`;
  return sup ? mathml`<msup>${base}<mi>${sup}</mi></msup>` : base;
}

/**
 * A formula in the framework's words.
 * @param {Formula} formula
 * @param {View} view
 * @param {boolean} [reads]
 */
export function symbols(formula, view, reads = false) {
  const roles = rolesOf(formula.tokens, reads, view);
  let at = 0;
  const fragments = pieces(formula.tokens).map(
    (row) => html`<math>${mathml`<mrow>${row.map((token) => mathToken(token, roles[at++], view))}</mrow>`}</math>`,
  );
  return html`<span class="formula symbols" role="img" aria-label=${formula.text}>${fragments}</span>`;
}

/** @param {Token} token @param {string} role @param {View} view */
function chip({ kind, text, sub, sup, ref }, role, view) {
  if (kind === "missing") return html`<span class="n missing ${role}" data-ref=${ref || nothing}>${box}</span>`;
  if (kind === "number") return html`<span class="n ${role}" data-ref=${ref || nothing}>${view.m.number(text)}</span>`;
  if (kind === "operator") return html`<span class="op">${text}</span> `;
  return html`${text}${sub ? html`<sub>${sub}</sub>` : nothing}${sup ? html`<sup>${sup}</sup>` : nothing}`;
}

/**
 * A formula in numbers.
 * @param {Formula} formula
 * @param {View} view
 * @param {boolean} [reads]
 */
export function numbers(formula, view, reads = false) {
  const roles = rolesOf(formula.tokens, reads, view);
  let at = 0;
  return pieces(formula.tokens).map(
    (row, index) =>
      html`${index > 0 ? " " : ""}<span class="piece">${row.map((token) => chip(token, roles[at++], view))}</span>`,
  );
}

/**
 * A line of numbers: "= [(32 + 64 + 1) × 32] × 4 = 12,416".
 * @param {unknown[]} sides what stands between the equals signs
 */
export function line(sides) {
  return html`<span class="formula numbers">${sides.map((side) => html`<span class="side">= ${side}</span> `)}</span>`;
}

/**
 * A value at the end of a line; a dash where there is none.
 * @param {string} value
 * @param {View} view
 */
export function result(value, view) {
  return html`<span class="n value">${view.m.number(value) || view.m.none}</span>`;
}
