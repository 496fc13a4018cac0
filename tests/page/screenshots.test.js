// Tests of how the page looks: pictures of its main states beside those that somebody looked at. Chromium alone draws them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engines } from "./browsers.js";
import { useTestFonts } from "./fonts.js";
import { assertLooks, referenceNames } from "./pictures.js";
import { inBrowser, link, within } from "./site.js";

/** @import { PageOptions } from "./browsers.js" */
/** @import { Page } from "./page.js" */

const byTensor = (/** @type {Page} */ page) => page.click(within("input[name=cut][value=tensor]"));

const openGate = (/** @type {Page} */ page) => page.click(within(".why:last-of-type > summary"));

const toDrawing = (/** @type {Page} */ page) =>
  page.evaluateOn(within(".drawing"), (section) => section.scrollIntoView());

/** A step back and on: the stage scrolls by how high its texts are now, not by what they were in the machine's own fonts. */
const stepAgain = async (/** @type {Page} */ page) => {
  for (const key of ["p", "n"]) await page.press(key);
};

const stack = link("framework=pytorch&input=10&layers=LSTM(7, num_layers=2, bidirectional=True)");
const gru = link("framework=keras&input=10&layers=GRU(7)");
const problem = link("input=64&layers=LSTM(1.5)");
const extras = link("framework=tf1&input=10&layers=LSTM(7, peepholes=true, proj_size=3)");
const hindi = `${stack}&lang=hi`;
const blanks = link("input=64&layers=LSTM(32)&fade=3");

const wrong = link("framework=notes&input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))&got=1848");
const exercise = link("framework=notes&input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))&exercise=ideas");

const phone = { width: 320, height: 900 };
const tablet = { width: 768, height: 840 };
const desk = { width: 1440, height: 600 };
const hall = { width: 1920, height: 1080 };

/** @type {[name: string, search: string, options: PageOptions, ...acts: ((page: Page) => Promise<unknown>)[]][]} */
const pictures = [
  ["first-320", "", phone],
  ["first-1440", "", desk],
  ["stack-320-dark", stack, { ...phone, colorScheme: "dark" }, byTensor, toDrawing],
  ["stack-768", stack, tablet],
  ["stack-1440", stack, desk, byTensor],
  ["stack-1920", stack, hall],
  ["gru-320", gru, phone, toDrawing],
  ["gru-1440-dark", gru, { ...desk, colorScheme: "dark" }],
  ["gru-1920-dark", gru, { ...hall, colorScheme: "dark" }],
  ["gate-768", "", tablet, openGate],
  ["problem-320", problem, phone],
  ["problem-1440-dark", problem, { ...desk, colorScheme: "dark" }],
  ["extras-768-dark", extras, { ...tablet, colorScheme: "dark" }, toDrawing],
  ["extras-1440", extras, desk, byTensor],
  ["hindi-320", hindi, phone],
  ["hindi-1440-dark", hindi, { ...desk, colorScheme: "dark" }],
  ["blanks-768", blanks, tablet],
  ["diagnosis-768", wrong, tablet],
  ["exercise-768", exercise, tablet],
  ["stage-320", `${stack}&present=3`, phone, stepAgain],
  ["stage-1440", `${stack}&present=7`, { width: 1440, height: 900 }, stepAgain],
  ["stage-1920-dark", `${gru}&present=all`, { ...hall, colorScheme: "dark" }, stepAgain],
  ["print-768", "", { width: 768, height: 1300, media: "print" }],
  ["forced-colors-1440", stack, { ...desk, forcedColors: true }],
];

if (engines.includes("chromium")) {
  inBrowser("chromium", (site) => {
    for (const [name, search, options, ...acts] of pictures) {
      test(`looks as it did: ${name}`, async () => {
        const page = await site.open(search, { ...options, reducedMotion: true });
        await useTestFonts(page);
        for (const act of acts) await act(page);
        await settle(page);
        await assertLooks(page, name);
      });
    }

    test("there is no picture of what is not shown any more", async () => {
      assert.deepEqual(await referenceNames(), pictures.map(([name]) => name).sort());
    });
  });
}

/** Waits until all is drawn. The version and the address are not the same every time. @param {Page} page */
function settle(page) {
  return page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const version = document.querySelector("#version");
    if (version) version.textContent = "";
    element.shadowRoot.querySelector(".printed")?.replaceChildren("the address");
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
