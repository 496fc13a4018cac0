// Tests of the dialog that helps to embed what is on screen: what it writes works where it is pasted.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { loadQuestions } from "../../web/engine.js";
import { axe } from "./axe.js";
import { inEveryBrowser, link, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const questions = await loadQuestions();

/** Opens the dialog as a reader does. @param {Page} page */
async function openDialog(page) {
  const button = await page.evaluate(() => {
    const shown = [...document.querySelectorAll(".embed")].find((one) => one.checkVisibility());
    return shown?.closest("header") ? "header .embed" : "footer .embed";
  });
  await page.click(button);
  await page.waitFor(() => {
    const root = document.querySelector("embed-dialog")?.shadowRoot;
    return Boolean(root?.querySelector("dialog[open]") && root.querySelector("textarea")?.value);
  });
  return button;
}

const dialog = (/** @type {string} */ selector) => `embed-dialog >>> ${selector}`;

/** @param {Page} page @param {string} kind */
async function written(page, kind) {
  await page.click(dialog(`[value=${kind}]`));
  let before = "";
  // The text follows the choice; it is there when it stays.
  for (;;) {
    const text = await page.evaluateOn(
      dialog("textarea"),
      (area) => new Promise((resolve) => setTimeout(() => resolve(area.value), 50)),
    );
    if (text === before) return String(text);
    before = String(text);
  }
}

/** @param {Page} page @param {string} name @param {string} value */
async function choose(page, name, value) {
  await page.evaluateOn(
    dialog(`[name=${name}]`),
    (select, value) => {
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    value,
  );
}

/** What is offered to be pasted. @param {import("./page.js").Page} page @returns {Promise<string[]>} */
const kinds = (page) =>
  page.evaluateOn(dialog(".kinds"), (fieldset) =>
    [...fieldset.querySelectorAll("[name=kind]")].map((/** @type {any} */ radio) => radio.value),
  );

inEveryBrowser((site) => {
  test("what is chosen by keys keeps the focus, whatever else is offered then", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await openDialog(page);
    for (const value of ["ideas", "none", "ideas"]) {
      await page.evaluateOn(dialog("select[name=exercise]"), (select) => select.focus());
      await choose(page, "exercise", value);
      await page.waitFor(
        (asks) =>
          Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector("select[name=steps]")) !== asks,
        value === "ideas",
      );
      const has = await page.evaluateOn("embed-dialog", (one) => one.shadowRoot.activeElement?.name);
      assert.equal(has, "exercise", value);
    }
  });

  test("as an exercise: what is copied asks, the preview can be tried, and neither tells the answer", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=Bidirectional(LSTM(32))"));
    await openDialog(page);
    await choose(page, "exercise", "ideas");
    await page.waitFor(() => {
      const preview = document.querySelector("embed-dialog")?.shadowRoot?.querySelector("rnn-params");
      return Boolean(preview?.shadowRoot?.querySelector(".exercise-screen"));
    });
    const tag = await written(page, "tag");
    assert.equal(
      tag.split("\n").at(-1),
      '<rnn-params framework="keras" input="64" layers="Bidirectional(LSTM(32))" exercise="ideas" id="ideas-bidirectional-lstm-32">Exercise: Bidirectional(LSTM(32))</rnn-params>',
    );
    assert.match(
      await written(page, "frame"),
      /exercise=ideas&amp;id=ideas-bidirectional-lstm-32" title="Exercise: Bidirectional\(LSTM\(32\)\)"/,
    );
    const answer = await page.evaluateOn(dialog("rnn-params"), async (preview) => {
      const field = preview.shadowRoot.querySelector(".blank");
      field.value = "3";
      field.dispatchEvent(new Event("input"));
      field.dispatchEvent(new Event("blur"));
      await preview.updateComplete;
      return preview.shadowRoot.querySelector(".said").innerText.trim();
    });
    assert.match(answer, /the candidate has one, too/);
    assert.match(await page.text(dialog("dialog")), /rnn-params-exercise and rnn-params-answer/, "who hears of it");
    const names = () =>
      page.evaluateOn(dialog(".options"), (options) =>
        [...options.querySelectorAll("[name]")].map((/** @type {any} */ one) => one.name),
      );
    assert.deepEqual(await names(), ["exercise", "seed", "id"], "how a derivation is told is not asked");
    await page.fill(dialog("[name=id]"), "Week 3, <b>");
    assert.match(await written(page, "frame"), /&amp;id=week-3-b" /);
    await page.fill(dialog("[name=id]"), "अभ्यास 3");
    assert.match(await written(page, "tag"), / id="अभ्यास-3">/);
    await page.fill(dialog("[name=id]"), "");
    assert.doesNotMatch(await written(page, "frame"), /id=/);
    assert.deepEqual(await kinds(page), ["tag", "frame", "file"], "no text that tells the answers, or asks nothing");
    assert.match(await page.text(dialog("dialog")), /On paper, as LaTeX, Markdown or HTML/);
    await choose(page, "exercise", "none");
    await written(page, "latex");
    await choose(page, "exercise", "total");
    assert.equal(await page.evaluateOn(dialog("[name=kind]:checked"), (radio) => radio.value), "tag");
    assert.match(await written(page, "tag"), / exercise="total"/);
  });

  test("an exercise has the numbers on screen, or those of a version, the same ones for all", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await openDialog(page);
    const offered = () =>
      page.evaluateOn(dialog(".options"), (options) => Boolean(options.querySelector("[name=seed]")));
    assert.equal(await offered(), false, "only an exercise has numbers of its own");
    await choose(page, "exercise", "ideas");
    const last = async () => (await written(page, "tag")).split("\n").at(-1);
    const shown = await last();
    assert.match(String(shown), / input="64" layers="LSTM\(32\)" exercise="ideas" id="ideas-lstm-32">/);
    const versions = new Map();
    for (const seed of ["1", "2"]) {
      const drawn = questions.exercise("framework=keras&input=64&layers=LSTM(32)", { kind: "ideas", seed });
      const fields = new URLSearchParams(drawn.query);
      const [input, layers] = [fields.get("input"), fields.get("layers")];
      await choose(page, "seed", seed);
      await page.waitFor(
        (input) => document.querySelector("embed-dialog")?.shadowRoot?.querySelector("textarea")?.value.includes(input),
        `input="${input}"`,
      );
      const tag = String(await last());
      assert.ok(
        tag.includes(` input="${input}" layers="${layers}" exercise="ideas" id="ideas-${seed}-`),
        `${tag} of ${drawn.query}`,
      );
      versions.set(seed, tag);
    }
    assert.notEqual(versions.get("1"), versions.get("2"));
    await choose(page, "seed", "");
    await page.waitFor(() =>
      document.querySelector("embed-dialog")?.shadowRoot?.querySelector("textarea")?.value.includes('"64"'),
    );
    assert.equal(await last(), shown);
  });

  test("the tag, pasted into a page beside the files, shows the same", async () => {
    const page = await site.open(link("framework=pytorch&input=10&layers=LSTM(7, num_layers=2, bidirectional=true)"));
    await openDialog(page);
    await choose(page, "controls", "none");
    await choose(page, "compare", "none");
    const tag = await written(page, "tag");
    assert.match(
      tag,
      / controls="none" compare="none">2 bidirectional LSTM layers 10 → 7 \+ 7 → 7 \+ 7: 2,352 parameters \(PyTorch\)</,
    );
    const url = await site.variant((folder) =>
      writeFile(
        join(folder, "notes.html"),
        `<!doctype html><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">${tag}`,
      ),
    );
    await page.goto(`${url}notes.html`);
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "2,352",
    );
    const fields = await page.evaluateOn(
      "rnn-params",
      (element) => element.shadowRoot.querySelectorAll("input").length,
    );
    assert.equal(fields, 0);
  });

  test("with the picture: the preview has it, the tag and the frame ask for it", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await openDialog(page);
    assert.doesNotMatch(await written(page, "tag"), /picture/);
    await choose(page, "picture", "beside");
    await page.waitFor(() => {
      const preview = document.querySelector("embed-dialog")?.shadowRoot?.querySelector("rnn-params");
      return Boolean(preview?.shadowRoot?.querySelector(".picture-room .picture"));
    });
    assert.match(await written(page, "tag"), / layers="LSTM\(32\)" picture="beside">/);
    assert.match(await written(page, "frame"), /&amp;picture=beside"/);
  });

  test("the preview is live, and the frame's height is the preview's", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await openDialog(page);
    const frame = await written(page, "frame");
    assert.match(
      frame,
      /^<iframe src="embed\.html\?framework=keras&amp;input=64&amp;layers=LSTM\(32\)" title="LSTM 64 → 32: 12,416 parameters \(Keras\)" width="100%" height="\d+"/,
    );
    const height = (/** @type {string} */ text) => Number(/height="(\d+)"/.exec(text)?.[1]);
    assert.ok(height(frame) > 250 && height(frame) < 450, frame);
    await choose(page, "steps", "none");
    const short = await written(page, "frame");
    assert.ok(height(short) < height(frame) - 60, short);
    assert.match(short, /&amp;steps=none"/);
    const steps = await page.evaluateOn(
      dialog("rnn-params"),
      (preview) => preview.shadowRoot.querySelectorAll(".step").length,
    );
    assert.equal(steps, 0);
  });

  test("what the preview leaves blank is in no text that is copied", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await openDialog(page);
    await choose(page, "fade", "2");
    const told = async () => {
      const texts = [];
      for (const kind of ["tag", "frame", "file", "markdown", "latex", "html", "text"])
        texts.push(await written(page, kind));
      return texts;
    };
    for (const text of await told()) assert.doesNotMatch(text.replace(/\{?,\}?/g, ""), /3104|12416/);
    assert.ok(!(await kinds(page)).includes("svg"), "no picture that tells them");
    assert.match(await written(page, "text"), /= 97 × 32 = ______/);

    // Filled in, to try it: the worksheet stays one.
    await page.fill(dialog('rnn-params >>> [data-blank="layers.0.steps.2"]'), "3104");
    assert.match(await written(page, "text"), /= 97 × 32 = ______/);
    await choose(page, "fade", "0");
    assert.match(await written(page, "text"), /= 97 × 32 = 3,104/);
  });

  test("an exercise on screen is one in the dialog, and in what is copied from the element", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)&fade=2"));
    await openDialog(page);
    assert.match(await written(page, "tag"), / fade="2"/);
    assert.doesNotMatch(await written(page, "markdown"), /3\{,\}104|12/);
    await page.press("Escape");
    const texts = await page.evaluateOn("rnn-params", async (element) => {
      const { toLatex, toMarkdown, toMathML, toText, toSvg } = element;
      return Promise.all([toLatex, toMarkdown, toMathML, toText, toSvg].map((write) => write.call(element)));
    });
    for (const text of texts) assert.doesNotMatch(text.replace(/\{?,\}?/g, ""), /3104|12416/);
    assert.equal(texts[4], "");
  });

  test("an exercise of any length stays one; where there is none any more, there is none", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)&fade=4"));
    await openDialog(page);
    assert.match(await written(page, "tag"), / fade="4"/);
    assert.doesNotMatch(await written(page, "text"), /3,104|12,416/);
    await page.press("Escape");
    await page.evaluateOn("rnn-params", (element) => {
      element.fade = "";
      return element.updateComplete;
    });
    await openDialog(page);
    assert.doesNotMatch(await written(page, "tag"), /fade/);
    await choose(page, "fade", "2");
    await page.press("Escape");
    await openDialog(page);
    assert.match(await written(page, "tag"), / fade="2"/, "what was chosen here stays");
  });

  test("the picture is whole while steps are presented", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await page.press("n");
    assert.match(await page.evaluateOn("rnn-params", (element) => element.toSvg()), /<svg.*12,416/s);
  });

  test("the preview can be tried, and what is copied is what it shows", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await openDialog(page);
    await page.fill(dialog("rnn-params >>> .sizes input"), "10");
    assert.match(await written(page, "tag"), / input="10" layers="LSTM\(32\)">LSTM 10 → 32: 5,504 parameters/);
    assert.match(await written(page, "latex"), /5\{,\}504/);
    await choose(page, "compare", "none");
    assert.match(await written(page, "tag"), / input="10"/, "a choice leaves it as it was tried");
    await page.press("Escape");
    assert.equal(await page.evaluateOn("rnn-params", (element) => element.input), "64", "the page is as it was");
    await openDialog(page);
    assert.match(await written(page, "tag"), / input="64"/, "and the dialog begins with that");
  });

  for (const size of [
    { width: 1280, height: 720 },
    { width: 360, height: 740 },
  ]) {
    test(`text and Copy are in view at ${size.width} × ${size.height}, whatever the model`, async () => {
      const page = await site.open(link("input=64&layers=LSTM(32),GRU(16),LSTM(8),Dense(3)"), size);
      await openDialog(page);
      await choose(page, "controls", "all");
      const bottoms = await page.evaluateOn("embed-dialog", (element) => {
        const { clientHeight, scrollTop } = element.shadowRoot.querySelector("dialog");
        const bottom = (/** @type {string} */ selector) =>
          element.shadowRoot.querySelector(selector).getBoundingClientRect().bottom;
        return {
          scrollTop,
          room: Math.min(innerHeight, clientHeight + 24),
          of: ["textarea", "button.copy"].map(bottom),
        };
      });
      assert.equal(bottoms.scrollTop, 0);
      for (const bottom of bottoms.of) assert.ok(bottom <= bottoms.room, JSON.stringify(bottoms));
    });
  }

  test("what is for places without scripts is that of the model", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    await openDialog(page);
    assert.match(await written(page, "markdown"), /\$\$/);
    assert.match(await written(page, "latex"), /12\{,\}416/);
    assert.match(await written(page, "html"), /<math.*<mn>12,416<\/mn>/s);
    assert.match(await written(page, "svg"), /^<svg .*>97<.*<\/svg>$/s);
    assert.match(await written(page, "text"), /12,?416/);
  });

  test("Escape closes it and the button has the focus again", async () => {
    const page = await site.open("");
    const button = await openDialog(page);
    await page.press("Escape");
    await page.waitFor(() => !document.querySelector("embed-dialog")?.shadowRoot?.querySelector("dialog[open]"));
    if (site.engine !== "webkit")
      assert.ok(await page.evaluate((button) => document.activeElement?.matches(button), button));
  });

  test("pressed twice before it is there, it opens once, and has the focus", async () => {
    const page = await site.open("");
    for (let time = 0; time < 2; time++) {
      await page.evaluate(() => {
        const shown = [...document.querySelectorAll(".embed")].find((one) => one.checkVisibility());
        for (let press = 0; press < 3; press++) /** @type {HTMLElement} */ (shown).click();
      });
      await page.waitFor(() => Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector(":modal")));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const seen = await page.evaluate(() => {
        const root = document.querySelector("embed-dialog")?.shadowRoot;
        return [Boolean(root?.querySelector(":modal")), Boolean(root?.activeElement?.checkVisibility())];
      });
      assert.deepEqual(seen, [true, true]);
      await page.press("Escape");
      await page.waitFor(() => !document.querySelector("embed-dialog")?.shadowRoot?.querySelector("[open]"));
    }
    assert.deepEqual((await site.complaints(page)).errors, []);
  });

  test("closed when what had the focus is gone, it gives it to its button", async () => {
    const page = await site.open("");
    await page.evaluate(() => {
      const gone = document.body.appendChild(document.createElement("button"));
      gone.focus();
      const shown = [...document.querySelectorAll(".embed")].find((one) => one.checkVisibility());
      /** @type {HTMLElement} */ (shown).click();
    });
    await page.waitFor(() => Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector(":modal")));
    await page.evaluate(() => document.body.lastElementChild?.previousElementSibling?.remove());
    await page.press("Escape");
    await page.waitFor(() => document.activeElement?.matches(".embed") ?? false);
  });

  test("without a total it says so and copies nothing", async () => {
    const page = await site.open(link("input=64&layers=LSTM(1.5)"));
    const button = await page.evaluate(() =>
      document.querySelector("header .embed")?.checkVisibility() ? "header .embed" : "footer .embed",
    );
    await page.click(button);
    await page.waitFor(() =>
      Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector("dialog[open] .wrong")),
    );
    assert.ok(await page.evaluateOn(dialog("button.copy"), (one) => one.disabled));
  });

  test("axe finds nothing in it", { skip: site.engine !== "chromium" && "one engine is enough" }, async () => {
    const page = await site.open("");
    await openDialog(page);
    assert.deepEqual(await axe(page), []);
  });

  test("it fits a phone, and speaks the page's language", async () => {
    const page = await site.open("?lang=hi&input=64&layers=LSTM(32)", { width: 320, height: 568 });
    await openDialog(page);
    const seen = await page.evaluateOn("embed-dialog", (element) => {
      const dialog = element.shadowRoot.querySelector("dialog");
      return {
        sideways: dialog.scrollWidth - dialog.clientWidth,
        title: dialog.querySelector("h2").textContent,
        preview: dialog.querySelector("rnn-params").lang,
      };
    });
    assert.deepEqual(seen, { sideways: 0, title: "इसे course notes में लगाएँ", preview: "hi" });
    assert.match(await written(page, "tag"), / lang="hi">/);
    await page.press("Escape");
    assert.ok(await page.evaluateOn(within(".total"), (total) => total.checkVisibility()));
  });
});
