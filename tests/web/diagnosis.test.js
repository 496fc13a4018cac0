// Tests of what is said of a number that is not the model's: the eight worked examples, with the numbers of facts that were verified by hand,
// in both languages; what belongs where; and that every slip has its sentences.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { load, loadQuestions } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { compared, findingsTold, findingWords, formulaOf, nothingWords } from "../../web/telling/diagnosis.js";
import { wordsOf } from "../../web/telling/words.js";

const [{ explain, catalog }, { diagnose }] = await Promise.all([load(), loadQuestions()]);
const facts = catalog();
const [english, hindi] = await Promise.all(languages.map(async (one) => (await wordsOf(one)).diagnosis()));

/** @param {string} query @param {string} number @param {typeof english} [m] */
function said(query, number, m = english) {
  const diagnosis = diagnose(query, number);
  const answer = explain(query);
  const findings = findingsTold(diagnosis, answer, facts).map((told) => findingWords(told, m));
  return [...findings, nothingWords(diagnosis, answer, m)].filter((text) => text !== "");
}

/** What of the wrong formula is marked, and what belongs there. @param {string} query @param {string} number */
function marks(query, number) {
  const [finding] = diagnose(query, number).findings;
  const text = (/** @type {import("../../web/engine.js").Token[]} */ tokens) => tokens.map((one) => one.text).join(" ");
  return compared(formulaOf(finding), explain(query).steps[0].numbers.tokens)
    .filter(({ kind }) => kind === "wrong")
    .map(({ tokens, right }) => [text(tokens), text(right)]);
}

/** @type {[query: string, number: string, english: string[], hindi: string[]][]} */
const worked = [
  [
    "framework=keras&input=64&layers=GRU(32)",
    "9,312",
    ["one bias vector for each matrix", "6 bias vectors for 3 matrices", "9,312 is right for the notes"],
    ["एक ही bias vector", "3 matrices के लिए 6 bias vectors", "9,312 सही है: Notes"],
  ],
  [
    "input=10&layers=LSTM(7)",
    "378",
    ["can come out with three weight matrices", "has 4: 3 gates and 1 candidate", "the count with GRU layers"],
    ["आ सकती है", "तीन weight matrices", "3 gates और 1 candidate", "GRU की गिनती"],
  ],
  [
    "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
    "1,848",
    ["if layer 2 reads 7 numbers", "both directions: 7 + 7 = 14", "Merged by sum"],
    ["layer 2 में 7 संख्याएँ", "7 + 7 = 14"],
  ],
  [
    "framework=pytorch&input=64&layers=LSTM(32)",
    "12416",
    ["one bias vector for each matrix", "8 bias vectors for 4 matrices", "right for the notes, Keras and others"],
    ["4 matrices के लिए 8 bias vectors", "Notes, Keras"],
  ],
  [
    "framework=keras&input=4096&layers=LSTM(256)",
    "17,246,978,048",
    ["In 4(nm + n²)", "the 4,096 inputs and m for 16 time steps", "multiplied by the 256 units"],
    ["4(nm + n²)", "4,096", "16 time steps", "256"],
  ],
  [
    "framework=keras&input=1&layers=SimpleRNN(50)",
    "150",
    ["only its own value of the step before", "It reads all 50"],
    ["सिर्फ़ अपनी संख्या", "50 संख्याएँ"],
  ],
  [
    "framework=pytorch&input=32&layers=LSTM(128,num_layers=2,bidirectional=true)",
    "430.080",
    ["if layer 2 reads 128 numbers", "128 + 128 = 256"],
    ["layer 2 में 128 संख्याएँ", "128 + 128 = 256"],
  ],
  [
    "framework=keras&input=6&layers=LSTM(64),Dense(7)",
    "55,895",
    ["trained with Adam: 18,631, 2 × 18,631 that Adam keeps, and 2 more", "The model has 18,631"],
    ["Adam", "2 × 18,631", "18,631 ही"],
  ],
];

test("the worked examples are said in both languages", () => {
  for (const [query, number, inEnglish, inHindi] of worked) {
    const [told, ...others] = said(query, number);
    assert.deepEqual(others, [], query);
    for (const words of inEnglish) assert.ok(told.includes(words), `${words}: ${told}`);
    const [spoken] = said(query, number, hindi);
    for (const words of inHindi) assert.ok(spoken.includes(words), `${words}: ${spoken}`);
  }
});

test("the wrong place is marked in the formula, with what belongs there", () => {
  assert.deepEqual(marks(worked[2][0], "1848"), [["7", "14"]]);
  assert.deepEqual(marks(worked[0][0], "9312"), [["1", "2"]]);
  assert.deepEqual(marks(worked[1][0], "378"), [["3", "4"]]);
  assert.deepEqual(marks("input=10&layers=LSTM(7)", "476"), [["", "+ 1"]]);
  assert.deepEqual(marks("input=10&layers=LSTM(7,num_layers=3)", "1512"), [
    ["10", "7"],
    ["10", "7"],
  ]);
});

test("a right number is said to be right, and nothing else", () => {
  assert.deepEqual(said("framework=keras&input=64&layers=LSTM(32)", "12,416"), [
    "12,416 is right for Keras, the notes and others.",
  ]);
});

test("where nothing is found, that is said with the nearest", () => {
  const query = "framework=pytorch&input=64&layers=LSTM(256,num_layers=2,bidirectional=true)";
  const [told] = said(query, "2,140,160");
  // 2,236,416 without its 8 × 256 × 4 biases
  assert.equal(
    told,
    "Nothing we know gives 2,140,160. Nearest: 2,228,224 (no biases in recurrent layers), 88,064 more.",
  );
});

test("where nothing is found, the difference is told as a product of sizes that stand in the model, if it is one", () => {
  const nothing = (/** @type {string} */ query, /** @type {string} */ number, m = english) =>
    said(query, number, m).join(" ");
  // 20,736 = (64 + 32 + 1) × 32 × 4 + (32 + 32 + 1) × 32 × 4: the biases of one of them alone are 4 × 32.
  const two = "input=64&layers=LSTM(32),LSTM(32)";
  assert.match(nothing(two, "20608"), /The difference of 128 is 4 × 32: weight matrices × units\./);
  // 12,416 + 3 × (16 + 32 + 1) × 16 + 17 = 14,785
  const three = "input=64&layers=LSTM(32),GRU(16),Dense(1)";
  assert.match(nothing(three, "14737"), /The difference of 48 is 3 × 16: weight matrices × units of layer 2\./);
  assert.match(nothing(three, "14737", hindi), /48 का अंतर 3 × 16 है: layer 2 में weight matrices × units\./);
  assert.match(nothing(three, "13761"), /The difference of 1,024 is 32 × 32: units × units of layer 1\./);
  // (10 + 16 + 1) × 16 × 4 × 2 = 3,456
  const both = "input=10&layers=Bidirectional(LSTM(16))";
  assert.match(nothing(both, "3776"), /The difference of 320 is 2 × 16 × 10: directions × units × inputs\./);
  // A single size is no product; a prime is none; 32 units and 32 inputs could both be meant; 4 × 32 × 64 is more than half of 6,593.
  assert.doesNotMatch(nothing(three, "14817"), /difference of/);
  assert.doesNotMatch(nothing(three, "14812"), /difference of/);
  assert.doesNotMatch(nothing("input=32&layers=LSTM(32),Dense(1)", "9377"), /difference of/);
  assert.doesNotMatch(nothing(three, "6593"), /difference of/);
});

test("another size is told beside the model's own", () => {
  const query = "framework=keras&input=50&layers=Dense(10),LSTM(20),Dense(3)";
  // 10·(100 + 1) + 4·20·(10 + 20 + 1) + 3·(20 + 1); 10·51 + 4·50·(10 + 50 + 1) + 3·51.
  assert.match(said(query, "3553").join(" "), /with an input of 100, where the model has 50/);
  assert.match(said(query, "12863").join(" "), /with 50 units in layer 2, where the model has 20/);
  // 10,000·32 + 4·16·(32 + 16 + 1).
  assert.match(
    said("framework=keras&layers=Embedding(5000,32),LSTM(16)", "323136").join(" "),
    /with a vocabulary of 10,000, where the model has 5,000/,
  );
});

test("a layer that says itself what it reads is told with what the first one reads", () => {
  // 2·4·32·(30 + 32 + 1) + 5·(32 + 1), where the second one reads 60.
  const [told] = said("framework=keras&input=30&layers=LSTM(32),LSTM(32,input_dim=60),Dense(5)", "16293");
  assert.match(told, /Layer 2 reads 60 numbers, the first one 30\./);
});

test("two slips are two things at once", () => {
  const [told] = said("framework=keras&input=300&layers=LSTM(50), Dense(1)", "70201");
  assert.match(told, /two things at once/);
  assert.match(told, /layer 2 reads 200 numbers/);
});

test("every slip that is found is said in both languages, without a gap", async () => {
  const rows = await readFile(new URL("../reference/wrong_numbers.jsonl", import.meta.url), "utf8");
  for (const line of rows.trim().split("\n")) {
    const { query, number } = JSON.parse(line);
    for (const m of [english, hindi])
      for (const text of said(query, number, m)) {
        assert.doesNotMatch(text, /undefined|NaN|\[object|□| ,| \.|\s\s/, query);
        assert.match(text, /\.$/, query);
      }
  }
});

test("what is asked is answered whatever it is", () => {
  const { problems } = diagnose("input=64&layers=LSTM(32)", "many");
  assert.deepEqual(
    problems.map(({ key, code, message }) => [key, code, message]),
    [["number", "not_a_number", "This is no whole number, and no rounded one such as 1.2M."]],
  );
  for (const odd of [undefined, null, 7, {}, "\u{D800}", "9".repeat(1e6)])
    for (const layer of [undefined, -1, 0.5, "x"])
      assert.deepEqual(
        diagnose(/** @type {any} */ (odd), /** @type {any} */ (odd), /** @type {any} */ ({ layer })).findings,
        [],
      );
  assert.equal(diagnose("input=64&layers=LSTM(32),Dense(1)", "33", { layer: 1 }).findings[0].value, "33");
});
