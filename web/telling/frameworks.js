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

/** @param {string[]} ids @param {Catalog} catalog */
export const namesOf = (ids, catalog) => ids.map((id) => nameOf(id, catalog));
