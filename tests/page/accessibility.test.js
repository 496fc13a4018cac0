// Tests of the page for those who don't use a mouse or don't see it: what axe finds, and where the keyboard leads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./axe.js";
import { engines } from "./browsers.js";
import { inBrowser, inEveryBrowser, look, within } from "./site.js";
import { everyState, unfold } from "./states.js";

/** @typedef {import("./page.js").Page} Page */

const states = [
  ["a first visit", ""],
  ["a PyTorch stack", "?framework=pytorch&input=10&layers=LSTM(7,+num_layers=2,+bidirectional=True),+Dense(1)"],
  ["problems", "?framework=kears&input=1.5&layers=LTSM(32),+GRU(0),+Bidirectional(LSTM(7),+merge_mode=max)"],
  ["no total, as text", "?input=&layers=LSTM(32"],
  ["blanks to fill in", "?input=10&layers=LSTM(7),+LSTM(7)&fade=3"],
  ["Hindi", "?lang=hi&framework=pytorch&input=10&layers=LSTM(7,+num_layers=2,+bidirectional=True),+Dense(1)"],
  ["problems in Hindi", "?lang=hi&framework=kears&input=1.5&layers=LTSM(32),+GRU(0)"],
];

// One engine is enough: axe reads the tree and the styles.
if (engines.includes("chromium")) {
  inBrowser("chromium", (site) => {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      for (const width of [320, 1280]) {
        for (const [name, search] of states) {
          test(`axe finds nothing in ${name}, all unfolded, ${colorScheme}, ${width} pixels wide`, async () => {
            const page = await site.open(search, { width, colorScheme });
            await page.evaluateOn("rnn-params", (element) => {
              for (const part of element.shadowRoot.querySelectorAll("details")) part.open = true;
              const [blank] = element.shadowRoot.querySelectorAll(".blank");
              if (!blank) return;
              blank.value = "99999";
              blank.dispatchEvent(new InputEvent("input", { bubbles: true }));
            });
            assert.deepEqual(await axe(page), []);
          });
        }
      }
    }

    for (const [name, search] of [
      ...everyState,
      ["steps one by one", "?framework=pytorch&input=10&layers=LSTM(7,+num_layers=2),+GRU(3)&open=code,frameworks"],
      [
        "one repair for two fields",
        "?input=1.5&layers=LSTM(1.5,proj_size=1.5),+Bidirectional(LSTM(1.5))&framework=pytorch",
      ],
    ]) {
      test(`no two controls have the same name, and each begins with what is seen: ${name}`, async () => {
        const page = await site.open(search, { width: 1280 });
        await unfold(page);
        if (name === "steps one by one") await page.press("n");
        const found = await page.evaluateOn("rnn-params", async (element) => {
          await element.updateComplete;
          const clean = (/** @type {string | null | undefined} */ text) => (text ?? "").replace(/\s+/g, " ").trim();
          const controls = "a[href], button, input, select, textarea, summary";
          const all = [...element.shadowRoot.querySelectorAll(controls)].filter((one) =>
            one.checkVisibility({ visibilityProperty: true }),
          );
          const names = all.map((one) => {
            const seen = clean(
              one.labels?.[0]?.innerText ?? (/SELECT|TEXTAREA|INPUT/.test(one.tagName) ? "" : one.innerText),
            );
            const label = one.getAttribute("aria-label");
            const told = label === null || !/\p{L}/u.test(seen) || label.startsWith(seen);
            return { kind: `${one.localName} ${one.type ?? ""}`, name: label ?? seen, told, to: one.href ?? "" };
          });
          return {
            doubled: names.filter(({ kind, name, to }, index) =>
              names.some(
                (other, place) =>
                  place < index && other.kind === kind && other.name === name && (to === "" || other.to !== to),
              ),
            ),
            untold: names.filter(({ told }) => !told),
            nameless: names.filter(({ name }) => name === ""),
          };
        });
        assert.deepEqual(found, { doubled: [], untold: [], nameless: [] });
      });
    }

    test("what axe is to find, it finds", async () => {
      const page = await site.open("");
      await page.evaluateOn("rnn-params", (element) => {
        element.shadowRoot.querySelector("label[for=input]").remove();
      });
      assert.match((await axe(page)).join("\n"), /^label: /m);
    });
  });
}

/** What has the focus, and whether a reader can see that. */
function focus(/** @type {Page} */ page) {
  return page.evaluate(async () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body || element === document.documentElement) return undefined;
    const focused = element;
    const inView = () => {
      const { top, bottom, left, right } = focused.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    };
    for (let i = 0; i < 100 && !inView(); i++) await new Promise((resolve) => setTimeout(resolve, 20)); // WebKit scrolls later
    const style = getComputedStyle(element);
    const named = element.id || element.getAttribute("aria-label") || element.textContent?.replace(/\s+/g, " ").trim();
    return {
      name: `${element.localName} ${named}`,
      place: [.../** @type {Document} */ (element.getRootNode()).querySelectorAll("*")].indexOf(element),
      inside: Boolean(element.closest("rnn-params") || element.getRootNode() !== document),
      inView: inView(),
      // Without a window manager WebKit's window is never the active one, and :focus-visible is nowhere.
      marked:
        !document.hasFocus() ||
        (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== "none",
    };
  });
}

inEveryBrowser((site) => {
  for (const [name, search] of states.slice(0, 3)) {
    test(`Tab leads through all controls and never nowhere: ${name}`, async () => {
      const page = await site.open(search, { width: 1024, height: 600 });
      const wanted = await page.evaluateOn("rnn-params", (element) => {
        const root = element.shadowRoot;
        const controls =
          "a[href], button:not([disabled]), input:not([type=radio]), .cuts :checked, select, textarea, summary, .n[tabindex]";
        // In a window that is not the active one :focus is nowhere, and what stands there only with it never is.
        const isThere = (/** @type {Element} */ one) => document.hasFocus() || !one.matches(".on-focus");
        const all = [...root.querySelectorAll(controls)].filter(
          (one) => one.checkVisibility() && one.tabIndex >= 0 && isThere(one),
        );
        const names = all.map(
          (one) =>
            `${one.localName} ${one.id || one.getAttribute("aria-label") || one.textContent.replace(/\s+/g, " ").trim()}`,
        );
        return names.slice(names.indexOf("input input"));
      });
      await page.focus(within("#input"));
      /** @type {string[]} */
      const seen = [];
      let before = -1;
      while (seen.length < wanted.length) {
        const here = await focus(page);
        assert.ok(here, `the focus is nowhere after ${seen.at(-1)}`);
        assert.ok(here.inside, `${here.name} after ${seen.at(-1)}, before ${wanted.slice(seen.length)}`);
        assert.ok(here.inView, `${here.name} is in view`);
        assert.ok(here.marked, `${here.name} shows that it has the focus`);
        assert.ok(here.place > before, `${here.name} comes after ${seen.at(-1)}`);
        before = here.place;
        seen.push(here.name);
        await page.press("Tab");
      }
      assert.deepEqual(seen, wanted);
      assert.equal((await focus(page))?.inside, false, "then on to the footer");
    });
  }

  test("the focus stays where a reader works, whatever a key takes away", async () => {
    const page = await site.open("?input=64&layers=LSTM(32),+LSTM(1.5)");
    await clickOnWithKey(page, "button", "Use 1");
    assert.equal((await focus(page))?.name, "input layer-1-units");
    await page.focus(within("[aria-label='Remove layer 2']"));
    await page.press("Enter");
    assert.equal((await look(page)).total, "12,416");
    assert.ok(await focus(page), "not nowhere, with the layer gone");
    await page.focus(within(".add"));
    await page.press("Enter");
    assert.equal((await look(page)).total, "20,736");
    assert.match((await focus(page))?.name ?? "nowhere", /add-layer|layer-1/);
    await page.focus(within("[aria-label='Move layer 2 up']"));
    await page.press(" ");
    assert.ok(await focus(page));
  });

  test("a framework by the arrow keys", async () => {
    const page = await site.open("");
    await page.focus(within("#framework [value=notes]"));
    await page.press("ArrowDown");
    assert.equal((await look(page)).framework, "keras");
    await page.press("ArrowDown");
    const seen = await look(page);
    assert.deepEqual([seen.framework, seen.total], ["pytorch", "12,544"]);
  });

  test("the steps are a list under headings without gaps, and every field has a name", async () => {
    const page = await site.open("?input=64&layers=LSTM(32),+LSTM(32)");
    const levels = await page.evaluate(() => {
      /** @type {number[]} */
      const levels = [];
      const walk = (/** @type {any} */ node) => {
        if (/^H[1-6]$/.test(node.tagName) && node.checkVisibility()) levels.push(Number(node.tagName[1]));
        const children = node.shadowRoot?.children ?? node.children;
        for (const child of children) walk(child);
      };
      walk(document.body);
      return levels;
    });
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.equal(levels[0], 1);
    for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1, levels.join(" "));
    const nameless = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll("input, select, textarea")]
        .filter((field) => !field.labels?.length && !field.getAttribute("aria-label"))
        .map((field) => field.id),
    );
    assert.deepEqual(nameless, []);
  });

  test("problems are tied to their fields", async () => {
    const page = await site.open("?input=1.5&layers=LSTM(0)");
    const tied = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll("[aria-invalid=true]")].map((field) => [
        field.id,
        Boolean(element.shadowRoot.getElementById(field.getAttribute("aria-describedby"))?.textContent.trim()),
      ]),
    );
    assert.deepEqual(tied, [
      ["input", true],
      ["layer-0-units", true],
    ]);
    const doubled = await page.evaluateOn("rnn-params", (element) => {
      const ids = [...element.shadowRoot.querySelectorAll("[id]")].map((one) => one.id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    assert.deepEqual(doubled, [], "every id is there once");
  });
});

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string} label
 */
async function clickOnWithKey(page, selector, label) {
  await page.evaluateOn(
    "rnn-params",
    (element, selector, label) => {
      const all = [...element.shadowRoot.querySelectorAll(selector)];
      all.find((one) => one.textContent.trim() === label).focus();
    },
    selector,
    label,
  );
  await page.press("Enter");
}
