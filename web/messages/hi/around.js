/** What layers without parameters do, and what is said besides of a layer, by the ids of telling/around.js. */
import { tuple } from "../numbers.js";
import { are, frameworkWithin, number, numbers as numbersOf, ordinal, several, single } from "./words.js";

/** @typedef {import("../en/around.js").Layer} Layer */

/** @param {string} count @param {import("./words.js").Case} [grammatical] */
const numbers = (count, grammatical = "direct") => {
  if (count !== "") return numbersOf(count, grammatical);
  return grammatical === "oblique" ? "संख्याओं" : "संख्याएँ";
};

/** @param {string} count */
const timeSteps = (count) => (count === "" ? "time steps" : several(count, "time step"));

/** "10 time steps, हर एक में 64 संख्याएँ" @param {string} steps @param {string} width */
const sequence = (steps, width) => `${timeSteps(steps)}, ${single(steps) ? "उसमें" : "हर एक में"} ${numbers(width)}`;

/** What becomes of the time steps, where that is known. @param {Layer} layer @param {string} known */
const keepsWidth = ({ name, width }, known) =>
  `${name} से चौड़ाई नहीं बदलती${width && `: ${numbers(width)}`}${known && `; ${known}`}.`;

/** @param {Layer} layer */
const left = ({ stepsIn, steps }) =>
  stepsIn && steps && `${timeSteps(stepsIn)} में से ${number(steps)} ${single(steps) ? "बचता" : "बचते"} ${are(steps)}`;

/** @param {Layer} layer */
const become = ({ stepsIn, steps }) =>
  stepsIn && steps && `${timeSteps(stepsIn)} की जगह अब ${number(steps)} ${are(steps)}`;

/** @type {typeof import("../en/around.js").aroundMessages} */
export const aroundMessages = {
  around: {
    does: {
      keeps: ({ name, read }) => `${name} से चौड़ाई और time steps नहीं बदलते${read && `: ${numbers(read)}`}.`,
      enters: ({ name, width, steps }) =>
        `${name} से पता चलता है कि क्या आता है: ${steps ? sequence(steps, width) : numbers(width)}.`,
      flattens: ({ name, read, stepsIn, width }) => {
        if (width !== "" && width === read) return `${name} में एक ही row आती है, और वैसी ही रहती है: ${numbers(read)}.`;
        return `${sequence(stepsIn, read)}: ${name} के बाद सब एक ही row में है${width && `, ${numbers(width)}`}.`;
      },
      reshapes: ({ name, width, steps }) =>
        `${name} के बाद संख्याएँ नए क्रम में हैं: ${steps ? sequence(steps, width) : `हर row में ${numbers(width)}`}.`,
      permutes: ({ name, width, steps }) => `${name} के बाद axes का क्रम बदल जाता है: ${sequence(steps, width)}.`,
      repeats: ({ name, read, steps }) =>
        `${name} के बाद हर time step पर वही ${numbers(read)} ${are(read)}${steps && `: ${timeSteps(steps)}`}.`,
      pools: (layer) => keepsWidth(layer, left(layer)),
      pools_all: ({ name, width }) => `${name} के बाद सारे time steps की जगह एक ही row है: ${numbers(width)}.`,
      adapts: (layer) => keepsWidth(layer, become(layer) || (layer.steps && timeSteps(layer.steps))),
      resamples: (layer) => keepsWidth(layer, become(layer)),
      pads: (layer) => keepsWidth(layer, become(layer)),
      crops: (layer) => keepsWidth(layer, left(layer)),
      joins: ({ name, width }) => `${name} में कई inputs जुड़ते हैं${width && `: आगे ${numbers(width)}`}.`,
      halves: ({ name, read, width }) =>
        `${name} से ${numbers(read, "oblique")} का आधा हिस्सा आगे जाता है${width && `: ${number(width)}`}.`,
      hides: ({ name, width }) =>
        width === ""
          ? `${name} से आगे क्या जाता है, यह यहाँ मालूम नहीं.`
          : `${name} में parameters नहीं हैं; आगे ${numbers(width)}.`,
      looks_up: ({ name }) => `${name} में शब्दों की जगह उनके index आते हैं.`,
    },
    whys: {
      one_tensor: ({ tensor, shape }) => `ये सब एक ही tensor ${tensor} में हैं, जिसका shape ${tuple(shape)} है.`,
      window: "Convolution हर संख्या को आस-पास की संख्याओं से जोड़ता है: window की हर जगह पर हर channel के लिए एक weight.",
      groups: "Groups हों तो channels बँट जाते हैं, और filter सिर्फ़ अपने group के channels पढ़ता है.",
      spreads: "Convolution जो window से समेटता है, यह layer उसे window पर फैलाती है: weights convolution जितने ही हैं.",
      alone: "हर filter सिर्फ़ एक channel पढ़ता है, इसलिए channels आपस में नहीं मिलते.",
      own_places: "Convolution हर जगह एक ही चीज़ ढूँढता है; यहाँ हर जगह ख़ुद सीखती है कि क्या ढूँढना है (Taigman et al. 2014).",
      convolves:
        "Matrix और vector के हर गुणा की जगह एक convolution है (Shi et al. 2015): filter सिर्फ़ अपनी window पढ़ता है, पर उसके सारे channels.",
      apart:
        "जो convolution अपनी window पढ़ने और channels मिलाने का काम साथ करे, उसमें अक्सर इन दो हिस्सों से ज़्यादा weights होते हैं.",
      mixes: "यह एक ही जगह की window वाला convolution है: इसका काम सिर्फ़ channels मिलाना है.",
      attends:
        "Query से पता चलता है कि time step क्या ढूँढता है, key से कि उसमें क्या है, value से कि आगे क्या जाता है (Vaswani et al. 2017). वे कितना मेल खाती हैं, यह उन्हीं से निकलता है, और weights नहीं लगते.",
      joins_heads: "इसका काम heads के नतीजे मिलाना है, और चौड़ाई वही है, जो layer से आगे जाती है.",
      scores: "Queries, keys और values जैसी आती हैं, वैसी ही पढ़ी जाती हैं, इसलिए और कुछ नहीं सीखा जाता.",
      shared_axes: "गिनती में time steps की संख्या आती है, जब तक shared_axes से सबके slopes एक न कर दिए जाएँ.",
    },
    also: {
      branch: "यहाँ से एक अलग branch शुरू होती है.",
      tied: ({ place }) => `इसकी matrix layer ${ordinal(place)} की ही है, और वहीं गिनी गई है.`,
      frozen: ({ count }) => (single(count) ? "यह संख्या train नहीं होती." : `ये ${numbersOf(count)} train नहीं होतीं.`),
      frozen_in_vain: ({ name }) =>
        `${frameworkWithin(name)} में wrapper पर लिखा trainable=false कुछ freeze नहीं करता: उसे अंदर की layer में लिखिए.`,
    },
  },
};
