/**
 * What goes beyond the derivation: the picture beside it, the remarks and the closed sections below. The element loads this module
 * when the derivation stands.
 */
import { html, nothing, unsafeCSS } from "lit";
import drawingSheet from "../styles/drawing.css?inline";
import moreSheet from "../styles/more.css?inline";
import { after } from "./after.js";
import { codeSection } from "./code_section.js";
import { drawing } from "./drawing.js";
import { frameworks } from "./frameworks.js";
import { tensors } from "./tensors.js";

export const styles = [drawingSheet, moreSheet].map((sheet) => unsafeCSS(sheet));

/** @param {import("./view.js").BeyondView} view */
export function beyond(view) {
  const { fading, steps } = view;
  return html`
    ${fading.open ? nothing : drawing(view)}
    <div class="rest">
      ${steps === undefined ? after(view) : nothing}
      ${fading.open ? nothing : html`<div class="mores">${tensors(view)} ${frameworks(view)} ${codeSection(view)}</div>`}
    </div>`;
}
