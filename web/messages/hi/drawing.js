/** What is said in and under the picture, and in place of it, by the ids of telling/drawing.js. */
import { list, number, several, single } from "./words.js";

/** @typedef {import("../../picture/drawing.js").Part} Part */
/** @typedef {import("../en/drawing.js").ColumnName} ColumnName */
/** @typedef {import("../en/drawing.js").Sides} Sides */

/** @type {Record<string, string>} */
const partNames = {
  peepholes: "peepholes",
  normalization: "normalization",
  projection: "projection",
  unused: "कभी काम न आने वाला हिस्सा",
  depthwise: "depthwise हिस्सा",
  pointwise: "pointwise हिस्सा",
  projections: "queries, keys और values",
  output_projection: "output का projection",
  extra_key: "एक और key और value",
  scale: "scales",
  initial_state: "initial state",
  slopes: "slopes",
};
/** @type {Record<ColumnName, string>} */
const columnNames = { previous: "पिछले activations", input: "input", bias: "bias", second_bias: "दूसरा bias", other: "" };

/** @param {Sides} sides */
const rectangle = ({ height, width }) => `ऊँचाई ${number(height)}, चौड़ाई ${number(width)}`;

/** @param {import("../en/drawing.js").ColumnSaid[]} columns */
const columnWidths = (columns) =>
  columns
    .map(
      ({ name, width, only }) =>
        `${number(width)} (${columnNames[name]}${only.length > 0 ? `, सिर्फ़ ${list(only)} में` : ""})`,
    )
    .join(", ");

/** @type {typeof import("../en/drawing.js").drawingMessages} */
export const drawingMessages = {
  drawn: "गिनती का चित्र",
  areaIs: "क्षेत्रफल = parameters",
  dragEdges: "Size बदलने के लिए block का निचला किनारा या input का किनारा खींचें, या उसके field में लिखें.",
  notToScale: "पैमाने के अनुसार नहीं",
  barsAre: "सारे parameters में layer का जितना हिस्सा है, उसकी bar उतनी लंबी है; frame पूरा model है.",
  nothingOf: (place) => `Layer ${number(String(place))} में अभी कुछ नहीं गिना गया.`,
  emptySoFar: "अब तक खाली: अभी कुछ नहीं गिना गया.",
  rowHigher: "पैमाने के अनुसार नहीं: row को ऊँचा बनाया गया है.",
  cut: "बाँटें",
  cuts: { matrix: "हर matrix अलग", tensor: "हर tensor अलग" },
  notDrawn: "Total निकलते ही चित्र बनेगा.",
  partNames,
  picture: {
    matrix: ({ units, columns, ...sides }) =>
      `एक आयत, ${rectangle(sides)}: 1 weight matrix, ${several(units, "row")}; columns ${columnWidths(columns)}. क्षेत्रफल ${number(sides.count)}.`,
    matrices: ({ matrices, units, columns, ...sides }) =>
      `एक आयत, ${rectangle(sides)}: ${number(matrices)} weight matrices, हर एक में ${several(units, "row")}; columns ${columnWidths(columns)}. क्षेत्रफल ${number(sides.count)}.`,
    beside: ({ kind, ...sides }) => `साथ में ${partNames[kind]}: ${rectangle(sides)}, क्षेत्रफल ${number(sides.count)}.`,
    rectangle: (sides) => `एक आयत, ${rectangle(sides)}. क्षेत्रफल ${number(sides.count)}.`,
    empty: ({ names, more }) => `${more ? "और " : ""}${several(String(names.length), "खाली आयत")}: ${list(names)}.`,
    empty_one: "एक खाली आयत.",
    row: ({ width, columns }) => `उसकी एक row: ${several(width, "cell")}; columns ${columnWidths(columns)}.`,
    first: ({ name, units, width, count }) =>
      `${name ? `भरा हिस्सा, ${name}` : "भरा हिस्सा"}: ${several(units, "row")}, row में ${several(width, "cell")}. क्षेत्रफल ${number(count)}.`,
    comes: ({ place, parts }) =>
      `Layer ${number(String(place))} से आने वाला input: ${parts.length === 1 ? several(parts[0], "cell") : `${parts.map(number).join(" + ")} cells`}.`,
    mirrored: ({ words }) => `दो बार, हर direction के लिए एक: ${words}`,
    twice: ({ words, total }) => `दो बार, हर direction के लिए एक: ${words} कुल मिलाकर ${number(total)}.`,
  },
  loop: "हर time step पर वही weights",
  handedOn: (sizes, place, name) => `layer ${number(String(place))}${name && ` (${name})`} आगे देती है ${sizes}`,
  dotted: "बिंदुओं वाला हिस्सा train नहीं होता.",
  scale: {
    bias: "पैमाने के अनुसार; bias का column चौड़ा किया गया है, ताकि दिखे.",
    other: "पैमाने के अनुसार; जो 2 pixels से पतला है, वह चौड़ा किया गया है, ताकि दिखे.",
    squeezed: "पैमाने के अनुसार नहीं: एक भुजा दूसरी की 8 गुनी से भी ज़्यादा लंबी है.",
    own: "हर layer अपने पैमाने पर.",
  },
  bands: (names) => `ऊपर से नीचे: ${list(names)}.`,
  equalBands: (names, each) => `ऊपर से नीचे: ${list(names)}, हर एक में ${number(each)}.`,
  partialBias: (names, count) => `दूसरे bias का column सिर्फ़ ${list(names)} में है: ${number(count)}.`,
  moreLayers: (count) =>
    `${several(String(count), "और layer", "और layers")} नहीं बनाई ${single(String(count)) ? "गई" : "गईं"}.`,
};
