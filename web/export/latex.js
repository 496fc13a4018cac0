/**
 * A derivation as a piece of a LaTeX document that uses amsmath. English compiles with pdfLaTeX; for another script the document
 * needs a font that has it, and so XeLaTeX or LuaLaTeX.
 */

import { box } from "../messages/numbers.js";
import { isLeft } from "../telling/blanks.js";
import { cutNotation } from "../telling/notation.js";
import { texBlank, texNumber, texRoom } from "./tex.js";

/** @typedef {import("../engine.js").Token} Token */
/** @typedef {import("../telling/outline.js").Lines} Lines */
/** @typedef {import("../telling/outline.js").Outline} Outline */

/** @type {Record<string, string>} */
const signs = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "''",
  "×": "$\\times$",
  "−": "$-$",
  "→": "$\\to$",
  "…": "\\dots{}",
  [box]: `$${texBlank}$`,
};

/** @param {string} text */
export const latexText = (text) => text.replace(/[\\{}$&#%_^~<>|"×−→…□]/g, (sign) => signs[sign]);

/** @param {string} sentence */
export function prose(sentence) {
  const parts = cutNotation(sentence).map((part) => {
    if (typeof part === "string") return latexText(part);
    return `$${part.letter}${part.raised ? "^" : "_"}{${part.small.replaceAll("−", "-")}}$`;
  });
  return parts.join("");
}

/** A name within a formula. @param {string} name */
const mathName = (name) => `\\mathrm{${latexText(name).replaceAll(" ", "\\ ")}}`;

/** @typedef {Pick<Token, "text"> & { kind: Token["kind"] | "drawn" }} Sign `drawn`: its text is LaTeX already */

/** @param {Sign} token @param {Outline["number"]} number */
function mathToken({ kind, text }, number) {
  if (kind === "drawn") return text;
  if (kind === "operator") return text === "×" ? " \\times " : text === "−" ? " - " : " + ";
  if (kind === "missing") return texBlank;
  return kind === "symbol" ? mathName(text) : texNumber(text, number);
}

/** So many signs fit a line of a page; a longer formula goes on in a further row. */
const widest = 64;

/**
 * The terms of a sum, the + before each but the first; in so many brackets, too.
 * @template {Pick<Sign, "text"> & { kind: string }} T
 * @param {readonly T[]} tokens
 * @param {number} [brackets]
 */
export function termsOf(tokens, brackets = 0) {
  /** @type {T[][]} */
  const terms = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "bracket") depth += /[([]/.test(token.text) ? 1 : -1;
    if (depth <= brackets && token.text === "+") terms.push([]);
    terms[terms.length - 1].push(token);
  }
  return terms;
}

/** How wide a term is, in signs. @param {readonly Sign[]} tokens @param {Outline["number"]} number */
const widthOf = (tokens, number) =>
  tokens.reduce((width, { kind, text }) => width + number(text).length + (kind === "operator" ? 2 : 0), 0);

/**
 * Pieces in rows that fit a page.
 * @param {{ written: string, width: number }[]} pieces
 * @returns {string[]}
 */
function filled(pieces) {
  const rows = [""];
  let width = 0;
  for (const piece of pieces) {
    width += piece.width;
    if (width > widest && rows[rows.length - 1] !== "") {
      rows.push("");
      width = piece.width;
    }
    rows[rows.length - 1] += piece.written;
  }
  return rows.map((row) => row.trim());
}

/**
 * A formula in rows that fit a page: a row can end before a + outside all brackets, and of what is too wide alone, before one within a bracket,
 * or two.
 * @param {readonly Sign[]} tokens
 * @param {Outline["number"]} number
 */
export function mathRows(tokens, number) {
  const narrower = (/** @type {readonly Sign[][]} */ terms, /** @type {number} */ brackets) =>
    terms.flatMap((term) => (widthOf(term, number) > widest ? termsOf(term, brackets) : [term]));
  return filled(
    [1, 2].reduce(narrower, termsOf(tokens)).map((term) => ({
      written: term.map((token) => mathToken(token, number)).join(""),
      width: widthOf(term, number),
    })),
  );
}

/** A sum in words, likewise. @param {string} words */
export function wordRows(words) {
  const terms = words.split(/(?= \+ )/).map((term) => ({ written: term, width: term.length }));
  return filled(terms).map((row) => `\\text{${latexText(row)}}`);
}

/** @param {Lines} lines @param {Outline["number"]} number */
function display({ words, symbols, numbers, value }, number) {
  const named = words ? [wordRows(words)] : symbols ? [mathRows(symbols.tokens, number)] : [];
  const formulas = [...named, ...numbers.map(({ tokens }) => mathRows(tokens, number))];
  const end = isLeft(value) ? texRoom : texNumber(value.text, number);
  if (end !== "") formulas.push([end]);
  return displayOf(formulas);
}

/** Formulas one under the other, with = between them. @param {string[][]} formulas in rows */
export function displayOf(formulas) {
  const rows = formulas.flatMap((formula, index) =>
    formula.map((row, part) => (part > 0 ? `& \\quad {} ${row}` : `${index > 0 ? "={} " : ""}& ${row}`)),
  );
  return `\\[\n\\begin{aligned}\n${rows.join(" \\\\\n")}\n\\end{aligned}\n\\]`;
}

/** Long names of layers, such as LongShortTermMemoryLayer: a line can end between their words, and may be loose then. */
const longName = /[A-Za-z]{20,}/g;

/** @param {string} head @param {string} rest */
function paragraph(head, rest) {
  const broken = head.replace(longName, (name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, "\\allowbreak{}"));
  const text = `\\noindent\\textbf{${broken}}${rest}`;
  return `\\par\\medskip${broken === head ? text : `{\\sloppy${text}\\par}`}`;
}

/** @param {Outline} outline */
export function latexOf({ headline, count, split, open, whole, parts, number }) {
  const blocks = [paragraph(latexText(open ? headline : `${headline}: ${count}`), split && ` (${latexText(split)})`)];
  if (whole) blocks[0] += `\n${display(whole, number)}`;
  for (const { title, steps } of parts) {
    if (title !== "") blocks.push(paragraph(latexText(title), ""));
    steps.forEach((step, index) => {
      const place = steps.length > 1 ? `${index + 1}. ` : "";
      const head = paragraph(`${place}${latexText(step.title)}.`, ` ${prose(step.sentence)}`);
      blocks.push(`${head}\n${display(step.lines, number)}`);
    });
  }
  return `% needs \\usepackage{amsmath}\n${blocks.join("\n\n")}\n`;
}
