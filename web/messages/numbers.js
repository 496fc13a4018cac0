/** Numbers and typed text within the sentences of any language. */

/** Stands where a number is missing. */
export const box = "□";

/**
 * A shape, in the plain form that all frameworks' readers know: a comma stands between its sizes and nowhere else, so that one size is
 * (8192). Python writes (8192,), PyTorch [8192], MATLAB 8192 × 1.
 * @param {readonly string[]} sizes
 */
export const tuple = (sizes) => `(${sizes.map((size) => size || box).join(", ")})`;

/**
 * How a language writes numbers.
 * @param {string} locale "en", "hi-IN"
 */
export function numbersOf(locale) {
  const grouping = new Intl.NumberFormat(locale, { numberingSystem: "latn" });

  /**
   * A number of any length, its digits in groups; what is no number stays as it is.
   * @param {string} text
   */
  const number = (text) => (/^[0-9]+$/.test(text) ? grouping.format(BigInt(text)) : text);

  return {
    number,
    /** @param {number} place */
    ordinal: (place) => number(String(place)),
    /**
     * A size within a sentence; a box where it is not there.
     * @param {string | undefined} text
     */
    size: (text = "") => number(text) || box,
    /**
     * The numbers within a formula.
     * @param {string} formula
     */
    grouped: (formula) => formula.replace(/[0-9]+/g, number),
  };
}

/** Marks that are not seen, and turn the direction of what stands behind them: a whole sentence's. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** @param {string} letter */
const seen = (letter) => {
  const code = letter.codePointAt(0) ?? 0;
  return turning.test(letter) ? `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩` : letter;
};

/**
 * Text that a reader typed, no longer than a sentence can bear, and with all of it to be seen.
 * @param {string | undefined} text
 */
export function short(text = "") {
  const letters = Array.from(text.slice(0, 200), seen);
  return letters.length > 40 || text.length > 200 ? `${letters.slice(0, 39).join("")}…` : letters.join("");
}
