/** What is wrong with a model, for a terminal: the words, and the place below the text as it was typed. */
import { wordsAt } from "../telling/frameworks.js";
import { moreWords, problemWords } from "../telling/problems.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Problem} Problem */

/** So much of a long text is shown on either side of a place. */
const around = 30;

/** So long is what is said of one problem. */
const longestSentence = 400;

/**
 * No sign that a terminal would obey, and no more than a few hundred of them.
 * @param {string} text
 * @param {number} [most]
 */
export function shown(text, most = longestSentence) {
  const cut = text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
  return cut.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, "\uFFFD");
}

/**
 * The text around a place, with the place marked in the line below; "" where there is no text.
 * @param {string} text
 * @param {Problem} problem
 */
function excerpt(text, { start, end }) {
  if (text.trim() === "") return "";
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, Math.max(end, start + 1) + around, start + 3 * around);
  const marks = "^".repeat(Math.max(1, Math.min(end, to) - start));
  const before = from > 0 ? "…" : "";
  const line = `${before}${shown(text.slice(from, to))}${to < text.length ? "…" : ""}`;
  return `  ${line}\n  ${" ".repeat(before.length + start - from)}${marks}\n`;
}

/**
 * One paragraph for each problem that is told: "layers:6: …", counted from 1; the last one says how many more there are.
 * @param {Answer} answer
 * @param {string} where the place of the query, "queries.txt:3"
 * @param {import("../engine.js").Catalog} catalog
 * @param {import("../messages/languages.js").Messages} m
 * @param {(problem: Problem) => string} [words]
 */
export function reportOf(
  answer,
  where,
  catalog,
  m,
  words = (problem) => problemWords(problem, catalog, wordsAt(problem, answer, catalog), m),
) {
  const { problems } = answer;
  const paragraphs = problems.map((problem) => {
    const place = [...(where ? [where] : []), problem.key, problem.start + 1].join(":");
    return `${place}: ${shown(words(problem))}\n${excerpt(answer.fields[problem.key], problem)}`;
  });
  const more = moreWords(answer, m);
  return paragraphs.join("") + (more && `${[where, more].filter(Boolean).join(": ")}\n`);
}
