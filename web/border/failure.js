/** Why the core can't be had: an error has its kind from what happened, never from its words. Asked by the element; tested by failure.test.js. */

/** @typedef {import("../engine.js").FailureKind} FailureKind */

/**
 * The error, with its kind.
 * @param {FailureKind} kind
 * @param {unknown} error
 */
export function failed(kind, error) {
  return Object.assign(error instanceof Error ? error : new Error(`${error}`), { kind });
}

/** @param {unknown} error @returns {FailureKind} */
export const kindOf = (error) => /** @type {{ kind?: FailureKind } | undefined} */ (error)?.kind ?? "other";

/** The least that is WebAssembly: its sign and its version. */
const least = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Whether WebAssembly runs here at all. Where a policy refuses it, it refuses the least of it too.
 * @param {typeof WebAssembly | undefined} [there]
 */
export async function runsWebAssembly(there = globalThis.WebAssembly) {
  try {
    return there !== undefined && (await there.instantiate(least)) !== undefined;
  } catch {
    return false;
  }
}

/**
 * What is wrong where both files are there and make no core.
 * @param {unknown} error
 * @returns {Promise<FailureKind>}
 */
export async function kindOfFault(error) {
  if (!(await runsWebAssembly())) return "refused";
  return error instanceof RangeError ? "other" : "damaged"; // no memory for it
}
