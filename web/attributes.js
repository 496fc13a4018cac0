/** The attributes of <rnn-params>: the keys of a link, of a frame's address and of a notebook's model. */

/** What says the model. */
export const modelKeys = /** @type {const} */ (["framework", "input", "layers"]);

/** What says how it is shown. */
export const viewKeys = /** @type {const} */ (["steps", "controls", "compare", "fade", "theme", "lang"]);

/** What `theme` may say; anything else is as the system or the host has it. */
export const themes = ["light", "dark"];

/**
 * Sets an attribute; "" takes it away.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(element, name, value) {
  if (value === "") element.removeAttribute(name);
  else element.setAttribute(name, value);
}
