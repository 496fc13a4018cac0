// Tests of a cell's equations: closed beside the step, open while it is presented, each weight linked with its place, tensor and numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, link, reading, within } from "./site.js";

/** Points at a weight of an equation, by its text; what is lit then. @param {import("./page.js").Page} page @param {string} weight */
const litBy = (page, weight) =>
  page.evaluateOn(
    "rnn-params",
    async (element, weight) => {
      const root = element.shadowRoot;
      const signs = [...root.querySelectorAll(".equations mrow[data-ref]")];
      const sign = signs.find((one) => one.textContent.replace(/\s/g, "") === weight);
      sign.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse" }));
      const lit = (/** @type {string} */ selector) => [...root.querySelectorAll(`${selector}[data-lit]`)];
      return {
        places: lit(".part-of").length,
        signs: lit(".equations mrow").map((one) => one.textContent.replace(/\s/g, "")),
        tensors: lit("tr").map((row) => row.querySelector("code").textContent),
        fields: lit("input").map(({ id }) => id),
        fills: lit("svg .fill").length,
      };
    },
    weight,
  );

inEveryBrowser((site) => {
  test("closed beside the step; one click shows them; printed, they are left out", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    assert.doesNotMatch(await reading(page), /tanh\(c\^t\)/);
    await page.evaluateOn(within(".equations > summary"), (summary) => summary.click());
    assert.match(await reading(page), /f\^t = σ\(W_f \[a\^\(t−1\), x\^t\] \+ b_f\)/);
    assert.equal(
      await page.evaluateOn(within(".equations math"), (math) => math.namespaceURI),
      "http://www.w3.org/1998/Math/MathML",
    );
  });

  test("below them it is said in which tensor each weight is kept, by the framework's name", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=GRU(32)"));
    await page.evaluateOn(within(".equations > summary"), (summary) => summary.click());
    const kept = async () =>
      page.evaluateOn(within(".kept"), (list) =>
        [...list.querySelectorAll("li")].map((item) => {
          const said = item.querySelector("[role=img]").getAttribute("aria-label");
          const drawn = [...item.querySelectorAll("math")].map((one) => one.textContent).join(", ");
          const name = item.querySelector("code").textContent;
          return drawn === said.replaceAll("_", "") ? `${said}: ${name}` : `${said} is drawn as ${drawn}`;
        }),
      );
    assert.deepEqual(await kept(), [
      "W_z, W_r, W_h: kernel",
      "U_z, U_r, U_h: recurrent_kernel",
      "b_z, b′_z, b_r, b′_r, b_h, b′_h: bias",
    ]);
    const broken = await page.evaluateOn(
      within(".kept"),
      (list) =>
        [...list.querySelectorAll("li")].filter((item) => {
          const [sign, name] = ["[role=img]", "code"].map((one) => item.querySelector(one).getBoundingClientRect());
          return sign.bottom <= name.top || name.left < sign.right;
        }).length,
    );
    assert.equal(broken, 0, "each name stands beside its signs");
    await site.open(link("framework=pytorch&input=64&layers=LSTM(32)"));
    await page.evaluateOn(within(".equations > summary"), (summary) => summary.click());
    assert.deepEqual(await kept(), [
      "W_ii, W_if, W_ig, W_io: weight_ih_l0",
      "b_ii, b_if, b_ig, b_io: bias_ih_l0",
      "W_hi, W_hf, W_hg, W_ho: weight_hh_l0",
      "b_hi, b_hf, b_hg, b_ho: bias_hh_l0",
    ]);
  });

  test("a weight lights its place in the picture, its tensor and its numbers, and no other weight", async () => {
    const page = await site.open(link("framework=pytorch&input=64&layers=LSTM(32)&open=tensors"), { width: 1280 });
    assert.deepEqual(await litBy(page, "Wif"), {
      ...{ places: 1, signs: ["Wif"], tensors: ["weight_ih_l0"], fields: ["input"], fills: 0 },
    });
    assert.deepEqual((await litBy(page, "bho")).tensors, ["bias_hh_l0"]);
    assert.deepEqual((await litBy(page, "Whg")).fields, ["layer-0-units"]);
  });

  test("with concat a gate's matrix is its whole band, without its bias", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&open=tensors"), { width: 1280 });
    const { places, tensors } = await litBy(page, "Wo");
    assert.deepEqual([places, tensors], [2, ["W_output"]]);
    assert.deepEqual((await litBy(page, "bo")).tensors, ["b_output"]);
  });

  test("a GRU's two forms stand in the question why there are two biases", async () => {
    const page = await site.open(link("framework=keras&input=64&layers=GRU(32)"));
    await page.evaluateOn(within(".step:has(.both-forms) > .why > summary"), (summary) => summary.click());
    const read = await reading(page);
    assert.match(read, /U_h \(r_t ⊙ h_\(t−1\)\) \+ b_h/);
    assert.match(read, /r_t ⊙ \(U_h h_\(t−1\) \+ b′_h\)/);
  });

  test("open while it is presented, with their step and not before", async () => {
    const page = await site.open(link("framework=pytorch&input=64&layers=GRU(32)&present=1"));
    assert.doesNotMatch(await page.evaluateOn(within(".stage"), (stage) => stage.innerHTML), /W_in x_t/);
    await page.press("n");
    const open = await page.evaluateOn(within(".stage .equations"), (details) => details.open);
    assert.equal(open, true);
    await page.press("Escape");
    assert.equal(await page.evaluateOn(within(".layout .equations"), (details) => details.open), false);
  });

  test("no equation is cut or leaves a phone's window", async () => {
    for (const query of ["framework=pytorch&input=64&layers=GRU(32)", "framework=onnx&input=64&layers=LSTM(32)"]) {
      const page = await site.open(link(query), { width: 320, height: 640 });
      const out = await page.evaluateOn("rnn-params", async (element) => {
        for (const one of element.shadowRoot.querySelectorAll("details.equations, details.why")) one.open = true;
        await element.updateComplete;
        return [...element.shadowRoot.querySelectorAll(".equation math")].filter(
          (math) => math.getBoundingClientRect().right > innerWidth,
        ).length;
      });
      assert.equal(out, 0, query);
    }
  });
});
