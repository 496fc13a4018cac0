/** What the stage says, and the labels of its control. */
import { ordinal } from "./words.js";

export const paceMessages = {
  presenting: {
    stage: "The derivation, step by step",
    bar: "Steps",
    next: "Next",
    back: "Back",
    all: "All",
    full: "Full screen",
    leave: "Leave",
    /** @param {number} shown @param {number} all */
    step: (shown, all) => `${ordinal(shown)} of ${ordinal(all)}`,
    /** Where there are several layers. @param {number} layer @param {number} step */
    within: (layer, step) => `Layer ${ordinal(layer)}, step ${ordinal(step)}`,
    /** @param {string} name */
    key: (name) => `Key: ${name}`,
  },
};
