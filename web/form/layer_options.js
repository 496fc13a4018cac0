/** The options of a layer: those that the chosen framework has, and any other that was typed. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { kindOf } from "../telling/facts.js";
import { readsWords } from "../telling/frameworks.js";
import { readsBothWays, typedValue } from "./layers_text.js";
import { argumentPath, nameInLayer } from "./names.js";
import { numberField } from "./number_field.js";
import { optionField } from "./places.js";
import { isWrong, messageId, messages, problemsAt } from "./problems.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("./layers_text.js").Item} Item */
/** @typedef {import("../engine.js").ArgumentFacts} ArgumentFacts */
/** @typedef {ReturnType<typeof import("./size_field.js").setter>} Change */

/**
 * @param {View} view
 * @param {Item} item
 * @param {ArgumentFacts[]} known
 */
function optionsOf({ framework, layers, catalog }, item, known) {
  const own = framework.cells.find(({ cell }) => cell === item.cell);
  const offered = own?.options ?? [];
  const place = layers.items.indexOf(item);
  return known.flatMap((argument) => {
    const { name, required } = argument;
    if (required || name === "bidirectional") return [];
    if (known.find((one) => one.name === name) !== argument) return []; // a padding is one of some words, or a number
    const offer = offered.find((option) => option.name === name);
    const typed = item.args.some((arg) => arg.name === name);
    const useless =
      (name === "merge_mode" && !readsBothWays(item)) ||
      (name === "input_dim" && place === 0) || // the field above says that
      (name === "trainable" && kindOf(item, catalog)?.does !== "") ||
      (name === "tied" && !layers.items.slice(0, place).some(({ cell }) => readsWords(cell, catalog)));
    if (!typed && (!offer || useless)) return [];
    return [
      {
        ...argument,
        choices: offer?.choices ?? argument.choices,
        usual: offer?.default ?? "",
        called: own?.words[ownWords[name]] || (offer?.called ?? ""),
      },
    ];
  });
}

/** What the framework has words for of its own. @type {Record<string, "projection" | "input">} */
const ownWords = { proj_size: "projection", input_dim: "input" };

/** A value as its choice is spelled; flags can be 0 and 1, axes "[-2, -1]", too. @param {string} text @param {string} kind */
function spelled(text, kind) {
  const lower = text.trim().toLowerCase();
  if (kind === "choice" && /^[([]\s*(1|-2)\s*,\s*(2|-1)\s*,?\s*[)\]]$/.test(lower)) return "(1,2)";
  return kind === "flag" && /^[01]$/.test(lower) ? String(lower === "1") : lower;
}

/**
 * @param {View} view
 * @param {number} index
 * @param {Item} item
 * @param {ReturnType<typeof optionsOf>[number]} option
 * @param {Change} change
 */
function optionControl(view, index, item, { name, kind, choices, usual, called }, change) {
  const { m } = view;
  const id = optionField(index, name);
  const text = typedValue(item, name);
  const label = called || (m.optionNames[name] ?? name);
  const full = nameInLayer(label, view, index);
  const set = (/** @type {string} */ value) => change(name, value === usual ? "" : value, true);
  const lower = spelled(text, kind);
  const readable = text === "" || choices.some((choice) => choice.toLowerCase() === lower);
  const wrong = isWrong(view, id) ? "true" : "false";
  if (kind === "flag" && readable) {
    const ticked = (lower || usual) === "true";
    return html`<div class="option"><label class="check"><input id=${id} type="checkbox" aria-label=${full} .checked=${live(ticked)} aria-invalid=${wrong} aria-describedby=${messageId(id)}
        @change=${(/** @type {Event} */ event) => set(String(/** @type {HTMLInputElement} */ (event.target).checked))} /> ${label}</label>${messages(view, id)}</div>`;
  }
  if (kind === "choice" && readable) {
    const chosen = lower || usual || choices[0];
    return html`<div class="option"><label for=${id}>${label}</label>
      <select id=${id} aria-label=${full} aria-invalid=${wrong} aria-describedby=${messageId(id)} .value=${live(chosen)}
        @change=${(/** @type {Event} */ event) => set(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${choices.map((choice) => html`<option value=${choice} ?selected=${choice === chosen}>${choice}</option>`)}
      </select>${messages(view, id)}</div>`;
  }
  const typed = (/** @type {string} */ value) => change(name, value, false);
  const origin = argumentPath(view.answer, index, name);
  return numberField(view, {
    id,
    label,
    name: full,
    value: text,
    placeholder: { input_dim: m.whatComes, strides: "", value_dim: "", shared_axes: "" }[name] ?? usual,
    steps: kind === "size",
    digits: kind !== "tuple",
    origin,
    change: typed,
  });
}

/**
 * @param {View} view
 * @param {number} index
 * @param {Item} item
 * @param {ArgumentFacts[]} known
 * @param {Change} change
 */
export function layerOptions(view, index, item, known, change) {
  const options = optionsOf(view, item, known);
  if (options.length === 0) return nothing;
  const open = options.some(
    ({ name }) => typedValue(item, name) !== "" || problemsAt(view, optionField(index, name)).length > 0,
  );
  return html`<details class="options" ?open=${open}>
    <summary aria-label=${nameInLayer(view.m.options, view, index)}><span class="wide">${view.m.options}</span><span class="narrow">…</span></summary>
    <div class="option-list">${options.map((option) => optionControl(view, index, item, option, change))}</div>
  </details>`;
}
