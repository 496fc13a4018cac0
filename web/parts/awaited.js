/**
 * The room that is kept for what is still to come, so that nothing below it moves then: lines as long as they usually are, not seen and
 * not read.
 */
import { html, nothing } from "lit";
import { hasScreen } from "../telling/exercise_kinds.js";
import { asksForSize } from "../telling/facts.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../element/attributes.js").Mode} Mode */

/** So many letters in short words. @param {number} letters */
const text = (letters) => "note ".repeat(letters / 5);

/** So many lines a layer usually has. */
const mostSteps = 4;

/** So much of a text is looked at, and so many of its layers get room. */
const most = { letters: 2000, layers: 20 };

/** The box for what a reader has, or the room for it. @param {View} view */
export const askRoom = (view) =>
  html`<div class="ask-room">${view.asking?.draw(/** @type {import("./view.js").SupplementView} */ (view))}</div>`;

/**
 * The field for a number that somebody got, or the room for it; nothing where the count is not told.
 * @param {View} view
 */
export const gotRoom = (view) =>
  view.outline.open || view.answer.total === ""
    ? nothing
    : html`<div class="got-room">${view.diagnosing?.draw(/** @type {import("./view.js").SupplementView} */ (view))}</div>`;

/**
 * A second model beside this one, or the room for it; nothing where none is asked for, or the count is not told.
 * @param {View} view
 */
export const versusRoom = (view) =>
  view.vs === "" || view.outline.open
    ? nothing
    : html`<div class="vs-room">${view.versus?.draw(/** @type {import("./view.js").SupplementView} */ (view))}</div>`;

/**
 * The question for a size within a budget, or the room for it.
 * @param {View} view
 */
export const budgetRoom = (view) =>
  view.budgeting
    ? view.budgeting.draw(/** @type {import("./view.js").SupplementView} */ (view))
    : view.answer.problems.some(asksForSize)
      ? html`<div class="budget-room"></div>`
      : nothing;

/** So many layers are drawn at most. */
const mostDrawn = 4;

/**
 * What stands beside the picture, or above it, and the room for that.
 * @param {unknown} told
 * @param {number} layers that are drawn
 * @param {unknown} [picture]
 */
const roomBeside = (told, layers, picture) =>
  html`<div class="beside">${told}<div class="picture-room"><div aria-hidden="true">${lines(Math.max(18, 2 + 13 * Math.min(mostDrawn, layers)))}</div>${picture}</div></div>`;

/**
 * The steps with the picture, or with the room for it, where it is asked for; without one where the count is not told.
 * @param {unknown} steps
 * @param {View} view
 */
export function pictured(steps, view) {
  const { mode, outline, answer, later } = view;
  if (mode.picture === "none" || outline.open) return steps;
  const { layers, runs } = answer;
  const drawn = runs.filter(({ like, first }) => like < 0 && layers[first].weights.length > 0).length;
  return roomBeside(
    steps,
    Math.max(1, drawn),
    later?.drawingBeside(/** @type {import("./view.js").SupplementView} */ (view)),
  );
}

/** How many layers a text seems to have. @param {string} layers */
const layersIn = (layers) =>
  Math.min(most.layers, [...layers.slice(0, most.letters).matchAll(/\b\w{1,40}\s{0,8}\((?=[\s\w=]*[\d?])/g)].length);

/** @param {number[]} letters of each sentence, which has a question behind it */
const sentences = (letters) =>
  html`<div class="awaited sentences" aria-hidden="true">${letters.map((count) => html`<div><p>${text(count)}</p><small>${text(10)}</small></div>`)}</div>`;

/**
 * What a widget will say of other frameworks.
 * @param {View} view
 */
export function awaitedDifferences({ answer, comparisons, mode, steps }) {
  if (mode.compare === "none" || answer.total === "" || steps !== undefined) return nothing;
  const several = answer.layers.length > 1;
  const totals = comparisons
    .filter(({ sign }) => sign === "more" || sign === "fewer")
    .map(({ total, sign, terms }) => {
      const more = several ? 75 + terms[0].numbers.text.length : 72;
      return [total, sign === "more" ? more : several ? 85 : 64];
    });
  return sentences([...new Map(/** @type {[string, number][]} */ (totals)).values()]);
}

/**
 * A widget's, by its attributes.
 * @param {{ layers: string, fade: string, vs: string, textContent: string | null }} element
 * @param {Mode} mode
 */
export function awaitedWidget({ layers, fade, vs, textContent }, { controls, steps, compare, ask, picture, exercise }) {
  if (controls === "all") return html`<div class="awaited screen"></div>`;
  const written = layersIn(layers);
  if (written === 0) return nothing;
  if (steps === "line")
    return html`<span class="awaited" aria-hidden="true">${text(Math.max(0, 25 + 35 * written - (textContent?.length ?? 0)))}</span>`;
  const times = Number(/num_layers\s*=\s*([23])/.exec(layers)?.[1] ?? 1);
  const count = Math.min(most.layers, written * times);
  const several = count > 1;
  if (hasScreen(exercise))
    return html`<div class="awaited box" aria-hidden="true">${lines(exercise === "total" ? 10 : 3 + 17 * count)}</div>`;
  const title = several ? html`<p>note</p>` : nothing;
  const list = (/** @type {number} */ steps) =>
    html`${title}<ol>${Array.from({ length: steps }, () => html`<li><b>${text(15)}</b> <i>${text(20)}</i></li>`)}</ol>`;
  const told =
    steps === "all"
      ? html`<div class="all">${Array.from({ length: count }, (_, place) => list(mostSteps + Number(place > 0)))}${several ? list(1) : nothing}</div>`
      : nothing;
  return html`<div class="awaited box" aria-hidden="true">
    ${ask === "all" ? html`<div class="ask-room"></div>` : nothing}
    ${layers.includes("?") ? html`<div class="budget-room"></div>` : nothing}
    ${vs === "" ? nothing : html`<div class="vs-room"></div>`}
    <p>note</p>
    ${controls === "sizes" ? html`<div class="fields"><i></i>${Array.from({ length: written }, () => html`<i class=${written > 1 ? "of" : ""}></i>`)}</div>` : nothing}
    <big>note</big>
    <i>${text(several ? 40 * count : fade === "" ? 80 : 70)}</i>
    ${picture === "none" || fade !== "" ? told : roomBeside(told, written)}
    <div class="foot">${compare === "all" && fade === "" ? sentences([several ? 95 : 72]) : nothing}<p>note</p></div>
  </div>`;
}

/** @param {number} length */
const lines = (length) => Array.from({ length }, () => html`<br>`);

/** What is presented. */
export const stageRoom = html`<div class="awaited stage-room"></div>`;

/** A table of so many layers, with its head and its sum. @param {number} layers */
export const awaitedTable = (layers) =>
  html`<div class="awaited table" aria-hidden="true">${lines(Math.min(10, layers) + 2)}</div>`;
