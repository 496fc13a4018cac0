/**
 * A monkey at the page: keys, clicks and words at random, the same ones for the same seed. Whatever it does, nothing is said in the console,
 * nothing is refused, the focus is never lost, and the total is the one that the core counts for the address.
 *
 *   EVENTS=10000 SEED=7 BROWSERS=firefox node --test tests/page/monkey.test.js
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { inEveryBrowser, link } from "./site.js";

/** @import { Page } from "./page.js" */

const events = Number(process.env.EVENTS ?? 1000);
const seed = Number(process.env.SEED ?? 1);
/** After so many events it is looked at. */
const stride = 20;

const starts = [
  "",
  "input=64&layers=LSTM(32)",
  "framework=pytorch&input=10&layers=LSTM(7, num_layers=2, bidirectional=True)",
  "input=10&layers=Bidirectional(LSTM(7)), Dense(1)&exercise=ideas",
  "input=20&timesteps=9&layers=Conv1D(8, 3), GRU(7), Dense(1)&fade=2",
  "input=10&layers=GRU(4)&present=1",
  "input=10&layers=GRU(4)&got=264&lang=hi",
  "input=300&layers=LSTM(?)&budget=1000000",
];
const keys =
  "Tab Tab Tab Shift+Tab Enter Enter Escape Backspace Delete Home End ArrowUp ArrowDown ArrowLeft n p a 1 0 7".split(
    " ",
  );
const words = [
  "64",
  "LSTM(32)",
  ", Bidirectional(GRU(7))",
  "99999999999999999999",
  "-1",
  "१२",
  "<img src=x onerror=alert(1)>",
  "model.add(LSTM(3, input_shape=(5, 4)))",
  "?",
  "   ",
];

/** Whole numbers below a limit, the same sequence for the same seed: a linear congruence, its high bits. */
function numbersFrom(/** @type {number} */ start) {
  let state = BigInt(start);
  return (/** @type {number} */ below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

const after = (/** @type {string[]} */ done) => `after ${done.slice(-2 * stride).join("; ")}`;

/** The middles of what can be used in the window just now; what leads away, saves or prints is left alone. @param {Page} page */
const usable = (page) =>
  page.evaluate(() => {
    const controls = "a, button, input, textarea, summary, [tabindex]";
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const all = roots.flatMap((root) => [...root.querySelectorAll(controls)]);
    const middles = all.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return { one, x: left + width / 2, y: top + height / 2 };
    });
    return middles
      .filter(({ one, x, y }) => {
        const leaves = one.localName === "a" && !one.getAttribute("href")?.startsWith("#");
        const saves = /\b(file|print|save|download)\b/i.test(
          `${one.className} ${one.id} ${one.getAttribute("type")} ${one.textContent}`,
        );
        const over = /** @type {Document | ShadowRoot} */ (one.getRootNode()).elementFromPoint(x, y);
        return !leaves && !saves && over !== null && (one.contains(over) || over.contains(one));
      })
      .map(({ x, y }) => ({ x, y }));
  });

/**
 * One event.
 * @param {Page} page
 * @param {(below: number) => number} random
 * @param {string[]} done what was done before
 */
async function act(page, random, done) {
  const kind = random(100);
  if (kind < 45) {
    const places = await usable(page);
    if (places.length === 0) return "nothing to use";
    const { x, y } = places[random(places.length)];
    await page.tap(x, y);
    return `tap on ${Math.round(x)}, ${Math.round(y)}`;
  }
  if (kind < 55) {
    const [x, y] = [random(1000), random(740)];
    await page.tap(x, y);
    return `tap at ${x}, ${y}`;
  }
  if (kind < 85) {
    const key = keys[random(keys.length)];
    const before = await focused(page);
    await page.press(key);
    // Tab may lead out of the page.
    if (before && !key.endsWith("Tab"))
      assert.ok(await focused(page), `${key} loses the focus of ${before}, ${after(done)}`);
    return key;
  }
  const word = words[random(words.length)];
  await page.type(word);
  return JSON.stringify(word);
}

/** What has the focus; "" if nothing seen has it. @param {Page} page */
const focused = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    /** @type {any} */
    let has = document.activeElement;
    while (has?.shadowRoot?.activeElement) has = has.shadowRoot.activeElement;
    const seen = has?.checkVisibility({ visibilityProperty: true }) && !has.closest("[inert]");
    return seen && has !== document.body ? `${has.localName}#${has.id}.${has.className}` : "";
  });

/** What is shown. @param {Page} page */
const shown = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const root = element.shadowRoot;
    return {
      total: root.querySelector(".total b")?.textContent?.trim() ?? "",
      search: location.search,
      path: location.pathname,
      empty: root.textContent.trim() === "",
    };
  });

inEveryBrowser((site) => {
  for (const [index, start] of starts.entries()) {
    test(`${Math.ceil(events / starts.length)} events at random, from ${start || "a first visit"}`, async () => {
      const engine = await load();
      const random = numbersFrom(seed * 1000 + index);
      const page = await site.open(link(start), { width: 1000, height: 740 });
      const path = await page.evaluate(() => location.pathname);
      /** @type {string[]} */
      const done = [];
      for (let event = 1; event <= events / starts.length; event++) {
        done.push(await act(page, random, done));
        if (event % stride > 0) continue;
        const what = after(done);
        const { total, search, path: now, empty } = await shown(page);
        assert.equal(now, path, what);
        assert.ok(!empty, what);
        assert.deepEqual(await site.complaints(page), { errors: [], violations: [] }, what);
        if (!/^[\d,]+$/.test(total)) continue;
        const keys = ["framework", "input", "timesteps", "layers"];
        const query = new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => keys.includes(key)));
        if (query.size === 0) continue; // the page's own first example
        // Languages put their commas elsewhere.
        assert.equal(total.replaceAll(",", ""), engine.explain(`${query}`).total ?? "none", `${what}: ${search}`);
      }
    });
  }
});
