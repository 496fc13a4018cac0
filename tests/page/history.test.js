// Tests of the address and the history: a decision is a step back, a key is not, and what is not the model's stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOn, inEveryBrowser, look, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** What a reader decides, from two LSTM layers on: the total and the address afterwards. */
const decisions = /** @type {[name: string, act: (page: Page) => Promise<void>, total: string, search: string][]} */ ([
  ["an example", (page) => clickOn(page, "a", "GRU"), "9,312", "?input=64&layers=GRU(32)"],
  [
    "a framework",
    (page) => page.click(within("#framework [value=pytorch]")),
    "980",
    "?framework=pytorch&input=10&layers=LSTM(7),+LSTM(7)",
  ],
  [
    "a cell",
    async (page) => {
      await page.focus(within("#layer-0"));
      await page.press("ArrowDown");
    },
    "798",
    "?input=10&layers=GRU(7),+LSTM(7)",
  ],
  ["one more layer", (page) => page.click(within(".add")), "1,344", "?input=10&layers=LSTM(7),+LSTM(7),+LSTM(7)"],
  ["one layer less", (page) => page.click(within("[aria-label='Remove layer 2']")), "504", "?input=10&layers=LSTM(7)"],
  [
    "both directions",
    (page) => page.click(within("#layer-0-bidirectional")),
    "1,624",
    "?input=10&layers=Bidirectional(LSTM(7)),+LSTM(7)",
  ],
  ["another cell below the steps", (page) => clickOn(page, "a", "693"), "693", "?input=10&layers=GRU(7),+GRU(7)"],
]);

/**
 * Waits until the history has brought another address.
 * @param {Page} page
 * @param {string} search
 */
async function arrived(page, search) {
  await page.waitFor((wanted) => location.search === wanted, search);
}

inEveryBrowser((site) => {
  const start = "?input=10&layers=LSTM(7),+LSTM(7)";

  for (const [name, act, total, search] of decisions) {
    test(`${name} is one step, there and back`, async () => {
      const page = await site.open(start);
      const before = await look(page);
      assert.equal(before.total, "924");
      await act(page);
      const seen = await look(page);
      assert.deepEqual([seen.total, seen.search, seen.entries], [total, search, before.entries + 1]);
      await page.back();
      await arrived(page, start);
      assert.deepEqual(await look(page), { ...before, entries: seen.entries });
      await page.evaluate(() => history.forward());
      await arrived(page, search);
      assert.deepEqual(await look(page), seen);
    });
  }

  test("keys, arrow keys and the buttons beside a field are no steps; back leads before them all", async () => {
    const page = await site.open("");
    await clickOn(page, "a", "Bidirectional");
    const before = await look(page);
    await page.fill(within("#input"), "128");
    await page.press("ArrowUp");
    await page.click(within("button[aria-label='num_units: one more']"));
    const seen = await look(page);
    assert.equal(seen.entries, before.entries);
    assert.equal(seen.search, "?input=129&layers=Bidirectional(LSTM(33))");
    await page.back();
    await page.waitFor(() => !location.search.includes("129"));
    assert.deepEqual([(await look(page)).total, (await look(page)).search], ["12,416", ""]);
  });

  test("what in the address is not the model's stays there", async () => {
    const page = await site.open("?lang=hi&input=64&x=%C3%A9+1&layers=LSTM(32)&y");
    await page.fill(within("#input"), "10");
    assert.equal((await look(page)).search, "?input=10&layers=LSTM(32)&lang=hi&x=%C3%A9+1&y");
    await page.click(within("#framework [value=keras]"));
    assert.equal((await look(page)).search, "?framework=keras&input=10&layers=LSTM(32)&lang=hi&x=%C3%A9+1&y");
    await clickOn(page, "a", "GRU");
    const { search, total } = await look(page);
    assert.equal(search, "?framework=keras&input=64&layers=GRU(32)&lang=hi&x=%C3%A9+1&y");
    assert.equal(total, "9,408");
  });

  test("keys of others alone are a first visit", async () => {
    const page = await site.open("?lang=hi&utm_source=notes");
    assert.equal((await look(page)).total, "12,416");
  });

  test("the synonyms of the input in a link", async () => {
    for (const key of ["input_dim", "input_size", "input_units"]) {
      const page = await site.open(`?${key}=10&layers=LSTM(7)`);
      const seen = await look(page);
      assert.deepEqual([seen.total, seen.fields.input], ["504", "10"], key);
      await page.fill(within("#input"), "11");
      assert.equal((await look(page)).search, "?input=11&layers=LSTM(7)");
    }
  });

  test("an emptied form is not a first visit", async () => {
    const page = await site.open("?input=10&layers=LSTM(7)");
    await page.fill(within("#input"), "");
    await page.fill(within("#layer-0-units"), "");
    const { search } = await look(page);
    const seen = await look(await site.open(search));
    assert.deepEqual([seen.total, seen.fields.input], ["—", ""]);
  });
});
