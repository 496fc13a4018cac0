/** What is wrong, said at its field, with repairs as buttons. */
import { html, nothing } from "lit";
import { inputWord, wordsAt } from "../telling/frameworks.js";
import { fixWords, moreWords, problemCount, problemWords } from "../telling/problems.js";
import { nameInLayer } from "./names.js";
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
const onlyAsks = (view, field, { code }) => code === "missing" && view.emptied === field;

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
  return html`<div class="message" id=${messageId(field)}>
    ${found.map((problem) => html`<p class=${onlyAsks(view, field, problem) ? "asks" : "wrong"}>${problemText(view, problem, field)}</p>`)}
  </div>`;
}

/**
 * The problems that stand at none of these fields.
 * @param {View} view
 * @param {string[]} fields
 */
export function otherProblems(view, fields) {
  const found = view.answer.problems.flatMap((problem) => {
    const field = fieldOf(problem, view);
    return fields.includes(field) ? [] : [html`<p class="wrong">${problemText(view, problem, field)}</p>`];
  });
  return found.length > 0 ? html`<div class="message">${found}${furtherProblems(view)}</div>` : furtherProblems(view);
}

/** How many more problems there are than are told. @param {View} view */
export function furtherProblems({ m, answer }) {
  const words = moreWords(answer, m);
  return words === "" ? nothing : html`<p class="message wrong">${words}</p>`;
}

/** @param {View} view @param {Problem} problem @param {string} field */
function problemText(view, problem, field) {
  const { m, catalog, answer, act } = view;
  const fixes = problem.args.fixes ?? [];
  return html`${problemWords(problem, catalog, wordsAt(problem, answer, catalog), m)}${fixes.map((fix) => {
    const words = fixWords(fix, catalog, m);
    return html` <button type="button" class="fix" aria-label=${fixName(words, view, field)} @click=${() => act.fix(fix, field)}>${words}</button>`;
  })}`;
}

/** The name of a repair: several fields may have the same. @param {string} words @param {View} view @param {string} field */
function fixName(words, view, field) {
  const { m, framework, layers, catalog } = view;
  const names = /** @type {Record<string, string>} */ ({
    framework: m.chooser,
    input: inputWord(framework, layers.items[0]?.cell, catalog),
    timesteps: "timesteps",
    layers: m.layersField,
  });
  const [, row, option] = /^layer-(\d+)-?(.*)$/.exec(field) ?? ["", "", names[field] ?? ""];
  const name = option === "" ? words : `${words}: ${option}`;
  return row === "" ? name : nameInLayer(name, view, Number(row));
}

/** @param {View} view */
export function linkProblems(view) {
  const { m, answer, act, fromLink } = view;
  if (!fromLink || answer.problems.length === 0) return nothing;
  const jump = (/** @type {Problem} */ problem) => act.jump(fieldOf(problem, view));
  return html`<p class="link-problems" role="status">
    ${m.linkProblems(problemCount(answer))}
    ${answer.problems.slice(0, 9).map((problem, index) => html`<button type="button" class="fix" @click=${() => jump(problem)}>${m.jump(index + 1)}</button> `)}
  </p>`;
}
