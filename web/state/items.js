/** What the form does to one layer: plain changes of its name and its arguments. */
import { isWrapper } from "./layers_text.js";

/** @typedef {import("./layers_text.js").Item} Item */
/** @typedef {import("../engine.js").LayerFacts} LayerFacts */

/** What a fresh layer starts with, where a layer before it does not say better. */
const usual = /** @type {Record<string, string>} */ ({ units: "32", rate: "0.5" });

/**
 * The value of an option; "" where it was not given.
 * @param {Item} item
 * @param {string} option
 */
export function typedValue(item, option) {
  return item.args.find((arg) => arg.name === option)?.text ?? "";
}

/**
 * The layer with an option set; an empty value takes it away.
 * @param {Item} item
 * @param {string} option
 * @param {string} text
 * @returns {Item}
 */
export function withOption(item, option, text) {
  if (option === "num_layers" && text !== "" && item.args.some(isWrapper))
    return withOption(unwrapped(item), option, text);
  const given = item.args.findIndex((arg) => arg.name === option);
  if (given < 0) return text === "" ? item : { ...item, args: [...item.args, { name: option, text }] };
  const args = item.args.map((arg, index) => (index === given ? { name: option, text } : arg));
  return { ...item, args: args.filter((arg, index) => index !== given || arg.text !== "") };
}

/**
 * A wrapper holds one plain layer; a stacked one says that it reads both ways by an option.
 * @param {Item} item
 * @returns {Item}
 */
function unwrapped(item) {
  return { ...item, args: item.args.map((arg) => (isWrapper(arg) ? { ...arg, text: "true" } : arg)) };
}

/** @param {Item} item */
export function readsBothWays(item) {
  return item.args.some((arg) => isWrapper(arg) || (arg.name === "bidirectional" && /^true$/i.test(arg.text.trim())));
}

/**
 * The layer reading the sequence both ways, or one way. A layer that is stacked can't be wrapped, so it gets the shorthand.
 * @param {Item} item
 * @param {boolean} both
 * @returns {Item}
 */
export function withBothWays(item, both) {
  const oneWay = item.args.filter((arg) => arg.name !== "bidirectional");
  if (!both) return { ...item, args: oneWay.filter((arg) => arg.name !== "merge_mode") };
  if (typedValue(item, "num_layers") !== "")
    return { ...item, args: [...oneWay, { name: "bidirectional", text: "true" }] };
  return { ...item, args: [{ name: "bidirectional", text: "Bidirectional" }, ...oneWay] };
}

/**
 * The layer with another cell. Options stay as they were typed; sizes that only the old cell needs go, and a size that the new
 * one needs is filled in where there is a usual one.
 * @param {Item} item
 * @param {LayerFacts | undefined} before
 * @param {LayerFacts} facts
 * @returns {Item}
 */
export function withCell(item, before, facts) {
  const needed = facts.arguments.filter((argument) => argument.required).map((argument) => argument.name);
  const unneeded = before?.arguments.filter((argument) => argument.required && !needed.includes(argument.name)) ?? [];
  let args = item.args.filter((arg) => !unneeded.some(({ name }) => name === arg.name));
  if (!facts.recurrent && before?.recurrent)
    args = args.filter((arg) => arg.name !== "bidirectional" && arg.name !== "merge_mode");
  for (const name of needed)
    if (usual[name] && !args.some((arg) => arg.name === name)) args = [...args, { name, text: usual[name] }];
  return { ...item, name: facts.names[0], cell: facts.cell, args };
}

/**
 * A layer to add: like the last recurrent one, or a plain one.
 * @param {Item[]} items
 * @param {LayerFacts[]} layers
 */
export function freshItem(items, layers) {
  const recurrent = layers.filter((layer) => layer.recurrent);
  const like = items.findLast((item) => recurrent.some((layer) => layer.cell === item.cell));
  if (like) return { ...like, args: like.args.filter((arg) => arg.name !== "num_layers") };
  return { name: recurrent[0].names[0], cell: recurrent[0].cell, args: [{ name: "units", text: usual.units }] };
}
