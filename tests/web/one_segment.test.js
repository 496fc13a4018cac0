// Tests of web/tools/one_segment.js: the memory of a module begins with the same bytes, whatever its segments are.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { cutOut, dataOf, inOneSegment, withData } from "../../web/tools/one_segment.js";

const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const memory = [5, 3, 1, 0, 2];
const exported = [7, 7, 1, 3, 0x6d, 0x65, 0x6d, 2, 0];

/** @param {[start: number[], bytes: number[]][]} segments the starts as WebAssembly writes them */
function moduleWith(segments) {
  const body = segments.flatMap(([start, bytes]) => [0, 0x41, ...start, 0x0b, bytes.length, ...bytes]);
  return Uint8Array.from([
    ...head,
    ...memory,
    ...exported,
    12,
    1,
    segments.length,
    11,
    body.length + 1,
    segments.length,
    ...body,
  ]);
}

/** @param {Uint8Array} module */
function memoryOf(module) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(/** @type {BufferSource} */ (module)));
  return Buffer.from(/** @type {WebAssembly.Memory} */ (exports.mem).buffer);
}

/** Pieces that lie beside each other, and one that is far away. */
const apart = moduleWith([
  [[0xa0, 0x8d, 0x06], [9]],
  [[0x3f], [1]],
  [
    [0xc0, 0x00],
    [2, 3],
  ],
  [[0xff, 0x3f], [4]],
  [
    [0x80, 0xc0, 0x00],
    [5, 6, 7],
  ],
]);

test("pieces become one, with zeros between them; one that is far away stays", () => {
  const whole = inOneSegment(apart);
  const data = memoryOf(whole);
  assert.deepEqual([...data.subarray(62, 67)], [0, 1, 2, 3, 0]);
  assert.deepEqual([...data.subarray(8190, 8196)], [0, 4, 5, 6, 7, 0]);
  assert.equal(data[100_000], 9);
  assert.ok(data.equals(memoryOf(apart)));
  const from = whole.indexOf(11, head.length + memory.length + exported.length);
  assert.equal(whole[from + 2], 3, "63 and 64 in one, what is more than 4,096 zeros behind them in others");
});

test("a place is written with a free bit for its sign", () => {
  for (const start of [
    [0x3f],
    [0xc0, 0x00], // 64
    [0xff, 0x3f],
    [0x80, 0xc0, 0x00], // 8,192
  ]) {
    const module = moduleWith([[start, [1, 2]]]);
    assert.ok(memoryOf(inOneSegment(module)).equals(memoryOf(module)));
  }
});

test("segments that overlap are no data of ours", () => {
  assert.throws(
    () =>
      inOneSegment(
        moduleWith([
          [[0], [1, 2]],
          [[1], [3]],
        ]),
      ),
    /overlap/,
  );
});

test("the first part of the core has its data in one segment", async () => {
  const first = await readFile(new URL("../../web/wasm/core_first.wasm", import.meta.url));
  assert.ok(Buffer.from(inOneSegment(first)).equals(first));
});

test("what is cut out of the data comes back with another module, to the same places", () => {
  const [inside, outside] = cutOut(dataOf(apart), 64, 8193);
  const [some, others] = [memoryOf(withData(apart, outside)), memoryOf(withData(apart, inside))];
  assert.deepEqual([...some.subarray(62, 67)], [0, 1, 0, 0, 0]);
  assert.deepEqual([...others.subarray(62, 67)], [0, 0, 2, 3, 0]);
  assert.deepEqual([...some.subarray(8190, 8196)], [0, 0, 0, 6, 7, 0]);
  assert.deepEqual([...others.subarray(8190, 8196)], [0, 4, 5, 0, 0, 0]);
  assert.equal(some[100_000], 9);
  assert.ok(Buffer.from(some.map((byte, at) => byte | others[at])).equals(memoryOf(apart)));
  assert.ok(
    memoryOf(withData(apart, [])).every((byte) => byte === 0),
    "a module may have no data",
  );
});
