// Tests of the page on a small phone: nothing scrolls sideways, and the total stays in view.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { inEveryBrowser, link } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const states = [
  ["a first visit", "", "12,416"],
  ["totals of 20 digits", "?framework=keras&layers=Embedding(4294967295,4294967297)", "18,446,744,073,709,551,615"],
  ["20 digits in recurrent layers", "?input=2147483647&layers=Bidirectional(LSTM(1073741824)),Dense(9)", ""],
  ["a long stack", `?input=64&layers=${"Bidirectional(LSTM(32)),GRU(1024),Dense(100000),".repeat(5)}Dense(1)`, ""],
  ["1,000 layers", "?framework=pytorch&input=64&layers=LSTM(32,+num_layers=1000,+bidirectional=true)", ""],
  ["errors", "?framework=kears&input=1.5&layers=LTSM(32),+GRU(0,+hiden_size=4),+LSTM(1e99999)", "no total yet"],
  [
    "errors with long words",
    `?framework=${"w".repeat(500)}&input=${"9".repeat(500)}&layers=${"L".repeat(500)}(1)`,
    "no total yet",
  ],
  [
    "problems of layers with long names",
    `?input=64&layers=${`${"W".repeat(80)}(32),`.repeat(25)}GRU(1)`,
    "no total yet",
  ],
  ["text that can't be read", `?input=64&layers=LSTM(${"9".repeat(300)}`, "no total yet"],
];

inEveryBrowser((site) => {
  test("the titles of folded layers begin at one place, on the line of their sign, however long they are", async () => {
    const layers = "LSTM(32),Bidirectional(LSTM(128)),GRU(4),MultiHeadAttention(4,32),LayerNormalization(),Dense(3)";
    for (const width of [360, 768, 1280]) {
      const page = await site.open(link(`framework=keras&input=64&layers=${layers}`), { width });
      const starts = await page.evaluateOn("rnn-params", ({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll("button.fold") ?? [])].map((button) => {
          const [title] = button.children;
          const [from, outer] = [title, button].map((one) => one.getBoundingClientRect());
          return [Math.round(from.left - outer.left), from.top - outer.top < 10];
        }),
      );
      assert.equal(starts.length, 6);
      for (const start of starts) assert.deepEqual(start, [starts[0][0], true], `${width}: ${JSON.stringify(starts)}`);
    }
  });

  test("a path that takes a second line moves nothing below it, on a phone", async () => {
    const heights = [];
    const tops = [];
    for (const query of [
      "input=10&layers=LSTM(7),Dense(1)",
      "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(GRU(7)),Dense(1)",
    ]) {
      const page = await site.open(link(`framework=keras&${query}`), { width: 360, height: 740 });
      const { lines, top } = await page.evaluateOn("rnn-params", ({ shadowRoot }) => {
        const words = document.createRange();
        words.selectNodeContents(shadowRoot.querySelector("h2"));
        const field = shadowRoot.querySelector("#input");
        return { lines: words.getBoundingClientRect().height, top: field.getBoundingClientRect().top };
      });
      heights.push(lines);
      tops.push(top);
    }
    assert.ok(heights[0] < heights[1], "the second one has two lines");
    assert.equal(tops[0], tops[1]);
  });

  const phone = { width: 320, height: 568 };
  let frame = "";

  before(async () => {
    if (site.engine !== "webkit") return;
    // Its window can't be that narrow, a frame can.
    frame = await site.variant((folder) =>
      writeFile(
        join(folder, "phone.html"),
        '<!doctype html><html lang="en"><title>phone</title><iframe width="320" height="568" style="border: 0"></iframe>',
      ),
    );
  });

  /**
   * The page on a phone. In what is evaluated there, `frames[0] ?? window` is its window.
   * @param {string} search
   */
  async function open(search) {
    if (site.engine !== "webkit") return site.open(search, phone);
    const page = await site.page();
    await page.goto(`${frame}phone.html`);
    await page.evaluateOn(
      "iframe",
      (iframe, address) => {
        iframe.src = address;
      },
      `${frame}${search}`,
    );
    await page.waitFor(() => {
      const element = frames[0].document.querySelector("rnn-params");
      return Boolean(element?.shadowRoot?.querySelector(".total")) && frames[0].document.readyState === "complete";
    });
    return page;
  }

  for (const [name, search, total] of states) {
    test(`nothing scrolls sideways: ${name}`, async () => {
      const page = await open(search);
      const seen = await page.evaluate(async () => {
        const view = /** @type {Window} */ (frames[0] ?? window);
        const { document } = view;
        const { shadowRoot } = /** @type {any} */ (document.querySelector("rnn-params"));
        const root = /** @type {ShadowRoot} */ (shadowRoot);
        const { width: room } = document.documentElement.getBoundingClientRect();
        const measure = () => ({
          page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          outside: [...root.querySelectorAll("*"), ...document.body.querySelectorAll("*")]
            .filter((one) => {
              const { left, right, width, height } = one.getBoundingClientRect();
              if (width <= 1 || height <= 1 || one.closest("pre, .visually-hidden, .summary h2 *")) return false; // the headline ends in dots
              return one.checkVisibility() && (right > room + 1 || left < -1);
            })
            .map((one) => `${one.localName} ${one.className}: ${one.textContent?.slice(0, 40)}`),
          scrolling: [...root.querySelectorAll("*")]
            .filter(
              (one) =>
                /auto|scroll/.test(view.getComputedStyle(one).overflowX) && !/^(PRE|TEXTAREA)$/.test(one.tagName),
            )
            .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
            .map((one) => `${one.localName} ${one.className}`),
        });
        const folded = measure();
        for (const part of root.querySelectorAll("details")) part.open = true;
        await new Promise((resolve) => setTimeout(resolve)); // for their toggle events
        const unfolded = measure();
        return { width: view.innerWidth, folded, unfolded, total: root.querySelector(".total b")?.textContent };
      });
      const none = { page: 0, outside: [], scrolling: [] };
      assert.equal(seen.width, 320);
      if (total) assert.equal(seen.total, total);
      assert.deepEqual(seen.folded, none);
      assert.deepEqual(seen.unfolded, none, "with everything unfolded");
    });
  }

  for (const [name, search] of states.slice(0, 2)) {
    test(`the total stays in view beside the steps: ${name}`, async () => {
      const page = await open(search);
      const seen = await page.evaluate(() => {
        const view = /** @type {Window} */ (frames[0] ?? window);
        const { document } = view;
        const root = /** @type {ShadowRoot} */ (document.querySelector("rnn-params")?.shadowRoot);
        const steps = [...root.querySelectorAll("ol:not(:has(input)) > li")];
        /** @type {Element} */ (steps.at(-1)).scrollIntoView({ block: "center", behavior: "instant" });
        const total = /** @type {Element} */ (root.querySelector(".total b"));
        const box = total.getBoundingClientRect();
        const hit = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return {
          scrolled: view.scrollY > 0,
          inView: box.top >= 0 && box.bottom <= view.innerHeight,
          onTop: hit === total || hit?.contains(total) === true,
        };
      });
      assert.deepEqual(seen, { scrolled: true, inView: true, onTop: true });

      await page.evaluate(() => {
        const element = (frames[0] ?? window).document.querySelector("rnn-params");
        const field = /** @type {HTMLElement | null} */ (element?.shadowRoot?.querySelector("#input") ?? null);
        field?.focus();
      });
      await page.waitFor(() => {
        const view = /** @type {Window} */ (frames[0] ?? window);
        const root = view.document.querySelector("rnn-params")?.shadowRoot;
        const [field, total] = ["#input", ".total"].map((one) => root?.querySelector(one)?.getBoundingClientRect());
        return field && total && field.top >= total.bottom && field.bottom <= view.innerHeight;
      });
    });
  }
});
