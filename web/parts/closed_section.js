/** One of the closed sections below the derivation; which of them are open, the page may keep. */
import { html, nothing } from "lit";

/** @typedef {import("./view.js").View} View */

/**
 * @param {string} id
 * @param {string} label
 * @param {() => unknown} content drawn while the section is open
 * @param {View} view
 */
export function closedSection(id, label, content, { open, act }) {
  const toggled = (/** @type {Event} */ event) =>
    act.unfold(id, /** @type {HTMLDetailsElement} */ (event.currentTarget).open);
  return html`<details class="more" ?open=${open.has(id)} @toggle=${toggled}>
    <summary>${label}</summary>
    <div class="more-body">${open.has(id) ? content() : nothing}</div>
  </details>`;
}
