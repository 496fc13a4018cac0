// Tests of shapes: wherever one is said, its sizes stand in brackets, with their digits together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { tuple } from "../../web/messages/numbers.js";
import { outlineOf } from "../../web/telling/outline.js";
import { wordsOf } from "../../web/telling/words.js";

test("a comma stands between sizes and nowhere else", () => {
  assert.equal(tuple(["2048", "1024"]), "(2048, 1024)");
  assert.equal(tuple(["1", "1234567", "8"]), "(1, 1234567, 8)");
  assert.equal(tuple(["8192"]), "(8192)");
  assert.equal(tuple(["", "1024"]), "(□, 1024)");
});

test("so it is in every sentence, in every language", async () => {
  const engine = await load();
  const catalog = engine.catalog();
  for (const words of await Promise.all(languages.map(wordsOf))) {
    let count = 0;
    for (const { id } of catalog.frameworks) {
      for (const cell of ["LSTM", "GRU", "RNN", "Bidirectional(LSTM", "Bidirectional(GRU"]) {
        const layers = `${cell}(1024)${cell.includes("(") ? ")" : ""},${cell}(2048)${cell.includes("(") ? ")" : ""}`;
        const answer = engine.explain(`framework=${id}&input=4096&layers=${layers}`);
        const shapes = answer.layers.flatMap(({ weights }) =>
          weights.flatMap((weight) => ("shape" in weight ? [weight.shape] : [])),
        );
        const steps = outlineOf(answer, catalog, words).parts.flatMap((part) => part.steps);
        for (const { sentence, why } of steps) {
          const said = `${sentence} ${why}`;
          for (const shape of shapes) {
            const grouped = `(${shape.map(words.number).join(", ")})`;
            if (shape.length > 1) assert.ok(!said.includes(grouped) || grouped === tuple(shape), said);
            if (shape.length > 1 && said.includes(tuple(shape))) count++;
          }
        }
      }
    }
    assert.ok(count > 0, `some sentences say a shape: ${words.language}`);
  }
});
