// Tests of web/telling/blanks.js: the last values of a derivation as blanks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { blanksAsked, blanksOf, isRight, isWhole } from "../../web/telling/blanks.js";
import { lookOf, placeOf } from "../../web/telling/looks.js";

const { explain } = await load();

/** @param {string} query @param {number} count @param {Map<string, string>} [typed] */
const blanks = (query, count, typed = new Map()) =>
  [...blanksOf(explain(query), { count, typed, checked: [...typed.keys()] })].flatMap(([path, { value, right }]) =>
    right ? [] : [[path, value, lookOf(path, explain(query))]],
  );

const line = { id: "line" };
/** @param {...number} steps */
const at = (...steps) => ({ id: "steps", steps });

const lstm = "input=64&layers=LSTM(32)";

test("the last values, each with the step to look at", () => {
  assert.deepEqual(blanks(lstm, 3), [
    ["layers.0.steps.1", "97", line],
    ["layers.0.steps.2", "3104", at(2)],
    ["layers.0.steps.3", "12416", at(1, 3)],
  ]);
  assert.deepEqual(blanks(lstm, 0), []);
  assert.equal(blanks(lstm, 99).length, 3, "no more than no heading tells");
  assert.deepEqual(blanks(lstm, Number.POSITIVE_INFINITY).length, 3);
});

test("in a stack the sum is the last one; layers that repeat another have no blanks", () => {
  assert.deepEqual(blanks("input=10&layers=LSTM(7), LSTM(7)", 2), [
    ["layers.1.steps.4", "420", at(2, 4)],
    [
      "steps.0",
      "924",
      {
        id: "ends",
        ends: [
          { layer: 1, step: 4 },
          { layer: 2, step: 5 },
        ],
      },
    ],
  ]);
  const folded = blanks("input=64&layers=LSTM(32, num_layers=12)", 99).map(([path]) => path);
  assert.ok(
    folded.includes("layers.1.steps.2") &&
      !folded.includes("layers.1.steps.0") &&
      !folded.some((path) => /^layers\.([2-9]|1\d)\./.test(String(path))),
  );
  assert.equal(folded.at(-1), "steps.0");
});

test("what is not shown at first is no blank", () => {
  const layers = Array.from({ length: 30 }, (_, index) => `LSTM(${index + 1})`);
  const paths = blanks(`input=7&layers=${layers}`, Number.POSITIVE_INFINITY).map(([path]) => String(path));
  assert.ok(paths.includes("layers.19.steps.4") && !paths.some((path) => /^(steps|layers\.2\d)\./.test(path)));
});

test("a layer without parameters has no value to fill in", () => {
  const paths = blanks("input=64&layers=LSTM(32), Dropout(0.5)", Number.POSITIVE_INFINITY).map(([path]) => path);
  assert.deepEqual(paths, ["layers.0.steps.1", "layers.0.steps.2", "layers.0.steps.3", "steps.0"]);
});

test("a model with a problem has no blanks", () => {
  assert.deepEqual(blanks("input=64&layers=LSTM(1.5)", 2), []);
  assert.deepEqual(blanks("input=64&layers=", 2), []);
});

test("filled in, however the digits are grouped or written", () => {
  for (const text of ["12416", "12,416", "12 416", " १२,४१६", "12.416", "12\u202f416"])
    assert.ok(isRight(text, "12416"), text);
  for (const text of ["", "12417", "12416x", "-12416"]) assert.ok(!isRight(text, "12416"), text);
  assert.deepEqual(
    ["1,241", "12,417", "124160"].map((text) => isWhole(text, "12416")),
    [false, true, true],
  );
  const typed = new Map([["layers.0.steps.3", "12,416"]]);
  assert.deepEqual(blanks(lstm, 2, typed), [["layers.0.steps.2", "3104", at(2)]]);
  typed.set("layers.0.steps.2", "3105");
  const [[, { typed: wrong }]] = blanksOf(explain(lstm), { count: 2, typed });
  assert.equal(wrong, "3105", "what is wrong stays there");
  typed.set("layers.0.steps.2", "3104");
  assert.deepEqual(blanks(lstm, 2, typed), []);
});

test("what a step sends to is where its numbers come from: never itself, and a step that is there", () => {
  for (const query of [
    lstm,
    "framework=pytorch&input=10&layers=LSTM(7, num_layers=2, bidirectional=true), Dense(1)",
    "framework=keras&input=10&layers=GRU(7), Dropout(0.5), LSTM(7), BatchNormalization()",
    "framework=tf1&input=10&layers=LSTM(7, peepholes=true, proj_size=3)",
    "framework=onnx&input=10&layers=GRU(7), RNN(3)",
    "input=64&layers=LSTM(32, num_layers=12)",
    "input=64&layers=LSTM(1),LSTM(2),LSTM(3),LSTM(4)",
  ]) {
    const answer = explain(query);
    const all = [...blanksOf(answer, { count: Number.POSITIVE_INFINITY, typed: new Map() })];
    assert.ok(all.length > 1, query);
    for (const [path] of all) {
      const [place, look] = [placeOf(path), lookOf(path, answer)];
      if (look.id === "steps")
        for (const step of look.steps) assert.ok(step < place.step, `${query}: ${path} sends to step ${step}`);
      if (place.layer > 0) assert.notEqual(look.id, "ends", path);
      else if (look.id === "ends")
        for (const { layer, step } of look.ends)
          assert.equal(answer.layers[layer - 1].steps[step - 1].value, answer.layers[layer - 1].total, query);
      else assert.equal(look.id, "every_layer");
    }
  }
});

test("a number is judged once it was left, entered or rested, not while it is typed: it may be the beginning of another one", () => {
  const path = "layers.0.steps.3";
  /** @param {string} text @param {string[]} [checked] */
  const told = (text, checked) => {
    const found = blanksOf(explain(lstm), { count: 1, typed: new Map([[path, text]]), checked }).get(path);
    return found && (found.right ? "right" : found.wrong ? "wrong" : "");
  };
  assert.deepEqual(
    ["", "12", "12417", "12416"].map((text) => told(text)),
    ["", "", "", ""],
  );
  assert.deepEqual(
    ["", "12", "12416"].map((text) => told(text, [path])),
    ["", "wrong", "right"],
  );
  assert.equal(told("12", ["layers.0.steps.2"]), "");
});

test("an attribute that is no number asks for nothing", () => {
  const asked = ["2", " 3 ", "all", "", "-1", "1.5", "two", "99999"].map(blanksAsked);
  assert.deepEqual(asked, [2, 3, Number.POSITIVE_INFINITY, 0, 0, 0, 0, 0]);
});
