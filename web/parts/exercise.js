/** An exercise: the values that the reader fills in, each checked when it is left, or rests, what is asked, and that it is done. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { lookOf, placeOf } from "../telling/looks.js";
import { layersWords } from "../telling/model.js";
import { say } from "../telling/say.js";
import { whenRested } from "./rested.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./view.js").SupplementView} SupplementView */
/** @typedef {import("../telling/blanks.js").Blank} Blank */

/** The exercise's own words are there with this module. @param {View} view */
const wordsOf = ({ m }) => /** @type {SupplementView["m"]} */ (m).exercise;

/** Every one of the blanks has a name of its own. @param {string} path @param {View} view */
function nameOf(path, view) {
  const { m, answer } = view;
  const { layer, step } = placeOf(path);
  const words = wordsOf(view);
  if (layer === 0) return words.sum;
  const name = say(words.blank, { id: "one", step });
  return answer.layers.length > 1 ? `${layersWords(layer, layer, m)}: ${name}` : name;
}

/**
 * @param {string} path of the step that makes the value
 * @param {Blank} blank
 * @param {View} view
 */
export function blank(path, { value, typed, right, wrong, given }, view) {
  const { m, act, answer } = view;
  const words = wordsOf(view);
  const fill = (/** @type {Event} */ event) => {
    act.fill(path, /** @type {HTMLInputElement} */ (event.target).value);
    whenRested(event, value, () => act.check(path));
  };
  const look = lookOf(path, answer);
  const several = answer.layers.length > 1;
  const hint = look.id === "steps" && several ? { ...look, id: /** @type {const} */ ("steps_here") } : look;
  const about =
    right || typed === "" ? undefined : view.exercising?.aboutValue(path, typed, /** @type {SupplementView} */ (view));
  return html`<input class="blank" data-blank=${path} data-origin=${path} type="text" inputmode="numeric" autocomplete="off" size=${Math.max(4, value.length + 2)}
    aria-label=${nameOf(path, view)} aria-invalid=${wrong ? "true" : "false"} ?readonly=${right} .value=${live(right ? m.number(value) : typed)}
    @input=${fill} @change=${() => act.check(path)} />
    <span class="verdict" role="status">${given ? nothing : right ? html`<span aria-hidden="true">✓</span><span class="visually-hidden">${words.right}</span>` : wrong ? (about ?? say(words.notYet, hint)) : nothing}</span>`;
}

/** The head of a worksheet, which is printed only. @param {View} view */
export function paper(view) {
  const { name, date } = wordsOf(view);
  return html`<p class="on-paper">${name} <span class="rule"></span> ${date} <span class="rule"></span></p>`;
}

/**
 * What shows all answers that are left: a tap by mistake only unfolds it.
 * @param {() => void} give
 * @param {View} view
 */
export function giving(give, view) {
  const words = wordsOf(view);
  return html`<details class="giving"><summary class="quiet">${words.give}</summary><p>${words.sure} <button type="button" class="quiet" @click=${give}>${words.giveAll}</button></p></details>`;
}

/** What is asked. @param {View} view */
export function head(view) {
  const { outline, act } = view;
  const words = wordsOf(view);
  if (outline.exercise.left === 0) return html`<p>${words.asked}</p>`;
  const give = () => {
    const steps = outline.parts.flatMap(({ steps }) => steps);
    const left = steps.flatMap(({ path, lines: { value } }) =>
      value.blank && !value.blank.right ? [[path, value.blank.value]] : [],
    );
    act.give(Object.fromEntries(left));
  };
  return html`<p>${words.asked} <span class="on-screen">${words.checked}</span></p>
    ${giving(give, view)}`;
}

/** That it is done. @param {View} view */
export function end(view) {
  const { count, left, given } = view.outline.exercise;
  const words = wordsOf(view);
  const done = { id: given > 0 ? /** @type {const} */ ("some") : /** @type {const} */ ("all"), count, given };
  return html`<p class="done" role="status">${left === 0 ? say(words.done, done) : nothing}</p>`;
}
