/** What the command says of models with problems, beside the problems. */
import { several, single } from "./words.js";

/** @type {typeof import("../en/command.js").commandMessages} */
export const commandMessages = {
  moreModels: ({ count }) => `${several(count, "model")} और ${single(count) ? "है, जिसमें" : "हैं, जिनमें"} problems हैं.`,
  reading: {
    line: ({ number }) => `line ${number}`,
    asks: ({ names }) => `इनकी value नहीं है: ${names.join(", ")}. ऐसे बताइए: --name ${names[0]}=100`,
    choices: ({ layer, names, more }) =>
      `${layer} की जगह यह layer भी हो सकती है: ${names.join("; ")}${more === "0" ? "" : `; और ${more}`}`,
    models: ({ names, more }) => `इस text के दूसरे models: ${names.join(", ")}${more === "0" ? "" : `, और ${more}`}`,
    left: ({ reasons }) => `छोड़ा गया: ${reasons.join(", ")}.`,
    nothing: "इस text से कुछ नहीं पढ़ा गया: इसमें Keras या PyTorch का code, print(model) या weights के shapes नहीं हैं.",
    tooLong: "यह text इतना लंबा है कि पढ़ा नहीं जा सकता.",
  },
};
