/** What only the command says, in each language: no page loads it. */
import { commandMessages as english } from "../messages/en/command.js";
import { solveMessages as englishSolving } from "../messages/en/solve.js";
import { versusMessages as englishVersus } from "../messages/en/versus.js";
import { commandMessages as hindi } from "../messages/hi/command.js";
import { solveMessages as hindiSolving } from "../messages/hi/solve.js";
import { versusMessages as hindiVersus } from "../messages/hi/versus.js";

/** @type {Record<string, typeof english>} */
const words = { en: english, hi: hindi };

/** @param {import("../messages/languages.js").Language} language */
export const commandWords = ({ id }) => words[id];

/** @type {Record<string, typeof englishSolving>} */
const solving = { en: englishSolving, hi: hindiSolving };

/** What is said of a size within a budget. @param {import("../messages/languages.js").Language} language */
export const solveWords = ({ id }) => solving[id];

/** @type {Record<string, typeof englishVersus>} */
const versus = { en: englishVersus, hi: hindiVersus };

/** What is said of two models side by side. @param {import("../messages/languages.js").Language} language */
export const versusWords = ({ id }) => versus[id];
