/** The whole of the element, part after part, in reading order. */
import { html, nothing } from "lit";
import { after } from "./after.js";
import { chooser } from "./chooser.js";
import { codeSection } from "./code_section.js";
import { derivation, wholeFormula } from "./derivation.js";
import { drawing } from "./drawing.js";
import { exampleList } from "./examples.js";
import { form, layersText } from "./form.js";
import { frameworks } from "./frameworks.js";
import { addressOf } from "./links.js";
import { pace } from "./pace.js";
import { copyButtons, summary } from "./summary.js";
import { tensors } from "./tensors.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {View} view
 * @param {string} announced what a screen reader is told
 */
export function article(view, announced) {
  const { m, framework, fading, steps } = view;
  return html`
    <div class="layout" lang=${m.language}>
      ${summary(view)}
      <div class="controls">${exampleList(view)} ${chooser(view)} ${form(view)}</div>
      <div class=${view.shown.has("text-first") ? "text-form first" : "text-form"}>${layersText(view)}</div>
      <section class="derivation" aria-label=${m.derivation}>
        <div class="told">
          ${wholeFormula(view)}
          <div class="toolbar">${copyButtons(view)} ${pace(view)}</div>
          ${derivation(view)}
        </div>
        ${fading.open ? nothing : drawing(view)}
        <div class="rest">
          ${steps === undefined ? after(view) : nothing}
          ${fading.open ? nothing : html`<div class="mores">${tensors(view)} ${frameworks(view)} ${codeSection(view)}</div>`}
        </div>
      </section>
      <p class="postscript">${m.postscript(framework, m.unitNames)}</p>
      ${printed(view)}
      <div class="visually-hidden" aria-live="polite">${announced}</div>
    </div>
  `;
}

/** Nobody types a longer address. */
const mostTyped = 2000;

/**
 * Where the printed sheet came from.
 * @param {View} view
 */
function printed({ m, texts }) {
  const address = addressOf(texts);
  return address.length > mostTyped ? nothing : html`<p class="printed">${m.printed(address)}</p>`;
}
