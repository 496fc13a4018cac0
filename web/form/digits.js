/**
 * Digits and letters as readers type them: Devanagari digits are read as ASCII ones, half letters wait for their other half, and
 * a field's number goes up and down exactly, however long it is.
 */

const devanagariZero = 0x966;

/**
 * The text with ASCII digits for Devanagari ones, one for one: places in it stay where they were.
 * @param {string} text
 */
export function toAscii(text) {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - devanagariZero));
}

/**
 * The text with a sign for each half of a letter that lacks its other half, one for one: no link can carry halves.
 * @param {string} text
 */
export function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** @param {string} text */
function toDevanagari(text) {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(devanagariZero + Number(digit)));
}

/**
 * The number that is `by` more, never below 1, in the digits that it was typed in; what is no plain number stays as it is.
 * @param {string} text
 * @param {number} by
 */
export function stepped(text, by) {
  const ascii = toAscii(text.trim());
  if (!/^[0-9]{1,30}$/.test(ascii)) return text;
  const next = BigInt(ascii) + BigInt(by);
  const digits = String(next < 1n ? 1n : next);
  return ascii === text.trim() ? digits : toDevanagari(digits);
}
