/** What is said of a language that an address asks for and that is not spoken here, on the page and in a frame. */
import { isSpoken, languages } from "../messages/languages.js";

/** More of it is not told. */
const longest = 40;

const names = languages.map(({ name }) => name);

/** @param {string} tag "" where none is asked for */
export const isUnknown = (tag) => tag !== "" && !isSpoken(tag);

/** @param {string} tag @param {import("../messages/languages.js").SupplementMessages["address"]} words */
export const unknownWords = (tag, words) => words.language({ text: tag.slice(0, longest), names });
