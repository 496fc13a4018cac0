/**
 * The text of the layers, taken apart into items and written again. An edit rewrites the item that it is about and leaves the
 * rest of the text alone.
 */
import { toAscii, wellFormed } from "./digits.js";

/** @typedef {import("../engine.js").Written} Written */
/** @typedef {import("../engine.js").LayerFacts} LayerFacts */
/** @typedef {{ name: string, text: string }} Arg */
/** @typedef {{ name: string, cell: string, args: Arg[], start: number, end: number }} Item a layer in the text */
/** @typedef {{ text: string, items: Item[] }} LayersText */

/**
 * The items of `text` as they were typed. `written` is what the engine read, with ASCII digits.
 * @param {string} text
 * @param {Written[]} written
 * @returns {LayersText}
 */
export function takeApart(text, written) {
  const typed = (/** @type {import("../engine.js").WrittenArg} */ arg) => {
    const source = text.slice(arg.start, arg.end);
    const at = wellFormed(toAscii(source)).lastIndexOf(arg.text);
    return { name: arg.name, text: at < 0 ? arg.text : source.slice(at, at + arg.text.length) };
  };
  const items = written.map(({ name, cell, args, start, end }) => ({ name, cell, start, end, args: args.map(typed) }));
  return { text, items };
}

/**
 * Whether an argument is the word of a wrapper, not an option's value.
 * @param {Arg} arg
 */
export function isWrapper({ name, text }) {
  return name === "bidirectional" && !/^(true|false)?$/i.test(text.trim());
}

/**
 * Whether an argument is the word TimeDistributed, which goes around everything else.
 * @param {Arg} arg
 */
const isEveryStep = ({ name }) => name === "TimeDistributed";

/**
 * A value as it can stand between brackets and commas.
 * @param {string} text
 */
function quoted(text) {
  const clean = text === text.trim() && !/[(),="']/.test(text);
  return clean ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/**
 * The text of one layer. What can go without its name goes first and without it; empty values are left out.
 * @param {{ name: string, args: Arg[] }} item
 * @param {LayerFacts | undefined} facts
 */
export function writeItem({ name, args }, facts) {
  const wrapper = args.find(isWrapper);
  const everyStep = args.find(isEveryStep);
  let left = args.filter((arg) => arg !== wrapper && arg !== everyStep && arg.text !== "");
  /** @type {string[]} */
  const inner = [];
  for (const { name: option } of facts?.arguments.filter((argument) => argument.positional) ?? []) {
    const found = left.find((arg) => arg.name === option);
    if (found === undefined) break;
    inner.push(quoted(found.text));
    left = left.filter((arg) => arg !== found);
  }
  const outer = wrapper ? left.filter((arg) => arg.name === "merge_mode") : [];
  for (const arg of left) if (!outer.includes(arg)) inner.push(written(arg));
  const layer = `${quoted(name)}(${inner.join(", ")})`;
  const whole = wrapper ? `${quoted(wrapper.text)}(${[layer, ...outer.map(written)].join(", ")})` : layer;
  return everyStep ? `${quoted(everyStep.text)}(${whole})` : whole;
}

/** @param {Arg} arg */
function written({ name, text }) {
  return name === "" ? quoted(text) : `${quoted(name)}=${quoted(text)}`;
}

/**
 * Puts `source` in the place of [start, end), and the items behind it where they are then.
 * @param {LayersText} layers
 * @param {number} start
 * @param {number} end
 * @param {string} source
 * @param {Item[]} items the items of the new text, those behind `end` with their old places
 * @returns {LayersText}
 */
function splice({ text }, start, end, source, items) {
  const shift = source.length - (end - start);
  const moved = (/** @type {Item} */ item) =>
    item.start >= end ? { ...item, start: item.start + shift, end: item.end + shift } : item;
  return { text: text.slice(0, start) + source + text.slice(end), items: items.map(moved) };
}

/**
 * @param {LayersText} layers
 * @param {number} index
 * @param {Item} item what stands there then
 * @param {LayerFacts | undefined} facts
 */
export function replaceItem(layers, index, item, facts) {
  const { start, end } = layers.items[index];
  const source = writeItem(item, facts);
  const replaced = splice(layers, start, end, source, layers.items);
  replaced.items[index] = { ...item, start, end: start + source.length };
  return replaced;
}

/**
 * @param {LayersText} layers
 * @param {number} index
 */
export function removeItem(layers, index) {
  const { items, text } = layers;
  const rest = items.filter((_, i) => i !== index);
  if (rest.length === 0) return { text: "", items: [] };
  if (index < items.length - 1) return splice(layers, items[index].start, items[index + 1].start, "", rest);
  return splice(layers, items[index - 1].end, text.length, "", rest);
}

/**
 * Exchanges two neighbours; what stands between them stays.
 * @param {LayersText} layers
 * @param {number} index of the first of the two
 */
export function swapItems({ text, items }, index) {
  const [first, second] = [items[index], items[index + 1]];
  const sources = [
    text.slice(second.start, second.end),
    text.slice(first.end, second.start),
    text.slice(first.start, first.end),
  ];
  const swapped = [...items];
  const middle = first.start + sources[0].length;
  swapped[index] = { ...second, start: first.start, end: middle };
  swapped[index + 1] = { ...first, start: middle + sources[1].length, end: second.end };
  return { text: text.slice(0, first.start) + sources.join("") + text.slice(second.end), items: swapped };
}

/**
 * @param {LayersText} layers
 * @param {{ name: string, cell: string, args: Arg[] }} item
 * @param {LayerFacts | undefined} facts
 */
export function addItem({ text, items }, item, facts) {
  const before = items.length === 0 ? "" : `${text.trimEnd()}, `;
  const source = writeItem(item, facts);
  const added = { ...item, start: before.length, end: before.length + source.length };
  return { text: before + source, items: [...items, added] };
}
