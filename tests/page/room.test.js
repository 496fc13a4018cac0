// Tests of how the page uses the room that it has: code and tables, long stacks, menus, colours side by side, and where there is no total.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, link, reading, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** Layers that are all different. @param {number} count */
const different = (count) => Array.from({ length: count }, (_, index) => `LSTM(${index + 1})`).join(",");

inEveryBrowser((site) => {
  for (const width of [1280, 1440, 1920]) {
    test(`code and tables have the width of the text and the picture together, at ${width}`, async () => {
      const page = await site.open(
        link(
          "framework=keras&input=64&layers=Bidirectional(LSTM(32)), Bidirectional(LSTM(32))&open=tensors,frameworks,code",
        ),
        { width, height: 900 },
      );
      const seen = await page.evaluateOn("rnn-params", (element) => {
        const box = (/** @type {string} */ part) => element.shadowRoot.querySelector(part).getBoundingClientRect();
        const [room, picture] = [box(".derivation"), box(".drawing")];
        return {
          free: ["pre", ".tables table", ".totals"].map((part) => Math.round(room.right - box(part).right)),
          cut: [...element.shadowRoot.querySelectorAll("pre")].filter((pre) => pre.scrollWidth > pre.clientWidth)
            .length,
          beside: picture.left > box(".told").right,
        };
      });
      assert.ok(
        seen.free.every((free) => free <= 100),
        `${seen.free} pixels are free`,
      );
      assert.equal(seen.cut, 0);
      if (await page.evaluate(() => innerWidth >= 1280)) assert.ok(seen.beside);
    });
  }

  for (const [width, height, most] of [
    [360, 640, 7100],
    [1280, 720, 3500],
  ]) {
    test(`20 different layers are folded, say why, and are at most ${most} pixels long at ${width}`, async () => {
      const page = await site.open(`?input=64&layers=${different(20)}`, { width, height });
      const text = await reading(page);
      assert.match(text, /10 LSTM\(10\) 10 800 (?:3\.4 % )?total 23,216 Show 10 more layers /);
      assert.match(text, /16 more layers not drawn\./);
      assert.match(text, /Layer 1: LSTM, 64 → 1 264 .*Four weight matrices/, "the first is told in full");
      assert.match(text, /Layer 20: LSTM, 19 → 20 3,200/);
      const steps = (/** @type {Page} */ page) =>
        page.evaluateOn(
          "rnn-params",
          (element) =>
            [...element.shadowRoot.querySelectorAll(".step")].filter((step) => step.checkVisibility()).length,
        );
      assert.equal(await steps(page), 4 + 1);
      const long = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(long <= most, `${long} pixels`);
      await page.click(within("[data-layer='6'] .fold"));
      assert.equal(await steps(page), 4 + 5 + 1);
      assert.equal(await page.evaluateOn(within("[data-layer='6'] .fold"), (button) => button.ariaExpanded), "true");
      await page.click(within("[data-layer='6'] .fold"));
      await page.press("Enter");
      assert.equal(await steps(page), 4 + 5 + 1, "by key, too");
    });
  }

  test("printed, no layer is folded", { skip: site.engine !== "chromium" && "the others can't be asked" }, async () => {
    const page = await site.open(`?input=64&layers=${different(8)}`, { media: "print" });
    const seen = await page.evaluateOn("rnn-params", async (element) => {
      await element.updateComplete;
      return [...element.shadowRoot.querySelectorAll(".step")].filter((step) => step.checkVisibility()).length;
    });
    assert.equal(seen, 4 + 7 * 5 + 1);
  });

  test("what is folded is built where it is opened or printed, and not else", async () => {
    const page = await site.open(`?input=64&layers=${different(8)}`);
    const steps = () =>
      page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        return element.shadowRoot.querySelectorAll(".step").length;
      });
    const tell = (/** @type {string} */ type) => page.evaluate((type) => void dispatchEvent(new Event(type)), type);
    assert.equal(await steps(), 4 + 1);
    await tell("beforeprint");
    assert.equal(await steps(), 4 + 7 * 5 + 1);
    await tell("afterprint");
    assert.equal(await steps(), 4 + 1);
    await page.click(within("[data-layer='6'] .fold"));
    assert.equal(await steps(), 4 + 5 + 1);
    assert.match(await page.text(within(".derivation [data-layer='6']")), /\[\(7 \+ 6 \+ 1\) × 7\] × 4/);
  });

  test("what was folded has its steps wherever nothing is folded", async () => {
    const page = await site.open(`?input=64&layers=${different(5)}`);
    const steps = () =>
      page.evaluateOn(
        "rnn-params",
        (element) => [...element.shadowRoot.querySelectorAll(".step")].filter((step) => step.checkVisibility()).length,
      );
    await page.click(within("[data-layer='0'] .fold"));
    assert.equal(await steps(), 1, "only the sum");
    const set = (/** @type {Record<string, string>} */ values) =>
      page.evaluateOn(
        "rnn-params",
        (element, values) => {
          Object.assign(element, values);
          return element.updateComplete;
        },
        values,
      );
    await set({ fade: "all" });
    assert.equal(await steps(), 5 * 4 + 4 + 1, "an exercise");
    await set({ fade: "", layers: different(4) });
    assert.equal(await steps(), 4 * 4 + 3 + 1, "few layers");
    await set({ layers: different(5) });
    assert.equal(await page.evaluateOn(within("[data-layer='0'] .fold"), (button) => button.ariaExpanded), "false");
    assert.equal(await steps(), 1);
  });

  test("up to four layers stand there with all their steps", async () => {
    const page = await site.open(`?input=64&layers=${different(4)}`);
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll(".fold").length),
      0,
    );
    assert.doesNotMatch(await reading(page), /layer by layer/);
  });

  for (const width of [320, 360]) {
    test(`nothing is painted over an open menu at ${width}`, async () => {
      const page = await site.open("", { width, height: 640 });
      const menus = await page.evaluateOn(
        "rnn-params",
        (element) => element.shadowRoot.querySelectorAll(".menu").length,
      );
      assert.equal(menus, 3);
      for (let index = 0; index < menus; index++) {
        const covered = await page.evaluateOn(
          "rnn-params",
          (element, index) => {
            const root = element.shadowRoot;
            const menus = [...root.querySelectorAll(".menu")];
            menus.forEach((menu, place) => {
              menu.open = place === index;
            });
            const list = menus[index].querySelector(".menu-list");
            const { left, right, top, bottom } = list.getBoundingClientRect();
            const over = [];
            for (let x = left + 2; x < Math.min(right, innerWidth) - 2; x += 6)
              for (let y = top + 2; y < bottom - 2; y += 6) {
                const hit = root.elementFromPoint(x, y);
                if (hit && !list.contains(hit)) over.push(hit.textContent.trim());
              }
            return [...new Set(over)];
          },
          index,
        );
        assert.deepEqual(covered, []);
      }
    });
  }

  test("without a total there are words in its place, as high as it", async () => {
    for (const [width, height] of [
      [360, 640],
      [1280, 720],
    ]) {
      const page = await site.open("", { width, height });
      const total = () =>
        page.evaluateOn(within(".total"), async (line) => {
          await line.getRootNode().host.updateComplete;
          return [line.textContent.trim(), Math.round(line.getBoundingClientRect().height)];
        });
      const [count, high] = await total();
      assert.equal(count, "12,416 parameters");
      await page.fill(within("#input"), "");
      assert.deepEqual(await total(), ["no total yet", high]);
      await page.fill(within("#input"), "64");
    }
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`columns of the picture are told apart by more than their hue: ${colorScheme}`, {
      skip: site.engine !== "chromium" && "one engine is enough",
    }, async () => {
      const page = await site.open(link("framework=pytorch&input=10&layers=LSTM(7)"), {
        width: 1280,
        height: 800,
        colorScheme,
      });
      const { fills, patterns } = await page.evaluateOn("rnn-params", (element) => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
        const light = (/** @type {string} */ colour) => {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        return {
          fills: [...element.shadowRoot.querySelectorAll(".picture .fill:not(.solid)")].map((rect) => {
            const { fill, stroke } = getComputedStyle(rect);
            return { name: rect.getAttribute("class"), inside: light(fill), outline: light(stroke) };
          }),
          patterns: element.shadowRoot.querySelectorAll(".picture .fill.input + .hatch").length,
        };
      });
      const contrast = (/** @type {number} */ a, /** @type {number} */ b) =>
        (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      assert.ok(fills.length >= 3);
      for (const { name, inside, outline } of fills)
        assert.ok(
          contrast(inside, outline) >= 3,
          `${name}: its outline has a contrast of ${contrast(inside, outline)}`,
        );
      assert.ok(patterns > 0, "the input has a pattern");
      const of = (/** @type {string} */ role) => fills.find(({ name }) => name?.includes(role))?.inside ?? 0;
      if (colorScheme === "dark") assert.ok(contrast(of("previous"), of("input")) >= 1.5, "one is lighter");
    });
  }

  test("a sentence of formulas in notes has a space before each sign", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=Bidirectional(LSTM(32)), Dense(1)"));
    for (const controls of ["sizes", "all"]) {
      const text = await page.evaluateOn(
        "rnn-params",
        async (element, controls) => {
          element.controls = controls;
          await element.updateComplete;
          return [...element.shadowRoot.querySelectorAll(":is(.whole, .step) .side:not(.symbols)")]
            .map((one) => one.textContent)
            .join("\n");
        },
        controls,
      );
      assert.doesNotMatch(text, /\S[=×]|[=×]\S/, controls);
    }
  });

  for (const width of [320, 360]) {
    test(`a formula breaks before an equals sign, within a side only where that alone is too long: ${width}`, async () => {
      for (const query of [
        "framework=keras&input=1024&layers=Bidirectional(LSTM(512)), Bidirectional(LSTM(512)), Dense(1000)",
        "framework=tf1&input=1024&layers=LSTM(512, peepholes=true, proj_size=128)",
        "input=64&layers=LSTM(32)",
      ]) {
        const page = await site.open(link(query), { width, height: 640 });
        const broken = await page.evaluateOn("rnn-params", (element) =>
          [...element.shadowRoot.querySelectorAll(".formula > .side")].flatMap((side) => {
            const lines = new Set(
              [...side.querySelectorAll(".piece, .value")].map((piece) =>
                Math.round(piece.getBoundingClientRect().bottom / 8),
              ),
            );
            if (lines.size < 2) return [];
            const room = side.parentElement.getBoundingClientRect().width;
            side.style.whiteSpace = "nowrap";
            side.style.maxWidth = "none";
            const { width } = side.getBoundingClientRect();
            side.removeAttribute("style");
            return width <= room - 40 ? [`${side.textContent}: ${width} of ${room}`] : []; // of its indentation
          }),
        );
        assert.deepEqual(broken, []);
      }
    });
  }

  test("what is touched next stays where it is when a field behind it turns out wrong", {
    skip: site.engine !== "chromium" && "one engine is enough",
  }, async () => {
    for (const [text, next] of [
      ["0", "#layer-0-units"],
      ["", "#layer-0-units"],
      ["1.5", "#layer-0-bidirectional"],
    ]) {
      const page = await site.open("", { width: 412, height: 640 }); // the headline stays one line
      const top = () => page.evaluateOn(within(next), (field) => field.getBoundingClientRect().top);
      const before = await top();
      await page.fill(within("#input"), text);
      assert.equal(await top(), before, "while it is typed");
      await page.click(within(next));
      await page.waitFor(() => {
        const message = document.querySelector("rnn-params")?.shadowRoot?.querySelector("#input-message");
        return message && getComputedStyle(message).position === "static" && message.querySelector(".wrong");
      });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.ok(Math.abs((await top()) - before) <= 2, `${next} moved from ${before} to ${await top()}`);
    }
  });
});
