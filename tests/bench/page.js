/**
 * What the built page costs in Chromium: the main thread's work for each key, from key to frame, and from navigation to the first derivation.
 * Work is the main thread's own processor time, as Chromium's Performance domain counts it.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { chromiumArgs } from "../page/puppeteer.js";
import { chromium, found } from "../tools/programs.js";
import { serve } from "../tools/serve.js";
import { different } from "./calls.js";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{ work: number, frame: number }} Latency `work`: of the main thread for a key, p95, ms; `frame`: from key to frame, p95, ms */

const keysPressed = 40;
/** Between two keys, in which all that a key leads to is done. */
const pause = 120;

/** @param {number[]} values */
const p95 = (values) => values.toSorted((one, other) => one - other)[Math.ceil(values.length * 0.95) - 1];
/** @param {number[]} values */
const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

const emptyPage =
  '<!doctype html><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,"><input id="input">';

/** @param {number} count widgets of one page */
const notes = (count) => `<!doctype html><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">
<script type="module" src="./rnn-params.js"></script>
${Array.from({ length: count }, (_, at) => `<rnn-params framework="keras" input="64" layers="LSTM(${at + 1})">LSTM</rnn-params>`).join("\n")}`;

/** Notes when something is there, what was compiled until then, and how long each key took to a frame; runs before the page's own scripts. */
function watch() {
  const seen = Object.assign(globalThis, {
    compiled: /** @type {number[]} */ ([]),
    frames: /** @type {number[]} */ ([]),
    stands: 0,
  });
  const compile = WebAssembly.compile;
  WebAssembly.compile = async (bytes) => {
    const start = performance.now();
    const module = await compile(bytes);
    seen.compiled.push(performance.now() - start);
    return module;
  };
  const all = () => [...document.querySelectorAll("rnn-params")];
  const look = () => {
    const widgets = all();
    if (widgets.length > 0 && widgets.every((one) => one.shadowRoot?.querySelector(".step, .total b")))
      seen.stands = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener(
    "keydown",
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => seen.frames.push(performance.now() - timeStamp);
        port2.postMessage("painted");
      }),
    true,
  );
}

/** @param {string} dist a folder with the built page, to which pages are added */
export async function measurePage(dist) {
  await writeFile(join(dist, "empty.html"), emptyPage);
  await writeFile(join(dist, "twenty.html"), notes(20));
  const server = await serve(dist, { path: "/notes/rnn/" });
  const browser = await puppeteer.launch({ executablePath: found(chromium(), "Chromium"), args: chromiumArgs });

  /** @template T @param {(page: Page) => Promise<T>} use */
  async function inPage(use) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(watch);
    try {
      return await use(page);
    } finally {
      await context.close();
    }
  }

  /** @param {string} address @param {number} [slower] @returns {Promise<Latency>} */
  const typing = (address, slower = 1) =>
    inPage(async (page) => {
      await page.goto(server.url + address);
      const whole = () =>
        !document.querySelector("rnn-params") ||
        document.querySelector("rnn-params")?.shadowRoot?.querySelector(".derivation > .rest");
      await page.waitForFunction(whole, { timeout: 60_000 });
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const session = await page.createCDPSession();
      await session.send("Performance.enable", { timeDomain: "threadTicks" });
      if (slower > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
      const spent = async () => {
        const { metrics } = await session.send("Performance.getMetrics");
        return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
      };
      await page.evaluate(() => {
        const field = /** @type {HTMLInputElement} */ (
          (document.querySelector("rnn-params")?.shadowRoot ?? document).querySelector("#input")
        );
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
      });
      const work = /** @type {number[]} */ ([]);
      for (let key = -4; key < keysPressed; key++) {
        const before = await spent();
        await page.keyboard.press(
          key % 2 === 0 ? "Backspace" : /** @type {import("puppeteer-core").KeyInput} */ (`${(key + 5) % 10}`),
        );
        await new Promise((resolve) => setTimeout(resolve, pause * slower));
        if (key >= 0) work.push((await spent()) - before);
      }
      const frames = await page.evaluate(() => /** @type {any} */ (globalThis).frames);
      return { work: p95(work), frame: p95(frames.slice(4)) };
    });

  /** @param {string} address */
  const coldStart = async (address) => {
    const runs = [];
    for (let run = 0; run < 5; run++)
      runs.push(
        await inPage(async (page) => {
          await page.goto(server.url + address);
          await page.waitForFunction(() => /** @type {any} */ (globalThis).stands > 0);
          const { stands, compiled } = await page.evaluate(() => {
            const { stands, compiled } = /** @type {any} */ (globalThis);
            return { stands, compiled: compiled.slice() };
          });
          return { stands, compile: compiled[0] ?? 0 };
        }),
      );
    return { stands: median(runs.map(({ stands }) => stands)), compile: median(runs.map(({ compile }) => compile)) };
  };

  const layers = (/** @type {number} */ count) => `?${different(count)}`;
  try {
    return {
      typing: {
        empty: await typing("empty.html"),
        "1 layer": await typing("?framework=keras&input=64&layers=LSTM(32)"),
        "10 different layers": await typing(layers(10)),
        "10 different layers, 4 × slower": await typing(layers(10), 4),
        "50 different layers": await typing(layers(50)),
        "1,000 different layers": await typing(layers(1000)),
        "1,000 equal layers": await typing("?framework=pytorch&input=64&layers=LSTM(64, num_layers=1000)"),
      },
      start: {
        "an empty page": await coldStartOfEmpty(),
        "a first visit": await coldStart(""),
        "a link with a model": await coldStart("?framework=keras&input=64&layers=LSTM(32),LSTM(32)"),
        "twenty widgets": await coldStart("twenty.html"),
      },
    };
  } finally {
    await browser.close();
    await server.close();
  }

  async function coldStartOfEmpty() {
    const runs = [];
    for (let run = 0; run < 5; run++)
      runs.push(
        await inPage(async (page) => {
          await page.goto(`${server.url}empty.html`);
          return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(performance.now()))));
        }),
      );
    return { stands: median(/** @type {number[]} */ (runs)), compile: 0 };
  }
}
