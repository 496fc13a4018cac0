/** What bindings.cpp gives to JavaScript; the build copies this file to wasm/core.d.ts. All answers are JSON. */
export interface Core {
  /** An Answer; its `query` is "" with problems, and its problems have no `message`: engine.js adds both. */
  explain(query: string): string;
  /** A list of Comparisons, with the framework `only` alone where it is not ""; the problems have no `message`. */
  compare(query: string, only: string): string;
  /** The Catalog. */
  catalog(): string;
  /** Edits; `layer` is a place as text, "" for none. The problems have no `message`. */
  edit(query: string, kind: string, layer: string, argument: string, value: string): string;
}

/**
 * Makes an instance of the core out of the bytes of core.wasm, in the object that it is given: complete when the function returns. It
 * returns that object or, with newer releases of Emscripten, a promise of it.
 */
export default function create(module: {
  wasmBinary: ArrayBuffer | Uint8Array;
  printErr?: (text: string) => void;
  /** Hands over an instance that was made elsewhere; by default it is made here, at once. */
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => WebAssembly.Exports;
}): Core | Promise<Core>;
