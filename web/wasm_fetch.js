/**
 * The bytes of wasm/core.wasm, in a browser. In Node `#wasm` is wasm_node.js.
 * @returns {Promise<Uint8Array>}
 */
export async function wasmBytes() {
  const url = new URL("./wasm/core.wasm", import.meta.url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}
