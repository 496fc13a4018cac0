// Tests of a language that is longer than any that is spoken (pseudo.js): what does not fit in it, and what was never translated.
import assert from "node:assert/strict";
import { test } from "node:test";
import { speakPseudo, untranslated } from "./pseudo.js";
import { inEveryBrowser } from "./site.js";
import { states } from "./states.js";

inEveryBrowser((site) => {
  for (const [name, search] of states) {
    test(`a longer language fits and is all that is read: ${name}`, async () => {
      const page = await site.open(search, { width: 320, height: 568 });
      await page.evaluateOn("rnn-params", speakPseudo);
      const seen = await page.evaluateOn("rnn-params", untranslated);
      assert.deepEqual(seen, { outside: [], attributes: [], wide: [], sideways: 0, spoken: true });
    });
  }
});
