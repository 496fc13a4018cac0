// Tests of web/border/parts.js and of the two parts that the build makes of the core: together they answer as the whole core does.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { asking, firstInstance, nextInstance } from "../../web/border/instance.js";
import { NotYet } from "../../web/border/parts.js";
import create from "../../web/wasm/core.js";

/** @typedef {import("../../web/wasm/core.js").Core} Core */

/** @param {string} name */
const bytesOf = (name) => readFile(new URL(`../../web/wasm/${name}.wasm`, import.meta.url));
const [whole, first, rest] = await Promise.all(["core", "core_first", "core_rest"].map(bytesOf));

const functions = /** @type {const} */ (["explain", "compare", "catalog", "edit"]);
const usual = "framework=keras&input=64&layers=Bidirectional(LSTM(20)),Dense(3)";
const rare = "framework=keras&input=64&timesteps=9&layers=ConvLSTM1D(8, 3),GroupNormalization(groups=4)";

/** @param {string} query @param {Core} core */
const all = (core, query) => [
  core.explain(query),
  core.compare(query, ""),
  core.edit(query, "set", "0", "units", "7"),
  core.edit(query, "add", "", "", ""),
];

test("what usual links say is counted by the first part; what needs more says so", async () => {
  const core = await firstInstance(create, first, functions);
  const reference = await firstInstance(create, whole, functions);
  const [there, expected] = [core, reference].map((one) => JSON.parse(one.catalog()));
  for (const [at, { cells }] of there.frameworks.entries()) {
    const names = new Set(cells.map((/** @type {{ cell: string }} */ { cell }) => cell));
    expected.frameworks[at].cells = expected.frameworks[at].cells.filter((/** @type {{ cell: string }} */ { cell }) =>
      names.has(cell),
    );
  }
  assert.deepEqual(there, expected, "but for the layers around that come later");
  assert.equal(core.explain(usual), reference.explain(usual));
  assert.equal(core.compare(usual, ""), reference.compare(usual, ""));
  assert.throws(() => core.explain(rare), NotYet);
  assert.throws(() => nextInstance(create, first, functions)?.explain(rare), NotYet);
});

test("a question that came too early is answered by another instance once the rest is there", async () => {
  const reference = await firstInstance(create, whole, functions);
  const later = {};
  const held = { core: /** @type {Core | undefined} */ (await firstInstance(create, first, functions, later)) };
  const ask = asking(held, () => nextInstance(create, first, functions, later));
  const answer = () =>
    ask(
      (core) => all(core, rare),
      () => [],
    );
  assert.throws(answer, NotYet);
  assert.throws(answer, NotYet);
  Object.assign(later, { compiled: await WebAssembly.compile(rest) });
  assert.deepEqual(answer(), all(reference, rare));
});

test("together the parts answer as the whole core does, for every model of the reference", async () => {
  const core = await firstInstance(create, first, functions, { compiled: await WebAssembly.compile(rest) });
  const reference = await firstInstance(create, whole, functions);
  const rows = (await readFile(new URL("../reference/reference.csv", import.meta.url), "utf8")).trim().split("\n");
  const queries = rows
    .slice(1)
    .map((row) => (row.startsWith('"') ? row.slice(1, row.indexOf('",')) : row.split(",")[0]));
  assert.ok(queries.length > 1000);
  for (const query of queries) assert.equal(core.explain(query), reference.explain(query), query);
});
