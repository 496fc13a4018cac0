/**
 * Digits as readers type them: those of Devanagari are read as ASCII ones, and a field's number goes up and down exactly, however
 * long it is.
 */

const devanagariZero = 0x966;

/**
 * The text with ASCII digits for Devanagari ones, one for one: places in it stay where they were.
 * @param {string} text
 */
export function toAscii(text) {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - devanagariZero));
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
