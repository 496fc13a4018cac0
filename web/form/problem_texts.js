/** What is wrong, said at its field, with repairs as buttons. */
import { html, nothing } from "lit";
import { asksForSize } from "../telling/facts.js";
import { inputWord, wordsAt } from "../telling/frameworks.js";
import { fixWords, moreWords, problemCount, problemWords } from "../telling/problems.js";
import { nameInLayer } from "./names.js";
import { fieldOf } from "./places.js";
import { onlyAsks } from "./problems.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("../engine.js").Problem} Problem */

/**
 * The problems of a field.
 * @param {View} view
 * @param {Problem[]} found
 * @param {string} field
 */
export const problemTexts = (view, found, field) =>
  found.map(
    (problem) =>
      html`<p class=${onlyAsks(view, field, problem) ? "asks" : "wrong"}>${problemText(view, problem, field)}</p>`,
  );

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
  const wrong = answer.problems.filter((problem) => !asksForSize(problem));
  if (!fromLink || wrong.length === 0) return nothing;
  const jump = (/** @type {Problem} */ problem) => act.jump(fieldOf(problem, view));
  return html`<p class="link-problems" role="status">
    ${m.linkProblems(problemCount({ ...answer, problems: wrong }))}
    ${wrong.slice(0, 9).map((problem, index) => html`<button type="button" class="fix" @click=${() => jump(problem)}>${m.jump(index + 1)}</button> `)}
  </p>`;
}
