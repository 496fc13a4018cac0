/** What is said in and under the picture, and in place of it. */
import { list, number, several } from "./words.js";

/** @typedef {import("../../state/drawing.js").Part} Part */
/** @typedef {import("../../state/drawing.js").Drawing} Drawing */
/** @typedef {import("../../state/drawing.js").Cut} Cut */

/** @type {Record<string, string>} */
const partNames = {
  peepholes: "peepholes",
  normalization: "gains and shifts",
  projection: "projection",
  unused: "never used",
};
/** @type {Record<string, string>} */
const columnNames = { previous: "previous activations", input: "input", bias: "bias", other: "" };

/** @param {Part} part @param {string} units */
function partWords({ kind, height, width, bands, columns, count }, units) {
  const size = `${number(String(height))} high and ${number(String(width))} wide`;
  if (kind !== "block") return `Beside it, ${partNames[kind]}: ${size}, area ${number(count)}.`;
  const widths = columns.map((column) => {
    const name = column.second ? "second bias" : columnNames[column.role];
    return `${number(String(column.width))} (${name})`;
  });
  const matrices = `${several(String(bands.length), "weight matrix", "weight matrices")} of ${several(units, "row")}`;
  return `A rectangle ${size}: ${matrices}${bands.length > 1 ? " each" : ""}; columns ${widths.join(", ")}. Area ${number(count)}.`;
}

export const drawingMessages = {
  drawn: "The count, drawn",
  areaIs: "area = parameters",
  cut: "Cut",
  cuts: /** @type {Record<Cut, string>} */ ({ matrix: "by matrix", tensor: "by tensor" }),
  notDrawn: "Drawn as soon as there is a total.",
  partNames,
  /**
   * The picture in words.
   * @param {Drawing} drawing
   */
  drawing: ({ sides, layer }) => {
    const [{ parts }] = sides;
    const [first] = parts;
    const words =
      first.kind === "block"
        ? parts.map((part) => partWords(part, layer.units)).join(" ")
        : `A rectangle ${number(String(first.height))} high and ${number(String(first.width))} wide. Area ${number(first.count)}.`;
    return sides.length > 1 ? `Twice, once for each direction: ${words} Together ${number(layer.total)}.` : words;
  },
  loop: "the same weights at every time step",
  /** @param {string[]} parts @param {number} place */
  handedOn: (parts, place) => `layer ${number(String(place))} hands on ${parts.map(number).join(" + ")}`,
  scale: {
    bias: "To scale; the bias column is widened, to be seen.",
    other: "To scale; what is thinner than 2 pixels is widened, to be seen.",
    squeezed: "Not to scale: one side is more than 8 times the other.",
    own: "Each layer at a scale of its own.",
  },
  /** @param {string[]} names @param {string} each */
  bandsKey: (names, each) => `From top to bottom: ${list(names)}${each ? `, ${number(each)} each` : ""}.`,
  /** @param {string[]} names @param {string} count */
  partialBias: (names, count) => `The second bias column stands in ${list(names)} only: ${number(count)}.`,
  /** @param {number} count */
  moreLayers: (count) => `${several(String(count), "more layer")} not drawn.`,
};
