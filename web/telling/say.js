/**
 * How what was decided is spoken. A decision is a value without a language: the id of a sentence and what that speaks of. A
 * language has words for each id: a text, or a function of the same values, for its grammar.
 */

/**
 * What can be said in such words, by their ids.
 * @template W
 * @typedef {{ [Id in keyof W]: W[Id] extends (args: infer A) => string ? (unknown extends A ? { id: Id } : { id: Id } & A) : { id: Id } }[keyof W]} Said
 */

/** The words are among those that come when a model needs them: it is to be told again when they are there. */
export class NotSaid extends Error {}

/**
 * The sentences one after the other. Throws a NotSaid where a language's words for one of them are still to come.
 * @template {Record<string, any>} W
 * @param {W} words
 * @param {Said<W>[]} said
 * @returns {string}
 */
export function say(words, ...said) {
  return said
    .map(({ id, ...args }) => {
      const word = words?.[id];
      if (word === undefined) throw new NotSaid(String(id));
      return typeof word === "function" ? word(args) : word;
    })
    .join(" ");
}
