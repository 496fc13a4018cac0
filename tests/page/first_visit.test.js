// Tests of the page as it opens: the notes' own example, what stands around it, and what comes over the network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOn, inEveryBrowser, look, reading, within } from "./site.js";

/** The notes' five systems: the link's words, the total, and a line of the derivation. */
const examples = [
  ["LSTM", "12,416", "= 3,104 × 4 = 12,416"],
  ["Multilayer", "20,736", "= 12,416 + 8,320 = 20,736"],
  ["Bidirectional", "24,832", "= 2 × 12,416 = 24,832"],
  ["Multilayer bidirectional", "49,664", "= 24,832 + 24,832 = 49,664"],
  ["GRU", "9,312", "= 3,104 × 3 = 9,312"],
];

inEveryBrowser((site) => {
  test("a first visit shows the notes' LSTM and what each framework counts", async () => {
    const seen = await look(await site.open(""));
    assert.equal(seen.total, "12,416");
    assert.equal(seen.framework, "notes");
    assert.deepEqual(seen.totals, { notes: "12,416", keras: "12,416", pytorch: "12,544" });
    assert.deepEqual(seen.fields, { input: "64", "layer-0": "LSTM", "layer-0-units": "32" });
    assert.equal(seen.title, "LSTM 64 → 32: 12,416 parameters");
    assert.deepEqual([...seen.red, ...seen.wrong, ...seen.asks], []);
  });

  test("the notes' line, letter by letter", async () => {
    const page = await site.open("");
    const lines = await page.evaluateOn(within("[role=group][aria-label='The formula with your numbers']"), (group) =>
      [...group.querySelectorAll(".formula > .side")].map((side) => {
        const drawn = side.textContent.replace(/\s+/g, " ").trim();
        return [side.getAttribute("aria-label") ?? drawn, drawn];
      }),
    );
    const said = lines.map(([label]) => label);
    assert.deepEqual(said, ["[(num_units + input_dim + 1) × num_units] × 4", "= [(32 + 64 + 1) × 32] × 4", "= 12,416"]);
    for (const [label, drawn] of lines) assert.equal(drawn.replaceAll(" ", ""), label.replaceAll(" ", ""));
  });

  test("every step of the first example", async () => {
    const text = await reading(await site.open(""));
    for (const part of [
      "LSTM, 64 → 32",
      "12,416 parameters",
      "Four weight matrices",
      "An LSTM has 3 gates (forget, input, output) and 1 cell candidate",
      "W_forget, W_input, W_output, W_cell",
      "= 3 + 1 = 4",
      "What each unit reads",
      "the previous activations a^(t−1) (32 numbers), the input x^t (64 numbers), and a constant 1 for its bias",
      "num_units + input_dim + 1 = 32 + 64 + 1 = 97",
      "One matrix",
      "(num_units + input_dim + 1) × num_units = (32 + 64 + 1) × 32 = 97 × 32 = 3,104",
      "All four",
      "[(num_units + input_dim + 1) × num_units] × 4 = [(32 + 64 + 1) × 32] × 4 = 3,104 × 4 = 12,416",
      "Keras prints the same number.",
      "PyTorch prints 12,544, 128 more: a second bias, 32 units × 4 matrices.",
      "In memory: 48.5 KiB as float32, 24.3 KiB as float16, 12.1 KiB as int8; 194.0 KiB while Adam trains it.",
      "Not in the formula: time steps, batch size, dropout.",
      "A GRU of these sizes has × 3 instead of × 4: 9,312. A plain RNN has × 1: 3,104.",
      "P.S. num_units = number of units in each hidden gate. Also called activation units, output units, hidden units, gate units: five names, one number.",
      "features in one time step (not the number of steps)",
    ]) {
      assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
    }
    assert.ok(!text.includes("Both layers have the same count"), "there is one layer only");
  });

  test("the difference, opened, is a derivation", async () => {
    const page = await site.open("");
    const opened = await page.evaluateOn("rnn-params", async (element) => {
      const all = [...element.shadowRoot.querySelectorAll("details")];
      const why = all.filter((one) => one.querySelector("summary").textContent.trim() === "Why?");
      for (const one of why) one.open = true;
      return why.length;
    });
    assert.ok(opened >= 5, `${opened} questions`);
    const text = await reading(page);
    assert.match(text, /12,544 − 12,416 = 128 32 × 4 = 128/);
    assert.match(text, /the same (97 )?weights are used at every step/);
  });

  test("the numbers of the other cells are links to them", async () => {
    const page = await site.open("");
    for (const [label, cell] of [
      ["9,312", "GRU"],
      ["3,104", "RNN"],
    ]) {
      await page.goto(site.url);
      await clickOn(page, "a", label);
      const seen = await look(page);
      assert.deepEqual([seen.total, seen.fields["layer-0"]], [label, cell]);
    }
  });

  for (const [name, total, line] of examples) {
    test(`the notes' example ${name}`, async () => {
      const page = await site.open("?input=1&layers=RNN(1)");
      await clickOn(page, "a", name);
      const seen = await look(page);
      assert.equal(seen.total, total);
      assert.equal(seen.totals.notes, total);
      assert.ok(seen.title.endsWith(`: ${total} parameters`), seen.title);
      const text = await reading(page);
      assert.ok(text.includes(line), `${line}\nis not in\n${text}`);
      assert.equal(text.includes("Both layers have the same count here only because"), name.startsWith("Multilayer b"));

      // The link itself leads there too, in a new tab or from another place.
      const address = await page.url();
      await page.goto(address);
      await page.waitFor(
        (wanted) => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === wanted,
        total,
      );
    });
  }

  test("where layer 2 reads as much as layer 1, the page says that it is a coincidence", async () => {
    const page = await site.open("?input=64&layers=Bidirectional(LSTM(32)),Bidirectional(LSTM(32))");
    assert.match(
      await reading(page),
      /Both layers have the same count here only because input_dim \(64\) happens to equal what layer 2 reads \(32 \+ 32\)\. Try 10 → 32 \+ 32 → 32 \+ 32\./,
    );
    await clickOn(page, "a", "10 → 32 + 32 → 32 + 32");
    assert.equal((await look(page)).total, "35,840");
    assert.doesNotMatch(await reading(page), /Both layers have the same count/);
  });

  test("a PyTorch stack speaks PyTorch's words", async () => {
    const page = await site.open("?framework=pytorch&input=10&layers=LSTM(7,+num_layers=2,+bidirectional=True)");
    const text = await reading(page);
    for (const part of [
      "2,352 parameters",
      "= 2 × [(7 + 10 + 2) × 7] × 4 = 2 × 532 = 1,064",
      "= 2 × [(7 + 14 + 2) × 7] × 4 = 2 × 644 = 1,288",
      "= 1,064 + 1,288 = 2,352",
      "The notes and Keras count 2,240, 112 fewer: they keep one bias where PyTorch keeps two.",
      "P.S. hidden_size = number of units in each hidden gate.",
    ]) {
      assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
    }
  });

  test("nothing is asked of another server", async () => {
    const page = await site.open("");
    const asked = await page.evaluate(() => [
      location.href,
      ...performance.getEntriesByType("resource").map(({ name }) => name),
    ]);
    assert.ok(asked.length >= 4, "the page, its style, its script and the core");
    for (const address of asked) assert.ok(address.startsWith(site.url), address);
  });

  test("formulas have the same typeface in every browser", async () => {
    const page = await site.open("");
    await page.waitFor(() => document.fonts.status === "loaded" && document.fonts.size === 2);
    const faces = await page.evaluate(() =>
      [...document.fonts].map(({ family, weight, status }) => [family.replaceAll('"', ""), weight, status]),
    );
    assert.deepEqual(faces, [
      ["rnn-params formula", "400", "loaded"],
      ["rnn-params formula", "600", "loaded"],
    ]);
    const used = await page.evaluateOn(within(".whole .numbers"), (line) => getComputedStyle(line).fontFamily);
    assert.match(used, /^"?rnn-params formula"?/);
  });
});
