/** Instances of the core, by Emscripten's part of it. Asked by engine.js; tested by giving_up.test.js. */

/** @typedef {import("../wasm/core.js").Core} Core */
/** @typedef {typeof import("../wasm/core.js").default} Create */

/** All that bindings.cpp gives; a core of another version has not all of it. @type {(keyof Core)[]} */
const functions = ["explain", "compare", "catalog", "edit"];

/** @param {Partial<Core>} module */
const isWhole = (module) => functions.every((name) => typeof module[name] === "function");

/** What a core says while it gives up is no news: the answer says it. */
const printErr = () => {};

/**
 * The first one: everything that can be wrong with it comes out here. It is compiled beside what the page does, so that the first answer
 * is there sooner. By the way that lets it count in a browser that compiles nothing of this size at once (Chrome before 115, for which
 * the styles are not written): the next ones are what it lacks.
 * @param {Create} create
 * @param {ArrayBuffer | Uint8Array} wasmBinary
 * @returns {Promise<Core>}
 */
export async function firstInstance(create, wasmBinary) {
  const compiled = await WebAssembly.compile(/** @type {BufferSource} */ (wasmBinary));
  /** What the instance calls: Emscripten's part says so when it receives it. @type {any} */
  let called;
  /** @type {WebAssembly.Imports} */
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    imports[module] ??= {};
    imports[module][name] = (/** @type {unknown[]} */ ...values) => called[module][name](...values);
  }
  const instance = await WebAssembly.instantiate(compiled, imports);
  const core = await create({
    wasmBinary,
    printErr,
    instantiateWasm(given, receive) {
      called = given;
      receive(instance, compiled);
      return instance.exports;
    },
  });
  if (!isWhole(core)) throw new Error(`core.wasm lacks ${functions.filter((name) => !core[name]).join(", ")}`);
  return core;
}

/**
 * A further one, at once. Emscripten fills the object that it is given before its factory returns, be that the same object (3.1.6) or a
 * promise of it (from 4.0.12 on), as long as it compiles synchronously: see ../CMakeLists.txt.
 * @param {Create} create
 * @param {ArrayBuffer | Uint8Array} wasmBinary
 * @returns {Core | undefined} undefined where there is no memory for it, or a browser does not compile it at once
 */
export function nextInstance(create, wasmBinary) {
  /** @type {Parameters<Create>[0] & Partial<Core>} */
  const module = { wasmBinary, printErr };
  try {
    Promise.resolve(create(module)).catch(() => {});
  } catch {
    return undefined;
  }
  return isWhole(module) ? /** @type {Core} */ (module) : undefined;
}
