/** The keys of the derivation that is presented step by step. */

/** One step on, one back, to a step by its number, all of them, or an end of it. @typedef {1 | -1 | "all" | "leave"} Pace */

const fields = "input:not([type=radio], [type=checkbox]), select, textarea";
const controls = "a, button, summary, input, label";

/** @param {Event} event @param {string} selector */
const isOn = (event, selector) => {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches(selector);
};

/** Whether a key is typed into a field: it is no business of the page around then. @param {KeyboardEvent} event */
export const isTyped = (event) => isOn(event, fields);

/** @type {Record<string, Pace>} */
const always = { n: 1, p: -1 };
/** @type {Record<string, Pace>} */
const presenting = { a: "all", Escape: "leave" };
/** Those of a presenter's remote control, too. @type {Record<string, Pace>} */
const filling = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };

/**
 * What a key asks for. Keys belong to the fields while these have the focus, Enter to any control, and no key is ours with Ctrl, Alt or Meta.
 * @param {KeyboardEvent} event
 * @param {boolean} presents
 * @param {boolean} fills nothing else is on the page
 * @returns {Pace | undefined}
 */
export function asked(event, presents, fills) {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || isTyped(event)) return undefined;
  if (presents && key === "Enter") return isOn(event, controls) ? undefined : 1;
  return always[key] ?? (presents ? (presenting[key] ?? (fills ? filling[key] : undefined)) : undefined);
}
