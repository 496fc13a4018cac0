// All words of a language, for the tests: those of the derivation, those of what supplements it, those of a pasted text, and the command's.
import { commandWords } from "../../web/command/words.js";
import { languageOf } from "../../web/messages/languages.js";
import { wordsOf } from "../../web/telling/words.js";

/** @param {import("../../web/messages/languages.js").Language} language */
export async function allWordsOf(language) {
  const words = await wordsOf(language);
  const around = await words.supplements();
  const exercising = /** @type {any} */ (await around.exercising()); // in place of what loads it
  const asked = {
    ...(await around.solving()),
    ...(await around.comparing()),
    ...(await around.worksheets()),
    exercising,
  };
  const later = { ...around, ...asked, ...(await words.reading()) };
  return { ...words, ...later, command: commandWords(language) };
}

export const english = await allWordsOf(languageOf("en"));
