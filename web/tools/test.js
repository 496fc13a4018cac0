/**
 * What `npm test` does: sets up, then all checks one after the other, up to the first that fails.
 * The last line is a summary, `N passed, N failed`.
 */
import { build } from "./build.js";
import { biome, clangFormat } from "./format.js";
import { Failure, run, runTool } from "./run.js";
import { setUp } from "./setup.js";
import { sources } from "./sources.js";
import { tidy } from "./tidy.js";

/** @type {[name: string, check: () => Promise<unknown>][]} */
const checks = [
  ["Layout of C++: clang-format", () => clangFormat({ check: true })],
  ["Layout and lint of JavaScript: Biome", () => biome({ check: true })],
  ["Core, natively", () => core("native")],
  ["Core, with sanitizers", () => core("sanitize")],
  ["Lint of the core: clang-tidy", tidy],
  ["Core, as WebAssembly in Node", () => core("wasm")],
  ["Build of the page", build],
  ["Types of JavaScript: tsc", () => run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "web"])],
  ["Units of JavaScript", () => nodeTest(sources("tests", ".js").filter((file) => isTest(file) && !isPageTest(file)))],
  ["Page in Chromium", () => page("chromium")],
  ["Page in Firefox", () => page("firefox")],
  ["Page in WebKit", () => page("webkit")],
];

/**
 * Builds a preset's tests and runs them.
 * @param {"native" | "sanitize" | "wasm"} preset
 */
async function core(preset) {
  const configure = ["cmake", "--preset", preset];
  if (preset === "wasm") configure.unshift("emcmake");
  await run(configure[0], configure.slice(1), { quiet: true });
  await run("cmake", ["--build", "--preset", preset], { quiet: true });
  const output = await run("ctest", ["--preset", preset], { quiet: true });
  console.log(output.match(/.*tests passed.*/)?.[0] ?? output);
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

await runTool(async () => {
  await setUp({ tests: true });
  let passed = 0;
  for (const [name, check] of checks) {
    console.log(`\n== ${name} ==`);
    const start = performance.now();
    try {
      await check();
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
      const left = checks.length - passed - 1;
      console.log(`\nFAILED: ${name}${left > 0 ? ` (${left} more checks not run)` : ""}`);
      console.log(`${passed} passed, 1 failed`);
      process.exitCode = 1;
      return;
    }
    passed += 1;
    console.log(`ok, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  console.log(`\n${passed} passed, 0 failed`);
});
