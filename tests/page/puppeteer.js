/** Chromium and Firefox. */
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { chromium, chromiumShell, firefox, found } from "../tools/programs.js";
import { find, Page, poll } from "./page.js";

/** @import { Browser, PageOptions } from "./browsers.js" */

export const chromiumArgs = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--js-flags=--expose-gc", // for what must not stay in memory
  "--enable-precise-memory-info",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), // as root it does not start otherwise
];

/** Nothing on the network that a test did not ask for; frames as often as tests need them: to draw them costs a third of all work. */
const firefoxPrefs = {
  "layout.frame_rate": 20,
  "app.normandy.enabled": false,
  "browser.region.update.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
};

/**
 * @param {"chromium" | "firefox"} engine
 * @returns {Promise<Browser>}
 */
export async function launchPuppeteer(engine) {
  // Firefox takes these options when it starts, so there is one for each combination that is asked for.
  /** @type {Map<string, Promise<import("puppeteer-core").Browser>>} */
  const started = new Map();

  /**
   * @param {"light" | "dark" | "system"} colorScheme
   * @param {boolean} javaScript
   */
  function start(colorScheme, javaScript) {
    if (engine === "chromium") {
      return puppeteer.launch({
        executablePath: found(chromiumShell() ?? chromium(), "Chromium"),
        headless: chromiumShell() ? "shell" : true,
        args: [...chromiumArgs, "--font-render-hinting=slight"], // the shell's, where a window has that of fonts.conf
        env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)) },
      });
    }
    return puppeteer.launch({
      browser: "firefox",
      executablePath: found(firefox(), "Firefox"),
      extraPrefsFirefox: {
        ...firefoxPrefs,
        "layout.css.prefers-color-scheme.content-override": { dark: 0, light: 1, system: 2 }[colorScheme],
        "javascript.enabled": javaScript,
      },
    });
  }

  /** @param {PageOptions} [options] */
  async function page({ width = 1024, height = 768, colorScheme = "light", javaScript = true, ...media } = {}) {
    const key = engine === "chromium" ? "" : `${colorScheme} ${javaScript}`;
    let browser = started.get(key);
    if (!browser) {
      browser = start(colorScheme, javaScript);
      started.set(key, browser);
    }
    const context = await (await browser).createBrowserContext();
    const inner = await context.newPage();
    const page = new PuppeteerPage(inner);
    await inner.setViewport({ width, height });
    if (engine === "chromium") await emulateMedia(inner, { colorScheme, ...media });
    else if (Object.values(media).some(Boolean)) throw new Error(`not in ${engine}: ${Object.keys(media)}`);
    if (javaScript) await inner.evaluateOnNewDocument(reportViolations, PuppeteerPage.violation);
    else if (engine === "chromium") await inner.setJavaScriptEnabled(false);
    return page;
  }

  async function close() {
    const browsers = await Promise.allSettled(started.values());
    started.clear();
    await Promise.all(browsers.map((browser) => browser.status === "fulfilled" && browser.value.close()));
  }

  return { engine, page, close };
}

/**
 * By the protocol itself: Puppeteer's own method knows no forced colours.
 * @param {import("puppeteer-core").Page} page
 * @param {PageOptions} options
 */
async function emulateMedia(page, { colorScheme = "light", forcedColors, reducedMotion, media = "screen" }) {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    media,
    features: [
      { name: "prefers-color-scheme", value: colorScheme === "system" ? "" : colorScheme },
      { name: "forced-colors", value: forcedColors ? "active" : "none" },
      { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
    ],
  });
}

class PuppeteerPage extends Page {
  /** Begins a console message that is a violation. */
  static violation = "Content Security Policy refused ";

  #page;
  /** @type {string[]} */
  #errors = [];
  /** @type {string[]} */
  #violations = [];

  /** @param {import("puppeteer-core").Page} page */
  constructor(page) {
    super();
    this.#page = page;
    page.setDefaultTimeout(Page.timeout);
    page.on("console", (message) => {
      const text = message.text();
      if (text.startsWith(PuppeteerPage.violation)) {
        this.#violations.push(text.slice(PuppeteerPage.violation.length));
      } else if (message.type() === "error") {
        this.#errors.push([text, message.location().url].filter(Boolean).join(" at "));
      }
    });
    page.on("pageerror", (error) => this.#errors.push(String(error)));
  }

  /**
   * To the front: Firefox neither presses a button nor draws in a window that another one covers.
   * @override
   * @param {string} url
   */
  async goto(url) {
    await this.#page.bringToFront();
    await this.#page.goto(url);
  }

  /**
   * @override
   * @template {unknown[]} Args
   * @template Result
   * @param {(...args: Args) => Result} fn
   * @param {Args} args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluate(fn, ...args) {
    return /** @type {any} */ (this.#page).evaluate(fn, ...args);
  }

  /**
   * @override
   * @template {unknown[]} Args
   * @template Result
   * @param {string} selector
   * @param {(element: any, ...args: Args) => Result} fn
   * @param {Args} args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluateOn(selector, fn, ...args) {
    const element = await this.#element(selector);
    return /** @type {any} */ (element).evaluate(fn, ...args);
  }

  /**
   * @override
   * @template {unknown[]} Args
   * @template Result
   * @param {(...args: Args) => Result} fn
   * @param {Args} args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluateInFrame(fn, ...args) {
    const frame = await poll(async () => this.#page.frames().find((frame) => frame.parentFrame()), "a frame");
    return /** @type {any} */ (frame).evaluate(fn, ...args);
  }

  /**
   * @override
   * @param {string} text
   */
  async type(text) {
    await this.#page.keyboard.type(text);
  }

  /**
   * @override
   * @param {string} combination
   */
  async press(combination) {
    const keys = /** @type {import("puppeteer-core").KeyInput[]} */ (combination.split(/(?<=.)\+/));
    const last = /** @type {import("puppeteer-core").KeyInput} */ (keys.pop());
    for (const key of keys) await this.#page.keyboard.down(key);
    await this.#page.keyboard.press(last);
    for (const key of keys.reverse()) await this.#page.keyboard.up(key);
  }

  /**
   * @override
   * @param {string} selector
   */
  async click(selector) {
    await (await this.#element(selector)).click();
  }

  /**
   * @override
   * @param {number} x
   * @param {number} y
   */
  async tap(x, y) {
    await this.#page.touchscreen.tap(x, y);
  }

  /**
   * @override
   * @param {{ x: number, y: number }} from
   * @param {{ x: number, y: number }} to
   */
  async swipe(from, to) {
    const finger = await this.#page.touchscreen.touchStart(from.x, from.y);
    for (const part of [0.25, 0.5, 0.75, 1])
      await finger.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    await finger.end();
  }

  /** @override */
  async back() {
    await this.#page.goBack();
  }

  /**
   * @override
   * @param {string} path
   */
  async screenshot(path) {
    await this.#page.screenshot({ path: /** @type {`${string}.png`} */ (path) });
  }

  /** @override */
  async consoleErrors() {
    await this.evaluate(() => true); // messages sent before its answer have arrived with it
    return [...this.#errors];
  }

  /** @override */
  async violations() {
    await this.evaluate(() => true);
    return [...this.#violations];
  }

  /** @override */
  async close() {
    await this.#page.browserContext().close();
  }

  /**
   * @param {string} selector
   * @returns {Promise<import("puppeteer-core").ElementHandle<Element>>}
   */
  #element(selector) {
    return poll(async () => {
      const handle = await this.#page.evaluateHandle(find, selector);
      return /** @type {any} */ (handle.asElement());
    }, selector);
  }
}

/**
 * Runs in the page, before its own scripts.
 * @param {string} prefix
 */
function reportViolations(prefix) {
  document.addEventListener("securitypolicyviolation", (event) => {
    const where = event.sourceFile ? ` at ${event.sourceFile}:${event.lineNumber}` : "";
    console.debug(`${prefix}${event.effectiveDirective}: ${event.blockedURI} ${event.sample}${where}`);
  });
}
