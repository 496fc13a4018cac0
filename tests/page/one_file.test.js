// Tests of the builds that are one file each: they ask for nothing, open from disk, and their policy allows their own script only.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { answeredInFrame, inside, openFrame, writeHost } from "./host.js";
import { answered, dist, inEveryBrowser, look, reading, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const files = ["rnn-params.html", "embed.html"];
const model = "framework=pytorch&input=64&layers=LSTM(32)&controls=all";

/** @param {string} name */
const markupOf = (name) => readFile(join(dist, name), "utf8");

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

for (const name of files) {
  test(`${name}: its policy has the hashes of its script and its style sheet, and is as strict as the page's`, async () => {
    const markup = await markupOf(name);
    const scripts = [...markup.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
    // A worksheet that the script writes has a style sheet, too.
    const styles = [...markup.replace(scripts[0]?.[2] ?? "", "").matchAll(/<style([^>]*)>(.*?)<\/style>/gs)];
    assert.deepEqual([scripts.length, styles.length], [1, 1]);
    assert.deepEqual([scripts[0][1], styles[0][1]], ["", ""], "a classic script");
    const policy = markup.match(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/)?.[1] ?? "";
    assert.deepEqual(policy.split("; ").sort(), [
      "base-uri 'none'",
      "default-src 'none'",
      "font-src data:",
      "form-action 'none'",
      "img-src data:",
      "require-trusted-types-for 'script'",
      `script-src ${hash(scripts[0][2])} 'wasm-unsafe-eval'`,
      `style-src ${hash(styles[0][2])}`,
      "trusted-types lit-html",
    ]);
    const rest = markup.replace(scripts[0][2], "").replace(styles[0][2], "");
    assert.doesNotMatch(rest, / style=| on\w+=|javascript:/);
    assert.doesNotMatch(rest, /(src|href)="(?!data:)/, "it names no other file");
  });
}

test("the one file has the page's markup, with the worked examples", async () => {
  const body = (/** @type {string} */ markup) =>
    markup.slice(markup.indexOf("<body>")).replace(/\n<script>.*<\/script>/s, "");
  const page = body(await markupOf("index.html")).replace(/ <a href="[^"]*" hreflang="hi"[^>]*>[^<]*<\/a>/, "");
  assert.equal(body(await markupOf("rnn-params.html")), page);
});

inEveryBrowser((site) => {
  /** @param {string} address */
  async function open(address) {
    const page = await site.page();
    await page.goto(address);
    await answered(page);
    return page;
  }

  /** What the page asked of the network, its own markup aside. @param {Page} page */
  const asked = (page) => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));

  for (const name of files) {
    test(`${name}: asks for nothing, and has its typeface`, async () => {
      const page = await open(`${site.url}${name}?${model}`);
      const seen = await look(page);
      assert.deepEqual([seen.total, seen.title], ["12,544", "LSTM 64 → 32: 12,544 parameters (PyTorch)"]);
      const faces = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts].map(({ status }) => status);
      });
      assert.deepEqual(faces, ["loaded", "loaded"]);
      assert.deepEqual(
        (await asked(page)).filter((address) => !address.startsWith("data:")),
        [],
      );
    });

    test(`${name}: opens from disk, with a model in its address`, async () => {
      const file = pathToFileURL(join(dist, name)).href;
      const page = await open(`${file}?${model}`);
      assert.equal((await look(page)).total, "12,544");
      await page.fill(within("#input"), "10");
      assert.equal((await look(page)).total, "5,632");
      await page.click(within("#framework [value=keras]"));
      assert.equal((await look(page)).total, "5,504");
      assert.equal((await look(await open(`${file}?input=9&layers=LTSM(3)&controls=all`))).total, "—");
    });

    test(`${name}: a script that was changed does not run`, async () => {
      const url = await site.variant(async (folder) => {
        const markup = await readFile(join(folder, name), "utf8");
        assert.equal(markup.split("<script>").length, 2);
        await writeFile(join(folder, name), markup.replace("<script>", "<script>globalThis.changed = true;"));
      });
      const page = await site.page();
      await page.goto(`${url}${name}`);
      const ran = await page.evaluate(() => "changed" in globalThis || customElements.get("rnn-params") !== undefined);
      assert.equal(ran, false);
      const { violations } = await site.complaints(page);
      // WebKit is listened to from later on.
      if (site.engine !== "webkit") assert.match(violations.join("\n"), /script-src.*inline/);
      if (name === "rnn-params.html") assert.match(await reading(page), /12,416/, "the examples stay");
    });
  }

  test("the one file works in a sandbox, on a host that sends no CORS headers", async () => {
    const host = await site.variant(writeHost);
    const page = await site.page();
    await openFrame(page, host, `${site.url}rnn-params.html?${model}`, { sandbox: "allow-scripts" });
    await answeredInFrame(page);
    const seen = await inside(page);
    assert.deepEqual([seen.total, seen.asked.filter((address) => !address.startsWith("data:"))], ["12,544", []]);
    const total = await page.evaluateInFrame(async () => {
      const element = /** @type {any} */ (document.querySelector("rnn-params"));
      const field = element.shadowRoot.querySelector("#input");
      field.value = "10";
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      const theme = /** @type {HTMLSelectElement} */ (document.querySelector("#theme"));
      theme.value = "dark";
      theme.dispatchEvent(new Event("change"));
      await element.updateComplete;
      return [element.shadowRoot.querySelector(".total b").textContent, document.documentElement.dataset.theme];
    });
    assert.deepEqual(total, ["5,632", "dark"]);
  });

  test("without storage and without a history it still follows", async () => {
    const page = await open(`${site.url}rnn-params.html?${model}&theme=light`);
    await page.evaluate(() => {
      const refuse = () => {
        throw new DOMException("refused on purpose", "SecurityError");
      };
      history.pushState = refuse;
      history.replaceState = refuse;
      Object.defineProperty(window, "localStorage", { get: refuse });
    });
    await page.fill(within("#input"), "10");
    await page.click(within("#framework [value=keras]"));
    await page.evaluateOn("#theme", (select) => {
      select.value = "dark";
      select.dispatchEvent(new Event("change"));
    });
    assert.equal((await look(page)).total, "5,504");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.evaluateOn("#language", (select) => {
      select.value = "hi";
      select.dispatchEvent(new Event("change"));
    });
    await page.waitFor(() => /[\u0900-\u097f]/.test(document.querySelector("h1")?.textContent ?? ""));
  });

  test("the dialog that helps to embed is in the one file", async () => {
    const page = await open(`${site.url}rnn-params.html?${model}`);
    await page.click("header .embed");
    await page.waitFor(() => {
      const area = document.querySelector("embed-dialog")?.shadowRoot?.querySelector("textarea");
      return area?.value.includes("<rnn-params") ?? false;
    });
    assert.deepEqual(
      (await asked(page)).filter((address) => !address.startsWith("data:")),
      [],
    );
  });

  test("the other language's words are in the one file", async () => {
    const page = await open(`${site.url}rnn-params.html?${model}&lang=hi`);
    await page.waitFor(() => /[\u0900-\u097f]/.test(document.querySelector("h1")?.textContent ?? ""));
    assert.match(await reading(page), /[\u0900-\u097f]/);
    assert.deepEqual(
      (await asked(page)).filter((address) => !address.startsWith("data:")),
      [],
    );
  });
});
