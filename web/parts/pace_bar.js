/** The one control of the stage: at its lower edge, the same at every step, so that a finger or the focus can stay. */
import { html, nothing } from "lit";
import { nextButton } from "./pace.js";

/** @typedef {import("./view.js").SupplementView} View */

/**
 * @param {View} view
 * @param {{ layer: number, step: number } | undefined} within where among the steps of its layer the newest one stands, where there are several layers
 */
export function paceBar({ m, act, steps = 0, stepCount }, within) {
  const words = m.presenting;
  const shown = Math.min(steps, stepCount);
  const button = (
    /** @type {string} */ label,
    /** @type {import("../element/revealing.js").Pace} */ by,
    /** @type {boolean} */ idle,
    /** @type {string} */ key,
    /** @type {string} */ id = "",
  ) =>
    html`<button type="button" class="quiet" id=${id || nothing} aria-disabled=${idle ? "true" : nothing} aria-keyshortcuts=${key} title=${words.key(key)} @click=${() => idle || act.pace(by)}>${label}</button>`;
  return html`<div class="pace-bar" role="group" aria-label=${words.bar}>
    ${button(words.back, -1, shown <= 1, "p")}
    ${button(words.next, 1, shown >= stepCount, "n", nextButton)}
    <span class="count n">${within ? html`<span class="within">${words.within(within.layer, within.step)}</span> ` : nothing}<span>${words.step(shown, stepCount)}</span></span>
    <span class="others">
      ${button(words.all, "all", shown >= stepCount, "a")}
      ${document.fullscreenEnabled ? html`<button type="button" class="quiet full" @click=${fullScreen}>${words.full}</button>` : nothing}
      ${button(words.leave, "leave", false, "Escape")}
    </span>
  </div>`;
}

/** The stage on the whole screen, or back. @param {Event} event */
function fullScreen({ currentTarget }) {
  const stage = /** @type {Element} */ (currentTarget).closest(".stage");
  const refused = () => {}; // by a frame's host: the stage stays as large as it is
  stage?.toggleAttribute("data-stays", document.fullscreenElement !== null);
  if (document.fullscreenElement) document.exitFullscreen().catch(refused);
  else stage?.requestFullscreen().catch(refused);
}
