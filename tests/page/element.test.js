// Tests of the element on another page than its own: a teacher's tag in course notes.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { inEveryBrowser } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const markup = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src 'self'" />
  <title>Course notes</title>
  <link rel="icon" href="data:," />
  <h1>Course notes</h1>
  <rnn-params id="keras" controls="all" framework="keras" input="10" layers="GRU(7)"><p class="own">Counted by hand: 399.</p></rnn-params>
  <rnn-params id="empty"></rnn-params>
  <script type="module" src="./notes.js"></script>
</html>
`;

/** The total that an element shows; "" before there is one. Runs in the page. */
const total = async (/** @type {any} */ element) => {
  await element.updateComplete;
  return element.shadowRoot?.querySelector(".total b")?.textContent ?? "";
};

/**
 * Sets properties and reads them, the attributes and the total.
 * @param {Page} page
 * @param {Record<string, string>} properties
 */
function set(page, properties) {
  return page.evaluateOn(
    "#keras",
    async (element, properties) => {
      Object.assign(element, properties);
      await element.updateComplete;
      const { framework, input, layers } = element;
      return {
        properties: { framework, input, layers },
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        total: element.shadowRoot.querySelector(".total b").textContent,
      };
    },
    properties,
  );
}

inEveryBrowser((site) => {
  let url = "";

  before(async () => {
    url = await site.variant(async (folder) => {
      await writeFile(join(folder, "notes.html"), markup);
      await writeFile(join(folder, "notes.js"), 'window.start = () => import("./rnn-params.js");');
    });
  });

  /** The page of notes, with the element started. */
  async function open() {
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.waitFor(async () => {
      await /** @type {any} */ (window).start?.();
      return [...document.querySelectorAll("rnn-params")].every((one) => one.shadowRoot?.querySelector(".total"));
    });
    return page;
  }

  test("what stands between the tags stays until the first answer, and no longer", async () => {
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.waitFor(() => "start" in window);
    assert.ok(await page.evaluateOn(".own", (own) => own.checkVisibility() && own.offsetHeight > 0));
    // From then on, at every change: either the teacher's words are there or a total.
    const states = await page.evaluateOn("#keras", async (element) => {
      const own = element.querySelector(".own");
      /** @type {Set<string>} */
      const states = new Set();
      const note = () => {
        const answer = element.shadowRoot?.querySelector(".total b")?.textContent ?? "";
        states.add(`${own.checkVisibility() ? "own words" : "nothing"}, ${answer || "no total"}`);
      };
      note();
      const done = new Promise((resolve) => {
        const look = () => {
          note();
          if (element.shadowRoot?.querySelector(".total")) resolve(undefined);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await /** @type {any} */ (window).start();
      note();
      await done;
      return [...states];
    });
    assert.deepEqual(states, ["own words, no total", "nothing, 399"]);
  });

  test("attributes are the model; an element without them asks for one", async () => {
    const page = await open();
    assert.equal(await page.evaluateOn("#keras", total), "399");
    assert.equal(await page.evaluateOn("#empty", total), "no total yet");
    assert.equal(await page.evaluate(() => document.title), "Course notes", "the page's title is the page's");
    assert.equal(await page.evaluate(() => location.search), "", "and so is its address");
  });

  test("properties and attributes say the same, and either changes the total", async () => {
    const page = await open();
    assert.deepEqual(await set(page, {}), {
      properties: { framework: "keras", input: "10", layers: "GRU(7)" },
      attributes: { id: "keras", controls: "all", framework: "keras", input: "10", layers: "GRU(7)" },
      total: "399",
    });
    for (const [properties, total] of /** @type {[Record<string, string>, string][]} */ ([
      [{ framework: "notes" }, "378"],
      [{ framework: "pytorch" }, "399"],
      [{ input: "64" }, "1,533"],
      [{ layers: "LSTM(32)", framework: "notes" }, "12,416"],
      [{ layers: "LSTM(1.5)" }, "no total yet"],
      [{ layers: "LSTM(32), LSTM(32)" }, "20,736"],
      [{ layers: "" }, "no total yet"],
      [{ input: "10", layers: "LSTM(7)" }, "504"],
    ])) {
      const seen = await set(page, properties);
      assert.equal(seen.total, total, JSON.stringify(properties));
      for (const [name, value] of Object.entries(properties)) {
        assert.equal(/** @type {any} */ (seen.properties)[name], value);
        assert.equal(seen.attributes[name], value || undefined, `the attribute ${name}`);
      }
    }
    const total12416 = await page.evaluateOn("#keras", async (element) => {
      for (const [name, value] of Object.entries({ framework: "notes", input: "64", layers: "LSTM(32)" }))
        element.setAttribute(name, value);
      await element.updateComplete;
      return [element.layers, element.shadowRoot.querySelector(".total b").textContent];
    });
    assert.deepEqual(total12416, ["LSTM(32)", "12,416"]);
    const removed = await page.evaluateOn("#keras", async (element) => {
      element.removeAttribute("input");
      await element.updateComplete;
      return [element.input, element.shadowRoot.querySelector(".total b").textContent];
    });
    assert.deepEqual(removed, ["", "no total yet"]);
  });

  test("the change event is for what readers change, with the model as the text of a link", async () => {
    const page = await open();
    await page.evaluate(() => {
      /** @type {unknown[]} */
      const changes = [];
      Object.assign(window, { changes });
      document.addEventListener("rnn-params-change", (event) => {
        const { detail, target } = /** @type {CustomEvent} */ (event);
        changes.push([/** @type {Element} */ (target).id, detail.query]);
      });
    });
    const changes = () => page.evaluate(() => /** @type {any} */ (window).changes.splice(0));
    await set(page, { layers: "LSTM(7)" });
    await set(page, { framework: "notes", input: "64" });
    assert.deepEqual(await changes(), [], "a script knows what it sets");

    await page.fill("#keras >>> #input", "10");
    assert.deepEqual(await changes(), [
      ["keras", "framework=notes&input=1&layers=LSTM(7)"],
      ["keras", "framework=notes&input=10&layers=LSTM(7)"],
    ]);
    await page.click("#keras >>> #framework [value=pytorch]");
    assert.deepEqual(await changes(), [["keras", "framework=pytorch&input=10&layers=LSTM(7)"]]);
    assert.equal(await page.evaluateOn("#keras", total), "532");
    assert.equal(await page.evaluateOn("#keras", (element) => element.getAttribute("framework")), "pytorch");
  });

  test("two elements on a page do not disturb each other, and one may move", async () => {
    const page = await open();
    await page.fill("#empty >>> #input", "64");
    await page.evaluateOn("#empty", (element) => {
      element.layers = "RNN(32)";
    });
    assert.equal(await page.evaluateOn("#empty", total), "3,104");
    assert.equal(await page.evaluateOn("#keras", total), "399");
    await page.evaluate(() => document.body.prepend(/** @type {Element} */ (document.querySelector("#empty"))));
    await page.fill("#empty >>> #input", "32");
    assert.equal(await page.evaluateOn("#empty", total), "2,080");
  });
});
