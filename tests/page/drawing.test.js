// Tests of the picture under or beside the steps: what it shows and says, its two cuts, and when it is not there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, inEveryBrowser, link, look, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** What is drawn. @param {Page} page */
function picture(page) {
  return page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const section = element.shadowRoot.querySelector(".drawing");
    const clean = (/** @type {Element} */ node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();
    const all = (/** @type {string} */ selector) => [...(section?.querySelectorAll(selector) ?? [])];
    return {
      alternatives: all("svg[role=img]").map((svg) => svg.getAttribute("aria-label")),
      labels: all("svg[role=img] text").map(clean),
      sums: all("figure > .formula").map(clean),
      keys: all(".tensor-key li").map(clean),
      hints: all(".hint").map(clean),
      tensors: all("[data-tensor]").map((rect) => rect.getAttribute("data-tensor")),
      cut: all("input[name=cut]:checked").map((radio) => /** @type {HTMLInputElement} */ (radio).value),
    };
  });
}

/** @param {Page} page @param {"matrix" | "tensor"} cut */
async function choose(page, cut) {
  await page.click(within(`input[name=cut][value=${cut}]`));
  return picture(page);
}

inEveryBrowser((site) => {
  test("what is handed on runs into the columns of the input as an area for each direction, down to the block", async () => {
    const page = await site.open(link("input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))"), {
      width: 1280,
    });
    const seen = await page.evaluateOn(within(".drawing figure:last-of-type svg.picture"), (svg) => {
      const ways = [...svg.querySelectorAll(".way")].map((one) => one.getBBox());
      const input = svg.querySelector(".fill.input").getBBox();
      const near = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < 2;
      return [
        ways.length,
        ways.every(({ y, height }) => near(y + height, input.y)),
        near(ways[0].x, input.x) &&
          near(ways[0].x + ways[0].width, ways[1].x) &&
          near(ways[1].x + ways[1].width, input.x + input.width),
      ];
    });
    assert.deepEqual(seen, [2, true, true]);
  });

  test("a first visit: four bands of 3,104, in words too", async () => {
    const seen = await picture(await site.open(""));
    assert.deepEqual(seen.alternatives, [
      "A rectangle 128 high and 97 wide: 4 weight matrices of 32 rows each; columns 32 (previous activations), 64 (input), 1 (bias). Area 12,416.",
    ]);
    for (const label of ["97", "a: 32", "x: 64", "1", "forget 3,104", "input 3,104", "output 3,104", "cell 3,104"])
      assert.ok(seen.labels.includes(label), label);
    assert.deepEqual(seen.sums, ["4 × 3,104 = 12,416"]);
    assert.deepEqual(seen.cut, ["matrix"]);
    assert.ok(seen.hints.includes("the same weights at every time step"), seen.hints.join("\n"));
  });

  test("cut by tensor: the framework's names and sizes; the choice outlives another number", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=LSTM(32)"));
    const seen = await choose(page, "tensor");
    assert.deepEqual(seen.sums, ["4,096 + 8,192 + 128 = 12,416"]);
    assert.deepEqual(seen.keys, ["recurrent_kernel (32, 128) 4,096", "kernel (64, 128) 8,192", "bias (128) 128"]);
    assert.deepEqual(seen.tensors, ["0.1", "0.0", "0.2"]);
    assert.ok(!seen.labels.some((label) => label.includes("3,104")), seen.labels.join("\n"));
    await page.fill(within("#layer-0-units"), "7");
    assert.deepEqual((await picture(page)).sums, ["196 + 1,792 + 28 = 2,016"]);
    assert.deepEqual((await choose(page, "matrix")).sums, ["4 × 504 = 2,016"]);
  });

  test("every number of the picture knows where it comes from", async () => {
    const page = await site.open("");
    const refs = await page.evaluateOn(within(".drawing"), (section) => {
      const pairs = [...section.querySelectorAll("text[data-ref]")].map((text) => [
        text.textContent,
        text.getAttribute("data-ref"),
      ]);
      return [...new Set(pairs.map((pair) => pair.join(" @ ")))];
    });
    assert.deepEqual(refs, [
      "97 @ layers.0.steps.1",
      "a: 32 @ written.0.args.0",
      "x: 64 @ input",
      "1 @ rule.bias",
      "forget 3,104 @ layers.0.steps.2",
      "input 3,104 @ layers.0.steps.2",
      "output 3,104 @ layers.0.steps.2",
      "cell 3,104 @ layers.0.steps.2",
      "32 @ written.0.args.0",
    ]);
  });

  test("a stack as the text runs: the first layer above, and what it hands on between them", async () => {
    const page = await site.open(link("input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))"));
    const seen = await picture(page);
    assert.deepEqual(seen.sums, ["2 × 4 × 126 = 1,008", "2 × 4 × 154 = 1,232"]);
    assert.ok(seen.labels.includes("x: 7 + 7"), seen.labels.join("\n"));
    for (const label of ["→ 616", "← 616", "→ 504", "← 504"]) assert.ok(seen.labels.includes(label), label);
  });

  test("twelve layers: those that differ are drawn, of the others it says what they repeat", async () => {
    const seen = await picture(await site.open(link("input=64&layers=LSTM(32, num_layers=12)")));
    assert.equal(seen.alternatives.length, 2);
    assert.ok(seen.hints.includes("Layers 3 to 12: as layer 2, 10 × 8,320 = 83,200"), seen.hints.join("\n"));
  });

  test("what is not to scale is said in words", async () => {
    const hints = async (/** @type {string} */ query) => (await picture(await site.open(link(query)))).hints.join("\n");
    assert.match(await hints("input=1024&layers=LSTM(512)"), /bias column is widened/);
    assert.match(await hints("input=1024&layers=RNN(1)"), /Not to scale/);
    assert.doesNotMatch(await hints("input=1&layers=LSTM(1)"), /scale/);
    for (const query of [
      "input=1024&layers=LSTM(512)",
      "input=1024&layers=RNN(1)",
      "framework=keras&input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7)),Dense(5)",
    ]) {
      assert.doesNotMatch(await hints(query), /area = parameters/, query);
      assert.match(await hints(query), /scale/, query);
    }
    assert.match(await hints("input=1&layers=LSTM(1)"), /area = parameters/);
    assert.match(await hints("framework=flax_linen&input=10&layers=GRU(7)"), /second bias column stands in n only: 7/);
  });

  test("with a number missing there is no drawing, and it comes back", async () => {
    const page = await site.open("");
    await page.fill(within("#layer-0-units"), "");
    assert.equal((await look(page)).total, "—");
    assert.deepEqual((await picture(page)).alternatives, []);
    await page.type("7");
    assert.equal((await picture(page)).alternatives.length, 1);
  });

  /** Drags what is gripped there, step by step, and lets it go. @param {Page} page @param {string} grip @param {number} across @param {number} down @param {string} [key] pressed before it is let go */
  const drag = (page, grip, across, down, key = "") =>
    page.evaluateOn(
      "rnn-params",
      async (element, grip, across, down, key) => {
        const root = element.shadowRoot;
        const { x, y, width, height } = root.querySelector(`${grip} rect`).getBoundingClientRect();
        const [fromX, fromY] = [x + width / 2, y + height / 2];
        const send = async (/** @type {string} */ type, /** @type {number} */ part) => {
          const place = { clientX: fromX + across * part, clientY: fromY + down * part };
          const options = { ...place, bubbles: true, composed: true, cancelable: true, button: 0, pointerId: 1 };
          root.querySelector(grip).dispatchEvent(new PointerEvent(type, options));
          await element.updateComplete;
        };
        await send("pointerdown", 0);
        for (const part of [0.25, 0.5, 0.75, 1]) await send("pointermove", part);
        const bottom = root.querySelector(`${grip} rect`).getBoundingClientRect();
        const moved = { x: bottom.x - x, y: bottom.y - y };
        if (key)
          root
            .querySelector("#input")
            .dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
        await send("pointerup", 1);
        await element.updateComplete;
        return moved;
      },
      grip,
      across,
      down,
      key,
    );

  test("an edge that is dragged changes its size, stays under the pointer, and is one step in the history", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"), { width: 1280, height: 900 });
    const { entries } = await look(page);
    const moved = await drag(page, ".grip.down", 0, 60);
    const { fields, total, entries: after } = await look(page);
    const units = Number(fields["layer-0-units"]);
    assert.ok(units > 32 && units < 48, String(units));
    assert.ok(Math.abs(moved.y - 60) < 7, `it moved by ${moved.y}, the pointer by 60`); // half of what a unit is high
    assert.equal(total, grouped((units + 64 + 1) * units * 4));
    assert.equal(after, entries + 1);
    await drag(page, ".grip.across", -40, 0);
    const input = Number((await look(page)).fields.input);
    assert.ok(input < 64 && input > 20, String(input));
    await drag(page, ".grip.down", 0, -2000);
    assert.equal((await look(page)).fields["layer-0-units"], "1", "never less than one");
  });

  test("a finger that drags an edge changes its size, and does not scroll the page", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"), { width: 1280, height: 900 });
    const at = await page.evaluateOn(within(".grip.down rect"), (grip) => {
      const { x, y, width, height } = grip.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.swipe(at, { x: at.x, y: at.y + 60 });
    await page.waitFor(() => !/LSTM\(32\)/.test(decodeURIComponent(location.search)));
    const { fields, total } = await look(page);
    const units = Number(fields["layer-0-units"]);
    assert.ok(units > 32 && units < 48, String(units));
    assert.equal(total, grouped((units + 64 + 1) * units * 4));
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  test("filters of each place are drawn as so many rows, and an edge that stands for more cells stays under the pointer", async () => {
    const page = await site.open(link("framework=keras2&input=32&timesteps=10&layers=LocallyConnected1D(16, 3)"), {
      width: 1280,
      height: 900,
    });
    const beside = await page.evaluateOn(within(".picture"), (svg) =>
      [...svg.querySelectorAll("text.start")].map((one) => one.textContent),
    );
    assert.deepEqual(beside, ["128"], "8 places × 16 filters, each row with 97 cells: 12,416");
    const moved = await drag(page, ".grip.down", 0, 60);
    assert.ok(Math.abs(moved.y - 60) < 12, `it moved by ${moved.y}, the pointer by 60`);
    const across = await drag(page, ".grip.across", 50, 0);
    assert.ok(Math.abs(across.x - 50) < 8, `it moved by ${across.x}, the pointer by 50`);
  });

  test("Escape gives an edge back its size; a size that is written nowhere has no edge to drag", async () => {
    const page = await site.open(link("framework=keras&input=10&layers=LSTM(7),Dense(3)"), {
      width: 1280,
      height: 900,
    });
    await drag(page, ".grip.down", 0, 30, "Escape");
    assert.equal((await look(page)).fields["layer-0-units"], "7");
    const count = () =>
      page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll(".grip")].map((one) => one.getAttribute("data-drag")),
      );
    assert.deepEqual(await count(), ["units", "input", "units"], "what the first layer passes on is no field");
    await site.open(link("framework=keras&layers=Embedding(20,5),BatchNormalization()"), { width: 1280, height: 900 });
    assert.deepEqual(
      await page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll(".grip").length),
      0,
    );
  });

  test("wide: beside the steps, and in view while they scroll; else below them", async () => {
    const place = (/** @type {Page} */ page) =>
      page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("rnn-params")?.shadowRoot);
        const [told, drawing, ask] = [".told", ".drawing", ".ask"].map((one) =>
          /** @type {Element} */ (root.querySelector(one)).getBoundingClientRect(),
        );
        const covers = drawing.top < ask.bottom;
        return { beside: drawing.left >= told.right, under: drawing.top >= told.bottom, covers };
      });
    for (const layers of ["LSTM(32)", "LSTM(32), LSTM(32)", "Bidirectional(LSTM(7)), Bidirectional(LSTM(7))"])
      for (const height of [640, 720, 900]) {
        const wide = await site.open(link(`input=64&layers=${layers}`), { width: 1280, height });
        if (await wide.evaluate(() => innerWidth < 1280)) continue;
        assert.deepEqual(await place(wide), { beside: true, under: false, covers: false }, `${layers} at ${height}`);
      }
    const single = await site.open(link("input=64&layers=Bidirectional(LSTM(32))"), { width: 1280, height: 720 });
    if (await single.evaluate(() => innerWidth >= 1280 && innerHeight <= 750)) {
      await single.evaluate(() => scrollTo({ top: 100, behavior: "instant" }));
      // WebKit moves what is sticky with the next frame, or a later one.
      await single.waitFor(() => {
        const root = document.querySelector("rnn-params")?.shadowRoot;
        const drawing = /** @type {Element} */ (root?.querySelector(".drawing"));
        return scrollY === 100 && drawing.getBoundingClientRect().top >= 0;
      });
    }
    assert.equal((await place(await site.open("", { width: 800, height: 600 }))).under, true);
  });

  test("no label lies on another one or leaves a phone's window, in either cut", async () => {
    for (const query of [
      "input=64&layers=LSTM(32)",
      "framework=keras&layers=Embedding(20000,128),Bidirectional(LSTM(64)),Bidirectional(LSTM(64)),Dense(1)",
      "framework=tf1&input=10&layers=LSTM(7,peepholes=true,proj_size=3)",
      "framework=tf1&input=10&layers=LSTM(7,layer_norm=true,bidirectional=true)",
      "framework=pytorch&input=1&layers=LSTM(1000,proj_size=1,bidirectional=true)",
      "input=1024&layers=Bidirectional(GRU(1))",
      "input=1073741824&layers=Bidirectional(LSTM(536870912)),Dense(9)",
    ]) {
      const page = await site.open(link(query), { width: 320, height: 568 });
      for (const cut of /** @type {const} */ (["matrix", "tensor"])) {
        await choose(page, cut);
        assert.deepEqual(await page.evaluateOn(within(".drawing"), crowded), [], `${query}, by ${cut}`);
      }
    }
  });
});

/** Labels that lie on others, or outside of the window. @param {Element} section */
function crowded(section) {
  return [...section.querySelectorAll("svg")].flatMap((svg) => {
    const labels = [...svg.querySelectorAll("text")].map((text) => ({
      text: text.textContent,
      ...text.getBoundingClientRect().toJSON(),
    }));
    return labels.flatMap((a, i) => {
      const out = a.left < -1 || a.right > innerWidth + 1 ? [`${a.text} leaves the window`] : [];
      const on = labels.slice(i + 1).filter((b) => {
        const bit = 0.4 * Math.min(a.height, b.height); // a line's box is higher than its letters
        return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - bit && b.top < a.bottom - bit;
      });
      return [...out, ...on.map((b) => `${a.text} lies on ${b.text}`)];
    });
  });
}
