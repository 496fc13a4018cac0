/** The whole of the element, part after part, in reading order. */
import { html, nothing } from "lit";
import { chooser } from "../form/chooser.js";
import { form, layersText } from "../form/form.js";
import { isTold, kindOf } from "../telling/facts.js";
import { askRoom, awaitedTable, budgetRoom, gotRoom, versusRoom } from "./awaited.js";
import { exerciseEnd, exerciseHead, worksheetHead } from "./blanks.js";
import { derivation, hasTable, wholeFormula } from "./derivation.js";
import { exampleList } from "./examples.js";
import { addressOf } from "./links.js";
import { pace } from "./pace.js";
import { copyByHand, splitLine, summary } from "./summary.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {View} view
 * @param {string} announced what a screen reader is told
 * @param {unknown} supplements what stands beside and below the steps, as soon as it is there
 */
export function article(view, announced, supplements) {
  const { m, framework, answer } = view;
  const told = isTold(answer.layers);
  return html`
    <div class="layout" lang=${m.language}>
      ${worksheetHead(view)}
      ${summary(view)} ${printed(view)}
      ${askRoom(view)}
      <div class="controls">${exampleList(view)} ${chooser(view)} ${form(view)}</div>
      <div class=${view.shown.has("text-first") ? "text-form first" : "text-form"}>${layersText(view)}</div>
      <section class="derivation" aria-label=${m.derivation}>
        <div class="told">
          ${budgetRoom(view)} ${versusRoom(view)}
          ${splitLine(view)}
          <div class="asides">${gotRoom(view)} ${view.exercising?.start(/** @type {import("./view.js").SupplementView} */ (view))} ${pace(view)}</div>
          ${told ? wholeFormula(view) : view.rest?.nothingYet(view)}
          ${layers(view)}
          ${copyByHand(view)}
          ${exerciseHead(view)}
          ${told && view.mode.steps === "all" ? derivation(view) : nothing}
          ${exerciseEnd(view)}
        </div>
        ${supplements ?? html`<div class="awaited screen"></div>`}
      </section>
      ${hasGates(view) ? html`<p class="postscript">${m.postscript(framework, m.unitNames)}</p>` : nothing}
      <div class="visually-hidden" aria-live="polite">${announced}</div>
    </div>
  `;
}

/** Whether there may be units in hidden gates: in a recurrent layer whose parts have names, or in one that is still to come. @param {View} view */
const hasGates = ({ answer: { layers }, catalog }) =>
  layers.length === 0 ||
  layers.some(
    (layer) => layer.like < 0 && kindOf(layer, catalog)?.recurrent && !layer.gates.some(({ role }) => role === "split"),
  );

/** The table of the layers, or the room for it. @param {View} view */
function layers(view) {
  const { later, answer } = view;
  if (!hasTable(view)) return nothing;
  const further = /** @type {import("./view.js").SupplementView} */ (view);
  return later ? later.layerTable(further) : awaitedTable(answer.layers.length);
}

/** Nobody types a longer address. */
const mostTyped = 2000;

/**
 * Where the printed sheet came from.
 * @param {View} view
 */
function printed(view) {
  const { m } = view;
  const address = addressOf(view);
  return address.length > mostTyped ? nothing : html`<p class="printed">${m.printed(address)}</p>`;
}
