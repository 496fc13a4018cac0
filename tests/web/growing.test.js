// Tests of web/picture/growing.js: what has come of the picture with each step is the number of that step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { drawingOf } from "../../web/picture/drawing.js";
import { grown } from "../../web/picture/growing.js";
import { grownSaid } from "../../web/telling/drawing.js";
import { referenceQueries } from "./models.js";

/** @typedef {import("../../web/picture/growing.js").Growth} Growth */
/** @typedef {import("../../web/picture/drawing.js").Drawing} Drawing */

const engine = await load();

/** Steps whose number is no area: how many outlines there are, what comes in. */
const without = ["handed_on", "matrices", "said"];

/** The layers of a model that are drawn. @param {string} query */
const drawings = (query) =>
  engine.explain(query).layers.flatMap((layer, index) => (layer.rule ? (drawingOf(layer, index) ?? []) : []));

/** @param {{ width: bigint, height: bigint }[]} boxes */
const areaOf = (boxes) => boxes.reduce((sum, { width, height }) => sum + width * height, 0n);

/** @param {Growth["sides"]} sides */
const filledOf = (sides) => areaOf(sides.flatMap(({ parts }) => parts.flatMap((part) => part?.fills ?? [])));

/**
 * The area that is the number of the step that was told last; undefined where it counts something else: outlines, or what is handed on.
 * @param {Drawing} drawing
 * @param {Growth} growth
 */
function areaOfNewest({ sides: [{ parts: all }] }, { newest, row, sides }) {
  const [{ parts }] = sides;
  const place = all.findIndex(({ kind }) => kind === newest);
  const block = all.findIndex(({ kind }) => kind === "block");
  const own = parts[place]?.fills ?? [];
  if (newest === "reads") return row.reduce((sum, { width }) => sum + width, 0n) || undefined;
  if (block >= 0 && (newest === "matrix" || newest === "matrices_total")) return areaOf(parts[block]?.fills ?? []);
  if (newest === "biases")
    return areaOf([...own, ...(parts[block]?.fills.filter(({ role }) => role === "bias") ?? [])]);
  if (newest === "layer_sum") return filledOf(sides.slice(0, 1));
  if (newest === "directions") return filledOf(sides);
  return place < 0 ? undefined : areaOf(own);
}

/** What every step brings, by its kind. @param {string} query @param {number} [place] */
const areas = (query, place = 0) => {
  const drawing = drawings(query)[place];
  return drawing.layer.steps.map(({ kind }, index) => [kind, areaOfNewest(drawing, grown(drawing, index + 1))]);
};

test("the area that a step brings is its number, in every model of the reference", () => {
  let seen = 0;
  for (const query of referenceQueries()) {
    for (const drawing of drawings(query)) {
      const { steps, total } = drawing.layer;
      steps.forEach(({ kind, value }, place) => {
        const growth = grown(drawing, place + 1);
        if (without.includes(kind)) return;
        assert.equal(String(areaOfNewest(drawing, growth)), value, `${query}: ${kind}`);
        seen++;
      });
      const whole = grown(drawing, steps.length);
      assert.equal(String(filledOf(whole.sides)), total, `${query}: in the end`);
    }
  }
  assert.ok(seen > 6000, String(seen));
});

/** Steps that bring nothing of their own, or all that a step before has brought and more. */
const inAnother = ["reads", "matrix", "layer_sum", "directions"];

test("nothing is drawn before its step", () => {
  let seen = 0;
  for (const query of referenceQueries().filter((_, place) => place % 5 === 0)) {
    for (const drawing of drawings(query)) {
      const { steps } = drawing.layer;
      const several = steps.some(({ kind }) => kind === "matrices_total");
      let told = 0n;
      steps.slice(0, -1).forEach(({ kind, value }, place) => {
        const brings = !without.includes(kind) && (!inAnother.includes(kind) || (kind === "matrix" && !several));
        if (brings) told += BigInt(value);
        const growth = grown(drawing, place + 1);
        const first = kind === "matrix" && several ? BigInt(value) : 0n;
        assert.equal(filledOf(growth.sides.slice(0, 1)), told + first, `${query}: ${kind}`);
        seen++;
      });
    }
  }
  assert.ok(seen > 800, String(seen));
});

test("the row that is said is the row that is drawn", () => {
  let seen = 0;
  for (const query of referenceQueries())
    for (const drawing of drawings(query)) {
      const place = drawing.layer.steps.findIndex(({ kind }) => kind === "reads");
      const growth = grown(drawing, place + 1);
      const said = grownSaid(drawing, growth).find(({ id }) => id === "row");
      if (!said) continue;
      assert.equal(/** @type {{ width: string }} */ (said).width, drawing.layer.steps[place].value, query);
      seen++;
    }
  assert.ok(seen > 3000, String(seen));
});

test("the notes' LSTM: a row of 97, a matrix of 3,104, all four", () => {
  assert.deepEqual(areas("input=64&layers=LSTM(32)"), [
    ["matrices", undefined],
    ["reads", 97n],
    ["matrix", 3104n],
    ["matrices_total", 12416n],
  ]);
  const [drawing] = drawings("input=64&layers=LSTM(32)");
  const bands = [1, 2, 3, 4].map((steps) => grown(drawing, steps).bands);
  assert.deepEqual(bands, [0, 0, 1, 4]);
});

test("biases in a step of their own come with it; the mirror comes with both directions", () => {
  assert.deepEqual(areas("framework=flax_linen&input=10&layers=GRU(7)"), [
    ["matrices", undefined],
    ["reads", 17n],
    ["matrix", 119n],
    ["matrices_total", 357n],
    ["biases", 28n],
    ["layer_sum", 385n],
  ]);
  const [drawing] = drawings("framework=pytorch&input=10&layers=GRU(7,bidirectional=true)");
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((steps) => grown(drawing, steps).sides.length),
    [1, 1, 1, 1, 2],
  );
  assert.deepEqual(areas("framework=pytorch&input=10&layers=GRU(7,bidirectional=true)").at(-1), ["directions", 798n]);
});

test("peepholes, normalisation, projection and what is never used come with their steps", () => {
  const query = "framework=tf1&input=10&layers=LSTM(7,peepholes=true,proj_size=3,layer_norm=true)";
  assert.deepEqual(areas(query).slice(3), [
    ["matrices_total", 364n],
    ["peepholes", 21n],
    ["normalization", 70n],
    ["projection", 21n],
    ["unused", 28n],
    ["layer_sum", 504n],
  ]);
});
