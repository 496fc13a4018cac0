// Tests of web/state/fading.js: the last values of a derivation as blanks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../web/engine.js";
import { blanksAsked, fadingOf, isBlank, isRight } from "../web/state/fading.js";

const { explain } = await load();
const none = new Map();

/** @param {string} query @param {number} count */
const blanks = (query, count) =>
  [...fadingOf(explain(query), count, none).blanks].map(([path, { value, look }]) => [path, value, look]);

test("the last values, each with the step to look at", () => {
  assert.deepEqual(blanks("input=64&layers=LSTM(32)", 3), [
    ["layers.0.steps.1", "97", 2],
    ["layers.0.steps.2", "3104", 2],
    ["layers.0.steps.3", "12416", 3],
  ]);
  assert.deepEqual(blanks("input=64&layers=LSTM(32)", 0), []);
  assert.equal(blanks("input=64&layers=LSTM(32)", 99).length, 3, "no more than no heading tells");
  assert.deepEqual(blanks("input=64&layers=LSTM(32)", Number.POSITIVE_INFINITY).length, 3);
});

test("in a stack the sum is the last one; layers that are folded have no blanks", () => {
  assert.deepEqual(blanks("input=10&layers=LSTM(7), LSTM(7)", 2), [
    ["layers.1.steps.4", "420", 4],
    ["steps.0", "924", 1],
  ]);
  const folded = blanks("input=64&layers=LSTM(32, num_layers=12)", 99).map(([path]) => path);
  assert.ok(
    folded.includes("layers.1.steps.2") &&
      !folded.includes("layers.1.steps.0") &&
      !folded.some((path) => /^layers\.([2-9]|1\d)\./.test(String(path))),
  );
  assert.equal(folded.at(-1), "steps.0");
});

test("a model with a problem has no blanks", () => {
  assert.deepEqual(blanks("input=64&layers=LSTM(1.5)", 2), []);
});

test("filled in, however the digits are grouped or written", () => {
  for (const text of ["12416", "12,416", "12 416", " १२,४१६", "12.416", "12\u202f416"])
    assert.ok(isRight(text, "12416"), text);
  for (const text of ["", "12417", "12416x", "-12416"]) assert.ok(!isRight(text, "12416"), text);
  const typed = new Map([["layers.0.steps.3", "12,416"]]);
  const fading = fadingOf(explain("input=64&layers=LSTM(32)"), 2, typed);
  assert.ok(fading.open && isBlank(fading, "layers.0.steps.2") && !isBlank(fading, "layers.0.steps.3"));
  typed.set("layers.0.steps.2", "3104");
  assert.ok(!fadingOf(explain("input=64&layers=LSTM(32)"), 2, typed).open);
});

test("an attribute that is no number asks for nothing", () => {
  assert.deepEqual(["2", " 3 ", "all", "", "-1", "1.5", "two", "99999"].map(blanksAsked), [
    2,
    3,
    Number.POSITIVE_INFINITY,
    0,
    0,
    0,
    0,
    0,
  ]);
});
