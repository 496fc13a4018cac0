/** The page in Hindi. Technical words stay in English, as in courses: parameters, gate, units, bias, layer. */
import { modelMessages } from "./hi/model.js";
import { pageMessages } from "./hi/page.js";
import { siteMessages } from "./hi/site.js";
import { stepMessages } from "./hi/steps.js";
import { number, short } from "./hi/words.js";

/** @type {import("./languages.js").FirstMessages} */
const first = {
  language: "hi",
  number,
  short,
  ...stepMessages,
  ...modelMessages,
  ...pageMessages,
  site: async () => siteMessages,
  rest: async () => (await import("./hi_rest.js")).messages,
  /** What supplements the derivation. */
  supplements: async () => (await import("./hi_supplements.js")).messages,
  reading: async () => (await import("./hi/reading.js")).readingMessages,
  diagnosis: async () => (await import("./hi/diagnosis.js")).diagnosisMessages,
};

export const messages = /** @type {import("./languages.js").Messages} */ (first);
