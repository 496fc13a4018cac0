/** The page in Hindi. Technical words stay in English, as in courses: parameters, gate, units, bias, layer. */
import { modelMessages } from "./hi/model.js";
import { pageMessages } from "./hi/page.js";
import { problemMessages } from "./hi/problems.js";
import { stepMessages } from "./hi/steps.js";
import { number, short } from "./hi/words.js";

/** @type {import("./languages.js").Messages} */
export const messages = {
  language: "hi",
  number,
  short,
  ...problemMessages,
  ...stepMessages,
  ...modelMessages,
  ...pageMessages,
  /** What goes beyond the derivation. */
  beyond: async () => (await import("./hi_beyond.js")).messages,
};
