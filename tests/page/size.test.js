// What a browser loads, compressed as hosts compress it: budgets, with a table of the files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { dist, inEveryBrowser } from "./site.js";

const KiB = 1024;

/**
 * The first derivation can be read as soon as the style sheet and the typeface are there, for it stands in the markup; it can be
 * changed as soon as the core is. What goes beyond it is loaded after that.
 */
const budgets = { "to be read": 64 * KiB, "to be changed": 92 * KiB };

/**
 * The size of a file on its way: fonts are compressed already.
 * @param {string} name
 */
async function weigh(name) {
  const bytes = await readFile(join(dist, name));
  return { name, size: bytes.length, sent: name.endsWith(".woff2") ? bytes.length : brotliCompressSync(bytes).length };
}

inEveryBrowser((site) => {
  if (site.engine !== "chromium") return;

  test("what a browser loads until the first derivation stands", async (context) => {
    const page = await site.open("");
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const entries = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => /** @type {PerformanceResourceTiming} */ (entry))
        .sort((a, b) => a.startTime - b.startTime)
        .map(({ name, initiatorType }) => ({ address: name, by: initiatorType })),
    );
    const files = entries.map(({ address, by }) => ({ file: address.replace(site.url, "").split("?")[0], by }));
    const end = files.findIndex(({ file }) => /\bbeyond-/.test(file));
    assert.ok(end > 0, "what goes beyond the derivation comes after it");
    const first = files.slice(0, end);
    const markup = ["index.html", ...first.filter(({ by }) => by === "link" || by === "css").map(({ file }) => file)];
    const sorts = {
      "to be read": markup,
      "to be changed": [...new Set([...markup, ...first.map(({ file }) => file)])],
    };
    assert.equal(sorts["to be read"].filter((file) => file.endsWith(".woff2")).length, 2, "the typeface is counted");
    assert.equal(sorts["to be changed"].filter((file) => file.endsWith(".wasm")).length, 1, "so is the core");
    for (const [sort, names] of Object.entries(sorts)) {
      const budget = budgets[/** @type {keyof typeof budgets} */ (sort)];
      const weights = await Promise.all(names.map(weigh));
      const sum = weights.reduce((sum, { sent }) => sum + sent, 0);
      context.diagnostic(`The first derivation, ${sort}:`);
      for (const { name, size, sent } of weights)
        context.diagnostic(`${String(sent).padStart(7)} of ${String(size).padStart(6)}  ${name}`);
      const share = ((100 * sum) / budget).toFixed(1);
      context.diagnostic(`${String(sum).padStart(7)} bytes, ${share} % of ${budget / KiB} KiB`);
      assert.ok(sum <= budget, `${sum} bytes ${sort}, more than ${budget}`);
    }
  });
});
