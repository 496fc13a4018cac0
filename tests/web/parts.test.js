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
const ofAnother = "framework=flax_linen&input=64&layers=LSTM(20)";
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
  const featured = new Set();
  for (const [at, framework] of there.frameworks.entries()) {
    if (framework.featured) featured.add(framework.id);
    else expected.frameworks[at] = { ...framework, name: expected.frameworks[at].name };
    const { cells } = framework;
    const names = new Set(cells.map((/** @type {{ cell: string }} */ { cell }) => cell));
    expected.frameworks[at].cells = expected.frameworks[at].cells.filter((/** @type {{ cell: string }} */ { cell }) =>
      names.has(cell),
    );
  }
  assert.deepEqual(
    there,
    expected,
    "but for the layers around, and for frameworks that are not featured, which come later",
  );
  assert.equal(featured.size, 3);
  assert.equal(core.explain(usual), reference.explain(usual));
  const compared = JSON.parse(reference.compare(usual, ""));
  assert.deepEqual(
    JSON.parse(core.compare(usual, "")),
    compared.filter((/** @type {{ framework: string }} */ { framework }) => featured.has(framework)),
  );
  for (const query of [rare, ofAnother]) {
    assert.throws(() => nextInstance(create, first, functions)?.explain(query), NotYet, query);
    assert.throws(() => nextInstance(create, first, functions)?.edit(query, "set", "0", "units", "7"), NotYet, query);
  }
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

const rows = (await readFile(new URL("../reference/reference.csv", import.meta.url), "utf8")).trim().split("\n");
const queries = rows.slice(1).map((row) => (row.startsWith('"') ? row.slice(1, row.indexOf('",')) : row.split(",")[0]));

test("together the parts answer as the whole core does, for every model of the reference", async () => {
  const core = await firstInstance(create, first, functions, { compiled: await WebAssembly.compile(rest) });
  const reference = await firstInstance(create, whole, functions);
  assert.ok(queries.length > 1000);
  for (const query of queries) assert.equal(core.explain(query), reference.explain(query), query);
});

test("the first part alone never answers otherwise than the whole core: as it does, or not yet", async () => {
  const reference = await firstInstance(create, whole, functions);
  let core = nextInstance(create, first, functions);
  let answered = 0;
  // Each of them may need an instance of its own, which takes its time.
  for (const query of queries.filter((_, place) => place % 11 === 0))
    try {
      const answer = /** @type {Core} */ (core).explain(query);
      if (JSON.parse(answer).problems.length > 0) continue; // their words come with the rest
      assert.equal(answer, reference.explain(query), query);
      answered++;
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
      core = nextInstance(create, first, functions);
    }
  assert.ok(answered > 10, `${answered} of them`);
});
