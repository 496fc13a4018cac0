/** Letters as the core can take them. */

/**
 * The text with a sign for each half of a letter that lacks its other half, one for one: no link can carry halves.
 * @param {string} text
 */
export function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** A text for what should be one. @param {unknown} value */
export const textOf = (value) => (value === Object(value) ? typeof value : String(value ?? ""));
