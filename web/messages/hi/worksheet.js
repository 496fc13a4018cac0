/** What a worksheet and its key say, by the ids of telling/worksheet.js. */
import { list, number, ordinal } from "./words.js";

/** @type {typeof import("../en/worksheet.js").worksheetMessages} */
export const worksheetMessages = {
  worksheet: {
    title: { alone: "अभ्यास पत्र", numbered: ({ seed }) => `अभ्यास पत्र ${seed}` },
    key: { alone: "अभ्यास पत्र के जवाब", numbered: ({ seed }) => `अभ्यास पत्र ${seed} के जवाब` },
    framework: "गिनती का तरीक़ा",
    asked: {
      ideas: "हर क्रमांक वाली ख़ाली जगह में एक संख्या लिखिए. छोटे box में वह संख्या आती है, जो आपने निकाली है या जो model में लिखी है.",
      values: "हर क्रमांक वाली ख़ाली जगह की संख्या निकालिए. छोटे box की जगह वह संख्या है, जो पिछले किसी step में निकलती है.",
      total: "इस model में weights और biases मिलाकर कितने parameters हैं? पूरा हिसाब लिखिए.",
    },
    ask: {
      matrices: ({ cell, both }) => `${cell} की ${both ? "हर direction में " : ""}कितनी weight matrices हैं?`,
      kernels: ({ cell, both }) => `${cell} के ${both ? "हर direction में " : ""}कितने kernels हैं?`,
      vectors: "Layer क्या रखती है",
      handed_on: ({ place }) => `Layer ${ordinal(place)} कितनी संख्याएँ आगे देती है?`,
      directions: "इस layer में कितनी directions हैं?",
      layer: ({ place }) => `Layer ${ordinal(place)} में कितने parameters हैं?`,
      total: "पूरे model में कितने parameters हैं?",
    },
    outputs: ({ place }) => `layer ${ordinal(place)} outputs`,
    chance: ({ places }) =>
      `इन संख्याओं में ग़लत हिसाब से भी सही जवाब आ सकता है, ख़ाली जगह ${list(places.map(ordinal))} में: वहाँ यह भी लिखिए कि जवाब सही क्यों है.`,
    biases: "biases",
    overview: "सभी जवाब",
    version: "अभ्यास पत्र",
    answers: { blank: "ख़ाली जगह", asked: "सवाल", answer: "जवाब" },
    coincides: ({ place, value, slips }) =>
      `ख़ाली जगह ${ordinal(place)}: ${number(value)} इस ग़लती से भी निकलता है (${list(slips, "या")}), इसलिए सही जवाब से यह पता नहीं चलता कि ग़लती हुई या नहीं.`,
    nothing: "इस model में पूछने के लिए कुछ नहीं है: इसमें कोई संख्या ढूँढनी नहीं पड़ती.",
  },
};
