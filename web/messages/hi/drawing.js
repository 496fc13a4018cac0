/** What is said in and under the picture, and in place of it. */
import { list, number, several } from "./words.js";

/** @typedef {import("../../state/drawing.js").Part} Part */

/** @type {Record<string, string>} */
const partNames = {
  peepholes: "peepholes",
  normalization: "gains और shifts",
  projection: "projection",
  unused: "कभी काम में नहीं आता",
};
/** @type {Record<string, string>} */
const columnNames = { previous: "पिछले activations", input: "input", bias: "bias", other: "" };

/** @param {Part} part @param {string} units */
function partWords({ kind, height, width, bands, columns, count }, units) {
  const size = `ऊँचाई ${number(String(height))}, चौड़ाई ${number(String(width))}`;
  if (kind !== "block") return `साथ में ${partNames[kind]}: ${size}, क्षेत्रफल ${number(count)}.`;
  const widths = columns.map((column) => {
    const name = column.second ? "दूसरा bias" : columnNames[column.role];
    return `${number(String(column.width))} (${name})`;
  });
  const matrices = several(String(bands.length), "weight matrix", "weight matrices");
  return `एक आयत, ${size}: ${matrices}, हर एक में ${several(units, "row")}; columns ${widths.join(", ")}. क्षेत्रफल ${number(count)}.`;
}

/** @type {typeof import("../en/drawing.js").drawingMessages} */
export const drawingMessages = {
  drawn: "गिनती का चित्र",
  areaIs: "क्षेत्रफल = parameters",
  cut: "काट",
  cuts: { matrix: "matrix से", tensor: "tensor से" },
  notDrawn: "जोड़ मिलते ही चित्र बनेगा.",
  partNames,
  drawing: ({ sides, layer }) => {
    const [{ parts }] = sides;
    const [first] = parts;
    const words =
      first.kind === "block"
        ? parts.map((part) => partWords(part, layer.units)).join(" ")
        : `एक आयत, ऊँचाई ${number(String(first.height))}, चौड़ाई ${number(String(first.width))}. क्षेत्रफल ${number(first.count)}.`;
    return sides.length > 1 ? `दो बार, हर direction के लिए एक: ${words} कुल मिलाकर ${number(layer.total)}.` : words;
  },
  loop: "हर time step पर वही weights",
  handedOn: (parts, place) => `layer ${number(String(place))} आगे देती है ${parts.map(number).join(" + ")}`,
  scale: {
    bias: "पैमाने के अनुसार; bias का column चौड़ा किया गया है, ताकि दिखे.",
    other: "पैमाने के अनुसार; जो 2 pixels से पतला है, वह चौड़ा किया गया है, ताकि दिखे.",
    squeezed: "पैमाने के अनुसार नहीं: एक भुजा दूसरी की 8 गुनी से ज़्यादा है.",
    own: "हर layer अपने पैमाने पर.",
  },
  bandsKey: (names, each) => `ऊपर से नीचे: ${list(names)}${each ? `, हर एक ${number(each)}` : ""}.`,
  partialBias: (names, count) => `दूसरे bias का column सिर्फ़ ${list(names)} में है: ${number(count)}.`,
  moreLayers: (count) => `${several(String(count), "और layer", "और layers")} नहीं बनाई गईं.`,
};
