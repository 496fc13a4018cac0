/** The box at the top: whatever a reader has in hand goes into it, as it is. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { pastedExamples } from "../telling/pasted_examples.js";
import { menu } from "./menu.js";
import { unloaded } from "./unanswered.js";

/** @typedef {import("./view.js").SupplementView} View */

/**
 * @typedef {{
 *   text: string, failed: boolean, loading: boolean, dragged: boolean, undo: boolean, again: boolean,
 *   type: (text: string) => void, fill: (text: string) => void, take: (files: FileList | null | undefined) => void,
 *   near: () => void, retry: () => void, goBack: () => void, goOn: () => void,
 * }} Box
 * `failed`: what reads could not be loaded; `dragged`: a file is held over it; `undo`: what was read is on screen; `again`: it was, and
 * is not any more; `near`: the reader is about to use it
 */

/** The field's own id. */
export const askId = "ask";

/** Taller than this it scrolls. */
const mostLines = 12;

/** How many lines a text has, as far as that matters. @param {string} text */
function linesIn(text) {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines < mostLines; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** @param {View} view @param {Box} box */
function examples({ m }, box) {
  return html`<ul class="fills">${pastedExamples.map(
    ({ id, text }) =>
      html`<li><button type="button" class="as-link" @click=${() => box.fill(text)}>${m.ask.fill[id]}</button></li>`,
  )}</ul>`;
}

/**
 * @param {View} view
 * @param {Box} box
 * @param {unknown} read what was read of it
 */
export function askBox(view, box, read) {
  const { m } = view;
  const typed = (/** @type {Event} */ { target }) => box.type(/** @type {HTMLTextAreaElement} */ (target).value);
  const chosen = (/** @type {Event} */ { target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    box.take(input.files);
    input.value = "";
  };
  const button = (/** @type {string} */ label, /** @type {() => void} */ act) =>
    html`<button type="button" class="quiet" @click=${act}>${label}</button>`;
  return html`
    <section class=${box.dragged ? "ask dragged" : "ask"} aria-labelledby="ask-label">
      <div class="ask-box">
        <label id="ask-label" for=${askId}>${m.ask.label}</label>
        <textarea id=${askId} class=${box.text === "" ? "" : "filled"} rows=${linesIn(box.text)} autocapitalize="off" autocomplete="off" spellcheck="false" wrap=${box.text === "" ? nothing : "off"}
          .value=${live(box.text)} @focus=${box.near} @input=${typed}></textarea>
        <span class="hints wide" aria-hidden="true">${box.text === "" ? m.ask.placeholder : nothing}</span>
        <span class="hints narrow" aria-hidden="true">${box.text === "" ? m.ask.brief : nothing}</span>
        <label class="choose"><input type="file" @change=${chosen} @focus=${box.near} />${m.ask.choose}</label>
      </div>
      <div class="ask-foot">
        ${
          box.text === ""
            ? html`<div class="wide">${examples(view, box)}</div>${menu(m.ask.examples, examples(view, box))}`
            : html`<div class="ask-buttons">${box.undo ? button(m.ask.undo, box.goBack) : nothing}${box.again ? button(m.ask.again, box.goOn) : nothing}${button(m.ask.clear, () => box.fill(""))}</div>`
        }
        <span class="stays">${box.loading ? m.ask.loading : m.ask.stays}</span>
      </div>
      ${box.failed ? unloaded(m.ask.failed, m, box.retry) : read}
    </section>
  `;
}

/** What cannot be read as layers may be code. @param {import("./view.js").View} view */
export function asCode(view) {
  const { m, asking, texts } = /** @type {View} */ (view);
  if (!asking || texts.layers.trim() === "") return nothing;
  return html`<button type="button" class="fix" @click=${() => asking.fill(texts.layers)}>${m.ask.asCode}</button>`;
}
