/** What axe-core has to say about a page. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** @typedef {import("./page.js").Page} Page */

/**
 * What axe finds, "rule: element".
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in window))) {
    const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    // What a test evaluates is not subject to the page's policy, a script element would be.
    await page.evaluate(/** @type {() => void} */ (new Function(source)));
  }
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map(
        (/** @type {any} */ { target, failureSummary }) => `${id}: ${target.flat().join(" >>> ")}: ${failureSummary}`,
      ),
    );
  });
}
