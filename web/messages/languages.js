/** The languages that the page speaks. A further one is a line here and a file beside en.js, with a folder if it likes. */
import { messages as english } from "./en.js";

/** What a language has to say: all that English says, in the same way. @typedef {typeof english} Messages */
/** What only some models need of it: words of problems, and further ones of steps. @typedef {typeof import("./en_rest.js").messages} RestMessages */
/** What it says at once. @typedef {Omit<Messages, keyof RestMessages> & typeof import("./en/steps.js").stepMessages} FirstMessages */
/** What it says besides the derivation. @typedef {typeof import("./en_supplements.js").messages} SupplementMessages */
/** What it says of a pasted text. @typedef {typeof import("./en/reading.js").readingMessages} ReadingMessages */
/** What it says of a number that is not the model's. @typedef {typeof import("./en/diagnosis.js").diagnosisMessages} DiagnosisMessages */
/** What it says in worksheets. @typedef {typeof import("./en/worksheet.js").worksheetMessages} WorksheetMessages */
/** What it says of an exercise. @typedef {typeof import("./en/exercising.js").exercisingMessages} ExercisingMessages */
/** Those of the derivation, with the others once they are there. @typedef {Messages & Partial<SupplementMessages>} SpokenMessages */
/** @typedef {{ id: string, name: string, load: () => Promise<Messages> }} Language `id`: as in lang="…"; `name`: its own, in itself */

/** The default first. @type {Language[]} */
export const languages = [
  { id: "en", name: "English", load: async () => english },
  { id: "hi", name: "हिन्दी (beta)", load: async () => (await import("./hi.js")).messages },
];

/** @param {string | null | undefined} tag */
function named(tag) {
  const [primary] = (tag ?? "").toLowerCase().split("-");
  return languages.find(({ id }) => id === primary);
}

/** Whether a tag names one of these. @param {string} tag */
export const isSpoken = (tag) => named(tag) !== undefined;

/**
 * The language that a tag names, "hi-IN" as "hi"; the default where it is none of these.
 * @param {string | null | undefined} tag
 */
export const languageOf = (tag) => named(tag) ?? languages[0];

/**
 * The language of the nearest lang attribute, also outside the shadow roots that the element stands in.
 * @param {Element} element
 */
export function languageAt(element) {
  /** @type {Element | null} */
  let from = element;
  while (from) {
    const named = from.closest("[lang]");
    if (named) return languageOf(named.getAttribute("lang"));
    const root = from.getRootNode();
    from = root instanceof ShadowRoot ? root.host : null;
  }
  return languages[0];
}

/**
 * The words of a language that the derivation of a usual model needs; English where its file can't be had.
 * @param {Language} language
 * @returns {Promise<Messages>}
 */
export const firstWordsOf = ({ load }) => load().catch(() => english);
