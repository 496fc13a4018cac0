/** A value that the reader fills in, checked while it is typed. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { isWhole } from "../state/fading.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {string} path of the step that makes the value
 * @param {View} view
 */
export function blank(path, { m, fading, act }) {
  const { value, look } = fading.blanks.get(path) ?? { value: "", look: 1 };
  const text = fading.typed.get(path) ?? "";
  const wrong = isWhole(text, value);
  const fill = (/** @type {Event} */ event) => act.fill(path, /** @type {HTMLInputElement} */ (event.target).value);
  return html`<input class="blank" data-blank=${path} type="text" inputmode="numeric" autocomplete="off" size=${Math.max(4, value.length + 2)}
    aria-label=${m.blank} aria-invalid=${wrong ? "true" : "false"} .value=${live(text)} @input=${fill} />
    ${wrong ? html`<span class="not-yet" role="status">${m.notYet(look)}</span>` : nothing}`;
}
