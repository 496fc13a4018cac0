/**
 * The core in two parts, see tools/split.js: the first one counts usual models. Where it calls what only the rest has, before that is there, it ends
 * with a NotYet, and is not asked again. Once the rest is there, instances are made of both. Asked by instance.js; tested by parts.test.js.
 */

/** The question needs the rest of the core: it is to be asked again when that is there. */
export class NotYet extends Error {}

const notYet = () => {
  throw new NotYet("The rest of the core is not there yet");
};

/**
 * What a first part calls in place of the rest; nothing for a whole core. The rest puts its functions in their places.
 * @param {WebAssembly.Module} compiled
 * @returns {WebAssembly.Imports}
 */
export function placeholders(compiled) {
  /** @type {WebAssembly.Imports} */
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    if (!module.startsWith("placeholder")) continue;
    imports[module] ??= {};
    imports[module][name] = notYet;
  }
  return imports;
}

/**
 * The second part of a core, once it is there.
 * @typedef {object} Rest
 * @property {WebAssembly.Module} [compiled]
 */

/** What it calls of the first part. @param {WebAssembly.Instance} first */
export const joined = (first) => ({ primary: first.exports });
