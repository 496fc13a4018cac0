/**
 * Three browsers behind one small interface, so that one test runs in all of them:
 *
 *   for (const engine of engines) {
 *     test(`… in ${engine}`, async (t) => {
 *       const browser = await launch(engine);
 *       t.after(() => browser.close());
 *       const page = await browser.page({ width: 800 });
 *       await page.goto(url);
 *       await page.fill("rnn-params >>> input", "64");
 *       assert.equal(await page.text("rnn-params >>> output"), "12,416");
 *
 * Playwright has such an interface too, but for browsers of its own: its Firefox and WebKit are builds with its patches, downloaded from
 * its servers, and those that a system has installed it can't drive (of Chromium it can). What readers have is tested here: Debian's
 * Chromium and Firefox by puppeteer-core, WebKitGTK by WebDriver.
 *
 * A selector is CSS; `>>>` steps into the open shadow root of what the left side found. Whatever a method acts on
 * may appear later: it waits, at most 10 seconds.
 */
import { launchPuppeteer } from "./puppeteer.js";
import { launchWebKit } from "./webkit.js";

/** @typedef {"chromium" | "firefox" | "webkit"} Engine */

/**
 * @typedef {object} PageOptions
 * @property {number} [width] of the viewport, by default 1024. WebKit's window is never narrower than about 450.
 * @property {number} [height] of the viewport, by default 768
 * @property {"light" | "dark" | "system"} [colorScheme] what prefers-color-scheme says; by default light. "system": whatever it
 *   says by itself, in frames too
 * @property {boolean} [forcedColors] a high-contrast theme of the system's own colours; Chromium only, as the next two
 * @property {boolean} [reducedMotion] what prefers-reduced-motion says; by default nothing
 * @property {"screen" | "print"} [media] by default screen
 * @property {boolean} [javaScript] false: the page's scripts do not run. WebKit then could not be driven and throws.
 */

/**
 * @typedef {object} Browser
 * @property {Engine} engine
 * @property {(options?: PageOptions) => Promise<import("./page.js").Page>} page opens one, with storage of its own
 * @property {() => Promise<void>} close ends the browser and everything that was started for it
 */

/** The engines to test in: all, or those in the environment variable BROWSERS, separated by commas. */
export const engines = /** @type {Engine[]} */ ((process.env.BROWSERS || "chromium,firefox,webkit").split(","));

/**
 * Starts a browser; it ends by close(), and at the latest with this process.
 * @param {Engine} engine
 * @returns {Promise<Browser>}
 */
export async function launch(engine) {
  return engine === "webkit" ? launchWebKit() : launchPuppeteer(engine);
}
