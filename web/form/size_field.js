/** A size of a layer, as a field: its units, an embedding's vocabulary, a rate. */
import { html, nothing } from "lit";
import { words as drawn } from "../text/words.js";
import { typedValue } from "./layers_text.js";
import { argumentPath, nameInLayer } from "./names.js";
import { numberField } from "./number_field.js";
import { optionField } from "./places.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("./layers_text.js").Item} Item */

/**
 * What sets an option of a layer.
 * @param {View} view
 * @param {number} layer
 */
export const setter =
  ({ act }, layer) =>
  (/** @type {string} */ argument, /** @type {string} */ value, /** @type {boolean} */ decision) =>
    act.edit({ kind: "set", layer, argument, value }, decision);

/**
 * @param {View} view
 * @param {Item} item
 * @param {number} index
 * @param {import("../engine.js").ArgumentFacts} argument
 */
export function sizeField(view, item, index, { name, kind }) {
  const { m, catalog, framework } = view;
  const facts = catalog.layers.find(({ cell }) => cell === item.cell);
  const units = name === "units" && facts?.group === "recurrent";
  const called = framework.cells.find(({ cell }) => cell === item.cell)?.words;
  const words = called ?? framework.words;
  const label = { units: words.units, vocabulary: called?.input ?? "" }[name] || name;
  return numberField(view, {
    id: optionField(index, name),
    label,
    name: nameInLayer(label, view, index),
    value: typedValue(item, name),
    role: units ? "previous" : "",
    hint: units ? html`<span class="on-focus">${drawn(m.unitsHint(framework.words.previous))}</span>` : nothing,
    steps: kind === "size",
    digits: kind !== "tuple",
    origin: argumentPath(view.answer, index, name),
    change: (text) => setter(view, index)(name, text, false),
  });
}
