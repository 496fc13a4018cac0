/**
 * A page in a browser. What every browser does in its own way is left to a subclass.
 * Values cross as JSON; functions cross as their source, so they see their arguments and nothing else from here.
 */
export class Page {
  /** How long anything is waited for, in milliseconds: long enough for a machine with much else to do. */
  static timeout = 30_000;

  /**
   * Loads a page and waits until it is there, with its scripts run once.
   * @param {string} _url
   * @returns {Promise<void>}
   */
  async goto(_url) {
    throw new Error("abstract");
  }

  /**
   * Runs a function in the page.
   * @template {unknown[]} Args
   * @template Result
   * @param {(...args: Args) => Result} _fn may be async
   * @param {Args} _args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluate(_fn, ..._args) {
    throw new Error("abstract");
  }

  /**
   * Runs a function in the page on the element of the selector.
   * @template {unknown[]} Args
   * @template Result
   * @param {string} _selector
   * @param {(element: any, ...args: Args) => Result} _fn
   * @param {Args} _args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluateOn(_selector, _fn, ..._args) {
    throw new Error("abstract");
  }

  /**
   * Runs a function in the page's one frame, of whatever origin.
   * @template {unknown[]} Args
   * @template Result
   * @param {(...args: Args) => Result} _fn may be async
   * @param {Args} _args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluateInFrame(_fn, ..._args) {
    throw new Error("abstract");
  }

  /**
   * Real key events for text, to whatever has the focus.
   * @param {string} _text
   * @returns {Promise<void>}
   */
  async type(_text) {
    throw new Error("abstract");
  }

  /**
   * A key by its name in KeyboardEvent.key, with modifiers before it: "Enter", "Shift+Tab", "Control+a".
   * @param {string} _key
   * @returns {Promise<void>}
   */
  async press(_key) {
    throw new Error("abstract");
  }

  /**
   * A real click in the middle of the element, after scrolling it into view.
   * @param {string} _selector
   * @returns {Promise<void>}
   */
  async click(_selector) {
    throw new Error("abstract");
  }

  /**
   * A finger's tap at a point of the viewport, on whatever is there; in WebKit a click.
   * @param {number} _x
   * @param {number} _y
   * @returns {Promise<void>}
   */
  async tap(_x, _y) {
    throw new Error("abstract");
  }

  /**
   * A finger that moves from one point of the viewport to another; in WebKit a pressed mouse.
   * @param {{ x: number, y: number }} _from
   * @param {{ x: number, y: number }} _to
   * @returns {Promise<void>}
   */
  async swipe(_from, _to) {
    throw new Error("abstract");
  }

  /**
   * One step back in the history.
   * @returns {Promise<void>}
   */
  async back() {
    throw new Error("abstract");
  }

  /**
   * Writes a PNG of the viewport.
   * @param {string} _path
   * @returns {Promise<void>}
   */
  async screenshot(_path) {
    throw new Error("abstract");
  }

  /**
   * What went wrong in this page so far: console.error, uncaught errors, refused promises, files that did not load.
   * WebKit is listened to from the first moments of a page, not from its very beginning.
   * @returns {Promise<string[]>}
   */
  async consoleErrors() {
    throw new Error("abstract");
  }

  /**
   * What the Content Security Policy refused so far, "directive: what". WebKit: see consoleErrors.
   * @returns {Promise<string[]>}
   */
  async violations() {
    throw new Error("abstract");
  }

  /** @returns {Promise<void>} */
  async close() {
    throw new Error("abstract");
  }

  /** @returns {Promise<string>} */
  async url() {
    return this.evaluate(() => location.href);
  }

  /**
   * @param {string} selector
   * @returns {Promise<string>} the text content, without white space around it
   */
  async text(selector) {
    return this.evaluateOn(selector, (element) => element.textContent.trim());
  }

  /** @param {string} selector */
  async focus(selector) {
    await this.evaluateOn(selector, (element) => element.focus());
  }

  /**
   * Replaces the text of a field by real key events.
   * @param {string} selector
   * @param {string} text
   */
  async fill(selector, text) {
    await this.evaluateOn(selector, (element) => {
      element.focus();
      element.select();
    });
    await (text === "" ? this.press("Backspace") : this.type(text));
  }

  /**
   * Runs a function in the page again and again until what it returns is truthy.
   * @template {unknown[]} Args
   * @template Result
   * @param {(...args: Args) => Result} fn
   * @param {Args} args
   * @returns {Promise<Awaited<Result>>}
   */
  async waitFor(fn, ...args) {
    return poll(() => this.evaluate(fn, ...args), `waitFor(${fn}${listed(args)})`);
  }

  /**
   * The same in the page's one frame.
   * @template {unknown[]} Args
   * @template Result
   * @param {(...args: Args) => Result} fn
   * @param {Args} args
   * @returns {Promise<Awaited<Result>>}
   */
  async waitForInFrame(fn, ...args) {
    return poll(() => this.evaluateInFrame(fn, ...args), `waitForInFrame(${fn}${listed(args)})`);
  }
}

/** @param {unknown[]} args */
const listed = (args) => args.map((arg) => `, ${JSON.stringify(arg)}`).join("");

/**
 * Calls until the result is truthy.
 * @template Result
 * @param {() => Promise<Result>} attempt
 * @param {string} what for the error
 * @returns {Promise<NonNullable<Result>>}
 */
export async function poll(attempt, what) {
  const end = performance.now() + Page.timeout;
  let last;
  do {
    try {
      const result = await attempt();
      if (result) return result;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while (performance.now() < end);
  throw new Error(`waited ${Page.timeout} ms in vain for ${what}`, { cause: last });
}

/**
 * Runs in the page: the element of a selector with `>>>`, or null.
 * @param {string} selector
 * @returns {Element | null}
 */
export function find(selector) {
  /** @type {ParentNode | null | undefined} */
  let scope = document;
  let element = null;
  for (const part of selector.split(">>>")) {
    element = scope?.querySelector(part.trim()) ?? null;
    scope = element?.shadowRoot;
  }
  return element;
}
