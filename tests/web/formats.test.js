// Tests of web/export/formats.js: the one table of what a derivation is written as, and who reads it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { loadWriters } from "../../web/engine.js";
import { formats, layerFormats } from "../../web/export/formats.js";
import { languages } from "../../web/messages/languages.js";
import { formatTypes } from "../../web/tools/declarations.js";

const file = (/** @type {string} */ name) => readFile(new URL(`../../${name}`, import.meta.url), "utf8");
const ids = formats.map(({ id }) => id);

test("each format has a name, an ending and a writer of its own", async () => {
  for (const key of /** @type {const} */ (["id", "ending", "write"]))
    assert.equal(new Set(formats.map((format) => format[key])).size, formats.length);
  const writers = await loadWriters();
  const texts = ids.map((id) => writers.render("input=64&layers=LSTM(32)", id));
  assert.equal(new Set(texts).size, formats.length);
});

test("every language has words for each in the embed dialog", async () => {
  for (const { load } of languages) {
    const { embed } = await (await load()).supplements();
    for (const id of ids) assert.ok(embed.kinds[id] && embed.use[id], id);
  }
});

test("declarations and README name them", async () => {
  assert.match(formatTypes([{ id: "a" }, { id: "b" }]), /^export type Format = "a" \| "b";$/m);
  const [, first, others] = /--format (\w+)`, or (.*?);/.exec(await file("README.md")) ?? [];
  assert.deepEqual([first, ...others.matchAll(/\w+/g)].map(String).sort(), [...ids].sort());
  const [, alone] = /layers alone as (.*?);/.exec(await file("README.md")) ?? [];
  assert.deepEqual([...alone.matchAll(/\w+/g)].map(String).sort(), layerFormats.map(({ id }) => id).sort());
});
