/** A field for a whole number: typed as text, one more and one less by button or arrow key. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { stepped } from "./digits.js";
import { isWrong, messageId, messages } from "./problems.js";

/** @typedef {import("../parts/view.js").View} View */

/**
 * @typedef {{
 *   id: string, label: string, name?: string, value: string, role?: string, hint?: unknown, placeholder?: string,
 *   steps?: boolean, digits?: boolean, origin?: string, change: (text: string) => void,
 * }} NumberField `name`: where others have the same label, one of its own that begins with it; `digits`: nothing but a number is typed
 */

/**
 * @param {View} view
 * @param {NumberField} field
 */
export function numberField(
  view,
  { id, label, name = label, value, role = "", hint, placeholder, steps = true, digits = true, origin, change },
) {
  const { m, act } = view;
  const step = (/** @type {number} */ by) => {
    const next = stepped(value, by);
    if (next !== value) change(next);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const up = event.key === "ArrowUp";
    if (!steps || (!up && event.key !== "ArrowDown") || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step((up ? 1 : -1) * (event.shiftKey ? 10 : 1));
  };
  /** @param {Event} event */
  const onInput = (event) => {
    const text = /** @type {HTMLInputElement} */ (event.target).value;
    act.empty(text === "" ? id : "");
    change(text);
  };
  /** While the steps are shown one by one, a letter typed by habit takes no number away. @param {InputEvent} event */
  const onBefore = (event) => {
    if (!steps || view.steps === undefined || event.inputType !== "insertText" || !/^\p{L}$/u.test(event.data ?? ""))
      return;
    event.preventDefault();
    act.refuse(id);
  };
  const button = (/** @type {string} */ sign, /** @type {string} */ what, /** @type {number} */ by) =>
    html`<button type="button" class="bump" aria-label=${what} @click=${() => step(by)}>${sign}</button>`;
  return html`
    <div class="field">
      <label for=${id} class=${role}>${label}</label>
      <span class="number">
        ${steps ? button("−", m.less(name), -1) : nothing}
        <input id=${id} aria-label=${name === label ? nothing : name} class=${role} data-origin=${origin ?? nothing} type="text" size=${Math.max(value.length, 1)} inputmode=${steps ? "numeric" : digits ? "decimal" : "text"} autocomplete="off" autocapitalize="off" spellcheck="false"
          placeholder=${placeholder || nothing} .value=${live(value)} aria-invalid=${isWrong(view, id) ? "true" : "false"} aria-describedby=${messageId(id)}
          @beforeinput=${onBefore} @input=${onInput} @keydown=${onKey} @blur=${() => act.leave(id)} />
        ${steps ? button("+", m.more(name), 1) : nothing}
      </span>
      ${messages(view, id, [hint, view.later?.askBudget(view, id, value)])}
    </div>
  `;
}
