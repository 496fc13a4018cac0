/** What only the command says, in each language: no page loads it. */
import { commandMessages as english } from "../messages/en/command.js";
import { commandMessages as hindi } from "../messages/hi/command.js";

/** @type {Record<string, typeof english>} */
const words = { en: english, hi: hindi };

/** @param {import("../messages/languages.js").Language} language */
export const commandWords = ({ id }) => words[id];
