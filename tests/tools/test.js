/**
 * What `npm test` does: sets up, then all checks, in three rows beside each other: the core's, which are work for the processor, those of
 * JavaScript, and the page's, which wait much; each row ends with the first check that fails. Whichever is through takes from the page's
 * tests what is next, so that all end together. The last line is a summary, `N passed, N failed`.
 */
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "../../web/tools/build.js";
import { biome, clangFormat } from "../../web/tools/format.js";
import { Failure, run, runTool } from "../../web/tools/run.js";
import { sources } from "../../web/tools/sources.js";
import { fuzz } from "./fuzz.js";
import { setUpTests } from "./setup.js";

/** @typedef {[name: string, check: () => Promise<unknown>]} Check */

/** @type {Check[]} */
const first = [
  ["Layout of C++: clang-format", () => clangFormat({ check: true })],
  ["Layout and lint of JavaScript: Biome", () => biome({ check: true })],
  ["Build of the page", build],
];

const quietly = { quiet: true, nice: true };
const testing = ["--test", "--test-timeout=1200000", "--test-reporter=spec"];

/** Rows of checks that go on beside each other. @type {Check[][]} */
const rows = [
  [
    ["Types of JavaScript: tsc", () => run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "web"])],
    ["Units of JavaScript", () => units()],
    ["Page in three browsers, beside the core", page],
  ],
  [
    ["Core, natively, and its lint: clang-tidy", () => core("tidy")],
    ["Core, with sanitizers", () => core("sanitize")],
    ["Core, asked by texts at random", () => fuzz({ seed: 1 })],
    ["Core, as WebAssembly in Node", () => core("wasm")],
    ["Page in three browsers, after the core", page],
  ],
  [["Page in three browsers", page]],
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
 * @param {"tidy" | "sanitize" | "wasm"} preset
 */
async function core(preset) {
  await built(preset, preset === "wasm" ? ["emcmake"] : []);
  const output = await run("ctest", ["--preset", preset], quietly);
  return output.match(/.*tests passed.*/)?.[0] ?? output;
}

/** As many at a time as there are cores. */
const units = () =>
  run(process.execPath, [
    ...testing,
    `--test-concurrency=${availableParallelism()}`,
    ...sources("tests/*.test.js").filter((file) => !file.startsWith("tests/page/")),
  ]);

/** A browser takes longer to start than most tests, so some files share one. */
const filesTogether = 5;

/** The page's tests that nobody has taken yet, by browser, the slowest first: files that one process runs. */
const pages = ["firefox", "webkit", "chromium"].flatMap((browser) => {
  const files = sources("tests/page/*.test.js").map((file) => basename(file));
  const runs = Math.ceil(files.length / filesTogether);
  return Array.from({ length: runs }, (_, run) => ({ browser, files: files.filter((_, i) => i % runs === run) }));
});

/** The browsers that run files now. @type {Set<string>} */
const running = new Set();

/** Only Chromium shares no clipboard and no window with its like. @param {typeof pages[number]} one */
const canRun = ({ browser }) => browser === "chromium" || !running.has(browser);

function next() {
  const place = pages.findIndex(canRun);
  return place < 0 ? undefined : pages.splice(place, 1)[0];
}

/** What failed once, and not a second time. @type {string[]} */
const unsteady = [];

/**
 * The page's tests, some files at a time, for browsers are heavy. What fails is run a second time, each file in a browser of its own: a
 * machine with much else to do can take one away. It fails where it fails again; where it does not, the summary names it.
 */
async function page() {
  const again = [];
  let passed = 0;
  let failures = 0;
  for (let one = next(); one; one = next()) {
    const { tests, failed, failure } = await pageTests(one);
    passed += tests;
    again.push(...failed.map((file) => ({ browser: one.browser, files: [file] })));
    if (failure && ++failures > mostAgain) throw failure;
  }
  for (const one of again) {
    while (!canRun(one)) await setTimeout(1000);
    const { tests, failure } = await pageTests(one);
    if (failure) throw failure;
    passed += tests;
    unsteady.push(`${one.files} in ${one.browser}`);
  }
  return `${passed} tests passed`;
}

/** Where it is more often, it is not by chance. */
const mostAgain = 3;

/**
 * @param {typeof pages[number]} one BROWSERS is read by tests/page/browsers.js, FILES by tests/page/several.js
 * @returns {Promise<{ tests: number, failed: string[], failure?: unknown }>} how many tests passed, where none failed; which files did
 */
async function pageTests({ browser, files }) {
  running.add(browser);
  try {
    const env = { BROWSERS: browser, FILES: files.join(",") };
    const output = await run(process.execPath, [...testing, "tests/page/several.js"], { env, quiet: true });
    console.log(output);
    return { tests: Number(output.match(/pass (\d+)/)?.[1]), failed: [], failure: undefined };
  } catch (failure) {
    // Each test that fails is told with its place; where there is no sum, the process ended before its time.
    const said = failure instanceof Failure ? String(failure.cause) : "";
    const named = files.filter((file) => said.includes(`${file}:`));
    return { tests: 0, failed: named.length > 0 && /\bfail \d/.test(said) ? named : files, failure };
  } finally {
    running.delete(browser);
  }
}

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
