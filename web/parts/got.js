/** "Got another number?": the field below the total. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { unloaded } from "./unanswered.js";

/**
 * @typedef {{
 *   id: string, text: string, failed: boolean, loading: boolean,
 *   type: (text: string) => void, near: () => void, enter: () => void, retry: () => void,
 * }} Field `near`: the reader is about to use it; `enter`: what stands there is meant
 */

/**
 * @param {Field} field
 * @param {unknown} found how the number comes about
 * @param {import("./view.js").SupplementView} view
 */
export function gotField({ id, text, failed, loading, type, near, enter, retry }, found, { m }) {
  const typed = (/** @type {Event} */ { target }) => type(/** @type {HTMLInputElement} */ (target).value);
  return html`
    <div class="got">
      <label for=${id}>${m.ask.got}</label>
      <input id=${id} type="text" inputmode="decimal" autocomplete="off" size="12" .value=${live(text)}
        @focus=${near} @input=${typed} @change=${enter} />
      ${loading && !failed ? html`<span class="soft">${m.ask.loading}</span>` : nothing}
    </div>
    ${failed && text.trim() !== "" ? unloaded(m.ask.failed, m, retry) : found}
  `;
}
