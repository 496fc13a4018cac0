/**
 * What goes beyond the derivation: the picture beside it, the remarks and the closed sections below. The element loads this module
 * when the derivation stands.
 */
import { html, nothing, unsafeCSS } from "lit";
import drawingSheet from "../styles/drawing.css?inline";
import moreSheet from "../styles/more.css?inline";
import { after, differences } from "./after.js";
import { codeSection } from "./code_section.js";
import { drawing } from "./drawing.js";
import { frameworks } from "./frameworks.js";
import { tensors } from "./tensors.js";

export { svgFile } from "./svg_file.js";

export const styles = [drawingSheet, moreSheet].map((sheet) => unsafeCSS(sheet));

/** @param {import("./view.js").BeyondView} view */
export function beyond(view) {
  const { outline, steps, mode, answer } = view;
  if (mode.controls !== "all") {
    const some = mode.compare === "all" && mode.steps !== "line" && answer.total !== "" && steps === undefined;
    return some ? html`<div class="rest">${differences(view)}</div>` : html`<div class="rest"></div>`;
  }
  return html`
    ${outline.open ? nothing : drawing(view)}
    <div class="rest">
      ${steps === undefined ? after(view) : nothing}
      ${outline.open ? nothing : html`<div class="mores">${tensors(view)} ${mode.compare === "all" ? frameworks(view) : nothing} ${codeSection(view)}</div>`}
    </div>`;
}
