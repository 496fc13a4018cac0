/** Words and numbers that English sentences are made of. */
import { numbersOf } from "../numbers.js";

export { short } from "../numbers.js";
export const { number, ordinal, size, grouped } = numbersOf("en");

/**
 * So many of a thing: "1 unit", "32 units".
 * @param {string | undefined} count
 * @param {string} thing
 * @param {string} [things]
 */
export const several = (count, thing, things = `${thing}s`) => `${size(count)} ${count === "1" ? thing : things}`;

/**
 * @param {string[]} words
 * @param {string} [last]
 */
export function list(words, last = "and") {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** @param {string} word */
export function article(word) {
  return /^(LSTM|MGU|RNN|[aeiou])/i.test(word) ? `an ${word}` : `a ${word}`;
}

const numerals = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** @param {string} text */
export const numeral = (text) => (text.length < 3 ? (numerals[Number(text)] ?? text) : number(text));
/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A framework at the head of a sentence.
 * @param {string} id
 * @param {import("../../engine.js").Catalog} [catalog]
 */
export function frameworkName(id, catalog) {
  if (id === "notes") return "The notes";
  return catalog?.frameworks.find((framework) => framework.id === id)?.name || capital(id);
}

/**
 * Frameworks in a row, at the head of a sentence.
 * @param {string[]} ids
 * @param {import("../../engine.js").Catalog} [catalog]
 * @param {boolean} [andOthers] there are more than these
 */
export function frameworkNames(ids, catalog, andOthers = false) {
  const names = ids.map((id, place) => (id === "notes" && place > 0 ? "the notes" : frameworkName(id, catalog)));
  return list(andOthers ? [...names, "others"] : names);
}
