// Tests of the layers that repeat an earlier one, as an answer tells them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { codeFor } from "../../web/export/code.js";
import { factsOf, fullLayer } from "../../web/telling/facts.js";

const engine = await load();
const catalog = engine.catalog();

const queries = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .flatMap((row) => /^(?:"([^"]*)"|([^",]+)),/.exec(row)?.slice(1).find(Boolean) ?? []);

test("a repeated layer is as large as the one that it repeats, and leads to it", () => {
  let repeated = 0;
  for (const query of queries) {
    const { layers, runs } = engine.explain(query);
    assert.deepEqual(
      runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, place) => first + place)),
      layers.map((_, index) => index),
      query,
    );
    layers.forEach((layer, index) => {
      const full = fullLayer(layers, index);
      if (layer.like < 0) assert.equal(full, layer);
      if (layer.like < 0) return;
      repeated++;
      assert.equal(full, layers[layer.like]);
      for (const size of /** @type {const} */ (["name", "cell", "units", "input", "output", "directions", "total"]))
        assert.equal(layer[size], full[size], query);
      assert.equal(layer.weights.length, full.weights.length);
      assert.ok(layer.weights.every(({ name }) => name !== ""));
    });
    for (const { first, last, sum } of runs) {
      const totals = layers.slice(first, last + 1).map(({ total }) => BigInt(total));
      assert.equal(sum, String(totals.reduce((all, total) => all + total, 0n)), query);
    }
  }
  assert.ok(repeated > 200, `${repeated} repeated layers`);
});

test("a thousand equal layers cross the border once", () => {
  const { runs, layers } = engine.explain("input=64&layers=LSTM(32, num_layers=1000)");
  assert.deepEqual(runs[2], { first: 2, last: 999, like: 1, sum: "8303360" });
  assert.deepEqual([layers[999].like, layers[999].total, layers[999].steps], [1, "8320", []]);
});

test("what stands behind a repeated layer knows all of it", () => {
  const answer = engine.explain("framework=pytorch&input=9&layers=LSTM(7,proj_size=3,num_layers=3),GRU(2)");
  assert.equal(answer.layers[2].like, 1);
  assert.ok(factsOf(answer, 3, catalog).before?.weights.some(({ role }) => role === "projection"));
});

test("code says of a repeated layer what was typed there", () => {
  const texts = {
    framework: "",
    input: "8",
    timesteps: "",
    layers: "LSTM(8),LSTM(8),Dropout(0.2),LSTM(8),Dropout(0.5)",
    budget: "",
  };
  const [keras, pytorch] = codeFor(texts, engine.explain, catalog).map(({ code }) => code);
  for (const code of [keras, pytorch]) assert.match(code, /Dropout\(0\.2\).*Dropout\(0\.5\)/s);
  const projected = {
    framework: "",
    input: "8",
    timesteps: "",
    layers: "LSTM(8,proj_size=3),LSTM(8,proj_size=3),LSTM(8,proj_size=3)",
    budget: "",
  };
  assert.equal(codeFor(projected, engine.explain, catalog)[0].code.match(/proj_size=3/g)?.length, 3);
});
