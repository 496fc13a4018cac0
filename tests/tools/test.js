/**
 * What `npm test` does: sets up, then all checks. Those of the core, which are work for the processor, go on beside those of the page,
 * which wait for browsers most of the time, in two rows that take about as long; each row ends with the first check that fails. The last line is a summary,
 * `N passed, N failed`.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "../../web/tools/build.js";
import { biome, clangFormat } from "../../web/tools/format.js";
import { Failure, run, runTool } from "../../web/tools/run.js";
import { sources } from "../../web/tools/sources.js";
import { setUpTests } from "./setup.js";

/** @typedef {[name: string, check: () => Promise<unknown>]} Check */

/** @type {Check[]} */
const first = [
  ["Layout of C++: clang-format", () => clangFormat({ check: true })],
  ["Layout and lint of JavaScript: Biome", () => biome({ check: true })],
  ["Build of the page", build],
];

const quietly = { quiet: true, nice: true };

/** Rows of checks that go on beside each other. @type {Check[][]} */
const rows = [
  [
    ["Types of JavaScript: tsc", () => run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "web"])],
    ["Units of JavaScript", () => units()],
    ["Page in Chromium", () => page("chromium")],
    ["Page in WebKit", () => page("webkit")],
  ],
  [
    ["Core, natively", () => core("native")],
    ["Core, with sanitizers", () => core("sanitize")],
    ["Lint of the core: clang-tidy", () => built("tidy")],
    ["Core, as WebAssembly in Node", () => core("wasm")],
    ["Page in Firefox", () => page("firefox")],
  ],
];

/**
 * Configures and builds a preset.
 * @param {string} preset
 * @param {string[]} [wrapper] what its configuration is run by
 */
async function built(preset, wrapper = []) {
  const [configure, ...args] = [...wrapper, "cmake", "--preset", preset];
  await run(configure, args, quietly);
  await run("cmake", ["--build", "--preset", preset], quietly);
}

/**
 * Builds a preset's tests and runs them.
 * @param {"native" | "sanitize" | "wasm"} preset
 */
async function core(preset) {
  await built(preset, preset === "wasm" ? ["emcmake"] : []);
  const output = await run("ctest", ["--preset", preset], quietly);
  return output.match(/.*tests passed.*/)?.[0] ?? output;
}

/** As many at a time as there are cores. */
const units = () =>
  nodeTest(
    availableParallelism(),
    sources("tests/*.test.js").filter((file) => !file.startsWith("tests/page/")),
  );

/**
 * Each file is a process of its own.
 * @param {number} atOnce
 * @param {string[]} files
 * @param {Record<string, string>} [env]
 * @param {string} [failed] the file to write the names of those into that fail
 */
const nodeTest = (atOnce, files, env, failed) => {
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
  if (failed) reporters.push("--test-reporter=./tests/tools/failed_files.js", `--test-reporter-destination=${failed}`);
  const args = ["--test", `--test-concurrency=${atOnce}`, "--test-timeout=600000", ...reporters, ...files];
  return run(process.execPath, args, { env });
};

/** What failed once, and not a second time. @type {string[]} */
const unsteady = [];

/**
 * The page's tests in one browser, one file at a time, for browsers are heavy; tests/page/browsers.js reads BROWSERS. What fails is run a
 * second time, in browsers of its own: a machine with much else to do can take a browser away. It fails where it fails again; where it does
 * not, the summary names it.
 * @param {string} browser
 */
async function page(browser) {
  const env = { BROWSERS: browser };
  const folder = await mkdtemp(join(tmpdir(), "rnn-params-tests-"));
  const failed = join(folder, "failed");
  try {
    await nodeTest(1, sources("tests/page/*.test.js"), env, failed);
  } catch (error) {
    const files = (await readFile(failed, "utf8").catch(() => "")).split("\n").filter(Boolean);
    if (files.length === 0 || files.length > mostAgain) throw error;
    console.log(`\n== Page in ${browser}, once more: ${files.map((file) => basename(file)).join(", ")} ==`);
    await nodeTest(1, files, env);
    unsteady.push(...files.map((file) => `${basename(file)} in ${browser}`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Where more files than that fail, it is not by chance. */
const mostAgain = 3;

/**
 * Checks one after the other, up to the first that fails.
 * @param {Check[]} checks
 * @returns {Promise<{ passed: number, failed: string }>} `failed`: its name, "" for none
 */
async function inOrder(checks) {
  for (const [passed, [name, check]] of checks.entries()) {
    console.log(`\n== ${name} ==`);
    const start = performance.now();
    try {
      const said = await check();
      const time = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${name}: ok, ${time} s${said ? `; ${said}` : ""}`);
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
      console.log(`\n${name}: FAILED`);
      return { passed, failed: name };
    }
  }
  return { passed: checks.length, failed: "" };
}

await runTool(async () => {
  await setUpTests();
  const start = await inOrder(first);
  const results = [start, ...(start.failed ? [] : await Promise.all(rows.map(inOrder)))];
  const failed = results.map(({ failed }) => failed).filter(Boolean);
  const passed = results.reduce((sum, { passed }) => sum + passed, 0);
  const left = first.length + rows.flat().length - passed - failed.length;
  if (failed.length > 0) {
    console.log(`\nFAILED: ${failed.join(", ")}${left > 0 ? ` (${left} more checks not run)` : ""}`);
    process.exitCode = 1;
  }
  if (unsteady.length > 0) console.log(`\nFailed once and not again: ${unsteady.join(", ")}`);
  console.log(`\n${passed} passed, ${failed.length} failed`);
});
