/** The sum that stands under the picture: the pieces of a cut, equal ones together. */

/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./drawing.js").Term} Term */
/** @typedef {import("../engine.js").Layer} Layer */

/**
 * Neighbours of one count together.
 * @param {{ count: string }[]} pieces
 * @returns {Term[]}
 */
export function termsOf(pieces) {
  /** @type {Term[]} */
  const terms = [];
  for (const { count } of pieces) {
    const last = terms.at(-1);
    if (last?.count === count) last.times++;
    else terms.push({ times: 1n, count, names: [], shape: [], column: "" });
  }
  return terms;
}

/**
 * The tensors in the order of the columns, equal ones of a column together.
 * @param {Layer} layer
 * @param {Part[]} parts
 * @returns {Term[]}
 */
export function tensorTerms({ weights }, parts) {
  /** @type {Map<string, Term>} */
  const terms = new Map();
  const indexes = new Set(parts.flatMap(({ tensors }) => tensors.map(({ tensor }) => tensor)));
  for (const index of indexes) {
    const { name, role, shape, count, column } = weights[index];
    const key = [role, column, ...shape].join();
    const term = terms.get(key) ?? { times: 0n, count, names: [], shape, column };
    term.times++;
    term.names.push(name);
    terms.set(key, term);
  }
  return [...terms.values()];
}
