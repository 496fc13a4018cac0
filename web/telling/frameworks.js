/** Frameworks in what is said: by name, the notes by "", for what they are called is a matter of language. */

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
 * A framework's words as the form has them: the input's field is called what the first layer calls it, unless that reads words.
 * @param {import("../engine.js").FrameworkFacts} framework
 * @param {string | undefined} first the kind of the first layer
 * @param {Catalog} catalog
 */
export function fieldWords({ words, cells }, first, { layers }) {
  const readsWords = layers.some(({ cell, reads_words }) => reads_words && cell === first);
  const own = readsWords ? undefined : cells.find(({ cell }) => cell === first)?.words;
  return own ? { ...words, input: own.input } : words;
}

/** @param {string[]} ids @param {Catalog} catalog */
export const namesOf = (ids, catalog) => ids.map((id) => nameOf(id, catalog));
