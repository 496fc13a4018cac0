/** When what a reader types into a blank is looked at, beside when it is left: once it rests, with enough digits. */
import { isWhole } from "../telling/blanks.js";

/** So long, in milliseconds: a number of more digits goes on sooner, and is not taken for its beginning. */
const rest = 800;

/** @type {WeakMap<EventTarget, ReturnType<typeof setTimeout>>} */
const waiting = new WeakMap();

/**
 * @param {Event} event what typed
 * @param {string} value what is right there
 * @param {() => void} check
 */
export function whenRested({ target }, value, check) {
  const input = /** @type {HTMLInputElement} */ (target);
  clearTimeout(waiting.get(input));
  if (!isWhole(input.value, value)) return;
  const typed = input.value;
  waiting.set(
    input,
    setTimeout(() => {
      if (input.isConnected && input.value === typed) check();
    }, rest),
  );
}
