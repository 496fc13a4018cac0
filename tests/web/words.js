// All words of a language, for the tests: those of the derivation and those of what supplements it.
import { languageOf, wordsOf } from "../../web/messages/languages.js";

/** @param {import("../../web/messages/languages.js").Language} language */
export async function allWordsOf(language) {
  const words = await wordsOf(language);
  return { ...words, ...(await words.supplements()) };
}

export const english = await allWordsOf(languageOf("en"));
