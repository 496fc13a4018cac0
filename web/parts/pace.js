/** How the steps are shown: all of them, or one by one. */
import { html, nothing } from "lit";
import { isTold } from "../telling/facts.js";

/** @typedef {import("./view.js").View} View */

/** The id of the button that goes on; it stays where it is, so that it keeps the focus. */
export const nextButton = "next-step";

/** @param {View} view */
export function pace({ m, answer, act, steps }) {
  if (!isTold(answer.layers)) return nothing;
  const oneByOne = steps !== undefined;
  const other = (/** @type {string} */ label, /** @type {-1 | "all"} */ by) =>
    oneByOne ? html`<button type="button" class="quiet" @click=${() => act.pace(by)}>${label}</button>` : nothing;
  return html`<div class="pace" role="group" aria-label=${m.pace}>
    ${other(m.previousStep, -1)}
    <button type="button" class="quiet" id=${nextButton} title=${m.paceKeys} @click=${() => act.pace(1)}>${oneByOne ? m.nextStep : m.oneByOne}</button>
    ${other(m.allSteps, "all")}
  </div>`;
}
