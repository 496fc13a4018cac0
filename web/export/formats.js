/** A model's whole derivation as one text, words and formulas, for a place where no script runs: what it can be written as. */

import { besidesIn } from "../telling/around.js";
import { blanksOf } from "../telling/blanks.js";
import { outlineOf } from "../telling/outline.js";
import { completed } from "../telling/words.js";
import { htmlOf } from "./html.js";
import { latexOf } from "./latex.js";
import { csvOf, jsonOf, tableOf } from "./layer_formats.js";
import { markdownOf } from "./markdown.js";
import { withSource } from "./source.js";
import { textOf } from "./text.js";

export { askedOf } from "../telling/blanks.js";

/** The formats of the whole derivation; the dialog offers them in this order. `ending`: of a file's name. */
export const formats = /** @type {const} */ ([
  { id: "markdown", ending: "md", write: markdownOf },
  { id: "latex", ending: "tex", write: latexOf },
  { id: "html", ending: "html", write: htmlOf },
  { id: "text", ending: "txt", write: textOf },
]);

/** Those of the layers alone: a table, and what programs read. */
export const layerFormats = /** @type {const} */ ([
  { id: "table", ending: "md", write: tableOf },
  { id: "csv", ending: "csv", write: csvOf },
  { id: "json", ending: "json", write: jsonOf },
]);

/**
 * Headline, total and every step with its title, its sentence and its lines. `latex` is a piece of a document that uses
 * amsmath; `markdown` has formulas in $$; `html` is static markup with MathML, to stand in a page. Or the layers alone: `table`, in
 * Markdown; `csv` and `json`, the same in every language. Each ends with a line break. What is told to its end says its query, so that
 * `read` can have it back.
 * @param {Pick<import("../engine.js").Engine, "explain" | "catalog">} engine
 * @param {string} query
 * @param {string} format
 * @param {import("../messages/languages.js").SpokenMessages} messages of the language that it is to speak
 * @param {import("../telling/blanks.js").Asked} [asked] the values that are to be left blank
 * @returns {string} "" for a query with problems, for a format that there is not, and for the layers alone while a value is left blank
 */
export function documentOf(engine, query, format, messages, asked) {
  const answer = engine.explain(query);
  if (answer.problems.length > 0) return "";
  const catalog = engine.catalog();
  const { around, reason } = messages;
  const besides = around && reason && besidesIn({ around, reason });
  const outline = outlineOf(answer, catalog, messages, asked && blanksOf(answer, asked), besides);
  const whole = formats.find(({ id }) => id === format);
  if (whole) return outline.open ? whole.write(outline) : withSource(whole.write(outline), format, answer.query);
  const layers = layerFormats.find(({ id }) => id === format);
  return layers && !outline.open ? withSource(layers.write(answer, catalog, messages), format, answer.query) : "";
}

/**
 * All words of a language, for what has to be whole at once; those of the derivation where the others can't be had.
 * @param {import("../messages/languages.js").Messages} messages
 * @returns {Promise<import("../messages/languages.js").SpokenMessages>}
 */
export async function allWordsOf(messages) {
  const [whole, others] = await Promise.all([completed(messages), messages.supplements().catch(() => undefined)]);
  return { ...whole, ...others };
}
