/** Sentences, with the notation in them drawn. */
import { html } from "lit";
import { cutNotation } from "../telling/notation.js";

/** @param {string} sentence */
export function words(sentence) {
  return cutNotation(sentence).map((part) => {
    if (typeof part === "string") return part;
    const { letter, raised, small } = part;
    return raised ? html`<i>${letter}</i><sup>${small}</sup>` : html`<i>${letter}</i><sub>${small}</sub>`;
  });
}
