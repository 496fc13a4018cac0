/** What a file is, by its first bytes and its name. */
import { limits } from "./limits.js";
import { viewOf } from "./source.js";

/** What is packed: nothing is taken out of it. @type {[what: string, start: number[]][]} */
const packings = [
  ["gzip", [0x1f, 0x8b]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
];

/** What files are called that are no text. @type {[ending: RegExp, kind: string][]} */
const endings = [
  [/\.keras$/i, "zip"],
  [/\.(h5|hdf5|hdf)$/i, "hdf5"],
  [/\.safetensors$/i, "safetensors"],
  [/\.onnx$/i, "onnx"],
  [/\.(pt|pth|ckpt|bin)$/i, "torch"],
];

const zips = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
];
const hdf5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** The first number in files of torch.save before 1.6, as a pickle of its own. */
const oldTorch = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];
/** Fields that come second in a model of ONNX. */
const secondFields = [0x12, 0x1a, 0x2a, 0x3a, 0x42];

/** What its name says that it is; undefined: a text, or nothing known. @param {string} name */
export const kindByName = (name) => endings.find(([ending]) => ending.test(name))?.[1];

/**
 * @param {Uint8Array} head the first bytes, up to 512
 * @param {number} size of the file
 * @param {string} name
 * @returns {"zip" | "hdf5" | "old_torch" | "pickle" | "safetensors" | "onnx" | "text" | { packed: string }}
 */
export function kindOf(head, size, name) {
  const starts = (/** @type {number[]} */ start) => start.every((byte, place) => head[place] === byte);
  if (zips.some(starts)) return "zip";
  if (starts(hdf5)) return "hdf5";
  const packing = packings.find(([, start]) => starts(start));
  if (packing) return { packed: packing[0] };
  if (String.fromCharCode(...head.subarray(257, 262)) === "ustar") return { packed: "tar" };
  if (starts(oldTorch)) return "old_torch";
  if (head[0] === 0x80 && head[1] >= 2 && head[1] <= 5) return "pickle";
  const named = kindByName(name);
  if (named === "onnx" && head[0] === 0x08) return "onnx";
  if (named === "safetensors" && head.includes(0)) return "safetensors";
  if (head.length >= 9 && head[8] === 0x7b) {
    const length = viewOf(head).getBigUint64(0, true);
    if (length > 0n && length <= BigInt(Math.min(size, limits.header))) return "safetensors";
  }
  const second = head[0] === 0x08 && head[1] >= 3 && head[1] <= 20 && secondFields.includes(head[2]);
  return second && named === undefined && !/\.pb$/i.test(name) ? "onnx" : "text";
}
