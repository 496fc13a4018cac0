/**
 * The derivation while it is presented: the steps that are told, the newest one large, and the picture as far as it goes, with the
 * control below. On the page it lies over all else and keeps the focus; within other pages it stands in the place of the widget.
 */
import { html, nothing } from "lit";
import { presented } from "../picture/presented.js";
import { partsShown } from "../telling/outline.js";
import { layerNow, toldParts } from "../telling/presenting.js";
import { unbroken } from "../text/words.js";
import { paceBar } from "./pace_bar.js";
import { stepItem } from "./step.js";
import { totalLine } from "./summary.js";

/** @typedef {import("./view.js").SupplementView} View */

/** What stands where there is something to use: a tap there is for that. */
const used = "a, button, input, select, textarea, summary, label, .n[tabindex]";

/**
 * A tap on the right half goes on, one on the left half back.
 * @param {MouseEvent} event
 * @param {View} view
 */
function tapped(event, { act }) {
  const { target, clientX, currentTarget } = event;
  if (!(target instanceof Element) || target.closest(used)) return;
  if (getSelection()?.type === "Range") return; // somebody marks a text
  const { left, width } = /** @type {Element} */ (currentTarget).getBoundingClientRect();
  event.stopPropagation();
  act.pace(clientX - left < width / 2 ? -1 : 1);
}

/** What is presented, if anything is. */
export function stage(/** @type {View} */ model) {
  const view = { ...model, presents: true };
  const { m, mode, outline, shown, steps, fills } = view;
  if (steps === undefined) return nothing;
  const parts = mode.controls === "all" ? partsShown(outline, shown.has("blocks")) : outline.parts;
  const told = toldParts(parts, steps);
  const drawn = presented({ ...view, cut: "matrix" }, layerNow(told));
  const last = told.at(-1);
  const several = view.answer.layers.length > 1 && last?.kind === "layer" && last.steps.length > 0;
  const within = several ? { layer: last.layer + 1, step: last.steps.length } : undefined;
  const sections = told.map(({ title, steps, layer, kind }) => {
    const head = title === "" ? nothing : html`<h3>${unbroken(title)}</h3>`;
    const items = html`<ol class="steps">${steps.map((step) => stepItem(step, view))}</ol>`;
    return html`<section class="layer" data-layer=${kind === "layer" ? layer : nothing}>${head}${steps.length > 0 ? items : nothing}</section>`;
  });
  const inner = html`
    <div class="stage-head"><h2 class="stage-name">${unbroken(outline.headline)}</h2>${totalLine(view)}</div>
    <div class="stage-body ${drawn === nothing ? "plain" : ""}">
      <div class="stage-steps" role="region" aria-label=${m.derivation} tabindex="0"><div aria-live="polite" aria-relevant="additions">${sections}</div></div>
      ${drawn === nothing ? nothing : html`<div class="stage-picture">${drawn}</div>`}
    </div>
    ${paceBar(view, within)}`;
  const tap = (/** @type {MouseEvent} */ event) => tapped(event, view);
  return fills
    ? html`<dialog class="presenter" aria-label=${m.presenting.stage} lang=${m.language}><div class="stage" @click=${tap}>${inner}</div></dialog>`
    : html`<div class="stage inline" role="group" aria-label=${m.presenting.stage} lang=${m.language} @click=${tap}>${inner}</div>`;
}
