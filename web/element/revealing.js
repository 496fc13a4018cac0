/**
 * The steps shown one by one: the first few stand there, the rest waits. A step keeps its place in the document, so printing and
 * what is read from the page's source are whole.
 */

/** @param {ParentNode} root */
const stepsOf = (root) => [...root.querySelectorAll(".steps > .step")];

/**
 * Hides every step behind the first `shown`.
 * @param {ParentNode} root
 * @param {number | undefined} shown undefined: all of them
 */
export function reveal(root, shown) {
  stepsOf(root).forEach((step, index) => {
    step.toggleAttribute("data-later", shown !== undefined && index >= shown);
    step.toggleAttribute("data-newest", shown !== undefined && index === shown - 1);
  });
}

/** How many steps there are, shown or waiting. @param {ParentNode} root */
export const stepCount = (root) => stepsOf(root).length;

/** Scrolls to the step that was shown last, if it is out of view. @param {ParentNode} root */
export function follow(root) {
  root.querySelector("[data-newest]")?.scrollIntoView({ block: "nearest" });
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
