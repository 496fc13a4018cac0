/** Code that checks the count, framework by framework. */
import { html, nothing } from "lit";
import { codeFor, mostLayers } from "../export/code.js";
import { closedSection } from "./closed_section.js";

/** @typedef {import("./view.js").SupplementView} View */

/** @param {View} view */
export function codeSection(view) {
  const { m, answer, texts, engine, catalog, copied, act } = view;
  if (answer.total === "") return nothing;
  const content = () => {
    const codes = answer.layers.length > mostLayers ? [] : codeFor(texts, engine.explain, catalog);
    const name = (/** @type {string} */ id) => catalog.frameworks.find((framework) => framework.id === id)?.name ?? id;
    const copy = (/** @type {string} */ id) => (copied === id ? m.copied : m.copyCode);
    return html`
    ${codes.length === 0 ? html`<p>${m.noCode}</p>` : nothing}
    ${codes.map(
      ({ framework, code }) => html`<figure class="code">
        <figcaption>${name(framework)} <button type="button" class="copy" aria-label=${`${copy(framework)}: ${name(framework)}`} @click=${() => act.copy(framework, code)}>${copy(framework)}</button></figcaption>
        <pre tabindex="0" aria-label=${name(framework)}><code>${code}</code></pre>
      </figure>`,
    )}
  `;
  };
  return closedSection("code", m.code, content, view);
}
