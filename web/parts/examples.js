/** The notes' examples as links. */
import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { encode } from "../border/query.js";
import { examples } from "../telling/examples.js";
import { kept, queryLink } from "./links.js";
import { menu } from "./menu.js";

/** @typedef {import("./view.js").View} View */

/** The same ones while a size is typed. @param {View} view */
export function exampleLinks(view) {
  const { texts, m } = view;
  const here = encode({ ...texts, framework: "" });
  const current = examples.find(({ query }) => query === here);
  return guard(
    [m, texts.framework, current, ...kept(view)],
    () => html`<ul class="examples">
    ${examples.map((example) => html`<li>${queryLink(withFramework(example.query, view), m.examples[example.id], view, example === current)}</li>`)}
  </ul>`,
  );
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
