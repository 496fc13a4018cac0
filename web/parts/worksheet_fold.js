/** Worksheets of the exercise on screen and their key, to be printed or copied: folded until it is asked for, and no answer in it. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { unbroken } from "../text/words.js";
import { copyByHand } from "./summary.js";

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../messages/languages.js").ExercisingMessages["sheets"]} Words */
/** @typedef {"sheets" | "keys"} SheetPart */

/** What they can be had as: printed, or as a text to be copied. */
export const ways = /** @type {const} */ (["print", "latex", "markdown", "html"]);
/** @typedef {typeof ways[number]} Way */

/**
 * @typedef {{
 *   versions: string, seeds: string[], onScreen: string, way: Way, ready: boolean, failed: unknown, done: string, byHand: string, refused: boolean,
 *   unfold: (open: boolean) => void, ask: (versions: string) => void, choose: (way: Way) => void, take: (part: SheetPart) => void, save: () => void,
 * }} Sheets `versions`: how many, or which, as it was typed; `seeds`: of these, "" for the model's own numbers, none where so many there are not; `onScreen`: the seed of the numbers on screen; `ready`: what
 * writes them is there; `failed`: what is said where it could not be had; `done`: the button that has just copied; `byHand`: a worksheet that the
 * clipboard did not take; `refused`: it did not take a key, which is never shown
 */

/** What the numbers of the versions are, or that so many there are not. @param {Sheets} sheets @param {Words} words */
function note({ seeds, onScreen }, words) {
  if (seeds.length === 0) return words.wrong;
  if (seeds[0] === "") return words.shown;
  return seeds.length === 1 && seeds[0] === onScreen
    ? words.one({ seed: seeds[0] })
    : words.many({ first: seeds[0], last: seeds[seeds.length - 1] });
}

/** @param {Sheets} sheets @param {View} view @param {Words} words */
export function worksheetFold(sheets, view, words) {
  const { m } = view;
  const { versions, seeds, way, ready, done, refused } = sheets;
  const printed = way === "print";
  const toggled = (/** @type {Event} */ event) =>
    sheets.unfold(/** @type {HTMLDetailsElement} */ (event.currentTarget).open);
  const choiceOf = (/** @type {Event} */ event) =>
    /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
  const button = (/** @type {SheetPart} */ part) =>
    html`<button type="button" class="copy" ?disabled=${!ready || seeds.length === 0} @click=${() => sheets.take(part)}>${done === part ? m.copied : (printed ? words.print : words.copy)[part]}</button>`;
  return html`<details class="more sheets" @toggle=${toggled}>
    <summary>${words.title}</summary>
    <div class="more-body">
      <div class="sheets-asked">
        <label>${words.versions} <input id="versions" type="text" inputmode="numeric" autocomplete="off" size="5" .value=${live(versions)}
          aria-invalid=${seeds.length === 0 ? "true" : "false"} aria-describedby="versions-note" @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()} @input=${(/** @type {Event} */ event) => sheets.ask(choiceOf(event))} /></label>
        <label>${words.as} <select id="way" @change=${(/** @type {Event} */ event) => sheets.choose(/** @type {Way} */ (choiceOf(event)))}>${ways.map((one) => html`<option value=${one} ?selected=${one === way}>${words.ways[one]}</option>`)}</select></label>
        <span class="sheets-taken">${button("sheets")} ${button("keys")}</span>
      </div>
      <p class=${seeds.length === 0 ? "hint wrong" : "hint"} id="versions-note" role="status">${unbroken(note(sheets, words))}</p>
      ${sheets.failed || nothing}
      ${copyByHand({ ...view, copyByHand: sheets.byHand })}
      ${refused ? html`<p class="hint" role="status">${words.refused} <button type="button" class="copy" id="save-key" @click=${sheets.save}>${words.save}</button></p>` : nothing}
    </div>
  </details>`;
}
