import { readFile } from "node:fs/promises";
import { failed } from "./failure.js";

/** @param {string} name @returns {Promise<Uint8Array>} */
const bytesOf = (name) =>
  readFile(new URL(`../wasm/${name}.wasm`, import.meta.url)).catch((error) => {
    throw failed("missing", error);
  });

/** The bytes of wasm/core.wasm, in Node. In a browser `#wasm` is wasm_fetch.js. */
export const wasmBytes = () => bytesOf("core");

/** Nothing is left for later. @type {(() => Promise<Uint8Array>) | undefined} */
export const restBytes = undefined;

/** Those of wasm/questions.wasm. */
export const questionsBytes = () => bytesOf("questions");
