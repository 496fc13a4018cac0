// Tests of what is printed: the derivation whole, on few sheets, and an exercise as a worksheet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useTestFonts } from "./fonts.js";
import { inEveryBrowser, link, within } from "./site.js";

/** @import { Page } from "./page.js" */

/** What a browser leaves around it, in millimetres. */
const margin = 10;
const papers = { A4: [210, 297], Letter: [215.9, 279.4] };
const pixels = (/** @type {number} */ millimetres) => Math.floor((millimetres * 96) / 25.4);

const one = "framework=keras&input=64&layers=LSTM(32)";
const two = "framework=keras&input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))";

/** What stands below what is presented. @param {Page} page */
const below = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const root = element.shadowRoot;
    const steps = [...root.querySelectorAll(".layout .step")].map((one) => one.textContent.replace(/\s+/g, " ").trim());
    const total = root.querySelector(".layout .total b").textContent;
    const rest = root.querySelector(".layout .rest").textContent;
    return {
      steps: steps.length,
      last: /= 12,416/.test(steps.at(-1)),
      total,
      drawn: root.querySelector(".layout .drawing .picture") !== null,
      compared: /PyTorch/.test(rest),
      presented: element.present,
      shown: root.querySelectorAll(".stage .step").length,
      modal: root.querySelector("dialog.presenter")?.matches(":modal"),
    };
  });

inEveryBrowser((site) => {
  test("what is presented is printed whole, and goes on where it was", async () => {
    const page = await site.open(link(`${one}&present=2`));
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".stage .step")));
    const before = await below(page);
    const stays = { presented: "2", shown: 2, modal: true };
    assert.deepEqual({ ...before, ...stays }, before, "it is presented");
    const address = await page.evaluate(() => location.href);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.deepEqual(await below(page), {
      ...{ steps: 4, last: true, total: "12,416", drawn: true, compared: true },
      ...stays,
    });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.deepEqual(await below(page), before);
    assert.equal(await page.evaluate(() => location.href), address);
    await page.press("n");
    assert.equal((await below(page)).shown, 3);
  });

  test("what is left blank stays so in print, while it is presented, too", async () => {
    const page = await site.open(link(`${one}&fade=1&present=2`));
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".stage .step")));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const { steps, total, last } = await below(page);
    assert.deepEqual({ steps, total, last }, { steps: 4, total: "?", last: false });
  });

  const only = { skip: site.engine !== "chromium" && "only Chromium is told that it prints" };

  for (const [paper, [wide, high]] of Object.entries(papers)) {
    const size = {
      width: pixels(wide - 2 * margin),
      height: pixels(high - 2 * margin),
      media: /** @type {const} */ ("print"),
    };
    for (const [what, search, sheets] of /** @type {const} */ ([
      ["one LSTM", one, 1],
      ["one LSTM in Hindi", `${one}&lang=hi`, 1],
      ["an LSTM of PyTorch", one.replace("keras", "pytorch"), 1],
      ["a GRU", "framework=keras&input=64&layers=GRU(32)", 1],
      ["an exercise of two layers", `${two}&exercise=ideas`, 1],
    ]))
      test(`${what}: ${sheets} sheet of ${paper}`, only, async () => {
        const page = await site.open(link(search), size);
        await useTestFonts(page);
        await page.waitFor(() => {
          const root = document.querySelector("rnn-params")?.shadowRoot;
          return Boolean(root?.querySelector(".drawing .picture, .exercise-screen"));
        });
        const long = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
        assert.ok(long <= sheets * size.height, `${long} of ${sheets * size.height} pixels`);
      });
  }

  test("an exercise: name and date, blanks, room for what is worked out; no control, no answer", only, async () => {
    const page = await site.open(link(`${two}&exercise=ideas`), { width: 718, height: 1000, media: "print" });
    const seen = await page.evaluateOn(within(".exercise-screen"), (screen) => {
      const shown = [...screen.querySelectorAll("*")].filter((one) => one.checkVisibility());
      const roomy = [...screen.querySelectorAll(".side:last-child:has(> .piece > .missing)")];
      return {
        head: screen.querySelector(".on-paper").innerText.replace(/\s+/g, " ").trim(),
        controls: shown.filter((one) => one.matches("button, summary, a")).length,
        blanks: shown.filter((one) => one.matches("input")).map((one) => one.value),
        rooms: roomy.map((one) => /…/.test(getComputedStyle(one, "::after").content)),
        text: screen.innerText,
      };
    });
    assert.equal(seen.head, "Name: Date:");
    assert.equal(seen.controls, 0);
    assert.deepEqual([...new Set(seen.blanks)], [""]);
    assert.ok(seen.blanks.length >= 9, `${seen.blanks.length}`);
    assert.ok(seen.rooms.length >= 6 && seen.rooms.every(Boolean), `${seen.rooms}`);
    assert.doesNotMatch(seen.text, /1,008|1,232|2,240|\b(14|18|22|126|154|504|616)\b/);
  });
});
