/**
 * Tests that elements that are gone leave nothing behind. In Chromium, the only one of the three that tells.
 *
 *   TIMES=1000 BROWSERS=chromium node --test tests/page/memory.test.js
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { engines } from "./browsers.js";
import { inBrowser } from "./site.js";

const times = Number(process.env.TIMES ?? 200);
/** What the engine itself keeps of so many, for its own statistics. */
const most = 4096;

if (engines.includes("chromium"))
  inBrowser("chromium", (site) => {
    for (const attributes of [
      { framework: "keras", input: "64", layers: "LSTM(32), Bidirectional(GRU(16)), Dense(1)" },
      { input: "10", layers: "Bidirectional(LSTM(7))", exercise: "ideas", ask: "all", picture: "beside" },
    ]) {
      test(`${times} elements come and go: ${Object.keys(attributes)}`, async () => {
        const page = await site.open("?input=64&layers=LSTM(32)");
        const { alive, before, after } = await page.evaluate(
          async (attributes, times) => {
            const { gc, performance } = /** @type {any} */ (window);
            /** @type {WeakRef<Element>[]} */
            const gone = [];
            const comeAndGo = async (/** @type {number} */ times) => {
              for (let time = 0; time < times; time++) {
                const element = /** @type {any} */ (document.createElement("rnn-params"));
                for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
                document.body.append(element);
                await element.updateComplete;
                element.remove();
                await new Promise((resolve) => setTimeout(resolve));
                gone.push(new WeakRef(element));
              }
              // What waits for a frame, or for a part that is still to come, holds its element until then.
              for (let round = 0; round < 10; round++) {
                await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
                gc();
              }
              return performance.memory.usedJSHeapSize;
            };
            const before = await comeAndGo(times / 10);
            const after = await comeAndGo(times);
            return { alive: gone.filter((one) => one.deref()).length, before, after };
          },
          attributes,
          times,
        );
        assert.ok(alive <= 2, `${alive} of ${times} are still there`);
        const each = (after - before) / times;
        assert.ok(each < most, `${each} bytes more for each of them`);
      });
    }
  });
