/** Frameworks in what is said: by name, the notes by "", for what they are called is a matter of language. */
import { frameworkOf } from "./facts.js";

/** @typedef {import("../engine.js").Catalog} Catalog */

/** @param {string} id @param {Catalog} catalog */
export const nameOf = (id, { frameworks }) => frameworks.find((framework) => framework.id === id)?.name ?? id;

/**
 * What a framework is called where it stands alone.
 * @param {import("../engine.js").FrameworkFacts} framework
 * @param {import("../messages/languages.js").Messages} m
 */
export const frameworkName = ({ name }, m) => name || m.notes.name;

/**
 * Whether a kind of layer reads words: its vocabulary stands in the place of the input's size.
 * @param {string | undefined} cell
 * @param {Catalog} catalog
 */
export const readsWords = (cell, { layers }) => layers.some((layer) => layer.reads_words && layer.cell === cell);

/**
 * What the form calls the input's size: as the first layer does, unless that reads words.
 * @param {import("../engine.js").FrameworkFacts} framework
 * @param {string | undefined} first the kind of the first layer
 * @param {Catalog} catalog
 */
export const inputWord = ({ words, cells }, first, catalog) =>
  (!readsWords(first, catalog) && cells.find(({ cell }) => cell === first)?.words.input) || words.input;

/**
 * The framework's words where a problem stands, as the fields there have them.
 * @param {Pick<import("../engine.js").Problem, "key" | "start" | "end">} problem
 * @param {import("../engine.js").Answer} answer
 * @param {Catalog} catalog
 */
export function wordsAt({ key, start, end }, answer, catalog) {
  const framework = frameworkOf(answer, catalog);
  const { written } = answer;
  const layer = key === "layers" ? written.find((one) => one.start <= start && end <= one.end) : undefined;
  const own = framework.cells.find(({ cell }) => cell === layer?.cell)?.words;
  return {
    ...framework.words,
    units: own?.units ?? framework.words.units,
    input: layer && layer !== written[0] && own ? own.input : inputWord(framework, written[0]?.cell, catalog),
  };
}

/** @param {string[]} ids @param {Catalog} catalog */
export const namesOf = (ids, catalog) => ids.map((id) => nameOf(id, catalog));
