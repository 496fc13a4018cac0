// Tests of the page where the core gives up over a model: it says so once, and counts the next one.
import assert from "node:assert/strict";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { answered, inEveryBrowser, link, look, reading, within } from "./site.js";

const large = `input=64&layers=${Array.from({ length: 1000 }, (_, index) => `LSTM(${index + 1})`).join()}`;

inEveryBrowser((site) => {
  test("what a core gave up over is not asked again at each redraw, and the next model is counted", async () => {
    const url = await site.variant(async (folder) => {
      await copyFile(new URL("../web/little_memory.js", import.meta.url), join(folder, "little_memory.js"));
      const file = join(folder, "index.html");
      const markup = await readFile(file, "utf8");
      await writeFile(file, markup.replace("<title>", '<script src="./little_memory.js"></script><title>'));
    });
    const page = await site.page();
    await page.goto(url + link(large));
    await answered(page);
    await page.waitFor(() => /too large/.test(document.querySelector("rnn-params")?.shadowRoot?.textContent ?? ""));
    const made = () => page.evaluate(() => /** @type {any} */ (globalThis).coresMade);
    const before = await made();
    await page.evaluateOn("rnn-params", async (element) => {
      for (let times = 0; times < 5; times++) {
        element.requestUpdate();
        await element.updateComplete;
      }
    });
    assert.equal(await made(), before);
    assert.match(await reading(page), /too large to be counted here/);
    await page.evaluateOn("rnn-params", (element) => {
      element.layers = "LSTM(32)";
    });
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "12,416",
    );
    assert.equal((await look(page)).total, "12,416");
    assert.ok(await page.evaluateOn(within(".total"), (total) => total.checkVisibility()));
  });
});
