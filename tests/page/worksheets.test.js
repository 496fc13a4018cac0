// Tests of the worksheets that are handed out of an exercise: printed or copied, each version with its numbers, and no key in the document.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe } from "./axe.js";
import { inEveryBrowser, link, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const cli = fileURLToPath(new URL("../../web/cli.js", import.meta.url));

/** The notes' example, of which 2,240 comes. */
const notes = "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))&exercise=ideas";

/** A clipboard that notes what it is given, or refuses it. @param {Page} page @param {boolean} takes */
const clipboard = (page, takes) =>
  page.evaluate((takes) => {
    const taken = /** @type {string[]} */ ([]);
    const writeText = async (/** @type {string} */ text) => {
      if (!takes) throw new DOMException("refused", "NotAllowedError");
      taken.push(text);
    };
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
    Object.assign(window, { taken });
  }, takes);
/** @param {Page} page @returns {Promise<string[]>} */
const taken = (page) => page.evaluate(() => /** @type {any} */ (window).taken.splice(0));

/** Whether the button is there and can be pressed. @param {Page} page @param {string} label */
const ready = (page, label) =>
  page.waitFor(
    (label) =>
      [...(document.querySelector("rnn-params")?.shadowRoot?.querySelectorAll(".sheets button") ?? [])].some(
        (one) => one.textContent?.trim() === label && !(/** @type {HTMLButtonElement} */ (one).disabled),
      ),
    label,
  );

/** @param {Page} page @param {string} label */
async function press(page, label) {
  await ready(page, label);
  await page.evaluateOn(
    "rnn-params",
    async (element, label) => {
      const buttons = [...element.shadowRoot.querySelectorAll(".sheets button")];
      buttons.find((one) => one.textContent.trim() === label).click();
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
    },
    label,
  );
}

/** @param {Page} page @param {string} way */
const choose = (page, way) =>
  page.evaluateOn(
    within("#way"),
    (select, way) => {
      select.value = way;
      select.dispatchEvent(new Event("change"));
    },
    way,
  );

/** All that stands in the element, and in its fields. @param {Page} page @returns {Promise<string>} */
const whole = (page) =>
  page.evaluateOn("rnn-params", (element) => {
    const fields = [...element.shadowRoot.querySelectorAll("input, textarea")].map(({ value }) => value);
    return [element.shadowRoot.textContent, ...fields].join("\n");
  });

inEveryBrowser((site) => {
  /** @param {string} query */
  async function open(query) {
    const page = await site.open(link(query));
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".sheets")));
    return page;
  }

  /** @param {string} query */
  async function unfolded(query) {
    const page = await open(query);
    await page.click(within(".sheets > summary"));
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector("#way")?.checkVisibility() === true,
    );
    return page;
  }

  test("thirty worksheets and their key are copied, and the key stands nowhere in the document", async () => {
    const page = await open(notes);
    const asked = () =>
      page.evaluate(
        () => performance.getEntriesByType("resource").filter(({ name }) => /\/worksheets-/.test(name)).length,
      );
    assert.equal(await asked(), 0, "nothing is loaded for what is folded");
    await page.click(within(".sheets > summary"));
    await clipboard(page, true);
    await page.fill(within("#versions"), "30");
    await choose(page, "markdown");
    await press(page, "Copy worksheet");
    const [sheets] = await taken(page);
    assert.deepEqual(
      [...sheets.matchAll(/^#+ Worksheet (\d+)/gm)].map(([, seed]) => seed),
      Array.from({ length: 30 }, (_, place) => String(place + 1)),
    );
    assert.doesNotMatch(sheets, /Key|All answers/);
    await press(page, "Copy key");
    const [key] = await taken(page);
    assert.match(key, /All answers/);
    assert.equal([...key.matchAll(/^#+ Key to worksheet \d+/gm)].length, 30);
    assert.doesNotMatch(await whole(page), /Key to|All answers|2,?240|1,?008/);
    await page.fill(within("#versions"), "२");
    await choose(page, "latex");
    await press(page, "Copy key");
    assert.match((await taken(page))[0], /^\\documentclass/);
    await page.fill(within("#versions"), "31");
    const text = await page.evaluateOn(within("#versions-note"), (note) => note.textContent);
    assert.equal(text, "How many versions? A whole number from 1 to 30; or which ones, as in 1..30.");
    assert.equal(await page.evaluateOn(within(".sheets .copy"), (button) => button.disabled), true);
    await page.fill(within("#versions"), "1..30");
    assert.equal(
      await page.evaluateOn(within("#versions-note"), (note) => note.textContent),
      "Versions 1 to 30: the numbers are drawn anew for each.",
    );
    await page.fill(within("#versions"), "7..7");
    assert.equal(
      await page.evaluateOn(within("#versions-note"), (note) => note.textContent),
      "Version 7: its numbers are drawn anew.",
    );
  });

  test("one worksheet has the numbers on screen; more begin at the exercise's seed", async () => {
    const page = await unfolded(notes);
    await clipboard(page, true);
    await choose(page, "markdown");
    await press(page, "Copy key");
    assert.match((await taken(page))[0], /2,240/, "the notes' own");
    const seeded = await unfolded(`${notes}&seed=7`);
    await clipboard(seeded, true);
    await choose(seeded, "markdown");
    await press(seeded, "Copy worksheet");
    const [alone] = await taken(seeded);
    const onScreen = await seeded.evaluateOn("rnn-params", (element) => element.answer.fields);
    assert.match(alone, /Worksheet 7/);
    for (const [, units] of onScreen.layers.matchAll(/\((\d+)/g)) assert.ok(alone.includes(`(${units})`), alone);
    await seeded.fill(within("#versions"), "2");
    await press(seeded, "Copy worksheet");
    const [both] = await taken(seeded);
    assert.match(both, /Worksheet 7.*Worksheet 8/s);
    assert.ok(both.startsWith(alone.slice(0, 200)), "the first of them is the same");
  });

  test("what the clipboard refuses: a worksheet stands there to be copied, a key is saved and never shown", async () => {
    const page = await unfolded(notes);
    await clipboard(page, false);
    await choose(page, "markdown");
    await press(page, "Copy worksheet");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#by-hand")));
    assert.match(await page.evaluateOn(within("#by-hand"), (area) => area.value), /Worksheet/);
    await press(page, "Copy key");
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#save-key")));
    assert.doesNotMatch(await whole(page), /Key to|2,?240|1,?008/);
    const saved = await page.evaluate(async () => {
      const links = /** @type {{ href: string, download: string }[]} */ ([]);
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function () {
        links.push({ href: this.href, download: this.download });
      };
      const create = URL.createObjectURL;
      const texts = /** @type {Promise<string>[]} */ ([]);
      URL.createObjectURL = (blob) => {
        texts.push(/** @type {Blob} */ (blob).text());
        return create(blob);
      };
      const root = document.querySelector("rnn-params")?.shadowRoot;
      /** @type {HTMLElement | null | undefined} */ (root?.querySelector("#save-key"))?.click();
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = create;
      return { file: links[0].download, text: await texts[0] };
    });
    assert.equal(saved.file, "key.md");
    assert.match(saved.text, /Key to the worksheet/);
    await choose(page, "html");
    const kept = await page.evaluateOn("rnn-params", (one) => one.shadowRoot.querySelector("#save-key") !== null);
    assert.ok(!kept, "for another format it is asked for anew");
  });

  test("printed, it is a window of its own, with its styles and without an answer", async () => {
    const page = await unfolded(`${notes}&lang=hi`);
    await page.evaluate(() => {
      const { open } = window;
      window.open = (...given) => {
        const opened = /** @type {any} */ (open.call(window, ...given));
        Object.assign(window, { opened, printed: 0 });
        // The window's own would wait for a reader.
        const stub = () => {
          try {
            if (opened.document.readyState === "complete" && opened.location.protocol === "blob:") {
              opened.print = () => {
                /** @type {any} */ (window).printed++;
              };
              return;
            }
          } catch {}
          setTimeout(stub, 1);
        };
        stub();
        return opened;
      };
      return true;
    });
    await page.fill(within("#versions"), "3");
    await ready(page, "अभ्यास पत्र print करें");
    await page.click(within(".sheets-taken > :first-child"));
    await page.waitFor(() => /** @type {any} */ (window).printed === 1);
    const seen = await page.evaluate(() => {
      const { document } = /** @type {any} */ (window).opened;
      const [, second] = document.querySelectorAll("section");
      return {
        language: document.documentElement.lang,
        sections: document.querySelectorAll("section").length,
        scripts: document.scripts.length,
        breaks: /** @type {any} */ (window).opened.getComputedStyle(second).breakBefore,
        answers: document.querySelectorAll(".answer").length,
        blanks: document.querySelectorAll(".blank").length > 0,
      };
    });
    assert.deepEqual(seen, { language: "hi", sections: 3, scripts: 0, breaks: "page", answers: 0, blanks: true });
    await page.evaluate(() => /** @type {any} */ (window).opened.close());
  });

  test("each worksheet fits a sheet of Letter paper, and so one of A4", {
    skip: site.engine !== "chromium" && "only Chromium is told that it prints",
  }, async () => {
    const url = await site.variant(async (folder) => {
      for (const kind of ["ideas", "values", "total"])
        for (const lang of ["en", "hi"]) {
          const args = [notes, "--worksheet", "--seeds", "1..3", "--no-key", "--format", "html"];
          const { stdout } = spawnSync(process.execPath, [cli, ...args, "--kind", kind, "--lang", lang], {
            encoding: "utf8",
          });
          await writeFile(
            join(folder, `${kind}-${lang}.html`),
            stdout.replace("</title>", '$&<link rel="icon" href="data:,">'),
          );
        }
    });
    // Letter is 215.9 × 279.4 mm, with 15 mm around; 96 pixels are 25.4 mm.
    const width = Math.floor((185.9 * 96) / 25.4);
    const page = await site.open("", { media: "print", width, height: 900 });
    for (const name of ["ideas-en", "ideas-hi", "values-en", "values-hi", "total-en", "total-hi"]) {
      await page.goto(`${url}${name}.html`);
      const heights = await page.evaluate(() =>
        [...document.querySelectorAll("section")].map((one) => (one.getBoundingClientRect().height * 25.4) / 96),
      );
      assert.equal(heights.length, 3, name);
      for (const height of heights) assert.ok(height < 249.4, `${name}: ${height} mm`);
    }
  });

  test("what cannot be loaded is said", async () => {
    let assets = "";
    const url = await site.variant(async (folder) => {
      assets = join(folder, "assets");
    });
    const page = await site.page();
    await page.goto(`${url}${link(notes)}`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".sheets")));
    const [file] = (await readdir(assets)).filter((file) => /^worksheets-/.test(file));
    await rename(join(assets, file), join(assets, `${file}.away`));
    await page.click(within(".sheets > summary"));
    await page.waitFor(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".sheets .failure button")),
    );
    assert.ok(await page.evaluateOn(within(".sheets .copy"), (button) => button.disabled));
    await site.complaints(page); // that the file was not there
  });

  test("a widget hands out none", async () => {
    const page = await open(notes);
    const fold = await page.evaluateOn("rnn-params", async (element) => {
      element.controls = "sizes";
      await element.updateComplete;
      return [".exercise-screen", ".sheets"].map((part) => element.shadowRoot.querySelector(part) !== null);
    });
    assert.deepEqual(fold, [true, false]);
  });

  test("axe finds nothing in what is unfolded, and nothing stands out of the window at 320 pixels", async () => {
    for (const [width, colorScheme] of /** @type {const} */ ([
      [320, "light"],
      [1280, "dark"],
    ])) {
      const page = await site.open(link(notes), { width, colorScheme });
      await page.click(within(".sheets > summary"));
      await ready(page, "Print worksheet");
      await page.fill(within("#versions"), "31");
      assert.deepEqual(await axe(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }
  });
});
