/** A list that unfolds over what is below it. Escape closes it, and so does going on to something else. */
import { html } from "lit";

/**
 * @param {string} label
 * @param {unknown} content
 */
export function menu(label, content) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const details = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (event.key === "Escape" && details.open) closeMenu(details);
  };
  /** @param {FocusEvent} event */
  const onLeave = ({ currentTarget, relatedTarget }) => {
    const details = /** @type {HTMLDetailsElement} */ (currentTarget);
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
  };
  return html`<details class="menu narrow" @keydown=${onKey} @focusout=${onLeave}>
    <summary>${label}</summary>
    <div class="menu-list">${content}</div>
  </details>`;
}

/**
 * Closes the menu around an element, if there is one, and leaves the focus where it opens.
 * @param {Element} inside
 */
export function closeMenu(inside) {
  const details = inside.closest("details.menu");
  if (!(details instanceof HTMLDetailsElement) || !details.open) return;
  details.open = false;
  details.querySelector("summary")?.focus();
}
