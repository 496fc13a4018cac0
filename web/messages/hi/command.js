/** What the command says of models with problems, beside the problems. */
import { several } from "./words.js";

/** @type {typeof import("../en/command.js").commandMessages} */
export const commandMessages = {
  command: {
    moreProblems: (count) => `इस model में ${several(`${count}`, "problem")} और ${count === 1 ? "है" : "हैं"}.`,
    moreModels: (count) => `${several(`${count}`, "model")} और ${count === 1 ? "है, जिसमें" : "हैं, जिनमें"} problems हैं.`,
  },
};
