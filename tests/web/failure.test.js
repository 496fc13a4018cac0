// Tests of web/border/failure.js and of the kinds that a load rejects with: what happened decides, not its words.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { failed, kindOf, runsWebAssembly } from "../../web/border/failure.js";

let fresh = 0;
/**
 * The kind of the error that a first load rejects with.
 * @param {import("../../web/engine.js").LoadOptions} [options]
 */
async function kindOfLoad(options) {
  const { load } = /** @type {typeof import("../../web/engine.js")} */ (
    await import(`../../web/engine.js?failure${fresh++}`)
  );
  return load(options).then(() => "loaded", kindOf);
}

/** @param {typeof WebAssembly | undefined} there what stands in its place while `ask` goes on @param {() => Promise<void>} ask */
async function withWebAssembly(there, ask) {
  const { WebAssembly: own } = globalThis;
  Object.assign(globalThis, { WebAssembly: there });
  try {
    await ask();
  } finally {
    Object.assign(globalThis, { WebAssembly: own });
  }
}

/** Node's own policy against WebAssembly. @type {typeof WebAssembly} */
const refused = vm.runInContext("WebAssembly", vm.createContext({}, { codeGeneration: { wasm: false } }));

test("a file that can't be had is missing", async () => {
  assert.equal(await kindOfLoad({ wasm: "http://localhost:1/core.wasm" }), "missing");
  assert.equal(await kindOfLoad({ wasm: "data:,%" }), "other", "there is something");
});

test("a damaged core is something else, whatever its error says", async () => {
  assert.equal(await kindOfLoad({ wasm: new TextEncoder().encode("not WebAssembly") }), "other");
  assert.equal(kindOf(new WebAssembly.CompileError("refused by the Content Security Policy")), "other");
  assert.equal(kindOf(new Error("404: fetch, import, network")), "other");
  for (const thrown of [undefined, null, "", 0]) assert.equal(kindOf(thrown), "other");
});

test("a policy refuses even the least of WebAssembly", async () => {
  assert.ok(await runsWebAssembly());
  assert.ok(!(await runsWebAssembly(refused)));
  await withWebAssembly(refused, async () => assert.equal(await kindOfLoad(), "refused"));
});

test("without WebAssembly nothing is fetched", async () => {
  await withWebAssembly(undefined, async () => {
    assert.ok(!(await runsWebAssembly()));
    assert.equal(await kindOfLoad({ wasm: "http://localhost:1/core.wasm" }), "refused");
  });
});

test("an error keeps what it is; anything else that is thrown becomes one", () => {
  const error = new RangeError("too much");
  assert.equal(failed("missing", error), error);
  assert.equal(kindOf(failed("refused", "no")), "refused");
});
