/** What is said in and under the picture, and in place of it, by the ids of telling/drawing.js. */
import { list, number, several } from "./words.js";

/** @typedef {import("../../picture/drawing.js").Part} Part */
/** @typedef {import("../../picture/drawing.js").Cut} Cut */
/** @typedef {import("../../telling/drawing.js").ColumnName} ColumnName */
/** @typedef {{ height: string, width: string, count: string }} Sides */
/** @typedef {{ name: ColumnName, width: string, only: string[] }} ColumnSaid `only`: the matrices that have it, none where all do */
/** @typedef {Sides & { units: string, columns: ColumnSaid[] }} Block */

/** @type {Record<string, string>} */
const partNames = {
  peepholes: "peepholes",
  normalization: "normalization",
  projection: "projection",
  unused: "never used",
  depthwise: "depthwise part",
  pointwise: "pointwise part",
  projections: "queries, keys and values",
  output_projection: "output projection",
  extra_key: "one more key and value",
  scale: "scales",
  initial_state: "initial state",
  slopes: "slopes",
};
/** @type {Record<ColumnName, string>} */
const columnNames = {
  previous: "previous activations",
  input: "input",
  bias: "bias",
  second_bias: "second bias",
  other: "",
};

/** @param {Sides} sides */
const rectangle = ({ height, width }) => `${number(height)} high and ${number(width)} wide`;

/** @param {Block["columns"]} columns */
const columnWidths = (columns) =>
  columns
    .map(
      ({ name, width, only }) =>
        `${number(width)} (${columnNames[name]}${only.length > 0 ? `, in ${list(only)} only` : ""})`,
    )
    .join(", ");

export const drawingMessages = {
  drawn: "The count, drawn",
  areaIs: "area = parameters",
  dragEdges: "Drag the lower edge of a block, or that of the input, to change a size, or type it into its field.",
  notToScale: "not to scale",
  barsAre: "Each bar is as long as its layer’s share of all parameters; the frame is the whole model.",
  emptySoFar: "Empty so far: nothing is counted yet.",
  /** @param {number} place of the layer */
  nothingOf: (place) => `Nothing of layer ${number(String(place))} is counted yet.`,
  rowHigher: "Not to scale: the row is drawn higher.",
  cut: "Divided into",
  cuts: /** @type {Record<Cut, string>} */ ({ matrix: "matrices", tensor: "tensors" }),
  notDrawn: "Drawn as soon as there is a total.",
  partNames,
  /** The picture in words. */
  picture: {
    /** @param {Block} block */
    matrix: ({ units, columns, ...sides }) =>
      `A rectangle ${rectangle(sides)}: 1 weight matrix of ${several(units, "row")}; columns ${columnWidths(columns)}. Area ${number(sides.count)}.`,
    /** @param {Block & { matrices: string }} block */
    matrices: ({ matrices, units, columns, ...sides }) =>
      `A rectangle ${rectangle(sides)}: ${number(matrices)} weight matrices of ${several(units, "row")} each; columns ${columnWidths(columns)}. Area ${number(sides.count)}.`,
    /** @param {Sides & { kind: Part["kind"] }} part */
    beside: ({ kind, ...sides }) => `Beside it, ${partNames[kind]}: ${rectangle(sides)}, area ${number(sides.count)}.`,
    /** @param {Sides} sides */
    rectangle: (sides) => `A rectangle ${rectangle(sides)}. Area ${number(sides.count)}.`,
    /** While it grows with the steps. @param {{ names: string[], more: boolean }} outlines */
    empty: ({ names, more }) =>
      `${several(String(names.length), more ? "more empty outline" : "empty outline")}: ${list(names)}.`,
    empty_one: "An empty outline.",
    /** @param {{ width: string, columns: ColumnSaid[] }} row */
    row: ({ width, columns }) => `One row of it: ${several(width, "cell")}; columns ${columnWidths(columns)}.`,
    /** @param {{ name: string, units: string, width: string, count: string }} first */
    first: ({ name, units, width, count }) =>
      `${name ? `Filled: ${name}` : "It is filled"}, ${several(units, "row")} of ${several(width, "cell")}. Area ${number(count)}.`,
    /** @param {{ place: number, parts: string[] }} handed */
    comes: ({ place, parts }) =>
      `Comes in from layer ${number(String(place))}: ${parts.length === 1 ? several(parts[0], "cell") : `${parts.map(number).join(" + ")} cells`}.`,
    /** @param {{ words: string }} one */
    mirrored: ({ words }) => `Twice, once for each direction: ${words}`,
    /** @param {{ words: string, total: string }} both */
    twice: ({ words, total }) => `Twice, once for each direction: ${words} Together ${number(total)}.`,
  },
  loop: "the same weights at every time step",
  /** @param {string} sizes @param {number} place @param {string} name "" where it is as wide as what comes in, or has parameters */
  handedOn: (sizes, place, name) => `layer ${number(String(place))}${name && `, ${name},`} passes on ${sizes}`,
  dotted: "Dotted: not trained.",
  scale: {
    bias: "To scale, except that the bias column is widened, to be seen.",
    other: "To scale, except that what is thinner than 2 pixels is widened, to be seen.",
    squeezed: "Not to scale: one side is more than 8 times the other.",
    own: "Each layer at a scale of its own.",
  },
  /** @param {string[]} names */
  bands: (names) => `From top to bottom: ${list(names)}.`,
  /** @param {string[]} names @param {string} each */
  equalBands: (names, each) => `From top to bottom: ${list(names)}, ${number(each)} each.`,
  /** @param {string[]} names @param {string} count */
  partialBias: (names, count) => `The second bias column stands in ${list(names)} only: ${number(count)}.`,
  /** @param {number} count */
  moreLayers: (count) => `${several(String(count), "more layer")} not drawn.`,
};
