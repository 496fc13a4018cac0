/** Where an exercise has its place: the values to fill in, the line above the steps, the line at their end. */
import { html, nothing } from "lit";
import { box } from "../messages/numbers.js";

/** @typedef {import("./view.js").View} View */

/** The id of the line above the steps. */
export const exerciseId = "exercise";

/**
 * @param {string} path of the step that makes the value
 * @param {import("../telling/blanks.js").Blank} left
 * @param {View} view
 */
export const blank = (path, left, view) => view.later?.blank(path, left, view) ?? html`${box}`;

/** Whether there is nothing to fill in, or nowhere. @param {View} view */
const hasNone = ({ outline, stepCount }) => outline.exercise.count === 0 || stepCount === 0;

/** @param {View} view */
export const worksheetHead = (view) => (hasNone(view) ? nothing : view.later?.paper(view));

/** @param {View} view */
export const exerciseHead = (view) =>
  hasNone(view) ? nothing : html`<div class="exercise" id=${exerciseId} tabindex="-1">${view.later?.head(view)}</div>`;

/** @param {View} view */
export const exerciseEnd = (view) => (hasNone(view) ? nothing : view.later?.end(view));
