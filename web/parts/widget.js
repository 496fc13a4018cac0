/**
 * The element as it stands in course notes: compact, without headings of its own, for they would break the host's outline.
 */

import { html, nothing } from "lit";
import { otherProblems } from "../form/problems.js";
import { sizes, sizesShown } from "../form/widget_sizes.js";
import { frameworkName } from "../telling/frameworks.js";
import { unbroken } from "../text/words.js";
import { askRoom, awaitedDifferences, budgetRoom, gotRoom, pictured, versusRoom } from "./awaited.js";
import { exerciseEnd, exerciseHead, worksheetHead } from "./blanks.js";
import { wholeFormula } from "./derivation.js";
import { end, numbers } from "./formula.js";
import { openLink } from "./links.js";
import { name, splitLine, totalLine } from "./summary.js";
import { widgetSteps } from "./widget_steps.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {View} view
 * @param {string} announced what a screen reader is told
 * @param {unknown} differences what other frameworks count, as soon as that is there
 */
export function widget(view, announced, differences) {
  const { m, mode, framework, shown } = view;
  if (mode.steps === "line" && !shown.has("steps")) return line(view);
  const fields = mode.controls === "sizes";
  return html`
    <div class="widget" part="widget" role="group" aria-label=${name(view)} lang=${m.language}>
      ${worksheetHead(view)}
      ${mode.ask === "all" ? askRoom(view) : nothing}
      <div class="named"><p class="name">${unbroken(name(view))}</p> <span class="as">${frameworkName(framework, m)}</span></div>
      ${fields ? sizes(view) : nothing}
      ${otherProblems(view, fields ? sizesShown(view) : [])}
      ${totalLine(view)}
      ${splitLine(view)}
      ${budgetRoom(view)} ${versusRoom(view)}
      ${mode.ask === "all" || view.got !== "" ? gotRoom(view) : nothing}
      ${wholeFormula(view)}
      ${exerciseHead(view)}
      ${pictured(mode.steps === "none" ? nothing : widgetSteps(view), view)}
      ${exerciseEnd(view)}
      <div class="foot">${differences ?? awaitedDifferences(view)} ${openLink(view)}</div>
      <div class="visually-hidden" aria-live="polite">${announced}</div>
    </div>
  `;
}

/**
 * The whole formula within a sentence.
 * @param {View} view
 */
function line(view) {
  const { m, outline, act } = view;
  const formula = outline.line
    ? html`: <span class="formula numbers" part="formula">${outline.line.numbers.map((one) => numbers(one, view))} = ${end(outline.line.value, view)}</span>`
    : nothing;
  return html`<span class="widget line" part="widget" role="group" aria-label=${name(view)} lang=${m.language}><span class="name">${name(view)}</span>${formula}
    ${otherProblems(view, [])}
    <button type="button" class="quiet" @click=${() => act.show("steps")}>${m.steps}</button> ${openLink(view)}</span>`;
}
