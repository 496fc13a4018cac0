/**
 * Worksheets of a model as one text: versions with numbers of their own, and their keys. The page and the command ask here; it comes with
 * the questions.
 */
import { completed } from "../telling/words.js";
import { overviewOf, sheetOf } from "../telling/worksheet.js";
import { htmlSheets } from "./worksheet_html.js";
import { latexSheets } from "./worksheet_latex.js";
import { markdownSheets } from "./worksheet_markdown.js";
import { textSheets } from "./worksheet_text.js";

/** @typedef {import("../telling/worksheet.js").Sheet} Sheet */
/** @typedef {import("../telling/worksheet.js").Overview} Overview */
/** @typedef {import("../telling/worksheet.js").Words} Words */
/** @typedef {"sheets" | "keys" | "both"} SheetPart `both`: the keys behind all the worksheets */

/** What a worksheet can be written as. `ending`: of a file's name. */
export const sheetFormats = /** @type {const} */ ([
  { id: "markdown", ending: "md", write: markdownSheets },
  { id: "latex", ending: "tex", write: latexSheets },
  { id: "html", ending: "html", write: htmlSheets },
  { id: "text", ending: "txt", write: textSheets },
]);

/**
 * The words that worksheets need, in the language of `messages`.
 * @param {import("../messages/languages.js").Messages} messages
 * @returns {Promise<Words>}
 */
export async function worksheetWords(messages) {
  const [whole, others, { name: slips }] = await Promise.all([
    completed(messages),
    messages.supplements(),
    messages.diagnosis(),
  ]);
  return { ...whole, ...others, ...(await others.worksheets()), slips };
}

/**
 * The worksheets of a model, one for each seed, and their keys; with a problem of the model, or where there is nothing to ask about it, none.
 * @param {Pick<import("../engine.js").Engine, "explain" | "catalog">} engine
 * @param {Pick<import("../engine.js").Questions, "exercise">} questions
 * @param {string} query
 * @param {{ seeds: readonly string[], kind: import("../engine.js").ExerciseKind, part: SheetPart }} asked `seeds`: "" is the model's own numbers
 * @param {Words} words
 * @returns {{ problems: import("../engine.js").Problem[], query: string, sheets: Sheet[], keys: Sheet[], overview: Overview[] }} `query`: of the model itself, canonical; `overview`:
 * of the keys, none for a single one
 */
export function worksheetsOf({ explain, catalog }, { exercise }, query, { seeds, kind, part }, words) {
  const facts = catalog();
  const { problems, query: canonical } = explain(query);
  if (problems.length > 0) return { problems, query, sheets: [], keys: [], overview: [] };
  const asked = seeds.map((seed) => ({ seed, kind, exercise: exercise(query, { seed, kind }) }));
  const failed = asked.find(({ exercise }) => exercise.problems.length > 0);
  if (failed) return { problems: failed.exercise.problems, query, sheets: [], keys: [], overview: [] };
  const told = asked
    .filter(({ exercise }) => exercise.blanks.length > 0)
    .map((one) => ({ ...one, answer: explain(one.exercise.query) }));
  const all = (/** @type {boolean} */ key) =>
    told.map(({ answer, ...one }) => sheetOf({ ...one, told: key }, answer, facts, words));
  const [sheets, keys] = [part === "keys" ? [] : all(false), part === "sheets" ? [] : all(true)];
  return { problems, query: canonical, sheets, keys, overview: overviewOf(keys, words) };
}

/**
 * Worksheets of models in the order of a document: behind all of them the keys, those of several versions behind a table of their answers.
 * @param {readonly { sheets: Sheet[], keys: Sheet[], overview: Overview[] }[]} models
 */
export const pagesOf = (models) => [
  ...models.flatMap(({ sheets }) => sheets),
  ...models.flatMap(({ keys, overview }) => [...overview, ...keys]),
];

/**
 * Worksheets and keys as a document of its own: each begins a page.
 * @param {readonly (Sheet | Overview)[]} pages
 * @param {string} format
 * @param {Words} words
 * @returns {string} "" for no worksheet, and for a format that there is not
 */
export function sheetsText(pages, format, words) {
  const chosen = sheetFormats.find(({ id }) => id === format);
  return chosen && pages.length > 0 ? chosen.write(pages, words) : "";
}
