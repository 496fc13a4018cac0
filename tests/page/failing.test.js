// Tests of elements in pages of others where something fails: they say so, and go on as soon as they can.
import assert from "node:assert/strict";
import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { inEveryBrowser } from "./site.js";

const element = '<rnn-params input="64" layers="LSTM(32)">LSTM(64 → 32): 12,416</rnn-params>';

/** @param {string} head @param {string} script */
const notes = (
  head,
  script,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">${head}
<script src="./listening.js"></script>${script}${element}</html>`;

/** Ways in which a page asks for the element; what importing.js and forgiving.js do stands below. */
const ways = {
  "by a tag": '<script type="module" src="./rnn-params.js"></script>',
  "by import()": '<script src="./importing.js"></script>',
  "by import(), and catches what it throws": '<script src="./forgiving.js"></script>',
};
const whenRead = 'addEventListener("DOMContentLoaded", () => import("./rnn-params.js")';

const listening = `globalThis.told = []; addEventListener("rnn-params-error", ({ detail, target }) => told.push([target.localName, detail.kind]));`;

inEveryBrowser((site) => {
  /** @param {string} head @param {(folder: string) => Promise<unknown>} [change] @param {keyof typeof ways} [way] */
  async function open(head, change, way = "by a tag") {
    const url = await site.variant(async (folder) => {
      await writeFile(join(folder, "notes.html"), notes(head, ways[way]));
      await writeFile(join(folder, "importing.js"), `${whenRead});`);
      await writeFile(join(folder, "forgiving.js"), `${whenRead}.catch(() => {}));`);
      await writeFile(join(folder, "listening.js"), listening);
      await change?.(folder);
    });
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    return page;
  }
  const toldIs = (/** @type {import("./page.js").Page} */ page, /** @type {unknown} */ wanted) =>
    page.waitFor((wanted) => JSON.stringify(/** @type {any} */ (globalThis).told) === wanted, JSON.stringify(wanted));

  test("an element that failed goes on when another one got what both need", async () => {
    let core = "";
    const page = await open("", async (folder) => {
      const assets = join(folder, "assets");
      core = join(assets, (await readdir(assets)).find((file) => /^core_first-.*\.wasm$/.test(file)) ?? "");
      await rename(core, `${core}.away`);
    });
    await toldIs(page, [["rnn-params", "missing"]]);
    await site.complaints(page); // that the file is not there
    await rename(`${core}.away`, core);
    await page.evaluate(() => {
      const other = document.createElement("rnn-params");
      Object.assign(other, { input: "64", layers: "GRU(32)" });
      document.body.append(other);
    });
    await page.waitFor(() => {
      const totals = [...document.querySelectorAll("rnn-params")].map(
        (one) => one.shadowRoot?.querySelector(".total b")?.textContent,
      );
      return totals.join() === "12,416,9,312";
    });
    await site.complaints(page);
  });

  const policies = ["trusted-types 'none'", "require-trusted-types-for 'script'; trusted-types others"];
  for (const way of /** @type {(keyof typeof ways)[]} */ (Object.keys(ways))) {
    for (const policy of policies) {
      test(`a host that refuses Lit, and asks for the element ${way}, is told so, once: ${policy}`, async (context) => {
        const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
        const page = await open(head, undefined, way);
        if (!(await page.evaluate(() => "trustedTypes" in globalThis)))
          return context.skip("this browser has no Trusted Types");
        await toldIs(page, [["rnn-params", "refused"]]);
        assert.match(await page.text("rnn-params"), /LSTM\(64 → 32\): 12,416/, "what the author wrote stays");
        const told = await page.evaluate(async () => {
          dispatchEvent(new ErrorEvent("error", { error: new Error("the page's own") }));
          await new Promise((resolve) => setTimeout(resolve));
          return /** @type {any} */ (globalThis).told.length;
        });
        assert.equal(told, 1, "what goes wrong in the page is not the element's");
        await site.complaints(page); // the browser's own
      });
    }
  }

  test("a host that allows Lit by its policy is counted for", async () => {
    const policy = "require-trusted-types-for 'script'; trusted-types lit-html; script-src 'self' 'wasm-unsafe-eval'";
    const page = await open(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "12,416",
    );
  });
});
