/** How the steps are shown: all of them, or one by one, see pace_bar.js. */
import { html, nothing } from "lit";

/** @typedef {import("./view.js").View} View */

/** The ids of the button that begins, and of the one that goes on. */
export const beginButton = "one-by-one";
export const nextButton = "next-step";

/** Whether steps are still to come. @param {View} view */
export const isGoing = ({ steps, stepCount }) => steps !== undefined && steps < stepCount;

/** The button that begins. @param {View} view */
export function pace({ m, act, steps, stepCount }) {
  if (stepCount < 2) return nothing;
  return html`<button type="button" class="quiet pace" id=${beginButton} title=${m.paceKeys} ?hidden=${steps !== undefined} @click=${() => act.pace(1)}>${m.oneByOne}</button>`;
}
