// Tests of web/messages/en.js: a sentence for every problem, in the words of the fixed texts.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { factsOf } from "../../web/telling/facts.js";
import { modelWords } from "../../web/telling/model.js";
import { fixWords, problemWords } from "../../web/telling/problems.js";
import { stepWords } from "../../web/telling/steps.js";
import { english as messages } from "./words.js";

const engine = await load();
const catalog = engine.catalog();

/** @type {(problem: import("../../web/engine.js").Problem, facts: typeof catalog, words?: import("../../web/telling/problems.js").Words) => string} */
const spoken = (problem, facts, words) => problemWords(problem, facts, words, messages);
/** @type {(fix: import("../../web/engine.js").Fix, facts: typeof catalog) => string} */
const button = (fix, facts) => fixWords(fix, facts, messages);

/** @param {string} input @param {string} layers @param {string} [framework] */
function problem(input, layers, framework = "") {
  const { problems } = engine.explain(encode({ framework, input, layers }));
  assert.ok(problems.length > 0, `${framework} ${input} ${layers} has no problem`);
  return problems[0];
}

/** @type {[code: string, input: string, layers: string, framework: string, text: string, fixes: string[]][]} */
const sentences = [
  ["missing", "", "LSTM(32)", "", "How many features does one time step have? A whole number, 1 or more.", []],
  ["missing", "64", "LSTM()", "", "How many units? A whole number, 1 or more.", []],
  ["missing", "64", "", "", "Add a layer, for example LSTM(32).", ["Add LSTM(32)"]],
  ["too_small", "64", "LSTM(0)", "", "A layer needs at least 1 unit. You typed 0.", ["Use 1"]],
  ["too_small", "64", "LSTM(-3)", "", "Sizes are positive. You typed −3.", ["Use 3"]],
  ["not_whole", "64", "LSTM(1.5)", "", "Units come whole. You typed 1.5.", ["Use 1", "Use 2"]],
  ["not_plain", "64", "LSTM(1e3)", "", "Write the number out: 1e3 is 1000.", ["Use 1000"]],
  ["not_plain", "12,416", "LSTM(32)", "", "Write the number without separators.", ["Use 12416"]],
  ["not_plain", "12 416", "LSTM(32)", "", "Write the number without separators.", ["Use 12416"]],
  ["not_a_number", "abc", "LSTM(32)", "", '"abc" is not a number.', []],
  ["too_big", "9007199254740992", "LSTM(32)", "", "The largest size is 9,007,199,254,740,991.", []],
  ["unknown_layer", "64", "LTSM(32)", "", "There is no layer called LTSM here. Did you mean LSTM?", ["Use LSTM"]],
  [
    "unknown_option",
    "64",
    "LSTM(32, hiden_size=4)",
    "",
    "LSTM has no option hiden_size here. Did you mean hidden_size?",
    ["Use hidden_size"],
  ],
  [
    "unknown_framework",
    "64",
    "LSTM(32)",
    "tensorfow",
    "No framework is called tensorfow. Did you mean tensorflow?",
    ["Use tensorflow"],
  ],
  ["syntax", "64", "LSTM(32", "", "A closing bracket is missing after LSTM(32.", ["Add it"]],
  [
    "conflict",
    "64",
    "Embedding(1000, 128)",
    "",
    "The embedding already sets the width (128). Leave input_dim empty.",
    ["Remove 64"],
  ],
];

for (const [code, input, layers, framework, text, fixes] of sentences) {
  test(`${code}: ${text}`, () => {
    const found = problem(input, layers, framework);
    assert.equal(found.code, code);
    assert.equal(spoken(found, catalog), text);
    assert.deepEqual(
      (found.args.fixes ?? []).map((fix) => button(fix, catalog)),
      fixes,
    );
  });
}

test("units given twice", () => {
  const found = problem("64", "LSTM(units=32, hidden_size=64)");
  assert.equal(spoken(found, catalog), "num_units is given twice: units=32 and hidden_size=64. Keep one.");
});

test("PyTorch and merge_mode", () => {
  const found = problem("64", "Bidirectional(LSTM(32), merge_mode=sum)", "pytorch");
  assert.equal(
    spoken(found, catalog),
    "Here PyTorch's two directions are concatenated. Keras, Keras 2.4–2.15 and others can merge them otherwise.",
  );
  assert.equal(button(/** @type {never} */ (found.args.fixes?.[0]), catalog), "Count as Keras does");
});

test("an option that a framework does not have", () => {
  const said = (/** @type {string} */ framework, /** @type {string} */ layers) =>
    spoken(problem("64", layers, framework), catalog);
  assert.equal(
    said("notes", "LSTM(32, peepholes=true)"),
    "The notes' LSTM has no option peepholes. TensorFlow 1, ONNX and others have it.",
  );
  assert.equal(
    said("keras", "LSTM(32, proj_size=3)"),
    "Keras's LSTM has no option proj_size. PyTorch, TensorFlow 1 and others have it.",
  );
  assert.equal(
    said("notes", "GRU(32, reset_after=true)"),
    "In the notes' GRU the reset gate comes before the matrix. Keras, Keras 2.4–2.15 and others let you choose.",
  );
  assert.equal(
    said("pytorch", "GRU(32, reset_after=false)"),
    "In PyTorch's GRU the reset gate always comes after the matrix. Keras, Keras 2.4–2.15 and others let you choose.",
  );
});

test("a kind of layer that a framework does not have", () => {
  const found = problem("64", "GRU(32)", "tinygrad");
  assert.equal(spoken(found, catalog), "tinygrad has no GRU, as far as we know. The notes, Keras and others have one.");
  assert.deepEqual(
    found.args.fixes?.map((fix) => button(fix, catalog)),
    ["Count as the notes do", "Count as Keras does", "Count as PyTorch does"],
  );
  assert.match(spoken(problem("64", "MGU(32)", "keras"), catalog), /flax\.linen and Chainer have one\.$/);
});

test("every framework says why it stores what it stores", () => {
  const reasons = catalog.frameworks.map(({ reason }) => messages.reason[reason]);
  for (const reason of reasons) assert.match(reason, /^[A-Za-z].{20,}\.$/);
  assert.equal(new Set(reasons).size, reasons.length);
});

test("every step of every framework has its words", () => {
  const layers = ["LSTM(32)", "GRU(32)", "RNN(32)", "MGU(32)", "LayerNormalization()", "TimeDistributed(Dense(3))"];
  const options = ["peepholes", "coupled", "layer_norm"].map((option) => `LSTM(32, ${option}=true)`);
  const kinds = new Set();
  for (const { id } of catalog.frameworks) {
    for (const text of [...layers, ...options, "LSTM(32, proj_size=3)", "Bidirectional(GRU(32))"]) {
      const answer = engine.explain(encode({ framework: id, input: "64", layers: text }));
      if (answer.problems.length > 0) continue;
      answer.layers.forEach((layer, index) => {
        for (const step of layer.steps) {
          kinds.add(step.kind);
          const said = stepWords(step, factsOf(answer, index, catalog), messages);
          for (const words of [said.title, said.sentence, said.why])
            assert.doesNotMatch(words, /undefined|NaN|null|□/, `${id} ${text} ${step.kind}: ${words}`);
          assert.match(said.sentence, /^[A-Z0-9].*[.]$/, `${id} ${text} ${step.kind}`);
        }
      });
    }
  }
  for (const kind of ["biases", "peepholes", "normalization", "projection"]) assert.ok(kinds.has(kind), kind);
});

test("a problem speaks the chosen framework's words", () => {
  const found = problem("64", "Embedding(1000, 128)", "pytorch");
  const words = catalog.frameworks.find(({ id }) => id === "pytorch")?.words;
  assert.match(spoken(found, catalog, words), /Leave input_size empty\.$/);
});

test("one thing is not several", () => {
  const { layers } = engine.explain("framework=keras&input=1&layers=Embedding(1,1),LSTM(1),Dense(1,bias=false)");
  const answer = engine.explain(
    "framework=keras&layers=Embedding(1,1),LSTM(1),Dense(1,bias=false),BatchNormalization()",
  );
  assert.equal(layers.length, 3);
  answer.layers.forEach((layer, index) => {
    for (const step of layer.steps) {
      const { title, sentence, why } = stepWords(step, factsOf(answer, index, catalog), messages);
      for (const text of [title, sentence, why]) assert.doesNotMatch(text, /(?<!layer )\b1 \w+s\b|undefined|NaN/, text);
    }
  });
});

test("a long model's name can be read", () => {
  const name = (/** @type {string} */ layers) => {
    const answer = engine.explain(encode({ framework: "notes", input: "8", layers }));
    return modelWords(answer, catalog, messages);
  };
  assert.equal(name("LSTM(4), Dropout(0.5), LSTM(4), Dense(1)"), "2 LSTM layers + Dense, 8 → 4 → 4 → 1");
  assert.equal(name("Dropout(0.5)"), "Dropout, 8");
  assert.equal(
    name("LSTM(4), GRU(4), RNN(4), LSTM(4), Dense(1)"),
    "LSTM + GRU + 3 other layers, 8 → 4 → 4 → 4 → 4 → 1",
  );
});

test("a path goes through what changes the width, and begins anew where nothing comes from the layer before", () => {
  const name = (/** @type {string} */ query) =>
    modelWords(engine.explain(`framework=pytorch&${query}`), catalog, messages);
  const cases = {
    "input=64&timesteps=10&layers=LSTM(32),Dropout(0.5),Flatten(),Linear(4)": "LSTM + Linear, 64 → 32 → 320 → 4",
    "input=64&timesteps=10&layers=MaxPooling1D(2),Permute((2,1)),LSTM(32)": "LSTM, 64 → 5 → 32",
    "input=70&layers=LSTM(256),LSTM(256,input_dim=90),Linear(90)": "2 LSTM layers + Linear, 70 → 256; 90 → 256 → 90",
    "layers=Embedding(1000,64),LSTM(4),Embedding(20,8),LSTM(4)":
      "Embedding + LSTM + Embedding + LSTM, 1,000 → 64 → 4; 20 → 8 → 4",
    "input=7&layers=LSTM(4),Lambda(x),Linear(3,input_dim=9)": "LSTM + Linear, 7 → 4 → □; 9 → 3",
    "input=7&layers=LSTM(4),Concat(input_dim=9),Linear(3)": "LSTM + Linear, 7 → 4; 9 → 3",
    "input=7&layers=LSTM(4),Lambda(x),Linear(3)": "LSTM + Linear, 7 → 4 → □ → 3",
    "input=7&layers=LSTM(4),Custom(75,parameters=9),Linear(3)": "LSTM + Custom + Linear, 7 → 4 → 75 → 3",
    "layers=nn.LSTM(64,32)": "LSTM, 64 → 32",
    "layers=LSTM(1,input_dim=2),LSTM(1,input_dim=3),LSTM(1,input_dim=4),LSTM(1,input_dim=5)":
      "4 LSTM layers, 2 → 1; 3 → 1 → … → 1",
    "input=7&layers=ReLU()": "ReLU, 7",
  };
  for (const [query, expected] of Object.entries(cases)) assert.equal(name(query), expected);
});

test("a total that is too large names the layer", () => {
  const found = problem("9007199254740991", "LSTM(32), LSTM(9007199254740991)");
  assert.equal(
    spoken(found, catalog),
    "Layer 2 takes the total past 18,446,744,073,709,551,615, the largest that can be counted exactly here.",
  );
});

test("every other code has a sentence too", () => {
  const others = [
    problem("64", "Dropout(2)"),
    problem("64", "LSTM(32, bias=maybe)"),
    problem("64", "LSTM(10, 20)"),
    problem("64", "LSTM(32, num_layers=1001)"),
    problem("64", `${"Bidirectional(".repeat(9)}LSTM(1)${")".repeat(9)}`),
    problem("64", `LSTM(${"9".repeat(70_000)})`),
    problem("64", "LSTM(32) GRU(4)"),
    problem("64", 'LSTM("32)'),
    problem("64", "LSTM(32),,"),
    problem("64", "LSTM(32), LocallyConnected2D(16, 3)"),
    problem("64", "Reshape(x), LSTM(32)"),
    engine.explain("input=64&timesteps=2&layers=MaxPooling1D(3),LSTM(3)").problems[0],
    problem("64", "LSTM(32))"),
    problem("64", "Bidirectional(Dense(4))"),
    problem("64", "LSTM(32, merge_mode=sum)"),
    engine.explain("input=64&layers=LSTM(32)%zz").problems[0],
    engine.explain("input=64&layers=LSTM(32)&input=65").problems[0],
    engine.explain("input=64&layers=%ff").problems[0],
    engine.edit("input=64&layers=LSTM(32)", { kind: "remove", layer: 4 }).problems[0],
  ];
  const codes = new Set([
    ...sentences.map(([code]) => code),
    ...others.map((found) => found.code),
    "twice",
    "unsupported",
    "too_large",
  ]);
  for (const found of others) {
    const text = spoken(found, catalog);
    assert.match(text, /^[A-Z"a-z_].*[.?]$/, found.code);
    assert.doesNotMatch(text, /undefined|invalid|NaN|object|Something here/i, found.code);
    assert.equal(found.message, text);
  }
  assert.deepEqual([...codes].sort(), codesOfContract);
});

const codesOfContract = [
  "conflict",
  "encoding",
  "limit",
  "missing",
  "no_such_layer",
  "not_a_choice",
  "not_a_number",
  "not_a_rate",
  "not_a_shape",
  "not_counted",
  "not_plain",
  "not_whole",
  "syntax",
  "too_big",
  "too_large",
  "too_short",
  "too_small",
  "twice",
  "unknown_framework",
  "unknown_layer",
  "unknown_option",
  "unsupported",
];

test("what a layer passes on is called that in every sentence", () => {
  const folder = new URL("../../web/messages/en/", import.meta.url);
  const others = readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter((line) => /["`].*\bhand(s|ed)? (on|both|its)\b/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  assert.deepEqual(others, []);
});

test("long texts are shortened", () => {
  const text = spoken(problem("x".repeat(5000), "LSTM(32)"), catalog);
  assert.equal(text, `"${"x".repeat(39)}…" is not a number.`);
});

test("numbers of any length are grouped exactly", () => {
  assert.equal(messages.number("18446744073709551615"), "18,446,744,073,709,551,615");
  assert.equal(messages.number("12416"), "12,416");
  assert.equal(messages.number("1.5"), "1.5");
});
