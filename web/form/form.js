/** The form: the input's size, the time steps where they matter, and the layers, as rows and as text. */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { comingSteps } from "../telling/facts.js";
import { inputWord, readsWords } from "../telling/frameworks.js";
import { layerRow } from "./layer_row.js";
import { addButtonId } from "./names.js";
import { numberField } from "./number_field.js";
import { furtherProblems, isWrong, linkProblems, messageId, messages, problemsAt } from "./problems.js";
import { settle } from "./settling.js";

/** @typedef {import("../parts/view.js").View} View */

const mostRows = 10;

/** Whether the input's size stands in the first layer. @param {View} view */
export const startsWithWords = ({ layers, catalog }) => readsWords(layers.items[0]?.cell, catalog);

/** @param {View} view */
export function inputField(view) {
  const { m, texts, framework, layers, catalog, answer, act } = view;
  return numberField(view, {
    id: "input",
    label: inputWord(framework, layers.items[0]?.cell, catalog),
    value: texts.input,
    role: "input",
    origin: "input",
    hint: startsWithWords(view) ? m.inputByEmbedding : m.inputHint,
    placeholder: texts.input !== "" || startsWithWords(view) ? "" : answer.layers[0]?.input, // where the first layer says it
    change: (input) => act.change({ input }, false),
  });
}

/** Whether the time steps are asked for, or said. @param {View} view */
export const hasTimesteps = (view) =>
  view.texts.timesteps !== "" ||
  view.emptied === "timesteps" ||
  problemsAt(view, "timesteps").length > 0 ||
  view.layers.items.some((item) =>
    view.catalog.layers.some(({ cell, reads_steps }) => reads_steps && cell === item.cell),
  );

/** @param {View} view */
export function timestepsField(view) {
  const { m, texts, layers, catalog, answer, act } = view;
  if (!hasTimesteps(view)) return nothing;
  const recurrent = catalog.layers.flatMap(({ cell, recurrent }) =>
    recurrent && layers.items.some((item) => item.cell === cell) ? [cell] : [],
  );
  return numberField(view, {
    id: "timesteps",
    label: "timesteps",
    value: texts.timesteps,
    origin: "timesteps",
    placeholder: texts.timesteps === "" ? comingSteps(answer, catalog) : "", // where the first layer says them
    hint: m.timestepsHint(recurrent),
    change: (timesteps) => act.change({ timesteps }, false),
  });
}

/**
 * What the rows are drawn from. While all of it stays, as where the input's size is typed, they stay as they are; where something is wrong,
 * they are drawn anew.
 * @param {View} view
 */
function rowsFrom({ m, answer, layers, framework, catalog, shown, mode, refused, emptied, steps, rest, later }) {
  const written = answer.problems.length > 0 ? {} : layers.text;
  const presents = steps !== undefined;
  return [
    written,
    m,
    framework,
    catalog.layers,
    shown.has("rows"),
    mode.controls,
    refused,
    emptied,
    presents,
    rest,
    later,
  ];
}

/** @param {View} view */
function rows(view) {
  const { m, layers, shown, act } = view;
  const visible = shown.has("rows") ? layers.items : layers.items.slice(0, mostRows);
  const hidden = layers.items.length - visible.length;
  const last = hidden > 0 ? -1 : visible.length - 1;
  return html`
    <ol class="rows">${guard(rowsFrom(view), () => visible.map((item, index) => layerRow(view, item, index, index === last ? addButton(view) : nothing)))}</ol>
    ${hidden > 0 ? html`<button type="button" class="quiet" @click=${() => act.show("rows")}>${m.showRows(hidden)}</button>` : nothing}
    ${last < 0 ? addButton(view) : nothing}
  `;
}

/** @param {View} view */
function addButton({ m, act }) {
  const add = () => act.edit({ kind: "add" }, true, [addButtonId]);
  return html`<div class="adding"><button type="button" class="add" id=${addButtonId} @click=${add}>+ ${m.addLayer}</button></div>`;
}

/** @param {View} view */
export function layersText(view) {
  const { m, texts, shown, act } = view;
  /** @param {Event} event */
  const typed = (event) => {
    const { value } = /** @type {HTMLTextAreaElement} */ (event.target);
    act.empty(value === "" ? "layers" : "");
    act.change({ layers: value }, false);
  };
  return html`
    <details class="as-text" ?open=${shown.has("text")}>
      <summary>${m.asText}</summary>
      <textarea id="layers" aria-label=${m.layersField} rows="3" autocapitalize="off" spellcheck="false" .value=${live(texts.layers)}
        aria-invalid=${isWrong(view, "layers") ? "true" : "false"} aria-describedby=${messageId("layers")} @input=${typed} @blur=${() => act.leave("layers")}></textarea>
      ${view.asText ? [messages(view, "layers", m.layersHint), furtherProblems(view), html`<div class="as-code">${view.later?.asCode(view)}</div>`] : html`<div class="message hint">${m.layersHint}</div>`}
    </details>
  `;
}

/** @param {View} view */
export function form(view) {
  const { m, asText } = view;
  return html`
    <section class="block form" aria-labelledby="form" @transitionend=${settle}>
      <h2 id="form" class="visually-hidden">${m.form}</h2>
      ${linkProblems(view)}
      ${inputField(view)}
      ${timestepsField(view)}
      ${asText ? nothing : rows(view)}
      ${!asText && problemsAt(view, "layers").length > 0 ? messages(view, "layers") : nothing}
      ${asText ? nothing : furtherProblems(view)}
    </section>
  `;
}
