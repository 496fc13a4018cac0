/** दो models साथ-साथ: en/versus.js के क्रम में. */
import { list, number } from "./words.js";

/** @param {string[]} places */
const at = (places) => (places.length === 0 ? "" : `layer ${list(places)} में `);

/** @param {string} name "" for the notes */
const framework = (name) => name || "notes";

/** @type {typeof import("../en/versus.js").versusMessages} */
export const versusMessages = {
  versus: {
    title: "दो models साथ-साथ",
    close: "तुलना बंद कीजिए",
    field: "दूसरा model",
    hint: "Form से पहला model बदलता है, दूसरा वैसा ही रहता है. यहाँ दूसरा बदला जा सकता है: layers, query या link.",
    swap: "आपस में बदलें",
    copy: "तुलना copy करें",
    first: "पहला",
    second: "दूसरा",
    total: "total",
    difference: "अंतर",
    parameters: "parameters",
    sentence: ({ names, totals, more }) =>
      `${names[0]}: ${number(totals[0])} parameters. ${names[1]}: ${number(totals[1])}, ${more === "0" ? "उतने ही" : more.startsWith("-") ? `${number(more.slice(1))} कम` : `${number(more)} ज़्यादा`}.`,
    same: "दोनों एक ही model हैं.",
    way: "पहले से दूसरे तक, एक के बाद एक बदलाव:",
    order: "क्रम कोई और हो तो किसी बदलाव का अंतर भी दूसरा हो सकता है. सबका जोड़ वही रहता है.",
    unlike: "इनकी layers एक-दूसरे से मेल नहीं खातीं: सिर्फ़ totals की तुलना हो सकती है.",
    change: {
      framework: ({ from, to, why }) => `${framework(from)} की जगह ${framework(to)}${why && `: ${why}`}`,
      cell: ({ from, to, places }) => `${at(places)}${from} की जगह ${to}`,
      cell_matrices: ({ from, to, places, matrices, vectors }) =>
        `${at(places)}${from} की जगह ${to}: × ${number(matrices[0])} की जगह × ${number(matrices[1])}${vectors.length > 0 ? `, ${number(vectors[0])} bias vectors की जगह ${number(vectors[1])}` : ""}`,
      both: ({ places }) => `${at(places)}एक direction की जगह दोनों`,
      one: ({ places }) => `${at(places)}दोनों directions की जगह एक`,
      option: ({ name, from, to, places }) => `${at(places)}${name} ${from} की जगह ${to}`,
      set: ({ name, value, places }) => `${at(places)}${name} ${value}`,
      unset: ({ name, value, places }) => `${at(places)}${name} ${value} के बिना`,
      without: ({ name }) => `${name} के बिना`,
      with: ({ name }) => `${name} के साथ`,
      rest: "बाक़ी सारे अंतर",
    },
    drawn: "दोनों एक ही scale पर",
    notDrawn: ({ names }) => `इस scale पर बहुत लंबी या बहुत छोटी: ${list(names)}.`,
    noSecond: "दूसरे model का total नहीं है:",
  },
};
