import { fetched } from "./fetched.js";

/** The bytes of wasm/core.wasm, in a browser. In Node `#wasm` is wasm_node.js. */
export const wasmBytes = () => fetched(new URL("../wasm/core.wasm", import.meta.url));
