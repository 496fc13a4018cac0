// Tests of presenting: by button, by tap, by keys; nothing tells what is still to come, and the focus is never lost.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { axe } from "./axe.js";
import { useTestFonts } from "./fonts.js";
import { answeredInFrame, atRest, inside, openFrame, writeHost } from "./host.js";
import { answered, clickOn, inEveryBrowser, link, look, reading, within } from "./site.js";

/** @import { Page } from "./page.js" */

/** The titles of the steps in view, or told in a pane that scrolls. @param {Page} page */
const titles = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const all = [...element.shadowRoot.querySelectorAll(".step-title")];
    return all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent.trim());
  });

/** What has the focus, by its id or its class; "lost" where nothing seen has it. @param {Page} page */
const focused = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const active = element.shadowRoot.activeElement;
    if (!active?.checkVisibility({ visibilityProperty: true }) || active.closest("[inert]")) return "lost";
    return active.id || active.className || active.localName;
  });

/**
 * All that is there for somebody: texts, names and titles of what is neither hidden nor inert, the window's title, what is read out.
 * @param {Page} page
 */
const told = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    /** @type {(node: any) => string} */
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || node.inert) return "";
      if (!node.checkVisibility({ visibilityProperty: true }) && !node.matches(".visually-hidden, title, option"))
        return "";
      const names = ["aria-label", "title", "aria-description"].map((name) => node.getAttribute(name) ?? "");
      return [...names, ...[...(node.shadowRoot ?? node).childNodes].map(read)].join(" ");
    };
    return `${document.title} ${read(document.body)}`;
  });

/** Which step was told last. @param {Page} page */
const newestStep = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    return Number(/(\d+) of \d+$/.exec(element.shadowRoot.querySelector(".pace-bar .count").textContent.trim())?.[1]);
  });

/** Where a control is. @param {Page} page @param {string} [selector] */
const placeOf = (page, selector = "#next-step") =>
  page.evaluateOn(
    "rnn-params",
    async (element, selector) => {
      await element.updateComplete;
      const box = element.shadowRoot.querySelector(selector).getBoundingClientRect();
      return {
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        inView: box.top >= 0 && box.bottom <= innerHeight + 1,
      };
    },
    selector,
  );

const four = ["Four weight matrices", "What each unit reads", "One matrix", "All four"];
const two = "input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))";

const notes = (/** @type {string} */ attributes) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Course notes</title>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="./notes.css" />
  <p class="much">What an LSTM is.</p>
  <rnn-params framework="keras" input="10" layers="LSTM(7), LSTM(7), GRU(3)" ${attributes}></rnn-params>
  <p class="much">What a GRU is.</p>
  <script type="module" src="./rnn-params.js"></script>
</html>
`;

inEveryBrowser((site) => {
  test("in the end no layer is drawn larger than its number: one scale, or bars by their shares", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=GRU(128),Dense(3)&present=all"), {
      width: 1440,
    });
    await page.waitFor(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".stage-picture")),
    );
    const hints = await page.evaluateOn(within(".stage-picture"), (picture) =>
      [...picture.querySelectorAll(".hint")].map((hint) => hint.textContent),
    );
    assert.deepEqual(hints, [
      "Each bar is as long as its layer’s share of all parameters; the frame is the whole model.",
    ]);
    // 3 × (64 + 128 + 2) × 128 and (128 + 1) × 3
    const whole = 74496 + 387;
    const shares = await page.evaluateOn(within(".stage-picture .shares"), (svg) => {
      const wide = (/** @type {any} */ rect) => rect.width.baseVal.value;
      const bars = [...svg.querySelectorAll(".fill")];
      const frame = svg.querySelector(".frame");
      const tops = [...new Set(bars.map((bar) => bar.y.baseVal.value))];
      return tops.map((top) =>
        bars.filter((bar) => bar.y.baseVal.value === top).reduce((sum, bar) => sum + wide(bar) / wide(frame), 0),
      );
    });
    assert.equal(shares.length, 2);
    assert.ok(Math.abs(shares[0] - 74496 / whole) < 0.001, `${shares[0]}`);
    assert.ok(Math.abs(shares[1] - 387 / whole) < 0.001, `${shares[1]}`);
    const name = await page.evaluateOn(within(".stage-picture .shares"), (svg) => svg.getAttribute("aria-label"));
    assert.match(name, /^Layer 1: GRU.*: 74,496\. Layer 2: Dense.*: 387\.$/);
    const alike = await site.open(link(`${two}&present=all`), { width: 1440 });
    const last = await alike.evaluateOn(within(".stage-picture"), (picture) => picture.lastElementChild.textContent);
    assert.equal(last, "area = parameters", "all of them to one scale");
    const empty = await site.open(link(`${two}&present=1`), { width: 1440 });
    const first = await empty.evaluateOn(within(".stage-picture"), (picture) => picture.lastElementChild.textContent);
    assert.equal(first, "Empty so far: nothing is counted yet.");
    const second = await site.open(link(`${two}&present=6`), { width: 1440 });
    const under = await second.evaluateOn(within(".stage-picture"), (picture) => picture.lastElementChild.textContent);
    assert.equal(under, "Nothing of layer 2 is counted yet.", "layer 1 is");
  });

  test("what both directions hand on runs down into the columns of the input, one cell for each number", async () => {
    const page = await site.open(link(`${two}&present=6`), { width: 1280, height: 720 });
    const drawn = () =>
      page.evaluateOn(within(".stage .picture"), (svg) => {
        const box = (/** @type {Element} */ one) => one.getBoundingClientRect();
        const fresh = svg.querySelectorAll(".fresh");
        const bar = svg.querySelector(".row");
        const ways = [...svg.querySelectorAll(".way")].map(box);
        const before = box(svg.querySelector(".before"));
        return {
          directions: svg.querySelectorAll(".before .fill.previous").length,
          cells: (bar.querySelector(".cells").getAttribute("d").match(/M/g) ?? []).length + 1,
          marked: fresh.length === 1 && Math.abs(box(fresh[0]).width - box(bar).width) < 8,
          begin: ways.every(({ top }) => Math.abs(top - before.bottom) < 4),
          end: ways.every(({ bottom }) => bottom >= box(bar).bottom - 1),
          apart: ways.length === 2 && ways[0].left < ways[1].left - 10,
          said: svg.getAttribute("aria-label"),
        };
      });
    const off = await page.evaluateOn(within(".stage .picture"), (svg) => {
      const [label, bar] = ["text.input", ".row"].map((one) => svg.querySelector(one).getBoundingClientRect());
      return {
        text: svg.querySelector("text.input").textContent,
        by: label.x + label.width / 2 - bar.x - bar.width / 2,
      };
    });
    assert.equal(off.text, "x: 7 + 7");
    assert.ok(Math.abs(off.by) < 1.5, `${off.by} pixels off its column`);
    const { said, ...seen } = await drawn();
    assert.deepEqual(seen, { directions: 2, cells: 14, marked: true, begin: true, end: true, apart: true });
    assert.match(said, /^Comes in from layer 1: 7 \+ 7 cells\./);
    await page.press("n");
    const comes = await page.evaluateOn(within(".stage .picture"), (svg) => {
      const [fresh, row] = [".fresh", ".row"].map((one) => svg.querySelectorAll(one));
      const [come, read] = [fresh[0], row[row.length - 1]].map((one) => one.getBoundingClientRect());
      return fresh.length === 1 && Math.abs(come.top - read.top) < 4;
    });
    assert.ok(comes, "then the row that is read, and nothing else");
    const merged = await site.open(
      link("framework=keras&input=10&layers=Bidirectional(LSTM(7),merge_mode=sum),Dropout(0.5),LSTM(7)&present=7"),
      { width: 1280, height: 720 },
    );
    const ways = await merged.evaluateOn(within(".stage .picture"), (svg) =>
      [...svg.querySelectorAll(".way")].map((one) => Math.round(one.getBoundingClientRect().bottom)),
    );
    await merged.press("p");
    const title = await merged.evaluateOn(within(".stage figcaption"), (one) => one.textContent);
    assert.match(title, /^Layer 1/, "what has nothing to draw leaves the picture before");
    assert.equal(ways.length, 2, "both directions, into the same columns, past what has no parameters");
  });

  test("in the picture of all layers nothing that is handed on runs through a name or a count", async () => {
    const three = "framework=keras&input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7)),Dense(5)&present=all";
    for (const [width, height] of [
      [1280, 720],
      [360, 740],
      [1920, 1080],
    ]) {
      const page = await site.open(link(three), { width, height });
      const seen = await page.evaluateOn(within(".stage .picture.chain"), (svg) => {
        // Where it comes in, what it is called stands on it.
        const texts = [...svg.querySelectorAll("text:not(.input)")];
        const crossed = texts.filter((text) => {
          const { x, y, width, height } = text.getBBox();
          return [...svg.querySelectorAll(".way")].some((way) =>
            Array.from({ length: 41 * 5 }, (_, at) =>
              way.isPointInFill(
                new DOMPoint(x + (width * (at % 41)) / 40, y + (height * (1 + Math.floor(at / 41))) / 6),
              ),
            ).some(Boolean),
          );
        });
        const { x, y, width, height } = svg.viewBox.baseVal;
        const all = [...svg.querySelectorAll("text, .piece")].map((one) => one.getBBox()); // without what is stroked
        const isInside = (/** @type {DOMRect} */ one) =>
          one.x > x - 1 && one.y > y - 1 && one.x + one.width < x + width + 1 && one.y + one.height < y + height + 1;
        return {
          ways: svg.querySelectorAll(".way").length,
          crossed: crossed.map((one) => one.textContent),
          inside: all.every(isInside),
        };
      });
      assert.deepEqual(seen, { ways: 6, crossed: [], inside: true }, `${width} × ${height}`);
    }
  });

  test("cells that are too narrow to be told apart are not cut", async () => {
    for (const [width, height] of [
      [1280, 720],
      [360, 740],
    ]) {
      const page = await site.open(link("input=64&layers=LSTM(32)&present=2"), { width, height });
      const cuts = await page.evaluateOn(within(".stage .picture"), (svg) =>
        [...svg.querySelectorAll(".cells")].map((one) => one.getAttribute("d") ?? ""),
      );
      assert.deepEqual(cuts, ["", "", ""]);
    }
  });

  const conv = "framework=keras&input=64&timesteps=100&layers=Conv1D(32, 5),LSTM(16)";

  test("a bar begins as the block of its layer does", async () => {
    const last = await site.open(link(`${conv}&present=all`), { width: 1280, height: 720 });
    const roles = await last.evaluateOn(within(".stage .picture.shares"), (svg) =>
      [...svg.querySelectorAll(".fill")].map((one) => one.getAttribute("class").replace("fill ", "")),
    );
    assert.deepEqual(roles, ["input", "bias", "previous", "input", "bias"]);
  });

  test("the layer before has its name and count beside it, where the picture is narrow, too", async () => {
    for (const [width, height] of [
      [1280, 720],
      [360, 740],
    ]) {
      const page = await site.open(link(`${conv}&present=4`), { width, height });
      const words = await page.evaluateOn(within(".stage .picture"), (svg) =>
        [...svg.querySelectorAll("text.start")].map((one) => one.textContent),
      );
      assert.match(words.join(" "), /layer 1:? 10,272/i, `${width}`);
    }
  });

  test("the layer that is told fills its place, whichever it is", async () => {
    const heights = [];
    for (const at of ["4", "10"]) {
      const other = await site.open(link(`${two}&present=${at}`), { width: 1440, height: 900 });
      const { block, all } = await other.evaluateOn(within(".stage .picture"), (svg) => {
        const pieces = [...svg.querySelectorAll("g > .piece")].map((one) => one.getBoundingClientRect());
        const [top, bottom] = [Math.min(...pieces.map((one) => one.top)), Math.max(...pieces.map((one) => one.bottom))];
        return { block: bottom - top, all: svg.getBoundingClientRect().height };
      });
      heights.push(block / all);
    }
    assert.ok(heights[0] > 0.5 && heights[1] > 0.5, heights.join(", "));
    const page = await site.open(link(`${two}&present=all`), { width: 1440, height: 900 });
    const total = await page.evaluateOn(within(".stage .picture"), (svg) =>
      [...svg.querySelectorAll("text.end")].map((one) => one.textContent),
    );
    assert.deepEqual(total, ["1,008", "1,232"]);
  });

  test("where a step stands in its layer, and in all of them", async () => {
    const page = await site.open(link(`${two}&present=7`));
    const count = () => page.evaluateOn(within(".pace-bar .count"), (one) => one.textContent.replace(/\s+/g, " "));
    assert.equal(await count(), "Layer 2, step 2 7 of 12");
    await page.press("p");
    assert.equal(await count(), "Layer 2, step 1 6 of 12");
    await page.press("n");
    assert.equal(await count(), "Layer 2, step 3 8 of 12", "what is as in layer 1 comes with the next one");
    assert.ok((await titles(page)).slice(-2)[0] === "Four weight matrices");
    await page.press("p");
    assert.equal(await count(), "Layer 2, step 1 6 of 12");
    const alone = await site.open(link("input=64&layers=LSTM(32)&present=2"));
    assert.equal(await alone.evaluateOn(within(".pace-bar .count"), (one) => one.textContent), "2 of 4");
  });

  test("the cell's equations are open where they fit, and closed where the step would be cut", async () => {
    for (const [width, height, open] of /** @type {const} */ ([
      [1440, 900, true],
      [320, 640, false],
    ])) {
      if (site.engine === "webkit" && width < 450) continue; // its window can't be that narrow
      const page = await site.open(link("input=64&layers=LSTM(32)&present=1"), { width, height });
      await page.press("n");
      const seen = await page.evaluateOn(within(".stage-steps"), (pane) => ({
        open: pane.querySelector(".equations").open,
        fits:
          pane.querySelector(".step:last-child").getBoundingClientRect().bottom <= pane.getBoundingClientRect().bottom,
      }));
      assert.deepEqual(seen, { open, fits: true }, `${width} pixels wide`);
      await page.click(within(".equations > summary"));
      const turned = await page.evaluateOn(within(".equations"), (one) => one.open);
      assert.equal(turned, !open, "by whom it is asked for");
    }
  });

  test("on a phone: buttons for a thumb, and the whole path of a model of four layers", {
    skip: site.engine === "webkit" && "its window can't be that narrow",
  }, async () => {
    const four = "framework=keras&layers=Embedding(20000,128),Bidirectional(LSTM(64)),Bidirectional(LSTM(64)),Dense(1)";
    const page = await site.open(link(`${four}&present=3`), { width: 360, height: 740 });
    await useTestFonts(page);
    const seen = await page.evaluateOn("rnn-params", (element) => {
      const root = element.shadowRoot;
      const sizes = [...root.querySelectorAll(".pace-bar > button")].map((one) => one.getBoundingClientRect());
      const others = [...root.querySelectorAll(".pace-bar .others button")].map((one) => one.getBoundingClientRect());
      const name = root.querySelector(".stage-name");
      return {
        thumbs: sizes.length === 2 && sizes.every(({ width, height }) => width >= 44 && height >= 44),
        others: others.every(({ width, height }) => width >= 24 && height >= 36),
        name: name.textContent.trim(),
        whole: name.scrollHeight <= name.clientHeight + 1,
      };
    });
    assert.deepEqual(seen, {
      ...{ thumbs: true, others: true, whole: true },
      name: "Embedding(20000, 128), Bidirectional(LSTM(64)), Bidirectional(LSTM(64)), Dense(1)",
    });
  });

  test("at 400 % the newest step stands at the top, and the picture begins below it where it fits", {
    skip: site.engine === "webkit" && "its window can't be that small",
  }, async () => {
    const page = await site.open(link(`${two}&present=3`), { width: 320, height: 256 });
    const seen = () =>
      page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        const box = (/** @type {Element} */ one) => one.getBoundingClientRect();
        const root = element.shadowRoot;
        const newest = box([...root.querySelectorAll(".stage .step-title")].at(-1));
        const bar = box(root.querySelector(".pace-bar"));
        const drawn = [...root.querySelectorAll(".stage .picture .fill")].map(box);
        return { top: newest.top, bar: bar.height, drawn: drawn.some(({ top }) => top < bar.top - 4) };
      });
    const { top, bar, drawn } = await seen();
    assert.ok(top >= 0 && top < 24, `${top}`);
    assert.ok(bar <= 48, `${bar}`);
    assert.ok(drawn, "the first matrix is in view");
  });

  test("the equations stand on the same screen as their step at 1280 × 720", async () => {
    for (const search of [
      "framework=keras&input=64&layers=LSTM(32)",
      "framework=pytorch&input=64&layers=LSTM(32)",
      "input=64&layers=LSTM(32)",
      `framework=keras&${two}`,
      "framework=keras&input=64&layers=LSTM(32)&lang=hi",
      "framework=pytorch&input=64&layers=GRU(32)",
    ]) {
      const page = await site.open(link(`${search}&present=2`), { width: 1280, height: 720 });
      await useTestFonts(page);
      await page.press("p");
      await page.press("n");
      const seen = await page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        const [pane, all] = [".stage-steps", ".stage .equations"].map((one) => element.shadowRoot.querySelector(one));
        const { top, bottom } = pane.getBoundingClientRect();
        const step = all.closest(".step").getBoundingClientRect();
        return { open: all.open, whole: step.top >= top - 1 && step.bottom <= bottom + 1 };
      });
      assert.deepEqual(seen, { open: true, whole: true }, search);
    }
  });

  test("no line of the steps is cut at the top", async () => {
    for (const [width, height] of [
      [320, 640],
      [1440, 900],
    ]) {
      const page = await site.open(link(`${two}&present=1`), { width, height });
      for (let step = 1; step <= 12; step++) {
        const cut = await page.evaluateOn(within(".stage-steps"), (pane) => {
          const { top } = pane.getBoundingClientRect();
          return [...pane.querySelectorAll("h3, .step-title, .step .formula, .step p")]
            .filter((one) => one.checkVisibility())
            .flatMap((one) => [...one.getClientRects()])
            .some((line) => line.top < top - 1 && line.bottom > top + 1);
        });
        assert.equal(cut, false, `${width} pixels wide, step ${step}`);
        await page.press("n");
      }
    }
  });

  let url = "";
  before(async () => {
    url = await site.variant(async (folder) => {
      await writeHost(folder);
      await writeFile(join(folder, "notes.css"), ".much { min-height: 900px }");
      await writeFile(join(folder, "whole.html"), notes('controls="all"'));
      await writeFile(join(folder, "widget.html"), notes(""));
      await writeFile(join(folder, "present.html"), notes("present"));
    });
  });

  test("by its buttons: forth, back, all, and away; the focus stays", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    assert.deepEqual(await titles(page), four);
    await clickOn(page, "button", "Present");
    assert.deepEqual([await titles(page), await focused(page)], [four.slice(0, 1), "next-step"]);
    await clickOn(page, "button", "Next");
    await clickOn(page, "button", "Next");
    assert.deepEqual(await titles(page), four.slice(0, 3));
    await clickOn(page, "button", "Back");
    assert.deepEqual(await titles(page), four.slice(0, 2));
    await clickOn(page, "button", "All");
    assert.deepEqual([await titles(page), (await look(page)).total], [four, "12,416"]);
    await clickOn(page, "button", "Leave");
    assert.deepEqual([await titles(page), await focused(page)], [four, "present"]);
    assert.match(await reading(page), /PyTorch prints 12,544/);
  });

  test("nothing tells what is still to come, until the last step stands there", async () => {
    for (const [query, secrets, count] of /** @type {const} */ ([
      ["input=64&layers=LSTM(32)", ["12,416", "12,544"], 4],
      [two, ["2,240", "2,352"], 12],
      ["input=64&layers=LSTM(32, num_layers=12)", ["103,936"], 10],
    ])) {
      const page = await site.open(link(`${query}&open=tensors,frameworks,code`));
      for (const secret of secrets) assert.ok((await told(page)).includes(secret), `${secret} is told at first`);
      await page.press("n");
      for (let step = 1; step < count; step = await newestStep(page)) {
        const all = await told(page);
        for (const secret of secrets) assert.ok(!all.includes(secret), `${secret} is told with step ${step}: ${query}`);
        assert.equal((await look(page)).total, "?");
        await page.press("n");
      }
      const { total, title } = await look(page);
      assert.ok(title.includes(total) && total !== "?", title);
      assert.ok((await told(page)).includes(secrets[0]));
      await page.press("p");
      assert.equal((await look(page)).total, "?");
    }
  });

  test("no number of a step is told before it, in words, in the picture or in its text", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&present=1"));
    for (const secret of ["97", "3,104", "12,416"]) {
      assert.ok(!(await told(page)).includes(secret), `${secret} is told too early`);
      await page.press("n");
      assert.ok((await told(page)).includes(secret), `${secret} is told by now`);
    }
    const other = await site.open(link(`${two}&present=1`));
    const values = ["4", "18", "126", "504", "1,008", "14", "22", "154", "616", "1,232", "2,240"];
    for (const secret of values.slice(1)) {
      assert.doesNotMatch(await told(other), new RegExp(`(?<![\\d,])${secret}(?![\\d,])`), `${secret}, too early`);
      await other.press("n");
      if (secret === "14") assert.match(await told(other), /7 \+ 7/);
    }
    assert.match(await told(other), /2,240/);
  });

  test("the picture grows with the steps, in words too", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&present=1"));
    const words = () => page.evaluateOn(within(".stage .picture"), (svg) => svg.getAttribute("aria-label"));
    const drawn = () =>
      page.evaluateOn(within(".stage .picture"), (svg) => [
        svg.querySelectorAll(".outline").length,
        svg.querySelectorAll(".row").length,
        svg.querySelectorAll("g > .piece").length,
        svg.querySelectorAll(".fresh").length,
      ]);
    assert.deepEqual(
      [await words(), await drawn()],
      ["4 empty outlines: forget, input, output and cell.", [4, 0, 0, 0]],
    );
    await page.press("n");
    assert.match(
      await words(),
      /One row of it: 97 cells; columns 32 \(previous activations\), 64 \(input\), 1 \(bias\)\.$/,
    );
    assert.deepEqual(await drawn(), [4, 1, 0, 1]);
    await page.press("n");
    assert.match(await words(), /^3 more empty outlines: .* Filled: forget, 32 rows of 97 cells\. Area 3,104\.$/);
    assert.deepEqual(await drawn(), [3, 0, 1, 1]);
    await page.press("n");
    assert.match(await words(), /^A rectangle 128 high and 97 wide: .* Area 12,416\.$/);
    assert.deepEqual(await drawn(), [0, 0, 4, 1]);
  });

  test("keys work from the first press, from wherever the focus is; Enter is the control's that has it", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7), LSTM(7)"));
    const all = await titles(page);
    await page.press("n");
    assert.deepEqual(await titles(page), all.slice(0, 1), "on a page that was just opened");
    assert.equal(await focused(page), "next-step");
    await page.press("Enter");
    await page.waitFor(() => {
      const told = document.querySelector("rnn-params")?.shadowRoot?.querySelectorAll(".stage .step-title");
      return (told?.length ?? 0) > 1;
    });
    assert.deepEqual(await titles(page), all.slice(0, 2), "by the button");
    await page.press("p");
    for (const key of ["n", "PageDown", "ArrowRight"]) await page.press(key);
    assert.deepEqual(await titles(page), all.slice(0, 4));
    for (const key of ["PageUp", "ArrowLeft"]) await page.press(key);
    assert.deepEqual(await titles(page), all.slice(0, 2));
    await page.focus(within(".stage-steps"));
    await page.press("Enter");
    assert.deepEqual(await titles(page), all.slice(0, 3), "no control has the focus");
    await page.press("a");
    assert.deepEqual(await titles(page), all);
    await page.press("p");
    assert.deepEqual(await titles(page), all.slice(0, -1));
    await page.press("Escape");
    assert.deepEqual([await titles(page), await focused(page)], [all, "present"]);
    for (const where of [within("#input"), within("#layer-0"), "#theme"]) {
      await page.focus(where);
      await page.press("n");
      assert.deepEqual(await titles(page), all, `a letter in ${where}`);
    }
    await page.focus("header .embed");
    await page.press("Enter");
    await page.waitFor(() => Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector("[open]")));
    await page.press("n");
    assert.deepEqual(await titles(page), all, "behind the dialog");
  });

  test("the focus is never lost: what has it goes with its step", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&present=2"));
    await page.focus(within(".stage .step:last-child .why > summary"));
    await page.press("Enter");
    assert.deepEqual(await titles(page), four.slice(0, 2), "Enter is the question's");
    await page.press("n");
    assert.deepEqual([await titles(page), await focused(page)], [four.slice(0, 3), "next-step"]);
    await page.focus(within(".stage .step:last-child .why > summary"));
    await page.press("p");
    assert.deepEqual([await titles(page), await focused(page)], [four.slice(0, 2), "next-step"]);
    for (const key of ["n", "n", "n", "n", "p", "p", "p", "p", "p", "a", "p"]) {
      await page.press(key);
      assert.notEqual(await focused(page), "lost", key);
    }
  });

  test("a whole presentation by the keyboard, read by names, roles and what is announced alone", async () => {
    const page = await site.open(link(two));
    await page.focus(within("#present"));
    await page.press("Enter");
    const heard = [];
    // One press passes a step that only says which one it repeats.
    const [repeated] = [7];
    for (let step = 1; step <= 12; step++) {
      if (step === repeated) continue;
      await page.waitFor((step) => {
        const count = document.querySelector("rnn-params")?.shadowRoot?.querySelector("dialog.presenter .count");
        return count?.textContent?.trim().endsWith(`${step} of 12`);
      }, step);
      const { newest, picture, count, ...rest } = await page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        const stage = element.shadowRoot.querySelector("dialog.presenter");
        const live = stage.querySelector("[aria-live=polite]");
        return {
          newest: [...live.querySelectorAll("h3, h4")].at(-1).textContent.trim(),
          picture: stage.querySelector("[role=img].picture").getAttribute("aria-label"),
          count: stage.querySelector("[role=group] .count").textContent.replace(/\s+/g, " ").trim(),
          named: Boolean(stage.getAttribute("aria-label")) && stage.matches(":modal"),
          focus: element.shadowRoot.activeElement.id,
        };
      });
      assert.deepEqual(rest, { named: true, focus: "next-step" }, `step ${step}`);
      assert.match(count, new RegExp(`(^| )${step} of 12$`));
      heard.push([newest, picture]);
      await page.press("Enter");
    }
    const titles = heard.map(([title]) => title);
    assert.deepEqual(titles.slice(4, 7), ["Both directions", "What layer 1 passes on", "What each unit reads"]);
    assert.equal(titles[10], "Add up the layers");
    assert.equal(new Set(heard.map(([, picture]) => picture)).size, 11, "each step says what its picture shows");
    await page.press("Escape");
    assert.equal(await focused(page), "present");
  });

  test("an exercise: what is typed in a blank is no key", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=2&present=3"));
    await page.focus(within(".stage .blank"));
    await page.type("pna31");
    assert.deepEqual(await titles(page), four.slice(0, 3));
    assert.equal(await page.evaluateOn(within(".stage .blank"), (blank) => blank.value), "pna31");
    assert.doesNotMatch(await told(page), /3,104|12,416/);
  });

  test("a link starts at a step; the address follows, and leads back", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&present=3"));
    assert.deepEqual(await titles(page), four.slice(0, 3));
    await page.press("p");
    await page.waitFor(() => new URLSearchParams(location.search).get("present") === "2");
    await page.press("a");
    await page.waitFor(() => new URLSearchParams(location.search).get("present") === "all");
    await page.press("Escape");
    await page.waitFor(() => !new URLSearchParams(location.search).has("present"));
    assert.equal((await look(page)).fields.input, "64");
  });

  test("a tap on the right half goes on, on the left half back, and on what is used does what that does", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&present=1"), { width: 390, height: 780 });
    for (const [x, y, count] of /** @type {const} */ ([
      [350, 600, 2],
      [350, 120, 3],
      [40, 600, 2],
      [40, 120, 1],
      [40, 120, 1],
    ])) {
      await page.tap(x, y);
      assert.deepEqual(await titles(page), four.slice(0, count), `${x}, ${y}`);
    }
    const { x, y } = await placeOf(page, ".stage .why > summary");
    await page.tap(x, y);
    assert.deepEqual(await titles(page), four.slice(0, 1));
    assert.equal(await page.evaluateOn(within(".stage .why"), (why) => why.open), true);
  });

  test("in a page of notes n and p are the page's, where the focus is not within", async () => {
    const page = await site.page();
    await page.goto(`${url}widget.html`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest .why")));
    const all = await titles(page);
    await page.press("n");
    assert.deepEqual(await titles(page), all);
    await page.focus(within(".open"));
    await page.press("n");
    assert.equal((await titles(page)).length, 1);
    assert.equal(await focused(page), "next-step");
    assert.doesNotMatch(await told(page), /1,032|1,023/, "neither the total nor another framework's");
    await page.press("Escape");
    assert.deepEqual(await titles(page), all);
    assert.notEqual(await focused(page), "lost");
  });

  for (const [what, address, begin] of /** @type {const} */ ([
    ["the page", "", "button"],
    ["a page of notes", "whole.html", "button"],
    ["a widget in a page of notes", "widget.html", "key"],
    ["a presenter in a page of notes", "present.html", ""],
  ])) {
    test(`the same place, tapped again and again, leads to the end: ${what}`, async () => {
      const page = await site.page({ width: 360, height: 740 });
      await page.goto(
        address === ""
          ? `${site.url}${link("framework=keras&input=10&layers=LSTM(7), LSTM(7), GRU(3)")}`
          : url + address,
      );
      if (begin === "button") {
        await answered(page);
        await clickOn(page, "button", "Present");
      } else if (begin === "key") {
        await page.waitFor(() =>
          Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest .why")),
        );
        await page.focus(within(".open"));
        await page.press("n");
      }
      await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".stage")));
      await page.evaluateOn(within(".pace-bar"), (bar) => bar.scrollIntoView({ block: "end" }));
      const { x, y, inView } = await placeOf(page);
      assert.ok(inView, "in view from the beginning");
      const passed = [];
      for (let step = 1; step < 15; step = (await titles(page)).length) {
        passed.push(step);
        const now = await placeOf(page);
        assert.ok(
          Math.abs(now.x - x) < 2 && Math.abs(now.y - y) < 2,
          `step ${step}: ${now.x}, ${now.y}, not ${x}, ${y}`,
        );
        await page.tap(x, y);
      }
      assert.equal(passed.length, 13, "each step, but for the matrices as in layer 1, which come with the next one");
      await page.tap(x, y);
      assert.equal((await titles(page)).length, 15, "a tap too many does nothing");
      assert.equal(await page.evaluateOn(within(".stage .total b"), (total) => total.textContent), "1,032");
    });
  }

  test("the newest step is in view, at every size, and where all but the control scrolls, too", async () => {
    // The window of WebKit is never that small.
    const low = site.engine === "webkit" ? [] : [[320, 256]];
    for (const [width, height] of [[320, 640], [1280, 640], ...low]) {
      const page = await site.open(link(`${two}&present=1`), { width, height });
      for (let step = 1; step <= 12; step++) {
        const seen = await page.evaluateOn("rnn-params", async ({ shadowRoot, updateComplete }) => {
          await updateComplete;
          const pane = shadowRoot.querySelector(".stage-steps").getBoundingClientRect();
          const bar = shadowRoot.querySelector(".pace-bar").getBoundingClientRect();
          const newest = [...shadowRoot.querySelectorAll(".stage .step-title")].at(-1).getBoundingClientRect();
          const [top, bottom] = [Math.max(0, pane.top), Math.min(pane.bottom, bar.top)];
          return bar.bottom <= innerHeight + 1 && newest.top >= top - 1 && newest.bottom <= bottom + 1;
        });
        assert.ok(seen, `${width} by ${height} pixels, step ${step}`);
        await page.press("n");
      }
    }
  });

  test("in a frame on a slide it presents, and its keys act wherever the focus is in the frame", async () => {
    const page = await site.page({ width: 1024, height: 700 });
    await openFrame(page, url, `${site.url}embed.html?input=64&layers=LSTM(32)&present=2`);
    await answeredInFrame(page);
    await page.waitForInFrame(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".stage")));
    const seen = () =>
      page.evaluateInFrame(async () => {
        const element = /** @type {any} */ (document.querySelector("rnn-params"));
        await element.updateComplete;
        const { shadowRoot } = element;
        const steps = shadowRoot.querySelectorAll(".stage .step").length;
        return [steps, shadowRoot.querySelector(".stage .total b")?.textContent ?? "", document.title];
      });
    assert.deepEqual(await seen(), [2, "?", "LSTM(32)"]);
    await page.evaluateInFrame(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true, composed: true }));
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true, composed: true }));
    });
    assert.deepEqual((await seen()).slice(0, 2), [4, "12,416"]);
  });

  test("in a frame whose host follows its height it comes to rest, and does not creep", async () => {
    const page = await site.page({ width: 1024, height: 700 });
    await openFrame(page, url, `${site.url}embed.html?input=64&layers=LSTM(32)&present=2`, { kind: "own" });
    await atRest(page);
    const first = await inside(page);
    await page.evaluateInFrame(async () => {
      const element = /** @type {any} */ (document.querySelector("rnn-params"));
      element.present = "3";
      await element.updateComplete;
    });
    const heard = await atRest(page);
    assert.ok(heard.length <= 16, `${heard.length} messages`);
    assert.deepEqual([(await inside(page)).window, first.overflows], [first.window, false]);
  });

  if (site.engine !== "chromium") return;

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [320, 1280]) {
      test(`axe finds nothing at any step, ${colorScheme}, ${width} pixels wide`, async () => {
        for (const query of ["framework=keras&input=64&layers=GRU(32)", two]) {
          const page = await site.open(link(`${query}&present=1`), { width, colorScheme, reducedMotion: true });
          for (let step = 1; step <= 6; step++) {
            assert.deepEqual(await axe(page), [], `${query}, step ${step}`);
            await page.press("n");
          }
        }
      });
    }
  }

  test("no label of the picture lies on another one or leaves it, at any step", async () => {
    for (const query of [
      two,
      "framework=tf1&input=10&layers=LSTM(7,peepholes=true,proj_size=3,layer_norm=true,bidirectional=true)",
      "framework=pytorch&input=300&layers=LSTM(1024,bidirectional=true)",
      "framework=keras&input=10&timesteps=9&layers=Conv1D(4,3),MultiHeadAttention(2,key_dim=5)",
    ]) {
      for (const width of [320, 1280]) {
        const page = await site.open(link(`${query}&present=1`), { width, height: 720, reducedMotion: true });
        for (let step = 1; step <= 12; step++) {
          const crowded = await page.evaluateOn("rnn-params", async (element) => {
            await element.updateComplete;
            return [...element.shadowRoot.querySelectorAll(".stage svg.picture")].flatMap((svg) => {
              const labels = [...svg.querySelectorAll("text")]
                .map((text) => ({ text: text.textContent, ...text.getBoundingClientRect().toJSON() }))
                .filter(({ width }) => width > 0);
              return labels.flatMap((a, place) => {
                const on = labels.slice(place + 1).filter((b) => {
                  const bit = 0.4 * Math.min(a.height, b.height); // a line's box is higher than its letters
                  return (
                    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - bit && b.top < a.bottom - bit
                  );
                });
                const out = a.left < -1 || a.right > innerWidth + 1 ? [`${a.text} leaves the window`] : [];
                return [...out, ...on.map((b) => `${a.text} lies on ${b.text}`)];
              });
            });
          });
          assert.deepEqual(crowded, [], `${query}, ${width} pixels wide, step ${step}`);
          await page.press("n");
        }
      }
    }
  });

  test("every word of the picture can be read from the last row: what is drawn small has none", async () => {
    for (const [at, width, height, wanted] of /** @type {const} */ ([
      ["3", 1440, 900, 16],
      ["6", 1440, 900, 16],
      ["9", 1440, 900, 16],
      ["12", 1440, 900, 16],
      ["3", 320, 640, 11],
      ["6", 320, 640, 11],
      ["11", 320, 640, 11],
      ["12", 320, 640, 11],
      ["9", 1920, 1080, 20],
    ])) {
      const page = await site.open(
        link(`input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))&present=${at}`),
        { width, height },
      );
      const least = await page.evaluateOn(within(".stage-picture"), (picture) => {
        const seen = [...picture.querySelectorAll("text")].filter((one) => one.checkVisibility());
        const scales = seen.map((one) => one.getScreenCTM().a * Number.parseFloat(getComputedStyle(one).fontSize));
        return Math.min(Number.POSITIVE_INFINITY, ...scales);
      });
      assert.ok(least >= wanted, `${least} pixels in step ${at}, ${width} wide`);
    }
  });

  test("nothing of it moves where less motion is asked for", async () => {
    for (const query of ["input=64&layers=LSTM(32)", two]) {
      const page = await site.open(link(`${query}&present=1`), { width: 1280, reducedMotion: true });
      for (let step = 1; step <= 12; step++) {
        const running = await page.evaluateOn("rnn-params", (element) => element.shadowRoot.getAnimations().length);
        assert.equal(running, 0, `step ${step}`);
        await page.press("n");
      }
    }
  });

  test("what is handed on runs down once, and comes to rest", async () => {
    const page = await site.open(link(`${two}&present=5`), { width: 1280, height: 720 });
    const running = () =>
      page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        return element.shadowRoot
          .getAnimations()
          .filter((/** @type {any} */ one) => one.effect.target.matches(".cover"))
          .map((/** @type {any} */ one) => [
            one.animationName,
            one.effect.getComputedTiming().iterations,
            one.playState,
          ]);
      });
    await page.press("n");
    assert.deepEqual(await running(), [["uncover", 1, "running"]]);
    await page.waitFor(() =>
      document
        .querySelector("rnn-params")
        ?.shadowRoot?.getAnimations()
        .every((one) => one.playState !== "running"),
    );
  });

  for (const [width, height] of [
    [320, 640],
    [768, 1024],
    [1280, 720],
    [1920, 1080],
  ]) {
    test(`nothing of it shifts by itself, and no step moves what stands beside the steps: ${width} pixels wide`, async () => {
      const page = await site.open(link("input=64&layers=LSTM(32)&present=1"), { width, height });
      const places = () =>
        page.evaluateOn("rnn-params", async (element) => {
          await element.updateComplete;
          return [".stage-head", ".stage-picture svg", ".pace-bar", "#next-step"].map((one) => {
            const { x, y, width, height } = element.shadowRoot.querySelector(one).getBoundingClientRect();
            return [x, y, width, height].map(Math.round).join(" ");
          });
        });
      const first = await places();
      for (let step = 2; step <= 4; step++) {
        await page.press("n");
        assert.deepEqual(await places(), first, `step ${step}`);
      }
      const stacked = await site.open(link(`${two}&present=6`), { width, height });
      const drawn = () =>
        stacked.evaluateOn(within(".stage .picture"), async (svg) => {
          const of = (/** @type {string} */ one) =>
            [...svg.querySelectorAll(one)].slice(0, 2).map((part) => {
              const { x, y } = part.getBoundingClientRect();
              return `${Math.round(x)} ${Math.round(y)}`;
            });
          return [of(".before .fill"), of(".way").slice(0, 1), of("text.input")];
        });
      const began = await drawn();
      for (let step = 8; step <= 11; step++) {
        await stacked.press("n");
        assert.deepEqual(await drawn(), began, `step ${step} of two layers`);
      }
    });
  }

  test("what marks that something has come covers nothing of it, nor of the names that stood there", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&present=1"), { width: 1280, height: 720 });
    for (let step = 2; step <= 4; step++) {
      await page.press("n");
      const { over, above } = await page.evaluateOn(within(".stage .picture"), (svg) => {
        const [fresh] = svg.querySelectorAll(".fresh");
        const half = Number.parseFloat(getComputedStyle(fresh).strokeWidth) / 2;
        const sides = (/** @type {SVGRectElement} */ { x, y, width, height }, inwards = 0) => [
          x.baseVal.value + inwards,
          y.baseVal.value + inwards,
          x.baseVal.value + width.baseVal.value - inwards,
          y.baseVal.value + height.baseVal.value - inwards,
        ];
        const [left, top, right, bottom] = sides(fresh, half);
        const covers = [...svg.querySelectorAll(".cover")];
        return {
          over: covers.filter((cover) => {
            const [x, y, end, low] = sides(cover);
            return x < left - 0.01 || y < top - 0.01 || end > right + 0.01 || low > bottom + 0.01;
          }).length,
          above: [...svg.querySelectorAll(".piece ~ .in")].filter((name) =>
            covers.some((cover) => name.compareDocumentPosition(cover) & Node.DOCUMENT_POSITION_FOLLOWING),
          ).length,
        };
      });
      assert.deepEqual([over, above], [0, 0], `step ${step}`);
    }
    const covers = await page.evaluateOn(within(".stage .picture"), (svg) => svg.querySelectorAll(".cover").length);
    assert.equal(covers, 3, "each further matrix comes by itself");
  });
});
