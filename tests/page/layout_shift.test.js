// Tests that nothing moves while the page or a page of notes loads: room is kept for what is still to come.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { inEveryBrowser } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** The sum of the areas that move, times how far, as parts of the window: https://web.dev/articles/cls */
const most = 0.02;

/** Listens, and keeps the core back until what stands without it was painted. */
const watch = `
  window.moved = [];
  const add = (list) => {
    for (const { value, sources } of list.getEntries()) {
      const what = sources.map(({ node, previousRect, currentRect }) => (node?.className || node?.nodeName) + " " + previousRect.y + " to " + currentRect.y);
      window.moved.push({ value, what: what.slice(0, 9).join(", ") });
    }
  };
  const observer = new PerformanceObserver(add);
  observer.observe({ type: "layout-shift", buffered: true });
  window.allMoved = () => {
    add({ getEntries: () => observer.takeRecords() });
    return window.moved;
  };
  const painted = new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  });
  const ask = window.fetch;
  window.fetch = async (...asked) => {
    if (String(asked[0]).includes(".wasm")) await painted;
    return ask(...asked);
  };`;

/** Five tags as notes have them. */
const tags = {
  "as the dialog writes them": [
    '<rnn-params input="64" layers="LSTM(32)">LSTM(64 → 32): 12,416</rnn-params>',
    '<rnn-params framework="keras" input="10" layers="GRU(7)"></rnn-params>',
    '<p>The layer <rnn-params steps="line" input="64" layers="LSTM(32)">has 12,416</rnn-params> has one line.</p>',
    '<rnn-params framework="pytorch" input="10" layers="LSTM(7, num_layers=2, bidirectional=true)" steps="none"></rnn-params>',
    '<rnn-params controls="none" input="64" layers="Bidirectional(LSTM(32)), Dense(1)">Two layers.</rnn-params>',
  ],
  "with less and with more": [
    '<rnn-params controls="none" steps="none" compare="none" input="64" layers="LSTM(units=32)"></rnn-params>',
    '<rnn-params fade="2" input="64" layers="LSTM(32)"></rnn-params>',
    '<rnn-params compare="none" input="64" layers="RNN(32)"></rnn-params>',
    '<rnn-params framework="keras" layers="Embedding(20000, 128), Bidirectional(LSTM(64)), Dense(1)"></rnn-params>',
    '<rnn-params controls="all" framework="pytorch" input="10" layers="GRU(7)"></rnn-params>',
  ],
  "with questions": [
    '<rnn-params framework="keras" input="300" layers="LSTM(?)" budget="1000000"></rnn-params>',
    '<rnn-params input="64" layers="LSTM(32)" vs="framework=pytorch&amp;input=80&amp;layers=GRU(40)"></rnn-params>',
  ],
  "with pictures": [
    '<rnn-params picture="beside" input="64" layers="LSTM(32)"></rnn-params>',
    '<rnn-params picture="beside" steps="none" framework="tf1" input="10" layers="LSTM(7, peepholes=true)"></rnn-params>',
    '<rnn-params picture="beside" controls="none" framework="keras" layers="Embedding(20000, 128), Bidirectional(LSTM(64)), Dense(1)"></rnn-params>',
    '<rnn-params picture="beside" fade="2" input="10" layers="GRU(7)"></rnn-params>',
  ],
  "with exercises": [
    '<rnn-params exercise="ideas" input="10" layers="LSTM(7)"></rnn-params>',
    '<rnn-params exercise="ideas" framework="keras" input="10" layers="Bidirectional(GRU(7)), Dense(3)" seed="3"></rnn-params>',
    '<rnn-params exercise="total" picture="beside" input="10" layers="LSTM(7)"></rnn-params>',
  ],
  "one of them presented": [
    '<rnn-params present input="64" layers="LSTM(32)"></rnn-params>',
    '<rnn-params framework="keras" input="10" layers="GRU(7)"></rnn-params>',
  ],
};

/** @param {string[]} tags */
const notes = (
  tags,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body { font: 16px/1.5 sans-serif; max-width: 40em; margin: 1em auto; padding: 0 12px }</style>
<script src="./watch.js"></script><script type="module" blocking="render" src="./rnn-params.js"></script>
<h1>Notes</h1><p>What an LSTM is, and how many parameters it has.</p>${tags.join("<p>Some words between them, on a line or on two, as notes have them everywhere.</p>")}<p>Some words after them.</p></html>`;

inEveryBrowser((site) => {
  if (site.engine !== "chromium") return; // the others do not tell

  let url = "";
  before(async () => {
    url = await site.variant(async (folder) => {
      await writeFile(join(folder, "watch.js"), watch);
      for (const [index, all] of Object.values(tags).entries())
        await writeFile(join(folder, `notes-${index}.html`), notes(all));
      for (const file of ["index.html", "hi/index.html"]) {
        const markup = await readFile(join(folder, file), "utf8");
        const script = `<script src="${file.startsWith("hi") ? ".." : "."}/watch.js"></script>`;
        await writeFile(join(folder, file), markup.replace("<title>", `${script}<title>`));
      }
    });
  });

  const pages = [
    ...Object.keys(tags).map((name, index) => [`tags, ${name}`, `notes-${index}.html`]),
    ["a first visit", "index.html"],
    ["a first visit in Hindi", "hi/index.html"],
    ["a link", "index.html?framework=keras&input=64&layers=Bidirectional(LSTM(32)),Dense(1)"],
    ["a link that asks for the ideas", "index.html?input=10&layers=LSTM(7),Dense(1)&exercise=ideas"],
    ["a link that asks for the total", "index.html?input=10&layers=LSTM(7),Dense(1)&exercise=total"],
    ["a link that presents", "index.html?framework=keras&input=64&layers=Bidirectional(LSTM(32)),Dense(1)&present=3"],
    ["a link in Hindi", "index.html?lang=hi&framework=pytorch&input=10&layers=GRU(7)"],
    ["a link that asks for a size", "index.html?framework=keras&input=300&layers=LSTM(?)&budget=1000000"],
    [
      "a link with a second model",
      "index.html?framework=keras&input=64&layers=LSTM(32)&vs=framework%3Dpytorch%26input%3D80%26layers%3DGRU(40)",
    ],
    ["a link that can't be read", "index.html?input=10&layers=GRU(7"],
  ];
  for (const [width, height] of [
    [360, 640],
    [768, 1024],
    [1280, 720],
    [1920, 1080],
  ])
    for (const [name, address] of pages) {
      test(`nothing moves at ${width} × ${height}: ${name}`, async () => {
        const page = await site.page({ width, height });
        await page.goto(url + address);
        await page.waitFor(() =>
          [...document.querySelectorAll("rnn-params")].every((one) => {
            const part = (/** @type {string} */ selector) => one.shadowRoot?.querySelector(selector);
            const asked = (!part(".vs-room") || part(".versus")) && (!part(".budget-room") || part(".budget"));
            return part(".rest, .line, .exercise-screen") && asked;
          }),
        );
        const moved = await page.evaluate(async () => {
          for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
          return /** @type {any} */ (window).allMoved();
        });
        const sum = moved.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.value, 0);
        assert.ok(sum <= most, JSON.stringify(moved, undefined, 1));
      });
    }
});
