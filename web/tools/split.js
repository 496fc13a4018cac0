/**
 * The core in two parts, by Binaryen's wasm-split: web/wasm/core_first.wasm has the functions that usual models run through, core_rest.wasm the
 * others. Which those are is found by running the core. border/parts.js puts the two together again. What a function has inside stays with it:
 * those of the core that usual models never run through are RARE (core/rare.h), so that they are not put into others. Its constants that are LATER
 * are data of the second part.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { cutOut, dataOf, inOneSegment, withData } from "./one_segment.js";
import { Failure, onPath, root, run } from "./run.js";
import { usualModels } from "./usual_models.js";

const folder = join(root, "web", "wasm");

/** Two modules share a stack pointer, which is a global that changes; the others are what LLVM turns on by itself. */
const features = ["mutable-globals", "bulk-memory", "sign-ext", "nontrapping-float-to-int"].map(
  (name) => `--enable-${name}`,
);

/** core.wasm → core_first.wasm and core_rest.wasm */
export async function splitCore() {
  const split = await splitter();
  const core = join(folder, "core.wasm");
  const passing = await mkdtemp(join(tmpdir(), "rnn-params-split-"));
  try {
    const [watched, profile] = [join(passing, "watched.wasm"), join(passing, "profile")];
    await run(split, ["--instrument", ...features, core, "-o", watched], { quiet: true });
    await writeFile(profile, await runThrough(await readFile(watched)));
    const parts = ["core_first.wasm", "core_rest.wasm"].map((name) => join(folder, name));
    const into = ["-o1", parts[0], "-o2", parts[1]];
    await run(split, [core, `--profile=${profile}`, "--export-prefix=%", ...features, ...into], { quiet: true });
    const smaller = join(dirname(split), "wasm-opt");
    for (const part of parts) {
      await run(smaller, [part, "-Oz", "--converge", ...features, "-o", part], { quiet: true });
    }
    const [first, rest] = await Promise.all(parts.map((part) => readFile(part)));
    const data = dataOf(first);
    const [later, now] = cutOut(data, ...placeOfLater(data));
    await writeFile(parts[0], withData(first, now));
    await writeFile(parts[1], withData(inOneSegment(rest), [...dataOf(rest), ...later]));
  } finally {
    await rm(passing, { recursive: true });
  }
}

/**
 * Where the constants are that are LATER: core/frameworks.cpp says it behind these letters.
 * @param {import("./one_segment.js").Piece[]} data
 * @returns {[start: number, stop: number]}
 */
function placeOfLater(data) {
  const letters = Buffer.from("LATER_AT\0\0\0\0");
  for (const { bytes } of data) {
    const at = Buffer.from(bytes).indexOf(letters);
    if (at < 0) continue;
    const numbers = new DataView(bytes.buffer, bytes.byteOffset + at + letters.length);
    return [numbers.getUint32(0, true), numbers.getUint32(4, true)];
  }
  throw new Failure("The core does not say what of its data comes later");
}

/** Debian has it beside emcc on the PATH, the Emscripten SDK in Binaryen's own folder. */
async function splitter() {
  const here = onPath("wasm-split");
  if (here) return here;
  const emcc = onPath("emcc");
  const config = onPath("em-config") ?? (emcc && join(dirname(emcc), "em-config"));
  if (!config) throw new Failure("wasm-split is missing; it comes with Emscripten, in Debian's package binaryen");
  return join((await run(config, ["BINARYEN_ROOT"], { quiet: true })).trim(), "bin", "wasm-split");
}

/**
 * Which functions were called, as wasm-split writes it down.
 * @param {Uint8Array} watched the core that notes it
 * @returns {Promise<Uint8Array>}
 */
async function runThrough(watched) {
  const { default: create } = await import(pathToFileURL(join(folder, "core.js")).href);
  /** @type {Record<string, any>} */
  let exported = {};
  /** @type {import("../wasm/core.js").Core} */
  const core = await create({
    wasmBinary: watched,
    instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ receive) {
      const compiled = new WebAssembly.Module(/** @type {BufferSource} */ (watched));
      const instance = new WebAssembly.Instance(compiled, imports);
      exported = instance.exports;
      receive(instance, compiled);
      return exported;
    },
  });
  /** @type {import("../engine.js").Catalog} */
  const { frameworks } = JSON.parse(core.catalog());
  const usual = frameworks.filter(({ featured }) => featured).map(({ id }) => id);
  for (const query of usualModels(usual)) {
    core.explain(query);
    for (const framework of usual) core.compare(query, framework);
  }
  const memory = Object.values(exported).find((value) => value instanceof WebAssembly.Memory);
  if (!memory) throw new Failure("The core gives no memory to write the profile into");
  const size = exported.__write_profile(0, 0); // writes nothing where there is no room
  const page = 1 << 16;
  const at = memory.grow(Math.ceil(size / page)) * page;
  exported.__write_profile(at, size);
  return new Uint8Array(memory.buffer, at, size).slice();
}
