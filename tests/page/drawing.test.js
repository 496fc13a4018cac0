// Tests of the picture under or beside the steps: what it shows and says, its two cuts, and when it is not there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, link, look, within } from "./site.js";

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

  test("a stack from bottom to top: the last layer above, and what the first hands on between them", async () => {
    const page = await site.open(link("input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))"));
    const seen = await picture(page);
    assert.deepEqual(seen.sums, ["2 × 4 × 154 = 1,232", "2 × 4 × 126 = 1,008"]);
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

  test("wide: beside the steps, and in view while they scroll; else below them", async () => {
    const place = (/** @type {Page} */ page) =>
      page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("rnn-params")?.shadowRoot);
        const [told, drawing] = [".told", ".drawing"].map((one) =>
          /** @type {Element} */ (root.querySelector(one)).getBoundingClientRect(),
        );
        return { beside: drawing.left >= told.right, under: drawing.top >= told.bottom, inView: drawing.top >= 0 };
      });
    const wide = await site.open("", { width: 1280, height: 720 });
    if (await wide.evaluate(() => innerWidth >= 1280)) {
      assert.deepEqual(await place(wide), { beside: true, under: false, inView: true });
      await wide.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
      // WebKit moves what is sticky with the next frame, or a later one.
      await wide.waitFor(() => {
        const root = document.querySelector("rnn-params")?.shadowRoot;
        const drawing = /** @type {Element} */ (root?.querySelector(".drawing"));
        return scrollY === 300 && drawing.getBoundingClientRect().top >= 0;
      });
      assert.deepEqual(await place(wide), { beside: true, under: false, inView: true });
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
