/**
 * Every English sentence that the derivation of a usual model needs, by what it speaks of, and where the others are. Another language is
 * another file like this one with a folder beside it, see languages.js; nothing else speaks a human language.
 */
import { modelMessages } from "./en/model.js";
import { pageMessages } from "./en/page.js";
import { stepMessages } from "./en/steps.js";
import { number, short } from "./en/words.js";

const first = {
  language: "en",
  number,
  short,
  ...stepMessages,
  ...modelMessages,
  ...pageMessages,
  /** What stands in the page around the element. */
  site: async () => (await import("./en/site.js")).siteMessages,
  /** What only some models need: see `completed` in telling/words.js. */
  rest: async () => (await import("./en_rest.js")).messages,
  /** What supplements the derivation. */
  supplements: async () => (await import("./en_supplements.js")).messages,
  /** What was read of a pasted text. */
  reading: async () => (await import("./en/reading.js")).readingMessages,
  diagnosis: async () => (await import("./en/diagnosis.js")).diagnosisMessages,
};

/** Words of `rest` are there when it has come; who says one of them before is told so, see telling/say.js. */
export const messages = /** @type {typeof first & import("./languages.js").RestMessages} */ (first);
