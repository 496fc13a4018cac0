/** Instances of the core and of the questions' module, by Emscripten's part of them. Asked by engine.js; tested by giving_up.test.js. */

import { notLasting } from "./lasting.js";
import { joined, NotYet, placeholders } from "./parts.js";

/** @typedef {import("./parts.js").Rest} Rest */

/** @typedef {Parameters<typeof import("../wasm/core.js").default>[0]} Given */
/** @template Core @typedef {(module: Given) => Core | Promise<Core>} Create */
/** @template Core @typedef {readonly (keyof Core & string)[]} Names all that its binding file gives; one of another version has not all of it */

/** @template Core @param {Partial<Core>} module @param {Names<Core>} functions @returns {module is Core} */
const isWhole = (module, functions) => functions.every((name) => typeof module[name] === "function");

/** What a core says while it gives up is no news: the answer says it. */
const printErr = () => {};

/**
 * The first one: everything that can be wrong with it comes out here. It is compiled beside what the page does, so that the first answer
 * is there sooner. By the way that lets it count in a browser that compiles nothing of this size at once (Chrome before 115, for which
 * the styles are not written): the next ones are what it lacks.
 * @template Core
 * @param {Create<Core>} create
 * @param {ArrayBuffer | Uint8Array} wasmBinary
 * @param {Names<Core>} functions
 * @param {Rest} [rest] of a core in two parts
 * @returns {Promise<Core>}
 */
export async function firstInstance(create, wasmBinary, functions, rest = {}) {
  const compiled = await WebAssembly.compile(/** @type {BufferSource} */ (wasmBinary));
  /** What the instance calls: Emscripten's part says so when it receives it. @type {any} */
  let called;
  const imports = placeholders(compiled);
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    imports[module] ??= {};
    imports[module][name] ??= (/** @type {unknown[]} */ ...values) => called[module][name](...values);
  }
  const instance = await WebAssembly.instantiate(compiled, imports);
  if (rest.compiled) await WebAssembly.instantiate(rest.compiled, joined(instance)); // before Embind looks for what it calls
  const core = await create({
    wasmBinary,
    printErr,
    instantiateWasm(given, receive) {
      called = given;
      receive(instance, compiled);
      return instance.exports;
    },
  });
  if (!isWhole(core, functions)) throw new Error(`It lacks ${functions.filter((name) => !core[name]).join(", ")}`);
  return core;
}

/**
 * A further one, at once. Emscripten fills the object that it is given before its factory returns, be that the same object (3.1.6) or a
 * promise of it (from 4.0.12 on), as long as it compiles synchronously: see ../CMakeLists.txt.
 * @template Core
 * @param {Create<Core>} create
 * @param {ArrayBuffer | Uint8Array} wasmBinary
 * @param {Names<Core>} functions
 * @param {Rest} [rest] of a core in two parts
 * @returns {Core | undefined} undefined where there is no memory for it, or a browser does not compile it at once
 */
export function nextInstance(create, wasmBinary, functions, rest = {}) {
  /** @type {Given["instantiateWasm"]} */
  const instantiateWasm = (given, receive) => {
    const compiled = new WebAssembly.Module(/** @type {BufferSource} */ (wasmBinary));
    const instance = new WebAssembly.Instance(compiled, { ...placeholders(compiled), ...given });
    if (rest.compiled) new WebAssembly.Instance(rest.compiled, joined(instance));
    receive(instance, compiled);
    return instance.exports;
  };
  const module = /** @type {Given & Partial<Core>} */ (
    /** @type {Given} */ ({ wasmBinary, printErr, instantiateWasm })
  );
  try {
    Promise.resolve(create(module)).catch(() => {});
  } catch {
    return undefined;
  }
  return isWhole(module, functions) ? module : undefined;
}

/** What is asked of a core, and said where it gave up. @template Core @typedef {<T extends object>(ask: (core: Core) => T, otherwise: () => T) => T} Asking */

/**
 * Asks a core for answers. What one that gave up (out of memory) left behind is not asked again: the next question makes a new one.
 * Throws a NotYet where the rest of the core is to come first.
 * @template Core
 * @param {{ core?: Core }} held the one that is asked
 * @param {() => Core | undefined} next makes another one, where there is memory for it
 * @returns {Asking<Core>}
 */
export function asking(held, next) {
  return (ask, otherwise) => {
    held.core ??= next();
    if (held.core === undefined) return notLasting(otherwise());
    try {
      return ask(held.core);
    } catch (error) {
      held.core = undefined;
      if (error instanceof NotYet) throw error;
      return otherwise();
    }
  };
}
