/** Instances of the core, by Emscripten's part of it. Asked by engine.js; tested by instance.test.js. */

/** @typedef {import("../wasm/core.js").Core} Core */
/** @typedef {typeof import("../wasm/core.js").default} Create */

/** All that bindings.cpp gives; a core of another version has not all of it. @type {(keyof Core)[]} */
const functions = ["explain", "compare", "catalog", "edit"];

/** @param {Partial<Core>} module */
const isWhole = (module) => functions.every((name) => typeof module[name] === "function");

/** What a core says while it gives up is no news: the answer says it. */
const printErr = () => {};

/**
 * The first one: everything that can be wrong with it comes out here.
 * @param {Create} create
 * @param {ArrayBuffer | Uint8Array} wasmBinary
 * @returns {Promise<Core>}
 */
export async function firstInstance(create, wasmBinary) {
  const module = await create({ wasmBinary, printErr });
  if (!isWhole(module)) throw new Error(`core.wasm lacks ${functions.filter((name) => !module[name]).join(", ")}`);
  return module;
}

/**
 * A further one, at once. Emscripten fills the object that it is given before its factory returns, be that the same object (3.1.6) or a
 * promise of it (from 4.0.12 on), as long as it compiles synchronously: see ../CMakeLists.txt.
 * @param {Create} create
 * @param {ArrayBuffer | Uint8Array} wasmBinary
 * @returns {Core | undefined} undefined where there is no memory for it
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
