/** The model of the form with its layers changed: for links to it, and for what other frameworks make of it. */
import { typedValue, withOption } from "./items.js";
import { replaceItem } from "./layers_text.js";

/** @typedef {import("./layers_text.js").Item} Item */
/** @typedef {{ texts: import("./query.js").Texts, layers: import("./layers_text.js").LayersText, catalog: import("../engine.js").Catalog }} Form */

/**
 * @param {Form} form
 * @param {(item: Item) => Item} change
 */
export function withItems({ texts, layers, catalog }, change) {
  let changed = layers;
  layers.items.forEach((before, index) => {
    const item = change(before);
    const facts = catalog.layers.find(({ cell }) => cell === item.cell);
    if (item !== before) changed = replaceItem(changed, index, item, facts);
  });
  return { ...texts, layers: changed.text };
}

/** Options that some frameworks set otherwise by default, and with which they count otherwise. */
const counting = [
  ["reset_after", "true"],
  ["reset_after", "false"],
  ["bias", "false"],
];

/**
 * The model with one option of its recurrent layers said, where none of them says it.
 * @param {Form} form
 */
export function variantsOf(form) {
  const { layers, catalog } = form;
  return counting.flatMap(([option, text]) => {
    const has = (/** @type {Item} */ item) => {
      const facts = catalog.layers.find(({ cell }) => cell === item.cell);
      return facts?.recurrent && facts.arguments.some(({ name }) => name === option);
    };
    const concerned = layers.items.filter(has);
    if (concerned.length === 0 || concerned.some((item) => typedValue(item, option) !== "")) return [];
    const texts = withItems(form, (item) => (has(item) ? withOption(item, option, text) : item));
    return [{ option, text, texts }];
  });
}
