import packedCore from "../wasm/core.wasm?packed";
import packedQuestions from "../wasm/questions.wasm?packed";

/** @param {string} packed @returns {Promise<Uint8Array>} */
async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The bytes of wasm/core.wasm out of the script itself, for builds that are one file, see tools/inline.js. */
export const wasmBytes = () => unpacked(packedCore);

/** Nothing is left for later. @type {(() => Promise<Uint8Array>) | undefined} */
export const restBytes = undefined;

/** Those of wasm/questions.wasm. */
export const questionsBytes = () => unpacked(packedQuestions);
