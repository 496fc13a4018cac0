// Tests of widget.mjs: an anywidget module, as its hosts run it (https://anywidget.dev/en/afm/), with a model that keeps to the contract.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { inEveryBrowser } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** Runs in the page: a model as anywidget gives it, that notes what was saved and who listens. */
const modelModule = `
export class Model {
  saved = [];
  listeners = new Map();
  #changed = {};
  constructor(values) { this.values = values; }
  get(key) { return this.values[key]; }
  set(key, value) {
    if (this.values[key] === value) return;
    this.values[key] = value;
    this.#changed[key] = value;
    for (const told of [...(this.listeners.get("change:" + key) ?? [])]) told();
  }
  save_changes() { this.saved.push(this.#changed); this.#changed = {}; }
  on(event, told) { this.listeners.set(event, [...(this.listeners.get(event) ?? []), told]); }
  off(event, told) { this.listeners.set(event, (this.listeners.get(event) ?? []).filter((one) => one !== told)); }
  send() {}
  get listening() { return [...this.listeners.values()].flat().length; }
}
window.Model = Model;

/** A page without a kernel: https://github.com/jupyter-book/myst-theme, MystAnyModel. */
window.StaticModel = class extends Model {
  save_changes() { throw new Error("not implemented"); }
  off() { throw new Error("not implemented"); }
};
`;

const markup = `<!doctype html>
<meta charset="utf-8" />
<title>Notebook</title>
<link rel="icon" href="data:," />
<div id="plain"></div>
<div id="shadow"></div>
<script type="module" src="./model.js"></script>
`;

/**
 * Runs in the page: what anywidget's hosts do with a module. They have its text, not its address.
 * @param {string} place
 * @param {Record<string, unknown>} values
 * @param {"Model" | "StaticModel"} [kind]
 */
const start = async (place, values, kind = "Model") => {
  const w = /** @type {any} */ (window);
  w.text ??= await (await fetch("./widget.mjs")).text();
  const address = URL.createObjectURL(new Blob([w.text], { type: "text/javascript" }));
  const { default: given } = await import(address);
  URL.revokeObjectURL(address);
  const widget = typeof given === "function" ? await given() : given;
  const model = new w[kind](values);
  const host = /** @type {Element} */ (document.querySelector(place));
  const el = place === "#shadow" ? (host.shadowRoot ?? host.attachShadow({ mode: "open" })) : host;
  const ended = new AbortController();
  await widget.initialize?.({ model, signal: ended.signal });
  const cleanup = await widget.render({ model, el, signal: ended.signal, experimental: {} });
  Object.assign(w, { model, cleanup, ended, element: el.lastElementChild });
};

/** What the widget shows, and what its model holds. */
const state = (/** @type {Page} */ page) =>
  page.evaluate(async () => {
    const { element, model } = /** @type {any} */ (window);
    await element.updateComplete;
    return {
      summary: element.summary,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      values: model.values,
      saved: model.saved,
      listening: model.listening,
      connected: element.isConnected,
    };
  });

inEveryBrowser((site) => {
  let url = "";

  before(async () => {
    url = await site.variant(async (folder) => {
      await writeFile(join(folder, "notebook.html"), markup);
      await writeFile(join(folder, "model.js"), modelModule);
    });
  });

  /**
   * @param {string} place
   * @param {Record<string, unknown>} values
   * @param {"Model" | "StaticModel"} [kind]
   */
  async function open(place, values, kind) {
    const page = await site.page();
    await page.goto(`${url}notebook.html`);
    await page.waitFor(() => "Model" in window);
    await page.evaluate(start, place, values, kind ?? "Model");
    await page.waitFor(() => Boolean(/** @type {any} */ (window).element.summary));
    return page;
  }

  test("an exercise asks in a notebook, and a picture is drawn", async () => {
    const layers = { framework: "keras", input: 10, layers: "LSTM(7)" };
    for (const [values, part, other] of /** @type {[Record<string, unknown>, string, string][]} */ ([
      [{ ...layers, exercise: "ideas" }, ".exercise-screen .blank", ".total"],
      [{ ...layers, picture: "beside" }, ".picture-room .picture", ".exercise-screen"],
    ])) {
      const page = await open("#plain", values);
      await page.waitFor((part) => /** @type {any} */ (window).element.shadowRoot.querySelector(part) !== null, part);
      const others = (/** @type {string} */ other) =>
        /** @type {any} */ (window).element.shadowRoot.querySelectorAll(other).length;
      assert.equal(await page.evaluate(others, other), 0);
      assert.deepEqual(await site.complaints(page), { errors: [], violations: [] });
    }
  });

  for (const place of ["#plain", "#shadow"]) {
    test(`the model's values are the element's: ${place}`, async () => {
      const page = await open(place, {
        framework: "keras",
        input: 10,
        layers: "GRU(7)",
        steps: "all",
        lang: null,
        other: 1,
      });
      const seen = await state(page);
      assert.equal(seen.summary, "GRU 10 → 7: 399 parameters (Keras)");
      const { framework, input, layers, steps } = seen.attributes;
      assert.deepEqual(
        { framework, input, layers, steps },
        { framework: "keras", input: "10", layers: "GRU(7)", steps: "all" },
      );
      assert.equal("lang" in seen.attributes, false, "what the model does not have is no attribute");
      assert.equal("other" in seen.attributes, false);
      assert.deepEqual(seen.saved, [], "nothing is written back that no reader changed");
    });
  }

  test("changes of the model are followed, and not written back", async () => {
    const page = await open("#plain", { framework: "keras", input: 10, layers: "GRU(7)" });
    await page.evaluate(() => {
      const { model } = /** @type {any} */ (window);
      model.set("framework", "notes");
      model.set("input", 64);
      model.set("layers", "LSTM(32)");
      model.set("lang", "hi");
      model.set("fade", 1);
    });
    const seen = await state(page);
    assert.equal(seen.attributes.layers, "LSTM(32)");
    assert.deepEqual([seen.attributes.lang, seen.attributes.fade], ["hi", "1"]);
    assert.deepEqual(seen.saved, []);
    await page.evaluate(() => {
      const { model } = /** @type {any} */ (window);
      model.set("fade", "");
      model.set("lang", undefined);
    });
    const plain = await state(page);
    assert.equal(plain.summary, "LSTM 64 → 32: 12,416 parameters");
    assert.equal("lang" in plain.attributes || "fade" in plain.attributes, false);
  });

  /**
   * A reader's change of the first field.
   * @param {Page} page
   * @param {string} text
   */
  const type = (page, text) =>
    page.evaluate(async (text) => {
      const { element } = /** @type {any} */ (window);
      const field = element.shadowRoot.querySelector("#input");
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await element.updateComplete;
    }, text);

  test("what readers change is saved: numbers as numbers, half of one as text, and only what changed", async () => {
    const page = await open("#plain", { framework: "keras", input: 10, layers: "GRU(7)", controls: "all" });
    await type(page, "64");
    await type(page, "1.5");
    await type(page, "");
    assert.deepEqual((await state(page)).saved, [{ input: 64 }, { input: "1.5" }, { input: "" }]);
  });

  test("on a page without a kernel, readers can change it all the same", async () => {
    const page = await open("#shadow", { input: 10, layers: "LSTM(7)", controls: "all" }, "StaticModel");
    await type(page, "64");
    assert.equal((await state(page)).summary, "LSTM 64 → 7: 2,016 parameters");
    await page.evaluate(() => /** @type {any} */ (window).cleanup());
    assert.equal((await state(page)).connected, false);
  });

  test("after the cleanup, and after the signal, nothing is left", async () => {
    const page = await open("#plain", { input: 64, layers: "LSTM(32)" });
    assert.ok((await state(page)).listening > 0);
    await page.evaluate(() => {
      const { cleanup, ended } = /** @type {any} */ (window);
      cleanup();
      ended.abort(); // whoever does both
    });
    const { listening, connected } = await state(page);
    assert.deepEqual({ listening, connected }, { listening: 0, connected: false });

    await page.evaluate(start, "#shadow", { input: 64, layers: "LSTM(32)" }, "Model");
    assert.equal((await state(page)).connected, true);
    await page.evaluate(() => /** @type {any} */ (window).ended.abort());
    const ended = await state(page);
    assert.deepEqual([ended.listening, ended.connected], [0, false]);
  });

  test("the module is all there is: nothing else is asked for, and several may stand on a page", async () => {
    const page = await open("#plain", { input: 64, layers: "LSTM(32)" });
    await page.evaluate(start, "#plain", { input: 10, layers: "LSTM(7)" }, "Model");
    await page.waitFor(() => {
      const all = /** @type {any[]} */ ([...document.querySelectorAll("rnn-params")]);
      return all.length === 2 && all.every(({ summary }) => summary);
    });
    const summaries = await page.evaluate(() =>
      /** @type {any[]} */ ([...document.querySelectorAll("rnn-params")]).map(({ summary }) => summary),
    );
    assert.deepEqual(summaries, ["LSTM 64 → 32: 12,416 parameters", "LSTM 10 → 7: 504 parameters"]);
    const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const files = asked.filter((name) => !/^(blob|data):/.test(name)).map((name) => name.split("/").at(-1));
    assert.deepEqual(files.sort(), ["model.js", "widget.mjs"]);
  });
});
