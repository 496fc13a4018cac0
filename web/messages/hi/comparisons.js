/** How totals differ, by the ids of telling/comparisons.js and telling/remarks.js. */
import { reasons } from "./frameworks.js";
import {
  frameworkName,
  frameworkNames,
  frameworkWithin,
  grouped,
  list,
  number,
  numbers as numbersOf,
  several,
  single,
} from "./words.js";

/** @typedef {import("../en/comparisons.js").Other} Other */

/** @param {Other} other @param {string} more */
const differs = (other, more) =>
  `${frameworkNames(other.names)} में total ${number(other.total)} है, ${number(other.difference)} ${more}${other.why && `: ${other.why}`}.`;

/** @param {{ twice: string, numbers: string, difference: string }} layer @param {string} more */
const readsOther = ({ twice, numbers, difference }, more) =>
  `Layer 1 का दुगुना ${number(twice)} होता. Layer 2, layer 1 से ${numbersOf(numbers)} ${more} पढ़ती है, इसलिए ${number(difference)} ${more}.`;

/** @param {{ word: string, input: string, width: string }} input @param {string} layers */
const happens = ({ word, input, width }, layers) =>
  `${layers} की गिनती यहाँ सिर्फ़ इसलिए बराबर है कि layer 2 संयोग से उतनी ही संख्याएँ पढ़ती है (${grouped(width)}), जितनी ${word} में हैं (${number(input)}). यह आज़माइए: `;

/** @param {{ cell: string, plain: boolean }} other */
const oneOf = ({ cell, plain }) => (plain ? `सादे ${cell}` : cell);

/** @param {{ cells: string[], count: string }} layers */
const inThe = ({ cells, count }) => `${list(cells)} ${single(count) ? "layer" : "layers"} में`;

/** @type {typeof import("../en/comparisons.js").comparisonMessages} */
export const comparisonMessages = {
  difference: {
    same: ({ names }) => `${frameworkNames(names)} में भी total यही है.`,
    same_by_chance: ({ names, why }) => `${frameworkNames(names)} में भी total यही है, पर संयोग से: ${why}.`,
    more: (other) => differs(other, "ज़्यादा"),
    fewer: (other) => differs(other, "कम"),
  },
  ofThese: (names, why) => `${frameworkNames(names)}: ${why}`,
  term: {
    bias_more: "ज़्यादा biases",
    bias_fewer: "कम biases",
    candidate_bias_more: "candidate में recurrent bias भी",
    candidate_bias_fewer: "candidate में recurrent bias नहीं",
    gate_biases_more: "gates में दूसरा bias भी",
    gate_biases_fewer: "gates में दूसरा bias नहीं",
    peepholes_more: "peepholes भी",
    peepholes_fewer: "peepholes नहीं",
    normalization_more: "cell के अंदर ज़्यादा gains और shifts",
    normalization_fewer: "cell के अंदर कम gains और shifts",
    projection_more: "projection भी",
    projection_fewer: "projection नहीं",
    unused_more: "जो store होता है पर कभी काम नहीं आता, वह हिस्सा ज़्यादा",
    unused_fewer: "जो store होता है पर कभी काम नहीं आता, वह हिस्सा कम",
    statistics_more: "batch normalization के moving mean और variance भी गिने गए",
    statistics_fewer: "batch normalization के moving mean और variance parameters में नहीं गिने गए",
    counter_more: "batches की गिनती का एक counter भी",
    counter_fewer: "batches की गिनती का counter नहीं",
    depthwise_more: "ज़्यादा depthwise filters",
    depthwise_fewer: "कम depthwise filters",
    pointwise_more: "pointwise हिस्से में ज़्यादा",
    pointwise_fewer: "pointwise हिस्से में कम",
    projections_more: "queries, keys और values के लिए ज़्यादा",
    projections_fewer: "queries, keys और values के लिए कम",
    output_projection_more: "output के projection में ज़्यादा",
    output_projection_fewer: "output के projection में कम",
    extra_key_more: "एक key और एक value ज़्यादा",
    extra_key_fewer: "एक key और एक value कम",
    scale_more: "scores के scales भी",
    scale_fewer: "scores के scales नहीं",
    slopes_more: "ज़्यादा slopes",
    slopes_fewer: "कम slopes",
    initial_state_more: "initial state भी store होती है",
    initial_state_fewer: "initial state store नहीं होती",
    steps_more: "एक layer तक ज़्यादा संख्याएँ पहुँचती हैं, इसलिए वह ज़्यादा पढ़ती है",
    steps_fewer: "एक layer तक कम संख्याएँ पहुँचती हैं, इसलिए वह कम पढ़ती है",
    one_bias_each: ({ here }) => `जहाँ ${frameworkWithin(here)} में दो biases हैं, वहाँ इनमें एक`,
    one_bias: "हर unit के लिए दो की जगह एक bias",
    one_bias_each_in: ({ here, ...layers }) =>
      `${inThe(layers)} जहाँ ${frameworkWithin(here)} में दो biases हैं, वहाँ इनमें एक`,
    one_bias_in: (layers) => `${inThe(layers)} हर unit के लिए दो की जगह एक bias`,
    second_bias_in: (layers) => `${inThe(layers)} दूसरा bias`,
    second_bias: ({ units }) => `दूसरा bias, ${several(units, "unit")}`,
    second_bias_of_each: ({ units, matrices }) =>
      `दूसरा bias, ${several(units, "unit")} × ${several(matrices, "matrix", "matrices")}`,
    second_bias_directions: "दोनों directions में दूसरा bias",
    second_bias_layers: "हर layer में दूसरा bias",
    second_bias_all: "हर direction और हर layer में दूसरा bias",
    second_bias_some: "दूसरे biases",
  },
  refusal: {
    no_total: ({ names }) => `${frameworkNames(names)}: इस model का कोई total नहीं.`,
    no_cell: ({ names, cell }) =>
      `${frameworkNames(names)}: इस model का कोई total नहीं. जहाँ तक हमें मालूम है, इनमें ${cell} नहीं है.`,
    cell_unread: ({ names, cell }) =>
      `${frameworkNames(names)}: इस model का कोई total नहीं. इनमें ${cell} कैसे रखी जाती है, यह यहाँ मालूम नहीं.`,
    always_concat: ({ names }) =>
      `${frameworkNames(names)}: इस model का कोई total नहीं, क्योंकि यहाँ इनमें दोनों directions concat होती हैं.`,
    resets_before: ({ names }) =>
      `${frameworkNames(names)}: इस model का कोई total नहीं, क्योंकि इनके GRU में reset gate matrix से पहले लगता है.`,
    resets_after: ({ names }) =>
      `${frameworkNames(names)}: इस model का कोई total नहीं, क्योंकि इनके GRU में reset gate matrix के बाद लगता है.`,
    no_option: ({ names, option }) =>
      `${frameworkNames(names)}: इस model का कोई total नहीं, क्योंकि इनमें ${option} का option नहीं है.`,
  },
  reason: reasons,
  because: {
    reason: ({ reason }) => reasons[reason] ?? "",
    unused: "जो कभी काम नहीं आता, वह भी store होता है, और गिना जाता है.",
    counter: "Batches का counter कुछ frameworks में बाक़ियों जैसा tensor है; उससे कुछ निकाला नहीं जाता.",
    statistics:
      "Moving mean और variance नापे जाते हैं, train नहीं होते: कुछ frameworks में वे parameters हैं, बाक़ी में parameters से अलग रहते हैं.",
  },

  effective: {
    stored: ({ total, difference, why }) =>
      `${several(total, "parameter")} में से ${number(difference)} कुछ नया नहीं ${single(difference) ? "करता" : "करते"}: ${why}.`,
    added_in: ({ gates }) => `${list(gates)} में दोनों biases सिर्फ़ जोड़े जाते हैं`,
    added: "जो दो biases सिर्फ़ आपस में जुड़ते हैं, वे एक का ही काम करते हैं",
    idle: ({ count }) => `${number(count)} कभी काम नहीं ${single(count) ? "आता" : "आते"}`,
    added_in_why:
      "जहाँ दो biases सिर्फ़ आपस में जोड़े जाते हैं, वहाँ उनका जोड़ एक ही संख्या हो सकता है. Candidate को अपने दोनों वहाँ चाहिए, जहाँ उनमें से एक reset gate से गुणा होता है.",
    added_why:
      "Unit को अपने दोनों biases का सिर्फ़ जोड़ दिखता है, और वह जोड़ एक ही संख्या हो सकता है: दूसरे bias से network कुछ नया नहीं कर पाता.",
    idle_why: "जो कभी काम नहीं आता, वह भी मौजूद है: store होता है, और गिना जाता है.",
  },
  shorthand: {
    num_layers: ({ name, cell }) =>
      `${frameworkName(name)} के ${cell} में num_layers का option नहीं है: यहाँ इसका मतलब है उतनी ही layers, एक के ऊपर एक.`,
    bidirectional: ({ name, cell }) =>
      `${frameworkName(name)} में दोनों directions में पढ़ने वाली ${cell} layer नहीं है: यहाँ इसका मतलब है दो layers, हर direction के लिए एक.`,
  },
  twice: {
    more: (layer) => readsOther(layer, "ज़्यादा"),
    fewer: (layer) => readsOther(layer, "कम"),
  },
  coincidence: {
    both: (input) => happens(input, "दोनों layers"),
    first_two: (input) => happens(input, "Layers 1 और 2"),
  },
  otherCell: {
    same_sizes: ({ matrices, ...other }) => `इन्हीं sizes के ${oneOf(other)} में × ${matrices}: `,
    same_sizes_instead: ({ matrices, here, ...other }) =>
      `इन्हीं sizes के ${oneOf(other)} में × ${here} की जगह × ${matrices}: `,
    another: ({ matrices, ...other }) => `${oneOf(other)} में × ${matrices}: `,
    same_sizes_other_biases: (other) => `इन्हीं sizes के ${oneOf(other)} में: `,
    another_of_other_biases: (other) => `${oneOf(other)} में: `,
  },
  linkEnd: ".",
  notInFormula: (steps) => `Formula में नहीं आते: ${steps ? "" : "time steps, "}batch size, dropout.`,
};
