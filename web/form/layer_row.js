/** One layer of the form. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { layersWords } from "../telling/model.js";
import { layerOptions } from "./layer_options.js";
import { readsBothWays, typedValue } from "./layers_text.js";
import { argumentPath, nameInLayer, placesOf, toolButton } from "./names.js";
import { layerField, optionField } from "./places.js";
import { isWrong, messageId, messages, problemsAt } from "./problems.js";
import { setter, sizeField } from "./size_field.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("./layers_text.js").Item} Item */

/**
 * @param {View} view
 * @param {number} index
 * @param {Item} item
 * @param {ReturnType<typeof setter>} change
 */
function cellSelect(view, index, item, change) {
  const { m, framework, catalog } = view;
  const id = layerField(index);
  const offered = framework.cells.some(({ cell }) => cell === item.cell);
  const groups = Object.entries(m.groups).map(([group, label]) => {
    const members = framework.cells.filter(({ cell }) =>
      catalog.layers.some((facts) => facts.cell === cell && facts.group === group),
    );
    return members.length === 0
      ? nothing
      : html`<optgroup label=${label}>${members.map(({ cell, name }) => html`<option value=${cell} ?selected=${cell === item.cell}>${name}</option>`)}</optgroup>`;
  });
  /** @param {Event} event */
  const choose = (event) => change("cell", /** @type {HTMLSelectElement} */ (event.target).value, true);
  /** While the steps are shown one by one, their keys choose no layer. @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (view.steps !== undefined && /^[np]$/.test(event.key)) event.preventDefault();
  };
  return html`<select id=${id} aria-label=${nameInLayer(m.cell, view, index)} .value=${live(item.cell)} aria-invalid=${isWrong(view, id) ? "true" : "false"} aria-describedby=${messageId(id)} @change=${choose} @keydown=${onKey}>
    ${offered ? nothing : html`<option value=${item.cell} selected>${m.short(item.name)}</option>`}${groups}
  </select>`;
}

/**
 * @param {View} view
 * @param {number} index
 */
function tools({ m, layers, act }, index) {
  const count = layers.items.length;
  if (count < 2) return nothing;
  const tool = (
    /** @type {"up" | "down" | "remove"} */ what,
    /** @type {string} */ sign,
    /** @type {string} */ name,
    /** @type {boolean} */ off,
    /** @type {() => void} */ click,
  ) =>
    html`<button type="button" class="tool" id=${toolButton(index, what)} aria-label=${name} title=${name} ?disabled=${off} @click=${click}>${sign}</button>`;
  const move = (/** @type {number} */ to, /** @type {"up" | "down"} */ way) => {
    const back = way === "up" ? "down" : "up";
    act.edit({ kind: "move", layer: index, value: String(to) }, true, [toolButton(to, way), toolButton(to, back)]);
  };
  const remove = () => {
    const next = Math.min(index, count - 2);
    act.edit({ kind: "remove", layer: index }, true, [toolButton(next, "remove"), layerField(next)]);
  };
  return html`<span class="tools">
    ${tool("up", "↑", m.moveUp(index + 1), index === 0, () => move(index - 1, "up"))}
    ${tool("down", "↓", m.moveDown(index + 1), index === count - 1, () => move(index + 1, "down"))}
    ${tool("remove", "×", m.remove(index + 1), false, remove)}
  </span>`;
}

/**
 * @param {View} view
 * @param {Item} item
 * @param {number} index
 * @param {unknown} add what adds a layer, in the last row
 */
export function layerRow(view, item, index, add) {
  const { m, catalog } = view;
  const facts = catalog.layers.find(({ cell }) => cell === item.cell);
  const known = facts?.arguments ?? [];
  const change = setter(view, index);
  const [first, last] = placesOf(view, index);
  const times = typedValue(item, "num_layers");
  const required = known.filter((argument) => argument.required);
  const both = (/** @type {Event} */ event) =>
    change("bidirectional", String(/** @type {HTMLInputElement} */ (event.target).checked), true);
  return html`
    <li class="row">
      <div class="row-head">
        <h3>${layersWords(first, last, m)}</h3>
        ${cellSelect(view, index, item, change)}
        ${tools(view, index)}
      </div>
      ${problemsAt(view, layerField(index)).length > 0 ? messages(view, layerField(index)) : nothing}
      ${required.map((argument) => sizeField(view, item, index, argument))}
      <div class="row-foot">
        ${
          facts?.recurrent
            ? html`<div class="both"><label class="check" data-origin=${argumentPath(view.answer, index, "bidirectional") ?? nothing}><input id=${optionField(index, "bidirectional")} type="checkbox" aria-label=${nameInLayer(m.both, view, index)} .checked=${live(readsBothWays(item))} @change=${both} /> ${m.both}</label>
              ${problemsAt(view, optionField(index, "bidirectional")).length > 0 ? messages(view, optionField(index, "bidirectional")) : nothing}</div>`
            : nothing
        }
        ${times ? html`<span class="stacked">${m.stacked(times)}</span>` : nothing}
        ${layerOptions(view, index, item, known, change)}
        ${add}
      </div>
    </li>
  `;
}
