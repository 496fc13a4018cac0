// Tests of the typeface of formulas: it has every sign that a formula can have, in every browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { inEveryBrowser } from "./site.js";

const { catalog, explain } = await load();

/** All signs in the formulas of every framework's layers, those of its options included. */
function signs() {
  const { frameworks, layers } = catalog();
  const options = ["", "peepholes=true", "proj_size=1", "coupled=true", "layer_norm=true", "bidirectional=true"];
  const formulas = frameworks.flatMap(({ id }) =>
    layers.flatMap(({ names, arguments: known }) => {
      const sizes = known.filter(({ required }) => required).map(() => "2");
      return options.flatMap((option) => {
        const answer = explain(`framework=${id}&input=64&layers=${names[0]}(${[...sizes, option].filter(Boolean)})`);
        const steps = [...answer.layers.flatMap((layer) => layer.steps), ...answer.steps];
        return steps.flatMap(({ symbols, numbers, reduced }) => [symbols.text, numbers.text, reduced?.text ?? ""]);
      });
    }),
  );
  return [...new Set(`${formulas.join("")},—□=`)].filter((sign) => sign.trim() !== "").sort();
}

inEveryBrowser((site) => {
  test("every sign of a formula is the typeface's own", async () => {
    const page = await site.open("");
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const all = signs();
    assert.ok(all.length > 40, `${all}`);
    /** The signs whose width depends on which typeface would stand in. */
    const strange = await page.evaluate((all) => {
      const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
      const widths = (/** @type {string} */ sign) =>
        ["monospace", "sans-serif"].map((other) => {
          context.font = `40px "rnn-params formula", ${other}`;
          return context.measureText(sign).width;
        });
      return all.filter((sign) => new Set(widths(sign)).size > 1);
    }, all);
    assert.deepEqual(strange, []);
    const missing = await page.evaluate(() => {
      const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
      return ["monospace", "sans-serif"].map((other) => {
        context.font = `40px "rnn-params formula", ${other}`;
        return context.measureText("ß").width;
      });
    });
    assert.notEqual(missing[0], missing[1], "what is not there is noticed");
  });
});
