/** What stands at a size while it has the focus: the question for the largest one within a budget. */
import { html, nothing } from "lit";

/** Where a button takes no focus, the field keeps it: else it would be gone before it is pressed. @param {Event} event */
const stay = (event) => event.preventDefault();

/** The input's size, and the sizes of a layer that a total grows with. */
const size =
  /^(?:input|layer-(\d+)-(units|vocabulary|parameters|num_layers|proj_size|head_dim|key_dim|value_dim|depth_multiplier))$/;

/**
 * @param {import("./view.js").View} view
 * @param {string} field
 * @param {string} value
 */
export function askBudget(view, field, value) {
  const { m, budgeting, mode } = /** @type {import("./view.js").SupplementView} */ (view);
  const [whole, layer = "-1", argument = "input"] = size.exec(field) ?? [];
  if (!budgeting || !whole || mode.controls !== "all" || !/^[0-9०-९]+$/.test(value.trim())) return nothing;
  return html` <button type="button" class="quiet on-focus" aria-label=${m.budget} @mousedown=${stay} @click=${() => budgeting.open({ layer: Number(layer), argument })}>${m.budgetShort}</button>`;
}
