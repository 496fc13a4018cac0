/** Where something is wrong in the form. What is said there comes when there is a problem: problem_texts.js. */
import { html, nothing } from "lit";
import { asksForSize } from "../telling/facts.js";
import { fieldOf } from "./places.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("../engine.js").Problem} Problem */

/**
 * @param {View} view
 * @param {string} field
 */
export function problemsAt(view, field) {
  return view.answer.problems.filter((problem) => fieldOf(problem, view) === field);
}

/**
 * Whether a field is to look wrong: one that was just emptied only asks.
 * @param {View} view
 * @param {string} field
 */
export function isWrong(view, field) {
  return problemsAt(view, field).some((problem) => !onlyAsks(view, field, problem));
}

/** @param {View} view @param {string} field @param {Problem} problem */
export const onlyAsks = (view, field, problem) =>
  asksForSize(problem) || (problem.code === "missing" && view.emptied === field);

/** @param {string} field */
export const messageId = (field) => `${field}-message`;

/**
 * The problems of a field, and a hint where there are none.
 * @param {View} view
 * @param {string} field
 * @param {unknown} [hint]
 */
export function messages(view, field, hint = nothing) {
  const found = problemsAt(view, field);
  if (found.length === 0 && view.refused === field)
    return html`<div class="message" id=${messageId(field)}><p class="asks" role="status">${view.m.onlyDigits}</p></div>`;
  if (found.length === 0) return html`<div class="message hint" id=${messageId(field)}>${hint}</div>`;
  return html`<div class="message" id=${messageId(field)}>${view.rest?.problemTexts(view, found, field)}</div>`;
}

/**
 * The problems that stand at none of these fields.
 * @param {View} view
 * @param {string[]} fields
 */
export const otherProblems = (view, fields) => view.rest?.otherProblems(view, fields) ?? nothing;

/** How many more problems there are than are told. @param {View} view */
export const furtherProblems = (view) => view.rest?.furtherProblems(view) ?? nothing;

/** @param {View} view */
export const linkProblems = (view) => view.rest?.linkProblems(view) ?? nothing;
