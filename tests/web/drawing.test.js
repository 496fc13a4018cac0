// Tests of web/picture/drawing.js: the picture's areas are the counts, for every model of the reference.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { drawingOf } from "../../web/picture/drawing.js";
import { drawingWords } from "../../web/telling/drawing.js";
import { fullLayer } from "../../web/telling/facts.js";
import { english as m } from "./words.js";

/** @typedef {import("../../web/picture/drawing.js").Drawing} Drawing */
/** @typedef {import("../../web/picture/drawing.js").Box} Box */
/** @typedef {import("../../web/picture/drawing.js").Term} Term */

const engine = await load();
const lines = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1);
const queries = lines.map((line) => /^(?:"([^"]*)"|([^,]*)),/.exec(line)?.slice(1).find(Boolean) ?? "");

/** The drawn layers of a model. @param {string} query @returns {Drawing[]} */
function drawings(query) {
  const answer = engine.explain(query);
  assert.deepEqual(answer.problems, [], query);
  return answer.layers.flatMap((layer, index) => (layer.rule ? (drawingOf(layer, index) ?? []) : []));
}

/** @param {bigint[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0n);
/** @param {Box[]} boxes */
const area = (boxes) => sum(boxes.map(({ width, height }) => width * height));
/** @param {Term[]} terms */
const value = (terms) => sum(terms.map(({ times, count }) => times * BigInt(count)));
/** @param {Box} a @param {Box} b */
const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** @param {string} query */
function block(query, place = 0) {
  const [part] = drawings(query)[place].sides[0].parts;
  return part;
}

/** @param {string} query @param {string} kind */
const extra = (query, kind) => drawings(query)[0].sides[0].parts.find((part) => part.kind === kind);

test("the area is the count, in every cut of every model of the reference", () => {
  assert.ok(queries.length > 1600);
  for (const query of queries) {
    const answer = engine.explain(query);
    answer.layers.forEach((layer, index) => {
      if (!layer.rule) return; // repeats one that is drawn
      const drawing = drawingOf(layer, index);
      const parts = drawing?.sides.flatMap((side) => side.parts) ?? [];
      const total = BigInt(layer.total);
      for (const cut of /** @type {const} */ (["fills", "bands", "tensors"]))
        assert.equal(sum(parts.map((part) => area(part[cut]))), total, `${query}: ${cut}`);
      for (const cut of /** @type {const} */ (["bands", "tensors"])) {
        for (const piece of parts.flatMap((part) => part[cut]))
          assert.equal(piece.width * piece.height, BigInt(piece.count), `${query}: ${piece.name}`);
      }
      if (!drawing) return;
      for (const cut of /** @type {const} */ (["matrix", "tensor"]))
        assert.equal(value(drawing[cut]) * (drawing.twice[cut] ? 2n : 1n), total, `${query}: ${cut}`);
    });
  }
});

test("nothing lies on anything else, and nothing sticks out", () => {
  for (const query of queries.filter((_, place) => place % 5 === 0)) {
    for (const { sides } of drawings(query)) {
      for (const part of sides.flatMap((side) => side.parts)) {
        for (const pieces of [part.fills, part.bands, part.tensors]) {
          pieces.forEach((a, i) => {
            assert.ok(a.x >= 0n && a.x + a.width <= part.width && a.y + a.height <= part.height, query);
            for (const b of pieces.slice(i + 1)) assert.ok(!overlap(a, b), query);
          });
        }
      }
    }
  }
});

test("every tensor is drawn", () => {
  for (const query of queries.filter((_, place) => place % 5 === 0)) {
    for (const { sides, layer } of drawings(query)) {
      const drawn = sides.flatMap(({ parts }) => parts.flatMap(({ tensors }) => tensors.map(({ tensor }) => tensor)));
      assert.deepEqual(
        [...new Set(drawn)].sort((a, b) => a - b),
        [...layer.weights.keys()],
        query,
      );
    }
  }
});

test("the notes' LSTM: four bands of 3,104; the framework's three tensors", () => {
  const notes = block("input=64&layers=LSTM(32)");
  assert.deepEqual(
    notes.bands.map(({ name, count, y }) => [name, count, y]),
    [
      ["forget", "3104", 0n],
      ["input", "3104", 32n],
      ["output", "3104", 64n],
      ["cell", "3104", 96n],
    ],
  );
  assert.deepEqual(
    notes.columns.map(({ role, width, ref }) => [role, width, ref]),
    [
      ["previous", 32n, "written.0.args.0"],
      ["input", 64n, "input"],
      ["bias", 1n, "rule.bias"],
    ],
  );
  assert.equal(notes.ref, "layers.0.steps.3");
  const keras = block("framework=keras&input=64&layers=LSTM(32)");
  assert.deepEqual(
    keras.tensors.map(({ name, count }) => [name, count]),
    [
      ["recurrent_kernel", "4096"],
      ["kernel", "8192"],
      ["bias", "128"],
    ],
  );
});

test("PyTorch is one more column, exactly the 128 of the difference", () => {
  const notes = block("input=64&layers=LSTM(32)");
  const torch = block("framework=pytorch&input=64&layers=LSTM(32)");
  assert.equal(torch.width - notes.width, 1n);
  const last = torch.fills[torch.fills.length - 1];
  assert.deepEqual([last.role, last.width * last.height], ["bias", 128n]);
});

test("Keras's GRU has two bias columns, the candidate-only frameworks a part of the second", () => {
  assert.deepEqual(
    block("framework=keras&input=10&layers=GRU(7)").columns.map(({ width }) => width),
    [7n, 10n, 1n, 1n],
  );
  for (const framework of ["flax_linen", "equinox", "mlx"]) {
    const { fills, bands } = block(`framework=${framework}&input=10&layers=GRU(7)`);
    const second = fills[fills.length - 1];
    assert.deepEqual([second.y, second.height, second.width], [14n, 7n, 1n], framework);
    assert.deepEqual(
      bands.map(({ count }) => count),
      ["126", "126", "133"],
      framework,
    );
  }
});

test("projection: a block of its own, and a narrower first column", () => {
  const query = "framework=pytorch&input=10&layers=LSTM(7,proj_size=3)";
  assert.deepEqual(
    block(query).columns.map(({ width }) => width),
    [3n, 10n, 1n, 1n],
  );
  const projection = extra(query, "projection");
  assert.deepEqual([projection?.height, projection?.width, projection?.count], [3n, 7n, "21"]);
  assert.equal(projection?.ref, "layers.0.steps.4");
});

test("peepholes: each beside the band of its gate, also where they hide in one tensor", () => {
  const rows = { tf1: ["i", "f", "o"], onnx: ["i", "o", "f"], dl4j: ["f", "o", "i"], cntk: ["i", "f", "o"] };
  const coreml = ["inputGate", "forgetGate", "outputGate"];
  for (const [framework, gates] of Object.entries({ ...rows, coreml })) {
    const [drawing] = drawings(`framework=${framework}&input=10&layers=LSTM(7,peepholes=true)`);
    const strip = drawing.sides[0].parts.find(({ kind }) => kind === "peepholes");
    const ids = drawing.layer.gates.map(({ id }) => id);
    const covered = ids.filter((_, place) => {
      const y = BigInt(place) * 7n;
      return strip?.fills.some((fill) => fill.y <= y && y < fill.y + fill.height);
    });
    assert.deepEqual(covered.sort(), gates.sort(), framework);
    assert.deepEqual([strip?.width, strip?.count], [1n, "21"], framework);
  }
});

test("a peephole stands at its own gate", () => {
  const [{ layer, sides }] = drawings("framework=tf1&input=10&layers=LSTM(7,peepholes=true)");
  const strip = sides[0].parts.find(({ kind }) => kind === "peepholes");
  const at = Object.fromEntries(strip?.tensors.map(({ name, y }) => [name, layer.gates[Number(y / 7n)].id]) ?? []);
  assert.deepEqual(at, { w_f_diag: "f", w_i_diag: "i", w_o_diag: "o" });
});

test("a stack: what both directions hand on is two strips of the input", () => {
  const query = "input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))";
  const [first, second] = drawings(query);
  assert.deepEqual(
    first.sides.map(({ direction }) => direction),
    ["forward", "backward"],
  );
  assert.deepEqual(first.sides[0].parts[0].columns[1].strips, []);
  assert.deepEqual(second.sides[0].parts[0].columns[1].strips, ["7", "7"]);
  assert.equal(second.sides[0].parts[0].columns[1].ref, "layers.1.steps.0");
});

test("other layers are rectangles of their own shape", () => {
  const [embedding, , dense] = drawings("framework=keras&layers=Embedding(20000,128),LSTM(64),Dropout(0.5),Dense(3)");
  const [part] = embedding.sides[0].parts;
  assert.deepEqual([part.kind, part.height, part.width], ["matrix", 20000n, 128n]);
  const [unit] = dense.sides[0].parts;
  assert.deepEqual([unit.height, unit.width, unit.columns.length], [3n, 65n, 2]);
});

test("an attention is its matrices, each with its biases, as its formula names them", () => {
  const blocks = (/** @type {string} */ query) => {
    const [main, out] = drawings(query)[0].sides[0].parts;
    assert.deepEqual([main.kind, out.kind], ["projections", "output_projection"], query);
    return [...main.bands.map(({ name, count }) => [name, count]), ["output", out.count]];
  };
  // (64 + 1) × 64, three times and once more.
  const equal = ["query", "key", "value", "output"].map((name) => [name, "4160"]);
  assert.deepEqual(blocks("framework=keras&input=64&layers=MultiHeadAttention(4,16)"), equal);
  assert.deepEqual(blocks("framework=pytorch&input=64&layers=MultiheadAttention(64,4)"), equal);
  // In any order, and without biases.
  assert.deepEqual(blocks("framework=flax_nnx&input=64&layers=MultiHeadAttention(4)"), equal);
  const plain = blocks("framework=flux&input=64&layers=MultiHeadAttention(4)");
  assert.deepEqual(
    plain,
    equal.map(([name]) => [name, "4096"]),
  );
  // Values of a width of their own: (64 + 1) × 4 × 8, and 4 × 8 + 1 numbers for each of the 64 that come out.
  assert.deepEqual(blocks("framework=keras&input=64&layers=MultiHeadAttention(4,16,value_dim=8)"), [
    ["query", "4160"],
    ["key", "4160"],
    ["value", "2080"],
    ["output", "2112"],
  ]);
  // Fewer heads of keys and values: (64 + 1) × 2 × 16.
  assert.deepEqual(blocks("framework=keras&input=64&layers=GroupQueryAttention(16,4,2)"), [
    ["query", "4160"],
    ["key", "2080"],
    ["value", "2080"],
    ["output", "4160"],
  ]);
  // Keys and values that come in with widths of their own: 8 × 9, 8 × 6, 8 × 4.
  assert.deepEqual(blocks("framework=pytorch&input=8&layers=MultiheadAttention(8,2,kdim=5,vdim=3)").slice(0, 3), [
    ["query", "72"],
    ["key", "48"],
    ["value", "32"],
  ]);
  const [keras] = drawings("framework=keras&input=64&layers=MultiHeadAttention(4,16)");
  const [main] = keras.sides[0].parts;
  assert.deepEqual([main.width, main.height], [65n, 192n]);
  assert.deepEqual(
    main.columns.map(({ role, width }) => [role, width]),
    [
      ["input", 64n],
      ["bias", 1n],
    ],
  );
  assert.deepEqual(
    keras.matrix.map(({ times, count }) => [times, count]),
    [
      [3n, "4160"],
      [1n, "4160"],
    ],
  );
  assert.equal(
    drawingWords(keras, m),
    "A rectangle 192 high and 65 wide: 3 weight matrices of 64 rows each; columns 64 (input), 1 (bias). Area 12,480. Beside it, output projection: 64 high and 65 wide, area 4,160.",
  );
});

test("every attention that a framework has is drawn by matrices", () => {
  let attentions = 0;
  for (const { id } of engine.catalog().frameworks)
    for (const layer of ["MultiHeadAttention(4,16)", "MultiHeadAttention(4)", "GroupQueryAttention(16,4,2)"]) {
      const query = `framework=${id}&input=64&layers=${layer}`;
      if (engine.explain(query).total === "") continue;
      attentions++;
      const [main] = drawings(query)[0].sides[0].parts;
      assert.deepEqual(
        main.bands.map(({ name }) => name),
        ["query", "key", "value"],
        query,
      );
    }
  assert.ok(attentions >= 10, `${attentions}`);
});

test("without all numbers there is nothing to draw", () => {
  const { layers } = engine.explain("input=&layers=LSTM(32)");
  assert.equal(drawingOf(fullLayer(layers, 0), 0), undefined);
});

test("the picture in words", () => {
  const said = (/** @type {string} */ query) => drawings(query).map((drawing) => drawingWords(drawing, m));
  assert.deepEqual(said("input=64&layers=LSTM(32)"), [
    "A rectangle 128 high and 97 wide: 4 weight matrices of 32 rows each; columns 32 (previous activations), 64 (input), 1 (bias). Area 12,416.",
  ]);
  assert.deepEqual(said("input=64&layers=RNN(32)"), [
    "A rectangle 32 high and 97 wide: 1 weight matrix of 32 rows; columns 32 (previous activations), 64 (input), 1 (bias). Area 3,104.",
  ]);
  assert.deepEqual(said("framework=pytorch&input=10&layers=LSTM(7,proj_size=3,bidirectional=true)"), [
    "Twice, once for each direction: A rectangle 28 high and 15 wide: 4 weight matrices of 7 rows each; columns 3 (previous activations), 10 (input), 1 (bias), 1 (second bias). Area 420. Beside it, projection: 3 high and 7 wide, area 21. Together 882.",
  ]);
});

test("20 digits are not rounded", () => {
  const query = "framework=keras&layers=Embedding(4294967295,4294967297)";
  assert.equal(block(query).count, "18446744073709551615");
  assert.match(drawingWords(drawings(query)[0], m), /Area 18,446,744,073,709,551,615\.$/);
});
