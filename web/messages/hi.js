/** The page in Hindi. Technical words stay in English, as in courses: parameters, gate, units, bias, layer. */
import { modelMessages } from "./hi/model.js";
import { pageMessages } from "./hi/page.js";
import { problemMessages } from "./hi/problems.js";
import { siteMessages } from "./hi/site.js";
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
  site: async () => siteMessages,
  /** What supplements the derivation. */
  supplements: async () => (await import("./hi_supplements.js")).messages,
};
