// Tests of exercises, as a program asks for them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, loadQuestions } from "../../web/engine.js";
import { blanksOf } from "../../web/telling/blanks.js";

const { explain } = await load();
const { exercise } = await loadQuestions();
const notes = "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))";

test("the ideas of the notes' example, and where a slip comes to the right value", () => {
  const { blanks, ...rest } = exercise(notes);
  assert.deepEqual(rest, { problems: [], more_problems: "0", query: `framework=notes&${notes}` });
  assert.equal(blanks.map(({ value }) => value).join(" "), "4 7 10 1 2 14 4 7 14 1 2");
  assert.deepEqual(blanks[5], { ref: "layers.1.steps.0", token: -1, topic: "handed_on", value: "14", coincides: [] });
  // d = 2 h: a second layer that reads what the first one reads is no mistake to be seen
  const [handed] = exercise(notes.replace("10", "14")).blanks.filter(({ topic }) => topic === "handed_on");
  assert.deepEqual(handed.coincides, ["every_layer_like_the_first"]);
});

test("a token is the number that its place says", () => {
  const { query, blanks } = exercise("framework=keras&layers=Embedding(1000,16),GRU(8),Dense(3)", { seed: "5" });
  const { layers } = explain(query);
  for (const { ref, token, value } of blanks) {
    const [, layer, , step] = ref.split(".").map(Number);
    const { numbers, value: whole } = layers[layer].steps[step];
    assert.equal(token < 0 ? whole : numbers.tokens[token].text, value, ref);
  }
});

test("the values are those that fading leaves out", () => {
  for (const query of [notes, "framework=pytorch&input=3&layers=LSTM(8,2),Linear(5)", "input=3&layers=RNN(4)"]) {
    const { blanks } = exercise(query, { kind: "values" });
    const faded = blanksOf(explain(query), { count: Number.POSITIVE_INFINITY, typed: new Map() });
    assert.deepEqual(
      blanks.map(({ ref, value }) => [ref, value]),
      [...faded].map(([path, { value }]) => [path, value]),
    );
  }
});

test("no string and no value makes it throw", () => {
  assert.ok(exercise("layers=LSTM(").problems[0].message.length > 0);
  for (const value of [undefined, null, 7, {}, [], "\u0000"])
    for (const asked of [
      exercise(/** @type {any} */ (value)),
      exercise(notes, /** @type {any} */ (value)),
      exercise(notes, /** @type {any} */ ({ seed: value, kind: value })),
    ])
      assert.ok(Array.isArray(asked.blanks));
});
