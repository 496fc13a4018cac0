// Tests of web/border/instance.js, and of the engine where the core gives up for lack of memory: the next question is answered all the same.
import "./little_memory.js";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { firstInstance, nextInstance } from "../../web/border/instance.js";
import { wasmBytes } from "../../web/border/wasm_node.js";
import { remembering } from "../../web/element/memory.js";
import { load } from "../../web/engine.js";

/** More than the memory of little_memory.js holds. */
const large = `input=64&layers=${Array.from({ length: 1000 }, (_, index) => `LSTM(${index + 1})`).join()}`;
const small = "input=64&layers=LSTM(32)";

const codes = (/** @type {import("../../web/engine.js").Answer} */ { problems }) =>
  problems.map(({ code, args }) => `${code} ${args.what}`);

test("a core that gave up is another one before the next question, however often", async () => {
  const { explain, compare, edit } = await load();
  const right = explain(small);
  assert.equal(right.total, "12416");
  for (let times = 0; times < 3; times++) {
    const { fields, ...answer } = explain(large);
    assert.deepEqual(codes({ fields, ...answer }), ["limit memory"]);
    assert.equal(
      new URLSearchParams(fields).toString(),
      new URLSearchParams(`framework=&${large.replace("&", "&timesteps=&")}&budget=`).toString(),
      "as typed",
    );
    assert.deepEqual(explain(small), right);
    assert.deepEqual([codes(explain(large)), codes(explain(large))], [["limit memory"], ["limit memory"]]);
    assert.deepEqual(compare(large), []);
    assert.equal(compare(small)[0].total, "12416");
    assert.deepEqual(codes(explain(large)), ["limit memory"]);
    assert.equal(edit(small, { kind: "remove", layer: 0 }).edits.length, 1);
  }
});

test("an answer of a core that gave up is kept: nothing is asked again at each redraw", async () => {
  const engine = await load();
  const explain = remembering(engine.explain, 2);
  const compare = remembering(engine.compare, 2);
  const first = [explain(large), compare(large)];
  engine.explain(small);
  const { coresMade } = /** @type {any} */ (globalThis);
  for (let drawn = 0; drawn < 5; drawn++) assert.deepEqual([explain(large), compare(large)], first);
  assert.equal(/** @type {any} */ (globalThis).coresMade, coresMade);
});

test("where there was no memory for a core at all, nothing is kept: the same model is counted as soon as there is", async () => {
  const engine = await load();
  const explain = remembering(engine.explain, 8);
  const compare = remembering(engine.compare, 8);
  const { Module } = WebAssembly;
  assert.deepEqual(codes(explain(large)), ["limit memory"]); // leaves no core
  WebAssembly.Module = /** @type {any} */ (
    function refuse() {
      throw new RangeError("no memory for another one, on purpose");
    }
  );
  try {
    for (let drawn = 0; drawn < 2; drawn++)
      assert.deepEqual([codes(explain(small)), compare(small)], [["limit memory"], []]);
  } finally {
    WebAssembly.Module = Module;
  }
  assert.equal(explain(small).total, "12416");
  assert.equal(compare(small)[0].total, "12416");
});

test("the command goes on with the next line, and says nothing of its own of a core that gave up", () => {
  const file = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
  const args = ["--import", file("./little_memory.js"), file("../../web/cli.js"), "-"];
  const input = [large, small, large, large, "input=64&layers=GRU(32)"].join("\n");
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: "utf8" });
  assert.equal(status, 1, stderr);
  assert.deepEqual(stdout.match(/^[0-9,]+ parameters$/gm), ["12,416 parameters", "9,312 parameters"]);
  assert.deepEqual(
    stderr.match(/^.*too large.*$/gm)?.map((line) => line.split(":")[1]),
    ["1", "3", "4"],
    stderr,
  );
  assert.doesNotMatch(stderr, /Abort|WebAssembly|core/);
});

test("a core is there only with all that it is asked, at once", async () => {
  const core = { explain: () => "", compare: () => "", catalog: () => "", edit: () => "" };
  const functions = /** @type {const} */ (["explain", "compare", "catalog", "edit"]);
  const bytes = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0); // the least that is WebAssembly
  const broken = () => {
    throw new WebAssembly.CompileError("on purpose");
  };
  /** What a factory returns: of Emscripten 3.1.6, and from 4.0.12 on. @type {((made: any) => any)[]} */
  const shapes = [(made) => made, async (made) => (await undefined) ?? made];
  for (const shape of shapes) {
    const create = (/** @type {object} */ module) => shape(Object.assign(module, core));
    assert.equal((await firstInstance(create, bytes, functions)).explain, core.explain);
    assert.equal(nextInstance(create, bytes, functions)?.explain, core.explain);
    const lacking = (/** @type {object} */ module) => shape(Object.assign(module, { ...core, edit: undefined }));
    await assert.rejects(firstInstance(lacking, bytes, functions), /lacks edit/);
    assert.equal(nextInstance(lacking, bytes, functions), undefined);
  }
  for (const create of [broken, async () => broken()]) {
    await assert.rejects(firstInstance(create, bytes, functions), WebAssembly.CompileError);
    assert.equal(nextInstance(create, bytes, functions), undefined);
  }
});

test("a browser that compiles nothing of this size at once has its core all the same, and no second one", async (context) => {
  const { default: create } = await import("../../web/wasm/core.js");
  const bytes = await wasmBytes();
  const { Module, Instance } = WebAssembly;
  const refuse = () => {
    throw new RangeError("It is disallowed on the main thread, if the buffer size is larger than 4KB");
  };
  context.after(() => Object.assign(WebAssembly, { Module, Instance }));
  Object.assign(WebAssembly, { Module: Object.assign(refuse, { imports: Module.imports }), Instance: refuse });
  const core = await firstInstance(create, bytes, ["explain"]);
  assert.equal(JSON.parse(core.explain(small)).total, "12416");
  assert.equal(nextInstance(create, bytes, ["explain"]), undefined);
});
