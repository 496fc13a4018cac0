/**
 * Runs tests of the page one file after the other in this process, so that they share a browser:
 *   BROWSERS=chromium node --test-reporter=spec tests/tools/page_tests.js tests/page/stack.test.js ...
 * Each of them runs alone too, by node --test.
 */
import { describe } from "node:test";
import { pathToFileURL } from "node:url";

for (const file of process.argv.slice(2)) describe(file, { timeout: 300_000 }, () => import(`${pathToFileURL(file)}`));
