/** Files by windows: a Blob in a page, a file in Node, bytes in a test; and what can be wrong with them. */

/**
 * Bytes from `start` up to `end`, which are asked for within `size` only.
 * @typedef {{ size: number, slice: (start: number, end: number) => Promise<Uint8Array> }} Source
 */

/** @typedef {Record<string, string>} Args */
/** @typedef {{ code: string, args: Args }} Told a problem, or something to know of a file */

/** What a file is not read for: a code, never a sentence. */
export class FileProblem extends Error {
  /** @param {string} code @param {Args} [args] */
  constructor(code, args = {}) {
    super(code);
    this.code = code;
    this.args = args;
  }
}

/** @param {Blob} blob @returns {Source} */
export const blobSource = (blob) => ({
  size: blob.size,
  slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
});

/** @param {Uint8Array} bytes @returns {Source} */
export const bytesSource = (bytes) => ({
  size: bytes.length,
  slice: async (start, end) => bytes.subarray(start, end),
});

/**
 * Exactly these bytes; a file that has not so many is cut.
 * @param {Source} source
 * @param {number} start
 * @param {number} end
 */
export async function bytesOf(source, start, end) {
  if (!(start >= 0 && end >= start && end <= source.size)) throw new FileProblem("file_cut");
  const bytes = await source.slice(start, end);
  if (bytes.length !== end - start) throw new FileProblem("file_cut");
  return bytes;
}

/** @param {Source} source @param {number} most */
export async function wholeOf(source, most) {
  if (source.size > most) throw new FileProblem("file_too_large", { largest: String(most) });
  return bytesOf(source, 0, source.size);
}

/** @param {Uint8Array} bytes */
export const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A number of eight bytes; one that no size can be is a lie. @param {DataView} view @param {number} at */
export function long(view, at) {
  const number = view.getBigUint64(at, true);
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw new FileProblem("damaged");
  return Number(number);
}

/** JSON, whatever its depth. @param {string} text @returns {unknown} */
export function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileProblem("damaged");
  }
}
