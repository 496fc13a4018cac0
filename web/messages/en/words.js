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
  return /^(s?LSTM|MGU|RNN|[aeiou])/i.test(word) ? `an ${word}` : `a ${word}`;
}

const numerals = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** @param {string} text */
export const numeral = (text) => (text.length < 3 ? (numerals[Number(text)] ?? text) : number(text));
/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a framework's name is a plural. @param {string} name "" for the notes */
export const plural = (name) => name === "" || name.endsWith(" layers");

/** A framework at the head of a sentence. @param {string} name "" for the notes */
export const frameworkName = (name) => name || "The notes";

/**
 * Frameworks in a row, at the head of a sentence.
 * @param {string[]} names "" for the notes
 * @param {boolean} [more] there are more than these
 */
export function frameworkNames(names, more = false) {
  const called = names.map((name, place) => name || (place > 0 ? "the notes" : "The notes"));
  return list(more ? [...called, "others"] : called);
}
