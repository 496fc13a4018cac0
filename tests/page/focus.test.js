// Tests of the focus: whatever a key does to what has it, it is never lost, in any state of the page or of a widget.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { inEveryBrowser, within } from "./site.js";

const notes = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Course notes</title>
  <link rel="icon" href="data:," />
  <main></main>
  <script type="module" src="./rnn-params.js"></script>
</html>
`;

const manyLayers = Array.from({ length: 22 }, (_, index) => `GRU(${index + 1})`).join(", ");

/** `only`: which controls are pressed, where others show the rest. @type {[what: string, attributes: Record<string, string>, keys: string[], only?: string][]} */
const states = [
  ["a layer", { controls: "all", input: "64", layers: "LSTM(32)" }, []],
  [
    "a stack, at its first step",
    { controls: "all", framework: "pytorch", input: "1", layers: "LSTM(1), GRU(7)" },
    ["n"],
  ],
  [
    "a stack, at its last step",
    { controls: "all", framework: "keras", input: "1", layers: "GRU(1)" },
    ["n", "n", "n", "n"],
  ],
  ["problems", { controls: "all", framework: "kears", input: "1.5", layers: "LTSM(32), GRU(0)" }, []],
  ["an exercise", { controls: "all", input: "10", layers: "LSTM(7)", fade: "2" }, []],
  ["many layers", { controls: "all", framework: "keras", input: "7", layers: manyLayers }, [], ".quiet, .add"],
  ["no layers", { controls: "all", input: "7" }, []],
  ["layers that can't be read", { controls: "all", input: "7", layers: "LSTM(32" }, []],
  ["a widget", { framework: "keras", input: "10", layers: "LSTM(7), GRU(3)" }, []],
  ["a widget, at its second step", { framework: "keras", input: "10", layers: "LSTM(7), GRU(3)" }, ["n", "n"]],
  ["a widget with an exercise", { input: "64", layers: "LSTM(32)", fade: "all" }, []],
  ["a widget with problems", { input: "1.5", layers: "LSTM(1.5)" }, []],
  ["a line", { steps: "line", input: "64", layers: "LSTM(32)" }, []],
  ["a figure", { controls: "none", input: "64", layers: "LSTM(32)" }, []],
];

/** Runs in the page: a new element in the place of the one that was there, with all that it shows in the end. */
async function mount(/** @type {Record<string, string>} */ attributes, /** @type {string[]} */ keys) {
  const element = /** @type {any} */ (document.createElement("rnn-params"));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.querySelector("main")?.replaceChildren(element);
  for (let turn = 0; turn < 500 && !element.shadowRoot?.querySelector(".rest, .line"); turn++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  for (const key of keys) element.dispatchEvent(new KeyboardEvent("keydown", { key }));
  await element.updateComplete;
}

/** Runs in the page: helpers of the walk, in `window.walk`. */
function prepare() {
  // A link leads away, or out of the state.
  addEventListener("click", (event) => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest("a[target]")) event.preventDefault();
  });
  const seen = (/** @type {Element} */ one) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.matches(":disabled");
  const named = (/** @type {Element} */ one) =>
    `${one.localName} ${one.id || one.getAttribute("aria-label") || one.textContent?.trim()}`;
  const inner = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  Object.assign(window, {
    walk: {
      /** Where the Tab key stops. */
      stops: (only = "*") => {
        const root = document.querySelector("rnn-params")?.shadowRoot;
        const all = root?.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']") ?? [];
        return [...all].filter((one) => seen(one) && one.matches(only));
      },
      named,
      /** What has the focus, once all is drawn; "" if nothing that is seen has it. */
      focused: async () => {
        await /** @type {any} */ (document.querySelector("rnn-params"))?.updateComplete;
        await new Promise((resolve) => {
          setTimeout(resolve, 100); // nothing is painted in a tab behind others
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        });
        const element = inner();
        const nowhere = !element || element.matches("body, html, rnn-params");
        return !nowhere && seen(element) ? named(element) : "";
      },
    },
  });
}

/** Runs in the page: how many controls there are. */
async function count(
  /** @type {Record<string, string>} */ attributes,
  /** @type {string[]} */ keys,
  /** @type {string} */ only,
) {
  const { walk, mount } = /** @type {any} */ (window);
  await mount(attributes, keys);
  return walk.stops(only).length;
}

/** Runs in the page: presses one control, each time in a fresh element; the losses. */
async function pressed(
  /** @type {number} */ place,
  /** @type {Record<string, string>} */ attributes,
  /** @type {string[]} */ keys,
  /** @type {string} */ only,
) {
  const { walk, mount } = /** @type {any} */ (window);
  /** @type {string[]} */
  const lost = [];
  for (const press of ["", "n", "p"]) {
    if (press !== "" && walk.stops(only)[place]?.matches("input, select, textarea")) continue; // typed
    await mount(attributes, keys);
    const stop = walk.stops(only)[place];
    stop.focus();
    if (press === "") stop.click();
    else stop.dispatchEvent(new KeyboardEvent("keydown", { key: press, bubbles: true, composed: true }));
    if ((await walk.focused()) === "") lost.push(`${press || "a press"} at ${walk.named(stop)}`);
  }
  return lost;
}

inEveryBrowser((site) => {
  let url = "";
  before(async () => {
    url = await site.variant((folder) => writeFile(join(folder, "notes.html"), notes));
  });

  async function open(/** @type {number} */ width) {
    const page = await site.page({ width, height: 800 });
    await page.goto(`${url}notes.html`);
    await page.waitFor(() => Boolean(customElements.get("rnn-params")));
    await page.evaluate(prepare);
    await page.evaluate((mount) => {
      Object.assign(window, { mount: new Function(`return ${mount}`)() });
    }, `${mount}`);
    return page;
  }

  test("a dialog that closes gives it back", async () => {
    for (const key of ["Escape", "Enter"]) {
      const page = await site.open("", { width: 1280, height: 800 });
      await page.evaluate(prepare);
      await page.focus("header .embed");
      await page.press("Enter");
      const open = (/** @type {boolean} */ wanted) =>
        page.waitFor(
          (wanted) => Boolean(document.querySelector("embed-dialog")?.shadowRoot?.querySelector("[open]")) === wanted,
          wanted,
        );
      await open(true);
      if (key === "Enter") await page.focus("embed-dialog >>> .head button");
      await page.press(key);
      await open(false);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).walk.focused()), "button Embed");
    }
  });

  for (const [place, [what, attributes, keys, only = "*"]] of states.entries()) {
    if (site.engine !== "chromium" && ![3, 5, 8, 9, 12].includes(place)) continue; // some are enough elsewhere
    test(`nothing that is pressed loses the focus: ${what}`, async () => {
      const page = await open(1280);
      const controls = await page.evaluate(count, attributes, keys, only);
      assert.ok(controls > 1);
      /** @type {string[]} */
      const lost = [];
      for (let control = 0; control < controls; control++)
        lost.push(...(await page.evaluate(pressed, control, attributes, keys, only)));
      assert.deepEqual(lost, []);
    });
  }

  test("from the last question on, n goes on to the end", async () => {
    for (const attributes of [states[8][1], { ...states[8][1], controls: "all" }]) {
      const page = await open(1280);
      await page.evaluate(mount, attributes, []);
      await page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll(".rest .why > summary")].at(-1).focus(),
      );
      for (let step = 0; step < 10; step++) await page.press("n");
      const seen = await page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        const steps = [...element.shadowRoot.querySelectorAll(".stage .step")];
        return [steps.length, steps.filter((one) => one.checkVisibility({ visibilityProperty: true })).length];
      });
      assert.deepEqual(seen, [10, 10]);
      assert.equal(
        await page.evaluateOn(within("#next-step"), (button) => button.getRootNode().activeElement === button),
        true,
      );
    }
  });

  for (const [width, state] of /** @type {const} */ ([
    [1280, 9],
    [360, 1],
  ])) {
    const [what, attributes, keys] = states[state];
    test(`no key loses the focus: ${what}, ${width} pixels wide`, async () => {
      const page = await open(width);
      const controls = await page.evaluate(count, attributes, keys, "*");
      for (let place = 0; place < controls; place++) {
        for (const key of ["Enter", " "]) {
          await page.evaluate(mount, attributes, keys);
          const stop = await page.evaluate((place) => {
            const { walk } = /** @type {any} */ (window);
            walk.stops()[place].focus();
            return walk.named(walk.stops()[place]);
          }, place);
          if (/^(select|textarea|a Open)/.test(stop)) continue; // a list of choices opens, or another page
          await page.press(key);
          assert.notEqual(
            await page.evaluate(() => /** @type {any} */ (window).walk.focused()),
            "",
            `${key} at ${stop}`,
          );
        }
      }
    });
  }
});
