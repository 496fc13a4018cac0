/**
 * The steps shown one by one: the first few stand there, the rest waits. A step keeps its place in the document, so printing and
 * what is read from the page's source are whole.
 */

/**
 * Hides every step behind the first `shown`, and what is said of layers that are like those of such a step.
 * @param {ParentNode} root
 * @param {number | undefined} shown undefined: all of them, and none is new
 */
export function reveal(root, shown) {
  const steps = root.querySelectorAll(".steps > .step");
  const newest = shown === undefined ? undefined : steps[Math.min(shown, steps.length) - 1];
  let before = 0;
  for (const one of root.querySelectorAll(".steps > .step, .folded")) {
    if (one.matches(".step")) before++;
    one.toggleAttribute("data-later", before > (shown ?? Number.POSITIVE_INFINITY));
    one.toggleAttribute("data-newest", one === newest);
  }
}

/** What stays free between the step that is new and the bar below it. */
const gap = 8;

/** Scrolls to the step that was shown last, if it is out of view or below the bar. @param {ParentNode} root */
export function follow(root) {
  const newest = root.querySelector("[data-newest]");
  const bar = root.querySelector(".pace-bar");
  if (!(newest instanceof HTMLElement && bar instanceof HTMLElement)) return;
  // The bar moves where the page is scrolled further than its room allows: the room that the page itself keeps is in it already.
  const kept = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
  newest.style.scrollMarginBottom = `${bar.offsetHeight + gap - kept}px`;
  newest.scrollIntoView({ block: "nearest" });
}

const fields = "input:not([type=radio], [type=checkbox]), select, textarea";

/** Whether a key is typed into a field: it is no business of the page around then. @param {KeyboardEvent} event */
export function isTyped(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches(fields);
}

/**
 * What a key asks for: n for the next step, p for the previous one. Keys belong to the fields while these have the focus, and to
 * nobody with Ctrl, Alt or Meta.
 * @param {KeyboardEvent} event
 * @returns {1 | -1 | undefined}
 */
export function asked(event) {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || isTyped(event)) return undefined;
  return key === "n" ? 1 : key === "p" ? -1 : undefined;
}
