/**
 * A zip through windows: the list at its end, and single members. Their sums are checked, for a size that came out another one would be a
 * wrong count.
 */
import { Inflate } from "fflate";
import { limits } from "./limits.js";
import { bytesOf, FileProblem, long, viewOf } from "./source.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {{ name: string, method: number, flags: number, sum: number, packed: number, size: number, at: number }} Member */

const endMark = 0x06054b50;
const farEndMark = 0x06064b50;
const farPlaceMark = 0x07064b50;
const memberMark = 0x02014b50;
const localMark = 0x04034b50;
/** The end of a zip with the longest comment. */
const longestEnd = 22 + 0xffff;
/** So much is inflated at once: what comes out of it is some MB at most. */
const chunk = 4096;

const wide = 0xffffffff;

/** @param {Source} source @returns {Promise<Member[]>} */
export async function membersOf(source) {
  const from = Math.max(0, source.size - longestEnd);
  const tail = await bytesOf(source, from, source.size);
  const view = viewOf(tail);
  let at = tail.length - 22;
  while (at >= 0 && view.getUint32(at, true) !== endMark) at--;
  if (at < 0) throw new FileProblem("file_cut");
  let [count, size, start] = [
    view.getUint16(at + 10, true),
    view.getUint32(at + 12, true),
    view.getUint32(at + 16, true),
  ];
  if (count === 0xffff || size === wide || start === wide) {
    if (at < 20 || view.getUint32(at - 20, true) !== farPlaceMark) throw new FileProblem("damaged");
    const place = long(view, at - 12);
    const far = viewOf(await bytesOf(source, place, place + 56));
    if (far.getUint32(0, true) !== farEndMark) throw new FileProblem("damaged");
    [count, size, start] = [long(far, 32), long(far, 40), long(far, 48)];
  }
  if (size > limits.directory || count > limits.members)
    throw new FileProblem("too_many", { largest: String(limits.members) });
  const list = await bytesOf(source, start, start + size);
  return listed(list, count);
}

/** @param {Uint8Array} list @param {number} count */
function listed(list, count) {
  const view = viewOf(list);
  /** @type {Member[]} */
  const members = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > list.length || view.getUint32(at, true) !== memberMark) throw new FileProblem("damaged");
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const end = at + 46 + nameLength + extraLength;
    if (end + noteLength > list.length) throw new FileProblem("damaged");
    const member = {
      name: new TextDecoder().decode(list.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    widen(member, view, at + 46 + nameLength, end);
    members.push(member);
    at = end + noteLength;
  }
  return members;
}

/**
 * Sizes and places of eight bytes, where four were too few.
 * @param {Member} member
 * @param {DataView} view
 * @param {number} at
 * @param {number} end
 */
function widen(member, view, at, end) {
  while (at + 4 <= end) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    at += 4;
    if (id === 1) {
      let place = at;
      for (const key of /** @type {const} */ (["size", "packed", "at"])) {
        if (member[key] !== wide) continue;
        if (place + 8 > Math.min(at + length, end)) throw new FileProblem("damaged");
        member[key] = long(view, place);
        place += 8;
      }
    }
    at += length;
  }
}

/**
 * A member's own bytes.
 * @param {Source} source
 * @param {Member} member
 * @param {number} [most]
 */
export async function memberBytes(source, member, most = limits.member) {
  if (member.flags & 1) throw new FileProblem("locked");
  if (member.method !== 0 && member.method !== 8) throw new FileProblem("packed", { what: `zip ${member.method}` });
  const tooFar = () => new FileProblem("inflates_too_far", { member: member.name, largest: String(most) });
  if (member.size > most || member.packed > most) throw tooFar();
  const head = viewOf(await bytesOf(source, member.at, member.at + 30));
  if (head.getUint32(0, true) !== localMark) throw new FileProblem("damaged");
  const start = member.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = await bytesOf(source, start, start + member.packed);
  const bytes = member.method === 0 ? packed : inflated(packed, member.size, tooFar);
  if (bytes.length !== member.size || sumOf(bytes) !== member.sum) throw new FileProblem("damaged");
  return bytes;
}

/** @param {Uint8Array} packed @param {number} size as the zip says: not a byte more @param {() => Error} tooFar */
function inflated(packed, size, tooFar) {
  const bytes = new Uint8Array(size);
  let length = 0;
  let over = false;
  const inflate = new Inflate((part) => {
    if (length + part.length > size) over = true;
    else bytes.set(part, length);
    length += part.length;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += chunk) {
      inflate.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
      if (over) break;
    }
  } catch {
    throw new FileProblem("damaged");
  }
  if (over) throw tooFar();
  return bytes.subarray(0, length);
}

/** @type {Uint32Array | undefined} */
let table;

/** CRC-32. @param {Uint8Array} bytes */
function sumOf(bytes) {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let sum = index;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum;
  });
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255];
  return (sum ^ -1) >>> 0;
}
