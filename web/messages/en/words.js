/** Words and numbers that English sentences are made of. */

const grouping = new Intl.NumberFormat("en");

/** Stands where a number is missing. */
const box = "□";

/**
 * A number of any length, its digits in groups; what is no number stays as it is.
 * @param {string} text
 */
export function number(text) {
  return /^[0-9]+$/.test(text) ? grouping.format(BigInt(text)) : text;
}

/** @param {number} place */
export const ordinal = (place) => number(String(place));

/**
 * A size within a sentence; a box where it is not there.
 * @param {string | undefined} text
 */
export const size = (text = "") => number(text) || box;

/**
 * So many of a thing: "1 unit", "32 units".
 * @param {string | undefined} count
 * @param {string} thing
 */
export const several = (count, thing) => `${size(count)} ${count === "1" ? thing : `${thing}s`}`;

/**
 * Text that a reader typed, no longer than a sentence can bear.
 * @param {string | undefined} text
 */
export function short(text = "") {
  const letters = [...text.slice(0, 200)];
  return letters.length > 40 || text.length > 200 ? `${letters.slice(0, 39).join("")}…` : text;
}

/**
 * @param {string[]} words
 * @param {string} [last]
 */
export function list(words, last = "and") {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** @param {string} word */
export function article(word) {
  return /^(LSTM|RNN|[aeiou])/i.test(word) ? `an ${word}` : `a ${word}`;
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
