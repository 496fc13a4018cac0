/** The sizes that a reader of course notes can change: the input's and every layer's. */
import { html, nothing } from "lit";
import { layersWords } from "../telling/model.js";
import { hasTimesteps, inputField, startsWithWords, timestepsField } from "./form.js";
import { placesOf } from "./names.js";
import { optionField } from "./places.js";
import { settle } from "./settling.js";
import { sizeField } from "./size_field.js";

/** @typedef {import("../parts/view.js").View} View */

/** @param {View} view @param {import("./layers_text.js").Item} item */
const argumentsOf = ({ catalog }, item) =>
  catalog.layers.find(({ cell }) => cell === item.cell)?.arguments.filter(({ required }) => required) ?? [];

/** The ids of the fields. @param {View} view */
export function sizesShown(view) {
  const own = view.layers.items.flatMap((item, index) =>
    argumentsOf(view, item).map(({ name }) => optionField(index, name)),
  );
  const ofInput = startsWithWords(view) ? [] : ["input"];
  return [...ofInput, ...(hasTimesteps(view) ? ["timesteps"] : []), ...own];
}

/** @param {View} view */
export function sizes(view) {
  const { m, layers } = view;
  const fields = layers.items.map((item, index) =>
    argumentsOf(view, item).map((argument) => sizeField(view, item, index, argument)),
  );
  const rows = layers.items.map((_, index) => {
    if (fields[index].length === 0) return nothing;
    if (layers.items.length === 1) return fields[index];
    const title = layersWords(...placesOf(view, index), m);
    return html`<div class="of-layer" role="group" aria-label=${title}><span class="of">${title}</span>${fields[index]}</div>`;
  });
  return html`<div class="sizes" part="controls" @transitionend=${settle}>${startsWithWords(view) ? nothing : inputField(view)}${timestepsField(view)}${rows}</div>`;
}
