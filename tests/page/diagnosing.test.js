// Tests of "Got another number?": how a number comes about is told below the total, with the wrong place marked; links keep it, and the page
// around hears of it.
import assert from "node:assert/strict";
import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { axe } from "./axe.js";
import { inEveryBrowser, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** The worked examples of what people get, with where the wrong formula differs and what belongs there. */
const worked = /** @type {[query: string, got: string, said: RegExp, marked: string[]][]} */ ([
  [
    "framework=keras&input=64&layers=GRU(32)",
    "9312",
    /one bias vector for each matrix.*9,312 is right for the notes/s,
    ["1 → 2"],
  ],
  ["framework=notes&input=10&layers=LSTM(7)", "378", /three weight matrices.*3 gates and 1 candidate.*GRU/s, ["3 → 4"]],
  [
    "framework=notes&input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
    "1848",
    /layer 2 reads 7 numbers.*7 \+ 7 = 14/s,
    ["7 → 14"],
  ],
  [
    "framework=pytorch&input=64&layers=LSTM(32)",
    "12416",
    /one bias vector.*12,416 is right for the notes, Keras/s,
    ["1 → 2"],
  ],
  [
    "framework=keras&input=4096&timesteps=16&layers=LSTM(256)",
    "17246978048",
    /16 time steps.*multiplied by the 256 units/s,
    [],
  ],
  ["framework=keras&input=1&layers=SimpleRNN(50)", "150", /only its own value of the step before/, []],
  [
    "framework=pytorch&input=32&layers=LSTM(128, num_layers=2, bidirectional=true)",
    "430080",
    /layer 2 reads 128 numbers.*128 \+ 128 = 256/s,
    ["128 → 256"],
  ],
  ["framework=keras&input=6&layers=LSTM(64),Dense(7)", "55895", /trained with Adam: 18,631, 2 × 18,631/, []],
]);

/** @param {Page} page */
const told = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const panel = element.shadowRoot.querySelector(".told .diagnosis");
    const plain = (/** @type {Element | null | undefined} */ one) =>
      (one?.textContent ?? "").replace(/\s+/g, " ").trim();
    return {
      all: plain(panel),
      marked: [...(panel?.querySelectorAll(".slip") ?? [])].map(
        (slip) =>
          `${plain(slip.querySelector("mark"))} → ${plain(slip.querySelector(".belongs > :last-child:not(.visually-hidden)"))}`,
      ),
      value: plain(panel?.querySelector(".wrong-formula .value")),
      overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      /** As wide as the column that it stands in. */
      wide: panel?.getBoundingClientRect().width === panel?.closest(".asides").getBoundingClientRect().width,
    };
  });

/** @param {Page} page */
const there = (page) =>
  page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".told .diagnosis")));

inEveryBrowser((site) => {
  for (const width of [320, 1280]) {
    test(`the worked examples are told from a link, ${width} px wide, in both languages`, async () => {
      const page = await site.page({ width });
      for (const [query, got, said, marked] of worked) {
        await page.goto(`${site.url}?${query}&got=${got}`);
        await there(page);
        const { all, ...seen } = await told(page);
        assert.match(all, said, query);
        assert.match(all, new RegExp(`^${BigInt(got).toLocaleString("en")} is not this model’s count`));
        for (const one of marked) assert.ok(seen.marked.includes(one), `${query}: ${seen.marked}`);
        assert.ok(["", BigInt(got).toLocaleString("en")].includes(seen.value.replace(/,/g, ",")), seen.value);
        assert.deepEqual([seen.overflows, seen.wide], [false, true], query);
        await page.goto(`${site.url}?${query}&got=${got}&lang=hi`);
        await there(page);
        const hindi = await told(page);
        assert.match(hindi.all, /^इस model की गिनती/);
        assert.deepEqual(hindi.marked, seen.marked);
      }
    });
  }

  test("what is typed is told at once, the address keeps it when it is entered, and the page around hears of it", async () => {
    const page = await site.open("?input=64&layers=LSTM(32)");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#got")));
    await page.evaluate(() => {
      const heard = /** @type {any} */ (globalThis);
      heard.answers = [];
      addEventListener("rnn-params-answer", (event) => heard.answers.push(/** @type {CustomEvent} */ (event).detail));
    });
    const heard = () => page.evaluate(() => /** @type {any} */ (globalThis).answers);
    await page.fill(within("#got"), "12,288");
    await there(page);
    assert.match((await told(page)).all, /without the recurrent layer’s biases/);
    await page.press("Enter");
    await page.waitFor(() => location.search.includes("got=12%2C288"));
    assert.deepEqual(await heard(), [
      {
        query: "input=64&layers=LSTM(32)",
        number: "12,288",
        total: "12416",
        right: false,
        ids: ["no_bias"],
        findings: [{ ids: ["no_bias"], strength: "sure" }],
      },
    ]);
    await page.fill(within("#got"), "12416");
    await page.press("Enter");
    await page.waitFor(() => location.search.includes("got=12416"));
    assert.match((await told(page)).all, /^12,416 is right for the notes|^12,416 is right for Keras/);
    assert.equal((await heard()).at(-1).right, true);
    await page.click(within(".told .diagnosis .tool"));
    await page.waitFor(() => !location.search.includes("got="));
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.id),
      "got",
      "the focus is not lost",
    );
  });

  test("what is no number, or nothing known gives, is said; another model is looked at anew", async () => {
    const page = await site.open("?input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))&got=many");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".got-problem")));
    await page.fill(within("#got"), "1850");
    await there(page);
    assert.match((await told(page)).all, /Nothing we know gives 1,850\. Nearest: 1,848/);
    await page.fill(within("#got"), "१,८४८");
    await page.waitFor(() =>
      document.querySelector("rnn-params")?.shadowRoot?.querySelector(".diagnosis")?.textContent?.includes("layer 2"),
    );
    await page.fill(within("#input"), "11");
    await page.waitFor(() =>
      document.querySelector("rnn-params")?.shadowRoot?.querySelector(".diagnosis")?.textContent?.includes("2,296"),
    );
  });

  test("the wrong place lights up where it belongs, and the step is one click away", async () => {
    const page = await site.open("?input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))&got=1848");
    await there(page);
    await page.evaluateOn(within(".slip .belongs [data-ref]"), (number) =>
      number.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse" })),
    );
    await page.waitFor(
      () => (document.querySelector("rnn-params")?.shadowRoot?.querySelectorAll(".step [data-lit]").length ?? 0) > 0,
    );
    await page.click(within(".diagnosis .as-link"));
    await page.waitFor(() => {
      const focused = document.querySelector("rnn-params")?.shadowRoot?.activeElement;
      return focused?.matches(".step-title") && focused.closest("[data-layer]")?.getAttribute("data-layer") === "1";
    });
    await page.goto(`${site.url}?framework=keras&input=64&layers=GRU(32)&got=9312`);
    await there(page);
    await page.click(within(".diagnosis .as-link"));
    await page.waitFor(() =>
      document.querySelector("rnn-params")?.shadowRoot?.activeElement?.textContent?.includes("What each unit reads"),
    );
  });

  test("a row of a printed table that its layer does not have says how it comes about", async () => {
    const page = await site.open("");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#ask")));
    const table = ` Layer (type)                Output Shape              Param #
=================================================================
 embedding (Embedding)       (None, 10, 64)            64000
 gru (GRU)                   (None, 32)                6336
 dense (Dense)               (None, 1)                 33
=================================================================
Total params: 70,369`;
    await page.evaluateOn(
      within("#ask"),
      (area, text) => {
        area.value = text;
        area.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      },
      table,
    );
    await page.waitFor(() =>
      /units read nothing of the step before/.test(
        document.querySelector("rnn-params")?.shadowRoot?.querySelector(".what-was-read")?.textContent ?? "",
      ),
    );
  });

  test("a figure tells of its number, an exercise gives nothing away", async () => {
    const url = await site.variant((folder) =>
      writeFile(
        join(folder, "notes.html"),
        `<!doctype html><title>Notes</title><link rel="icon" href="data:,"><script type="module" src="./rnn-params.js"></script>
        <rnn-params input="64" layers="LSTM(32)" got="12288"></rnn-params><rnn-params id="plain" input="64" layers="LSTM(32)"></rnn-params>`,
      ),
    );
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".diagnosis")));
    assert.equal(
      await page.evaluateOn("#plain", (element) => Boolean(element.shadowRoot.querySelector("#got"))),
      false,
      "a widget has the field only where it is asked for",
    );
    await page.goto(`${site.url}?input=64&layers=LSTM(32)&fade=all&got=12288`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest")));
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => Boolean(element.shadowRoot.querySelector(".diagnosis, #got"))),
      false,
    );
  });

  test("where what finds it cannot be had, that is said, and it can be tried again", async () => {
    /** @type {string[]} */
    const away = [];
    const url = await site.variant(async (folder) => {
      for (const name of await readdir(join(folder, "assets"))) {
        if (!/^questions-.*\.wasm$/.test(name)) continue;
        away.push(join(folder, "assets", name));
        await rename(away[0], `${away[0]}.away`);
      }
    });
    const page = await site.page();
    await page.goto(`${url}?input=64&layers=LSTM(32)&got=12288`);
    await page.waitFor(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".told .failure button")),
    );
    await rename(`${away[0]}.away`, away[0]);
    await page.click(within(".told .failure button"));
    await there(page);
    await site.complaints(page); // the browser's own
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in it, ${colorScheme}`, {
      skip: site.engine !== "chromium" && "one engine is enough",
    }, async () => {
      const page = await site.page({ colorScheme, width: 900 });
      await page.goto(`${site.url}?input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))&got=1848`);
      await there(page);
      assert.deepEqual(await axe(page), []);
    });
  }
});
