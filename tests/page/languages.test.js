// Tests of the languages on the page: who chooses one, what follows, and whether a longer language would fit.
import assert from "node:assert/strict";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pageKeys } from "../../web/border/query.js";
import { answered, inEveryBrowser, look, within } from "./site.js";
import { states } from "./states.js";

/** @typedef {import("./page.js").Page} Page */

/** Where the page's language shows. */
function language(/** @type {Page} */ page) {
  return page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("rnn-params"));
    return {
      document: document.documentElement.lang,
      element: element.shadowRoot.querySelector(".layout").lang,
      chosen: /** @type {HTMLSelectElement} */ (document.querySelector("#language")).value,
      heading: document.querySelector("h1")?.textContent,
      step: element.shadowRoot.querySelector(".step-title").textContent,
    };
  });
}

const english = {
  document: "en",
  element: "en",
  chosen: "en",
  heading: "LSTM, GRU and RNN parameters, step by step",
  step: "Four weight matrices",
};
const hindi = {
  document: "hi",
  element: "hi",
  chosen: "hi",
  heading: "LSTM, GRU और RNN के parameters, step by step",
  step: "चार weight matrices",
};

/**
 * Waits until the page speaks a language.
 * @param {Page} page
 * @param {string} id
 */
async function speaks(page, id) {
  await page.waitFor((id) => {
    const element = document.querySelector("rnn-params");
    return element?.shadowRoot?.querySelector(".layout")?.getAttribute("lang") === id;
  }, id);
}

/** Which files of languages the page has loaded. */
const loaded = (/** @type {Page} */ page) =>
  page.evaluate(
    () => performance.getEntriesByType("resource").filter(({ name }) => /\/hi-[^/]*\.js/.test(name)).length,
  );

inEveryBrowser((site) => {
  test("English does not load other languages", async () => {
    const page = await site.open("?lang=fr");
    assert.deepEqual(await language(page), english, "what is not known is English");
    assert.equal(await loaded(page), 0);
    const note = () => page.evaluate(() => document.querySelector(".address-notes")?.textContent ?? "");
    await page.waitFor(() => document.querySelector(".address-notes")?.textContent !== "");
    assert.equal(await note(), "This page is not there in the language fr. It speaks English and हिन्दी (beta).");
    assert.equal((await look(page)).total, "12,416");
    await page.focus("#language");
    await page.press("ArrowDown");
    await page.waitFor(() => document.querySelector(".address-notes")?.textContent === "");
  });

  test("a key of the page that is almost spelled right is noticed, in the page's language; a known one never", async () => {
    const notes = async (/** @type {string} */ search) => {
      const page = await site.open(search);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      const { total } = await look(page);
      return [await page.evaluate(() => document.querySelector(".address-notes")?.textContent ?? ""), total];
    };
    assert.deepEqual(await notes("?input=64&layers=LSTM(32)&fad=2&them=dark"), [
      "fad= in the address means nothing here. Did you mean fade=? them= in the address means nothing here. Did you mean theme=?",
      "12,416",
    ]);
    assert.deepEqual(await notes("?input=64&layers=LSTM(32)&lang=hi&opne=code"), [
      "Address में opne= का यहाँ कोई मतलब नहीं है. क्या आपका मतलब open= था?",
      "12,416",
    ]);
    const known = pageKeys
      .filter((key) => key !== "lang")
      .map((key) => `${key}=x`)
      .join("&");
    assert.deepEqual(await notes(`?input=64&layers=LSTM(32)&${known}&utm_source=x&ref=y&v=1`), ["", "12,416"]);
  });

  for (const tag of ["hi", "hi-IN"]) {
    test(`lang=${tag} in the address is Hindi from the first answer on`, async () => {
      const page = await site.open(`?lang=${tag}`);
      assert.equal((await language(page)).step, hindi.step);
      await page.waitFor(() => document.querySelector("h1")?.textContent?.includes("और") === true);
      assert.deepEqual(await language(page), hindi);
      assert.equal(await loaded(page), 1);
      const { title, total } = await look(page);
      assert.deepEqual([title, total], ["LSTM 64 → 32: 12,416 parameters", "12,416"]);
    });
  }

  test("a reader's choice is one step, there and back, and stays while the model changes", async () => {
    const page = await site.open("?input=64&layers=LSTM(32)&x=1");
    const before = await look(page);
    await page.focus("#language");
    await page.press("ArrowDown");
    await speaks(page, "hi");
    const seen = await look(page);
    assert.deepEqual([seen.search, seen.entries], ["?input=64&layers=LSTM(32)&x=1&lang=hi", before.entries + 1]);
    await page.fill(within("#input"), "10");
    assert.equal((await look(page)).search, "?input=10&layers=LSTM(32)&x=1&lang=hi");
    await page.back();
    await speaks(page, "en");
    await page.waitFor((heading) => document.querySelector("h1")?.textContent === heading, english.heading);
    assert.deepEqual(await language(page), english);
    await page.evaluate(() => history.forward());
    await speaks(page, "hi");
    await page.focus("#language");
    await page.press("ArrowUp");
    await speaks(page, "en");
    assert.equal((await look(page)).search, "?input=10&layers=LSTM(32)&x=1");
  });

  test("the Hindi page speaks Hindi without being asked, and another language where it is", async () => {
    const page = await site.page();
    await page.goto(`${site.url}hi/index.html?input=10&layers=LSTM(7)`);
    await answered(page);
    assert.deepEqual(await language(page), hindi);
    assert.equal((await look(page)).total, "504");
    const description = () =>
      page.evaluate(() => document.querySelector("meta[name=description]")?.getAttribute("content"));
    const inHindi = await description();
    await page.focus("#language");
    await page.press("ArrowUp");
    await speaks(page, "en");
    await page.waitFor((heading) => document.querySelector("h1")?.textContent === heading, english.heading);
    assert.deepEqual(await language(page), english);
    assert.equal((await look(page)).search, "?input=10&layers=LSTM(7)&lang=en");
    assert.match((await description()) ?? "", /^Count the parameters/);
    await page.focus("#language");
    await page.press("ArrowDown");
    await speaks(page, "hi");
    await page.waitFor(() => document.querySelector("h1")?.textContent?.includes("और") === true);
    assert.equal((await look(page)).search, "?input=10&layers=LSTM(7)");
    assert.equal(await description(), inHindi);
    await page.back();
    await speaks(page, "en");
  });

  test("what the Hindi page gives to embed lies beside the first page", async () => {
    const page = await site.page();
    await page.goto(`${site.url}hi/index.html`);
    await answered(page);
    await page.evaluateOn("footer .embed", (button) => button.click());
    const has = (/** @type {string} */ selector) =>
      page.waitFor(
        (selector) => Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector(selector)),
        selector,
      );
    await has("[value=frame]");
    await page.evaluateOn("embed-dialog >>> [value=frame]", (choice) => choice.click());
    await has("a[download]");
    const href = await page.evaluateOn("embed-dialog >>> a[download]", (link) => /** @type {any} */ (link).href);
    assert.equal(href, `${site.url}embed.html`);
  });

  test("links to other models keep the language that the address asks for", async () => {
    const hrefs = (/** @type {Page} */ page) =>
      page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll("a[href^='?']")].map((one) => one.getAttribute("href")),
      );
    const plain = await hrefs(await site.open("?input=64&layers=LSTM(32)"));
    const inHindi = await hrefs(await site.open("?input=64&layers=LSTM(32)&lang=hi"));
    assert.ok(plain.length > 7 && plain.every((href) => !href?.includes("lang")), `${plain}`);
    assert.deepEqual(
      inHindi,
      plain.map((href) => `${href}&lang=hi`),
    );
  });

  test("Devanagari digits are accepted and left as typed, numbers are grouped in lakhs", async () => {
    const page = await site.open("?lang=hi&input=64&layers=LSTM(32)");
    await page.fill(within("#layer-0-units"), "३२");
    const seen = await look(page);
    assert.deepEqual([seen.total, seen.fields["layer-0-units"], seen.red], ["12,416", "३२", []]);
    await page.fill(within("#layer-0-units"), "1024");
    await page.fill(within("#input"), "768");
    assert.equal((await look(page)).total, "73,44,128");
  });

  test("Hindi has room between its lines and none between its letters", async () => {
    for (const [place, [, search]] of states.entries()) {
      for (const width of place < 2 ? [320, 1280] : [320]) {
        const page = await site.open(`${search || "?"}&lang=hi`, { width });
        const tight = await page.evaluate(() => {
          const root = /** @type {ShadowRoot} */ (document.querySelector("rnn-params")?.shadowRoot);
          for (const part of root.querySelectorAll("details")) part.open = true;
          /** @type {string[]} */
          const tight = [];
          for (const one of [...root.querySelectorAll("*"), ...document.body.querySelectorAll("*")]) {
            const text = [...one.childNodes]
              .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ""))
              .join("");
            if (!/[\u0900-\u097f]/.test(text) || /OPTION|TITLE/i.test(one.tagName) || !one.checkVisibility()) continue;
            const { lineHeight, fontSize, letterSpacing, textTransform } = getComputedStyle(one);
            const height = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
            const apart = Number.parseFloat(letterSpacing) || 0;
            if (!(height >= 1.59) || apart !== 0 || textTransform !== "none")
              tight.push(
                `${one.localName} ${one.className} ${height} ${letterSpacing} ${textTransform}: ${text.trim()}`,
              );
            if (one.closest("math")) tight.push(`in a formula: ${text}`);
          }
          return tight;
        });
        assert.deepEqual(tight, [], `${search} ${width}`);
      }
    }
  });

  test("an element speaks the language of what is around it, also from outside its shadow root", async () => {
    const url = await site.variant(async (folder) => {
      await writeFile(join(folder, "notes.js"), 'import "./rnn-params.js";');
      await writeFile(
        join(folder, "notes.html"),
        `<!doctype html><html lang="hi"><meta charset="utf-8" /><title>Notes</title><link rel="icon" href="data:," />
        <rnn-params id="near" input="64" layers="LSTM(32)"></rnn-params>
        <rnn-params id="own" lang="en" input="64" layers="LSTM(32)"></rnn-params>
        <div lang="fr"><rnn-params id="unknown" input="64" layers="LSTM(32)"></rnn-params></div>
        <div lang="en"><div id="host" lang="hi-IN"></div></div>
        <script type="module" src="./notes.js"></script>`,
      );
    });
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.evaluate(() => {
      const root = document.querySelector("#host")?.attachShadow({ mode: "open" });
      const element = document.createElement("rnn-params");
      Object.assign(element, { input: "64", layers: "LSTM(32)" });
      root?.append(element);
    });
    const spoken = () => {
      const inner = document.querySelector("#host")?.shadowRoot?.querySelector("rnn-params");
      const all = [...document.querySelectorAll("rnn-params"), inner];
      return all.map((one) => one?.shadowRoot?.querySelector("[lang]")?.getAttribute("lang"));
    };
    await page.waitFor(() => {
      const inner = document.querySelector("#host")?.shadowRoot?.querySelector("rnn-params");
      return [...document.querySelectorAll("rnn-params"), inner].every((one) =>
        one?.shadowRoot?.querySelector(".total"),
      );
    });
    assert.deepEqual(await page.evaluate(spoken), ["hi", "en", "en", "hi"]);
    await page.evaluate(() => {
      document.documentElement.lang = "en";
      document.querySelector("#host")?.setAttribute("lang", "en");
      document.querySelector("#own")?.setAttribute("lang", "hi");
    });
    await page.waitFor(() => {
      const inner = document.querySelector("#host")?.shadowRoot?.querySelector("rnn-params");
      const all = [...document.querySelectorAll("rnn-params"), inner];
      const spoken = all.map((one) => one?.shadowRoot?.querySelector("[lang]")?.getAttribute("lang"));
      return spoken.join(" ") === "en hi en en";
    });
  });

  test("without the file of a language the page stays English", async () => {
    const url = await site.variant(async (folder) => {
      const files = await readdir(join(folder, "assets"));
      for (const file of files.filter((name) => /^hi-.*\.js$/.test(name))) await rm(join(folder, "assets", file));
    });
    const page = await site.page();
    await page.goto(`${url}?lang=hi`);
    await answered(page);
    assert.deepEqual(await language(page), english);
    await site.complaints(page); // that the file is not there
  });
});
