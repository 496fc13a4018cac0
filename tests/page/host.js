/**
 * A page on another origin with the built page in a frame, as hosts have it. Each kind of host follows the announced height in its
 * own way, as its documentation or its source has it, see web/hosts/frame/dialects.js.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** @typedef {import("./page.js").Page} Page */

/**
 * @typedef {object} FrameOptions
 * @property {keyof typeof hosts} [kind] who follows; by default nobody
 * @property {string} [sandbox] the attribute; by default there is none
 * @property {string} [style] of the frame
 */

/** A page without anything, beside the built page's files. */
export const hostName = "host.html";
/** @param {string} folder */
export const writeHost = (folder) =>
  writeFile(
    join(folder, hostName),
    '<!doctype html><meta charset="utf-8"><title>Course notes</title><link rel="icon" href="data:,"><body></body>',
  );

/** What each host does with a message. Runs in the page. */
const hosts = {
  silent: () => {},
  own: (/** @type {HTMLIFrameElement} */ frame, /** @type {any} */ data) => {
    if (data.type === "rnn-params:resize") frame.style.height = `${data.height}px`;
  },
  generous: (/** @type {HTMLIFrameElement} */ frame, /** @type {any} */ data) => {
    if (data.type === "rnn-params:resize") frame.style.height = `${data.height + 40}px`;
  },
  h5p: (/** @type {HTMLIFrameElement} */ frame, /** @type {any} */ data) => {
    if (data.context !== "h5p") return;
    if (data.action === "hello") {
      frame.style.width = "100%";
      frame.contentWindow?.postMessage({ context: "h5p", action: "hello" }, "*");
    }
    if (data.action === "resize") frame.style.height = `${data.scrollHeight}px`;
  },
  canvas: (/** @type {HTMLIFrameElement} */ frame, /** @type {any} */ data) => {
    if (data.subject !== "lti.frameResize") return;
    frame.style.height = `${data.height}px`;
    frame.contentWindow?.postMessage({ subject: "lti.frameResize.response" }, "*");
  },
  embedly: (/** @type {HTMLIFrameElement} */ frame, /** @type {any} */ data) => {
    if (typeof data !== "string") return;
    const { context, height, src } = JSON.parse(data);
    if (context === "iframe.resize" && src === frame.src) frame.style.height = `${height}px`;
  },
  observable: (/** @type {HTMLIFrameElement} */ frame, /** @type {any} */ data) => {
    frame.style.height = `${data.height}px`;
  },
  /** Says that it follows, but has a height of its own. */
  stubborn: (/** @type {HTMLIFrameElement} */ frame, /** @type {any} */ data) => {
    if (data.type === "rnn-params:resize") frame.contentWindow?.postMessage({ type: "rnn-params:resized" }, "*");
  },
};

/**
 * Opens the host's page with a frame.
 * @param {Page} page
 * @param {string} host its address
 * @param {string} address the frame's
 * @param {FrameOptions} [options]
 */
export async function openFrame(page, host, address, { kind = "silent", sandbox, style = "" } = {}) {
  await page.goto(`${host}${hostName}`);
  await page.evaluate(
    (address, source, sandbox, style) => {
      const follow = new Function(`return ${source}`)();
      const frame = document.createElement("iframe");
      /** @type {{ data: any, at: number }[]} */
      const said = [];
      Object.assign(window, { said });
      addEventListener("message", ({ data, source }) => {
        if (source !== frame.contentWindow) return;
        said.push({ data, at: performance.now() });
        follow(frame, data);
      });
      frame.style.cssText = `border: 0; width: 640px; height: 200px; ${style}`;
      if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
      frame.src = address;
      document.body.append(frame);
    },
    address,
    `${hosts[kind]}`,
    sandbox ?? null,
    style,
  );
}

/**
 * What the frame said so far.
 * @param {Page} page
 * @returns {Promise<{ data: any, at: number }[]>}
 */
export const said = (page) => page.evaluate(() => /** @type {any} */ (window).said);

/**
 * Waits until the frame has its answer.
 * @param {Page} page
 */
export async function answeredInFrame(page) {
  await page.waitForInFrame(() => Boolean(/** @type {any} */ (document.querySelector("rnn-params"))?.summary));
}

/**
 * Waits until nothing more is said, for longer than anything is held back, and gives all that was.
 * @param {Page} page
 */
export async function atRest(page) {
  await answeredInFrame(page);
  const asked = await page.evaluate(() => performance.now());
  await page.waitFor((asked) => {
    const last = /** @type {any} */ (window).said.at(-1)?.at ?? asked;
    return performance.now() - last > 1100 && performance.now() - asked > 400;
  }, asked);
  return said(page);
}

/**
 * How the frame looks from inside.
 * @param {Page} page
 */
export const inside = (page) =>
  page.evaluateInFrame(() => {
    const root = document.documentElement;
    const element = /** @type {any} */ (document.querySelector("rnn-params"));
    return {
      total: element.shadowRoot.querySelector(".total b")?.textContent ?? "",
      title: document.title,
      lang: root.lang,
      /** Of the content, without the room that the window leaves. */
      content: document.querySelector("main")?.getBoundingClientRect().height ?? 0,
      window: innerHeight,
      overflows: root.scrollHeight > innerHeight,
      hidden: getComputedStyle(root).overflowY === "hidden",
      scheme: getComputedStyle(root).colorScheme,
      ground: getComputedStyle(root).backgroundColor,
      ink: getComputedStyle(document.body).color,
      asked: performance.getEntriesByType("resource").map(({ name }) => name),
      entries: history.length,
      address: location.href,
    };
  });
