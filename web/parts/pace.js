/** How the steps are shown: all of them, or one by one, with a bar that stays at the bottom of the view. */
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

/** The bar below the steps, while they are shown one by one. It is as it was at every step, so that a finger or the focus can stay. @param {View} view */
export function paceBar(view) {
  const { m, act, steps } = view;
  if (steps === undefined) return nothing;
  const button = (
    /** @type {string} */ label,
    /** @type {1 | -1 | "all"} */ by,
    /** @type {boolean} */ idle,
    /** @type {string} */ id = "",
  ) =>
    html`<button type="button" class="quiet" id=${id || nothing} aria-disabled=${idle ? "true" : nothing} title=${by === "all" ? nothing : m.paceKeys} @click=${() => act.pace(by)}>${label}</button>`;
  return html`<div class="pace-bar" role="group" aria-label=${m.pace}>
    ${button(m.previousStep, -1, steps === 1)}
    ${button(m.nextStep, 1, !isGoing(view), nextButton)}
    ${button(m.allSteps, "all", false)}
  </div>`;
}
