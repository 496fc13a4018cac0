// What a browser loads, compressed as hosts compress it: budgets, with a table of the files.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { answered, dist, inEveryBrowser } from "./site.js";
import { laterAsked, notes, resources, watch, weigh } from "./weighing.js";

const KiB = 1024;

/**
 * The first derivation can be read as soon as the style sheet and the typeface are there, for it stands in the markup; another one, as
 * soon as the core is. What goes beyond a derivation is asked for when that stands.
 */
const toBeRead = 64 * KiB;

/** @type {[what: string, file: string, search: string, budget: number][]} */
const visits = [
  ["a first visit", "index.html", "", 120 * KiB],
  ["a link with a model", "index.html", "?framework=keras&input=64&layers=LSTM(32),LSTM(32)", 120 * KiB],
  ["a link in Hindi", "index.html", "?lang=hi&framework=keras&input=64&layers=LSTM(32),LSTM(32)", 126 * KiB],
  ["a widget", "notes.html", "", 113 * KiB], // with the typeface of formulas
];

inEveryBrowser((site) => {
  if (site.engine !== "chromium") return;

  for (const [what, file, search, budget] of visits) {
    test(`what a browser asks for until the derivation stands: ${what}`, async (context) => {
      const url = await site.variant(async (folder) => {
        const script = '<script src="./watch.js"></script>';
        const markup = file === "notes.html" ? notes : await readFile(join(folder, file), "utf8");
        await writeFile(join(folder, "watch.js"), watch);
        await writeFile(join(folder, file), markup.replace("<title>", `${script}<title>`));
      });
      const page = await site.page();
      await page.goto(url + (file === "index.html" ? "" : file) + search);
      if (file === "index.html") await answered(page);
      await page.waitFor(laterAsked);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      const entries = await page.evaluate(resources);
      const files = entries
        .map(({ address, ...entry }) => ({ file: address.replace(url, "").split("?")[0], ...entry }))
        .filter((entry) => entry.file !== "watch.js");
      const later = files.filter(({ file }) =>
        /\b(supplements|(en|hi)_supplements|core_rest|rest|hi_rest)-/.test(file),
      );
      assert.ok(later.length >= 4);
      assert.deepEqual(
        later.filter(({ before }) => before),
        [],
        "what goes beyond the derivation, its words, and the rest of the core and of what is said are asked for when it stands",
      );
      assert.ok(!files.some(({ file }) => /\bformats-/.test(file)), "what writes documents is not asked for");
      const first = files.filter(({ before }) => before);
      const markup = [file, ...first.filter(({ by }) => by === "link" || by === "css").map(({ file }) => file)];
      const whole = [...new Set([...markup, ...first.map(({ file }) => file)])];
      assert.equal(whole.filter((file) => file.endsWith(".wasm")).length, 1, "the core is counted");
      /** @type {[what: string, files: string[], budget: number][]} */
      const sorts = [[what, whole, budget]];
      if (search === "" && file === "index.html") {
        assert.equal(markup.filter((file) => file.endsWith(".woff2")).length, 2, "the typeface is counted");
        sorts.unshift([`${what}, to be read`, markup, toBeRead]);
      }
      for (const [sort, names, budget] of sorts) {
        const weights = await Promise.all(names.map((name) => weigh(dist, name)));
        const sum = weights.reduce((sum, { sent }) => sum + sent, 0);
        context.diagnostic(`${sort}:`);
        for (const { name, size, sent } of weights)
          context.diagnostic(`${String(sent).padStart(7)} of ${String(size).padStart(6)}  ${name}`);
        const share = ((100 * sum) / budget).toFixed(1);
        context.diagnostic(`${String(sum).padStart(7)} bytes, ${share} % of ${budget / KiB} KiB`);
        assert.ok(sum <= budget, `${sum} bytes, more than ${budget}: ${sort}`);
      }
    });
  }
});
