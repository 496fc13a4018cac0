/** A value that the reader fills in, checked while it is typed. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { isWhole } from "../telling/blanks.js";

/**
 * @param {string} path of the step that makes the value
 * @param {import("../telling/blanks.js").Blank} blank
 * @param {import("./view.js").View} view
 */
export function blank(path, { value, look, typed }, { m, act }) {
  const wrong = isWhole(typed, value);
  const fill = (/** @type {Event} */ event) => act.fill(path, /** @type {HTMLInputElement} */ (event.target).value);
  return html`<input class="blank" data-blank=${path} type="text" inputmode="numeric" autocomplete="off" size=${Math.max(4, value.length + 2)}
    aria-label=${m.blank} aria-invalid=${wrong ? "true" : "false"} .value=${live(typed)} @input=${fill} />
    ${wrong ? html`<span class="not-yet" role="status">${m.notYet(look)}</span>` : nothing}`;
}
