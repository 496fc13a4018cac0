// Tests of the page where it can't count: without JavaScript, and where WebAssembly is refused or missing. Then the notes'
// examples stand there, worked out; and they are what the engine says.
import assert from "node:assert/strict";
import { readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { fileOf } from "../../web/page/static_page.js";
import { examples } from "../../web/telling/examples.js";
import { answered, clickOn, dist, grouped, inEveryBrowser, look, reading, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const engine = await load();

/** The texts that each example must have: its total and the lines of all its steps. */
const lines = examples.map(({ query }) => {
  const { total, layers, steps } = engine.explain(query);
  const numbers = (/** @type {string} */ text) => text.replace(/[0-9]{4,}/g, grouped);
  const formulas = layers.flatMap((layer, index) => layer.steps.map((step) => ({ index, ...step })));
  const said = formulas.map(({ index, kind, reduced, numbers: whole, value }) => {
    const { text } = reduced ?? whole;
    if (kind === "matrices" && index > 0) return `as in layer 1: ${text} = ${value}`;
    return text === value ? `= ${grouped(value)}` : `= ${numbers(text)} = ${grouped(value)}`;
  });
  const sum = layers.length > 1 ? [`= ${numbers(steps[0].reduced?.text ?? "")} = ${grouped(total)}`] : [];
  return [`${grouped(total)} parameters`, ...said, ...sum];
});
const totals = ["12,416", "20,736", "24,832", "49,664", "9,312"];

/** @param {string} text */
function assertExamples(text) {
  assert.deepEqual(
    lines.map(([total]) => total),
    totals.map((total) => `${total} parameters`),
  );
  let from = 0;
  for (const example of lines) {
    for (const line of example) assert.ok(text.includes(line, from), `${line}\nis not in\n${text.slice(from)}`);
    from = text.indexOf(example[0], from) + 1; // the examples stand in order
  }
  assert.ok(text.includes("[(num_units + input_dim + 1) × num_units] × 4 = [(32 + 64 + 1) × 32] × 4 = 12,416"));
  assert.doesNotMatch(text, /undefined|NaN|□|—/);
}

/** @param {string} markup */
function words(markup) {
  return markup
    .replace(/<(script|style|head|title)[^>]*>.*?<\/\1>/gs, " ")
    .replace(/<\/?(p|div|li|ol|h\d|section)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
}

test("the built page has the notes' five examples, worked out, in its markup", async () => {
  const markup = await readFile(join(dist, "index.html"), "utf8");
  assertExamples(words(markup));
  assert.match(words(markup), /This page counts with your own numbers when JavaScript is on\./);
  assert.doesNotMatch(markup, / style=| on\w+=|javascript:/);
  assert.doesNotMatch(markup, /(src|href)="\//, "it works below any path");
});

/** What a page's markup says before its script: by the message that it is, and what is no message. @param {string} markup */
function saidIn(markup) {
  const attribute = (/** @type {string} */ tag, /** @type {string} */ name) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  const places = [...markup.matchAll(/(<[^>]*\bdata-says="(\w+)"[^>]*>)([^<]*)/g)];
  return {
    language: /<html lang="([^"]*)"/.exec(markup)?.[1] ?? "",
    title: /<title>([^<]*)/.exec(markup)?.[1] ?? "",
    messages: places.map(([, tag, key, text]) => ({
      key,
      text: (attribute(tag, "content") || attribute(tag, "aria-label") || text).replaceAll("&#39;", "'"),
    })),
    examples: /<div class="worked-examples" lang="([^"]*)">/.exec(markup)?.[1] ?? "",
    chosen: /<option value="([^"]*)"[^>]* selected/.exec(markup)?.[1] ?? "",
    files: [...markup.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, file]) => file),
    others: [...markup.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(([, id, file]) => ({
      id,
      file,
    })),
  };
}

for (const language of languages) {
  const file = fileOf(language);
  test(`${file} has all that it says without JavaScript in its own language, and leads to the others`, async () => {
    const markup = await readFile(join(dist, file), "utf8");
    const said = saidIn(markup);
    const m = await language.load();
    const site = Object.entries(await m.site()).map(([key, text]) => ({ key, text }));
    assert.deepEqual([said.language, said.examples, said.chosen], [language.id, language.id, language.id]);
    assert.equal(said.title, m.unfinishedTitle);
    const keys = new Set(said.messages.map(({ key }) => key));
    assert.deepEqual([...keys].sort(), site.map(({ key }) => key).sort());
    for (const message of said.messages) assert.equal(message.text, site.find(({ key }) => key === message.key)?.text);
    for (const total of totals) assert.ok(words(markup).includes(`${total} parameters`), total);
    assert.doesNotMatch(markup, /(src|href)="\//, "it works below any path");
    for (const name of said.files) assert.ok((await stat(join(dist, file, "..", name))).isFile(), name);
    assert.deepEqual(
      said.others.map(({ id, file: other }) => [id, join(file, "..", other)]),
      languages.map((one) => [one.id, fileOf(one)]),
    );
  });
}

/**
 * @param {Page} page
 * @param {RegExp} said
 */
async function assertFallback(page, said) {
  await page.waitFor(
    (words) => new RegExp(words).test(document.querySelector("rnn-params")?.shadowRoot?.textContent ?? ""),
    said.source,
  );
  const text = await reading(page);
  assertExamples(text);
  assert.match(text, said);
  assert.doesNotMatch(text, /when JavaScript is on/);
  const fields = await page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll("input").length);
  assert.equal(fields, 0, "no field that does nothing");
}

/** @param {string} folder */
async function coreOf(folder) {
  const assets = join(folder, "assets");
  const name = (await readdir(assets)).find((file) => /^core_first-.*\.wasm$/.test(file));
  return join(assets, /** @type {string} */ (name));
}

/**
 * @param {string} folder
 * @param {string} from
 * @param {string} to
 */
async function changeMarkup(folder, from, to) {
  const file = join(folder, "index.html");
  const markup = await readFile(file, "utf8");
  assert.ok(markup.includes(from), from);
  await writeFile(
    file,
    markup.replace(from, () => to),
  );
}

inEveryBrowser((site) => {
  test("without JavaScript the five examples stand there", {
    skip: site.engine === "webkit" && "WebKit can't be driven without JavaScript",
  }, async () => {
    const page = await site.page({ javaScript: false });
    await page.goto(site.url);
    const text = await page.text("body");
    for (const total of totals) assert.ok(text.includes(`${total} parameters`), total);
    assert.match(text.replace(/\s+/g, " "), /This page counts with your own numbers when JavaScript is on\./);
    const seen = await page.evaluateOn("rnn-params h2", (heading) => heading.checkVisibility());
    assert.ok(seen);
  });

  test("in Hindi too, where it leads from the first page", {
    skip: site.engine === "webkit" && "WebKit can't be driven without JavaScript",
  }, async () => {
    const page = await site.page({ javaScript: false });
    await page.goto(site.url);
    const href = await page.evaluateOn(".no-script a[hreflang=hi]", (link) => /** @type {any} */ (link).href);
    await page.goto(href);
    const text = await page.text("body");
    for (const total of totals) assert.ok(text.includes(`${total} parameters`), total);
    assert.match(text.replace(/\s+/g, " "), /JavaScript चालू होने पर .*हर unit क्या पढ़ती है/);
    assert.doesNotMatch(text, /JavaScript is on|What each unit reads/);
  });

  test("the Hindi page's examples stay in Hindi where the core is missing", async () => {
    const url = await site.variant(async (folder) => {
      const core = await coreOf(folder);
      await rename(core, `${core}.away`);
    });
    const page = await site.page();
    await page.goto(`${url}hi/index.html`);
    await page.waitFor(() =>
      /core\.wasm, या उसकी कोई दूसरी file, नहीं खुल सकी/.test(
        document.querySelector("rnn-params")?.shadowRoot?.textContent ?? "",
      ),
    );
    const text = await reading(page);
    for (const total of totals) assert.ok(text.includes(`${total} parameters`), total);
    assert.match(text, /हर unit क्या पढ़ती है/);
    assert.doesNotMatch(text, /What each unit reads/);
    await site.complaints(page); // that the file is not there
  });

  test("with the core's file missing the examples stay, and a button tries again", async () => {
    let core = "";
    const url = await site.variant(async (folder) => {
      core = await coreOf(folder);
      await rename(core, `${core}.away`);
    });
    const page = await site.page();
    await page.goto(`${url}?input=10&layers=LSTM(7)`);
    await assertFallback(
      page,
      /core\.wasm, or another one of its files, could not be loaded.*belong beside rnn-params\.js/,
    );
    assert.doesNotMatch(await reading(page), /504/, "no number of a model that was not counted");
    const { errors, violations } = await site.complaints(page);
    assert.ok(errors.length <= 1, errors.join("\n"));
    assert.match(errors[0] ?? "404", /404/);
    assert.deepEqual(violations, []);

    await rename(`${core}.away`, core);
    await clickOn(page, "button", "Try again");
    await answered(page);
    const seen = await look(page);
    assert.deepEqual([seen.total, seen.title], ["504", "LSTM 10 → 7: 504 parameters"]);
    assert.doesNotMatch(await reading(page), /12,416/, "the examples are gone");
  });

  test("where the policy refuses WebAssembly, the examples stay and one line says so", async () => {
    const url = await site.variant((folder) => changeMarkup(folder, " 'wasm-unsafe-eval'", ""));
    const page = await site.page();
    await page.goto(url);
    await assertFallback(page, /This browser or this site does not allow WebAssembly.*'wasm-unsafe-eval'/);
    await site.complaints(page); // the browser's own
  });

  test("where there is no WebAssembly at all, the examples stay and one line says so", async () => {
    const url = await site.variant(async (folder) => {
      await writeFile(join(folder, "before.js"), "delete globalThis.WebAssembly;");
      await changeMarkup(folder, "<title>", '<script src="./before.js"></script><title>');
    });
    const page = await site.page();
    await page.goto(`${url}?input=10&layers=LSTM(7)`);
    await assertFallback(page, /This browser has no WebAssembly/);
    assert.equal(await page.evaluate(() => typeof WebAssembly), "undefined");
  });

  test("a host that calls the core something else than WebAssembly does no harm", async () => {
    const url = await site.variant(async (folder) => {
      const core = await coreOf(folder);
      const text = core.replace(/\.wasm$/, ".txt");
      await rename(core, text);
      for (const file of [
        "rnn-params.js",
        ...(await readdir(join(folder, "assets"))).map((name) => `assets/${name}`),
      ]) {
        if (!file.endsWith(".js")) continue;
        const script = await readFile(join(folder, file), "utf8");
        await writeFile(join(folder, file), script.replaceAll(basename(core), basename(text)));
      }
    });
    const page = await site.page();
    await page.goto(`${url}?input=10&layers=LSTM(7)`);
    await answered(page);
    assert.equal((await look(page)).total, "504");
    const kinds = await page.evaluate(async () => {
      const loaded = performance.getEntriesByType("resource").filter(({ name }) => /core_first-[^/]*\.txt$/.test(name));
      return Promise.all(
        loaded.map(async ({ name }) => (await fetch(name)).headers.get("content-type")?.split(";")[0]),
      );
    });
    assert.deepEqual(kinds, ["text/plain"]);
  });

  /** @param {string} folder @param {RegExp} name */
  const assetOf = async (folder, name) => {
    const assets = join(folder, "assets");
    return join(assets, (await readdir(assets)).find((file) => name.test(file)) ?? "");
  };

  /** Files of the core that are there and are something else. @type {[what: string, name: RegExp, change: (bytes: Buffer) => string | Uint8Array][]} */
  const damages = [
    ["a page in the core's place", /^core_first-.*\.wasm$/, () => "<!doctype html><title>Not found</title>"],
    ["an empty core", /^core_first-.*\.wasm$/, () => ""],
    ["half a core", /^core_first-.*\.wasm$/, (bytes) => bytes.subarray(0, bytes.length / 2)],
    [
      "a core of which some bits are others",
      /^core_first-.*\.wasm$/,
      (bytes) => bytes.map((byte, at) => (at % 999 ? byte : ~byte)),
    ],
    ["a core of another version", /^core_first-.*\.wasm$/, (bytes) => bytes.subarray(0, 8)],
    ["half of Emscripten's part", /^core-.*\.js$/, (bytes) => bytes.subarray(0, bytes.length / 2)],
  ];
  for (const [what, name, change] of damages) {
    test(`${what} is no number but a sentence that says so`, async () => {
      const url = await site.variant(async (folder) => {
        const file = await assetOf(folder, name);
        await writeFile(file, change(await readFile(file)));
      });
      const page = await site.page();
      await page.goto(url);
      await assertFallback(page, /core\.wasm and core\.js are damaged or of two versions.*Try again/);
      await site.complaints(page); // the browser's own
    });
  }

  test("without the rest of the core a usual model is counted, and another one is no number but a sentence", async () => {
    /** @type {string[]} */
    const away = [];
    const url = await site.variant(async (folder) => {
      const file = await assetOf(folder, /^core_rest-.*\.wasm$/);
      away.push(file);
      await rename(file, `${file}.away`);
    });
    const page = await site.page();
    await page.goto(`${url}?input=10&layers=LSTM(7)`);
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.textContent?.includes("Try again"));
    assert.equal((await look(page)).total, "504");
    await page.goto(`${url}?framework=keras&input=64&timesteps=9&layers=ConvLSTM1D(8, 3)`);
    await assertFallback(page, /core\.wasm, or another one of its files, could not be loaded.*Try again/);
    for (const file of away) await rename(`${file}.away`, file);
    await page.evaluateOn("rnn-params", (element) => {
      const buttons = [...(element.shadowRoot?.querySelectorAll("button") ?? [])];
      buttons.find(({ textContent }) => textContent?.includes("Try again"))?.click();
    });
    await answered(page);
    assert.equal((await look(page)).total, "6,944");
    await site.complaints(page); // the browser's own
  });

  test("without the words of problems a model that has none is counted, and one that has some is a sentence", async () => {
    let file = "";
    const url = await site.variant(async (folder) => {
      file = await assetOf(folder, /^rest-.*\.js$/);
      await rename(file, `${file}.away`);
    });
    const page = await site.page();
    await page.goto(`${url}?input=10&layers=LSTM(7)`);
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.textContent?.includes("Try again"));
    assert.equal((await look(page)).total, "504");
    await page.goto(`${url}?input=10&layers=LSTM(7),LSTM(0)`);
    await assertFallback(page, /another one of its files, could not be loaded.*Try again/);
    await rename(`${file}.away`, file);
    // Firefox remembers of this file, until the page is loaded anew, that it could not be had.
    if (site.engine === "firefox") await page.goto(`${url}?input=10&layers=LSTM(7),LSTM(0)`);
    else
      await page.evaluateOn("rnn-params", (element) => {
        const buttons = [...(element.shadowRoot?.querySelectorAll("button") ?? [])];
        buttons.find(({ textContent }) => textContent?.includes("Try again"))?.click();
      });
    await page.waitFor(() =>
      document.querySelector("rnn-params")?.shadowRoot?.textContent?.includes("A layer needs at least 1 unit."),
    );
    await site.complaints(page); // the browser's own
  });

  test("words that can't be had are said to be missing, and the rest is in English", async () => {
    const url = await site.variant(async (folder) => {
      const file = await assetOf(folder, /^hi-.*\.js$/);
      await rename(file, `${file}.away`);
      const tag =
        '<script type="module" src="./rnn-params.js"></script><rnn-params lang="hi" input="64" layers="LSTM(32)">';
      await writeFile(
        join(folder, "notes.html"),
        `<!doctype html><title>Notes</title><link rel="icon" href="data:,">${tag}`,
      );
    });
    const page = await site.page();
    await page.goto(`${url}?lang=hi`);
    await page.waitFor(() => /words in this language could not be loaded/.test(document.body.textContent ?? ""));
    await answered(page);
    assert.equal((await look(page)).total, "12,416");
    await page.goto(`${url}notes.html`);
    await page.waitFor(() =>
      /words in this language could not be loaded.*Try again.*12,416/s.test(
        document.querySelector("rnn-params")?.shadowRoot?.textContent ?? "",
      ),
    );
    await site.complaints(page); // that the file is not there
  });

  test("a picture and tables that can't be had are said to be missing, and a button tries again", async () => {
    let file = "";
    const url = await site.variant(async (folder) => {
      file = await assetOf(folder, /^supplements-.*\.js$/);
      await rename(file, `${file}.away`);
    });
    const page = await site.page();
    await page.goto(`${url}?input=64&layers=LSTM(32)`);
    await page.waitFor(() =>
      /The picture and the tables could not be loaded\. Try again/.test(
        document.querySelector("rnn-params")?.shadowRoot?.textContent ?? "",
      ),
    );
    assert.match(await reading(page), /12,416/);
    await site.complaints(page); // that the file is not there
    const requests = () =>
      page.evaluate(
        () => performance.getEntriesByType("resource").filter(({ name }) => /supplements-/.test(name)).length,
      );
    const before = await requests();
    for (const [input, total] of /** @type {const} */ ([
      ["10", "5,504"],
      ["1", "4,352"],
    ])) {
      await page.fill(within("#input"), input);
      await page.waitFor(
        (total) => document.querySelector("rnn-params")?.shadowRoot?.textContent?.includes(total) ?? false,
        total,
      );
    }
    assert.match(await reading(page), /could not be loaded. Try again/);
    assert.equal(await requests(), before, "a redraw asks for it again");
    if (site.engine !== "chromium") return; // the others keep a module that failed until the page is loaded anew
    await rename(`${file}.away`, file);
    await clickOn(page, "button", "Try again");
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.querySelector("svg.picture") !== null);
    assert.doesNotMatch(await reading(page), /could not be loaded/);
    await site.complaints(page); // that it was not there either when it was asked for again
  });

  test("a dialog that can't be had is said to be missing", async () => {
    const url = await site.variant(async (folder) => {
      const file = await assetOf(folder, /^embed_dialog-.*\.js$/);
      await rename(file, `${file}.away`);
    });
    const page = await site.page();
    await page.goto(url);
    await answered(page);
    await page.click("header .embed");
    await page.waitFor(() => /What helps to embed this could not be loaded/.test(document.body.textContent ?? ""));
    await site.complaints(page); // that the file is not there
  });
});
