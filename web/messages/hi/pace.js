/** What the stage says, and the labels of its control. */
import { ordinal } from "./words.js";

/** @type {typeof import("../en/pace.js").paceMessages} */
export const paceMessages = {
  presenting: {
    stage: "गिनती, step-दर-step",
    bar: "Steps बदलें",
    next: "आगे",
    back: "पीछे",
    all: "सभी",
    full: "पूरी screen",
    leave: "बंद करें",
    step: (shown, all) => `${ordinal(all)} में से ${ordinal(shown)}`,
    within: (layer, step) => `Layer ${ordinal(layer)} का step ${ordinal(step)}`,
    key: (name) => `Key: ${name}`,
  },
};
