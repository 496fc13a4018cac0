/** npm run screenshots [-- --update]: builds the page and compares its pictures with the accepted ones; `--update`: accepts them. */
import { build } from "../../web/tools/build.js";
import { run, runTool } from "../../web/tools/run.js";
import { setUpTests } from "./setup.js";

await runTool(async () => {
  await setUpTests();
  await build();
  await run(process.execPath, ["--test", "--test-reporter=spec", "tests/page/screenshots.test.js"], {
    env: { BROWSERS: "chromium", ...(process.argv.includes("--update") && { UPDATE: "1" }) },
  });
});
