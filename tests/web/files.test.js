// Tests of files that hold models: what frameworks wrote is read as what they wrote; see tests/reference/write_files.py.
import assert from "node:assert/strict";
import { open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { contentsOf } from "../../web/border/files/file.js";
import { limits } from "../../web/border/files/limits.js";
import { bytesSource } from "../../web/border/files/source.js";
import { load, loadQuestions } from "../../web/engine.js";
import { readingMessages } from "../../web/messages/en/reading.js";
import { fileNoteWords, fileProblemWords, notReadWith, textOfFile } from "../../web/telling/files.js";
import { root } from "../../web/tools/run.js";
import {
  bytes,
  codeCell,
  counted,
  little,
  notebook,
  safetensors,
  safetensorsHead,
  safetensorsHeader,
  stream,
  zip,
} from "./file_models.js";

const { explain } = await load();
const { read } = await loadQuestions();
const totalOf = (/** @type {string} */ query) => explain(query).total;
const folder = join(root, "tests", "web", "files");

/** @typedef {import("../../web/border/files/file.js").Contents} Contents */

/** @param {Uint8Array | string | import("../../web/border/files/source.js").Source} file @param {string} name */
async function contents(file, name) {
  const source =
    typeof file === "string" ? bytesSource(bytes(file)) : file instanceof Uint8Array ? bytesSource(file) : file;
  const found = await contentsOf(source, name);
  assert.ok(!("code" in found), `${name}: ${JSON.stringify(found)}`);
  return /** @type {Contents} */ (found);
}

/** What comes out of a file: the query, its count, and what is told of it. @param {Uint8Array | string} file @param {string} name */
async function model(file, name) {
  const { text, reading, notes } = textOfFile(await contents(file, name), read, totalOf);
  return { text, query: reading.query, total: totalOf(reading.query), notes, codes: notes.map(({ code }) => code) };
}

/** @param {Uint8Array | string | import("../../web/border/files/source.js").Source} file @param {string} name */
async function problem(file, name) {
  const source =
    typeof file === "string" ? bytesSource(bytes(file)) : file instanceof Uint8Array ? bytesSource(file) : file;
  const found = await contentsOf(source, name);
  assert.ok("code" in found, `${name} is read`);
  assert.ok(Object.hasOwn(readingMessages.pasted.file.problem, found.code), found.code);
  assert.match(fileProblemWords(found, name, readingMessages), /^.{10,}\.$/s);
  return found.code;
}

/** @type {{ file: string, query: string, total: string, part?: string, version?: string }[]} */
const written = (await readFile(join(folder, "expected.jsonl"), "utf8"))
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

for (const { file, query, total, part, version } of written) {
  test(`what a framework wrote is read as what it wrote: ${file}`, async () => {
    const found = await model(new Uint8Array(await readFile(join(folder, file))), file);
    assert.deepEqual({ query: found.query, total: found.total }, { query, total });
    if (part) assert.equal(found.notes.find(({ code }) => code === "part")?.args.name, part);
    if (version) assert.equal(found.notes.find(({ code }) => code === "written_by")?.args.version, version);
    assert.match(
      fileNoteWords(found.notes, file, readingMessages)[0],
      new RegExp(`^From ${file.replaceAll(".", "\\.")}: `),
    );
  });
}

const lstm = {
  "fc.bias": [3],
  "fc.weight": [3, 4],
  "rnn.bias_hh_l0": [16],
  "rnn.bias_ih_l0": [16],
  "rnn.weight_hh_l0": [16, 4],
  "rnn.weight_ih_l0": [16, 6],
};
const lstmQuery = "framework=pytorch&input=6&layers=LSTM(4),Dense(3)";

test("safetensors: names and shapes out of the header", async () => {
  assert.equal((await model(safetensors(lstm), "model.safetensors")).query, lstmQuery);
  assert.equal((await model(safetensors(lstm), "no ending")).query, lstmQuery, "by its first bytes");
});

test("of ten gigabytes of safetensors the header alone is read", async () => {
  const big = {
    "embedding.weight": [60_000, 20_000],
    "rnn.weight_ih_l0": [40_000, 20_000],
    "rnn.weight_hh_l0": [40_000, 10_000],
  };
  const header = safetensorsHeader(big);
  const size = Math.max(...Object.values(header).map(({ data_offsets: [, to] }) => to));
  const head = safetensorsHead(header);
  assert.ok(size > 9e9);
  const file = join(tmpdir(), `rnn-params-${process.pid}.safetensors`);
  const handle = await open(file, "w+");
  try {
    await handle.write(head);
    await handle.truncate(head.length + size);
    const source = counted({
      size: (await handle.stat()).size,
      slice: async (start, end) => (await handle.read(new Uint8Array(end - start), 0, end - start, start)).buffer,
    });
    const found = await contents(source, "big.safetensors");
    assert.equal(
      read(found.texts[0].text).query,
      "framework=pytorch&layers=Embedding(60000,20000),LSTM(10000,bias=false)",
    );
    assert.ok(source.asked() <= head.length + 1024, `${source.asked()} bytes were read`);
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
});

/** A field of a message: its number, and what it holds. @param {number} number @param {(Uint8Array | string)[]} parts */
function field(number, ...parts) {
  const inner = bytes(...parts);
  return bytes(varint(number * 8 + 2), varint(inner.length), inner);
}

/** @param {number} value */
function varint(value) {
  const out = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...out, rest]);
    out.push((rest % 128) + 128);
  }
}

test("of ONNX the numbers are skipped, gigabytes of them, wherever they stand", async () => {
  const size = 4 * 40_000 * 30_000;
  const product = node("MatMul", ["x", "w"], "y");
  const shape = bytes([8], varint(30_000), [8], varint(40_000), [16, 1], field(8, "w"));
  const raw = bytes([9 * 8 + 2], varint(size));
  const big = bytes([5 * 8 + 2], varint(shape.length + raw.length + size), shape, raw);
  const head = bytes([8, 7], [7 * 8 + 2], varint(big.length + size + product.length), big);
  const source = counted({
    size: head.length + size + product.length,
    slice: async (start, end) => {
      const slice = new Uint8Array(end - start);
      for (const [part, place] of /** @type {[Uint8Array, number][]} */ ([
        [head, 0],
        [product, head.length + size],
      ]))
        for (let at = Math.max(start, place); at < Math.min(end, place + part.length); at++)
          slice[at - start] = part[at - place];
      return slice;
    },
  });
  const found = await contents(source, "big.onnx");
  assert.equal(found.texts[0].text, "fc.weight (40000, 30000)\n");
  assert.ok(source.size > 4.8e9 && source.asked() < 200_000, `${source.asked()} bytes were read`);
});

/** @param {string} op @param {string[]} inputs @param {string} output @param {...Uint8Array} more */
const node = (op, inputs, output, ...more) =>
  field(1, ...inputs.map((name) => field(1, name)), field(2, output), field(4, op), ...more);
/** @param {string} name @param {number[]} shape */
const weight = (name, shape, type = 1) =>
  field(5, ...shape.map((size) => bytes([8], varint(size))), bytes([16, type]), field(8, name));
/** @param {...Uint8Array} graph */
const onnx = (...graph) => bytes([8, 7], field(7, ...graph));

test("ONNX: a weight that two nodes read is counted once, and what no node explains is listed", async () => {
  const tied = await model(
    onnx(
      node("Gather", ["w", "x"], "a"),
      node("Transpose", ["w"], "t"),
      node("MatMul", ["a", "t"], "y"),
      weight("w", [20, 6]),
      weight("odd", [5, 5, 5]),
      weight("zero", [4], 3),
      weight("places", [4], 7),
    ),
    "a.onnx",
  );
  assert.equal(tied.text, "embedding.weight (20, 6)\nodd (5, 5, 5)\n");
  assert.deepEqual(tied.notes.find(({ code }) => code === "used_twice")?.args, { names: "t" });
  const inner = await contents(
    onnx(node("Loop", ["x"], "y", field(5, field(1, "body"), field(6, ""))), weight("w", [2, 3])),
    "a.onnx",
  );
  assert.deepEqual(inner.notes, [{ code: "unknown_node", args: { name: "Loop" } }]);
  const lie = onnx(node("LSTM", ["x", "W", "R"], "y"), weight("W", [1, 16, 6]), weight("R", [1, 12, 4]));
  assert.equal(await problem(lie, "a.onnx"), "damaged");
});

test("safetensors that lie are not read", async () => {
  const head = (/** @type {unknown} */ header, size = 1000) => bytes(safetensorsHead(header), new Uint8Array(size));
  const tensor = (/** @type {number[]} */ shape, /** @type {number[]} */ place, dtype = "F32") => ({
    dtype,
    shape,
    data_offsets: place,
  });
  const name = "a.safetensors";
  assert.equal(await problem(bytes(little(2 ** 40, 8), "{}"), name), "header_too_large");
  assert.equal(await problem(bytes(little(50, 8), "{}"), name), "file_cut");
  assert.equal(await problem(head({ a: tensor([2, 3], [0, 20]) }), name), "damaged", "six numbers in 20 bytes");
  assert.equal(
    await problem(head({ a: tensor([2], [0, 8]), b: tensor([2], [4, 12]) }), name),
    "damaged",
    "one on the other",
  );
  assert.equal(await problem(head({ a: tensor([1000], [0, 4000]) }), name), "file_cut");
  assert.equal(await problem(head({ a: tensor([2 ** 53], [0, 8]) }), name), "size_too_large");
  assert.equal(await problem(head({ a: tensor([2 ** 30, 2 ** 30], [0, 8]) }), name), "size_too_large");
  for (const shape of [[-1], [1.5], ["2"], 2, null])
    assert.equal(await problem(head({ a: { dtype: "F32", shape, data_offsets: [0, 4] } }), name), "damaged");
  assert.equal(await problem(head({}), name), "no_weights");
  assert.equal(await problem(head("{".repeat(100_000)), name), "damaged");
  assert.equal(await problem(head(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`), name), "damaged");
});

test("a zip as large as zip64 is made for", async () => {
  const data = new Uint8Array(await readFile(join(folder, "lstm.pt")));
  const { membersOf, memberBytes } = await import("../../web/border/files/zip.js");
  const member = (await membersOf(bytesSource(data))).find(({ name }) => name.endsWith("data.pkl"));
  assert.ok(member);
  const pickle = await memberBytes(bytesSource(data), member);
  for (const deflate of [false, true]) {
    const wide = zip([{ name: "archive/data.pkl", data: pickle, deflate }], { wide: true });
    assert.equal((await model(wide, "a.pt")).query, lstmQuery);
  }
});

test("zips: bombs, passwords, other methods, and those without a model", async () => {
  const zeros = new Uint8Array(limits.member + 1);
  const name = "archive/data.pkl";
  assert.equal(await problem(zip([{ name, data: zeros, deflate: true }]), "a.pt"), "inflates_too_far");
  assert.equal(
    await problem(zip([{ name, data: zeros, deflate: true, says: 100 }]), "a.pt"),
    "inflates_too_far",
    "it lies",
  );
  assert.equal(
    await problem(zip([{ name: "config.json", data: zeros, deflate: true }]), "a.keras"),
    "inflates_too_far",
  );
  assert.equal(await problem(zip([{ name, data: bytes("x"), flags: 1 }]), "a.pt"), "locked");
  assert.equal(await problem(zip([{ name: "photo.jpg", data: bytes("x") }]), "a.zip"), "no_model_inside");
  assert.equal(await problem(zip([]), "a.zip"), "no_model_inside");
});

/** A pickle in a zip of PyTorch. @param {string} text */
const pickled = (text) =>
  zip([
    {
      name: "a/data.pkl",
      data: bytes(
        [0x80, 2],
        Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
      ),
    },
  ]);
const tensor = (/** @type {string} */ sizes, key = "0", offset = "K\x00") =>
  `ctorch._utils\n_rebuild_tensor_v2\n((X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\0${key}X\x03\0\0\0cpuK\x01tQ${offset}${sizes}(K\x01t\x89ccollections\nOrderedDict\n)RtR`;

test("a pickle is never run", async () => {
  assert.equal(await problem(pickled("cos\nsystem\nX\x02\0\0\0ls\x85R."), "a.pt"), "pickle_unknown");
  const beside = await model(
    pickled(`}(X\x01\0\0\0xcos\nsystem\nX\x02\0\0\0ls\x85RX\x09\0\0\0fc.weight${tensor("(K\x03K\x04t")}u.`),
    "a.pt",
  );
  assert.deepEqual(
    [beside.total, beside.notes.find(({ code }) => code === "not_run")?.args.names],
    ["12", "os.system"],
  );
  assert.equal(await problem(pickled("\x82\x01."), "a.pt"), "pickle_unknown", "an extension");
  assert.equal(await problem(pickled("K\x01."), "a.pt"), "no_weights");
  for (const wrong of [".", "0.", "R.", "(", "h\x05.", "}u.", "K\x01K\x02s.", "tt.", "q\x01.", "\x93."])
    assert.equal(await problem(pickled(wrong), "a.pt"), "damaged", JSON.stringify(wrong));
});

test("sizes in pickles: too large, none, and of two names for one tensor", async () => {
  const dict = (/** @type {string} */ inner) => pickled(`}(${inner}u.`);
  const name = (/** @type {string} */ text) => `X${String.fromCharCode(text.length)}\0\0\0${text}`;
  assert.equal(
    await problem(dict(name("a") + tensor("(\x8a\x08\0\0\0\0\0\0\x20\0t")), "a.pt"),
    "size_too_large",
    "2 ** 53",
  );
  assert.equal(await problem(dict(name("a") + tensor("(\x8a\x0a\0\0\0\0\0\0\0\0\0\x01t")), "a.pt"), "size_too_large");
  assert.equal(await problem(dict(name("a") + tensor("(J\0\0\0\x40J\0\0\0\x40t")), "a.pt"), "size_too_large");
  assert.equal(await problem(dict(name("a") + tensor("(\x8a\x01\xfft")), "a.pt"), "size_too_large", "less than none");
  assert.equal(await problem(dict(name("a") + tensor("(Nt")), "a.pt"), "damaged");
  const tied = await model(
    dict(name("embedding.weight") + tensor("(K\x14K\x06t") + name("fc.weight") + tensor("(K\x14K\x06t")),
    "a.pt",
  );
  assert.equal(tied.notes.find(({ code }) => code === "shared")?.args.names, "embedding.weight, fc.weight");
  const apart = await model(
    dict(name("embedding.weight") + tensor("(K\x14K\x06t") + name("fc.weight") + tensor("(K\x14K\x06t", "1")),
    "a.pt",
  );
  assert.ok(!apart.codes.includes("shared"));
});

test("a byte that was changed in a zip is noticed: no size comes out as another one", async () => {
  const file = new Uint8Array(await readFile(join(folder, "lstm.pt")));
  const at = Buffer.from(file).indexOf("K\x10K\x06\x86", 0, "latin1");
  assert.ok(at > 0, "(16, 6)");
  file[at + 3] = 7;
  assert.equal(await problem(file, "lstm.pt"), "damaged");
});

test("what holds itself, and what is deep, ends", async () => {
  assert.equal(await problem(pickled("}q\x01X\x01\0\0\0ah\x01s."), "a.pt"), "no_weights");
  assert.equal(
    await problem(pickled(`${"}X\x01\0\0\0a".repeat(100_000)}K\x01${"s".repeat(100_000)}.`), "a.pt"),
    "too_deep",
  );
});

const code = "model = Sequential()\nmodel.add(LSTM(32, input_shape=(10, 64)))\nmodel.add(Dense(1))\n";
const shapes =
  "lstm/lstm_cell/kernel:0 (64, 128)\nlstm/lstm_cell/recurrent_kernel:0 (32, 128)\nlstm/lstm_cell/bias:0 (128,)\ndense/kernel:0 (32, 1)\ndense/bias:0 (1,)\n";

test("a notebook: the code of its cells, with its commands, without its pictures", async () => {
  const picture = {
    output_type: "display_data",
    data: { "image/png": "A".repeat(8_000_000), "text/plain": ["<Figure size 640x480>"] },
    metadata: {},
  };
  const file = notebook([
    { cell_type: "markdown", metadata: {}, source: ["# LSTM(999)\n"] },
    codeCell("!pip install keras\n%matplotlib inline\n%%time\nfrom keras.layers import *"),
    codeCell(code, [picture, picture]),
  ]);
  assert.ok(file.length > 15_000_000);
  const found = await model(file, "notes.ipynb");
  assert.deepEqual([found.total, found.codes], ["12449", ["cells"]]);
  assert.match(found.query, /^framework=keras&input=64&.*layers=LSTM\(32\),Dense\(1\)$/);
  assert.equal((await model(file, "renamed.json")).total, "12449");
});

test("a notebook: what it printed is held against its code", async () => {
  const same = await model(notebook([codeCell(code, [stream(shapes)])]), "a.ipynb");
  assert.deepEqual(
    [same.total, same.codes, same.notes.at(-1)?.args.total],
    ["12449", ["cells", "table_same"], "12449"],
  );
  const other = await model(
    notebook([codeCell(code, [stream(shapes.replace("(32, 1)", "(32, 2)").replace("bias:0 (1,)", "bias:0 (2,)"))])]),
    "a.ipynb",
  );
  assert.deepEqual(
    [other.total, other.codes, other.notes.at(-1)?.args.total],
    ["12449", ["cells", "table_other"], "12482"],
  );
  const alone = await model(
    notebook([
      codeCell("model = load_model('a.h5')\nmodel.weights", [stream("Epoch 1\r\b\bEpoch 2\n"), stream(shapes)]),
    ]),
    "a.ipynb",
  );
  assert.deepEqual([alone.total, alone.codes, alone.text], ["12449", ["printed"], `Epoch 2\n${shapes}`]);
  const clearer = await model(notebook([codeCell(code.replace("32", "units"), [stream(shapes)])]), "a.ipynb");
  assert.deepEqual([clearer.total, clearer.codes], ["12449", ["printed_clearer"]]);
  const lines = shapes.split(/(?<=\n)/).map(stream);
  const inParts = [stream("Epoch 1\n"), stream(shapes), stream("x = 3 (done\n")];
  assert.equal((await model(notebook([codeCell("fit()", inParts)]), "a.ipynb")).total, "12449");
  const pieces = await model(notebook([codeCell("fit()", lines)]), "a.ipynb");
  assert.deepEqual([pieces.text, pieces.total], [shapes, "12449"], "Keras 3 prints a table in several outputs");
  const logged = { ...stream(shapes), name: "stderr" };
  assert.deepEqual((await model(notebook([codeCell(code, [logged])]), "a.ipynb")).codes, ["cells"]);
  const html = {
    output_type: "display_data",
    metadata: {},
    data: {
      "text/html": [`<pre style="x">${shapes.replace(/kernel/g, '<span style="color: #0087ff">kernel</span>')}</pre>`],
    },
  };
  assert.equal((await model(notebook([codeCell("print(1)", [html])]), "a.ipynb")).text, shapes);
  const old = JSON.stringify({
    nbformat: 3,
    worksheets: [{ cells: [{ cell_type: "code", input: [code], outputs: [{ output_type: "pyout", text: ["x"] }] }] }],
  });
  assert.equal((await model(old, "old.ipynb")).total, "12449");
});

test("notebooks that are none", async () => {
  for (const [file, said] of [
    ["{", "damaged"],
    ["[]", "damaged"],
    ['{"nbformat": 4, "cells": 3}', "damaged"],
    ['{"nbformat": 4, "cells": [null, 1, {"cell_type": "code"}]}', "no_cells"],
    [`{"nbformat": 4, "cells": ${"[".repeat(100_000)}`, "damaged"],
    [notebook([codeCell("x".repeat(1_100_000))]), "text_too_large"],
  ])
    assert.equal(await problem(file, "a.ipynb"), said, file.slice(0, 40));
  const deep = `{"nbformat": 4, "cells": [{"cell_type": "code", "source": "LSTM(3)", "outputs": ${"[".repeat(100_000)}${"]".repeat(100_000)}}]}`;
  assert.equal((await contents(deep, "a.ipynb")).texts[0].text, "LSTM(3)\n");
});

test("model.json of TensorFlow.js, as a file", async () => {
  const lines = (await readFile(join(root, "tests", "reference", "keras_models.jsonl"), "utf8")).trim().split("\n");
  const models = lines.map((line) => JSON.parse(line)).filter(({ text }) => text.includes("weightsManifest"));
  assert.ok(models.length > 20);
  for (const { id, text, total } of models) assert.equal((await model(text, "model.json")).total, String(total), id);
});

test("texts, with any marks and line ends", async () => {
  const utf16 = bytes([0xff, 0xfe], new Uint8Array(Buffer.from("LSTM(3)\r\n", "utf16le")));
  for (const [file, name] of /** @type {[Uint8Array, string][]} */ ([
    [bytes("LSTM(3)\r\n"), "a.py"],
    [bytes([0xef, 0xbb, 0xbf], "LSTM(3)\r"), "a.txt"],
    [utf16, "a.csv"],
  ]))
    assert.deepEqual((await contents(file, name)).texts, [{ id: "text", text: "LSTM(3)\n" }], name);
});

test("files that are none: each is said", async () => {
  for (const [file, name, said] of /** @type {[Uint8Array | string, string, string][]} */ ([
    ["", "a.py", "empty_file"],
    [" \n", "a.py", "empty_file"],
    [bytes([0xff, 0xd8, 0xff, 0]), "a.jpg", "binary"],
    [bytes([0xc3, 0x28]), "a.txt", "binary"],
    [bytes([1, 0, 2]), "a.h5", "not_this_file"],
    ["x".repeat(1_100_000), "a.txt", "text_too_large"],
    [bytes([0x1f, 0x8b, 8, 0]), "a.pt.gz", "packed"],
    [bytes("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), "a.safetensors", "pointer"],
    [
      '{"metadata": {"total_size": 1}, "weight_map": {"a": "b.safetensors"}}',
      "model.safetensors.index.json",
      "index_only",
    ],
    [bytes("PK\x03\x04"), "a.pt", "file_cut"],
    [bytes([0x89], "HDF\r\n\x1a\n"), "a.h5", "damaged"],
    [bytes([8, 7, 0x3a, 2, 0, 0]), "a.onnx", "damaged"],
    [bytes([8, 7, 0x3a, 200, 1]), "a.onnx", "file_cut"],
    [bytes([8, 7, 0x12, 1, 65]), "a.onnx", "damaged"],
  ]))
    assert.equal(await problem(file, name), said, name);
  const large = { size: limits.hdf5 + 1, slice: async () => bytes([0x89], "HDF\r\n\x1a\n", new Uint8Array(504)) };
  assert.equal(await problem(large, "a.h5"), "file_too_large");
  const gone = { size: 100, slice: async () => new Uint8Array(3) };
  assert.equal(await problem(gone, "a.h5"), "file_cut");
});

test("which files are not read is said in words", () => {
  const words = (/** @type {string[]} */ others) => fileNoteWords(notReadWith(others), "a.py", readingMessages).join();
  assert.equal(words([]), "");
  assert.equal(words(["b.py"]), "One file is read at a time: b.py was not read.");
  assert.equal(words(["b.py", "c.py"]), "One file is read at a time: b.py, and 1 more, were not read.");
});
