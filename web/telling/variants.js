/** The model of the form with one option said: for what other frameworks make of it. */

import { encode } from "../border/query.js";
import { applied } from "../form/edits.js";
import { typedValue } from "../form/layers_text.js";

/** @typedef {import("../form/layers_text.js").Item} Item */
/** @typedef {{ texts: import("../border/query.js").Texts, layers: import("../form/layers_text.js").LayersText, catalog: import("../engine.js").Catalog, engine: Pick<import("../engine.js").Engine, "compare" | "edit"> }} Form */

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
export function variantsOf({ texts, layers, catalog, engine }) {
  return counting.flatMap(([option, text]) => {
    const has = (/** @type {Item} */ item) => {
      const facts = catalog.layers.find(({ cell }) => cell === item.cell);
      return facts?.recurrent && facts.arguments.some(({ name }) => name === option);
    };
    const concerned = layers.items.filter(has);
    if (concerned.length === 0 || concerned.some((item) => typedValue(item, option) !== "")) return [];
    const { edits } = engine.edit(encode(texts), { kind: "set", argument: option, value: text });
    const recurrent = within(edits, concerned);
    return [{ option, text, texts: applied(texts, recurrent) }];
  });
}

/**
 * The edits that are about one of the layers; both stand from left to right.
 * @param {import("../engine.js").FieldEdit[]} edits
 * @param {Item[]} items
 */
function within(edits, items) {
  let at = 0;
  return edits.filter(({ start, end }) => {
    while (items[at] && items[at].end < end) at++;
    return items[at] && items[at].start <= start;
  });
}
