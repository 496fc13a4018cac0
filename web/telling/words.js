/** All that a derivation may need in a language: its words, and what says those of rare steps. */
import { firstWordsOf } from "../messages/languages.js";
import { withRareSteps } from "./steps.js";

/** @typedef {import("../messages/languages.js").Language} Language */
/** @typedef {import("../messages/languages.js").Messages} Messages */

/** English where the language cannot be had. @param {Language} language */
export const wordsOf = async (language) => completed(await firstWordsOf(language));

/**
 * Words with those that only some models need, wherever they are spoken, and what says them: once these are there, the same object has them.
 * @param {Messages} words
 */
export async function completed(words) {
  const [{ step, ...others }] = await Promise.all([words.rest(), withRareSteps()]);
  for (const kind of /** @type {const} */ (["titles", "sentences", "whys"]))
    Object.assign(words.step[kind], step[kind]);
  return Object.assign(words, others);
}
