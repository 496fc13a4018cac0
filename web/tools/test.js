/**
 * What `npm test` does: sets up, then all checks. Those of the core, which are work for the processor, go on beside those of the page,
 * which wait for browsers most of the time; each row ends with the first check that fails. The last line is a summary,
 * `N passed, N failed`.
 */
import { build } from "./build.js";
import { biome, clangFormat } from "./format.js";
import { Failure, run, runTool } from "./run.js";
import { setUp } from "./setup.js";
import { sources } from "./sources.js";
import { tidy } from "./tidy.js";

/** @typedef {[name: string, check: () => Promise<unknown>]} Check */

/** @type {Check[]} */
const first = [
  ["Layout of C++: clang-format", () => clangFormat({ check: true })],
  ["Layout and lint of JavaScript: Biome", () => biome({ check: true })],
  ["Build of the page", build],
];

/** Rows of checks that go on beside each other. @type {Check[][]} */
const rows = [
  [
    ["Types of JavaScript: tsc", () => run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "web"])],
    [
      "Units of JavaScript",
      () => nodeTest(sources("tests", ".js").filter((file) => isTest(file) && !isPageTest(file))),
    ],
    ["Page in Chromium", () => page("chromium")],
    ["Page in Firefox", () => page("firefox")],
    ["Page in WebKit", () => page("webkit")],
  ],
  [
    ["Core, natively", () => core("native")],
    ["Core, with sanitizers", () => core("sanitize")],
    ["Lint of the core: clang-tidy", tidy],
    ["Core, as WebAssembly in Node", () => core("wasm")],
  ],
];

/**
 * Builds a preset's tests and runs them.
 * @param {"native" | "sanitize" | "wasm"} preset
 */
async function core(preset) {
  const configure = ["cmake", "--preset", preset];
  if (preset === "wasm") configure.unshift("emcmake");
  const options = { quiet: true, nice: true };
  await run(configure[0], configure.slice(1), options);
  await run("cmake", ["--build", "--preset", preset], options);
  const output = await run("ctest", ["--preset", preset], options);
  return output.match(/.*tests passed.*/)?.[0] ?? output;
}

const isTest = (/** @type {string} */ file) => file.endsWith(".test.js");
const isPageTest = (/** @type {string} */ file) => file.startsWith("tests/page/");

/**
 * The page's tests in one browser; tests/page/browsers.js reads BROWSERS.
 * @param {string} browser
 */
async function page(browser) {
  await nodeTest(sources("tests/page", ".js").filter(isTest), { BROWSERS: browser });
}

/**
 * @param {string[]} files one at a time, for browsers are heavy
 * @param {Record<string, string>} [env]
 */
async function nodeTest(files, env) {
  if (files.length === 0) throw new Failure("There is no test.");
  await run(
    process.execPath,
    ["--test", "--test-concurrency=1", "--test-timeout=300000", "--test-reporter=spec", ...files],
    { env },
  );
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
  await setUp({ tests: true });
  const start = await inOrder(first);
  const results = [start, ...(start.failed ? [] : await Promise.all(rows.map(inOrder)))];
  const failed = results.map(({ failed }) => failed).filter(Boolean);
  const passed = results.reduce((sum, { passed }) => sum + passed, 0);
  const left = first.length + rows.flat().length - passed - failed.length;
  if (failed.length > 0) {
    console.log(`\nFAILED: ${failed.join(", ")}${left > 0 ? ` (${left} more checks not run)` : ""}`);
    process.exitCode = 1;
  }
  console.log(`\n${passed} passed, ${failed.length} failed`);
});
