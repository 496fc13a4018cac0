/**
 * How what was decided is spoken. A decision is a value without a language: the id of a sentence and what that speaks of. A
 * language has words for each id: a text, or a function of the same values, for its grammar.
 */

/**
 * What can be said in such words, by their ids.
 * @template W
 * @typedef {{ [Id in keyof W]: W[Id] extends (args: infer A) => string ? (unknown extends A ? { id: Id } : { id: Id } & A) : { id: Id } }[keyof W]} Said
 */

/**
 * The sentences one after the other.
 * @template {Record<string, any>} W
 * @param {W} words
 * @param {Said<W>[]} said
 * @returns {string}
 */
export function say(words, ...said) {
  return said.map(({ id, ...args }) => (typeof words[id] === "function" ? words[id](args) : words[id])).join(" ");
}
