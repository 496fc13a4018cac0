/** A model's whole derivation as one text, words and formulas, for a place where no script runs: what it can be written as. */

import { besidesIn } from "../telling/around.js";
import { outlineOf } from "../telling/outline.js";
import { htmlOf } from "./html.js";
import { latexOf } from "./latex.js";
import { markdownOf } from "./markdown.js";
import { textOf } from "./text.js";

/** The formats that there are; the dialog offers them in this order. `ending`: of a file's name. */
export const formats = /** @type {const} */ ([
  { id: "markdown", ending: "md", write: markdownOf },
  { id: "latex", ending: "tex", write: latexOf },
  { id: "html", ending: "html", write: htmlOf },
  { id: "text", ending: "txt", write: textOf },
]);

/**
 * Headline, total and every step with its title, its sentence and its lines. `latex` is a piece of a document that uses
 * amsmath; `markdown` has formulas in $$; `html` is static markup with MathML, to stand in a page; each ends with a line break.
 * @param {Pick<import("../engine.js").Engine, "explain" | "catalog">} engine
 * @param {string} query
 * @param {string} format
 * @param {import("../messages/languages.js").SpokenMessages} messages of the language that it is to speak
 * @param {import("../telling/blanks.js").Asked} [asked] the values that are to be left blank
 * @returns {string} "" for a query with problems and for a format that there is not
 */
export function documentOf(engine, query, format, messages, asked) {
  const row = formats.find(({ id }) => id === format);
  const answer = engine.explain(query);
  if (!row || answer.problems.length > 0) return "";
  const besides = messages.around && besidesIn({ around: messages.around });
  return row.write(outlineOf(answer, engine.catalog(), messages, asked, besides));
}

/**
 * All words of a language, for what has to be whole at once; those of the derivation where the others can't be had.
 * @param {import("../messages/languages.js").Messages} messages
 * @returns {Promise<import("../messages/languages.js").SpokenMessages>}
 */
export async function allWordsOf(messages) {
  const others = await messages.supplements().catch(() => undefined);
  return { ...messages, ...others };
}
