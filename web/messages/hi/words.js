/** Words and numbers that Hindi sentences are made of. */
import { numbersOf } from "../numbers.js";

export { short } from "../numbers.js";
export const { number, ordinal, size, grouped } = numbersOf("hi-IN");

/** A noun as subject or object, or before a postposition (का, की, के, को, में, से, पर). @typedef {"direct" | "oblique"} Case */

/** @param {string | undefined} count */
export const single = (count) => count === "1";

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
 * So many numbers.
 * @param {string | undefined} count
 * @param {Case} [grammatical]
 */
export function numbers(count, grammatical = "direct") {
  const many = grammatical === "oblique" ? "संख्याओं" : "संख्याएँ";
  return several(count, "संख्या", many);
}

/**
 * Each of so many, before a postposition; of a single one, itself.
 * @param {string | undefined} count
 * @param {string} thing in the oblique case
 * @param {string} [things] in the oblique case
 */
export const each = (count, thing, things) => several(count, thing, things) + (single(count) ? "" : " में से हर एक");

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

/** A framework at the head of a sentence. @param {string} name "" for the notes */
export const frameworkName = (name) => name || "Notes";

/** A framework within a sentence. @param {string} name "" for the notes */
export const frameworkWithin = (name) => name || "notes";

/**
 * Frameworks in a row, at the head of a sentence and in either case.
 * @param {string[]} names "" for the notes
 * @param {boolean} [more] there are more than these
 */
export function frameworkNames(names, more = false) {
  const [first, ...rest] = names;
  return list([frameworkName(first), ...rest.map(frameworkWithin), ...(more ? ["दूसरे frameworks"] : [])]);
}
