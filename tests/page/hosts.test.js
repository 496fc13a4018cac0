// Tests of the element in the sites that courses are written with, and in the frames of platforms: each site is built from its small example
// in tests/hosts/. anywidget.test.js has the notebooks.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as programs from "../tools/programs.js";
import { serve } from "../tools/serve.js";
import { openFrame, writeHost } from "./host.js";
import { dist, inEveryBrowser } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const execute = promisify(execFile);
const here = fileURLToPath(new URL("../hosts/", import.meta.url));
const reveal = fileURLToPath(new URL("../../node_modules/reveal.js/dist/", import.meta.url));

inEveryBrowser((site) => {
  if (site.engine !== "chromium") return; // what the hosts make of the page is the same everywhere

  /** @type {(() => Promise<unknown>)[]} */
  const leftovers = [];
  after(async () => {
    for (const end of leftovers.reverse()) await end();
  });

  /**
   * Builds an example in a copy of its folder and serves what came of it.
   * @param {string} name the example's folder
   * @param {{ files: string, site: string, build?: (folder: string) => Promise<unknown> }} host
   *   `files`: where the calculator's files lie; `site`: where the finished site does
   * @returns {Promise<string>} its address
   */
  async function built(name, { files, site, build }) {
    const folder = await mkdtemp(join(tmpdir(), `rnn-params-${name}-`));
    leftovers.push(() => rm(folder, { recursive: true }));
    await cp(join(here, name), folder, { recursive: true });
    await cp(dist, join(folder, files), { recursive: true });
    await build?.(folder);
    const server = await serve(join(folder, site), { path: "/notes/" });
    leftovers.push(() => server.close());
    return server.url;
  }

  /** Takes note of what a host asks for in vain besides. @param {Page} page @param {RegExp} what */
  async function assertOnly(page, what) {
    const { errors, violations } = await site.complaints(page);
    assert.deepEqual([errors.filter((error) => !what.test(error)), violations], [[], []]);
  }

  /**
   * @param {string | undefined} program
   * @param {string} name
   * @param {import("node:test").TestContext} context
   * @returns {program is string}
   */
  function isHere(program, name, context) {
    if (program) return true;
    console.warn(`\nNOT TESTED: ${name} is missing; to install it: node tests/tools/setup.js\n`);
    context.skip(`${name} is missing`);
    return false;
  }

  /**
   * The totals that a page shows as soon as it shows one for each element; a line of the text by its last number.
   * @param {Page} page
   * @param {number} count of elements
   */
  async function totals(page, count) {
    await page.waitFor((count) => {
      const all = [...document.querySelectorAll("rnn-params")];
      return all.length === count && all.every((one) => one.shadowRoot?.querySelector(".total b, .line .value"));
    }, count);
    return page.evaluate(() =>
      [...document.querySelectorAll("rnn-params")].map(
        (one) => one.shadowRoot?.querySelector(".total b, .line .value")?.textContent,
      ),
    );
  }

  /**
   * A page with an exercise, and below it a picture: the one asks, and says what is wrong; the other stands beside the steps. The first tells
   * nothing.
   * @param {string} address
   * @param {RegExp} [besides] what a host asks for in vain
   */
  async function assertAsksAndDraws(address, besides = /favicon\.ico/) {
    const page = await site.page();
    await page.goto(address);
    await page.waitFor(() => {
      const [asks, draws] = [...document.querySelectorAll("rnn-params")].map((one) => one.shadowRoot);
      return Boolean(asks?.querySelector(".exercise-screen .blank") && draws?.querySelector(".picture-room .picture"));
    });
    assert.deepEqual(await page.evaluate(tried), wanted);
    await assertOnly(page, besides);
  }

  /** Runs in the page, on its first element and its last. */
  const tried = async () => {
    const all = [...document.querySelectorAll("rnn-params")];
    const asks = /** @type {any} */ (all[0]);
    const [field] = asks.shadowRoot.querySelectorAll(".blank");
    field.value = "3";
    field.dispatchEvent(new Event("input"));
    field.dispatchEvent(new Event("blur"));
    await asks.updateComplete;
    return {
      said: asks.shadowRoot.querySelector(".said").innerText.trim(),
      told: /1,?064/.test(asks.shadowRoot.textContent),
      sum: all.at(-1)?.shadowRoot?.querySelector(".drawing .formula")?.textContent?.replace(/\s+/g, " ").trim() ?? "",
    };
  };
  const wanted = {
    said: "That leaves out a matrix: the candidate has one, too, besides the gates.",
    told: false,
    sum: "4 × 3,104 = 12,416",
  };

  for (const kind of /** @type {const} */ (["canvas", "h5p"])) {
    test(`a frame of ${kind} asks, and draws`, async () => {
      const host = await site.variant(writeHost);
      const page = await site.page();
      const sandbox = kind === "canvas" ? "allow-scripts" : undefined;
      const open = (/** @type {string} */ query) =>
        openFrame(page, host, `${site.url}embed.html?${query}`, { kind, sandbox });
      const seen = async () => {
        await page.waitForInFrame(() =>
          Boolean(
            document
              .querySelector("rnn-params")
              ?.shadowRoot?.querySelector(".exercise-screen .blank, .picture-room .picture"),
          ),
        );
        await page.waitFor(() => (document.querySelector("iframe")?.getBoundingClientRect().height ?? 0) > 250);
      };
      await open("framework=keras&input=10&layers=Bidirectional(LSTM(7))&exercise=ideas");
      await seen();
      const asked = await page.evaluateInFrame(tried);
      assert.deepEqual([asked.said, asked.told], [wanted.said, false]);
      await open("framework=keras&input=64&layers=LSTM(32)&picture=beside");
      await seen();
      const sum = await page.evaluateInFrame(
        () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".drawing .formula")?.textContent ?? "",
      );
      assert.equal(sum.replace(/\s+/g, " ").trim(), wanted.sum);
      await assertOnly(page, /favicon\.ico/);
    });
  }

  for (const [name, expected] of /** @type {[string, string[]][]} */ ([
    ["sphinx", ["12,416"]],
    ["myst", ["9,408", "504"]],
  ])) {
    test(`a site made by Sphinx: ${name}`, async (context) => {
      const program = programs.sphinx();
      if (!isHere(program, "Sphinx", context)) return;
      if (name === "myst" && !isHere(programs.myst(), "MyST", context)) return;
      const url = await built(name, {
        files: "_static/rnn",
        site: "_build",
        build: (folder) => execute(program, ["-q", "-W", "-b", "html", folder, join(folder, "_build")]),
      });
      const page = await site.page();
      await page.goto(`${url}index.html`);
      assert.deepEqual(await totals(page, expected.length), expected);
      await assertOnly(page, /favicon\.ico/);
      await assertAsksAndDraws(`${url}exercise.html`);
    });
  }

  test("a site made by MkDocs Material, that changes pages without loading them", async (context) => {
    const program = programs.mkdocs();
    if (!isHere(program, "MkDocs", context) || !isHere(programs.material(), "MkDocs Material", context)) return;
    const url = await built("mkdocs", {
      files: "docs/rnn",
      site: "site",
      build: (folder) => execute(program, ["build", "--quiet"], { cwd: folder }),
    });
    const page = await site.page();
    await page.goto(`${url}index.html`);
    assert.deepEqual(await totals(page, 1), ["12,544"]);
    await page.evaluate(() => {
      Object.assign(window, { stayed: true });
      const next = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a")]).find(({ href }) =>
        href.includes("stack"),
      );
      next?.click();
    });
    await page.waitFor(
      () =>
        location.pathname.includes("stack") &&
        document.querySelector("rnn-params")?.getAttribute("framework") === "keras",
    );
    assert.deepEqual(await totals(page, 1), ["1,224"]);
    await page.fill("rnn-params >>> #input", "4");
    await page.waitFor(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent === "888",
    );
    assert.ok(await page.evaluate(() => "stayed" in window), "the page was not loaded anew");
    await assertAsksAndDraws(`${url}exercise/`);
  });

  test("a notebook as HTML, by nbconvert", async (context) => {
    const program = programs.nbconvert();
    if (!isHere(program, "nbconvert", context)) return;
    const url = await built("nbconvert", {
      files: "rnn",
      site: ".",
      build: (folder) =>
        execute(
          program,
          [
            "--to",
            "html",
            "--HTMLExporter.mathjax_url=",
            "--HTMLExporter.require_js_url=",
            "notes.ipynb",
            "exercise.ipynb",
          ],
          { cwd: folder },
        ),
    });
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    assert.deepEqual(await totals(page, 1), ["3,104"]);
    await assertOnly(page, /favicon\.ico|require|mathjax/i);
    await assertAsksAndDraws(`${url}exercise.html`, /favicon\.ico|require|mathjax/i);
  });

  test("slides of reveal.js keep their keys, and the element its own", async () => {
    const url = await built("reveal", {
      files: "rnn",
      site: ".",
      build: (folder) => cp(reveal, join(folder, "reveal.js"), { recursive: true }),
    });
    const page = await site.page({ width: 1024, height: 700 });
    await page.goto(`${url}index.html`);
    assert.deepEqual(await totals(page, 1), ["399"]);
    await page.waitFor(() => document.querySelector(".reveal")?.classList.contains("ready") === true);
    const slide = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".slides > section")].findIndex((one) => one.classList.contains("present")),
      );
    await page.press("ArrowRight");
    await page.waitFor(() => document.querySelectorAll(".slides > section")[1].classList.contains("present"));
    await page.fill("rnn-params >>> #input", "64");
    await page.press("ArrowLeft");
    await page.press("ArrowUp");
    assert.equal(await slide(), 1, "a field's keys move no slide");
    assert.equal(await page.evaluateOn("rnn-params >>> .total b", (total) => total.textContent), "1,554");
    await page.focus("rnn-params >>> .open");
    await page.press("n");
    assert.equal(await slide(), 1, "n shows the next step, not the next slide");
    const told = await page.evaluateOn(
      "rnn-params",
      (element) => element.shadowRoot.querySelectorAll(".stage .step").length,
    );
    assert.equal(told, 1);
    await page.press("ArrowLeft");
    await page.waitFor(() => document.querySelectorAll(".slides > section")[0].classList.contains("present"));
    await assertAsksAndDraws(`${url}exercise.html`);
  });

  test("twenty on a page: one core, and every total", async () => {
    const models = Array.from({ length: 20 }, (_, index) => index + 1);
    const url = await site.variant((folder) =>
      writeFile(
        join(folder, "many.html"),
        `<!doctype html><meta charset="utf-8" /><title>Many</title><link rel="icon" href="data:," /><script type="module" src="rnn-params.js"></script>
        ${models.map((units) => `<rnn-params input="10" layers="RNN(${units})"></rnn-params>`).join("\n")}`,
      ),
    );
    const page = await site.page();
    await page.goto(`${url}many.html`);
    const expected = models.map((units) => String(units * (units + 10 + 1)));
    assert.deepEqual(await totals(page, 20), expected);
    await page.waitFor(() => performance.getEntriesByType("resource").some(({ name }) => /core_rest-/.test(name)));
    const loads = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => /(core_\w+)-[^/]*\.wasm$/.exec(name)?.[1])
        .filter(Boolean),
    );
    assert.deepEqual(loads, ["core_first", "core_rest"], "each part once");
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll("rnn-params")].map((one) => String(/** @type {any} */ (one).total)),
    );
    assert.deepEqual(ids, expected);
  });
});
