/** What is said of two models side by side, by the ids of telling/versus.js. */
import { list, number, several } from "./words.js";

/** @typedef {{ places: string[] }} At layers, by their numbers or from one to another; none where there is but one */
/** @typedef {At & { from: string, to: string }} FromTo */

/** @param {string[]} places */
const at = (places) =>
  places.length === 0 ? "" : ` in layer${places.length > 1 || places[0].includes("–") ? "s" : ""} ${list(places)}`;

/** @param {string} name "" for the notes */
const framework = (name) => name || "the notes";

export const versusMessages = {
  versus: {
    title: "Two models side by side",
    close: "Close the comparison",
    field: "Second model",
    /** Below that field. */
    hint: "The form changes the first model, the second one stays. Here it can be another: layers, a query or a link.",
    swap: "Change places",
    copy: "Copy the comparison",
    first: "first",
    second: "second",
    total: "total",
    difference: "difference",
    parameters: "parameters",
    /** @param {{ names: string[], totals: string[], more: string }} models `more`: that the second has, with a sign */
    sentence: ({ names, totals, more }) =>
      `${names[0]}: ${number(totals[0])} parameters. ${names[1]}: ${number(totals[1])}, ${more === "0" ? "as many" : more.startsWith("-") ? `${number(more.slice(1))} fewer` : `${number(more)} more`}.`,
    same: "Both are the same model.",
    way: "From the first to the second, one change after another:",
    order: "In another order, a change may make more or fewer. Their sum is the same.",
    unlike: "Their layers do not correspond to each other: only the totals can be compared.",
    /** What one step of the way changes. */
    change: {
      /** @param {{ from: string, to: string, why: string }} names */
      framework: ({ from, to, why }) => `${framework(to)} instead of ${framework(from)}${why && `: ${why}`}`,
      /** @param {FromTo} cells */
      cell: ({ from, to, places }) => `${to} instead of ${from}${at(places)}`,
      /** @param {FromTo & { matrices: string[], vectors: string[] }} cells `vectors`: the bias vectors, where that is not told by the matrices */
      cell_matrices: ({ from, to, places, matrices, vectors }) =>
        `${to} instead of ${from}${at(places)}: × ${number(matrices[1])} instead of × ${number(matrices[0])}${vectors.length > 0 ? `, ${several(vectors[1], "bias vector")} instead of ${number(vectors[0])}` : ""}`,
      /** @param {At} layers */
      both: ({ places }) => `both directions instead of one${at(places)}`,
      /** @param {At} layers */
      one: ({ places }) => `one direction instead of both${at(places)}`,
      /** @param {FromTo & { name: string }} option */
      option: ({ name, from, to, places }) => `${name} ${to} instead of ${from}${at(places)}`,
      /** @param {At & { name: string, value: string }} option that was not there before */
      set: ({ name, value, places }) => `${name} ${value}${at(places)}`,
      /** @param {At & { name: string, value: string }} option that is not there any more */
      unset: ({ name, value, places }) => `without ${name} ${value}${at(places)}`,
      /** @param {{ name: string }} layer */
      without: ({ name }) => `without ${name}`,
      /** @param {{ name: string }} layer */
      with: ({ name }) => `with ${name}`,
      rest: "all else that differs",
    },
    drawn: "Both drawn to one scale",
    /** @param {{ names: string[] }} layers */
    notDrawn: ({ names }) => `Too long or too small for this scale: ${list(names)}.`,
    noSecond: "The second model has no total:",
  },
};
