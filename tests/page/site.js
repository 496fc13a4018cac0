/**
 * The built page, served as a teacher would put it up, and what a reader sees of it. One set of tests runs in every browser:
 *
 *   inEveryBrowser((site) => {
 *     test("a first visit", async () => {
 *       const page = await site.open("");
 *       assert.equal((await look(page)).total, "12,416");
 *
 * After each test the pages have to be quiet: no error in the console, nothing refused by the Content Security Policy.
 * DIST names another folder than dist/ to test.
 */
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../tools/serve.js";
import { engines, launch } from "./browsers.js";

/** @import { Browser, Engine, PageOptions } from "./browsers.js" */
/** @import { Page } from "./page.js" */

export const dist = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** The page is served below a path, as it will be on a course's server. */
const path = "/notes/rnn/";

/** The selector of something within the element. */
export const within = (/** @type {string} */ selector) => `rnn-params >>> ${selector}`;

const grouping = new Intl.NumberFormat("en");
/** A number as the page writes it. */
export const grouped = (/** @type {number | bigint | string} */ number) => grouping.format(BigInt(number));

/** @param {(site: Site) => void} tests */
export function inEveryBrowser(tests) {
  for (const engine of engines) inBrowser(engine, tests);
}

/**
 * @param {Engine} engine
 * @param {(site: Site) => void} tests
 */
export function inBrowser(engine, tests) {
  describe(engine, () => {
    const site = new Site(engine);
    before(() => site.start());
    afterEach(() => site.assertQuiet());
    after(() => site.close());
    tests(site);
  });
}

/** Starting a browser takes longer than most tests: those of one process share it. @type {Map<Engine, Promise<Browser>>} */
const browsers = new Map();
after(async () => {
  for (const browser of browsers.values()) await (await browser).close();
});

/** @param {Engine} engine */
function running(engine) {
  const browser = browsers.get(engine) ?? launch(engine);
  browsers.set(engine, browser);
  return browser;
}

/** A server, and pages in a browser. Pages of equal options are one page, for it is cheaper to load another address than to open another. */
class Site {
  engine;
  url = "";
  /** @type {Browser | undefined} */
  #browser;
  /** @type {Map<string, Promise<Page>>} */
  #pages = new Map();
  /** How many complaints of each page were heard already. @type {Map<Page, [errors: number, violations: number]>} */
  #heard = new Map();
  /** What has to be closed or removed at the end. @type {(() => Promise<unknown>)[]} */
  #leftovers = [];

  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  async start() {
    this.#browser = await running(this.engine);
    this.url = await this.#serve(dist);
  }

  /** @param {string} folder */
  async #serve(folder) {
    const server = await serve(folder, { path });
    this.#leftovers.push(() => server.close());
    return server.url;
  }

  /**
   * The site with some of its files changed.
   * @param {(folder: string) => Promise<unknown>} change is given a copy of the built page
   * @returns {Promise<string>} the copy's address
   */
  async variant(change) {
    const folder = await mkdtemp(join(tmpdir(), "rnn-params-page-"));
    this.#leftovers.push(() => rm(folder, { recursive: true }));
    await cp(dist, folder, { recursive: true });
    await change(folder);
    return this.#serve(folder);
  }

  /**
   * @param {PageOptions} [options]
   * @returns {Promise<Page>}
   */
  page(options = {}) {
    const key = JSON.stringify(options);
    const page = this.#pages.get(key) ?? /** @type {Browser} */ (this.#browser).page(options);
    this.#pages.set(key, page);
    return page;
  }

  /**
   * The built page, with the first answer there.
   * @param {string} search the address's query, "?input=…"
   * @param {PageOptions} [options]
   */
  async open(search, options) {
    const page = await this.page(options);
    await page.goto(this.url + search);
    await answered(page);
    return page;
  }

  /**
   * What went wrong in a page since this was last asked.
   * @param {Page} page
   */
  async complaints(page) {
    const [errors, violations] = [await page.consoleErrors(), await page.violations()];
    const [before, refused] = this.#heard.get(page) ?? [0, 0];
    this.#heard.set(page, [errors.length, violations.length]);
    return { errors: errors.slice(before), violations: violations.slice(refused) };
  }

  async assertQuiet() {
    for (const [options, page] of this.#pages) {
      if (options.includes('"javaScript":false')) continue; // its scripts can't be asked, and can't complain
      assert.deepEqual(await this.complaints(await page), { errors: [], violations: [] });
    }
  }

  async close() {
    await Promise.allSettled([...this.#pages.values()].map(async (page) => (await page).close()));
    for (const end of this.#leftovers.reverse()) await end();
  }
}

/**
 * Waits until the element shows an answer, and what goes beyond the derivation too, or an exercise in its place.
 * @param {Page} page
 */
export async function answered(page) {
  await page.waitFor(() =>
    Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".derivation > .rest, .exercise-screen")),
  );
}

/**
 * What is on the page: a reader's look at it.
 * @param {Page} page
 */
export function look(page) {
  return page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const clean = (/** @type {Element | null} */ node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
    const all = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)].map(clean);
    const radios = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("#framework [type=radio]")]);
    const fields = /** @type {HTMLInputElement[]} */ ([
      ...root.querySelectorAll("input[type=text]:not(#got), select:not(#more-frameworks)"),
    ]).filter((field) => field.checkVisibility());
    return {
      /** "—" where it says that there is none. */
      total: root.querySelector(".total .none") ? "—" : clean(root.querySelector(".total b")),
      title: document.title,
      /** Each framework's total. */
      totals: Object.fromEntries(radios.map((radio) => [radio.value, clean(radio.closest("label")).split(" ").at(-1)])),
      framework: radios.find((radio) => radio.checked)?.value ?? "",
      /** The values of the model's fields in view, by id. What asks about its number stands below, and comes later. */
      fields: /** @type {Record<string, string>} */ (Object.fromEntries(fields.map(({ id, value }) => [id, value]))),
      /** The fields that are marked as wrong, by id. */
      red: [...root.querySelectorAll("[aria-invalid=true]")].map(({ id }) => id),
      wrong: all(".wrong"),
      asks: all(".asks"),
      search: location.search,
      entries: history.length,
    };
  });
}

/**
 * Waits until what was typed into a blank has rested for long enough to be looked at: see web/parts/rested.js.
 * @param {Page} page
 */
export const rested = (page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));

/**
 * All that can be read in the window just now, formulas by their labels: what is hidden or folded is left out.
 * @param {Page} page
 * @returns {Promise<string>}
 */
export function reading(page) {
  return page.evaluateOn("body", async (body) => {
    await /** @type {any} */ (document.querySelector("rnn-params"))?.updateComplete;
    const inline = ["A", "B", "CODE", "I", "SMALL", "SPAN", "SUB", "SUP"];
    /** @type {(node: any) => string} */
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE) return "";
      const boxless = node.localName === "slot" || getComputedStyle(node).display === "contents";
      if (!boxless && !node.checkVisibility({ visibilityProperty: true })) return "";
      if (node.ariaLive || node.getAttribute("aria-live") || node.ariaHidden === "true") return "";
      if (node.getAttribute("role") === "img") return ` ${node.getAttribute("aria-label")} `;
      const children =
        node.shadowRoot?.childNodes ?? (node.localName === "slot" ? node.assignedNodes() : node.childNodes);
      const text = [...children].map(read).join("");
      if (node.tagName === "SUP") return `^${text}`;
      if (node.tagName === "SUB") return `_${text}`;
      return inline.includes(node.tagName) ? text : ` ${text} `;
    };
    return read(body).replace(/\s+/g, " ").trim();
  });
}

/**
 * Puts the cursor behind the last letter of a field.
 * @param {Page} page
 * @param {string} selector
 */
export async function enter(page, selector) {
  await page.evaluateOn(selector, (field) => {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
}

/**
 * Clicks on what says `label`, as soon as it is in view.
 * @param {Page} page
 * @param {string} selector of links or buttons within the element
 * @param {string} label
 */
export async function clickOn(page, selector, label) {
  await page.waitFor(
    (selector, label) => {
      const all = document.querySelector("rnn-params")?.shadowRoot?.querySelectorAll(selector) ?? [];
      const found = [...all].find((one) => one.textContent?.trim() === label && one.checkVisibility());
      for (const one of all) one.toggleAttribute("data-wanted", one === found);
      return Boolean(found);
    },
    selector,
    label,
  );
  await page.click(within(`${selector}[data-wanted]`));
}

/**
 * The address of a model, as a reader would write it.
 * @param {string} query
 */
export const link = (query) => `?${query.replaceAll(" ", "+")}`;
