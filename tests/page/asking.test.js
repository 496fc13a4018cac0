// Tests of the box at the top: what a reader pastes is read, told line by line, and is the model on screen; it stays on this computer.
import assert from "node:assert/strict";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { axe } from "./axe.js";
import { answered, clickOn, dist, inEveryBrowser, look, reading, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const keras = `model = Sequential()
model.add(LSTM(32, return_sequences=True, input_shape=(10, 64)))
model.add(Dropout(0.2))
model.add(LSTM(16))
model.add(Dense(1, activation='sigmoid'))`;

const open = `embedding_dim = 64
model.add(Embedding(vocab_size, embedding_dim, input_length=100))
model.add(Bidirectional(LSTM(embedding_dim)))
model.add(Dense(embedding_dim // 2, activation='relu'))  # head
model.add(Dense(1))`;

const summary = ` Layer (type)                Output Shape              Param #
=================================================================
 bidirectional (Bidirectiona  (None, 30, 128)          38400
 l)
 lstm_1 (LSTM)               (None, 64)                49408
 dense (Dense)               (None, 3)                 195
=================================================================
Total params: 88,003 (343.76 KB)`;

/** Code that leaves something open, and a table that does. */
const texts = [
  { text: `import keras\nx = MDN(5)\n${open}`, head: "Read as Keras code" },
  { text: summary, head: "Read as a summary of Keras" },
];

const box = within("#ask");

/**
 * Puts a text into the box as the clipboard does.
 * @param {Page} page
 * @param {string} text
 */
async function paste(page, text) {
  await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#ask")));
  await page.evaluateOn(
    box,
    (field, text) => {
      field.focus();
      field.setRangeText(text, 0, field.value.length, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    },
    text,
  );
}

/** Waits for what was read. @param {Page} page @param {string} head */
const told = (page, head) =>
  page.waitFor(
    (head) => document.querySelector("rnn-params")?.shadowRoot?.querySelector("#read-as")?.textContent?.trim() === head,
    head,
  );

/** What is told: a text for each line, the last one, and what is wrong. @param {Page} page */
const panel = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const clean = (/** @type {any} */ node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
    const root = element.shadowRoot;
    return {
      lines: [...root.querySelectorAll(".read-lines > li")].map((line) => [
        clean(line.querySelector("code") ?? line),
        clean(line.querySelector(".became")),
      ]),
      foot: clean(root.querySelector(".read-foot")),
      text: root.querySelector("#ask").value,
      all: clean(root.querySelector(".what-was-read")),
    };
  });

/** What sticks out of the page, or of the rows of what was read, to either side. @param {Page} page */
const cutIn = (page) =>
  page.evaluateOn("rnn-params", (element) => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const region = element.shadowRoot.querySelector(".printed-rows")?.getBoundingClientRect();
    const cells = [...element.shadowRoot.querySelectorAll(".printed-rows :is(th, td, th *:not(option))")];
    const out = cells.filter((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      return region && (left < region.left - 0.5 || right > region.right + 0.5);
    });
    return [...(wide > 0 ? [`page: ${wide}`] : []), ...out.map((cell) => cell.textContent)];
  });

inEveryBrowser((site) => {
  test("code that is pasted is counted and told line by line; its link does not hold it", async () => {
    const page = await site.open("");
    const before = await look(page);
    assert.equal(await page.evaluateOn(box, (field) => field.rows), 1, "one line until it is used");
    await paste(page, keras);
    await told(page, "Read as Keras code");
    const seen = await look(page);
    assert.deepEqual([seen.total, seen.framework, seen.entries], ["15,569", "keras", before.entries + 1]);
    assert.match(seen.search, /^\?framework=keras&input=64&.*layers=LSTM\(32/);
    assert.doesNotMatch(decodeURIComponent(seen.search), /model|add|sigmoid/);
    const { lines, foot } = await panel(page);
    assert.deepEqual(
      lines.map(([code]) => code),
      keras.split("\n"),
    );
    assert.match(lines[1][1], /^layer 1: LSTM\(32\) · input 64( · 10 steps)?$/);
    assert.equal(lines[3][1], "layer 3: LSTM(16)");
    assert.match(foot, /^15,569 parameters\. Without effect on the count: .*activation/);
  });

  test("a printed summary is told row by row; what a row leaves open is chosen in it", async () => {
    const page = await site.open("");
    await paste(page, summary);
    await told(page, "Read as a summary of Keras");
    const rows = () =>
      page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        return [...element.shadowRoot.querySelectorAll(".printed-rows tr:not(thead tr)")].map((row) =>
          [
            row.querySelector("code")?.textContent ?? "",
            row.querySelector(".read-as")?.textContent ?? "",
            ...[...row.querySelectorAll(".count")].map((cell) => cell.textContent.trim()),
            row.querySelector("[role=img]")?.getAttribute("aria-label") ?? "",
          ].join("|"),
        );
      });
    const others = ["lstm_1|LSTM(64)|49,408|49,408|as printed", "dense|Dense(3)|195|195|as printed"];
    assert.deepEqual(await rows(), [
      "bidirectional|bidirectional LSTM(64) · input 10|38,400|38,400|as printed",
      ...others,
      "||88,003|88,003|as printed",
    ]);
    await page.evaluateOn(within(".printed-rows select"), (select) => {
      select.selectedIndex = [...select.options].findIndex(({ text }) => text.startsWith("bidirectional GRU"));
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.waitFor(() => location.search.includes("GRU"));
    const seen = await look(page);
    assert.match(seen.search, /input=34/);
    assert.equal(seen.total, "88,003");
    assert.match((await rows())[0], /^bidirectional\|bidirectional GRU\(64\) · input 34/);
    assert.deepEqual(await axe(page), []);
  });

  test("it is one step: back and Undo lead to the model before, with the text kept", async () => {
    const page = await site.open("?input=10&layers=LSTM(7)");
    const { entries } = await look(page);
    await page.click(box); // WebKit goes back to no step that comes about without the reader
    await paste(page, keras);
    await told(page, "Read as Keras code");
    await paste(page, keras.replace("LSTM(16)", "LSTM(8)"));
    await page.waitFor(() => location.search.includes("LSTM(8)"));
    assert.equal((await look(page)).entries, entries + 1, "what is changed in the text makes it no longer");
    await page.back();
    await page.waitFor(() => location.search === "?input=10&layers=LSTM(7)");
    assert.equal((await look(page)).total, "504");
    assert.match((await panel(page)).text, /LSTM\(8\)/);
    await clickOn(page, "button", "Read it again");
    await told(page, "Read as Keras code");
    await clickOn(page, "button", "Undo");
    await page.waitFor(() => location.search === "?input=10&layers=LSTM(7)");
    const { text, all } = await panel(page);
    assert.deepEqual([(await look(page)).total, all], ["504", ""]);
    assert.match(text, /LSTM\(8\)/);
    await clickOn(page, "button", "Clear");
    assert.equal((await panel(page)).text, "");
    assert.equal((await look(page)).total, "504", "the model stays");
  });

  test("a name without a value is asked for in its line", async () => {
    const page = await site.open("");
    await paste(page, open);
    await told(page, "Read as Keras code");
    assert.match((await look(page)).total, /^—$|^70,209 \+ \?$/);
    const { lines } = await panel(page);
    assert.match(lines[1][1], /vocab_size has no value here\. It is/);
    await page.fill(within("#ask-name-0"), "5000");
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "390,209",
    );
    assert.match((await panel(page)).foot, /^390,209 parameters\./);
    assert.equal(await page.evaluateOn(within("#ask-name-0"), (field) => field.value), "5000");
  });

  test("a number is compared with the model on screen, which stays", async () => {
    const page = await site.open("?input=64&layers=LSTM(32)");
    for (const [number, said] of /** @type {[string, RegExp][]} */ ([
      ["12,416", /^12,416 is right for the notes/],
      ["12.544", /^12,544 is not this model’s count: it is 12,416\.[\s\S]*12,544 is right for PyTorch/],
      ["9312", /^9,312 is not this model’s count: it is 12,416\./],
    ])) {
      await paste(page, number);
      await page.waitFor(
        (said) =>
          new RegExp(said).test(
            document
              .querySelector("rnn-params")
              ?.shadowRoot?.querySelector(".what-was-read .diagnosis")
              ?.textContent?.trim() ?? "",
          ),
        said.source,
      );
      assert.equal((await look(page)).search, "?input=64&layers=LSTM(32)");
    }
  });

  test("what is not known is said to be that, and stays; markup and signs that turn text are text", async () => {
    const page = await site.open("");
    const odd = "<img src=x onerror=alert(1)> \u202Egnp.exe\u202C";
    await paste(page, odd);
    await told(page, "Not recognised");
    const { text, all } = await panel(page);
    assert.equal(text, odd);
    assert.match(all, /Paste code of Keras or PyTorch/);
    assert.equal((await look(page)).total, "12,416", "the form counts what it did");
    await paste(page, `# ${odd}\n${keras}`);
    await told(page, "Read as Keras code");
    const { lines } = await panel(page);
    assert.equal(lines[0][0], "# <img src=x onerror=alert(1)> \uFFFDgnp.exe\uFFFD");
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll("img").length),
      0,
    );
  });

  test("ten megabytes are too long: that is said, and they are kept", async () => {
    const page = await site.open("");
    const lines = site.engine === "webkit" ? 1_080 : 5_400; // it lays out ten megabytes for longer than a test waits
    await page.evaluateOn(
      box,
      (field, lines) => {
        field.focus();
        field.value = "epoch 1: loss 0.5, ".repeat(105).padEnd(1999).concat("\n").repeat(lines);
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      },
      lines,
    );
    await page.waitFor(() =>
      /too long: 1,048,576/.test(document.querySelector("rnn-params")?.shadowRoot?.textContent ?? ""),
    );
    assert.equal(await page.evaluateOn(box, (field) => field.value.length), 2000 * lines);
    await clickOn(page, "button", "Clear");
  });

  test("a file can be dropped anywhere; a photo is no text", async () => {
    const page = await site.open("");
    const drop = (/** @type {number[] | string} */ content, /** @type {string} */ name) =>
      page.evaluate(
        (content, name) => {
          const dataTransfer = new DataTransfer();
          const bytes = typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
          dataTransfer.items.add(new File([bytes], name));
          for (const kind of ["dragover", "drop"])
            document
              .querySelector("footer")
              ?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
        },
        content,
        name,
      );
    await drop(keras.replaceAll("\n", "\r\n"), "model.py");
    await told(page, "Read as Keras code");
    assert.deepEqual([(await look(page)).total, (await panel(page)).text], ["15,569", keras]);
    await drop([0xff, 0xd8, 0xff, 0xe0, 0, 0x10], "photo.jpg");
    await page.waitFor(() =>
      /photo\.jpg is not a text,/.test(document.querySelector("rnn-params")?.shadowRoot?.textContent ?? ""),
    );
    assert.equal((await panel(page)).text, keras, "what was there stays");
  });

  test("examples fill it, by the keyboard too; closing leaves the model", async () => {
    const page = await site.open("");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".fills")));
    await page.focus(within(".ask-foot .wide .as-link"));
    await page.press("Enter");
    await told(page, "Read as Keras code");
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === "ask");
    assert.equal((await look(page)).total, "15,569");
    await page.focus(within(".read-head button"));
    await page.press("Enter");
    await page.waitFor(() => !document.querySelector("rnn-params")?.shadowRoot?.querySelector(".what-was-read"));
    assert.equal((await look(page)).total, "15,569");
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.id),
      "ask",
      "the focus is not lost",
    );
  });

  test("code in the layers' own field can be read as code", async () => {
    const page = await site.open("?input=64&layers=LSTM(32");
    await page.fill(within("#layers"), "model = Sequential()");
    await page.waitFor(() =>
      [...(document.querySelector("rnn-params")?.shadowRoot?.querySelectorAll(".as-text button") ?? [])].some(
        (button) => button.textContent === "Read it as code",
      ),
    );
    await page.evaluateOn(
      within("#layers"),
      (field, text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      },
      keras,
    );
    await clickOn(page, ".as-text button", "Read it as code");
    await told(page, "Read as Keras code");
    assert.equal((await look(page)).total, "15,569");
  });

  test("where what reads cannot be had, that is said, and the form counts", async () => {
    const url = await site.variant(async (folder) => {
      for (const name of await readdir(join(folder, "assets")))
        if (/^questions-.*\.wasm$/.test(name)) await rm(join(folder, "assets", name));
    });
    const page = await site.page();
    await page.goto(url);
    await answered(page);
    await paste(page, keras);
    await page.waitFor(() =>
      /could not be loaded\. The form counts all the same/.test(
        document.querySelector("rnn-params")?.shadowRoot?.textContent ?? "",
      ),
    );
    await page.fill(within("#input"), "10");
    assert.equal((await look(page)).total, "5,504");
    await site.complaints(page);
  });

  test("it speaks the page's language, also when that is changed", async () => {
    const page = await site.open("?lang=hi");
    await paste(page, keras);
    await told(page, "Keras का code");
    assert.match(await reading(page), /आपका model या आपकी संख्या/);
  });

  test("an exercise's number is not given away by asking", async () => {
    const page = await site.open("?input=64&layers=LSTM(32)&fade=all");
    await paste(page, "9312");
    await told(page, "A number");
    assert.doesNotMatch((await panel(page)).all, /12,416/);
  });

  test("one file from the disk, a frame and a widget read, too, with what they carry", async () => {
    const page = await site.page();
    await page.goto(pathToFileURL(join(dist, "rnn-params.html")).href);
    await answered(page);
    await paste(page, keras);
    await told(page, "Read as Keras code");
    assert.equal((await look(page)).total, "15,569");
    const url = await site.variant((folder) =>
      writeFile(
        join(folder, "notes.html"),
        `<!doctype html><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">
<script type="module" src="./rnn-params.js"></script><rnn-params ask="all" input="64" layers="LSTM(32)"></rnn-params>`,
      ),
    );
    for (const address of ["embed.html?ask=all&input=64&layers=LSTM(32)", "notes.html"]) {
      await page.goto(url + address);
      await paste(page, keras);
      await told(page, "Read as Keras code");
      await page.waitFor(
        () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "15,569",
      );
      assert.doesNotMatch(await page.url(), /keras|Dense/, "its address stays");
    }
    await page.goto(`${url}embed.html?input=64&layers=LSTM(32)`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".foot .rest")));
    assert.ok(await page.evaluateOn("rnn-params", (element) => !element.shadowRoot.querySelector("#ask")));
  });

  if (site.engine === "chromium") {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      for (const { text, head, width } of texts.flatMap((one) => [320, 1280].map((width) => ({ ...one, width })))) {
        test(`${head}, ${colorScheme}, ${width} pixels wide: axe finds nothing, and nothing is cut`, async () => {
          const page = await site.open("", { width, colorScheme });
          await paste(page, text);
          await told(page, head);
          assert.deepEqual(await axe(page), []);
          const small = await page.evaluateOn("rnn-params", (element) =>
            [...element.shadowRoot.querySelectorAll(".ask :is(button, input, select, textarea)")]
              .filter((one) => one.checkVisibility() && one.type !== "file")
              .map((one) => [one.id || one.textContent.trim(), one.getBoundingClientRect()])
              .flatMap(([name, { width, height }]) => (Math.min(width, height) < 23.95 ? [name] : [])),
          );
          assert.deepEqual(small, [], "no target is small");
          assert.deepEqual(await cutIn(page), []);
        });
      }
    }

    for (const { text, head, width } of texts.flatMap((one) => [320, 360].map((width) => ({ ...one, width })))) {
      test(`${head}, letters twice as large: they have room, ${width} pixels wide`, async () => {
        const page = await site.open("", { width });
        await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
        await paste(page, text);
        await told(page, head);
        assert.deepEqual(await cutIn(page), []);
      });
    }
  }
});
