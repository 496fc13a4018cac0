/** A model's whole derivation as one text, words and formulas, for a place where no script runs. */
import { htmlOf } from "./html.js";
import { latexOf } from "./latex.js";
import { markdownOf } from "./markdown.js";
import { outlineOf } from "./outline.js";
import { textOf } from "./text.js";

/** @typedef {keyof typeof writers} DocumentFormat */

const writers = { latex: latexOf, markdown: markdownOf, html: htmlOf, text: textOf };

/** What a derivation can be written as. */
export const documentFormats = /** @type {DocumentFormat[]} */ (Object.keys(writers));

/**
 * Headline, total and every step with its title, its sentence and its lines. `latex` is a piece of a document that uses
 * amsmath; `markdown` has formulas in $$; `html` is static markup with MathML, to stand in a page; each ends with a line break.
 * @param {Pick<import("../engine.js").Engine, "explain" | "catalog">} engine
 * @param {string} query
 * @param {DocumentFormat} format
 * @param {import("../messages/languages.js").Messages} messages of the language that it is to speak
 * @returns {string} "" for a query with problems
 */
export function documentOf(engine, query, format, messages) {
  const outline = outlineOf(engine, query, messages);
  return outline ? writers[format](outline) : "";
}
