/** What the command says of models with problems, beside the problems. */
import { several, single } from "./words.js";

/** @type {typeof import("../en/command.js").commandMessages} */
export const commandMessages = {
  moreModels: ({ count }) => `${several(count, "model")} और ${single(count) ? "है, जिसमें" : "हैं, जिनमें"} problems हैं.`,
};
