/** The notes' examples as links. */
import { html } from "lit";
import { encode } from "../border/query.js";
import { examples } from "../telling/examples.js";
import { queryLink } from "./links.js";
import { menu } from "./menu.js";

/** @typedef {import("./view.js").View} View */

/** @param {View} view */
export function exampleLinks(view) {
  const here = encode({ ...view.texts, framework: "" });
  return html`<ul class="examples">
    ${examples.map(({ id, query }) => html`<li>${queryLink(withFramework(query, view), view.m.examples[id], view, query === here)}</li>`)}
  </ul>`;
}

/**
 * Examples keep the framework that is chosen.
 * @param {string} query
 * @param {View} view
 */
function withFramework(query, { texts }) {
  return texts.framework === "" ? query : `${encode({ framework: texts.framework })}&${query}`;
}

/** @param {View} view */
export function exampleList(view) {
  return html`<nav class="block wide" aria-labelledby="examples"><h2 id="examples">${view.m.examplesTitle}</h2>${exampleLinks(view)}</nav>`;
}

/** @param {View} view */
export function exampleMenu(view) {
  return menu(view.m.examplesMenu, exampleLinks(view));
}
