/** Links to models: real addresses, followed in place. */
import { html, nothing } from "lit";
import { encode, fileIn, languageIn, withFade, withGot, withKey, withLanguage, withVersus } from "../border/query.js";
import { unbroken } from "../text/words.js";
import { closeMenu } from "./menu.js";

/** @typedef {import("./view.js").View} View */

/**
 * A model's query as a page's address has it: an exercise stays one, a second model beside it.
 * @param {string} query
 * @param {View} view
 * @param {string} [language] that this page's address asks for
 */
const searchOf = (query, { exercise, fade, vs }, language = languageIn(location.search)) =>
  withVersus(withKey(withFade(withLanguage(`?${query}`, language), fade), "exercise", exercise), vs);

/** What the addresses of all models have from the page's own. @param {View} view */
export const kept = ({ exercise, fade, vs }) => [languageIn(location.search), exercise, fade, vs];

/**
 * The whole address of what is shown, of any length.
 * @param {View} view
 */
export const addressOf = (view) =>
  `${fileIn(document.baseURI)}${withGot(searchOf(encode(view.texts), view), view.got)}`;

/**
 * @param {import("../border/query.js").Texts} texts
 * @param {string} label
 * @param {View} view
 * @param {string} [name] where others have the same label, one of its own that begins with it
 */
export function modelLink(texts, label, view, name) {
  return queryLink(encode(texts), label, view, false, name);
}

/**
 * @param {string} query
 * @param {string} label
 * @param {View} view
 * @param {boolean} [current] it is the model that is shown
 * @param {string} [name]
 */
export function queryLink(query, label, view, current = false, name = label) {
  /** @param {MouseEvent} event */
  const follow = (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    closeMenu(/** @type {Element} */ (event.currentTarget));
    view.act.open(query);
  };
  return html`<a href=${searchOf(query, view)} aria-current=${current ? "true" : "false"} aria-label=${name === label ? nothing : name} @click=${follow}>${unbroken(label)}</a>`;
}

/**
 * Leads from a widget to the whole page, with the same model in the same language.
 * @param {View} view
 */
export function openLink(view) {
  const { m, page, texts } = view;
  if (!page) return nothing;
  const search = searchOf(encode(texts), view, m.language === "en" ? "" : m.language);
  return html`<a class="open" part="open" href=${page + search} target="_blank" rel="noopener" title=${m.openTitle}>${m.open}</a>`;
}
