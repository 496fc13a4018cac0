// Tests of web/telling/versus.js: the way from one model to another, in changes that the core counts, and what is said of each.
import assert from "node:assert/strict";
import { test } from "node:test";
import { empty, encode } from "../../web/border/query.js";
import { loadShared } from "../../web/engine.js";
import { versusOf } from "../../web/export/versus.js";
import { changeWords, secondModel, secondQuery, versusTold } from "../../web/telling/versus.js";
import { english } from "./words.js";

const engine = await loadShared();
const catalog = engine.catalog();

/** @param {string} query @param {string} other @returns {string[]} */
const told = (query, other) =>
  versusTold(engine, query, other).changes.map((change) =>
    `${change.more} ${changeWords(change, catalog, english)}`.replaceAll("\u00a0", " "),
  );

const lstm = "framework=keras&input=64&layers=LSTM(32)";

test("one thing that differs is named, with the product that it makes", () => {
  // 4 × 32
  assert.deepEqual(told(lstm, "framework=pytorch&input=64&layers=LSTM(32)"), [
    "128 PyTorch instead of Keras: a second bias, 32 units × 4 matrices",
  ]);
  // Of the notes' (64 + 32 + 1) × 32 = 3,104 there are three instead of four, and one instead of four.
  assert.deepEqual(told("input=64&layers=LSTM(32)", "input=64&layers=GRU(32)"), [
    "-3104 GRU instead of LSTM: × 3 instead of × 4",
  ]);
  assert.deepEqual(told("input=64&layers=LSTM(32)", "input=64&layers=RNN(32)"), [
    "-9312 RNN instead of LSTM: × 1 instead of × 4, 3 × 3,104",
  ]);
  // 2 × 3 × 3,104
  assert.deepEqual(told("input=64&layers=Bidirectional(LSTM(32))", "input=64&layers=Bidirectional(RNN(32))"), [
    "-18624 RNN instead of LSTM: × 1 instead of × 4, 2 × 3 × 3,104",
  ]);
  assert.deepEqual(told("input=64&layers=RNN(32)", "input=64&layers=Bidirectional(RNN(32))"), [
    "3104 both directions instead of one",
  ]);
  // 2 × 4 × 32 × 16
  assert.deepEqual(told("input=64&layers=Bidirectional(LSTM(32))", "input=80&layers=Bidirectional(LSTM(32))"), [
    "4096 input_dim 80 instead of 64, 16 × 2 × 4 × 32",
  ]);
  // (64 + 33) × 32 × 4 = 12,416; (64 + 41) × 40 × 4 = 16,800
  assert.deepEqual(told("input=64&layers=LSTM(32)", "input=64&layers=LSTM(40)"), ["4384 num_units 40 instead of 32"]);
  assert.deepEqual(told(lstm, "input=64&layers=LSTM(32)&framework=keras"), []);
});

test("biases that change otherwise than the matrices are told", () => {
  // Keras's GRU has a second bias: 3 × (64 + 32 + 2) × 32 = 9,408.
  assert.deepEqual(told(lstm, "framework=keras&input=64&layers=GRU(32)"), [
    "-3008 GRU instead of LSTM: × 3 instead of × 4, 6 bias vectors instead of 4",
  ]);
});

test("several things are changed one after another", () => {
  // 12,416; 4 × (64 + 32 + 2) × 32 = 12,544; 3 × 98 × 32 = 9,408; 3 × (64 + 40 + 2) × 40 = 12,720; 3 × (80 + 42) × 40 = 14,640; 40 + 1
  assert.deepEqual(told(lstm, "framework=pytorch&input=80&layers=GRU(40),Dense(1)"), [
    "128 PyTorch instead of Keras: a second bias, 32 units × 4 matrices",
    "-3136 GRU instead of LSTM: × 3 instead of × 4",
    "3312 hidden_size 40 instead of 32",
    "1920 input_size 80 instead of 64, 16 × 3 × 40",
    "41 with Dense(1)",
  ]);
  // What PyTorch lacks has to go before it counts.
  assert.deepEqual(
    told(
      "framework=keras&input=64&layers=GRU(32,reset_after=false)",
      "framework=pytorch&input=64&layers=GRU(32,bidirectional=true)",
    ),
    [
      "9312 both directions instead of one", // 3 × 97 × 32
      "192 without reset_after false", // 2 × 3 × 32
      "0 PyTorch instead of Keras",
    ],
  );
});

test("equal changes of several layers are one, by their places in the stack", () => {
  const words = told(
    "input=64&layers=LSTM(32,num_layers=2),Dense(8),LSTM(32)",
    "input=64&layers=GRU(16,num_layers=2),Dense(8),GRU(16)",
  );
  assert.deepEqual(
    words.map((text) => text.replace(/^-?\d+ /, "")),
    ["GRU instead of LSTM in layers 1–2 and 4: × 3 instead of × 4", "num_units 16 instead of 32 in layers 1–2 and 4"],
  );
});

test("layers that only one has are taken out and put in, and stand alone in the table", () => {
  const two = [
    "framework=keras&layers=Embedding(20000,128),Dropout(0.5),LSTM(64),Dense(1)",
    "framework=keras&layers=Embedding(20000,128),LSTM(64),LSTM(64),Dense(1)",
  ];
  const { changes, pairs } = versusTold(engine, two[0], two[1]);
  assert.deepEqual(
    changes.map(({ kind, from, to, more }) => [kind, from + to, more]),
    [
      ["without", "Dropout(0.5)", "0"],
      ["with", "LSTM(64)", "33024"], // 4 × (64 + 64 + 1) × 64
    ],
  );
  assert.deepEqual(
    pairs.map(({ first, second, more }) => [first?.name, second?.name, more]),
    [
      ["Embedding", "Embedding", "0"],
      ["Dropout", undefined, ""],
      ["LSTM", "LSTM", "0"],
      [undefined, "LSTM", ""],
      ["Dense", "Dense", "0"],
    ],
  );
});

test("where nothing corresponds, or too much would have to be changed, only the totals are told", () => {
  const { more, changes } = versusTold(engine, lstm, "framework=keras&input=64&layers=Dense(32)");
  assert.deepEqual([more, changes], ["-10336", []]); // 2,080 − 12,416
  const many = Array.from({ length: 13 }, (_, place) => `LSTM(${place + 1})`).join(",");
  const others = Array.from({ length: 13 }, (_, place) => `LSTM(${place + 2})`).join(",");
  const long = versusTold(engine, `input=3&layers=${many}`, `input=3&layers=${others}`).changes;
  assert.equal(long.length, 13);
  assert.equal(long[12].kind, "rest");
  const stack = (/** @type {number} */ layers, /** @type {number} */ units) =>
    `input=3&layers=${Array(layers).fill(`LSTM(${units})`).join(",")}`;
  const told = [24, 25].map((layers) => versusTold(engine, stack(layers, 2), stack(layers, 3)).changes.length);
  assert.deepEqual(told, [1, 0]);
});

test("the changes always lead from one total to the other, each by a model that the core counts so", () => {
  const frameworks = ["notes", "keras", "pytorch", "onnx", "tf1"];
  const layers = [
    "LSTM(32)",
    "Bidirectional(GRU(7)),Dense(3)",
    "LSTM(5,num_layers=3),LSTM(2)",
    "Embedding(50,8),Dropout(0.5),SimpleRNN(4),Dense(1)",
    "GRU(9,bias=false),LayerNormalization(),GRU(9)",
    "Conv1D(4,kernel_size=3),LSTM(6),Dense(1)",
    "Dense(3),TimeDistributed(Dense(4)),LSTM(2)",
  ];
  const queries = frameworks.flatMap((framework, at) =>
    layers.map((text, place) => `framework=${framework}&input=${3 + at + place}&layers=${text}`),
  );
  let seen = 0;
  for (const [at, query] of queries.entries())
    for (const other of queries.filter((_, place) => (place * 7 + at) % 11 === 0)) {
      const { answers, changes, more } = versusTold(engine, query, other);
      if (more === "" || changes.length === 0) continue;
      seen++;
      let total = BigInt(answers[0].total);
      for (const change of changes) {
        const where = `${query} | ${other}: ${changeWords(change, catalog, english)}`;
        total += BigInt(change.more);
        assert.equal(String(total), change.total, where);
        assert.equal(engine.explain(encode(change.texts)).total, change.total, where);
        if (change.factors.length > 0)
          assert.equal(
            String(change.factors.reduce((all, one) => all * BigInt(one), 1n)),
            change.more.replace("-", ""),
          );
      }
      assert.equal(String(total), answers[1].total);
      assert.equal(String(total - BigInt(answers[0].total)), more);
    }
  assert.ok(seen > 25, `${seen}`);
});

test("the second model may be said by layers, by a query or by a link", () => {
  const first = { ...empty, framework: "keras", input: "64", layers: "LSTM(32)" };
  const second = (/** @type {string} */ text) => secondQuery(text, first, catalog.keys);
  assert.equal(second("GRU(40)"), "framework=keras&input=64&layers=GRU(40)");
  assert.equal(second(" framework=pytorch&input=3&layers=GRU(40) "), "framework=pytorch&input=3&layers=GRU(40)");
  assert.equal(second("?input=3&layers=GRU(40)&lang=hi&vs=input%3D3"), "input=3&layers=GRU(40)");
  assert.equal(second("https://example.org/notes/?input=3&layers=GRU(40)#x"), "input=3&layers=GRU(40)");
  assert.equal(second("https://example.org/notes/"), "");
  assert.equal(second(""), "");
  assert.equal(second("LSTM(?)"), "framework=keras&input=64&layers=LSTM(%3F)");
});

test("a link or a tag may name it by layers alone, too; a whole query stays as it is", () => {
  const first = { ...empty, framework: "keras", input: "64", layers: "LSTM(32)" };
  const second = (/** @type {string} */ vs) => secondModel(vs, first, catalog.keys);
  assert.equal(second("GRU(32)"), "framework=keras&input=64&layers=GRU(32)");
  assert.equal(second("framework=pytorch&input=3&layers=GRU( 40 )"), "framework=pytorch&input=3&layers=GRU( 40 )");
});

test("models without a total, and texts of all sorts, throw nothing", () => {
  for (const text of [
    "",
    "?",
    "layers=",
    "input=3&layers=LTSM(3)",
    "vs=vs",
    "\ud800",
    "layers=LSTM(?)&input=3&budget=99",
  ]) {
    const { more, changes } = versusTold(engine, text, lstm);
    assert.deepEqual([more, changes], ["", []], text);
    assert.equal(versusOf(engine, lstm, text, english), "", text);
  }
});

test("as Markdown: the totals, each change, the order, the layers", () => {
  const text = versusOf(engine, lstm, "framework=pytorch&input=64&layers=GRU(32)", english);
  assert.match(
    text,
    /^LSTM, 64 → 32, as Keras counts: 12,416 parameters\. GRU, 64 → 32, as PyTorch counts: 9,408, 3,008 fewer\./,
  );
  assert.match(text, /\n- \+128: PyTorch instead of Keras: .*\n- −3,136: GRU instead of LSTM: × 3 instead of × 4\n/);
  assert.match(text, /\nIn another order, .*\n\n\| Keras /);
  assert.match(text, /\n\| total +\| +12,416 \| +\| +9,408 \| +−3,008 \|\n$/);
});
