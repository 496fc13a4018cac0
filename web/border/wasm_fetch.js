import { fetched } from "./fetched.js";

/** The bytes of the core's first part, in a browser. In Node `#wasm` is wasm_node.js. */
export const wasmBytes = () => fetched(new URL("../wasm/core_first.wasm", import.meta.url));

/** Those of the rest. */
export const restBytes = () => fetched(new URL("../wasm/core_rest.wasm", import.meta.url));

/** Those of wasm/questions.wasm. */
export const questionsBytes = () => fetched(new URL("../wasm/questions.wasm", import.meta.url));
