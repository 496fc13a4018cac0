import { readFile } from "node:fs/promises";
import { failed } from "./failure.js";

/**
 * The bytes of wasm/core.wasm, in Node. In a browser `#wasm` is wasm_fetch.js.
 * @returns {Promise<Uint8Array>}
 */
export async function wasmBytes() {
  return readFile(new URL("../wasm/core.wasm", import.meta.url)).catch((error) => {
    throw failed("missing", error);
  });
}
