/** The bar of the steps one by one, which stays at the bottom of the view. */
import { html, nothing } from "lit";
import { isGoing, nextButton } from "./pace.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./view.js").SupplementView} SupplementView */

/** While the steps are shown so. At every step it is as it was, so that a finger or the focus can stay. @param {View} view */
export function paceBar(view) {
  const { act, steps } = view;
  const { m } = /** @type {SupplementView} */ (view); // its words come with this module
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
