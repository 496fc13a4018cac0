/**
 * The room that is kept for what is still to come, so that nothing below it moves then: lines as long as they usually are, not seen and
 * not read.
 */
import { html, nothing } from "lit";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../element/attributes.js").Mode} Mode */

/** So many letters in short words. @param {number} letters */
const text = (letters) => "note ".repeat(letters / 5);

/** So many lines a layer usually has. */
const mostSteps = 4;

/** So much of a text is looked at, and so many of its layers get room. */
const most = { letters: 2000, layers: 20 };

/** How many layers a text seems to have. @param {string} layers */
const layersIn = (layers) =>
  Math.min(most.layers, [...layers.slice(0, most.letters).matchAll(/\b\w{1,40}\s{0,8}\((?=[\s\w=]*\d)/g)].length);

/** @param {number[]} letters of each sentence, which has a question behind it */
const sentences = (letters) =>
  html`<div class="awaited sentences" aria-hidden="true">${letters.map((count) => html`<div><p>${text(count)}</p><small>${text(10)}</small></div>`)}</div>`;

/**
 * What a widget will say of other frameworks.
 * @param {View} view
 */
export function awaitedDifferences({ answer, comparisons, catalog, mode, steps }) {
  if (mode.compare === "none" || answer.total === "" || steps !== undefined) return nothing;
  const several = answer.layers.length > 1;
  const featured = catalog.frameworks.filter((one) => one.featured).map(({ id }) => id);
  const totals = comparisons
    .filter(({ framework, sign }) => featured.includes(framework) && ["more", "fewer"].includes(sign))
    .map(({ total, sign, terms }) => {
      const more = several ? 75 + terms[0].numbers.text.length : 72;
      return [total, sign === "more" ? more : several ? 85 : 64];
    });
  return sentences([...new Map(/** @type {[string, number][]} */ (totals)).values()]);
}

/**
 * A widget's, by its attributes.
 * @param {{ layers: string, fade: string, textContent: string | null }} element
 * @param {Mode} mode
 */
export function awaitedWidget({ layers, fade, textContent }, { controls, steps, compare }) {
  if (controls === "all") return html`<div class="awaited screen"></div>`;
  const written = layersIn(layers);
  if (written === 0) return nothing;
  if (steps === "line")
    return html`<span class="awaited" aria-hidden="true">${text(Math.max(0, 25 + 35 * written - (textContent?.length ?? 0)))}</span>`;
  const times = Number(/num_layers\s*=\s*([23])/.exec(layers)?.[1] ?? 1);
  const count = Math.min(most.layers, written * times);
  const several = count > 1;
  const title = several ? html`<p>note</p>` : nothing;
  const list = (/** @type {number} */ steps) =>
    html`${title}<ol>${Array.from({ length: steps }, () => html`<li><b>${text(15)}</b> <i>${text(20)}</i></li>`)}</ol>`;
  return html`<div class="awaited box" aria-hidden="true">
    <p>note</p>
    ${controls === "sizes" ? html`<div class="fields"><i></i>${Array.from({ length: written }, () => html`<i class=${written > 1 ? "of" : ""}></i>`)}</div>` : nothing}
    <big>note</big>
    <i>${text(several ? 40 * count : 48)}</i>${several ? nothing : html`<i>note</i>`}
    ${steps === "all" ? html`<div class="all">${Array.from({ length: count }, (_, place) => list(mostSteps + Number(place > 0)))}${several ? list(1) : nothing}</div>` : nothing}
    <div class="foot">${compare === "all" && fade === "" ? sentences([several ? 95 : 72]) : nothing}<p>note</p></div>
  </div>`;
}

/** A table of so many layers, with its head and its sum. @param {number} layers */
export const awaitedTable = (layers) =>
  html`<div class="awaited table" aria-hidden="true">${Array.from({ length: Math.min(10, layers) + 2 }, () => html`<br>`)}</div>`;
