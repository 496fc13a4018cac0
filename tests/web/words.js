// All words of a language, for the tests: those of the derivation, those of what supplements it, and the command's.
import { commandWords } from "../../web/command/words.js";
import { languageOf, wordsOf } from "../../web/messages/languages.js";

/** @param {import("../../web/messages/languages.js").Language} language */
export async function allWordsOf(language) {
  const words = await wordsOf(language);
  return { ...words, ...(await words.supplements()), command: commandWords(language) };
}

export const english = await allWordsOf(languageOf("en"));
