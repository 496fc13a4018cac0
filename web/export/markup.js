/** Texts as static markup, for what is no template: worked examples, documents, what a teacher pastes. */
import { cutNotation } from "../telling/notation.js";

/** Where a value is to be filled in, in a text. */
export const room = "______";

/** @type {Record<string, string>} */
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (sign) => entities[sign]);

/**
 * A sentence, with the notation in it raised or lowered.
 * @param {string} sentence
 */
export function prose(sentence) {
  const parts = cutNotation(sentence).map((part) => {
    if (typeof part === "string") return escaped(part);
    const tag = part.raised ? "sup" : "sub";
    return `<i>${escaped(part.letter)}</i><${tag}>${escaped(part.small)}</${tag}>`;
  });
  return parts.join("");
}
