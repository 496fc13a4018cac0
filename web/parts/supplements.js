/**
 * What supplements the derivation: the picture beside it, the remarks and the closed sections below. The element loads this module
 * when the derivation stands.
 */
import { html, nothing, unsafeCSS } from "lit";
import { drawing } from "../picture/section.js";
import askSheet from "../styles/ask.css?inline";
import drawingSheet from "../styles/drawing.css?inline";
import equationsSheet from "../styles/equations.css?inline";
import exerciseSheet from "../styles/exercise.css?inline";
import layersSheet from "../styles/layer_table.css?inline";
import paceSheet from "../styles/pace.css?inline";
import moreSheet from "../styles/supplements.css?inline";
import { codeSection } from "./code_section.js";
import { comparisons, differences } from "./comparisons.js";
import { frameworks } from "./frameworks.js";
import { tensors } from "./tensors.js";

export { drawingBeside } from "../picture/section.js";
export { svgFile } from "../picture/svg_file.js";
export { besidesIn } from "../telling/around.js";
export { asCode } from "./ask.js";
export { askBudget } from "./ask_budget.js";
export { bothForms, equations } from "./equations.js";
export { blank, end, head, paper } from "./exercise.js";
export { gateAnswer } from "./gate.js";
export { copiesOfLayers, layerTable } from "./layer_table.js";
export { shareBar } from "./shares.js";
export { stage } from "./stage.js";

export const styles = [askSheet, drawingSheet, equationsSheet, moreSheet, layersSheet, exerciseSheet, paceSheet].map(
  (sheet) => unsafeCSS(sheet),
);

/** @param {import("./view.js").SupplementView} view */
export function supplements(view) {
  const { outline, mode, answer } = view;
  if (mode.controls !== "all") {
    const some = mode.compare === "all" && mode.steps !== "line" && answer.total !== "";
    return some ? html`<div class="rest">${differences(view)}</div>` : html`<div class="rest"></div>`;
  }
  return html`
    ${outline.open ? nothing : drawing(view)}
    <div class="rest">
      ${comparisons(view)}
      ${outline.open ? nothing : html`<div class="mores">${tensors(view)} ${mode.compare === "all" ? frameworks(view) : nothing} ${codeSection(view)}</div>`}
    </div>`;
}
