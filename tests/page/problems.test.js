// Tests of what the page says where something is wrong: at its field, in words, with the repair as a button; and that nothing
// that anyone types or sends is lost, breaks the page or becomes a part of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOn, inEveryBrowser, link, look, reading, within } from "./site.js";

const digits = "Write the number without separators.";
const size = "A whole number, 1 or more.";

/** What is typed in a field: the words for input_dim, for num_units, the buttons, and num_units after the first of them. */
const typed = /** @type {[text: string, input: string, units: string, fixes: string[], fixed?: string][]} */ ([
  [
    "0",
    "A time step has at least 1 feature. You typed 0.",
    "A layer needs at least 1 unit. You typed 0.",
    ["Use 1"],
    "1",
  ],
  ["-3", "Sizes are positive. You typed −3.", "Sizes are positive. You typed −3.", ["Use 3"], "3"],
  ["1.5", "Features come whole. You typed 1.5.", "Units come whole. You typed 1.5.", ["Use 1", "Use 2"], "1"],
  ["1e3", "Write the number out: 1e3 is 1000.", "Write the number out: 1e3 is 1000.", ["Use 1000"], "1000"],
  ["12,416", digits, digits, ["Use 12416"], "12416"],
  ["12 416", digits, digits, ["Use 12416"], "12416"],
  ["abc", '"abc" is not a number.', '"abc" is not a number.', []],
  ["🎉", '"🎉" is not a number.', '"🎉" is not a number.', []],
  ["\u202e64", '"⟨U+202E⟩64" is not a number.', '"⟨U+202E⟩64" is not a number.', []], // it would turn the sentence
  ["3),(", '"3),(" is not a number.', '"3),(" is not a number.', []],
  ["'7\"", '"\'7"" is not a number.', '"\'7"" is not a number.', []],
  ["9007199254740992", "The largest size is 9,007,199,254,740,991.", "The largest size is 9,007,199,254,740,991.", []],
]);

/** Links with one problem: the field where it is said, the words, the buttons, and the total after the first of them. */
const sent = /** @type {[query: string, field: string, words: string, fixes: string[], total?: string][]} */ ([
  [
    "input=64&layers=LTSM(32)",
    "layer-0",
    "There is no layer called LTSM here. Did you mean LSTM?",
    ["Use LSTM"],
    "12,416",
  ],
  [
    "framework=pytorch&input=64&layers=LSTM(32, bais=false)",
    "layer-0",
    "LSTM has no option bais here. Did you mean bias?",
    ["Use bias"],
    "12,288",
  ],
  [
    "input=64&layers=LSTM(units=32, hidden_size=64)",
    "layer-0-units",
    "num_units is given twice: units=32 and hidden_size=64. Keep one.",
    ["Use 32", "Use 64"],
    "12,416",
  ],
  [
    "framework=pytorch&input=10&layers=Bidirectional(LSTM(7), merge_mode=sum)",
    "layer-0-merge_mode",
    "Here PyTorch's two directions are concatenated. Keras, Keras 2.4–2.15 and others can merge them otherwise.",
    ["Count as Keras does"],
    "1,008",
  ],
  ["framework=kears&input=64&layers=LSTM(32)", "framework", "Did you mean keras?", ["Use keras"], "12,416"],
  ["input=64&layers=LSTM(32", "layers", "A closing bracket is missing after LSTM(32.", ["Add it"], "12,416"],
  ["input=64", "layers", "Add a layer, for example LSTM(32).", ["Add LSTM(32)"], "12,416"],
  [
    "framework=keras&input=64&layers=Embedding(100, 128), LSTM(32)",
    "input",
    "The embedding already sets the width (128). Leave input_dim empty.",
    ["Remove 64"],
    "33,408",
  ],
  [
    "framework=pytorch&input=10&layers=nn.LSTM(64, 32)",
    "layer-0-input_dim",
    "The field input_size says 10, but this layer says 64.",
    ["Use input=64"],
    "12,544",
  ],
  ["input=64&layers=LSTM(32, num_layers=1001)", "layer-0-num_layers", "That's more than 1,000 layers.", []],
]);

/**
 * What a reader is told at a field: its own state, the words that describe it and the buttons among them.
 * @param {import("./page.js").Page} page
 * @param {string} id
 */
function told(page, id) {
  return page.evaluateOn(within(`#${id}`), async (field) => {
    const root = field.getRootNode();
    await root.host.updateComplete;
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
    const message = described.map((/** @type {string} */ one) => root.getElementById(one)).find(Boolean);
    if (!message) return { wrong: field.ariaInvalid, words: "", fixes: [], seen: false };
    const buttons = [...message.querySelectorAll("button")].map((button) => button.textContent.trim());
    const words = message.cloneNode(true);
    for (const button of words.querySelectorAll("button")) button.remove();
    return {
      wrong: field.getAttribute("aria-invalid"),
      words: words.textContent.replace(/\s+/g, " ").trim(),
      fixes: buttons,
      seen: message.checkVisibility(),
    };
  });
}

/**
 * Text as from the clipboard: all at once.
 * @param {import("./page.js").Page} page
 * @param {string} selector
 * @param {string} text
 * @param {number} [times]
 */
function paste(page, selector, text, times = 1) {
  return page.evaluateOn(
    selector,
    (field, text, times) => {
      field.focus();
      field.value = text.repeat(times);
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertFromPaste" }));
    },
    text,
    times,
  );
}

inEveryBrowser((site) => {
  for (const [id, name, words] of [
    ["input", "input_dim", `How many features does one time step have? ${size}`],
    ["layer-0-units", "num_units", `How many units? ${size}`],
  ]) {
    test(`an emptied ${name} asks, and turns red when the reader leaves it`, async () => {
      const page = await site.open("");
      await page.fill(within(`#${id}`), "");
      const asked = await look(page);
      assert.deepEqual([asked.asks, asked.wrong, asked.red, asked.total], [[words], [], [], "—"]);
      await page.press("Tab");
      const left = await look(page);
      assert.deepEqual([left.asks, left.wrong, left.red, left.total], [[], [words], [id], "—"]);
      assert.equal((await told(page, id)).words, words);
    });

    test(`what can be wrong with ${name}`, async () => {
      const page = await site.open("");
      for (const [text, forInput, forUnits, fixes, fixed] of typed) {
        if (id === "input" && forInput === forUnits && text !== "-3") continue; // once is enough
        const field = within(`#${id}`);
        if (text === "🎉") await paste(page, field, text);
        else await page.fill(field, text);
        const seen = await look(page);
        assert.equal(seen.total, "—", text);
        assert.deepEqual(Object.values(seen.totals), ["—", "—", "—"], text);
        assert.equal(seen.fields[id], text, "left as typed");
        assert.deepEqual(seen.red, [id], text);
        assert.deepEqual(await told(page, id), {
          wrong: "true",
          words: id === "input" ? forInput : forUnits,
          fixes,
          seen: true,
        });
        const read = await reading(page);
        assert.ok(read.includes(id === "input" ? "= [(32 + □ + 1) × 32] × 4" : "= [(□ + 64 + 1) × □] × 4"), read);
        const roomSeen = await page.evaluateOn("rnn-params", ({ shadowRoot }) =>
          [...shadowRoot.querySelectorAll(".step [aria-hidden]")].some(
            (one) => /000/.test(one.textContent) && one.checkVisibility({ visibilityProperty: true }),
          ),
        );
        assert.ok(!roomSeen, "what keeps the room of a result is not seen");
        assert.ok(read.includes("= 3 + 1 = 4"), "what does not depend on it keeps its value");

        if (fixed) {
          await clickOn(page, `#${id}-message button`, fixes[0]);
          const repaired = await look(page);
          assert.equal(repaired.fields[id], fixed);
          assert.deepEqual([repaired.red, repaired.wrong], [[], []]);
          assert.notEqual(repaired.total, "—");
          assert.equal(await page.evaluateOn("rnn-params", (element) => element.shadowRoot.activeElement?.id), id);
        }
      }
    });
  }

  for (const [text, input, layers] of [
    ["1.5", "input=1.5", "layers=LSTM(1.5)"],
    [" 7", "input=+7", "layers=LSTM(%22+7%22)"],
    ["3),(", "input=3),(", "layers=LSTM(%223),(%22)"],
    ["'7\"", "input='7%22", "layers=LSTM(%22'7%5C%22%22)"],
    ["a&b=%", "input=a%26b=%25", "layers=LSTM(%22a%26b=%25%22)"],
    ["🎉", "input=%F0%9F%8E%89", "layers=LSTM(%F0%9F%8E%89)"],
  ]) {
    test(`the address holds what was typed, even when wrong: ${text}`, async () => {
      const page = await site.open("");
      await paste(page, within("#input"), text);
      await paste(page, within("#layer-0-units"), text);
      const seen = await look(page);
      assert.equal(seen.search.replaceAll("%27", "'"), `?${input}&${layers}`);
      const again = await look(await site.open(seen.search));
      assert.deepEqual([again.fields, again.wrong], [seen.fields, seen.wrong], "a link to it shows the same");
      assert.deepEqual([again.fields.input, again.fields["layer-0-units"]], [text, text]);
    });
  }

  test("a letter that comes in two halves is whole in the end", async () => {
    const page = await site.open("");
    for (const selector of ["#input", "#layer-0-units", "#layers"]) {
      const kept = await page.evaluateOn(within(selector), async (field) => {
        const before = field.value;
        field.focus();
        for (const half of ["\uD83C", "\uDF89"]) {
          field.value += half;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: half }));
          await field.getRootNode().host.updateComplete;
        }
        return field.value === `${before}🎉`;
      });
      assert.ok(kept, selector);
      await paste(page, within(selector), "64");
    }
  });

  for (const [query, field, words, fixes, total] of sent) {
    test(`a link with one problem: ${query}`, async () => {
      const page = await site.open(link(query));
      const seen = await look(page);
      assert.equal(seen.total, "—");
      const said = await told(page, field);
      assert.ok(said.words.includes(words), `${said.words}\ndoes not say\n${words}`);
      assert.deepEqual(said.fixes.slice(0, Math.max(1, fixes.length)), fixes);
      assert.ok(said.seen, "the message is in view");
      if (field !== "framework") assert.equal(said.wrong, "true");
      assert.match(
        await reading(page),
        /1 place in this link can't be counted as it stands\. The rest is as it was sent\./,
      );

      // The jump leads to it.
      await clickOn(page, "button", "Go to 1");
      await page.waitFor((id) => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === id, field);

      if (fixes.length === 0) return;
      await clickOn(page, `#${field}-message button`, fixes[0]);
      const repaired = await look(page);
      assert.equal(repaired.entries, seen.entries + 1, "a repair can be undone");
      assert.ok(!repaired.wrong.join().includes(words));
      if (!total) return; // what is left is another problem
      assert.deepEqual([repaired.total, repaired.wrong, repaired.red], [total, [], []]);
      assert.doesNotMatch(await reading(page), /in this link/);
    });
  }

  test("a ? in a link is no mistake: it asks", async () => {
    const page = await site.open(link("input=300&layers=LSTM(?)"));
    const seen = await look(page);
    const asked = await reading(page);
    assert.match(asked, /Which size fits into which budget\?/);
    assert.doesNotMatch(asked, /in this link/);
    assert.deepEqual([seen.wrong, seen.red], [[], []]);
  });

  test("past 2^64 − 1 the layer where it happens says so", async () => {
    const page = await site.open(link("input=4&layers=LSTM(1), LSTM(4294967296)"));
    const seen = await look(page);
    assert.equal(seen.total, "24 + ?", "a part, no total");
    assert.match(
      seen.wrong.join(" "),
      /Layer 2 takes the total past 18,446,744,073,709,551,615, the largest that can be counted exactly here\./,
    );
  });

  test("all problems at once, each at its field, and the rest as it was sent", async () => {
    const page = await site.open(link("framework=kears&input=1.5&layers=LTSM(32), GRU(0), LSTM(7)"));
    const seen = await look(page);
    assert.equal(seen.total, "—");
    assert.match(
      await reading(page),
      /4 places in this link can't be counted as they stand\. The rest is as it was sent\./,
    );
    assert.match((await told(page, "framework")).words, /^No framework is called kears\./);
    assert.match((await told(page, "input")).words, /^Features come whole\. You typed 1\.5\.$/);
    assert.match((await told(page, "layer-0")).words, /^There is no layer called LTSM here\./);
    assert.match((await told(page, "layer-1-units")).words, /^A layer needs at least 1 unit\./);
    assert.equal(seen.fields["layer-2-units"], "7");
    for (const [place, field] of ["framework", "input", "layer-0", "layer-1-units"].entries()) {
      await clickOn(page, "button", `Go to ${place + 1}`);
      await page.waitFor((id) => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === id, field);
    }
    for (const field of ["framework", "input", "layer-0", "layer-1-units"]) {
      const { fixes } = await told(page, field);
      await clickOn(page, `#${field}-message button`, fixes[0]);
    }
    const repaired = await look(page);
    assert.deepEqual([repaired.wrong, repaired.red, repaired.framework], [[], [], "keras"]);
    assert.notEqual(repaired.total, "—");
  });

  test("the first twenty problems, and how many more there are; long words stay in their columns", async () => {
    const long = "W".repeat(80);
    const layers = Array.from({ length: 25 }, (_, place) => `${long}${place}(32)`).join(", ");
    for (const [text, more] of [
      [layers, 5],
      [`LSTM(1${`, ${long}=1`.repeat(30)})`, 10],
      [`LSTM(1)${`, Dense(1)(${long})`.repeat(30)}`, 10],
    ]) {
      const page = await site.open("?input=64&layers=LSTM(32)");
      await page.evaluateOn(
        "rnn-params",
        (element, query) => {
          element.query = query;
          return element.updateComplete;
        },
        `input=64&layers=${encodeURIComponent(text)}`,
      );
      if (text === layers) await clickOn(page, ".form button", "Show 15 more layers");
      const { wrong } = await look(page);
      assert.deepEqual([wrong.length, wrong.filter((words) => words === `… and ${more} more.`).length], [21, 1]);
      assert.ok(wrong.filter((words) => words.length > 20).every((words) => /W…/.test(words) && words.length < 200));
      assert.match(await reading(page), new RegExp(`${20 + Number(more)} places in this link can't be counted`));
      const wide = await page.evaluateOn("rnn-params", ({ shadowRoot }) => {
        const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
          const { parentElement: around, data } = /** @type {Text} */ (texts.currentNode);
          if (!around?.checkVisibility() || around.closest("style, select, .visually-hidden")) continue; // a chooser cuts its own
          const column = around.closest("h3, h4, p, li, section");
          const range = document.createRange();
          range.selectNode(texts.currentNode);
          if (column && range.getBoundingClientRect().right > column.getBoundingClientRect().right + 1)
            found.push(data.slice(0, 60));
        }
        return found;
      });
      assert.deepEqual(wide, [], "wider than its column");
    }
  });

  test("Devanagari digits are read, and left as typed", async () => {
    const page = await site.open("");
    await paste(page, within("#layer-0-units"), "३२");
    const seen = await look(page);
    assert.deepEqual([seen.total, seen.fields["layer-0-units"], seen.wrong], ["12,416", "३२", []]);
    assert.equal(new URLSearchParams(seen.search).get("layers"), "LSTM(३२)");
    await page.press("ArrowUp");
    const more = await look(page);
    assert.deepEqual([more.total, more.fields["layer-0-units"]], ["12,936", "३३"]);
    const again = await site.open(seen.search);
    assert.deepEqual((await look(again)).fields, seen.fields);
    assert.equal((await look(again)).total, "12,416");
  });

  test("whatever is typed as the layers' text stays, and the rows come back with it", async () => {
    const page = await site.open("");
    await clickOn(page, "summary", "Layers as text");
    const field = within("#layers");
    for (const text of [
      "LSTM(32",
      "LSTM(32))",
      "LSTM(32),,",
      '"',
      "<b>",
      "LSTM(32) LSTM(32)",
      "%",
      "\\",
      "a&input=5",
    ]) {
      await page.fill(field, text);
      const seen = await look(page);
      assert.equal(seen.total, "—", text);
      assert.equal(await page.evaluateOn(field, (area) => area.value), text);
      assert.equal(new URLSearchParams(seen.search).get("layers"), text);
      assert.ok(seen.wrong.length > 0, text);
    }
    await page.fill(field, "GRU(7)");
    const seen = await look(page);
    assert.deepEqual(seen.fields, { input: "64", "layer-0": "GRU", "layer-0-units": "7" });
    assert.equal(seen.total, "1,512");
  });

  for (const [name, selector] of [
    ["a size", "#layer-0-units"],
    ["the input", "#input"],
    ["the layers' text", "#layers"],
  ]) {
    test(`10 MB pasted as ${name} are said to be too much, and nothing breaks`, async () => {
      const page = await site.open("");
      // WebKit takes ten seconds and more for ten times as much.
      const times = site.engine === "webkit" && selector === "#layers" ? 1e5 : 1e6;
      const seen = await page.evaluateOn(
        within(selector),
        async (field, times) => {
          const { host } = field.getRootNode();
          const before = field.value;
          const put = async (/** @type {string} */ text) => {
            field.value = text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
            await host.updateComplete;
          };
          const own = field.cloneNode(); // as much as this browser lets anyone type
          own.value = "12345678, ".repeat(times);
          await put("12345678, ".repeat(times));
          const seen = {
            lost: own.value.length - field.value.length,
            total: host.shadowRoot.querySelector(".total b").textContent,
            wrong: [...host.shadowRoot.querySelectorAll(".wrong")].map((one) => one.textContent.length),
            search: location.search,
          };
          await put(before);
          return { ...seen, after: host.shadowRoot.querySelector(".total b").textContent };
        },
        times,
      );
      assert.equal(seen.lost, 0);
      assert.equal(seen.total, "no total yet");
      assert.equal(seen.wrong.length, 1);
      assert.ok(seen.wrong[0] < 300, "the text is not repeated in full");
      assert.equal(seen.search, "", "such an address would be refused everywhere");
      assert.equal(seen.after, "12,416");
    });
  }

  for (const query of [
    'framework=<img src=x onerror="document.title=1">&input=<img src=x onerror="document.title=1">&layers=<img src=x onerror="document.title=1">',
    "framework=<script>document.title=1</script>&input=<script>document.title=1</script>&layers=<script>document.title=1</script>(1)",
    "framework=javascript:alert(1)&input=javascript:alert(1)&layers=javascript:alert(1)",
    'input=64&layers=LSTM("<img src=x onerror=document.title=1>", <b>=<i>x</i>)&lang=<b>x</b>&theme=<b>x</b>&x=<svg onload=document.title=1>',
    'input="><a href="javascript:document.title=1">x</a>&layers="LSTM\\"><iframe srcdoc=x>"(32)',
    "input={{7*7}}&layers=LSTM(</textarea><img src=x onerror=document.title=1>)",
    "__proto__=1&constructor=2&input=__proto__&layers=__proto__(constructor, toString=1), hasOwnProperty(valueOf)",
  ]) {
    test(`a hostile link is shown as the text that it is: ${query}`, async () => {
      const keys = query.split(/&(?=[a-z_]+=)/).map((part) => {
        const [key, ...value] = part.split("=");
        return `${key}=${encodeURIComponent(value.join("="))}`;
      });
      const page = await site.open(`?${keys.join("&")}`);
      const seen = await look(page);
      assert.equal(seen.total, "—");
      assert.ok(seen.wrong.length > 0);
      const found = await page.evaluateOn("rnn-params", (element) => {
        const root = element.shadowRoot;
        const foreign = "img, script, iframe, svg, object, embed, style, link, base, [onerror], [onload], [srcdoc]";
        const elements = [...root.querySelectorAll(foreign)].map((one) => one.outerHTML);
        const addresses = [...root.querySelectorAll("a")].map((one) => one.href);
        return [...elements, ...addresses.filter((address) => !/^https?:/.test(address))];
      });
      assert.deepEqual(found, []);
      assert.ok(seen.title.length > 5 && seen.title !== "1");
      const layers = new URLSearchParams(`?${keys.join("&")}`).get("layers");
      assert.equal(await page.evaluateOn(within("#layers"), (area) => area.value), layers);
    });
  }
});
