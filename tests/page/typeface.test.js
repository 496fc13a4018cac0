// Tests of the typeface of formulas: it has every sign that a formula can have, in every browser.
import assert from "node:assert/strict";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
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

/** A policy that allows the bundle's scripts and files, and no fonts. */
const notes = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; font-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html">
<rnn-params input="64" layers="LSTM(32)"></rnn-params><rnn-params input="10" layers="GRU(7)"></rnn-params>
<script type="module" src="./rnn-params.js"></script></html>`;

inEveryBrowser((site) => {
  test("equations are set by the typeface's own measures: behind an index is hardly any room", async () => {
    const page = await site.open("?framework=pytorch&input=64&layers=LSTM(32)");
    const rooms = await page.evaluateOn("rnn-params", (element) => {
      for (const details of element.shadowRoot.querySelectorAll("details")) details.open = true;
      return [...element.shadowRoot.querySelectorAll(".equations msub")].map((one) => {
        const [whole, ...parts] = [one, ...one.children].map((part) => part.getBoundingClientRect().width);
        return (whole - parts.reduce((sum, width) => sum + width)) / Number.parseFloat(getComputedStyle(one).fontSize);
      });
    });
    assert.ok(rooms.length > 20, `${rooms.length} indices`);
    // STIX Two has 0.04 em, to which Firefox adds 0.09; where a font has no measures, Chromium and WebKit take 0.2.
    for (const room of rooms) assert.ok(room < 0.15, `${room} em`);
  });

  test("a tag in notes has the typeface with its first formula, where the policy allows the element's own files", async () => {
    const url = await site.variant((folder) => writeFile(join(folder, "notes.html"), notes));
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.waitFor(() =>
      [...document.querySelectorAll("rnn-params")].every((one) => one.shadowRoot?.querySelector(".formula")),
    );
    const seen = await page.evaluate(() => ({
      faces: [...document.fonts].map(({ family, weight, status }) => [family.replaceAll('"', ""), weight, status]),
      used: getComputedStyle(
        /** @type {Element} */ (document.querySelector("rnn-params")?.shadowRoot?.querySelector(".formula")),
      )
        .fontFamily.split(",")[0]
        .replaceAll('"', ""),
      asked: performance.getEntriesByType("resource").map(({ name }) => name),
    }));
    assert.deepEqual(seen.faces, [
      ["rnn-params formula", "400", "loaded"],
      ["rnn-params formula", "600", "loaded"],
    ]);
    assert.equal(seen.used, "rnn-params formula");
    assert.equal(seen.asked.filter((name) => name.endsWith(".woff2")).length, 2, "once for all elements");
    for (const name of seen.asked) assert.ok(name.startsWith(url) || name.startsWith("data:"), name);
  });

  test("where its files can't be had, the count stands there all the same", async () => {
    const url = await site.variant(async (folder) => {
      for (const name of await readdir(join(folder, "assets")))
        if (name.endsWith(".woff2")) await rm(join(folder, "assets", name));
      await writeFile(join(folder, "notes.html"), notes);
    });
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.waitFor(() =>
      [...document.querySelectorAll("rnn-params")].every((one) => one.shadowRoot?.querySelector(".formula")),
    );
    await site.complaints(page); // of the files
  });

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
