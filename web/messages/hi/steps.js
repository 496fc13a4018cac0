/** What every step of a derivation says, and why, by the ids of telling/steps.js. */

import { tuple } from "../numbers.js";
import { all, are, each, list, number, numbers, numeral, ordinal, several, single, size } from "./words.js";

/** @typedef {import("../en/steps.js").Gates} Gates */
/** @typedef {import("../en/steps.js").Reads} Reads */
/** @typedef {import("../en/steps.js").FilterSaid} FilterSaid */
/** @typedef {import("../en/steps.js").Window} Window */

export const gateNames = {
  input: "input ",
  forget: "forget ",
  output: "output ",
  update: "update ",
  reset: "reset ",
  candidate: "",
  "": "",
};

/** @param {Gates["candidate"]} candidate */
const candidateName = ({ kind, name }) =>
  ({ cell: "1 cell candidate", named: `1 candidate (यहाँ ${name})`, plain: "1 candidate" })[kind];

/** @param {Gates["gates"]} gates */
const gatesCount = (gates) => several(String(gates.length), "gate");

/** @param {Gates & import("../en/steps.js").Owner} layer */
export function hasGates({ cell, both, gates, candidate }) {
  if (both) return `हर direction में ${gatesCount(gates)} और ${candidateName(candidate)} हैं`;
  const names = gates.map(({ role, name }) => gateNames[role] + name).join(", ");
  const letter = candidate.letter && ` ${candidate.letter}`;
  return `${cell} में ${gatesCount(gates)} (${names}) और ${candidateName(candidate)}${letter} हैं`;
}

/** @param {Reads} read */
export const reads = ({ reads }) =>
  `हर time step पर हर unit ${reads
    .map(({ kind, name, count }) => `${kind === "previous" ? "पिछले activations" : "input"} ${name} (${numbers(count)})`)
    .join(" और ")} पढ़ती है`;

/** @param {Reads & { count: string }} read */
const oneVector = ({ reads, count }) =>
  `एक के नीचे एक लिखें तो ${list(reads.map(({ name }) => name))} से मिलकर ${numbers(count, "oblique")} का एक vector बनता है; unit को हर संख्या के लिए एक weight चाहिए`;

/** @param {string} weights what comes in at every step, with its verb */
export const timeSteps = (weights) => `Time steps की संख्या कहीं नहीं आती: हर step पर वही ${weights}.`;

/** @param {{ units: string, reads: string }} matrix */
const rows = ({ units, reads }) =>
  `${each(units, "unit")} के लिए ${numbers(reads, "oblique")} की एक row: ${size(units)} × ${number(reads)} की matrix`;

/** @param {string} what each of them is */
export const threeGates = (what) =>
  `तीन gates तय करते हैं कि क्या भूलना है, क्या लिखना है और क्या दिखाना है; candidate ख़ुद नई सामग्री है. कुछ notes चारों को gates कहते हैं. गिनती के लिए सब एक जैसे हैं: हर एक ${what}, और चारों का size बराबर है.`;

/** @type {typeof import("../en/steps.js").stepMessages} */
export const stepMessages = {
  why: "क्यों?",
  whatIsGate: "Gate क्या है?",
  cellEquations: "Cell की equations",
  asInLayer: (place) => `layer ${number(place)} की तरह`,
  step: {
    titles: {
      handed_on: ({ place }) => `Layer ${ordinal(place)} आगे क्या देती है`,
      matrices: ({ count }) => `${numeral(count)} weight ${single(count) ? "matrix" : "matrices"}`,
      reads: "हर unit क्या पढ़ती है",
      table: "Embedding की table",
      only_matrix: "Weight matrix",
      matrix: "एक matrix",
      nothing: "सीखने को कुछ नहीं",
      all: ({ count, things }) => `${all(count)} ${things} मिलाकर`,
      all_one_way: ({ count, things }) => `${all(count)} ${things} मिलाकर (एक direction)`,
      projection: "Projection भी",
      layer_sum: "इस layer का जोड़",
      directions: "दोनों directions",
      sum: "सभी layers का जोड़",
    },
    sentences: {
      gates_own: (layer) => `${hasGates(layer)}; हर एक की अपनी weight matrix है: ${layer.names.join(", ")}.`,
      gates_side_by_side: (layer) =>
        `${hasGates(layer)}; ${layer.things === "kernels" ? "इनके kernels अगल-बगल रखे" : "इनकी matrices अगल-बगल रखी"} हैं, इस क्रम में: ${layer.order.join(", ")}.`,
      gates_stacked: (layer) =>
        `${hasGates(layer)}; ${layer.things === "kernels" ? "इनके kernels एक के नीचे एक रखे" : "इनकी matrices एक के नीचे एक रखी"} हैं, इस क्रम में: ${layer.order.join(", ")}.`,
      reads_input: ({ count }) => `हर unit आने वाली ${numbers(count)} पढ़ती है, और अपने bias के लिए एक constant 1.`,
      reads_no_bias: (read) => `${reads(read)}. Bias नहीं है.`,
      reads_one_bias: (read) =>
        `${reads(read)}, और अपने bias के लिए एक constant 1: concat[${read.reads.map(({ name }) => name).join(", ")}], + 1.`,
      reads_two_biases: (read) => `${reads(read)}. इसके दो biases हैं: ${list(read.names)}.`,
      reads_bias_of_each_side: (read) => `${reads(read)}. इसके दो biases हैं: एक input की तरफ़, एक recurrent की तरफ़.`,
      own_direction: ({ previous, twice }) =>
        `Unit सिर्फ़ अपनी direction के पिछले activations पढ़ती है: ${size(previous)}, ${size(twice)} नहीं.`,
      table: ({ words, units }) => `${each(words, "शब्द", "शब्दों")} के लिए ${numbers(units, "oblique")} की एक row.`,
      matrix: ({ units, reads }) =>
        `इसमें ${several(units, "unit")} ${are(units)}, और ${single(units) ? "उस" : "हर"} unit ${single(reads) ? "का" : "के"} ${several(reads, "weight")} ${are(reads)}.`,
      nothing: ({ name }) => `${name} में parameters नहीं हैं.`,
      all: ({ count, things }) => `${all(count)} ${things} का size बराबर है.`,
      projection: "एक और matrix, जो output को आगे देने से पहले छोटा कर देती है.",
      layer_sum: "इस layer के सारे हिस्से एक साथ.",
      directions: "Formula वही है; layer sequence को आगे से भी पढ़ती है और पीछे से भी; हर direction के अपने weights हैं.",
      sum: "हर layer के अपने weights हैं, इसलिए total उन सबका जोड़ है.",
      width_kept: ({ name, count }) => `${name} से चौड़ाई नहीं बदलती: ${numbers(count)}.`,
      both_handed_on: ({ parts }) => `दोनों directions की units, एक के बाद एक: concat${tuple(parts)}.`,
      merged_units: ({ mode, count }) => `दोनों directions की units, ${mode} से मिलाई हुई: ${numbers(count)}.`,
      units_handed_on: "हर unit की एक संख्या.",
      next_input: ({ place, input }) =>
        input ? `Layer ${ordinal(place)} में ${input} यही है.` : `Layer ${ordinal(place)} यही पढ़ती है.`,
    },
    whys: {
      three_gates: threeGates("अपने-आप में एक छोटी dense layer है"),
      update_and_reset:
        "Matrices LSTM जैसी ही हैं, बस 4 की जगह 3. कुछ notes reset gate को relevance gate कहते हैं, और candidate को output cell.",
      no_time_steps: "यहाँ time steps और gates नहीं हैं: आने वाली हर संख्या के लिए एक weight.",
      one_vector: (read) => `${oneVector(read)}.`,
      one_vector_and_bias: (read) => `${oneVector(read)}, और उसका bias एक constant 1 पर लगा weight है.`,
      steps: ({ count }) => timeSteps(`${several(count, "weight")} काम ${single(count) ? "आता" : "आते"} ${are(count)}`),
      reset_between:
        "Candidate में recurrent हिस्सा reset gate से तब गुणा होता है, जब उसका bias जुड़ चुका होता है, इसलिए candidate को हर तरफ़ एक bias चाहिए; दोनों gates में वे सिर्फ़ आपस में जोड़े जाते हैं.",
      only_added: "वे आपस में जोड़े जाते हैं, इसलिए दूसरे से network कुछ नया नहीं कर पाता.",
      table: "Embedding सिर्फ़ एक row ढूँढती है. कुछ जोड़ा नहीं जाता, इसलिए bias नहीं है.",
      rows: (matrix) => `${rows(matrix)}.`,
      rows_and_bias: (matrix) => `${rows(matrix)}, जिसका आख़िरी column bias है.`,
      rows_and_biases: (matrix) => `${rows(matrix)}, जिसके आख़िरी दो columns biases हैं.`,
      nothing: ({ name }) => `${name} में संख्याएँ बदलती हैं, पर इसके अपने weights नहीं हैं.`,
      all: ({ count }) => `${all(count)} matrices सभी units की हैं, इसलिए हर एक पूरी गिनी जाती है.`,
      projection:
        "अगला step और अगली layer projection के बाद का output पढ़ते हैं, इसलिए उनकी matrices छोटी हैं (Sak et al. 2014).",
      directions: ({ cell }) =>
        `Backward direction में एक और ${cell} है: वहाँ पढ़ना sequence के अंत से शुरू होता है. दोनों में कुछ भी साझा नहीं, इसलिए गिनती ठीक दुगुनी होती है.`,
      handed_on: "हर unit हर time step पर एक संख्या निकालती है.",
      width_matters: "अगली layer को सिर्फ़ चौड़ाई से मतलब है, parameters की गिनती से नहीं.",
      merged_otherwise: ({ width }) => `Concat की जगह sum, product या average से मिलाएँ तो चौड़ाई ${size(width)} ही रहेगी.`,
    },
    asks: { two_biases: "दो क्यों?" },
  },
};
