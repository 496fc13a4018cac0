/**
 * The element in notebooks and in MyST: an anywidget module (https://anywidget.dev/en/afm/). The model's keys are the element's
 * attributes, as text or as numbers; a key that the model does not have is an attribute that is not there. When a reader changes
 * what is counted, the model is told.
 */
import "../element/define.js";
import { modelKeys, setAttribute, viewKeys } from "../element/attributes.js";

/** @typedef {import("../element/rnn-params.js").RnnParams} RnnParams */

/**
 * @typedef {object} Model what anywidget's hosts give
 * @property {(key: string) => unknown} get
 * @property {(key: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, told: () => void) => void} on
 * @property {(event: string, told: () => void) => void} off
 */

/** @param {unknown} value */
const textOf = (value) => `${value ?? ""}`;

/**
 * A text as the model has it: where it has a number, a number, if it is one.
 * @param {string} text
 * @param {unknown} before
 */
function asBefore(text, before) {
  const number = Number(text);
  return typeof before === "number" && /^\d+$/.test(text) && Number.isSafeInteger(number) ? number : text;
}

/**
 * MyST's pages have no kernel to save to, and may say so by an error; so may they where a listener goes away.
 * @param {() => void} ask
 */
function ifPossible(ask) {
  try {
    ask();
  } catch {
    // What the reader sees is right all the same.
  }
}

/**
 * @param {{ model: Model, el: Element | ShadowRoot, signal?: AbortSignal }} host
 * @returns {() => void} takes it away again
 */
function render({ model, el, signal }) {
  const element = /** @type {RnnParams} */ (document.createElement("rnn-params"));
  element.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves the keys pressed in it alone

  const listeners = [...modelKeys, ...viewKeys].map((key) => {
    const follow = () => {
      const text = textOf(model.get(key));
      if (text !== (element.getAttribute(key) ?? "")) setAttribute(element, key, text);
    };
    follow();
    const event = `change:${key}`;
    model.on(event, follow);
    return { event, follow };
  });

  element.addEventListener("rnn-params-change", () => {
    const changed = modelKeys.filter((key) => element[key] !== textOf(model.get(key)));
    for (const key of changed) model.set(key, asBefore(element[key], model.get(key)));
    if (changed.length > 0) ifPossible(() => model.save_changes());
  });

  const remove = () => {
    element.remove();
    for (const { event, follow } of listeners) ifPossible(() => model.off(event, follow));
  };
  signal?.addEventListener("abort", remove, { once: true });
  el.append(element);
  return remove;
}

export default { render };
