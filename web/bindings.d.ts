/** What bindings.cpp gives to JavaScript; the build copies this file to wasm/core.d.ts. All answers are JSON. */
export interface Core {
  /** An Answer; its `query` is "" with problems, and its problems have no `message`: engine.js adds both. */
  explain(query: string): string;
  /** A list of Comparisons; the problems have no `message`. */
  compare(query: string): string;
  /** The Catalog. */
  catalog(): string;
}

/** Makes an instance of the core out of the bytes of core.wasm. */
export default function create(module: { wasmBinary: ArrayBuffer | Uint8Array }): Promise<Core>;
