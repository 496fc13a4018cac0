/**
 * Every English sentence of the page and of the engine's problems, by what it speaks of. Another language is another file like
 * this one with a folder beside it, see languages.js; nothing else speaks a human language.
 */
import { modelMessages } from "./en/model.js";
import { pageMessages } from "./en/page.js";
import { problemMessages } from "./en/problems.js";
import { stepMessages } from "./en/steps.js";
import { number, short } from "./en/words.js";

export const messages = {
  language: "en",
  number,
  short,
  ...problemMessages,
  ...stepMessages,
  ...modelMessages,
  ...pageMessages,
  /** What stands in the page around the element. */
  site: async () => (await import("./en/site.js")).siteMessages,
  /** What supplements the derivation. */
  supplements: async () => (await import("./en_supplements.js")).messages,
};
