// Tests of web/telling/presenting.js: what of a derivation is told after so many steps, and what may be drawn then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { blanksOf } from "../../web/telling/blanks.js";
import { outlineOf } from "../../web/telling/outline.js";
import { layerNow, toldParts } from "../../web/telling/presenting.js";
import { english as m } from "./words.js";

const engine = await load();
const catalog = engine.catalog();

/** @param {string} query @param {number} [blanks] @param {[string, string][]} [typed] */
const partsOf = (query, blanks = 0, typed = []) =>
  outlineOf(
    engine.explain(query),
    catalog,
    m,
    blanksOf(engine.explain(query), { count: blanks, typed: new Map(typed), checked: typed.map(([path]) => path) }),
  ).parts;

const two = "input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))";

test("parts are told as far as their steps are; what only repeats one stands behind it", () => {
  const parts = partsOf(two);
  const told = (/** @type {number} */ steps) => toldParts(parts, steps).map((part) => part.steps.length);
  assert.deepEqual([1, 5, 6, 11, 12, Number.POSITIVE_INFINITY].map(told), [
    [1],
    [5],
    [5, 1],
    [5, 6],
    [5, 6, 1],
    [5, 6, 1],
  ]);
  const many = partsOf("input=64&layers=LSTM(32, num_layers=12)");
  assert.deepEqual(
    toldParts(many, 9).map(({ kind }) => kind),
    ["layer", "layer"],
  );
  assert.deepEqual(
    toldParts(many, 10).map(({ kind }) => kind),
    ["layer", "layer", "repeated", "sum"],
  );
});

test("the layer that is told just now is drawn, with so many of its steps; in the end all are", () => {
  const parts = partsOf(two);
  const now = (/** @type {number} */ steps) => layerNow(toldParts(parts, steps));
  assert.deepEqual([1, 5, 6, 11, 12].map(now), [
    { layer: 0, steps: 1 },
    { layer: 0, steps: 5 },
    { layer: 1, steps: 1 },
    { layer: 1, steps: 6 },
    "all",
  ]);
});

test("no picture gives away what is to be filled in", () => {
  const query = "input=64&layers=LSTM(32)";
  assert.deepEqual(layerNow(toldParts(partsOf(query, 2), 4)), { layer: 0, steps: 2 });
  const filled = partsOf(query, 2, [["layers.0.steps.2", "3104"]]);
  assert.deepEqual(layerNow(toldParts(filled, 4)), { layer: 0, steps: 3 });
  assert.equal(layerNow(toldParts(partsOf(two, Number.POSITIVE_INFINITY), 7)), "none");
  // Of the last layer a value is left when the sum is told.
  assert.deepEqual(layerNow(toldParts(partsOf(two, 2), 12)), { layer: 1, steps: 5 });
});
