/**
 * The data of a WebAssembly module in one piece: Binaryen cuts out every run of zeros that is longer than a segment's head, which leaves a thousand
 * segments that are shorter as bytes and longer when they are compressed, as every host sends them. Asked by split.js; tested by one_segment.test.js.
 */

const [dataSection, dataCountSection] = [11, 12];
const [i32Const, end] = [0x41, 0x0b];
/** As many zeros at most are put between two pieces. */
const mostBetween = 4096;

/** @typedef {{ start: number, bytes: Uint8Array }} Piece */

/**
 * @param {Uint8Array} module
 * @returns {Uint8Array} the same module: its memory begins with the same bytes
 */
export const inOneSegment = (module) => withData(module, dataOf(module));

/** What a module's memory begins with. @param {Uint8Array} module @returns {Piece[]} */
export function dataOf(module) {
  const found = sections(module).find(({ id }) => id === dataSection);
  return found ? joined(pieces(module, found.body)) : [];
}

/** The same module with other data, which may stand behind all the rest. @param {Uint8Array} module @param {Piece[]} data */
export function withData(module, data) {
  const bytes = data.length > 0 ? written(data) : new Uint8Array();
  const head = data.length > 0 ? Uint8Array.from([dataSection, ...leb(bytes.length)]) : bytes;
  const others = sections(module).filter(({ id }) => id !== dataSection && id !== dataCountSection); // only what copies or drops segments asks how many there are
  return concat([module.subarray(0, 8), ...others.map(({ at, next }) => module.subarray(at, next)), head, bytes]);
}

/**
 * What stands from `start` on, up to `stop`, and what stands elsewhere.
 * @param {Piece[]} data
 * @param {number} start
 * @param {number} stop
 * @returns {[inside: Piece[], outside: Piece[]]}
 */
export function cutOut(data, start, stop) {
  /** @param {Piece} piece @param {number} from @param {number} to */
  const part = ({ start: place, bytes }, from, to) => ({
    start: Math.max(place, from),
    bytes: bytes.subarray(Math.max(0, from - place), Math.max(0, to - place)),
  });
  /** @param {Piece} piece */
  const some = ({ bytes }) => bytes.length > 0;
  const inside = data.map((piece) => part(piece, start, stop)).filter(some);
  const outside = data.flatMap((piece) => [part(piece, 0, start), part(piece, stop, Infinity)]).filter(some);
  return [inside, outside];
}

/** @param {Uint8Array} module */
function sections(module) {
  const found = [];
  for (let at = 8; at < module.length; ) {
    const [length, body] = unsigned(module, at + 1);
    found.push({ id: module[at], at, body, next: body + length });
    at = body + length;
  }
  return found;
}

/** @param {Uint8Array} module @param {number} at @returns {Piece[]} */
function pieces(module, at) {
  let [count, place] = unsigned(module, at);
  /** @type {Piece[]} */
  const found = [];
  for (; count > 0; count--) {
    if (module[place] !== 0 || module[place + 1] !== i32Const) throw new Error("A segment without a place of its own");
    const [start, behind] = unsigned(module, place + 2); // from 0 on both are written alike, but for what signedLeb adds
    const [length, bytes] = unsigned(module, behind + 1);
    found.push({ start, bytes: module.subarray(bytes, bytes + length) });
    place = bytes + length;
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Neighbours put together. @param {Piece[]} all */
function joined(all) {
  /** @type {Piece[]} */
  const whole = [];
  for (const piece of all) {
    const last = whole.at(-1);
    const between = last ? piece.start - last.start - last.bytes.length : 0;
    if (between < 0) throw new Error("Segments that overlap");
    if (last && between <= mostBetween) last.bytes = concat([last.bytes, new Uint8Array(between), piece.bytes]);
    else whole.push({ ...piece });
  }
  return whole;
}

/** @param {Piece[]} all */
const written = (all) =>
  concat([
    Uint8Array.from(leb(all.length)),
    ...all.flatMap(({ start, bytes }) => [
      Uint8Array.from([0, i32Const, ...signedLeb(start), end, ...leb(bytes.length)]),
      bytes,
    ]),
  ]);

/** @param {Uint8Array[]} parts */
function concat(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes @param {number} at @returns {[value: number, next: number]} */
function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at++] < 0x80) return [value, at];
  }
}

/** @param {number} value */
function leb(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return [...bytes, value];
}

/** Of a number from 0 on: the sign's bit stays 0. @param {number} value */
function signedLeb(value) {
  const bytes = leb(value);
  const last = bytes.length - 1;
  if (bytes[last] < 0x40) return bytes;
  bytes[last] |= 0x80;
  return [...bytes, 0];
}
