/** What is read of a file that holds a model in several ways, as notebooks do; and what is told of files, before any language and in one. */
import { longestText } from "../border/files/limits.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Reading} Reading */
/** @typedef {import("../border/files/file.js").Contents} Contents */
/** @typedef {import("../border/files/source.js").Told} Told */
/** @typedef {import("../messages/languages.js").ReadingMessages} ReadingMessages */
/** @typedef {{ text: string, reading: Reading }} Read */

/** How models are printed; a number or a line of code among a notebook's outputs is none. */
const printedForms = ["summary", "module", "tensors", "keras_json"];

/**
 * The text that leaves nothing open, the code before what it printed; and whether these two agree.
 * @param {Contents} contents
 * @param {(text: string) => Reading} read
 * @param {(query: string) => string} totalOf "" where there is none
 * @returns {Read & { notes: Told[] }}
 */
export function textOfFile({ texts, notes }, read, totalOf) {
  const readText = (/** @type {{ text: string }} */ { text }) => ({ text, reading: read(text) });
  const [first] = texts.filter(({ id }) => id !== "output").map(readText);
  const printed = texts.filter(({ id }) => id === "output");
  const isModel = (/** @type {Read} */ { reading }) => reading.query !== "" && printedForms.includes(reading.format);
  let left = longestText;
  const outputs = printed.flatMap((one) => {
    if (!/[([]/.test(one.text) || one.text.length > left) return []; // a log, as most of them are; or too much in all
    left -= one.text.length;
    const whole = readText(one);
    return isModel(whole) ? [whole] : (one.parts ?? []).map((text) => readText({ text })).filter(isModel);
  });
  const note = (/** @type {string} */ code, /** @type {Told["args"]} */ args = {}) => [{ code, args }, ...notes];
  const table = printedOf(outputs, read);
  if (!first) return { ...(table ?? readText(printed[0])), notes: note("printed") };
  if (first.reading.query === "" && table) return { ...table, notes: note("printed") };
  if (!isClear(first.reading, totalOf) && table && isClear(table.reading, totalOf))
    return { ...table, notes: note("printed_clearer") };
  const inCode = texts[0].id === "code" ? note("cells") : note(texts[0].id);
  return { ...first, notes: [...inCode, ...agreement(first.reading, outputs, totalOf)] };
}

/** Nothing is asked, and nothing is wrong. @param {Reading} reading @param {(query: string) => string} totalOf */
const isClear = ({ query, problems, questions }, totalOf) =>
  query !== "" && problems.length === 0 && questions.length === 0 && totalOf(query) !== "";

/**
 * What was printed of models, as one text; or the first of it, where together they are none.
 * @param {Read[]} outputs
 * @param {(text: string) => Reading} read
 */
function printedOf(outputs, read) {
  const [first] = outputs;
  if (!first) return undefined;
  const alike = outputs.filter(({ reading }) => reading.format === first.reading.format);
  const texts = [...new Set(alike.map(({ text }) => text))];
  if (texts.length === 1) return first;
  const text = texts.join("\n\n");
  const reading = read(text);
  return reading.query === "" ? first : { text, reading };
}

/**
 * Whether what was printed has as many as one of the code's models.
 * @param {Reading} code
 * @param {Read[]} outputs
 * @param {(query: string) => string} totalOf
 * @returns {Told[]}
 */
function agreement(code, outputs, totalOf) {
  const models = [code.query, ...code.choices.filter(({ layer }) => layer < 0).map(({ query }) => query)];
  const counted = models.map((query) => (query === "" ? "" : totalOf(query)));
  const totals = outputs.map(({ reading }) => totalOf(reading.query) || reading.printed.total).filter(Boolean);
  if (counted[0] === "" || totals.length === 0) return [];
  const same = totals.find((total) => counted.includes(total));
  return [{ code: same === undefined ? "table_other" : "table_same", args: { total: same ?? totals[0] } }];
}

/**
 * Of several files that come together only the first is read.
 * @param {string[]} others names of those that are not
 * @returns {Told[]}
 */
export function notReadWith(others) {
  if (others.length === 0) return [];
  const more = others.length - 1;
  return [{ code: "only_one", args: { names: others[0], more: more === 0 ? "" : String(more) } }];
}

/** Why a file is not read. @param {Told} problem @param {string} file its name @param {ReadingMessages} m */
export function fileProblemWords({ code, args }, file, m) {
  const known = Object.hasOwn(m.pasted.file.problem, code) ? code : "damaged";
  return say(m.pasted.file.problem, /** @type {any} */ ({ id: known, file, ...args }));
}

/** What was read of it, and what is to be known of that. @param {Told[]} notes @param {string} file @param {ReadingMessages} m */
export const fileNoteWords = (notes, file, m) =>
  notes
    .filter(({ code }) => Object.hasOwn(m.pasted.file.note, code))
    .map(({ code, args }) => say(m.pasted.file.note, /** @type {any} */ ({ id: code, file, ...args })));
