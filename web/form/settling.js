/**
 * On a phone a message lies over what is below its field until that is left, then it takes room of its own: see form.css. The page
 * goes along, so that what the reader has gone on to stays where it is.
 * @param {TransitionEvent} event
 */
export function settle({ propertyName, target }) {
  if (propertyName !== "position" || !(target instanceof HTMLElement) || !target.matches(".field > .message")) return;
  const root = /** @type {ShadowRoot} */ (target.getRootNode());
  const { activeElement } = root;
  const { DOCUMENT_POSITION_FOLLOWING: behind, DOCUMENT_POSITION_CONTAINED_BY: within } = Node;
  const place = activeElement ? target.compareDocumentPosition(activeElement) : 0;
  if (!(place & behind) || place & within || getComputedStyle(target).position === "absolute") return;
  const gap = Number.parseFloat(getComputedStyle(/** @type {Element} */ (target.parentElement)).rowGap) || 0;
  scrollBy({ top: target.offsetHeight + gap, behavior: "instant" });
}
