// Tests of the picture in a widget: beside the steps or below them, in room that does not grow with it, and not while an exercise asks.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { axe } from "./axe.js";
import { inEveryBrowser, rested, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** @param {string} tag */
const notes = (tag) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
<script type="module" src="./rnn-params.js"></script><main><h1>Notes</h1>${tag}<p id="after">Words after it.</p></main></html>`;

const lstm = 'framework="keras" input="64" layers="LSTM(32)"';

inEveryBrowser((site) => {
  /** @param {string} attributes @param {number} [width] */
  async function open(attributes, width = 1100) {
    const url = await site.variant((folder) =>
      writeFile(join(folder, "notes.html"), notes(`<rnn-params ${attributes}></rnn-params>`)),
    );
    const page = await site.page({ width, height: 900 });
    await page.goto(`${url}notes.html`);
    await page.waitFor(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest, .exercise-screen")),
    );
    return page;
  }

  /** Whether there is room for it, and whether it is there. @param {Page} page */
  const shown = (page) =>
    page.evaluateOn("rnn-params", async (element) => {
      await element.updateComplete;
      return [".picture-room", ".picture-room .picture"].map((part) => element.shadowRoot.querySelector(part) !== null);
    });

  /** Where the steps and the picture stand. @param {Page} page */
  const places = (page) =>
    page.evaluateOn("rnn-params", (element) => {
      const [steps, picture] = [".short", ".picture-room .picture"].map((part) =>
        element.shadowRoot.querySelector(part).getBoundingClientRect(),
      );
      return { beside: picture.left >= steps.right, below: picture.top >= steps.bottom, wide: picture.right };
    });

  test("beside the steps where there is room, below them where there is little", async () => {
    const wide = await places(await open(`picture="beside" ${lstm}`));
    assert.deepEqual([wide.beside, wide.below], [true, false]);
    const narrow = await places(await open(`picture="beside" ${lstm}`, 360));
    assert.deepEqual([narrow.beside, narrow.below], [false, true]);
    assert.ok(narrow.wide <= 360);
  });

  test("it is the picture of what is shown, has no heading, and moves nothing as it changes", async () => {
    const page = await open(`picture="beside" ${lstm}`);
    const seen = () =>
      page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        const picture = element.shadowRoot.querySelector(".picture-room .drawing");
        return {
          sum: picture.querySelector(".formula").textContent.replace(/\s+/g, " ").trim(),
          headings: element.shadowRoot.querySelectorAll(".widget :is(h1, h2, h3, h4)").length,
          after: document.querySelector("#after")?.getBoundingClientRect().top ?? 0,
        };
      });
    const before = await seen();
    assert.deepEqual([before.sum, before.headings], ["4 × 3,104 = 12,416", 0]);
    await page.fill(within("#input"), "300");
    const after = await seen();
    assert.equal(after.sum, "4 × 10,656 = 42,624");
    assert.ok(Math.abs(after.after - before.after) < 1, `${after.after}, ${before.after} before`);
    assert.deepEqual(await axe(page), []);
  });

  test("none where none is asked for, in a line, and while something is left to be found", async () => {
    for (const [attributes, expected] of /** @type {[string, boolean[]][]} */ ([
      [`picture="beside" ${lstm}`, [true, true]],
      [lstm, [false, false]],
      [`picture="below" ${lstm}`, [false, false]],
      [`picture="beside" steps="none" ${lstm}`, [true, true]],
      [`picture="beside" fade="1" ${lstm}`, [false, false]],
      [`picture="beside" exercise="values" ${lstm}`, [false, false]],
      [`picture="beside" exercise="ideas" ${lstm}`, [false, false]],
      [`picture="beside" exercise="total" ${lstm}`, [false, false]],
    ]))
      assert.deepEqual(await shown(await open(attributes)), expected, attributes);
    const page = await open(`picture="beside" fade="1" ${lstm}`);
    await page.fill(within(".blank"), "12416");
    await rested(page);
    assert.deepEqual(await shown(page), [true, true], "it is told, so it is shown");
  });
});
