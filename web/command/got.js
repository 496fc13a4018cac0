/** What is said of a number that is not a model's, for a terminal: how it comes about, and its formula. */
import {
  diagnosisProblemWords,
  findingsTold,
  findingWords,
  formulaOf,
  headWords,
  nothingWords,
} from "../telling/diagnosis.js";
import { shown } from "./report.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Diagnosis} Diagnosis */

/** The signs of a formula, as they stand in a text. @param {import("../engine.js").Token[]} tokens @param {(text: string) => string} number */
const line = (tokens, number) =>
  tokens
    .map(({ kind, text }) => (kind === "operator" ? ` ${text} ` : kind === "number" ? number(text) : text))
    .join("");

/**
 * @param {Diagnosis} diagnosis
 * @param {Answer} answer to the same query
 * @param {Catalog} catalog
 * @param {import("../messages/languages.js").Messages} m
 * @param {import("../messages/languages.js").DiagnosisMessages} words
 */
export function gotReport(diagnosis, answer, catalog, m, words) {
  const { problems } = diagnosis;
  if (problems.length > 0) return `${problems.map((one) => diagnosisProblemWords(one, words)).join("\n")}\n`;
  const lines = [headWords(diagnosis, words)];
  for (const told of findingsTold(diagnosis, answer, catalog)) {
    const formula = line(formulaOf(told.finding), m.number);
    lines.push(findingWords(told, words));
    if (formula !== "") lines.push(`    ${formula} = ${m.number(told.finding.value)}`);
  }
  lines.push(nothingWords(diagnosis, answer, words));
  return `${lines
    .filter((one) => one !== "")
    .map((one) => shown(one))
    .join("\n")}\n`;
}
