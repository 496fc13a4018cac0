/** npm run screenshots [-- --update]: builds the page and compares its pictures with the accepted ones; `--update`: accepts them. */
import { build } from "./build.js";
import { run, runTool } from "./run.js";
import { setUp } from "./setup.js";

await runTool(async () => {
  await setUp({ tests: true });
  await build();
  await run(process.execPath, ["--test", "--test-reporter=spec", "tests/page/screenshots.test.js"], {
    env: { BROWSERS: "chromium", ...(process.argv.includes("--update") && { UPDATE: "1" }) },
  });
});
