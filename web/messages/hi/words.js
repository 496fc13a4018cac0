/** Words and numbers that Hindi sentences are made of. */
import { numbersOf } from "../numbers.js";

export { short } from "../numbers.js";
export const { number, ordinal, size, grouped } = numbersOf("hi-IN");

/**
 * Whether a count is one thing to the grammar: none is, too.
 * @param {string | undefined} count
 */
export const single = (count) => count === "0" || count === "1";

/**
 * So many of a thing that has an English name: "1 unit", "32 units".
 * @param {string | undefined} count
 * @param {string} thing
 * @param {string} [things]
 */
export const several = (count, thing, things = `${thing}s`) => `${size(count)} ${single(count) ? thing : things}`;

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The verb of so many.
 * @param {string | undefined} count
 */
export const are = (count) => (single(count) ? "है" : "हैं");

/**
 * @param {string[]} words
 * @param {string} [last]
 */
export function list(words, last = "और") {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

const numerals = ["शून्य", "एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ", "दस"];
/** @param {string} text */
export const numeral = (text) => (text.length < 3 ? (numerals[Number(text)] ?? text) : number(text));
/** All of so many: "चारों". @param {string} text */
export function all(text) {
  /** @type {Record<string, string>} */
  const together = { 2: "दोनों", 3: "तीनों", 4: "चारों", 5: "पाँचों" };
  return together[text] ?? `सभी ${numeral(text)}`;
}

/** @param {string} name "" for the notes */
export const frameworkName = (name) => name || "Notes";

/**
 * Frameworks in a row.
 * @param {string[]} names "" for the notes
 * @param {boolean} [more] there are more than these
 */
export const frameworkNames = (names, more = false) => list([...names.map(frameworkName), ...(more ? ["दूसरों"] : [])]);
