// Tests of what stands on the first screen, of how long the page is, and of what one press brings there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./axe.js";
import { useTestFonts } from "./fonts.js";
import { inEveryBrowser, link, reading, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const two = link("input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))");

/** The answer to a question that is not open yet. @param {Page} page @param {string} label */
const ask = (page, label) =>
  page.evaluateOn(
    "rnn-params",
    (element, label) => {
      const summaries = [...element.shadowRoot.querySelectorAll(".step .why > summary")];
      const asked = summaries.find((one) => one.textContent.trim() === label);
      asked.click();
      return asked.parentElement.querySelector("p").innerText.replace(/\s+/g, " ").trim();
    },
    label,
  );

inEveryBrowser((site) => {
  for (const [width, height] of [
    [1280, 720],
    [360, 740],
  ])
    test(`the box, the total, the notes' line and two steps stand on the first screen: ${width} × ${height}`, {
      skip: site.engine === "webkit" && width < 450 && "its window can't be that narrow",
    }, async () => {
      const page = await site.open("", { width, height });
      await useTestFonts(page);
      const bottoms = await page.evaluateOn("rnn-params", (element) => {
        const root = element.shadowRoot;
        const [first, second] = root.querySelectorAll(".steps > .step");
        const all = ["#ask", ".total b", ".whole"].map((one) => root.querySelector(one)).concat(first, second);
        return all.map((one) => Math.round(one.getBoundingClientRect().bottom));
      });
      for (const bottom of bottoms) assert.ok(bottom > 0 && bottom <= height, `${bottoms} of ${height}`);
    });

  test("on a phone what begins an exercise stands beside what presents, and nothing is cut off", {
    skip: site.engine === "webkit" && "its window can't be that narrow",
  }, async () => {
    for (const [search, width] of /** @type {const} */ ([
      ["", 360],
      ["?lang=hi", 360],
      [two, 360],
      ["", 412],
      ["", 768],
    ])) {
      const page = await site.open(search, { width, height: 740 });
      await useTestFonts(page);
      await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".got input")));
      const seen = await page.evaluateOn("rnn-params", ({ shadowRoot }) => {
        const [start, present, field] = ["#start-exercise", "#present", ".got input"].map((one) =>
          shadowRoot.querySelector(one).getBoundingClientRect(),
        );
        const middle = (/** @type {DOMRect} */ { top, height }) => top + height / 2;
        return {
          seen: start.width > 24 && start.height >= 24 && start.bottom + scrollY < 2 * innerHeight,
          line:
            Math.abs(middle(start) - middle(present)) < 8 && field.right <= start.left && start.right <= present.left,
          room: field.width >= 44,
          inside: document.documentElement.scrollWidth <= innerWidth && present.right <= innerWidth,
        };
      });
      assert.deepEqual(seen, { seen: true, line: true, room: true, inside: true }, `${search} ${width}`);
    }
  });

  test("the whole block stands on the first screen, from beside the total on: 1280 × 720", async () => {
    const page = await site.open("", { width: 1280, height: 720 });
    await useTestFonts(page);
    const { block, total, told } = await page.evaluateOn("rnn-params", (element) => {
      const box = (/** @type {string} */ one) => element.shadowRoot.querySelector(one).getBoundingClientRect().toJSON();
      const pieces = [...element.shadowRoot.querySelectorAll(".picture .piece")].map((one) =>
        one.getBoundingClientRect(),
      );
      const bottom = Math.max(...pieces.map((one) => one.bottom));
      return { block: { ...pieces[0].toJSON(), bottom }, total: box(".total"), told: box(".told") };
    });
    assert.ok(block.bottom <= 720 && block.bottom - block.top >= 400, JSON.stringify(block));
    assert.ok(block.left > told.right && block.top < total.bottom + 100, JSON.stringify({ block, total }));
  });

  test("what adds a layer stands beside the layers as text, and nothing lies over either: 1280", async () => {
    const page = await site.open(two, { width: 1280, height: 720 });
    for (const open of [false, true]) {
      const found = await page.evaluateOn(
        "rnn-params",
        (element, open) => {
          const root = element.shadowRoot;
          root.querySelector(".as-text").open = open;
          const [add, text, fold] = [".add", "#layers", ".as-text > summary"].map((one) => root.querySelector(one));
          const middle = (/** @type {Element} */ one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            return root.elementFromPoint(left + width / 2, top + height / 2) === one;
          };
          const free = !open || add.getBoundingClientRect().bottom <= text.getBoundingClientRect().top;
          return { add: middle(add), fold: middle(fold), free };
        },
        open,
      );
      assert.deepEqual(found, { add: true, fold: true, free: true });
    }
  });

  test("a printed sheet has its address below the total, so that no last sheet holds nothing else", {
    skip: site.engine !== "chromium" && "it alone is told what medium it draws for",
  }, async () => {
    const page = await site.open(two, { width: 768, height: 1100, media: "print" });
    const [total, address, steps] = await page.evaluateOn("rnn-params", ({ shadowRoot }) =>
      [".total", ".printed", ".told"].map((one) => shadowRoot.querySelector(one).getBoundingClientRect().top),
    );
    assert.ok(total < address && address < steps, `${[total, address, steps]}`);
  });

  test("on a phone the headline's path names what both directions hand on", {
    skip: site.engine === "webkit" && "its window can't be that narrow",
  }, async () => {
    const page = await site.open(two, { width: 360, height: 740 });
    await useTestFonts(page);
    const seen = await page.evaluateOn(within(".summary h2"), (head) => ({
      text: head.textContent.replace(/\s+/g, " ").trim(),
      whole: head.scrollHeight <= head.clientHeight + 1 && head.scrollWidth <= head.clientWidth + 1,
    }));
    assert.deepEqual(seen, { text: "2 bidirectional LSTM layers, 10 → 7 + 7 → 7 + 7", whole: true });
  });

  test("two bidirectional layers are at most 1,600 pixels long at 1280, and nothing of them is lost", async () => {
    const page = await site.open(two, { width: 1280, height: 720 });
    await useTestFonts(page);
    const long = await page.evaluate(() => document.documentElement.scrollHeight);
    // Without ::details-content the closed sections stand one below the other.
    assert.ok(long <= (site.engine === "webkit" ? 1700 : 1600), `${long} pixels`);
    const other = await site.open(link("framework=pytorch&input=10&layers=LSTM(7,num_layers=2,bidirectional=True)"), {
      width: 1280,
      height: 720,
    });
    await useTestFonts(other);
    const longer = await other.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(longer <= (site.engine === "webkit" ? 1700 : 1600), `${longer} pixels, with two biases`);
    await site.open(two, { width: 1280, height: 720 });
    await useTestFonts(page);
    const text = await reading(page);
    for (const part of [
      "gates + candidate = 3 + 1 = 4",
      "num_units + input_dim + 1 = 7 + 10 + 1 = 18",
      "(num_units + input_dim + 1) × num_units = (7 + 10 + 1) × 7 = 18 × 7 = 126",
      "[(num_units + input_dim + 1) × num_units] × 4 = [(7 + 10 + 1) × 7] × 4 = 126 × 4 = 504",
      "2 × [(num_units + input_dim + 1) × num_units] × 4 = 2 × [(7 + 10 + 1) × 7] × 4 = 2 × 504 = 1,008",
      "num_units + num_units = 7 + 7 = 14",
      "as in layer 1: 3 + 1 = 4",
      "num_units + input_dim + 1 = 7 + 14 + 1 = 22",
      "(num_units + input_dim + 1) × num_units = (7 + 14 + 1) × 7 = 22 × 7 = 154",
      "[(num_units + input_dim + 1) × num_units] × 4 = [(7 + 14 + 1) × 7] × 4 = 154 × 4 = 616",
      "2 × [(num_units + input_dim + 1) × num_units] × 4 = 2 × [(7 + 14 + 1) × 7] × 4 = 2 × 616 = 1,232",
      "layer 1 + layer 2 = 1,008 + 1,232 = 2,240",
    ])
      assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
    const questions = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".layer.part")].map(
        (layer) => [...layer.querySelectorAll("summary")].filter((one) => one.textContent.trim() === "Why?").length,
      ),
    );
    assert.deepEqual(
      questions,
      [5, 5, 0],
      "each step has its question, but for the one that says only where it was told",
    );
  });

  test("a step that says what was said before is a line, with its sentence behind its question", async () => {
    const page = await site.open(two);
    const text = await reading(page);
    assert.equal(text.split("The four matrices have the same size.").length, 2, "it is said once");
    const steps = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll("[data-layer='1'] .step")].map((step) => [
        step.querySelector(".step-title").textContent,
        Boolean(step.querySelector(":scope > p")),
        step.querySelector(".why > p")?.textContent ?? "",
      ]),
    );
    assert.deepEqual(
      steps.map(([title, says]) => [title, says]),
      [
        ["What layer 1 passes on", true],
        ["Four weight matrices", false],
        ["What each unit reads", false],
        ["One matrix", false],
        ["All four, one direction", false],
        ["Both directions", false],
      ],
    );
    assert.match(steps[4][2], /^The four matrices have the same size\. Each of the four matrices belongs to all units/);
  });

  test("one press says what a gate is, with the framework's equation", async () => {
    const notes = await ask(await site.open(""), "What is a gate?");
    assert.match(notes, /^A gate is a small layer .* gate = σ\(W \[a\(t−1\), xt\] \+ b\), where σ is the sigmoid\. /);
    assert.match(notes, /Here the forget gate decides how much of the old cell state stays; /);
    const torch = await ask(await site.open(link("framework=pytorch&input=10&layers=GRU(7)")), "What is a gate?");
    assert.match(torch, /gate = σ\(W xt \+ b \+ U h\(t−1\) \+ b′\)/);
    const hindi = await ask(await site.open("?lang=hi"), "Gate क्या है?");
    assert.match(hindi, /जहाँ σ sigmoid है।/);
    const plain = await site.open(link("input=64&layers=RNN(32)"));
    assert.doesNotMatch(await reading(plain), /What is a gate/);
  });

  test("the shares have the layers' numbers; the focus brings their names and percentages", async () => {
    const page = await site.open(two, { width: 1280, height: 720 });
    const seen = await page.evaluateOn(within(".shares"), (bar) => ({
      labels: [...bar.querySelectorAll("text")].map((one) => one.textContent),
      said: bar.getAttribute("aria-label"),
      hidden: !bar.nextElementSibling.checkVisibility(),
      high: bar.getBoundingClientRect().height >= 24,
    }));
    assert.deepEqual(seen, {
      labels: ["1", "2"],
      said: "Shares of the total: Layer 1: bidirectional LSTM, 10 → 7: 1,008 (45 %), Layer 2: bidirectional LSTM, 14 → 7: 1,232 (55 %)",
      hidden: true,
      high: true,
    });
    if (site.engine !== "chromium") return; // nothing has the focus in a window behind another one
    await page.evaluateOn(within(".shares"), (bar) => bar.focus({ focusVisible: true }));
    const names = await page.evaluateOn(within(".share-names"), (list) =>
      list.checkVisibility() ? [...list.children].map((one) => one.textContent) : [],
    );
    assert.deepEqual(names, [
      "Layer 1: bidirectional LSTM, 10 → 7: 1,008 (45 %)",
      "Layer 2: bidirectional LSTM, 14 → 7: 1,232 (55 %)",
    ]);
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"]))
    for (const width of [360, 1280, 1920])
      test(`axe finds nothing with every question, the menu and the names open: ${colorScheme}, ${width}`, {
        skip: site.engine !== "chromium" && "one engine is enough",
      }, async () => {
        const page = await site.open(two, { width, height: 900, colorScheme });
        await page.evaluateOn("rnn-params", (element) => {
          const root = element.shadowRoot;
          for (const one of root.querySelectorAll(".why")) one.open = true;
          root.querySelector(".menu.button").open = true;
          root.querySelector(".shares").focus();
        });
        assert.deepEqual(await axe(page), []);
      });
});
