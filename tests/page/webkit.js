/** WebKit: WebKitGTK's MiniBrowser on a virtual screen, driven by WebKitWebDriver. */
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { Builder, Key } from "selenium-webdriver";
import { found, miniBrowser, webKitDriver, xvfb } from "../tools/programs.js";
import { find, Page, poll } from "./page.js";

/** @import { Browser, PageOptions } from "./browsers.js" */
/** @import { ChildProcess } from "node:child_process" */

/** What would take longer than what it makes faster, for pages that are soon left: layers for a graphics card, and WebAssembly compiled twice. */
const sparing = { WEBKIT_DISABLE_COMPOSITING_MODE: "1", JSC_useOMGJIT: "0" };

/** @returns {Promise<Browser>} */
export async function launchWebKit() {
  const driverPath = found(webKitDriver(), "WebKitWebDriver");
  const browserPath = found(miniBrowser(), "MiniBrowser");
  const screenPath = found(xvfb(), "Xvfb");
  const processes = new ProcessGroups();
  /** @type {Set<WebKitPage>} */
  const pages = new Set();
  /** @type {Promise<string> | undefined} */
  let display;

  /** @param {PageOptions} [options] every page is a MiniBrowser of its own: a driver can have only one */
  async function page({ width = 1024, height = 768, colorScheme = "light", javaScript = true } = {}) {
    if (!javaScript) throw new Error("WebKit cannot be driven without JavaScript");
    display ??= startScreen(screenPath, processes);
    const port = await freePort();
    const server = `http://127.0.0.1:${port}`;
    processes.start(driverPath, [`--port=${port}`], {
      env: { DISPLAY: await display, NO_AT_BRIDGE: "1", ...sparing },
    });
    await poll(() => fetch(`${server}/status`).then((response) => response.ok), "WebKitWebDriver");

    const args = ["--automation", ...(colorScheme === "dark" ? ["--dark-mode"] : [])];
    const driver = await new Builder()
      .usingServer(server)
      .withCapabilities({
        browserName: "MiniBrowser",
        pageLoadStrategy: "none", // to listen to a page while it loads
        "webkitgtk:browserOptions": { binary: browserPath, args },
      })
      .build();
    const page = new WebKitPage(driver, () => pages.delete(page));
    pages.add(page);
    await page.resize(width, height);
    return page;
  }

  async function close() {
    await Promise.allSettled([...pages].map((page) => page.close()));
    processes.end();
  }

  return { engine: "webkit", page, close };
}

class WebKitPage extends Page {
  #driver;
  #onClose;
  /** @type {string[]} */
  #errors = [];
  /** @type {string[]} */
  #violations = [];

  /**
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {() => void} onClose
   */
  constructor(driver, onClose) {
    super();
    this.#driver = driver;
    this.#onClose = onClose;
  }

  /**
   * The viewport, not the window.
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    const window = this.#driver.manage().window();
    await window.setRect({ x: 0, y: 0, width, height });
    const inner = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await window.setRect({ x: 0, y: 0, width: width + width - inner.width, height: height + height - inner.height });
  }

  /**
   * @override
   * @param {string} url
   */
  async goto(url) {
    const [wanted, hash] = url.split("#");
    const [present] = (await this.url()).split("#");
    await this.#harvest();
    if (wanted === present && hash !== undefined) {
      await this.evaluate((address) => location.assign(address), url);
      return;
    }
    await this.evaluate(() => void Object.assign(window, { left: true }));
    await this.#driver.get(url);
    const loaded = () => this.evaluate(() => !("left" in window) && document.readyState === "complete");
    await poll(loaded, `goto(${url})`);
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
    return this.#run(fn, args);
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
    return this.#run(fn, [await this.#element(selector), ...args]);
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
    await this.#driver.switchTo().frame(0);
    try {
      return await this.#run(fn, args);
    } finally {
      await this.#driver.switchTo().defaultContent();
    }
  }

  /**
   * @override
   * @param {string} text
   */
  async type(text) {
    await this.#driver.actions().sendKeys(text).perform();
  }

  /**
   * @override
   * @param {string} combination
   */
  async press(combination) {
    const keys = combination.split(/(?<=.)\+/).map(keyCode);
    const last = /** @type {string} */ (keys.pop());
    const actions = this.#driver.actions();
    for (const key of keys) actions.keyDown(key);
    actions.keyDown(last).keyUp(last);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  }

  /**
   * WebDriver's own click does not believe that an element in a shadow root can be clicked. Like it, this waits until the element
   * stands still and nothing covers its middle.
   * @override
   * @param {string} selector
   */
  async click(selector) {
    const middle = await poll(() => this.evaluateOn(selector, steadyMiddle), `a steady ${selector}`);
    await this.#driver.actions().move(middle).click().perform();
  }

  /**
   * @override
   * @param {number} x
   * @param {number} y
   */
  async tap(x, y) {
    await this.#driver
      .actions()
      .move({ x: Math.round(x), y: Math.round(y) })
      .click()
      .perform();
  }

  /**
   * @override
   * @param {{ x: number, y: number }} from
   * @param {{ x: number, y: number }} to
   */
  async swipe(from, to) {
    const whole = (/** @type {{ x: number, y: number }} */ { x, y }) => ({ x: Math.round(x), y: Math.round(y) });
    await this.#driver.actions().move(whole(from)).press().move(whole(to)).release().perform();
  }

  /** @override */
  async back() {
    await this.#harvest();
    await this.#driver.navigate().back();
  }

  /**
   * @override
   * @param {string} path
   */
  async screenshot(path) {
    await writeFile(path, await this.#driver.takeScreenshot(), "base64");
  }

  /** @override */
  async consoleErrors() {
    await this.#harvest();
    return [...this.#errors];
  }

  /** @override */
  async violations() {
    await this.#harvest();
    return [...this.#violations];
  }

  /** @override */
  async close() {
    this.#onClose();
    await this.#driver.quit();
  }

  /** Takes what listen() gathered, before the document that holds it goes away. */
  async #harvest() {
    const { errors, violations } = await this.evaluate(() => {
      const heard = /** @type {any} */ (window).heard;
      return { errors: heard.errors.splice(0), violations: heard.violations.splice(0) };
    });
    this.#errors.push(...errors);
    this.#violations.push(...violations);
  }

  /**
   * Runs a function in the page, listening from then on.
   * @param {Function} fn
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  async #run(fn, args) {
    const { value, error } = await this.#driver.executeAsyncScript(
      `(${listen})();
      const [done, ...args] = [...arguments].reverse();
      new Promise((resolve) => resolve((${fn})(...args.reverse()))).then(
        (value) => done({ value }),
        (error) => done({ error: String(error) }),
      );`,
      ...args,
    );
    if (error) throw new Error(error);
    return value ?? undefined;
  }

  /** @param {string} selector */
  async #element(selector) {
    return poll(() => this.#driver.executeScript(`return (${find})(...arguments)`, selector), selector);
  }
}

/**
 * Runs in the page: where to click on an element; undefined while it moves or is covered.
 * @param {Element} element
 */
async function steadyMiddle(element) {
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const middle = () => {
    const box = element.getBoundingClientRect();
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  };
  const before = middle();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { x, y } = middle();
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const hit = root.elementFromPoint(x, y);
  const label = hit?.closest("label");
  const uncovered = hit !== null && (element.contains(hit) || label?.contains(element));
  return before.x === x && before.y === y && uncovered ? { x, y } : undefined;
}

/** Runs in the page, as often as one likes: gathers what consoleErrors() and violations() tell. */
function listen() {
  if ("heard" in window) return;
  /** @type {{ errors: string[], violations: string[] }} */
  const heard = { errors: [], violations: [] };
  Object.defineProperty(window, "heard", { value: heard });

  const { error } = console;
  console.error = (...args) => {
    heard.errors.push(args.map(String).join(" "));
    error.apply(console, args);
  };
  window.addEventListener(
    "error",
    (event) => {
      const target = /** @type {any} */ (event.target);
      heard.errors.push(event.message ?? `did not load: ${target.src ?? target.href}`);
    },
    true,
  );
  window.addEventListener("unhandledrejection", (event) => heard.errors.push(String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => {
    heard.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
}

/** Programs, each with its children, that end no later than this process. */
class ProcessGroups {
  /** @type {Map<number, NodeJS.Signals>} */
  #leaders = new Map();
  #end = () => this.end();
  #exit = () => process.exit(1);

  constructor() {
    process.on("exit", this.#end);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, this.#exit);
  }

  /**
   * @param {string} program
   * @param {string[]} args
   * @param {{ env?: Record<string, string>, end?: NodeJS.Signals, stream?: boolean }} [options]
   *   `end`: the signal that ends it; `stream`: whether its fourth stream will be read
   * @returns {ChildProcess}
   */
  start(program, args, { env = {}, end = "SIGKILL", stream = false } = {}) {
    const child = spawn(program, args, {
      detached: true, // leads a process group of its own
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "ignore", stream ? "pipe" : "ignore"],
    });
    child.unref();
    if (child.pid) this.#leaders.set(child.pid, end);
    return child;
  }

  end() {
    for (const [leader, signal] of this.#leaders) {
      try {
        process.kill(-leader, signal);
      } catch {
        // it has ended by itself
      }
    }
    this.#leaders.clear();
    process.off("exit", this.#end);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, this.#exit);
  }
}

/**
 * @param {string} program
 * @param {ProcessGroups} processes
 * @returns {Promise<string>} the display's name, such as ":99"
 */
async function startScreen(program, processes) {
  // It ends by SIGTERM to tidy up its socket.
  const args = ["-displayfd", "3", "-screen", "0", "2600x2600x24", "-nolisten", "tcp"];
  const child = processes.start(program, args, { end: "SIGTERM", stream: true });
  const stream = /** @type {import("node:stream").Readable} */ (child.stdio[3]);
  return new Promise((resolve, reject) => {
    let display = "";
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`Xvfb ended with exit code ${code}`)));
    stream.on("data", (data) => {
      display += data;
      if (!display.endsWith("\n")) return; // closing the pipe too early would end Xvfb
      resolve(`:${display.trim()}`);
      stream.destroy();
    });
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} name in KeyboardEvent.key
 * @returns {string} WebDriver's code for it
 */
function keyCode(name) {
  if (name.length === 1) return name;
  if (name === "Backspace") return Key.BACK_SPACE;
  const constant = name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase(); // ArrowDown → ARROW_DOWN
  const code = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (Key))[constant];
  if (typeof code !== "string") throw new Error(`no key ${name}`);
  return code;
}
