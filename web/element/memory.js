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

/**
 * The engine's comparisons, likewise: with all frameworks, and with one.
 * @param {Pick<import("../engine.js").Engine, "compare">} engine
 * @param {number} most
 * @returns {import("../engine.js").Engine["compare"]}
 */
export function comparing(engine, most) {
  const withAll = remembering(engine.compare, most);
  /** @type {Map<string, typeof withAll>} */
  const withOne = new Map();
  return (query, { framework } = {}) => {
    if (framework === undefined) return withAll(query);
    const kept = withOne.get(framework) ?? remembering((text) => engine.compare(text, { framework }), most);
    withOne.set(framework, kept);
    return kept(query);
  };
}
