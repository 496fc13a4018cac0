/** .safetensors: eight bytes say how long the header is, and the header has names and shapes. Nothing else is read, however large the file is. */
import { limits } from "./limits.js";
import { plainLines } from "./lines.js";
import { bytesOf, FileProblem, jsonOf, viewOf } from "./source.js";

/** @typedef {{ dtype: unknown, shape: unknown, data_offsets: unknown }} Entry */

/** Bits of a number, by the names that the format has for types. */
const bits = /** @type {Record<string, number>} */ ({
  ...{ BOOL: 8, U8: 8, I8: 8, F8_E5M2: 8, F8_E4M3: 8, F8_E8M0: 8, I16: 16, U16: 16, F16: 16, BF16: 16 },
  ...{ I32: 32, U32: 32, F32: 32, C64: 64, F64: 64, I64: 64, U64: 64, F4: 4, F6_E2M3: 6, F6_E3M2: 6 },
});

/**
 * @param {import("./source.js").Source} source
 * @returns {Promise<import("./file.js").Contents>}
 */
export async function readSafetensors(source) {
  const length = viewOf(await bytesOf(source, 0, 8)).getBigUint64(0, true);
  if (length > BigInt(limits.header)) throw new FileProblem("header_too_large", { largest: String(limits.header) });
  const start = 8 + Number(length);
  if (start > source.size) throw new FileProblem("file_cut");
  const text = new TextDecoder().decode(await bytesOf(source, 8, start));
  if (!text.startsWith("{")) throw new FileProblem("damaged");
  const header = jsonOf(text);
  const room = source.size - start;
  /** @type {[from: number, to: number][]} */
  const places = [];
  const tensors = Object.entries(/** @type {Record<string, Entry>} */ (header)).flatMap(([name, entry]) => {
    if (name === "__metadata__") return [];
    const { shape, place } = entryOf(entry);
    places.push(place);
    return [{ name, shape }];
  });
  if (tensors.length === 0) throw new FileProblem("no_weights");
  places.sort(([a, from], [b, to]) => a - b || from - to);
  let end = 0;
  for (const [from, to] of places) {
    if (from < end) throw new FileProblem("damaged"); // two tensors in one place
    end = to;
  }
  if (end > room) throw new FileProblem("file_cut");
  return { kind: "safetensors", texts: [{ id: "tensors", text: plainLines(tensors) }], notes: [] };
}

/** @param {Entry | null} entry @returns {{ shape: number[], place: [from: number, to: number] }} */
function entryOf(entry) {
  const { dtype, shape, data_offsets: place } = entry ?? {};
  const whole = (/** @type {unknown} */ size) => typeof size === "number" && Number.isInteger(size) && size >= 0;
  if (!Array.isArray(shape) || !shape.every(whole)) throw new FileProblem("damaged");
  if (!Array.isArray(place) || place.length !== 2 || !place.every(whole) || place[0] > place[1])
    throw new FileProblem("damaged");
  const product = shape.reduce((product, size) => product * size, 1);
  if (product > Number.MAX_SAFE_INTEGER) throw new FileProblem("size_too_large");
  const each = bits[`${dtype}`];
  if (each !== undefined && product * each !== (place[1] - place[0]) * 8) throw new FileProblem("damaged");
  return { shape, place: [place[0], place[1]] };
}
