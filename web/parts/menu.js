/** A list that unfolds over what is below it. Escape closes it, and so does going on to something else. */
import { html } from "lit";

/**
 * @param {string} label
 * @param {unknown} content
 * @param {string} [sort] where it is seen, or what it looks like
 */
export function menu(label, content, sort = "narrow") {
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
  return html`<details class="menu ${sort}" @keydown=${onKey} @focusout=${onLeave}>
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
