/** What the page weighs: what a browser asks for until a derivation stands, by file, and every build, beside the peers'. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import puppeteer from "puppeteer-core";
import { chromiumArgs } from "../page/puppeteer.js";
import { laterAsked, notes, resources, watch, weigh } from "../page/weighing.js";
import { chromium, found } from "../tools/programs.js";
import { serve } from "../tools/serve.js";

/** @param {string} path */
export const packed = async (path) => brotliCompressSync(await readFile(path)).length;

/** @typedef {{ what: string, sum: number, files: { name: string, size: number, sent: number }[] }} Load */

/** @param {string} dist a folder with the built page, whose pages are changed */
export async function weighPage(dist) {
  await writeFile(join(dist, "watch.js"), watch);
  const script = '<script src="./watch.js"></script><title>';
  const index = await readFile(join(dist, "index.html"), "utf8");
  await writeFile(join(dist, "watched.html"), index.replace("<title>", script));
  await writeFile(join(dist, "notes.html"), notes.replace("<title>", script));
  const server = await serve(dist, { path: "/notes/rnn/" });
  const browser = await puppeteer.launch({ executablePath: found(chromium(), "Chromium"), args: chromiumArgs });
  /** @type {Load[]} */
  const loads = [];
  try {
    for (const [what, file, search] of [
      ["a link with a model of its own", "watched.html", "?framework=keras&input=64&layers=LSTM(32),LSTM(32)"],
      ["a first visit", "watched.html", ""],
      ["a widget", "notes.html", ""],
    ]) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.goto(server.url + file + search);
      await page.waitForFunction(laterAsked, { timeout: 60_000 });
      const asked = (await page.evaluate(resources))
        .filter(({ before }) => before)
        .map(({ address }) => address.replace(server.url, "").split("?")[0])
        .filter((name) => name !== "watch.js");
      const markup = file === "watched.html" ? "index.html" : file;
      const files = await Promise.all([...new Set([markup, ...asked])].map((name) => weigh(dist, name)));
      files.sort((one, other) => other.sent - one.sent);
      loads.push({ what, sum: files.reduce((sum, { sent }) => sum + sent, 0), files });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return loads;
}

/** What is one file each, and the questions' module with its glue: bytes as sent. @param {string} dist */
export async function weighBuilds(dist) {
  const assets = await readdir(join(dist, "assets"));
  const sent = (/** @type {RegExp} */ pattern) =>
    Promise.all(assets.filter((name) => pattern.test(name)).map((name) => packed(join(dist, "assets", name))));
  const sum = (/** @type {number[]} */ sizes) => sizes.reduce((all, size) => all + size, 0);
  const core = sum(await sent(/^core-.*\.(wasm|js)$/));
  const names = (await readdir(dist)).filter((name) => /^(rnn-params|embed|widget)\.(html|mjs)$/.test(name));
  return {
    core,
    questions: sum(await sent(/^questions-.*\.wasm$/)) + Math.max(...(await sent(/^questions-.*\.js$/))),
    files: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await packed(join(dist, name))]))),
  };
}
