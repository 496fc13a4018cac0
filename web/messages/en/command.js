/** What the command says of models with problems, beside the problems. */
import { several } from "./words.js";

export const commandMessages = {
  /** @param {{ count: string }} told */
  moreModels: ({ count }) => `${several(count, "more model")} ${count === "1" ? "has" : "have"} problems.`,
};
