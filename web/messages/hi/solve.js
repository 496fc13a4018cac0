/** Budget के भीतर size: en/solve.js के क्रम में. */
import { list, number } from "./words.js";

/** @type {typeof import("../en/solve.js").solveMessages} */
export const solveMessages = {
  solve: {
    title: "Budget में आने वाला सबसे बड़ा size",
    close: "Budget बंद कीजिए",
    atMost: "ज़्यादा से ज़्यादा",
    parameters: "parameters",
    take: "यही लीजिए",
    failed: "खोज load नहीं हो सकी.",
    answer: ({ names, size, total, left }) =>
      `${list(names)} ${number(size)}: ${number(total)} parameters, ${left === "0" ? "कुछ नहीं" : number(left)} बचता है.`,
    next: ({ size, total }) => `${number(size)} पर ${number(total)} हो जाते.`,
    multiples: ({ step }) => `दूसरे sizes के साथ सिर्फ़ ${number(step)} के गुणज मेल खाते हैं.`,
    ending: {
      size: ({ largest }) => `यहाँ कोई size ${number(largest)} से बड़ा नहीं होता.`,
      layers: ({ largest }) => `यहाँ किसी model में ${number(largest)} से ज़्यादा layers नहीं होतीं.`,
      option: "इससे बड़ा उस layer के दूसरे sizes के साथ मेल नहीं खाता.",
      too_large: ({ size, total }) =>
        `${number(size)} पर total ${number(total)} से ऊपर चला जाता; यहाँ इससे बड़ी संख्या ठीक-ठीक नहीं गिनी जाती.`,
    },
    curve: ({ name, total }) => `${name} के साथ total: ${total}`,
    point: ({ name, size, total }) => `${name} ${number(size)}: ${number(total)}`,
    fewer: ({ count }) => (count === "0" ? " (बिल्कुल उतने ही)" : ` (${number(count)} कम)`),
    more: ({ count }) => ` (${number(count)} ज़्यादा)`,
    today: "अभी",
    budget: "budget",
    problem: {
      no_unknown: "किसी size की जगह ? नहीं है.",
      option: ({ option }) =>
        `यहाँ ${option} की खोज नहीं होती: ? की जगह units, input size, vocabulary, filters या num_layers हो सकते हैं.`,
      constant: ({ option }) => `Total ${option} के साथ नहीं बढ़ता.`,
      steps: ({ option }) => `यहाँ ${option} की हर value नहीं गिनी जा सकती: एक और size को उसके साथ मेल खाना है.`,
      no_budget: ({ largest }) => `Budget 1 से ${number(largest)} तक का पूर्णांक होता है.`,
      budget_too_small: ({ smallest, size }) =>
        `कोई size नहीं आता: ${number(size)} के साथ ही ${number(smallest)} हो जाते हैं.`,
    },
  },
};
