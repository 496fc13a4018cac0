/** Which versions of an exercise there are, by their seeds. */

/** So many are made at once. */
export const mostAtOnce = 30;

/** A larger seed is not counted up from. */
const seedDigits = 9;

/**
 * So many versions: the first has the numbers on screen where they came from a seed, and where there is no other one.
 * @param {string} seed of the numbers on screen, "" where they are the model's own
 * @param {string} count as it was typed, in ASCII digits
 * @returns {string[]} their seeds, "" for the model's own numbers; none where so many there are not
 */
export function versionsFrom(seed, count) {
  const many = /^[0-9]{1,4}$/.test(count) ? Number(count) : 0;
  if (many < 1 || many > mostAtOnce) return [];
  if (many === 1) return [seed];
  const first = new RegExp(`^[0-9]{1,${seedDigits}}$`).test(seed) ? Number(seed) : 1;
  return Array.from({ length: many }, (_, place) => String(first + place));
}
