/**
 * What `npm run build` does: web/wasm/ (the core as WebAssembly, and the questions' module), web/font/ (the signs of formulas), what editors and compilers know of the
 * element, and dist/ (the page, for any static host, and its builds that are one file each).
 */
import { join } from "node:path";
import { writeDeclarations } from "./declarations.js";
import { root, run, runTool } from "./run.js";
import { setUp } from "./setup.js";

/** Everything that is built for the page, in order. */
export async function build() {
  await buildWasm();
  const { buildFont } = await import("./font.js"); // there only after the set-up
  await buildFont();
  await writeDeclarations();
  await buildPage();
  const { buildInlined } = await import("./inline.js");
  await buildInlined();
}

/** web/wasm/, which web/engine.js loads. */
async function buildWasm() {
  console.log("Building web/wasm/ ...");
  await run("emcmake", ["cmake", "--preset", "wasm"], { quiet: true });
  await run("cmake", ["--build", "--preset", "wasm", "--target", "core_module", "questions_module"], { quiet: true });
  const { splitCore } = await import("./split.js");
  await splitCore();
}

/** dist/, from index.html. */
async function buildPage() {
  console.log("Building dist/ ...");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  await run(process.execPath, [vite, "build", "--config", "web/vite.config.js", "--logLevel", "warn"]);
}

if (process.argv[1] === import.meta.filename) {
  await runTool(async () => {
    await setUp();
    await build();
    console.log("Built: dist/ for any static host; web/engine.js for Node");
  });
}
