// Tests of fade=…: the last values are blanks, checked while they are typed; nothing else tells them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser, link, look, reading, rested, within } from "./site.js";

inEveryBrowser((site) => {
  test("fill in the last two values", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=2"));
    const text = await reading(page);
    assert.equal((await look(page)).total, "?");
    assert.match(text, /= 32 \+ 64 \+ 1 = 97/);
    for (const secret of ["3,104", "12,416", "12,544", "All frameworks"])
      assert.ok(!text.includes(secret), `${secret} is told`);
    assert.match(text, /= □ × 4/);

    const third = within('[data-blank="layers.0.steps.2"]');
    await page.fill(third, "310");
    await rested(page);
    assert.doesNotMatch(await reading(page), /Not yet/);
    await page.fill(third, "3014");
    await rested(page);
    await page.waitFor(() =>
      /Almost: look at the digits again\./.test(
        document.querySelector("rnn-params")?.shadowRoot?.querySelector(".verdict")?.textContent ?? "",
      ),
    );
    await page.fill(third, "9999");
    await rested(page);
    assert.match(await reading(page), /Not yet: look at step 2\./);
    await page.fill(third, "3,104");
    await rested(page);
    const right = await page.evaluateOn(third, (field) => [
      field.value,
      field.readOnly,
      field.getRootNode().activeElement === field,
    ]);
    assert.deepEqual(right, ["3,104", true, true], "the focus stays where it is");
    assert.match(await reading(page), /= 3,104 × 4/);
    const last = within('[data-blank="layers.0.steps.3"]');
    for (
      let presses = 0;
      !(await page.evaluateOn(last, (field) => field.getRootNode().activeElement === field));
      presses++
    ) {
      assert.ok(presses < 10, "Tab leads to the next blank");
      await page.press("Tab");
    }
    await page.type("12416");
    await rested(page);
    assert.equal((await look(page)).total, "12,416");
    assert.match(await reading(page), /PyTorch prints 12,544/);
    assert.match(await reading(page), /Done: 2 of 2\./);
    assert.match((await look(page)).search, /fade=2/);
    assert.equal(
      await page.evaluateOn(last, (field) => field.getRootNode().activeElement === field),
      true,
      "at the end, too",
    );
  });

  test("what is asked is said; a wrong number with too few digits is told by Enter or when it is left", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7), LSTM(7)&fade=3"));
    assert.match(await reading(page), /Fill in the blanks\. Each is checked at once\. Show the answers/);
    const blank = (/** @type {string} */ path) => within(`[data-blank="${path}"]`);
    await page.fill(blank("steps.0"), "9");
    await rested(page);
    assert.doesNotMatch(await reading(page), /Not yet/);
    await page.press("Enter");
    assert.match(await reading(page), /Not yet: look at layer 1, step 4, and layer 2, step 5\./);
    await page.type("2");
    await rested(page);
    assert.doesNotMatch(await reading(page), /Not yet/, "it goes on");
    await page.fill(blank("layers.1.steps.3"), "1");
    await rested(page);
    await page.press("Tab");
    assert.match(await reading(page), /Not yet: look at step 3 of this layer\./);
    await page.fill(blank("layers.1.steps.3"), "");
    await page.press("Tab");
    assert.doesNotMatch(await reading(page), /Not yet: look at step/, "nothing was said");
  });

  test("a step that takes its numbers from no other sends to none", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=all"));
    await page.fill(within('[data-blank="layers.0.steps.1"]'), "99");
    await rested(page);
    assert.match(await reading(page), /Not yet: work out the numbers in this line\./);
  });

  test("a wrong value is told what it leaves out, as in an exercise", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=all"));
    const verdict = (/** @type {string} */ path) =>
      page.evaluateOn(within(`[data-blank="${path}"] + .verdict`), (one) => one.textContent.trim());
    await page.fill(within('[data-blank="layers.0.steps.1"]'), "96");
    await rested(page);
    await page.waitFor(() =>
      /bias/.test(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".verdict")?.textContent ?? ""),
    );
    assert.equal(await verdict("layers.0.steps.1"), "Each unit has a bias in every matrix, too.");
    // 3 × 97 × 32
    await page.fill(within('[data-blank="layers.0.steps.3"]'), "9312");
    await rested(page);
    await page.press("Tab");
    assert.equal(
      await verdict("layers.0.steps.3"),
      "That can come out with three weight matrices in each recurrent layer.",
    );
  });

  test("the answers are shown on request, and that is said, and told", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=all"));
    await page.evaluate(() => {
      document.addEventListener("rnn-params-exercise", (event) => {
        /** @type {any} */ (window).told = /** @type {CustomEvent} */ (event).detail;
      });
      return true;
    });
    await page.fill(within('[data-blank="layers.0.steps.1"]'), "97");
    await rested(page);
    await page.focus(within(".giving summary"));
    await page.press("Enter");
    assert.match(await reading(page), /What is left would be filled in, and that stays so\. Fill it in/);
    assert.doesNotMatch(await reading(page), /Done/, "a press by mistake shows nothing");
    await page.focus(within(".giving button"));
    await page.press("Enter");
    assert.equal((await look(page)).total, "12,416");
    const text = await reading(page);
    assert.match(text, /Done: 1 of 3, 2 shown\./);
    assert.doesNotMatch(text, /Show the answers/);
    const focused = await page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.id);
    assert.equal(focused, "exercise");
    const told = await page.evaluate(() => /** @type {any} */ (window).told);
    assert.deepEqual(told, { blanks: 3, right: 1, hints: 0, done: true });
  });

  for (const [lang, words] of /** @type {const} */ ([
    ["en", ["Name:", "Date:", "Fill in the blanks."]],
    ["hi", ["नाम:", "तारीख़:", "ख़ाली जगहें भरिए."]],
  ])) {
    test(`printed, it is a worksheet: ${lang}`, {
      skip: site.engine !== "chromium" && "only Chromium is told",
    }, async () => {
      const page = await site.open(link(`input=64&layers=LSTM(32)&fade=2&lang=${lang}`), { media: "print" });
      const text = await reading(page);
      for (const word of words) assert.ok(text.includes(word), `${word} in ${text}`);
      assert.doesNotMatch(text, /—|\?(?!input)|12,416|3,104|checked at once|Show the answers/);
      assert.equal(
        await page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll(".blank").length),
        2,
      );
    });
  }

  test("every link to what is shown keeps the exercise, and its language", async () => {
    const links = (/** @type {string} */ selector) =>
      page.evaluateOn(
        "rnn-params",
        (element, selector) => [...element.shadowRoot.querySelectorAll(selector)].map((link) => link.href),
        selector,
      );
    const kept = (/** @type {string} */ address) => {
      const given = new URL(address).searchParams;
      return [given.get("fade"), given.get("lang")];
    };
    let page = await site.open(link("input=64&layers=LSTM(32)&lang=hi&fade=2"));
    const addresses = await links("a[href*=layers]");
    assert.ok(addresses.length > 4);
    for (const address of addresses) assert.deepEqual(kept(address), ["2", "hi"], address);
    const printed = await page.evaluateOn(within(".printed"), (line) => /http\S+/.exec(line.textContent)?.[0]);
    assert.deepEqual(kept(printed ?? ""), ["2", "hi"], "the printed link, which is the copied one");

    page = await site.page();
    await page.goto(`${site.url}embed.html${link("input=64&layers=LSTM(32)&lang=hi&fade=all")}`);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".open")));
    const [open] = await links(".open");
    assert.deepEqual(kept(open), ["all", "hi"], "out of a frame");
    await page.goto(open);
    await page.waitFor(
      () => (document.querySelector("rnn-params")?.shadowRoot?.querySelectorAll(".blank").length ?? 0) === 3,
    );
    assert.equal((await look(page)).total, "?");
  });

  test("what was announced is taken back with what was shown", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"));
    const announced = () =>
      page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelector("[aria-live]").textContent);
    const announces = (/** @type {string} */ text) =>
      page.waitFor(
        (/** @type {string} */ wanted) =>
          document.querySelector("rnn-params")?.shadowRoot?.querySelector("[aria-live]")?.textContent === wanted,
        text,
      );
    const change = (/** @type {Record<string, unknown>} */ properties) =>
      page.evaluateOn(
        "rnn-params",
        async (element, changes) => {
          Object.assign(element, changes);
          await element.updateComplete;
        },
        properties,
      );
    await announces("12,416 parameters");
    await change({ fade: "2" });
    assert.equal(await announced(), "", "two values are to be filled in");
    await change({ input: "10" });
    assert.equal(await announced(), "");
    await change({ fade: "" });
    await announces("5,504 parameters");
    await change({ input: "64" });
    assert.equal(await announced(), "", "another total is shown");
    await announces("12,416 parameters");
    await page.evaluateOn("rnn-params", async (element) => {
      element.messages = { ...element.messages, parameters: (/** @type {string} */ total) => `${total} weights` };
      await element.updateComplete;
    });
    assert.equal(await announced(), "", "the words are other ones");
  });

  test("no sentence tells a value that is to be filled in", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=3"));
    await page.evaluateOn("rnn-params", (element) => {
      for (const why of element.shadowRoot.querySelectorAll(".step .why")) why.open = true;
    });
    assert.doesNotMatch(await reading(page), /97/);
    await page.fill(within('[data-blank="layers.0.steps.1"]'), "97");
    await rested(page);
    assert.match(await reading(page), /each unit has 97 weights/);
  });

  test("another model is another exercise; a wrong number in the form is none", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)&fade=1"));
    await page.fill(within("[data-blank]"), "12416");
    await rested(page);
    await page.fill(within("#input"), "10");
    assert.equal((await look(page)).total, "?");
    assert.match(await reading(page), /= 1,376 × 4/);
    await page.fill(within("#input"), "1.5");
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => element.shadowRoot.querySelectorAll("[data-blank]").length),
      0,
    );
  });
});
