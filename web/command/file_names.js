/** Names for the files of many derivations: a model keeps its name when others come or go. */

/** A longer name is cut. */
const longest = 80;

/** "keras-64-lstm-32" @param {string} query in its canonical form */
function nameOf(query) {
  const values = [...new URLSearchParams(query).values()].join(" ");
  return (
    values
      .toLowerCase()
      .match(/[a-z0-9.]+/g)
      ?.join("-")
      .slice(0, longest) ?? ""
  );
}

/**
 * One name for each query, in plain small letters, digits, dots and hyphens; no two are the same.
 * @param {string[]} queries in their canonical form
 * @param {string} ending of a file's name
 * @param {string[]} [parts] what of its model each is, "" where it is all of it
 * @returns {string[]}
 */
export function fileNames(queries, ending, parts = []) {
  /** @type {Set<string>} */
  const taken = new Set();
  return queries.map((query, place) => {
    const plain = parts[place] ? `${nameOf(query)}-${parts[place]}` : nameOf(query);
    let name = plain;
    for (let next = 2; taken.has(name); next++) name = `${plain}-${next}`;
    taken.add(name);
    return `${name}.${ending}`;
  });
}
