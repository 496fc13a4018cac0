/** What the command says of models with problems, beside the problems. */
import { several } from "./words.js";

export const commandMessages = {
  /** @param {{ count: string }} told */
  moreModels: ({ count }) => `${several(count, "more model")} ${count === "1" ? "has" : "have"} problems.`,
  /** What was read of a text. */
  reading: {
    /** @param {{ number: string }} line */
    line: ({ number }) => `line ${number}`,
    /** @param {{ names: string[] }} names */
    asks: ({ names }) => `Without a value: ${names.join(", ")}. Say it: --name ${names[0]}=100`,
    /** @param {{ layer: string, names: string[], more: string }} choice */
    choices: ({ layer, names, more }) =>
      `${layer} can also be: ${names.join("; ")}${more === "0" ? "" : `; and ${more} more`}`,
    /** @param {{ names: string[], more: string }} models */
    models: ({ names, more }) =>
      `Other models in this text: ${names.join(", ")}${more === "0" ? "" : `, and ${more} more`}`,
    /** @param {{ reasons: string[] }} lines */
    left: ({ reasons }) => `Left out: ${reasons.join(", ")}.`,
    nothing: "Nothing was read of this text: it is no code of Keras or PyTorch, no print(model), no shapes of weights.",
    tooLong: "This text is too long to be read.",
  },
};
