/** The model of the form with its layers changed: for links to it. */
import { replaceItem } from "./layers_text.js";

/** @typedef {import("./layers_text.js").Item} Item */

/**
 * @param {{ texts: import("./query.js").Texts, layers: import("./layers_text.js").LayersText, catalog: import("../engine.js").Catalog }} form
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
