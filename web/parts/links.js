/** Links to models: real addresses, followed in place. */
import { html } from "lit";
import { encode } from "../state/query.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {import("../state/query.js").Texts} texts
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
    const menu = /** @type {Element} */ (event.currentTarget).closest("details");
    if (menu) menu.open = false;
    view.act.open(query);
  };
  return html`<a href="?${query}" aria-current=${current ? "true" : "false"} @click=${follow}>${label}</a>`;
}
