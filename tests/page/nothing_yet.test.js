// Tests of a page whose layers can't be read: it is never empty, says what is in the way, and offers a beginning.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOn, inEveryBrowser, look, reading, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const texts = {
  "pasted code": "model = Sequential()\nmodel.add(LSTM(32, input_shape=(10, 64)))\nmodel.add(Dense(1))",
  "code of PyTorch": "self.lstm = nn.LSTM(64, 32, num_layers=2)\nself.fc = nn.Linear(32, 1)",
  "a trailing comma": "LSTM(32),",
  "a newline for a comma": "LSTM(32)\nGRU(16)",
  "brackets of a list": "[LSTM(32), GRU(16)]",
  "a comment": "LSTM(32), # the first\nGRU(16) // the second",
  "nothing at all": "",
  spaces: "  ",
  "an unknown layer": "Foo(32)",
  "a number": "12416",
  brackets: "(((",
  "a question": "how many?",
};

/** What stands in the main column, buttons that copy aside. @param {Page} page */
const main = (page) =>
  page.evaluateOn(within(".derivation"), (column) => {
    const parts = [...column.querySelectorAll(".nothing-yet, .whole, .note, .layer")].filter((part) =>
      part.checkVisibility(),
    );
    return parts.map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(" ");
  });

inEveryBrowser((site) => {
  for (const [width, height] of [
    [360, 640],
    [1280, 720],
  ])
    for (const [name, layers] of Object.entries(texts)) {
      test(`${name}: the page is not empty at ${width}`, async () => {
        const page = await site.open(`?input=64&layers=${encodeURIComponent(layers)}`, { width, height });
        const said = await main(page);
        assert.ok(said.length > 60, said);
        const { wrong, asks, total } = await look(page);
        if (total !== "—") return;
        if (!said.startsWith("Nothing can be counted yet")) return assert.match(said, /Layer 1|Four weight matrices/);
        const [problem] = [...wrong, ...asks];
        const sentence = /** @type {string} */ (problem.match(/^[^.?]+[.?]/)?.[0]);
        assert.ok(said.includes(sentence), `${sentence}\nis not in\n${said}`);
        await clickOn(page, ".nothing-yet button", "Start from LSTM(32)");
        assert.deepEqual(
          [(await look(page)).total, await page.evaluate(() => location.search)],
          ["12,416", "?input=64&layers=LSTM(32)"],
        );
        await page.back();
        await page.waitFor(() =>
          Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".nothing-yet")),
        );
        await clickOn(page, ".nothing-yet a", "GRU");
        assert.equal((await look(page)).total, "9,312");
      });
    }

  test("what can be read is told", async () => {
    const page = await site.open("?input=64&layers=LSTM(32),");
    assert.match(await main(page), /Four weight matrices.*One matrix.*3,104/);
  });

  test("in Hindi, too, and with a framework that is none", async () => {
    const page = await site.open("?lang=hi&input=64&layers=LSTM(32");
    assert.match(await main(page), /अभी कुछ गिना नहीं जा सकता|weight matrices/);
    const other = await site.open("?lang=hi&layers=");
    assert.match(await main(other), /अभी कुछ गिना नहीं जा सकता.*LSTM\(32\) से शुरू करें/);
    const unknown = await site.open("?framework=tensorfow&input=64&layers=LSTM(32)");
    assert.match(await main(unknown), /Nothing can be counted yet.*tensorfow/);
    assert.match(await reading(unknown), /Which framework counts\?/);
  });
});
