// Tests of exercises on ideas: done by keyboard and by accessible names alone, told as they go, and nothing that tells an answer early.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openFrame, said, writeHost } from "./host.js";
import { inEveryBrowser, link, reading, rested, within } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** The notes' example: 7 units in each direction of both layers, 10 numbers come in. */
const notes = "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))";
/** The blanks in their order, and what is right. */
const answers = ["4", "7", "10", "1", "2", "14", "4", "7", "14", "1", "2"];

const blank = (/** @type {string} */ id) => within(`[data-blank="${id}"]`);

/** The id of the blank, or of what else has the focus. @param {Page} page */
const focused = (page) =>
  page.evaluateOn("rnn-params", (element) => {
    const { activeElement } = element.shadowRoot;
    return activeElement?.dataset.blank ?? activeElement?.id ?? "";
  });

/** What is said of a blank, as a screen reader is told, as soon as anything is. @param {Page} page @param {string} id @returns {Promise<string>} */
const saidOf = (page, id) =>
  page.waitFor(
    (id) => document.querySelector("rnn-params")?.shadowRoot?.getElementById(`said-${id}`)?.innerText.trim() ?? "",
    id,
  );

/** Every text and every attribute of the document, in the element too. @param {Page} page */
const everything = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const found = [document.title, location.href];
    const walk = (/** @type {Node} */ node) => {
      if (node instanceof Text) found.push(node.data);
      if (node instanceof Element) {
        if (node.matches("style, script")) return;
        // What the page says of its first example without a script is in no slot then: nobody sees or hears it.
        if (node.parentElement?.shadowRoot && !node.assignedSlot) return;
        for (const { name, value } of node.attributes) if (!["d", "style", "class"].includes(name)) found.push(value);
        if (node instanceof HTMLInputElement) found.push(node.value);
        if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child);
      }
      for (const child of node.childNodes) walk(child);
    };
    for (const node of document.querySelectorAll("title, meta, link, rnn-params")) walk(node);
    return found
      .map((text) => text.replace(/layers\.[\d.]+steps[\d.]+/g, "a place"))
      .filter((text) => text.trim() !== "");
  });

/** Nothing has a number, or a word for it, that is still to be found. @param {Page} page @param {string[]} secrets @param {string} when */
async function assertSecret(page, secrets, when) {
  const numbers = new RegExp(`(?<![\\d,])(?:${secrets.join("|")})(?![\\d,])`, "i");
  for (const text of await everything(page)) assert.doesNotMatch(text, numbers, `${when}: ${text}`);
}

/** Tells what the element tells the page around it. @param {Page} page */
const listen = (page) =>
  page.evaluate(() => {
    /** @type {any} */ (window).told = [];
    for (const kind of ["exercise", "answer"])
      document.addEventListener(`rnn-params-${kind}`, (event) =>
        /** @type {any} */ (window).told.push([kind, /** @type {CustomEvent} */ (event).detail]),
      );
    return true;
  });
const told = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (window).told);

/** @param {Page} page */
const press = async (page, /** @type {string} */ text) =>
  page.evaluateOn(
    "rnn-params",
    async (element, text) => {
      [...element.shadowRoot.querySelectorAll("button")].find((one) => one.textContent.trim() === text).click();
      await element.updateComplete;
    },
    text,
  );

inEveryBrowser((site) => {
  let host = "";
  before(async () => {
    host = await site.variant(writeHost);
  });

  test("a whole exercise by keyboard alone: wrong, hint, right and done are told; Tab leads from blank to blank", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    await listen(page);
    assert.match(await reading(page), /Fill in the blanks\. Each is checked at once\./);
    const ids = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".blank")].map((field) => field.dataset.blank),
    );
    assert.equal(ids.length, answers.length);
    await page.focus(blank(ids[0]));
    await page.type("3");
    assert.equal(
      await saidOf(page, ids[0]),
      "That leaves out a matrix: the candidate has one, too, besides the gates.",
    );
    assert.equal(await page.evaluateOn(blank(ids[0]), (field) => field.getAttribute("aria-invalid")), "true");
    assert.equal(await focused(page), ids[0], "it stays there");
    await page.press("?");
    assert.match(await saidOf(page, ids[0]), /One for every gate, and one for the candidate\.$/);
    await page.press("?");
    assert.match(await saidOf(page, ids[0]), /It begins so: 3 \+ □\.$/);
    await page.press("Backspace");
    for (const [place, answer] of answers.entries()) {
      assert.equal(await focused(page), ids[place], `Tab leads to ${ids[place]}`);
      if (place < answers.length - 1) {
        await page.type(answer);
        if (place === 0) await rested(page);
        else await page.press("Enter");
        assert.match(await saidOf(page, ids[place]), /^right/i);
        await page.press("Tab");
      }
    }
    await page.type("2");
    assert.equal(await focused(page), ids[10], "nor at the end");
    await page.press("Enter");
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === "exercise-done");
    const text = await reading(page);
    assert.match(text, /Done: 11 of 11, 2 hints\./);
    assert.match(text, /= 1,008 \+ 1,232 = 2,240/, "the page has done the arithmetic");
    const events = await told(page);
    assert.deepEqual(events[0], ["answer", { number: "3", ids: ["three_matrices"] }]);
    assert.deepEqual(events.at(-1), ["exercise", { blanks: 11, right: 11, hints: 2, done: true }]);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  });

  test("a student who goes wrong in documented ways is told each time, and gets through with keys alone", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    await listen(page);
    const ids = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".blank")].map((field) => field.dataset.blank),
    );
    // Three gates, so three matrices; inputs and units change places; no bias; one direction; layer 2 reads 7.
    /** @type {Record<number, [string, RegExp, string]>} */
    const wrong = {
      0: ["3", /the candidate has one, too/, "three_matrices"],
      2: ["07", /belongs elsewhere in the formula/, "swapped"],
      3: ["0", /Each unit has a bias, too/, "no_bias"],
      4: ["1", /forwards and backwards/, "one_direction"],
      5: ["07", /a bidirectional layer passes on both/, "next_reads_units"],
    };
    await page.focus(blank(ids[0]));
    for (const [place, answer] of answers.entries()) {
      assert.equal(await focused(page), ids[place]);
      if (wrong[place]) {
        const [text, said] = wrong[place];
        await page.type(text);
        await page.press("Enter");
        assert.match(await saidOf(page, ids[place]), said);
        for (const _ of text) await page.press("Backspace");
      }
      await page.type(answer);
      await page.press(place < answers.length - 1 ? "Tab" : "Enter");
    }
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === "exercise-done");
    assert.match(await reading(page), /Done: 11 of 11\./);
    const heard = (await told(page)).filter((/** @type {[string, object]} */ [kind]) => kind === "answer");
    const slips = heard.flatMap((/** @type {[string, { ids: string[] }]} */ [, { ids }]) => ids);
    assert.deepEqual(
      slips,
      Object.values(wrong).map(([, , id]) => id),
    );
  });

  test("by accessible names alone: each blank has one of its own, and none tells a number", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    const names = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".blank")].map(
        (field) => field.ariaLabel ?? field.getAttribute("aria-label"),
      ),
    );
    assert.deepEqual(names, [
      "Layer 1: How many weight matrices in each direction",
      "Layer 1: What each unit reads, number 1 of 3",
      "Layer 1: What each unit reads, number 2 of 3",
      "Layer 1: What each unit reads, number 3 of 3",
      "Layer 1: How many directions",
      "Layer 2: How many numbers layer 1 passes on",
      "Layer 2: How many weight matrices in each direction",
      "Layer 2: What each unit reads, number 1 of 3",
      "Layer 2: What each unit reads, number 2 of 3",
      "Layer 2: What each unit reads, number 3 of 3",
      "Layer 2: How many directions",
    ]);
    for (const [place, name] of names.entries()) await page.fill(within(`[aria-label="${name}"]`), answers[place]);
    await rested(page);
    assert.match(await reading(page), /Done: 11 of 11\./);
  });

  test("nothing tells an answer before it is given: no text, no attribute, no title, no link", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas&open=tensors,frameworks`));
    const words = ["four", "both", "forwards", "twice", "zwei"];
    const later = ["14", "18", "22", "126", "154", "504", "616", "1,?008", "1,?232", "2,?240", "4"];
    await assertSecret(page, [...later, ...words], "at first");
    await page.fill(blank("layers.0.steps.0"), "4");
    for (const [place, answer] of ["7", "10", "1"].entries())
      await page.fill(blank(`layers.0.steps.1.${2 * place}`), answer);
    await rested(page);
    const text = await reading(page);
    assert.match(text, /= 126 × 4 = 504/);
    await assertSecret(page, ["14", "22", "154", "616", "1,?008", "1,?232", "2,?240", "both"], "with layer 1 begun");
    assert.equal(
      await page.evaluateOn("rnn-params", async (element) => (await element.toLatex()) + (await element.toSvg())),
      "",
    );
    assert.equal(
      await page.evaluateOn("rnn-params", (element) => element.summary),
      "Exercise: Bidirectional(LSTM(7)), Bidirectional(LSTM(7))",
    );
  });

  test("a number that goes on is not taken for its beginning: neither right, nor a slip that nobody made", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7)&exercise=ideas"));
    await listen(page);
    const ids = ["layers.0.steps.0", "layers.0.steps.1.0", "layers.0.steps.1.2", "layers.0.steps.1.4"];
    await page.focus(blank(ids[0]));
    for (const text of ["48", "70", "100", "17"]) {
      await page.type(text);
      await page.press("Tab");
    }
    const typed = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".blank")].map((field) => field.value),
    );
    assert.deepEqual(typed, ["48", "70", "100", "17"]);
    const events = await told(page);
    const numbers = events.flatMap((/** @type {[string, any]} */ [kind, { number }]) =>
      kind === "answer" ? number : [],
    );
    assert.deepEqual(numbers, ["48", "70", "100", "17"]);
    const results = events.filter((/** @type {[string, object]} */ [kind]) => kind === "exercise");
    assert.deepEqual(results, [["exercise", { blanks: 4, right: 0, hints: 0, done: false }]]);
  });

  test("a wrong number that is carried forward counts, and that is said", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    await page.fill(blank("layers.1.steps.0"), "7");
    await page.press("Enter");
    assert.match(await saidOf(page, "layers.1.steps.0"), /a bidirectional layer passes on both\.$/);
    await page.fill(blank("layers.1.steps.2.2"), "7");
    await page.press("Tab");
    assert.match(await saidOf(page, "layers.1.steps.2.2"), /^Right with your number further up, so it counts;/);
    const marks = () =>
      page.evaluateOn("rnn-params", (element) =>
        ["layers.0.steps.0", "layers.1.steps.1", "layers.1.steps.2.2"].map(
          (id) => element.shadowRoot.getElementById(`blank-${id}`).nextElementSibling.textContent,
        ),
      );
    await page.fill(blank("layers.0.steps.0"), "3");
    await page.fill(blank("layers.1.steps.1"), "3");
    await rested(page);
    assert.match(await saidOf(page, "layers.1.steps.1"), /^The same slip as further up/);
    assert.deepEqual(await marks(), ["✗", "", "✓"], "3 is right nowhere");
    await listen(page);
    await page.fill(blank("layers.1.steps.0"), "14");
    await rested(page);
    assert.match(
      await saidOf(page, "layers.1.steps.2.2"),
      /^It followed from your earlier number further up and still counts; that one has changed, so work this one out again\.$/,
    );
    assert.deepEqual(await marks(), ["✗", "", ""], "no mistake, and no longer right");
    await page.fill(blank("layers.0.steps.0"), "4");
    await rested(page);
    assert.match(
      await saidOf(page, "layers.1.steps.1"),
      /^The number further up has changed; the same slip is still here/,
    );
    const isInvalid = (/** @type {string} */ id) =>
      page.evaluateOn(blank(id), (field) => field.getAttribute("aria-invalid"));
    assert.deepEqual(await Promise.all(["layers.1.steps.1", "layers.1.steps.2.2"].map(isInvalid)), ["false", "false"]);
    const events = await told(page);
    assert.deepEqual(events.at(-1), ["exercise", { blanks: 11, right: 4, hints: 0, done: false }]);
    assert.ok(!events.some((/** @type {[string, object]} */ [kind]) => kind === "answer"), "nothing new was answered");
    await page.fill(blank("layers.1.steps.2.2"), "10");
    await rested(page);
    assert.match(await saidOf(page, "layers.1.steps.2.2"), /^That is what the first layer reads:/);
  });

  test("the total alone: a slip in one sentence, a hint, then the answer", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7)&exercise=total"));
    await listen(page);
    await assertSecret(page, ["504", "126", "18", "four"], "at first");
    await page.fill(blank("steps.0"), "378");
    await rested(page);
    assert.match(await saidOf(page, "steps.0"), /three weight matrices/);
    await assertSecret(page, ["504", "126", "18"], "after a wrong one");
    await page.press("?");
    await page.press("?");
    assert.match(
      await reading(page),
      /It is 504\. Done: 0 of 1, 1 shown, one hint\.|Done: 0 of 1, 1 shown, one hint\./,
    );
    const answers = (await told(page)).filter((/** @type {[string, object]} */ [kind]) => kind === "answer");
    assert.deepEqual(answers, [["answer", { number: "378", ids: ["three_matrices"] }]]);
  });

  test("the values of the steps: a slip in one sentence, carried on, a hint, and the focus on what is done", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7)&exercise=values"));
    await listen(page);
    await assertSecret(page, ["18", "126", "504"], "at first");
    const ids = ["layers.0.steps.1", "layers.0.steps.2", "layers.0.steps.3"];
    await page.focus(blank(ids[0]));
    await page.type("17");
    await rested(page);
    assert.equal(await saidOf(page, ids[0]), "Each unit has a bias in every matrix, too.");
    await page.press("Tab");
    assert.equal(await focused(page), ids[1]);
    await page.type("119");
    await page.press("Enter");
    assert.match(await saidOf(page, ids[1]), /^Right with your number further up, so it counts;/);
    await page.press("Tab");
    await page.press("?");
    assert.equal(await saidOf(page, ids[2]), "Multiply the numbers in this line.");
    await page.press("?");
    assert.match(await saidOf(page, ids[2]), /With the numbers put in it is 126 × 4\.$/);
    for (const [place, number] of ["18", "126", "504"].entries()) await page.fill(blank(ids[place]), number);
    await page.press("Enter");
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === "exercise-done");
    assert.match(await reading(page), /Done: 3 of 3, 2 hints\./);
    const events = await told(page);
    const answers = events.filter((/** @type {[string, object]} */ [kind]) => kind === "answer");
    assert.deepEqual(answers, [["answer", { number: "17", ids: ["no_bias"] }]]);
    assert.deepEqual(events.at(-1), ["exercise", { blanks: 3, right: 3, hints: 2, done: true }]);
  });

  test("of values as many as are asked for, the last ones", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7)&exercise=values&fade=1"));
    const ids = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".blank")].map((field) => field.dataset.blank),
    );
    assert.deepEqual(ids, ["layers.0.steps.3"]);
    assert.match(await reading(page), /18 × 7 = 126/);
  });

  test("those who have no question mark reach a hint behind the blanks; the window says that it is an exercise", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7)&exercise=ideas"));
    assert.equal(await page.evaluate(() => document.title), "Exercise: LSTM(7)");
    await page.focus(blank("layers.0.steps.1.4"));
    await page.press("Tab");
    const name = await page.evaluateOn("rnn-params", (element) =>
      element.shadowRoot.activeElement?.getAttribute("aria-label"),
    );
    assert.equal(name, "Hint for what is left: How many weight matrices");
    await page.press("Enter");
    assert.match(await saidOf(page, "layers.0.steps.0"), /^One for every gate, and one for the candidate/);
    assert.equal(
      await page.evaluateOn(blank("layers.0.steps.0"), (field) => field.getAttribute("aria-keyshortcuts")),
      "?",
    );
  });

  test("numbers of its own: the same for a seed, others on request, and a link that keeps them", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas&seed=5`));
    const model = () =>
      page.evaluateOn(within("h2"), (heading) => `${heading.textContent}, ${heading.nextElementSibling.textContent}`);
    const first = await model();
    assert.doesNotMatch(first, /LSTM\(7\).*input_dim = 10 /);
    await site.open(link(`${notes}&exercise=ideas&seed=5`));
    assert.equal(await model(), first);
    await press(page, "New numbers");
    const other = await model();
    assert.notEqual(other, first);
    const address = new URL(await page.url()).searchParams;
    assert.deepEqual([address.get("exercise"), address.get("seed")], ["ideas", null]);
    const layers = address.get("layers")?.replaceAll("),B", "), B");
    assert.equal(other, `Exercise: ${layers}, input_dim = ${address.get("input")} · as the notes count`);
  });

  test("in another language in the middle: all of it is said in that one, and nothing that was typed is lost", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    await page.fill(blank("layers.0.steps.0"), "3");
    await page.fill(blank("layers.1.steps.0"), "1");
    const speak = (/** @type {string} */ language) =>
      page.evaluateOn(
        "#language",
        (select, language) => {
          select.value = language;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        },
        language,
      );
    const isSaid = (/** @type {string} */ start) =>
      page.waitFor(
        (start) =>
          document.querySelector("rnn-params")?.shadowRoot?.querySelector("h2")?.textContent?.startsWith(start) ??
          false,
        start,
      );
    await speak("hi");
    await isSaid("अभ्यास");
    assert.match(await saidOf(page, "layers.0.steps.0"), /candidate की भी/);
    await speak("en");
    await isSaid("Exercise");
    const typed = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".blank")].map((field) => field.value).join("/"),
    );
    assert.equal(typed, "3/////1/////");
  });

  test("one step back leads to the numbers before, as they were filled in", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    await page.fill(blank("layers.0.steps.0"), "3");
    await press(page, "New numbers");
    assert.equal(await page.evaluateOn(blank("layers.0.steps.0"), (field) => field.value), "");
    await page.back();
    await page.waitFor(
      () =>
        /** @type {HTMLInputElement | null | undefined} */ (
          document.querySelector("rnn-params")?.shadowRoot?.querySelector(".blank")
        )?.value === "3",
    );
  });

  test("what is said of two blanks of a step alike is to be seen once, and told of each", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    await page.fill(blank("layers.0.steps.1.0"), "10");
    await page.fill(blank("layers.0.steps.1.2"), "7");
    await page.press("Tab");
    assert.match(await saidOf(page, "layers.0.steps.1.2"), /^These two have changed places/);
    const looks = await page.evaluateOn("rnn-params", (element) =>
      ["layers.0.steps.1.0", "layers.0.steps.1.2"].map(
        (id) => element.shadowRoot.getElementById(`said-${id}`).firstElementChild.className,
      ),
    );
    assert.deepEqual(looks, ["slipped", "visually-hidden"]);
    // What differs says which of them it is about.
    await page.fill(blank("layers.0.steps.1.2"), "14");
    await page.press("Tab");
    assert.match(await saidOf(page, "layers.0.steps.1.0"), /^Blank 1: That number belongs elsewhere/);
    assert.match(await saidOf(page, "layers.0.steps.1.2"), /^Blank 2: Not yet: how many numbers come in/);
  });

  test("what a grey square is stands there while there are any; a right total is told with its derivation", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7)&exercise=ideas"));
    assert.match(await reading(page), /□ is a number that comes from your answers\./);
    for (const [id, value] of [
      ["layers.0.steps.0", "4"],
      ["layers.0.steps.1.0", "7"],
      ["layers.0.steps.1.2", "10"],
      ["layers.0.steps.1.4", "1"],
    ])
      await page.fill(blank(id), value);
    await rested(page);
    assert.doesNotMatch(await reading(page), /□/);
    await site.open(link("input=10&layers=LSTM(7)&exercise=total"));
    assert.doesNotMatch(await reading(page), /□|num_units/);
    await page.fill(blank("steps.0"), "504");
    await page.press("Enter");
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === "exercise-done");
    assert.match(
      await reading(page),
      /Done: 1 of 1\..*num_units \+ input_dim \+ 1 = 7 \+ 10 \+ 1 = 18.*\[\(num_units \+ input_dim \+ 1\) × num_units\] × 4 = 126 × 4 = 504/,
    );
  });

  test("a long number stands there whole, and no blank is wider before it is there", async () => {
    const page = await site.open(link("framework=keras&input=1000000&layers=LSTM(2000000)&exercise=ideas"));
    const widths = () =>
      page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll(".blank")].map((field) => field.clientWidth),
      );
    assert.equal(new Set(await widths()).size, 1);
    await page.fill(blank("layers.0.steps.1.0"), "2000000");
    await rested(page);
    const fits = await page.evaluateOn(
      blank("layers.0.steps.1.0"),
      (field) => field.value === "2,000,000" && field.scrollWidth <= field.clientWidth,
    );
    assert.ok(fits);
  });

  test("a click on Hint is for the blank that has the focus, and leaves it there", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`));
    await page.focus(blank("layers.0.steps.1.4"));
    await page.click(within('[aria-label="Hint: Layer 1: What each unit reads"]'));
    assert.equal(await focused(page), "layers.0.steps.1.4");
    assert.match(await saidOf(page, "layers.0.steps.1.4"), /^Biases are added beside the weights/);
    assert.equal(
      await page.evaluateOn("rnn-params", (element) =>
        element.shadowRoot.getElementById("said-layers.0.steps.1.0").innerText.trim(),
      ),
      "",
    );
  });

  test("neither a picture nor a text of values that are left blank tells one, while the steps are presented, too", async () => {
    for (const asked of ["exercise=values", "fade=all"]) {
      const page = await site.open(link(`input=10&layers=LSTM(7)&${asked}&present=1`));
      const texts = await page.evaluateOn("rnn-params", async (element) =>
        [await element.toSvg(), await element.toText(), element.summary].join(" "),
      );
      assert.doesNotMatch(texts, /(?<![\d,])(18|126|504)(?![\d,])/, asked);
    }
  });

  test("a seed is for values that are left blank by fade, too", async () => {
    const of = async (/** @type {string} */ asked) => {
      const page = await site.open(link(`input=10&layers=LSTM(7)&${asked}`));
      return page.evaluateOn("rnn-params", (element) => element.query);
    };
    assert.equal(await of("fade=2&seed=3"), await of("exercise=values&seed=3"));
    assert.notEqual(await of("fade=2&seed=3"), await of("fade=2"));
  });

  test("where a slip gives the right number by chance, the exercise says so", async () => {
    const page = await site.open(link(`${notes.replace("10", "14")}&exercise=ideas`));
    assert.match(
      await reading(page),
      /a slip can give the right answer by chance: .*Layer 2: How many numbers layer 1 passes on/,
    );
    await site.open(link(`${notes}&exercise=ideas`));
    assert.doesNotMatch(await reading(page), /by chance/);
  });

  test("the page's button begins one, and the derivation comes back where it was left", async () => {
    const page = await site.open(link("input=64&layers=LSTM(32)"), { width: 1440 });
    await page.waitFor(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#start-exercise")),
    );
    await page.click(within("#start-exercise"));
    await page.waitFor(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".exercise-screen")),
    );
    assert.match(await page.url(), /exercise=ideas/);
    await press(page, "Show the derivation");
    assert.match(await reading(page), /12,416/);
    assert.doesNotMatch(await page.url(), /exercise/);
    await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.activeElement?.id === "start-exercise");
    await page.back();
    await page.waitFor(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".exercise-screen")),
    );
  });

  test("in a frame: the host hears how it goes, by message, and as H5P a statement; Open keeps the exercise", async () => {
    const page = await site.page();
    await openFrame(page, host, `${site.url}embed.html?${notes}&exercise=ideas&id=one`, { kind: "h5p" });
    await page.waitForInFrame(() =>
      Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".exercise-screen")),
    );
    const open = await page.evaluateInFrame(async () => {
      const { shadowRoot } = /** @type {any} */ (document.querySelector("rnn-params"));
      const field = shadowRoot.querySelector(".blank");
      for (const text of ["3", "4"]) {
        field.value = text;
        field.dispatchEvent(new Event("input"));
        field.dispatchEvent(new Event("blur"));
      }
      return shadowRoot.querySelector(".open").href;
    });
    assert.equal(new URL(open).searchParams.get("exercise"), "ideas");
    await page.waitFor(() => true);
    const heard = (await said(page)).map(({ data }) => data);
    assert.deepEqual(
      heard.filter(({ type }) => /answer|exercise/.test(type)),
      [
        { type: "rnn-params:answer", id: "one", number: "3", ids: ["three_matrices"] },
        { type: "rnn-params:exercise", id: "one", blanks: 11, right: 0, hints: 0, done: false },
        { type: "rnn-params:exercise", id: "one", blanks: 11, right: 1, hints: 0, done: false },
      ],
    );
    const statement = heard.findLast(({ action }) => action === "xAPI")?.statement;
    assert.deepEqual(statement?.result, { completion: false, score: { raw: 1, min: 0, max: 11, scaled: 1 / 11 } });
  });

  for (const [what, options] of /** @type {const} */ ([
    ["at 400 %", { width: 320, height: 256 }],
    ["in forced colours", { forcedColors: true }],
    ["in the dark, in Hindi", { colorScheme: "dark", width: 480 }],
  ])) {
    test(`${what} it can be done, and nothing is cut off`, {
      skip: "forcedColors" in options && site.engine !== "chromium" && "only Chromium is told",
    }, async () => {
      const lang = what.includes("Hindi") ? "&lang=hi" : "";
      const page = await site.open(link(`${notes}&exercise=ideas${lang}`), options);
      const ids = await page.evaluateOn("rnn-params", (element) =>
        [...element.shadowRoot.querySelectorAll(".blank")].map((field) => field.dataset.blank),
      );
      for (const [place, id] of ids.entries()) await page.fill(blank(id), place === 0 ? "3" : answers[place]);
      assert.match(await saidOf(page, ids[0]), lang ? /candidate की भी/ : /the candidate has one, too/);
      await page.fill(blank(ids[0]), answers[0]);
      await rested(page);
      assert.match(await reading(page), lang ? /पूरा हुआ: 11 में से 11\./ : /Done: 11 of 11\./);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${beyond} px beyond the window`);
    });
  }

  test("on a phone the boxes of an attention stand in few lines, each with the sign before it", {
    skip: site.engine === "webkit" && "its window can't be that narrow",
  }, async () => {
    const page = await site.open(link("framework=keras&input=64&layers=MultiHeadAttention(4,16)&exercise=ideas"), {
      width: 360,
      height: 740,
    });
    const lines = await page.evaluateOn("rnn-params", ({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll(".exercise-screen .step")].map((step) => {
        const boxes = [...step.querySelectorAll(".blank")].map((one) => Math.round(one.getBoundingClientRect().top));
        const apart = [...step.querySelectorAll(".piece:has(.op)")].filter((piece) => {
          const [sign, box] = [".op", ".blank"].map((one) => piece.querySelector(one)?.getBoundingClientRect());
          return sign && box && Math.abs(sign.top - box.top) > 12;
        });
        return { lines: new Set(boxes).size, apart: apart.length };
      }),
    );
    assert.ok(lines.length >= 2 && lines[0].lines > 0, JSON.stringify(lines));
    for (const { lines: rows, apart } of lines) assert.ok(rows <= 3 && apart === 0, JSON.stringify(lines));
  });

  test("nothing moves when something is said of a blank", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`), { width: 1280, height: 1600 });
    const top = () => page.evaluateOn(blank("layers.1.steps.5.0"), (field) => field.getBoundingClientRect().top);
    const before = await top();
    await page.fill(blank("layers.0.steps.0"), "3");
    await rested(page);
    assert.ok(Math.abs((await top()) - before) < 1, `${before} to ${await top()}`);
    await page.fill(blank("layers.0.steps.0"), "4");
    await rested(page);
    assert.ok(Math.abs((await top()) - before) < 1, `${before} to ${await top()}, once right`);
  });

  test("a box stays where it is when its answer is right, whatever is told then", async () => {
    const page = await site.open(link(`${notes}&exercise=ideas`), { width: 1280, height: 1600 });
    for (const [id, value] of [
      ["layers.0.steps.0", "4"],
      ["layers.0.steps.4.0", "2"],
      ["layers.1.steps.0", "14"],
    ]) {
      const left = () => page.evaluateOn(blank(id), (field) => field.getBoundingClientRect().left);
      const before = await left();
      await page.fill(blank(id), value);
      await rested(page);
      assert.equal(await left(), before, id);
    }
    const reads = ["layers.0.steps.1.0", "layers.0.steps.1.2", "layers.0.steps.1.4"];
    const lefts = async () => {
      const all = [];
      for (const id of reads) all.push(await page.evaluateOn(blank(id), (field) => field.getBoundingClientRect().left));
      return all;
    };
    const before = await lefts();
    for (const [place, value] of ["7", "10", "1"].entries()) {
      await page.fill(blank(reads[place]), value);
      await rested(page);
      assert.deepEqual(await lefts(), before, `${reads[place]}, its bias included`);
    }
    const text = await reading(page);
    assert.match(text, /num_units \+ input_dim \+ biases/, "as on paper");
    assert.match(text, /= gates \+ candidate = 3 \+ 1/);
    assert.match(text, /= num_units \+ num_units = 7 \+ 7/);
  });

  // The last one: Firefox takes keys otherwise once there was a finger.
  test("a whole exercise by a finger: blanks, a hint, and no answers by a tap that goes wrong", async () => {
    const page = await site.open(link("input=10&layers=LSTM(7)&exercise=ideas"), { width: 480, height: 740 });
    /** Taps in the middle of what a selector finds. @param {string} selector */
    const tap = async (selector) => {
      const { x, y } = await page.evaluateOn(within(selector), (one) => {
        one.scrollIntoView({ block: "center" });
        const { left, top, width, height } = one.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.tap(x, y);
    };
    const blanks = await page.evaluateOn("rnn-params", (element) =>
      [...element.shadowRoot.querySelectorAll(".blank")].map((one) => one.dataset.blank),
    );
    assert.equal(blanks.length, 4);
    await tap(`[data-blank="${blanks[0]}"]`);
    await page.type("3");
    await rested(page);
    await tap(".hint-button");
    assert.match(await saidOf(page, blanks[0]), /One for every gate, and one for the candidate/);
    await tap(".giving > summary");
    assert.match(await reading(page), /What is left would be filled in/);
    assert.doesNotMatch(await reading(page), /Done/);
    await tap(".giving > summary");
    assert.doesNotMatch(await reading(page), /What is left would be filled in/, "a second tap folds it");
    for (const [place, number] of ["4", "7", "10", "1"].entries()) {
      await tap(`[data-blank="${blanks[place]}"]`);
      await page.evaluateOn(within(`[data-blank="${blanks[place]}"]`), (field) => field.select());
      await page.type(number);
    }
    await page.press("Enter");
    assert.match(await reading(page), /Done: 4 of 4, one hint\./);
  });
});
