/** How the steps are shown: all of them, or one by one, see pace_bar.js. */
import { html, nothing } from "lit";
import { isTold } from "../telling/facts.js";

/** @typedef {import("./view.js").View} View */

/** The ids of the button that begins, and of the one that goes on. */
export const beginButton = "one-by-one";
export const nextButton = "next-step";

/** Whether steps are still to come. @param {View} view */
export const isGoing = ({ steps, stepCount }) => steps !== undefined && steps < stepCount;

/** The button that begins. @param {View} view */
export function pace({ m, answer, act, steps, stepCount }) {
  if (stepCount < 2 || !isTold(answer.layers)) return nothing;
  return html`<button type="button" class="quiet pace" id=${beginButton} title=${m.paceKeys} ?hidden=${steps !== undefined} @click=${() => act.pace(1)}>${m.oneByOne}</button>`;
}
