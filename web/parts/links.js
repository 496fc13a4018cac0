/** Links to models: real addresses, followed in place. */
import { html, nothing } from "lit";
import { encode, fileIn, languageIn, withLanguage } from "../border/query.js";
import { closeMenu } from "./menu.js";
import { unbroken } from "./words.js";

/** @typedef {import("./view.js").View} View */

/**
 * A model's query as a page's address has it, in the language that this page's address asks for.
 * @param {string} query
 */
const searchOf = (query) => withLanguage(`?${query}`, languageIn(location.search));

/**
 * The whole address of a model, of any length.
 * @param {import("../border/query.js").Texts} texts
 */
export const addressOf = (texts) => `${fileIn(document.baseURI)}${searchOf(encode(texts))}`;

/**
 * @param {import("../border/query.js").Texts} texts
 * @param {string} label
 * @param {View} view
 */
export function modelLink(texts, label, view) {
  return queryLink(encode(texts), label, view);
}

/**
 * @param {string} query
 * @param {string} label
 * @param {View} view
 * @param {boolean} [current] it is the model that is shown
 */
export function queryLink(query, label, view, current = false) {
  /** @param {MouseEvent} event */
  const follow = (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    closeMenu(/** @type {Element} */ (event.currentTarget));
    view.act.open(query);
  };
  return html`<a href=${searchOf(query)} aria-current=${current ? "true" : "false"} @click=${follow}>${unbroken(label)}</a>`;
}

/**
 * Leads from a widget to the whole page, with the same model.
 * @param {View} view
 */
export function openLink({ m, page, texts }) {
  if (page === "") return nothing;
  const search = withLanguage(`?${encode(texts)}`, m.language === "en" ? "" : m.language);
  return html`<a class="open" part="open" href=${page + search} target="_blank" rel="noopener" title=${m.openTitle}>${m.open}</a>`;
}
