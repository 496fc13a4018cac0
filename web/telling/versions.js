/** Which versions of an exercise there are, by their seeds. */
import { toAscii } from "../form/digits.js";

/** So many versions can be written at once. */
export const mostVersions = 200;

/** So many are made at once in the page. */
export const mostAtOnce = 30;

/** A larger seed is not counted up from. */
const seedDigits = 9;

/**
 * The seeds that a text names, "7" or "1..30", in order; or why it names none.
 * @param {string} text
 * @returns {{ seeds: string[], wrong: "" | "unread" | "backwards" | "many" }}
 */
export function seedsOf(text) {
  const [, first, last = first] = /^([0-9]{1,9})(?:\.\.([0-9]{1,9}))?$/.exec(toAscii(text.trim())) ?? [];
  if (first === undefined) return { seeds: [], wrong: "unread" };
  const [from, to] = [Number(first), Number(last)];
  if (to < from) return { seeds: [], wrong: "backwards" };
  if (to - from >= mostVersions) return { seeds: [], wrong: "many" };
  return { seeds: Array.from({ length: to - from + 1 }, (_, place) => String(from + place)), wrong: "" };
}

/**
 * So many versions, or those from one seed to another, "1..30": the first has the numbers on screen where they came from a seed, and where there is no other one.
 * @param {string} seed of the numbers on screen, "" where they are the model's own
 * @param {string} asked as it was typed
 * @returns {string[]} their seeds, "" for the model's own numbers; none where so many there are not
 */
export function versionsFrom(seed, asked) {
  const count = toAscii(asked.trim());
  if (count.includes("..")) {
    const { seeds } = seedsOf(count);
    return seeds.length > mostAtOnce ? [] : seeds;
  }
  const many = /^[0-9]{1,4}$/.test(count) ? Number(count) : 0;
  if (many < 1 || many > mostAtOnce) return [];
  if (many === 1) return [seed];
  const first = new RegExp(`^[0-9]{1,${seedDigits}}$`).test(seed) ? Number(seed) : 1;
  return Array.from({ length: many }, (_, place) => String(first + place));
}
