// Tests of web/border/failure.js and of the kinds that a load rejects with: what happened decides, not its words.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";
import { failed, kindOf, kindOfFault, runsWebAssembly } from "../../web/border/failure.js";
import { languages } from "../../web/messages/languages.js";

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
  const page = "data:text/html,<!doctype html><title>Not found</title>";
  assert.equal(await kindOfLoad({ wasm: page }), "damaged", "there is something");
});

test("a core is damaged that is another thing, a piece, changed, or of another version", async () => {
  const whole = new Uint8Array(await readFile(new URL("../../web/wasm/core.wasm", import.meta.url)));
  assert.equal(await kindOfLoad({ wasm: whole }), "loaded");
  const flipped = whole.map((byte, place) => (place % 1000 === 999 ? byte ^ 0xff : byte));
  /** Valid WebAssembly that has nothing of what is asked for. */
  const other = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const damaged = {
    ...{ nothing: new Uint8Array(), page: new TextEncoder().encode("<!doctype html><title>Not found</title>"), other },
    ...{ half: whole.slice(0, whole.length / 2), "all but the end": whole.slice(0, -1), flipped },
  };
  for (const [what, wasm] of Object.entries(damaged)) assert.equal(await kindOfLoad({ wasm }), "damaged", what);
});

test("what is wrong is told by what happened, whatever its error says", async () => {
  const words = "out of memory, refused by the Content Security Policy, 404";
  const { CompileError, LinkError, RuntimeError } = WebAssembly;
  for (const Kind of [Error, TypeError, CompileError, LinkError, RuntimeError])
    assert.equal(await kindOfFault(new Kind(words)), "damaged");
  assert.equal(await kindOfFault(new RangeError("damaged")), "other");
  await withWebAssembly(refused, async () => assert.equal(await kindOfFault(new Error("damaged")), "refused"));
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
    assert.equal(await kindOfLoad({ wasm: "http://localhost:1/core.wasm" }), "unsupported");
  });
});

test("every kind has its sentence in every language, and in the command", async () => {
  const kinds = /export type FailureKind = ([^;]*);/.exec(
    await readFile(new URL("../../web/engine.d.ts", import.meta.url), "utf8"),
  );
  const known = [...(kinds?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, kind]) => kind).sort();
  assert.equal(known.length, 5);
  for (const language of languages) {
    const { failure } = await language.load();
    assert.deepEqual(Object.keys(failure).sort(), known);
    assert.equal(new Set(Object.values(failure)).size, known.length);
  }
});

test("the command says why it can't start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rnn-params-failure-"));
  try {
    await cp(new URL("../../web", import.meta.url), join(folder, "web"), { recursive: true });
    await cp(new URL("../../package.json", import.meta.url), join(folder, "package.json"));
    const said = (/** @type {string[]} */ ...options) => {
      const args = [...options, join(folder, "web", "cli.js"), "input=64&layers=LSTM(32)"];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
      return [status, stderr];
    };
    const core = (/** @type {string} */ name) => join(folder, "web", "wasm", name);
    assert.deepEqual(said(), [0, ""]);
    assert.deepEqual(said("--disallow-code-generation-from-strings"), [0, ""]);
    await writeFile(core("core.wasm"), "<!doctype html>");
    assert.match(said().join(" "), /^3 rnn-params: Its files core\.wasm and core\.js are damaged.*\n$/);
    await rm(core("core.wasm"));
    assert.match(said().join(" "), /^3 rnn-params: Its file core\.wasm or core\.js is not there.*\n$/);
    await cp(new URL("../../web/wasm/core.wasm", import.meta.url), core("core.wasm"));
    await writeFile(core("core.js"), "export default function (");
    assert.match(said().join(" "), /^3 rnn-params: Its files core\.wasm and core\.js are damaged.*\n$/);
    await writeFile(core("core.js"), "");
    assert.match(said().join(" "), /^3 rnn-params: Its files core\.wasm and core\.js are damaged.*\n$/);
    await rm(core("core.js"));
    assert.match(said().join(" "), /^3 rnn-params: Its file core\.wasm or core\.js is not there.*\n$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("an error keeps what it is; anything else that is thrown becomes one", () => {
  const error = new RangeError("too much");
  assert.equal(failed("missing", error), error);
  assert.equal(kindOf(failed("refused", "no")), "refused");
});
