/** What the command says of models with problems, beside the problems. */
import { several } from "./words.js";

export const commandMessages = {
  command: {
    /** @param {{ count: string }} told */
    moreProblems: ({ count }) =>
      `There ${count === "1" ? "is" : "are"} ${several(count, "more problem")} in this model.`,
    /** @param {{ count: string }} told */
    moreModels: ({ count }) => `${several(count, "more model")} ${count === "1" ? "has" : "have"} problems.`,
  },
};
