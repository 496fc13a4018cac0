// Tests of many layers: equal ones fold into a line, and a thousand open and answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOn, grouped, inEveryBrowser, look, reading, within } from "./site.js";

inEveryBrowser((site) => {
  test("twelve stacked layers: two in full, the others in one line, one row in the form", async () => {
    const page = await site.open("?input=64&layers=LSTM(32,+num_layers=12)");
    const seen = await look(page);
    assert.equal(seen.total, "103,936");
    const text = await reading(page);
    assert.ok(text.includes("12 LSTM layers"), text);
    assert.ok(text.includes("Layers 3 to 12: as layer 2, 10 × 8,320 = 83,200"), text);
    assert.ok(text.includes("= 12,416 + 8,320 + 83,200 = 103,936"), text);
    assert.ok(text.includes("12 stacked layers"), text);
    const rows = await page.evaluateOn(
      "rnn-params",
      (element) => element.shadowRoot.querySelectorAll("#layer-0, #layer-1").length,
    );
    assert.equal(rows, 1);
    await page.fill(within("#layer-0-units"), "7");
    assert.equal((await look(page)).total, grouped(4 * (7 + 64 + 1) * 7 + 11 * 4 * (7 + 7 + 1) * 7));
    assert.equal((await look(page)).search, "?input=64&layers=LSTM(7,+num_layers=12)");
  });

  test("above 20 different layers the rest is one line with a button", async () => {
    const layers = Array.from({ length: 25 }, (_, i) => `LSTM(${i + 1})`).join(",");
    const page = await site.open(`?input=64&layers=${layers}`);
    assert.doesNotMatch(await reading(page), /Layer 21: LSTM/);
    await clickOn(page, "button", "Show 5 more blocks of layers");
    assert.match(await reading(page), /Layer 25: LSTM, 24 → 25/);
    await clickOn(page, "button", "Show 15 more layers");
    assert.equal((await look(page)).fields["layer-24-units"], "25");
  });

  for (const [name, layers] of [
    ["stacked", "LSTM(32,+num_layers=1000)"],
    ["written out", Array(500).fill("LSTM(32),GRU(32)").join(",")],
  ]) {
    test(`1,000 layers ${name} open and answer to a key`, async () => {
      const page = await site.open(`?input=64&layers=${layers}`);
      const before = await look(page);
      assert.equal(before.total, grouped(12416 + (name === "written out" ? 500 * 6240 + 499 * 8320 : 999 * 8320)));
      await page.evaluateOn(within("#input"), async (field) => {
        const { host } = field.getRootNode();
        field.value = "65";
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        await host.updateComplete;
      });
      assert.equal((await look(page)).total, grouped(BigInt(before.total.replaceAll(",", "")) + 128n));
    });
  }
});
