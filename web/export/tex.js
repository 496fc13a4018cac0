/** What formulas in LaTeX and in Markdown have in common: signs that mean the same to both, and survive Markdown. */

/**
 * A number with its digits in groups, as in the sentences around it: 12{,}416.
 * @param {string} text
 * @param {(text: string) => string} number
 */
export const texNumber = (text, number) => number(text).replaceAll(",", "{,}");

/** In the place of a number. */
export const texBlank = "\\boxed{\\phantom{0}}";
/** Where a value is to be filled in. */
export const texRoom = "\\boxed{\\phantom{000000}}";
