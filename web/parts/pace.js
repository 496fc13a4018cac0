/** The button that begins to present the derivation step by step, see stage.js. */
import { html, nothing } from "lit";
import { isTold } from "../telling/facts.js";

/** @typedef {import("./view.js").View} View */

/** The ids of the button that begins, and of the one that goes on. */
export const beginButton = "present";
export const nextButton = "next-step";

/** @param {View} view */
export function pace({ m, answer, act, stepCount }) {
  if (stepCount < 2 || !isTold(answer.layers)) return nothing;
  return html`<button type="button" class="quiet pace" id=${beginButton} title=${m.paceKeys} @click=${() => act.pace(1)}>${m.present}</button>`;
}
