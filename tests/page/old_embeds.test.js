// Tests that what 0.1.0's dialog and README wrote into course notes still shows the same: tags, frames, files, links and notebooks.
// tests/web/old_embeds.test.js has its command lines.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import old from "../hosts/embeds_0.1.0.json" with { type: "json" };
import { answered, grouped, inEveryBrowser } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

/** @param {string} body */
const notes = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Course notes</title><link rel="icon" href="data:,">${body}</html>`;

const tags = [...old.dialog, ...old.tags];
const frames = [...old.dialog.map(({ frame, shows }) => ({ frame, shows, id: "" })), ...old.frames];

/** A notebook's model as anywidget gives it, and its widget in the page. */
const notebook = `
  import widget from "./widget.mjs";
  const main = document.querySelector("main");
  for (const values of JSON.parse(document.querySelector("#models").textContent)) {
    const model = { get: (key) => values[key], set() {}, save_changes() {}, on() {}, off() {} };
    widget.render({ model, el: main, signal: new AbortController().signal });
  }
`;

/**
 * What the page's elements show, as soon as each has its answer. Runs in the page, or in a frame of it.
 */
async function shownByAll() {
  /** @type {any[]} */
  const elements = [...document.querySelectorAll("rnn-params")];
  while (elements.length === 0 || elements.some((one) => !one.shadowRoot?.querySelector(".rest, .line")))
    await new Promise((resolve) => setTimeout(resolve, 20));
  return Promise.all(
    elements.map(async (element) => {
      await element.updateComplete;
      const root = /** @type {ShadowRoot} */ (element.shadowRoot);
      const count = (/** @type {string} */ selector) => root.querySelectorAll(selector).length;
      const fields = count("input:not(.blank)");
      const theme = getComputedStyle(element).colorScheme;
      return {
        total: `${element.total ?? ""}`,
        text: root.textContent ?? "",
        controls: count("#framework") > 0 ? "all" : fields > 0 ? "sizes" : "none",
        fields,
        steps: count(".step"),
        line: getComputedStyle(element).display === "inline",
        others: count(".difference") > 0,
        blanks: count(".blank"),
        lang: root.querySelector("[lang]")?.getAttribute("lang"),
        dark: theme === "dark",
        wrong: count(".wrong, [aria-invalid=true]"),
        problems: element.answer.problems.length,
        fallback: count("slot"),
      };
    }),
  );
}

/** @typedef {{ total: string, controls: string, steps: number, fields?: number, line?: boolean, others?: boolean, blanks?: number, lang?: string, theme?: string }} Shows */

/**
 * @param {Awaited<ReturnType<typeof shownByAll>>} seen
 * @param {{ shows: Shows }[]} rows
 */
function assertShown(seen, rows) {
  assert.equal(seen.length, rows.length);
  for (const [index, { shows }] of rows.entries()) {
    const { theme, blanks = 0, lang = "en", line = false, ...rest } = shows;
    const { text, ...facts } = seen[index];
    const fields = shows.fields ?? facts.fields; // the whole form has its own tests
    const dark = theme === "dark";
    const expected = { ...rest, blanks, lang, line, fields, dark, wrong: 0, problems: 0, fallback: 0 };
    assert.deepEqual(facts, expected, JSON.stringify(rows[index]));
    assert.equal(text.includes(grouped(shows.total)), blanks === 0, `the total of ${JSON.stringify(rows[index])}`);
  }
}

inEveryBrowser((site) => {
  let url = "";

  before(async () => {
    const models = JSON.stringify(old.notebooks.map(({ model }) => model));
    url = await site.variant(async (folder) => {
      const write = (/** @type {string} */ name, /** @type {string} */ body) =>
        writeFile(join(folder, name), notes(body));
      await write("tags.html", tags.map(({ tag }) => tag).join("\n"));
      await write("frames.html", "<body></body>");
      await write(
        "notebook.html",
        `<main></main><script type="application/json" id="models">${models}</script><script type="module">${notebook}</script>`,
      );
    });
  });

  /** @param {string} name */
  async function open(name) {
    const page = await site.page();
    await page.goto(url + name);
    return page;
  }

  test("tags", async () => {
    const page = await open("tags.html");
    assertShown(await page.evaluate(shownByAll), tags);
    const documents = await page.evaluateOn("rnn-params", async (element) =>
      Promise.all(["Latex", "Markdown", "MathML", "Text", "Svg"].map((name) => element[`to${name}`]())),
    );
    for (const document of documents) assert.match(document, /12,?416|>97</);
  });

  test("frames, and what they say to the page around them", async () => {
    const page = await open("frames.html");
    for (const { frame, shows, id } of frames) {
      await page.evaluate((frame) => {
        const [made] = new DOMParser().parseFromString(frame, "text/html").body.children;
        addEventListener("message", ({ data }) => {
          if (data.type === "rnn-params:resize" && data.height > 20) Object.assign(window, { said: data.id ?? "" });
        });
        Object.assign(window, { said: undefined });
        document.body.replaceChildren(made);
      }, frame);
      await page.waitForInFrame(() => customElements.get("rnn-params") !== undefined);
      assertShown(await page.evaluateInFrame(shownByAll), [{ shows }]);
      await page.waitFor((id) => /** @type {any} */ (window).said === id, id);
    }
  });

  test("notebooks' models", async () => {
    const page = await open("notebook.html");
    await page.waitFor((length) => document.querySelectorAll("rnn-params").length === length, old.notebooks.length);
    assertShown(await page.evaluate(shownByAll), old.notebooks);
  });

  /** The one file is the whole page, whatever its address says of the controls and the steps. */
  const links = [
    ...old.dialog.map(({ file, shows: { total, blanks, lang } }) => ({ link: file, shows: { total, blanks, lang } })),
    ...old.pages,
  ];
  for (const { link, shows } of links) {
    test(decodeURIComponent(link), async () => {
      const { total, blanks = 0, lang = "en", theme, open: sections = [] } = /** @type {any} */ (shows);
      const page = await open(link);
      await answered(page);
      await page.waitFor((lang) => document.documentElement.lang === lang, lang);
      const seen = await page.evaluateOn("rnn-params", async (element) => {
        await element.updateComplete;
        const root = /** @type {ShadowRoot} */ (element.shadowRoot);
        return {
          total: root.querySelector(".total .none") ? "—" : root.querySelector(".total b")?.textContent,
          controls: root.querySelectorAll("#framework").length,
          blanks: root.querySelectorAll(".blank").length,
          open: [...element.sections].sort(),
          folded: [...root.querySelectorAll("details.more")].filter((one) => one.hasAttribute("open")).length,
          wrong: root.querySelectorAll(".wrong, .asks").length > 0,
          lang: document.documentElement.lang,
          theme: document.documentElement.dataset.theme ?? "",
        };
      });
      assert.deepEqual(seen, {
        total: blanks > 0 ? "?" : total === "" ? "—" : grouped(total),
        controls: 1,
        blanks,
        open: [...sections].sort(),
        folded: sections.length,
        wrong: total === "",
        lang,
        theme: theme ?? "",
      });
    });
  }
});
