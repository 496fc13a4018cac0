import { isLasting } from "../border/lasting.js";

/**
 * A function of a text that keeps its latest answers: drawing anew does not count anew. One that no core was asked for is not kept.
 * @template T
 * @param {(text: string) => T} ask
 * @param {number} most how many answers are kept
 * @returns {(text: string) => T}
 */
export function remembering(ask, most) {
  /** @type {Map<string, T>} */
  const kept = new Map();
  return (text) => {
    const answer = kept.has(text) ? /** @type {T} */ (kept.get(text)) : ask(text);
    kept.delete(text);
    if (isLasting(answer)) kept.set(text, answer);
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return answer;
  };
}
