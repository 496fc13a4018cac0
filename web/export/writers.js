/** The documents' writers for a program that has no element; engine.js loads them when they are asked for. */
import { languageOf } from "../messages/languages.js";
import { wordsOf } from "../telling/words.js";
import { allWordsOf, documentOf, formats, layerFormats } from "./formats.js";

/**
 * @param {import("../engine.js").Engine} engine
 * @param {unknown} lang
 * @returns {Promise<import("../engine.js").Writers>}
 */
export async function writersOf(engine, lang) {
  const words = await allWordsOf(await wordsOf(languageOf(`${lang ?? ""}`)));
  return {
    formats: [...formats, ...layerFormats].map(({ id, ending }) => ({ id, ending })),
    render: (query, format) => documentOf(engine, query, format, words),
  };
}
