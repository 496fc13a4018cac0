/** What a panel is called: a heading on the page, none in a widget, where it would break the outline of what is around. */
import { html } from "lit";

/**
 * @param {string} id
 * @param {string} title
 * @param {import("./view.js").View} view
 */
export const panelTitle = (id, title, { mode }) =>
  mode.controls === "all" ? html`<h3 id=${id}>${title}</h3>` : html`<p id=${id} class="panel-title">${title}</p>`;
