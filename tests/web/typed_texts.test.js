// What people type and paste, and what they read then: of each text a total, or a true sentence; nothing is taken for another thing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { inputWord, wordsAt } from "../../web/telling/frameworks.js";
import { fixWords, problemWords } from "../../web/telling/problems.js";
import { usualTexts } from "./models.js";
import { allWordsOf, english } from "./words.js";

const engine = await load();
const catalog = engine.catalog();
const every = await Promise.all(languages.map(allWordsOf));

/** @param {import("../../web/engine.js").Answer} answer @param {typeof english} [m] */
function said(answer, m = english) {
  return answer.problems.map((problem) => problemWords(problem, catalog, wordsAt(problem, answer, catalog), m));
}

/** @param {import("../../web/engine.js").Answer} answer */
const buttons = ({ problems }) =>
  problems.flatMap(({ args }) => (args.fixes ?? []).map((fix) => fixWords(fix, catalog, english)));

/** @typedef {[framework: string, input: string, layers: string, sentences: string[], buttons: string[]]} Row */

/** @type {Row[]} */
const rows = [
  // Two numbers in one field, and one number with a separator.
  ["", "10,64", "LSTM(32)", ["10,64 is more than one number."], []],
  ["", "1,064", "LSTM(32)", ["Write the number without separators."], ["Use 1064"]],
  ["", "1,024", "LSTM(32)", ["Write the number without separators."], ["Use 1024"]],
  ["", "64", "LSTM(1,000)", ["Write the number without separators."], ["Use 1000"]],
  ["", "64", "LSTM(32)(x)", ["(x) is not read here. Leave it out."], []],
  ["keras", "", "Embedding(len(word_index) + 1, 16)", ['"len(word_index) + 1" is not a number.'], []],
  // The size of the input in the brackets.
  ["pytorch", "10", "nn.LSTM(64, 32)", ["The field input_size says 10, but this layer says 64."], ["Use input=64"]],
  // A row of a summary.
  [
    "",
    "64",
    " lstm (LSTM)  (None, 32)  12416",
    ['"LSTM" is not a number.', "(None, 32) is not read here. Leave it out."],
    [],
  ],
  // Two sizes where a framework has one are the input's and the units.
  ["keras", "64", "LSTM(32, 64)", ["The field input_dim says 64, but this layer says 32."], ["Use input=32"]],
  ["", "", "Embedding(10, 4, 7)", ["Embedding takes two numbers without a name here. Leave 7 out."], ["Remove 7"]],
  // A value that is none cannot be kept.
  [
    "",
    "64",
    "LSTM(32, bias=maybe, use_bias=True)",
    [
      "Here bias can be false or true. You typed maybe.",
      "bias is given twice: bias=maybe and use_bias=True. Keep one.",
    ],
    ["Use True"],
  ],
  // What the framework's layer lacks, as it was typed: another layer of it may have that.
  [
    "pytorch",
    "64",
    "BatchNormalization(bias=False)",
    ["PyTorch's BatchNorm1d has no option bias=false. Keras, Keras 2.4–2.15 and others have it."],
    ["Count as Keras does", "Count as Keras 2.4–2.15 does", "Count as Keras up to 2.3 does", "Remove it"],
  ],
  [
    "dl4j",
    "64",
    "LSTM(32, bias=0)",
    ["Deeplearning4j's LSTM has no option bias=false. The notes, Keras and others have it."],
    ["Count as the notes do", "Count as Keras does", "Count as PyTorch does", "Remove it"],
  ],
  [
    "matlab",
    "64",
    "Bidirectional(LSTM(32), merge_mode=sum)",
    ["Here MATLAB's two directions are concatenated. Keras, Keras 2.4–2.15 and others can merge them otherwise."],
    ["Count as Keras does", "Count as Keras 2.4–2.15 does", "Count as Keras up to 2.3 does", "Remove it"],
  ],
  // Only those that have both.
  [
    "keras",
    "64",
    "LSTM(32, peepholes=true, coupled=true)",
    [
      "Keras's LSTM has no option peepholes. TensorFlow 1, ONNX and others have it.",
      "Keras's LSTM has no option coupled. TensorFlow 1, ONNX and others have it.",
    ],
    Array(2).fill(["Count as TensorFlow 1 does", "Count as ONNX does", "Count as Core ML does", "Remove it"]).flat(),
  ],
  // The width of an embedding that has none yet.
  [
    "",
    "64",
    "Embedding(32)",
    ["The embedding sets the width. Leave input_dim empty.", "How many units? A whole number, 1 or more."],
    ["Remove 64"],
  ],
  ["", "64", "Dropout(2)", ["A rate is 0 or more, but less than 1, for example 0.5. You typed 2."], []],
  // Layers that are not counted here.
  [
    "keras",
    "64",
    "LocallyConnected2D(16, 3)",
    ["LocallyConnected2D has weights, but is not counted here."],
    ["Count it as Custom(units=, parameters=…)"],
  ],
  // Layers around: what they ask for.
  [
    "pytorch",
    "64",
    "LSTM(32), Flatten(), Linear(10)",
    ["How many time steps are there? Flatten lays them out in one row: the next layer reads time steps × width."],
    [],
  ],
  [
    "pytorch",
    "64",
    "LSTM(32), Lambda(x), Linear(10)",
    [
      "What Linear reads is not known: Lambda before it may pass on anything. Write it in its brackets, for example in_features=64.",
    ],
    [],
  ],
  ["", "64", "LSTM(32), MDN(75)", ["There is no layer called MDN here."], ["Count it as Custom(75, parameters=…)"]],
  ["", "64", "Custom(75, parameters=)", ["How many parameters does it have? A whole number, 0 or more."], []],
  [
    "keras",
    "64",
    "SRU(32)",
    ["SRU is another cell, which is not counted here. It is a simple recurrent unit: no matrix reads the step before."],
    [],
  ],
  [
    "keras",
    "64",
    "mLSTM(32)",
    [
      "mLSTM is another cell, which is not counted here. It is the xLSTM cell with a matrix as its memory, or a multiplicative LSTM.",
    ],
    [],
  ],
  ["keras", "64", "LSTMP(32)", ["LSTMP is an LSTM with a projection: write LSTM(…, proj_size=…)."], []],
  // Names that say a layout.
  ["keras", "64", "GRUv3(32)", ["Keras has no GRUv3, as far as we know. Flux.jl has one."], ["Count as Flux.jl does"]],
  [
    "dl4j",
    "64",
    "GravesLSTM(32, peepholes=false)",
    ["The name GravesLSTM already says peepholes=true."],
    ["Remove it"],
  ],
  [
    "tf1",
    "64",
    "BasicLSTMCell(32, peepholes=true)",
    ["With these options the cell is LSTMCell, not BasicLSTMCell."],
    [],
  ],
  ["", "64", "Embedding(10, 4)", ["The embedding already sets the width (4). Leave input_dim empty."], ["Remove 64"]],
];

for (const [framework, input, layers, sentences, labels] of rows) {
  test(`${framework} ${input} ${layers}`, () => {
    const answer = engine.explain(encode({ framework, input, layers }));
    assert.deepEqual(said(answer), sentences);
    assert.deepEqual(buttons(answer), labels);
    for (const m of every) for (const text of said(answer, m)) assert.match(text, /\S.*[.?]$/u, m.language);
  });
}

test("a key of the address that is almost one of the fields'", () => {
  const answer = engine.explain("input=64&layer=LSTM(32)");
  assert.deepEqual(said(answer), ["layer= means nothing here. Did you mean layers?"]);
  assert.deepEqual(buttons(answer), ["Use layers=LSTM(32)"]);
});

test("what a reader typed has a total now", () => {
  /** @type {[query: string, total: string][]} */
  const totals = [
    ["framework=keras&input=64&layers=BiLSTM(32)", "24832"],
    ["framework=keras&input=64&layers=BLSTM(32)", "24832"],
    ["framework=keras&input=64&layers=BiGRU(32)", "18816"],
    ["framework=keras&input=64&layers=BGRU(32)", "18816"],
    ["framework=onnx&input=64&layers=GRU(32,linear_before_reset=1)", "9408"],
    ["framework=keras&input=64&layers=BatchNormalization(axis=-1)", "256"],
    ["framework=pytorch&input=64&layers=BatchNorm1d(affine=True,track_running_stats=True)", "128"],
    ["framework=keras&layers=Embedding(10,4,weights=matrix)", "40"],
    ["framework=CuDNN%20layers&input=64&layers=CuDNNLSTM(32)", "12544"],
  ];
  const read = [
    ["64", "LSTM(32, input_shape=[None, 64])", "12416"],
    ["", "LSTM(32, input_shape=(10, 64))", "12416"],
    ["64", "LSTM(32, kernel_regularizer=l2(0.01))", "12416"],
    ["", "nn.LSTM(64, hidden_size=32, num_layers=2)", "20736"],
    ["64", "LSTM(32), # first\nDense(1)", "12449"],
    ["64", "[LSTM(32), Dense(1, 'sigmoid'),]", "12449"],
    ["64", "LSTM(32, trainable=False)", "12416"],
    ["64", "LSTM(32), Flatten(), Dense(10)", "12746"],
    ["64", "LSTM(32), nn.LSTM(32, 20)", "16656"],
  ];
  for (const [input, layers, total] of read)
    assert.equal(engine.explain(encode({ framework: "keras", input, layers })).total, total, layers);
  for (const [query, total] of totals) assert.equal(engine.explain(query).total, total, query);
});

test("a framework can be called by its name, whatever the case", () => {
  for (const { id, name } of catalog.frameworks) {
    if (name === "") continue;
    for (const called of [name, name.toUpperCase(), name.toLowerCase()])
      assert.equal(engine.explain(`framework=${encodeURIComponent(called)}`).framework, id, called);
  }
});

test("every name of a layer that the catalog prints is read in every framework", () => {
  const all = catalog.frameworks.flatMap(({ cells }) => cells.map(({ name, cell }) => `${name} ${cell}`));
  const names = [...new Set(all)].map((both) => both.split(" "));
  // One class for windows of all numbers of axes: its window says which.
  const windowOf = (/** @type {string} */ name, /** @type {string} */ cell) =>
    /\d/.test(name) || !/^Conv[23]D/.test(cell) ? "3" : `(${Array(Number(cell[4])).fill(3).join(",")})`;
  for (const { id, cells } of catalog.frameworks)
    for (const [name, cell] of names) {
      const { arguments: known, recurrent } = catalog.layers.find((layer) => layer.cell === cell) ?? assert.fail(cell);
      const sizes = known
        .filter(({ required }) => required)
        .map((one) => (one.name === "kernel_size" ? windowOf(name, cell) : (usualTexts[one.name] ?? "32")));
      const input = cell === "Embedding" ? "" : "64";
      const answer = engine.explain(
        encode({ framework: id, input, timesteps: "14", layers: `${name}(${sizes.join(",")})` }),
      );
      const where = `${id}: ${name}`;
      assert.equal(answer.written[0].cell, cell, where);
      for (const { code, args } of answer.problems) {
        // Some frameworks ask how wide a head is, or how many groups are normalised.
        if (args.option === "key_dim" || args.option === "groups") continue;
        assert.equal(code, "unsupported", where);
        assert.ok(
          args.fixes?.some(({ kind }) => kind === "count_as"),
          where,
        );
      }
      // A plain name is another word for the framework's own.
      const own = cells.find((one) => one.cell === cell);
      if (own && answer.problems.length === 0 && !recurrent) assert.equal(answer.layers[0].name, own.name, where);
    }
});

test("each language says what a cell is that is not counted", () => {
  const cells = Object.keys(english.cells);
  assert.ok(cells.length > 25);
  for (const m of every)
    for (const cell of cells) {
      const answer = engine.explain(`input=64&layers=${cell}(3)`);
      assert.equal(answer.problems[0].args.layer, cell);
      assert.ok(said(answer, m)[0].endsWith(` ${m.cells[cell]}`), cell);
      assert.equal(said(answer, { ...m, cells: {} }).length, 1, "before these words are there");
    }
});

test("a message calls the fields what their labels say, in every framework and of every layer", () => {
  for (const facts of catalog.frameworks)
    for (const { cell, words } of facts.cells) {
      const {
        names,
        reads_words,
        arguments: known,
      } = catalog.layers.find((layer) => layer.cell === cell) ?? assert.fail();
      if (reads_words || known.every(({ name }) => name !== "units")) continue;
      const rest = known
        .filter(({ name, required }) => required && name !== "units")
        .map(({ name }) => `, ${name}=${usualTexts[name] ?? "1"}`)
        .join("");
      const query = encode({
        framework: facts.id,
        input: "10",
        timesteps: "9",
        layers: `${names[0]}(input_dim=64, units=7${rest})`,
      });
      const answer = engine.explain(query);
      const expected = `The field ${words.input} says 10, but this layer says 64.`;
      const label = inputWord(facts, cell, catalog);
      assert.deepEqual([label, said(answer)[0], answer.problems[0].message], [words.input, expected, expected], query);
      const twice = engine.explain(
        encode({ framework: facts.id, input: "10", timesteps: "9", layers: `${names[0]}(units=7, units=8${rest})` }),
      );
      const other = `${words.units} is given twice: units=7 and units=8. Keep one.`;
      assert.deepEqual([said(twice)[0], twice.problems[0].message], [other, other], query);
    }
  const embedding = engine.explain("framework=pytorch&input=10&layers=Embedding(20, 4), LSTM(7)");
  assert.match(said(embedding)[0], /Leave input_size empty/);
  assert.equal(embedding.problems[0].message, said(embedding)[0]);
});
