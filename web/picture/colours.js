/** The columns' colours, by `Weight.column`: classes that base.css and drawing.css know. Columns of several colours have none. */

/** @typedef {"previous" | "input" | "bias"} Colour */

/** @type {Record<string, Colour | undefined>} */
export const colours = {
  recurrent: "previous",
  input: "input",
  bias: "bias",
  "second bias": "bias",
  "bias + second bias": "bias",
};
