/** The language of the page around the element: that of its markup, where the address asks for none. The element follows the document's. */
import { firstWordsOf, languageOf } from "../messages/languages.js";
import { notice } from "./notice.js";

const root = document.documentElement;

/** What is written in the markup. */
export const ownLanguage = root.lang;

/**
 * Says the page's own texts in a language, as soon as its words are there; until then the page stays as it is.
 * @param {string} tag "hi"; "" is the markup's own, and a language that is none of the page's the default
 */
export async function showLanguage(tag) {
  const language = languageOf(tag || ownLanguage);
  if (root.lang === language.id) return;
  root.lang = language.id;
  const select = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
  select.value = language.id;
  const { language: spoken, ...words } = await firstWordsOf(language);
  const site = await words.site();
  if (root.lang !== language.id) return;
  notice(spoken === language.id ? "" : words.later.language);
  root.lang = spoken;
  select.value = spoken;
  for (const place of document.querySelectorAll("[data-says]")) {
    const text = site[/** @type {keyof typeof site} */ (place.getAttribute("data-says"))];
    if (place instanceof HTMLMetaElement) place.content = text;
    else if (place.hasAttribute("aria-label")) place.setAttribute("aria-label", text);
    else place.textContent = text;
  }
}
