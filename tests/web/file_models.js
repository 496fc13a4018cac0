// Files made in tests: safetensors after its published format, zips, pickles, notebooks; and what a source was asked for.
import { deflateRawSync, crc32 as sumOf } from "node:zlib";

/** @typedef {import("../../web/border/files/source.js").Source} Source */

const encoder = new TextEncoder();

/** @param {...(Uint8Array | number[] | string)} parts */
export function bytes(...parts) {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? encoder.encode(part) : Uint8Array.from(part)))),
  );
}

/** @param {number} value @param {number} length */
export function little(value, length) {
  const out = new Uint8Array(length);
  let rest = BigInt(value);
  for (let i = 0; i < length; i++, rest >>= 8n) out[i] = Number(rest & 255n);
  return out;
}

/** A header of .safetensors with the length before it. @param {unknown} header an object, or its text */
export function safetensorsHead(header) {
  const text = encoder.encode(typeof header === "string" ? header : JSON.stringify(header));
  return bytes(little(text.length, 8), text);
}

/** @param {Record<string, number[]>} shapes */
export function safetensorsHeader(shapes) {
  let at = 0;
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const from = at;
      at += 4 * shape.reduce((product, size) => product * size, 1);
      return [name, { dtype: "F32", shape, data_offsets: [from, at] }];
    }),
  );
}

/** @param {Record<string, number[]>} shapes */
export function safetensors(shapes) {
  const header = safetensorsHeader(shapes);
  const size = Math.max(0, ...Object.values(header).map(({ data_offsets: [, to] }) => to));
  return bytes(safetensorsHead({ __metadata__: { format: "pt" }, ...header }), new Uint8Array(size));
}

/** @param {Uint8Array} data */
const crc = (data) => (typeof sumOf === "function" ? sumOf(data) : slowSum(data));

/** @param {Uint8Array} data */
function slowSum(data) {
  let sum = -1;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ -1) >>> 0;
}

/**
 * A zip; `says`: what it lies of a member's size.
 * @param {{ name: string, data: Uint8Array, deflate?: boolean, says?: number, flags?: number }[]} members
 * @param {{ wide?: boolean }} [options] `wide`: as zip64
 */
export function zip(members, { wide = false } = {}) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const list = [];
  let at = 0;
  for (const { name, data, deflate = false, says = data.length, flags = 0 } of members) {
    const packed = deflate ? new Uint8Array(deflateRawSync(data, { level: 9 })) : data;
    const label = encoder.encode(name);
    const method = little(deflate ? 8 : 0, 2);
    const sums = bytes(little(crc(data), 4), little(packed.length, 4), little(says, 4));
    const local = bytes(
      "PK\x03\x04",
      little(20, 2),
      little(flags, 2),
      method,
      little(0, 4),
      sums,
      little(label.length, 2),
      [0, 0],
      label,
      packed,
    );
    const extra = wide
      ? bytes(little(1, 2), little(24, 2), little(says, 8), little(packed.length, 8), little(at, 8))
      : new Uint8Array(0);
    const far = wide ? bytes(little(crc(data), 4), little(0xffffffff, 4), little(0xffffffff, 4)) : sums;
    list.push(
      bytes(
        "PK\x01\x02",
        little(20, 2),
        little(20, 2),
        little(flags, 2),
        method,
        little(0, 4),
        far,
        little(label.length, 2),
        little(extra.length, 2),
      ),
      bytes(little(0, 10), wide ? little(0xffffffff, 4) : little(at, 4), label, extra),
    );
    parts.push(local);
    at += local.length;
  }
  const directory = bytes(...list);
  const end64 = bytes(
    "PK\x06\x06",
    little(44, 8),
    little(45, 2),
    little(45, 2),
    little(0, 8),
    little(members.length, 8),
    little(members.length, 8),
    little(directory.length, 8),
    little(at, 8),
  );
  const place64 = bytes("PK\x06\x07", little(0, 4), little(at + directory.length, 8), little(1, 4));
  const count = little(wide ? 0xffff : members.length, 2);
  const end = bytes(
    "PK\x05\x06",
    little(0, 4),
    count,
    count,
    little(wide ? 0xffffffff : directory.length, 4),
    little(wide ? 0xffffffff : at, 4),
    [0, 0],
  );
  return bytes(...parts, directory, ...(wide ? [end64, place64] : []), end);
}

/** @param {unknown[]} cells */
export const notebook = (cells) => JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });

/** @param {string} source @param {unknown[]} [outputs] */
export const codeCell = (source, outputs = []) => ({
  cell_type: "code",
  execution_count: 1,
  metadata: {},
  source: source.split(/(?<=\n)/),
  outputs,
});

/** @param {string} text */
export const stream = (text) => ({ output_type: "stream", name: "stdout", text: text.split(/(?<=\n)/) });

/**
 * A source that counts what it is asked for.
 * @param {Source} source
 * @returns {Source & { asked: () => number }}
 */
export function counted(source) {
  let sum = 0;
  return {
    size: source.size,
    slice: (start, end) => {
      sum += end - start;
      return source.slice(start, end);
    },
    asked: () => sum,
  };
}

/** Numbers that are always the same. @param {number} seed */
export function random(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
