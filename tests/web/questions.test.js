// Tests of loadQuestions in web/engine.js: readings that keep what engine.d.ts promises, whatever string is asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, loadQuestions } from "../../web/engine.js";

const { read } = await loadQuestions();
const { explain } = await load();

const keras = `vocab_size = 5000
embedding_dim = 64
model.add(Embedding(vocab_size + 1, embedding_dim, input_length=100))
model.add(Bidirectional(LSTM(embedding_dim)))
model.add(Dense(embedding_dim // 2, activation='relu'))  # head
model.add(Dense(1))
`;

const strange = [
  ...["", " ", "\0", "\uD800", "🎉".repeat(9), "\u202Ex", "<img src=x onerror=alert(1)>", "Net(", "[[", '{"a":', "%%%"],
  ...["model.add(LSTM(\uDC00))", "(".repeat(100_000), "a=".repeat(50_000), "\n".repeat(100_000), "class A { int x; }"],
  "model.add(LSTM(32))\r\n".repeat(2000),
];

/** A text without what is blank to the core, control characters among that. @param {string} text */
const black = (text) => text.replace(/[\s\p{Cc}]/gu, "");

/** Every non-blank character is in exactly one piece. @param {string} text @param {import("../../web/engine.js").Reading} reading */
function assertWhole(text, { pieces }) {
  let at = 0;
  for (const { start, end } of pieces) {
    assert.ok(start >= at && end > start, `${start} to ${end} after ${at}`);
    assert.equal(black(text.slice(at, start)), "", "nothing is left out");
    at = end;
  }
  assert.equal(black(text.slice(at)), "", "nor at the end");
}

test("a text is read, each piece of it told", () => {
  const reading = read(keras);
  assert.deepEqual([reading.format, reading.framework], ["python", "keras"]);
  assert.equal(explain(reading.query).total, "390273");
  assertWhole(keras, reading);
});

test("whatever string is asked: nothing is thrown, and every piece is told", () => {
  for (const text of strange) assertWhole(text, read(text));
  for (const other of [undefined, null, 7, {}, [], () => 1])
    assert.equal(typeof read(/** @type {any} */ (other)).format, "string");
  for (const names of [null, "x", 7, [], { "a\nb": "c\nd", "": "" }, { x: {} }])
    assert.equal(read("12", { names: /** @type {any} */ (names) }).format, "number");
});

test("a name without a value is asked for, and its value fills all its places", () => {
  const open = keras.replace("vocab_size = 5000\n", "");
  const reading = read(open);
  assert.deepEqual(
    reading.questions.map(({ name, start, end }) => [name, open.slice(start, end).includes(name)]),
    [["vocab_size", true]],
  );
  assert.equal(explain(reading.query).total, "");
  assert.equal(explain(read(open, { names: { vocab_size: "5000" } }).query).total, "390273");
});

test("too long is said, and no more crosses the border", () => {
  const reading = read("x".repeat(10_000_000));
  assert.deepEqual(
    reading.problems.map(({ key, code, args, message }) => [key, code, args.what, message]),
    [
      [
        "text",
        "limit",
        "reading",
        "This text is too long: 1,048,576 characters are read. Paste the part that has the model.",
      ],
    ],
  );
  assert.deepEqual([reading.query, reading.pieces[0].code], ["", "too_long"]);
});

test("half a letter is one sign, so that places stay", () => {
  const text = `# \uD800\n${keras}`;
  const { pieces, query } = read(text);
  const layer = pieces.find(({ kind }) => kind === "layer");
  assert.equal(text.slice(layer?.start).indexOf("Embedding("), 0);
  assert.equal(explain(query).total, "390273");
});
