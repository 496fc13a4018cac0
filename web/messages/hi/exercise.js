/** What an exercise says: the values of a derivation, to be filled in. */
import { list, ordinal } from "./words.js";

/** @param {number[]} steps */
const named = (steps) => `${steps.length === 1 ? "step" : "steps"} ${list(steps.map(ordinal))}`;

/** @type {typeof import("../en/exercise.js").exerciseMessages} */
export const exerciseMessages = {
  exercise: {
    name: "नाम:",
    date: "तारीख़:",
    asked: "ख़ाली जगहें भरिए.",
    checked: "हर जवाब तुरंत जाँचा जाता है.",
    give: "जवाब दिखाएँ",
    sure: "बची हुई सभी जगहें भर जाएँगी, और भरी ही रहेंगी.",
    giveAll: "भर दीजिए",
    right: "सही",
    done: {
      all: ({ count }) => `पूरा हुआ: ${ordinal(count)} में से ${ordinal(count)}.`,
      some: ({ count, given }) =>
        `पूरा हुआ: ${ordinal(count)} में से ${ordinal(count - given)}, और ${ordinal(given)} दिखाए गए.`,
    },
    sum: "सभी layers का जोड़",
    blank: { one: ({ step }) => `step ${ordinal(step)} की संख्या` },
    notYet: {
      steps: ({ steps }) => `अभी नहीं: ${named(steps)} देखिए.`,
      steps_here: ({ steps }) => `अभी नहीं: इसी layer के ${named(steps)} देखिए.`,
      line: "अभी नहीं: इसी line की संख्याओं से हिसाब कीजिए.",
      ends: ({ ends }) =>
        `अभी नहीं: ${list(ends.map(({ layer, step }) => `layer ${ordinal(layer)} का step ${ordinal(step)}`))} देखिए.`,
      every_layer: "अभी नहीं: हर layer का आख़िरी step देखिए.",
    },
  },
};
