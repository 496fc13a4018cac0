import packed from "../wasm/core.wasm?packed";

/**
 * The bytes of wasm/core.wasm out of the script itself, for builds that are one file, see tools/inline.js.
 * @returns {Promise<Uint8Array>}
 */
export async function wasmBytes() {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
