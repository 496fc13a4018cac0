// Tests of a reader who types: at no key a wrong number, a red field or a jump, and at the end every step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, clickOn, enter, grouped, inEveryBrowser, look, reading, within } from "./site.js";

/** The notes' formula. */
const lstm = (/** @type {number} */ h, /** @type {number} */ d, /** @type {number} */ bias = 1) =>
  4 * (h + d + bias) * h;

/** @param {Awaited<ReturnType<typeof look>>} seen */
function expected({ fields }) {
  const sizes = [fields["layer-0-units"], fields.input];
  if (!sizes.every((size) => /^[1-9][0-9]*$/.test(size))) return { notes: "—", keras: "—", pytorch: "—" };
  const [h, d] = sizes.map(Number);
  return { notes: grouped(lstm(h, d)), keras: grouped(lstm(h, d)), pytorch: grouped(lstm(h, d, 2)) };
}

/**
 * Where the fields are.
 * @param {import("./page.js").Page} page
 */
function places(page) {
  return page.evaluateOn("rnn-params", (element) =>
    ["#input", "#layer-0", "#layer-0-units", "#layer-0-bidirectional", ".add"].map((selector) => {
      const { x, y, width, height } = element.shadowRoot.querySelector(selector).getBoundingClientRect();
      return [selector, ...[x, y + scrollY, width, height].map(Math.round)].join(" ");
    }),
  );
}

inEveryBrowser((site) => {
  // The window of WebKit is never as narrow as 390; it does what it can.
  for (const width of site.engine === "webkit" ? [1280, 390] : [1280, 390, 320]) {
    test(`clear 64, type 10, then 32 to 7, ${width} pixels wide`, async () => {
      const page = await site.open("", { width });
      const { entries } = await look(page);
      const before = await places(page);
      // Without a window manager WebKit's window is never the active one: what :focus moves, it can't show.
      const steady = await page.evaluate(() => document.hasFocus());

      /** @type {string[]} */
      const shown = [];
      const key = async (/** @type {string} */ name) => {
        await page.press(name);
        const seen = await look(page);
        const text = await reading(page);
        const right = expected(seen);
        const at = `after ${name}, with ${JSON.stringify(seen.fields)}`;
        assert.deepEqual(seen.totals, right, at);
        assert.equal(seen.total, right.notes, at);
        const count = right.notes === "—" ? "no total yet" : `${right.notes} parameters`;
        assert.ok(seen.title.includes(`: ${count}`), `${seen.title} ${at}`);
        assert.ok(text.includes(count), at);
        assert.deepEqual([...seen.red, ...seen.wrong], [], at);
        if (steady) assert.deepEqual(await places(page), before, at);
        const [h, d] = [seen.fields["layer-0-units"] || "□", seen.fields.input || "□"];
        assert.ok(text.includes(`= [(${h} + ${d} + 1) × ${h}] × 4 = ${right.notes}`), `${at}\n${text}`);
        if (right.notes === "—") assert.doesNotMatch(text, /12,416|3,104|12,544|prints|instead of × 4/, at);
        shown.push(seen.total);
      };

      await enter(page, within("#input"));
      for (const name of ["Backspace", "Backspace", "1", "0"]) await key(name);
      await enter(page, within("#layer-0-units"));
      for (const name of ["Backspace", "Backspace", "7"]) await key(name);
      assert.deepEqual(shown, ["4,992", "—", "4,352", "5,504", "168", "—", "504"]);

      const text = await reading(page);
      for (const line of [
        "LSTM, 10 → 7",
        "504 parameters",
        "gates + candidate = 3 + 1 = 4",
        "num_units + input_dim + 1 = 7 + 10 + 1 = 18",
        "(num_units + input_dim + 1) × num_units = (7 + 10 + 1) × 7 = 18 × 7 = 126",
        "[(num_units + input_dim + 1) × num_units] × 4 = [(7 + 10 + 1) × 7] × 4 = 126 × 4 = 504",
        "PyTorch prints 532, 28 more: a second bias, 7 units × 4 matrices.",
      ]) {
        assert.ok(text.includes(line), `${line}\nis not in\n${text}`);
      }
      assert.equal((await look(page)).entries, entries, "typing adds nothing to the history");
    });
  }

  test("choosing PyTorch gives 532 and says where the 28 come from; the link and the way back", async () => {
    const page = await site.open("");
    await page.fill(within("#input"), "10");
    await page.fill(within("#layer-0-units"), "7");
    const before = await look(page);
    await page.click(within("#framework [value=pytorch]"));

    const seen = await look(page);
    assert.equal(seen.total, "532");
    assert.equal(seen.framework, "pytorch");
    assert.deepEqual(seen.totals, before.totals);
    assert.equal(seen.entries, before.entries + 1, "a choice is one step in the history");
    const text = await reading(page);
    for (const line of [
      "LSTM, 10 → 7, as PyTorch counts",
      "hidden_size + input_size + 2 = 7 + 10 + 2 = 19",
      "= (7 + 10 + 2) × 7 = 19 × 7 = 133",
      "[(hidden_size + input_size + 2) × hidden_size] × 4 = [(7 + 10 + 2) × 7] × 4 = 133 × 4 = 532",
      "two biases: bias_ih and bias_hh",
      "The notes and Keras count 504, 28 fewer: they keep one bias where PyTorch keeps two.",
    ]) {
      assert.ok(text.includes(line), `${line}\nis not in\n${text}`);
    }
    await openQuestions(page);
    assert.match(await reading(page), /532 − 504 = 28 7 × 4 = 28/);

    const open = await reading(await reloaded(page));
    assert.equal(open, text, "the link shows the same page");
    assert.deepEqual((await look(page)).fields, seen.fields);

    await page.back();
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "504",
    );
    const back = await look(page);
    assert.deepEqual([back.total, back.framework, back.search], ["504", "notes", before.search]);
    assert.deepEqual(back.fields, before.fields);
  });

  test("arrow keys go up and down by 1, with Shift by 10, and Enter does nothing", async () => {
    const page = await site.open("");
    await enter(page, within("#layer-0-units"));
    for (const [key, units] of /** @type {[string, number][]} */ ([
      ["ArrowUp", 33],
      ["ArrowDown", 32],
      ["ArrowDown", 31],
      ["Shift+ArrowUp", 41],
      ["Shift+ArrowDown", 31],
      ["Enter", 31],
    ])) {
      const { entries, search } = await look(page);
      await page.press(key);
      const seen = await look(page);
      assert.equal(seen.fields["layer-0-units"], String(units), key);
      assert.equal(seen.total, grouped(lstm(units, 64)), key);
      assert.equal(seen.entries, entries, key);
      if (key === "Enter") assert.equal(seen.search, search);
    }
    await page.fill(within("#layer-0-units"), "3");
    await page.press("Shift+ArrowDown");
    assert.equal((await look(page)).fields["layer-0-units"], "1", "never below 1");
    assert.equal(await focused(page), "layer-0-units");
  });

  test("the buttons beside a field do the same", async () => {
    const page = await site.open("");
    for (const [label, units] of [
      ["num_units: one more", "33"],
      ["num_units: one less", "32"],
      ["num_units: one less", "31"],
    ]) {
      await page.click(within(`button[aria-label="${label}"]`));
      assert.equal((await look(page)).fields["layer-0-units"], units, label);
    }
    const small = await page.evaluateOn(
      "rnn-params",
      (element) =>
        [...element.shadowRoot.querySelectorAll("button[aria-label*=': one ']")].filter((button) => {
          const { width, height } = button.getBoundingClientRect();
          return button.checkVisibility() && Math.min(width, height) < 24;
        }).length,
    );
    assert.equal(small, 0);
  });

  test("numbers that no JavaScript number can hold stay exact", async () => {
    const page = await site.open("?framework=pytorch&input=67108866&layers=RNN(67108865,+bias=false)");
    assert.equal((await look(page)).total, "9,007,199,590,285,315");
    await page.fill(within("#input"), "9007199254740990");
    await page.press("ArrowUp");
    assert.equal((await look(page)).fields.input, "9007199254740991");
  });

  test("both directions by the keyboard, one matrix at a time and both together", async () => {
    const page = await site.open("?input=10&layers=LSTM(7)");
    await page.focus(within("#layer-0-bidirectional"));
    await page.press(" ");
    assert.equal((await look(page)).total, "1,008");
    assert.match(await reading(page), /= 2 × \[\(7 \+ 10 \+ 1\) × 7\] × 4 = 2 × 504 = 1,008/);
    await clickOn(page, "button", "+ Add a layer");
    assert.equal((await look(page)).total, "2,240");
    const text = await reading(page);
    assert.match(text, /num_units \+ num_units = 7 \+ 7 = 14/);
    assert.match(text, /= 1,008 \+ 1,232 = 2,240/);
  });

  test("the total is read out after a rest, not at each key", async () => {
    const page = await site.open("");
    await page.waitFor(
      () =>
        document.querySelector("rnn-params")?.shadowRoot?.querySelector("[aria-live]")?.textContent ===
        "12,416 parameters",
    );
    await page.evaluateOn("rnn-params", (element) => {
      const live = element.shadowRoot.querySelector("[aria-live]");
      /** @type {{ said: string, rested: number }[]} */
      const heard = [];
      let typed = 0;
      const key = () => {
        typed = performance.now();
      };
      addEventListener("input", key, true); // before the element hears of it
      new MutationObserver(() => heard.push({ said: live.textContent, rested: performance.now() - typed })).observe(
        live,
        {
          characterData: true,
          childList: true,
          subtree: true,
        },
      );
      Object.assign(window, { announcements: heard });
    });
    await enter(page, within("#input"));
    for (const key of ["Backspace", "Backspace", "1", "0"]) await page.press(key);
    await page.waitFor(() => /** @type {any} */ (window).announcements.at(-1)?.said === "5,504 parameters");
    const heard = await page.evaluate(() => /** @type {any} */ (window).announcements);
    for (const { said, rested } of heard) assert.ok(said === "" || rested >= 690, `${said}, ${rested} ms after a key`);
  });
});

/** @param {import("./page.js").Page} page */
function focused(page) {
  return page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.id ?? "");
}

/** @param {import("./page.js").Page} page */
async function reloaded(page) {
  await page.goto(await page.url());
  await answered(page);
  return page;
}

/** @param {import("./page.js").Page} page */
async function openQuestions(page) {
  await page.evaluateOn("rnn-params", (element) => {
    for (const one of element.shadowRoot.querySelectorAll("details"))
      if (/^Why/.test(one.querySelector("summary").textContent.trim())) one.open = true;
  });
}
