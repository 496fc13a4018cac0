/** The model of the form with one option said: for what other frameworks make of it. */

import { encode } from "../border/query.js";
import { applied } from "../form/edits.js";
import { typedValue } from "../form/layers_text.js";

/** @typedef {import("../form/layers_text.js").Item} Item */
/** @typedef {{ texts: import("../border/query.js").Texts, layers: import("../form/layers_text.js").LayersText, catalog: import("../engine.js").Catalog, engine: Pick<import("../engine.js").Engine, "compare" | "edit" | "explain"> }} Form */

/**
 * What can be said of recurrent layers that a framework does by default and another one may do otherwise: flags that are set by
 * default somewhere, and both their values where frameworks differ in them; what only one does by default is no question to all the
 * others. Whether it is trained changes no total.
 * @param {import("../engine.js").Catalog} catalog
 */
function countingOptions({ frameworks, layers }) {
  const recurrent = layers.filter((facts) => facts.recurrent);
  const flags = new Set(
    recurrent.flatMap((facts) =>
      facts.arguments.filter(({ name, kind }) => kind === "flag" && name !== "trainable").map(({ name }) => name),
    ),
  );
  const cells = frameworks.flatMap((framework) =>
    framework.cells.filter(({ cell }) => recurrent.some((facts) => facts.cell === cell)),
  );
  return [...flags].flatMap((name) => {
    const defaults = cells.flatMap(({ options }) =>
      options.filter((option) => option.name === name).map((option) => option.default),
    );
    const set = defaults.filter((usual) => usual === "true").length;
    if (set === 0) return [];
    // Of one kind of cell: that another kind has no bias by default is no difference between frameworks.
    const differ = recurrent.some(({ cell }) => {
      const own = cells.filter((one) => one.cell === cell).flatMap(({ options }) => options);
      return new Set(own.filter((option) => option.name === name).map((option) => option.default)).size > 1;
    });
    return ["true", "false"]
      .filter((text) => defaults.some((usual) => usual !== text) && (text === "false" || (set > 1 && differ)))
      .map((text) => [name, text]);
  });
}

/**
 * The model with one option of its recurrent layers said, where none of them says it.
 * @param {Form} form
 */
export function variantsOf({ texts, layers, catalog, engine }) {
  return countingOptions(catalog).flatMap(([option, text]) => {
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
