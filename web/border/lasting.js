/** Which answers would be the same again. Said by engine.js; asked by those that keep answers. */

/**
 * Answers that no core was asked for: there was no memory for one; and those that a part of the core gave without what is still to come.
 * The next time there may be.
 * @type {WeakSet<object>}
 */
const unasked = new WeakSet();

/** @template {object} T @param {T} answer @returns {T} */
export function notLasting(answer) {
  unasked.add(answer);
  return answer;
}

/** @param {unknown} answer */
export const isLasting = (answer) => !unasked.has(/** @type {object} */ (answer));
