/** The text of the layers, taken apart for the fields of the form. What changes it is the engine's `edit`. */

/** @typedef {import("../engine.js").Written} Written */
/** @typedef {{ name: string, text: string }} Arg */
/** @typedef {{ name: string, cell: string, args: Arg[], start: number, end: number }} Item a layer in the text */
/** @typedef {{ text: string, items: Item[] }} LayersText */

/**
 * The items of `text` as they were typed; `written` is what the engine read. What a layer's name says (GravesLSTM: peepholes) has no
 * place of its own in the text.
 * @param {string} text
 * @param {Written[]} written
 * @returns {LayersText}
 */
export function takeApart(text, written) {
  const typed = (/** @type {import("../engine.js").WrittenArg} */ { name, value, text: said }) => ({
    name,
    text: unquoted(text.slice(value.start, value.end)) || said,
  });
  const items = written.map(({ name, cell, args, start, end }) => ({ name, cell, start, end, args: args.map(typed) }));
  return { text, items };
}

/** A value without its quotes. @param {string} source */
const unquoted = (source) => (/^["']/.test(source) ? source.slice(1, -1).replace(/\\(.)/gs, "$1") : source);

/**
 * The value of an option; "" where it was not given.
 * @param {Item} item
 * @param {string} option
 */
export const typedValue = (item, option) => item.args.find((arg) => arg.name === option)?.text ?? "";

/** Whether a layer reads both ways: by the option, or by its wrapper's own word. @param {Item} item */
export const readsBothWays = (item) =>
  item.args.some(({ name, text }) => name === "bidirectional" && text.trim() !== "" && !isOff(text));

/**
 * The layers as the form shows them while their new text can't be read: with the value that was just typed.
 * @param {LayersText} layers
 * @param {string} text
 * @param {import("../engine.js").Change} change
 * @returns {LayersText}
 */
export function withTyped({ items }, text, { layer, argument = "", value = "" }) {
  const args = (/** @type {Item} */ item) => [
    { name: argument, text: value },
    ...item.args.filter(({ name }) => name !== argument),
  ];
  return { text, items: items.map((item, index) => (index === layer ? { ...item, args: args(item) } : item)) };
}

/** Whether a flag is typed as false; ONNX writes 0. @param {string} text */
export const isOff = (text) => /^(false|0)$/i.test(text.trim());
