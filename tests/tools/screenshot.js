/** npm run screenshot -- URL FILE.png [WIDTH] [HEIGHT] [light|dark]: a picture of a page, by Chromium. */

import { Failure, runTool } from "../../web/tools/run.js";
import { launch } from "../page/browsers.js";

await runTool(async () => {
  const [url, file, width = "1024", height = "768", colorScheme = "light"] = process.argv.slice(2);
  if (!url || !file || (colorScheme !== "light" && colorScheme !== "dark")) {
    throw new Failure("npm run screenshot -- URL FILE.png [WIDTH] [HEIGHT] [light|dark]");
  }
  const browser = await launch("chromium");
  try {
    const page = await browser.page({ width: Number(width), height: Number(height), colorScheme });
    await page.goto(url);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))); // for what comes after loading
    await page.screenshot(file);
  } finally {
    await browser.close();
  }
});
