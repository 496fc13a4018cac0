/** Where the focus goes in the element, and where it is kept when what had it is gone. */
import { nextButton } from "../parts/pace.js";

/** @param {ShadowRoot} root @param {string} id */
function field(root, id) {
  const found = root.getElementById(id);
  return found instanceof HTMLElement && !found.matches(":disabled") ? found : undefined;
}

/**
 * To the first of these that can have it. Where it was lost and none of them can, to the button that adds layers.
 * @param {ShadowRoot} root
 * @param {string[]} ids
 */
export function keepFocus(root, ids) {
  const found = ids.map((id) => field(root, id)).find(Boolean);
  const lost = root.activeElement === null && document.activeElement === document.body;
  if (found) found.focus();
  else if (lost) /** @type {HTMLElement | null} */ (root.querySelector(".add"))?.focus();
}

/**
 * To a field, also a folded one; in a group of choices, to the one that is chosen.
 * @param {ShadowRoot} root
 * @param {string} id
 */
export function focusField(root, id) {
  const found = field(root, id);
  if (!found) return keepFocus(root, []);
  const folded = found.closest("details");
  if (folded) folded.open = true;
  const chosen = found.querySelector("input:checked");
  (chosen instanceof HTMLElement ? chosen : found).focus();
}

/** From a blank that is filled in to the next one. @param {ShadowRoot} root */
export function focusNextBlank(root) {
  if (root.activeElement !== null) return;
  const next = root.querySelector(".steps .blank");
  (next instanceof HTMLElement ? next : field(root, nextButton))?.focus();
}

/** From a button that is gone to the one that stays. @param {ShadowRoot} root */
export function focusNextButton(root) {
  if (root.activeElement === null) field(root, nextButton)?.focus();
}
