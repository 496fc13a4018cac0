/** A sentence with a question behind it, closed at first: where the number comes from. */
import { html, nothing } from "lit";
import { words } from "../text/words.js";
import { cut } from "./formula.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {string} sentence
 * @param {string} reason
 * @param {unknown[]} lines formulas
 * @param {View} view
 * @param {string} [ref] what the sentence speaks of, as linking.js knows it
 */
export function sentenceWithWhy(sentence, reason, lines, { m }, ref = "") {
  return html`
    <div class="difference">
      <p data-ref=${ref || nothing}>${words(sentence)}</p>
      <details class="why">
        <summary data-ref=${ref || nothing} aria-label=${`${m.why} ${sentence}`}>${m.why}</summary>
        ${reason === "" ? nothing : html`<p>${words(reason)}</p>`}
        ${lines.map((line) => html`<span class="formula numbers">${typeof line === "string" ? cut(line) : line}</span> `)}
      </details>
    </div>
  `;
}
