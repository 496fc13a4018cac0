// Tests of two models side by side, and of a size within a budget in a widget: by a link, by the page's own control, by attributes.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { axe } from "./axe.js";
import { clickOn, inEveryBrowser, look, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const keras = "framework=keras&input=64&layers=LSTM(32)";
const pytorch = "framework=pytorch&input=80&layers=GRU(40),Dense(1)";
const link = `?${keras}&vs=${encodeURIComponent(pytorch)}`;

/** What the panel says, once it says that. @param {Page} page @param {string} [part] */
const told = async (page, part = "") => {
  await page.waitFor(
    (part) =>
      (document.querySelector("rnn-params")?.shadowRoot?.querySelector(".versus")?.textContent ?? "")
        .replace(/\s+/g, " ")
        .includes(part),
    part,
  );
  return page.evaluateOn("rnn-params", (element) => {
    const plain = (/** @type {Element} */ one) => one.textContent.replace(/\s+/g, " ").trim();
    const all = (/** @type {string} */ selector) => [...element.shadowRoot.querySelectorAll(`.versus ${selector}`)];
    const sizes = all(".picture").map((picture) => {
      const { width } = picture.getBoundingClientRect();
      return [Math.round(width), picture.viewBox.baseVal.width];
    });
    return {
      sentence: all("[role=status]").map(plain).join(),
      way: all(".way > li").map(plain),
      rows: all("tbody tr").map((row) => [...row.children].map(plain)),
      total: all("tfoot td").map(plain),
      oneScale: new Set(sizes.map(([width, own]) => `${width} ${own}`)).size === 1,
      pictures: sizes.length,
      titled: all(".sides").map(
        (sides) => sides.previousElementSibling.getBoundingClientRect().bottom <= sides.getBoundingClientRect().top,
      ),
      field: all("#vs").map(({ value }) => value)[0] ?? "",
      overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });
};

/** @param {Page} page */
const isClosed = (page) =>
  page.waitFor(() => !document.querySelector("rnn-params")?.shadowRoot?.querySelector(".versus"));

const way = [
  "+128 PyTorch instead of Keras: a second bias, 32 units × 4 matrices = 12,544",
  "−3,136 GRU instead of LSTM: × 3 instead of × 4 = 9,408",
  "+3,312 hidden_size 40 instead of 32 = 12,720",
  "+1,920 input_size 80 instead of 64, 16 × 3 × 40 = 14,640",
  "+41 with Dense(1)",
];

inEveryBrowser((site) => {
  for (const [width, colorScheme] of /** @type {const} */ ([
    [1280, "light"],
    [320, "light"],
    [1280, "dark"],
    [320, "dark"],
  ]))
    test(`a link shows both, ${width} px wide, ${colorScheme}`, async () => {
      const page = await site.open(link, { width, colorScheme });
      const { oneScale, ...seen } = await told(page, "Copy the comparison");
      assert.deepEqual(seen, {
        sentence:
          "LSTM, 64 → 32, as Keras counts: 12,416 parameters. GRU + Linear, 80 → 40 → 1, as PyTorch counts: 14,681, 2,265 more.",
        way,
        rows: [
          ["1 LSTM(32)12,416", "1 GRU(40)14,640", "+2,224"],
          ["", "2 Linear(1)41", ""],
        ],
        total: ["total12,416", "total14,681", "+2,265"],
        pictures: 3,
        titled: [true],
        field: pytorch,
        overflows: false,
      });
      assert.ok(oneScale);
      assert.equal((await look(page)).total, "12,416");
      await page.evaluateOn(within(".versus"), (panel) => panel.scrollIntoView({ block: "start" }));
      if (site.engine === "chromium") assert.deepEqual(await axe(page), []); // one engine is enough
    });

  test("in Hindi", async () => {
    const page = await site.open(`${link}&lang=hi`);
    const { sentence, way: changes } = await told(page, "copy करें");
    assert.match(sentence, /14,681, 2,265 ज़्यादा/);
    assert.equal(changes[1], "−3,136 LSTM की जगह GRU: × 4 की जगह × 3 = 9,408");
  });

  test("the model on screen becomes the second, the form changes the first, and the history leads back", async () => {
    const page = await site.open(`?${keras}`);
    await clickOn(page, "#compare-with", "Compare with another model …");
    assert.match((await told(page, "Both are the same model.")).sentence, /as many/);
    await page.waitFor(() => location.search.includes("vs="));
    if (await page.evaluate(() => document.hasFocus()))
      await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === "vs");
    await page.fill(within("#layer-0-units"), "40");
    // 4 × (64 + 40 + 1) × 40 = 16,800
    const seen = await told(page, "4,384 fewer");
    assert.deepEqual(seen.way, ["−4,384 units 32 instead of 40"]);
    await page.click(within("#framework [value=pytorch]"));
    await told(page, "as PyTorch counts");
    await page.evaluate(() => history.back());
    await told(page, "4,384 fewer");
    await clickOn(page, ".versus button", "Change places");
    await told(page, "4,384 more");
    const { total, search } = await look(page);
    assert.deepEqual([total, new URLSearchParams(search).get("vs")], ["12,416", keras.replace("32", "40")]);
    await page.evaluateOn(within(".versus .panel-head button"), (button) => button.click());
    await isClosed(page);
    assert.doesNotMatch((await look(page)).search, /vs=/);
    await page.evaluate(() => history.back());
    await told(page, "4,384 more");
  });

  test("the second model can be written: layers alone, another link, or one that has a problem", async () => {
    const page = await site.open(link);
    await told(page);
    const enter = (/** @type {string} */ text) =>
      page.evaluateOn(
        within("#vs"),
        (field, text) => {
          field.value = text;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        },
        text,
      );
    await enter("GRU(32)");
    const seen = await told(page, "3,008 fewer"); // 3 × (64 + 32 + 2) × 32 = 9,408
    assert.equal(seen.field, "framework=keras&input=64&layers=GRU(32)");
    await enter("https://example.org/?input=64&layers=RNN(32)&lang=hi");
    assert.equal((await told(page, "9,312 fewer")).field, "input=64&layers=RNN(32)");
    await enter("LTSM(32)");
    assert.match((await told(page, "no total")).sentence, /There is no layer called LTSM here/);
    assert.equal((await look(page)).total, "12,416");
  });

  test("Embed keeps the second model, and a widget shows it without a field", async () => {
    const page = await site.open(link);
    await told(page);
    await page.click("header .embed");
    await page.waitFor(() =>
      Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector("textarea")?.value.includes("vs=")),
    );
    const tag = await page.evaluate(
      () => document.querySelector("embed-dialog")?.shadowRoot?.querySelector("textarea")?.value ?? "",
    );
    assert.match(tag, / vs="framework=pytorch&amp;input=80&amp;layers=GRU\(40\),Dense\(1\)"/);
  });

  test("attributes: a second model, and a size within a budget", async () => {
    const url = await site.variant((folder) =>
      writeFile(
        join(folder, "notes.html"),
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">
<script type="module" src="./rnn-params.js"></script><main><h1>Notes</h1>
<rnn-params framework="keras" input="64" layers="LSTM(32)" vs="${pytorch.replaceAll("&", "&amp;")}"></rnn-params>
<rnn-params framework="keras" input="300" layers="LSTM(?)" budget="1000000"></rnn-params></main>`,
      ),
    );
    const page = await site.page({ width: 640 });
    await page.goto(`${url}notes.html`);
    const seen = await told(page, "2,265 more");
    assert.deepEqual([seen.way, seen.field, seen.overflows], [way, "", false]);
    await page.waitFor(() =>
      (
        document.querySelectorAll("rnn-params")[1]?.shadowRoot?.querySelector(".budget .found")?.textContent ?? ""
      ).includes("units 371: 997,248 parameters, 2,752 left. 372 would be 1,001,424."),
    );
    await page.evaluate(() => document.querySelectorAll("rnn-params")[1].setAttribute("budget", "100000"));
    await page.waitFor(() =>
      (
        document.querySelectorAll("rnn-params")[1]?.shadowRoot?.querySelector(".budget .found")?.textContent ?? ""
      ).includes("units 67: 98,624"),
    );
    if (site.engine === "chromium") assert.deepEqual(await axe(page), []);
  });

  test("a question by a ? that was closed can be opened again", async () => {
    const page = await site.open("?framework=keras&input=300&layers=LSTM(?)&budget=1000000");
    const isOpen = () =>
      page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".budget .found")));
    await isOpen();
    await page.evaluateOn(within(".budget .panel-head button"), (button) => button.click());
    await page.waitFor(() => !document.querySelector("rnn-params")?.shadowRoot?.querySelector(".budget"));
    await clickOn(page, "button", "Largest size within a budget …");
    await isOpen();
  });
});
