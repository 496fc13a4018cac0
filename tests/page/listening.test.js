// Tests of a reader who listens: all is found by its role and its name in the accessibility tree, and reached by keys.
import assert from "node:assert/strict";
import { test } from "node:test";
import { heard, heardFocus } from "./axe.js";
import { inEveryBrowser, link } from "./site.js";

/** @import { Page } from "./page.js" */

/**
 * Presses a key until what is named has the focus.
 * @param {Page} page
 * @param {string} name "role: name"
 * @param {string} [key]
 */
async function tabTo(page, name, key = "Tab") {
  for (let presses = 0; presses < 60; presses++) {
    if ((await heardFocus(page)) === name) return;
    await page.press(key);
  }
  assert.fail(`${key} does not lead to "${name}"`);
}

/** The words of a tree without their roles, as one line. @param {string[]} tree */
const spoken = (tree) =>
  tree
    .map((line) => line.replace(/^[a-z]+: /, ""))
    .join(" ")
    .replace(/\s+/g, " ");

/** What is read out by itself: what has come into a place that is listened to. @param {Page} page */
const readOut = (page) =>
  page.evaluate(() => {
    const said = /** @type {string[]} */ (Reflect.get(window, "said") ?? []).splice(0);
    return said.join(" ").replace(/\s+/g, " ");
  });

/** @param {Page} page */
const listen = (page) =>
  page.evaluateOn("rnn-params", ({ shadowRoot }) => {
    /** @type {string[]} */
    const said = [];
    Reflect.set(window, "said", said);
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const place = target instanceof Element ? target : target.parentElement;
        if (place?.closest("[aria-live=polite]"))
          said.push(...[...addedNodes].map(({ textContent }) => textContent ?? ""));
      }
    }).observe(shadowRoot, { childList: true, subtree: true });
  });

inEveryBrowser((site) => {
  test("a whole presentation by the tree and the keys alone", async () => {
    const page = await site.open(link("framework=keras&input=10&layers=Bidirectional(LSTM(7))"));
    await tabTo(page, "button: Present");
    await listen(page);
    await page.press("Enter");
    const steps = [
      ["Four weight matrices", "= 4", "4 empty outlines"],
      ["What each unit reads", "= 18", "One row of it: 18 cells"],
      ["One matrix", "= 126", "7 rows of 18 cells. Area 126."],
      ["All four, one direction", "= 504", "Area 504."],
      ["Both directions", "= 1,008", "Together 1,008."],
    ];
    for (const [place, [title, value, drawn]] of steps.entries()) {
      assert.equal(await heardFocus(page), "button: Next", title);
      const tree = await heard(page);
      assert.match(tree[0], /^dialog: The derivation, step by step/, "nothing around it is there to be read");
      assert.deepEqual(
        tree.filter((line) => line.startsWith("heading: ")).slice(1),
        steps.slice(0, place + 1).map(([title]) => `heading: ${title}`),
        "each step told so far, under its title, and no other",
      );
      const words = spoken(tree);
      assert.ok(words.includes(value), `${value} is not in ${words}`);
      assert.ok(words.includes(drawn), `${drawn} is not in ${words}`);
      assert.ok(tree.includes(`text: ${place + 1} of 5`));
      const last = place === steps.length - 1;
      assert.equal(words.includes("1,008"), last, "the total is the last step's");
      await readOut(page);
      if (last) break;
      await page.press("Enter");
      const [next] = steps[place + 1];
      const read = await readOut(page);
      assert.ok(read.includes(next) && !read.includes(title), `the next step is read out, and it alone: ${read}`);
    }
    await tabTo(page, "button: Leave");
    await page.press("Enter");
    assert.equal(await heardFocus(page), "button: Present", "back where it began");
    assert.ok((await heard(page)).includes("button: Embed"), "the page around it is there again");
  });
});
