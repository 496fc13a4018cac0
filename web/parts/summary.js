/** What it is and how many: the headline, the total, and what can be copied. */
import { html, nothing } from "lit";
import { modelWords } from "../telling/model.js";
import { unbroken } from "../text/words.js";
import { exampleMenu } from "./examples.js";
import { addressOf } from "./links.js";
import { menu } from "./menu.js";

/** @typedef {import("./view.js").View} View */

/** More digits than this need smaller ones, for a number never breaks. */
const manyDigits = 13;

/** @param {string} total */
function totalClass(total) {
  if (total === "") return "n asked";
  return total.length > manyDigits ? "n long" : "n";
}

/** What is counted, in a few words. @param {View} view */
export function name(view) {
  const { m, answer, catalog } = view;
  if (answer.layers.length > 0) return modelWords(answer, catalog, m);
  return answer.written.length > 0 ? m.noFramework : m.noLayers;
}

/**
 * The total; where it lacks that of a layer, what is counted of it, which is never told as if it were the total.
 * @param {View} view
 */
export function totalLine({ m, answer, outline }) {
  const { total, counted, layers } = answer;
  const isPart = !outline.open && counted !== "0" && layers.some((layer) => layer.total === "");
  const told = isPart ? `${m.number(counted)} + ?` : m.number(total);
  if (told === "" && !outline.open)
    return html`<p class="total" part="total"><b class="none"><span>${m.noTotalYet}</span></b></p>`;
  return html`<p class="total" part="total"><b class=${totalClass(isPart ? told : total)}>${told || "?"}</b> ${m.parametersWord(total)}</p>`;
}

/** How many of them are trained, where not all are. @param {View} view */
export const splitLine = ({ outline: { split } }) =>
  split === "" ? nothing : html`<p class="split">${unbroken(split)}</p>`;

/** @param {View} view */
export function summary(view) {
  const { m } = view;
  return html`
    <div class="summary">
      <div class="what">
        <h2>${unbroken(view.outline.headline || name(view))}</h2>
        ${exampleMenu(view)}
      </div>
      <div class="how-many">
        ${totalLine(view)}
        ${menu(m.copyMenu, copies(view), "button")}
      </div>
      ${shareRoom(view)}
    </div>
  `;
}

/** The bar of the layers' shares, or the room for it. @param {View} view */
const shareRoom = (view) =>
  view.answer.layers.length < 2
    ? nothing
    : html`<div class="shares-room">${view.later?.shareBar(/** @type {import("./view.js").SupplementView} */ (view))}</div>`;

/** @param {View} view */
function copies(view) {
  const { m, answer, copied, act, written, later } = view;
  const button = (
    /** @type {string} */ what,
    /** @type {string} */ label,
    /** @type {() => string | Promise<string>} */ text,
  ) =>
    html`<button type="button" class="copy" ?disabled=${answer.total === "" && what !== "link"} @click=${() => act.copy(what, text())}>${copied === what ? m.copied : label}</button>`;
  return html`
    <div class="copies">
      ${button("number", m.copyNumber, () => answer.total)}
      ${button("link", m.copyLink, () => addressOf(view))}
      ${button("latex", m.copyLatex, () => written("latex"))}
      ${button("markdown", m.copyMarkdown, () => written("markdown"))}
      ${later?.copiesOfLayers(/** @type {import("./view.js").SupplementView} */ (view)).map(({ id, label }) => button(id, label, () => written(id)))}
    </div>
  `;
}

/** What a browser does not let the page copy. @param {View} view */
export const copyByHand = ({ m, copyByHand: text }) =>
  text === ""
    ? nothing
    : html`<label class="by-hand">${m.copyByHand}<textarea id="by-hand" readonly rows="3" .value=${text}></textarea></label>`;
