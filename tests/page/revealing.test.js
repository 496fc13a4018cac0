// Tests of the steps one by one: by button, by tap, by the keys n and p; nothing tells what is still to come.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { answered, clickOn, inEveryBrowser, link, look, reading, within } from "./site.js";

/** @import { Page } from "./page.js" */

/** The titles of the steps in view. @param {Page} page */
const titles = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const all = [...element.shadowRoot.querySelectorAll(".step-title")];
    return all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent.trim());
  });

const four = ["Four weight matrices", "What each unit reads", "One matrix", "All four"];

const notes = (/** @type {string} */ attributes) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Course notes</title>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="./notes.css" />
  <p class="much">What an LSTM is.</p>
  <rnn-params framework="keras" input="10" layers="LSTM(7), LSTM(7), GRU(3)" ${attributes}></rnn-params>
  <p class="much">What a GRU is.</p>
  <script type="module" src="./rnn-params.js"></script>
</html>
`;

inEveryBrowser((site) => {
  let url = "";
  before(async () => {
    url = await site.variant(async (folder) => {
      await writeFile(join(folder, "notes.css"), ".much { min-height: 900px }");
      await writeFile(join(folder, "whole.html"), notes('controls="all"'));
      await writeFile(join(folder, "widget.html"), notes(""));
    });
  });

  test("all steps at first; then one by one, back, on to the end", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    assert.deepEqual(await titles(page), four);
    await clickOn(page, "button", "Steps one by one");
    assert.deepEqual(await titles(page), four.slice(0, 1));
    await clickOn(page, "button", "Next step");
    await clickOn(page, "button", "Next step");
    assert.deepEqual(await titles(page), four.slice(0, 3));
    await clickOn(page, "button", "Previous step");
    assert.deepEqual(await titles(page), four.slice(0, 2));
    await clickOn(page, "button", "All steps");
    assert.deepEqual(await titles(page), four);
    const focused = await page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.id);
    assert.equal(focused, "one-by-one", "the focus is not lost");
    assert.match(await reading(page), /PyTorch prints 12,544/);
  });

  test("nothing tells what is still to come, until the last step stands there", async () => {
    for (const [query, secrets, count] of /** @type {const} */ ([
      ["input=64&layers=LSTM(32)", ["12,416", "12,544"], 4],
      ["input=10&layers=LSTM(7), LSTM(7)", ["924", "980"], 10],
      ["input=64&layers=LSTM(32, num_layers=12)", ["103,936"], 10],
    ])) {
      const page = await site.open(link(`${query}&open=tensors,frameworks,code`));
      const told = () =>
        page.evaluateOn("rnn-params", async (element) => {
          await element.updateComplete;
          const names = [...element.shadowRoot.querySelectorAll("[aria-label], [title]")]
            .filter((one) => one.checkVisibility({ visibilityProperty: true }))
            .map((one) => `${one.getAttribute("aria-label")} ${one.getAttribute("title")}`);
          const chosen = [...element.shadowRoot.querySelectorAll("option, svg title")].map((one) => one.textContent);
          const live = element.shadowRoot.querySelector("[aria-live]").textContent;
          return [document.title, live, ...names, ...chosen].join("\n");
        });
      await page.waitFor(
        () => document.querySelector("rnn-params")?.shadowRoot?.querySelector("[aria-live]")?.textContent !== "",
      );
      for (const secret of secrets)
        assert.ok(`${await reading(page)} ${await told()}`.includes(secret), `${secret} is told at first`);
      await clickOn(page, "button", "Steps one by one");
      for (let step = 1; step < count; step++) {
        const all = `${await reading(page)} ${await told()}`;
        for (const secret of secrets) assert.ok(!all.includes(secret), `${secret} is told with step ${step}: ${query}`);
        assert.equal((await look(page)).total, "?");
        await clickOn(page, "button", "Next step");
      }
      const { total, title } = await look(page);
      assert.ok(title.includes(total) && total !== "?", title);
      assert.ok((await reading(page)).includes(secrets[0]));
      await clickOn(page, "button", "Previous step");
      assert.equal((await look(page)).total, "?");
    }
  });

  test("n and p act where nothing has the focus, or what has it is no field", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7), LSTM(7)"));
    const all = await titles(page);
    await page.press("n");
    assert.deepEqual(await titles(page), all.slice(0, 1), "on a page that was just opened");
    for (const where of ["header .embed", within("#next-step"), "footer summary"]) {
      await page.focus(where);
      await page.press("n");
      assert.deepEqual(await titles(page), all.slice(0, 2), where);
      await page.press("p");
      assert.deepEqual(await titles(page), all.slice(0, 1), where);
    }
    for (let shown = 2; shown <= all.length; shown++) {
      await page.press("n");
      assert.deepEqual(await titles(page), all.slice(0, shown));
    }
    await page.press("n");
    assert.deepEqual(await titles(page), all, "behind the last one all of them stand there");
    await page.press("p");
    await page.press("p");
    assert.deepEqual(await titles(page), all.slice(0, all.length - 2));
    for (const where of [within("#input"), within("#layer-0"), "#theme"]) {
      await page.focus(where);
      await page.press("p");
      assert.deepEqual(await titles(page), all.slice(0, all.length - 2), `a letter in ${where}`);
    }
    await page.focus("header .embed");
    await page.press("Enter");
    await page.waitFor(() => Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector("[open]")));
    await page.press("n");
    assert.deepEqual(await titles(page), all.slice(0, all.length - 2), "behind the dialog");
  });

  test("a letter in a field of a size takes no number away while the steps are shown one by one", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    await page.focus("header .embed");
    for (let step = 0; step < 4; step++) await page.press("n");
    for (const id of ["input", "layer-0-units"]) {
      await page.focus(within(`#${id}`));
      await page.type("n");
      const { fields, total, red } = await look(page);
      assert.deepEqual([fields.input, fields["layer-0-units"], total, red], ["64", "32", "12,416", []]);
      assert.match(await reading(page), /Digits only\. The keys n and p work outside the fields\./);
    }
    await page.focus(within("#input"));
    await page.press("End");
    await page.type("0");
    assert.doesNotMatch(await reading(page), /Digits only/);
    assert.equal((await look(page)).fields.input, "640");
    await page.type("n");
    await page.press("Tab");
    assert.doesNotMatch(await reading(page), /Digits only/, "it is left");
    await clickOn(page, "button", "All steps");
    await page.fill(within("#input"), "64n");
    assert.deepEqual(
      [(await look(page)).fields.input, (await look(page)).red],
      ["64n", ["input"]],
      "else it is told as ever",
    );
  });

  test("in a page of notes n and p are the page's, where the focus is not within", async () => {
    const page = await site.page();
    await page.goto(`${url}widget.html`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest .why")));
    const all = await titles(page);
    await page.press("n");
    assert.deepEqual(await titles(page), all);
    await page.focus(within(".open"));
    await page.press("n");
    assert.deepEqual(await titles(page), all.slice(0, 1));
    assert.doesNotMatch(await reading(page), /1,032|1,023/, "neither the total nor another framework's");
  });

  for (const [what, address, begin] of /** @type {const} */ ([
    ["the page", "", "button"],
    ["a page of notes", "whole.html", "button"],
    ["a widget in a page of notes", "widget.html", "key"],
  ])) {
    test(`the same place, tapped again and again, leads to the end: ${what}`, async () => {
      const page = await site.page({ width: 360, height: 740 });
      await page.goto(
        address === ""
          ? `${site.url}${link("framework=keras&input=10&layers=LSTM(7), LSTM(7), GRU(3)")}`
          : url + address,
      );
      if (address !== "widget.html") await answered(page);
      else
        await page.waitFor(() =>
          Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest .why")),
        );
      const all = await titles(page);
      if (begin === "button") await clickOn(page, "button", "Steps one by one");
      else {
        await page.focus(within(".open"));
        await page.press("n");
      }
      /** Where "Next step" is, and what of the newest step is in view and not below the bar. */
      const seen = () =>
        page.evaluateOn("rnn-params", async (element) => {
          await element.updateComplete;
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const root = element.shadowRoot;
          const { x, y, width, height } = root.querySelector("#next-step").getBoundingClientRect();
          const bar = root.querySelector(".pace-bar").getBoundingClientRect();
          const newest = root.querySelector("[data-newest]").getBoundingClientRect();
          return {
            x: x + width / 2,
            y: y + height / 2,
            inView: bar.top > 0 && bar.bottom <= innerHeight + 1,
            covered: newest.bottom > bar.top + 1,
            out: newest.bottom <= 0,
          };
        });
      const { x, y, inView } = await seen();
      assert.ok(inView, "in view from the beginning");
      for (let step = 1; step <= all.length; step++) {
        assert.deepEqual(await titles(page), all.slice(0, step));
        const now = await seen();
        assert.deepEqual([now.inView, now.covered, now.out], [true, false, false], `step ${step}`);
        assert.ok(
          Math.abs(now.x - x) < 2 && Math.abs(now.y - y) < 2,
          `step ${step}: ${now.x}, ${now.y}, not ${x}, ${y}`,
        );
        await page.tap(x, y);
      }
      assert.deepEqual(await titles(page), all, "a tap too many does nothing");
      assert.equal(await page.evaluateOn(within(".total b"), (total) => total.textContent), "1,032");
    });
  }
});
