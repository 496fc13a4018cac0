/**
 * Pictures of the page beside those that somebody looked at and found right, tests/page/screenshots/.
 * With UPDATE in the environment they become the right ones, see .github/CONTRIBUTING.md.
 */
import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { root } from "../../web/tools/run.js";

/** @import { Page } from "./page.js" */

const references = join(root, "tests", "page", "screenshots");
/** Where a picture that differs is left, and beside it what differs. */
const results = join(root, "build", "screenshots");

const shown = (/** @type {string} */ path) => relative(root, path);
const accept = "If that is how it should look: npm run screenshots -- --update";

/**
 * How far apart colours may be, from 0 to 1, black from white; and how many pixels may be further apart in any square of that
 * side. The edges of letters don't count. A share of the whole picture would let an arrow go.
 */
const tolerance = { threshold: 0.03, windowSize: 16 };
const most = 3;

/**
 * Fails unless the viewport looks as in the reference.
 * @param {Page} page
 * @param {string} name of the picture
 */
export async function assertLooks(page, name) {
  await mkdir(results, { recursive: true });
  const [reference, actual, difference] = [
    join(references, `${name}.png`),
    join(results, `${name}.png`),
    join(results, `${name}-difference.png`),
  ];
  await page.screenshot(actual);
  if (process.env.UPDATE) {
    await mkdir(references, { recursive: true });
    await writeFile(reference, small(PNG.sync.read(await readFile(actual))));
    return;
  }
  const [seen, wanted] = await Promise.all([read(actual), read(reference)]);
  assert.ok(wanted, `There is no ${shown(reference)} to compare ${shown(actual)} with. ${accept}`);
  assert.ok(seen);
  const size = ({ width = 0, height = 0 }) => `${width} × ${height}`;
  assert.equal(size(seen), size(wanted), `${shown(actual)} and ${shown(reference)} differ in size. ${accept}`);
  const { width, height } = seen;
  const drawn = new PNG({ width, height });
  const counted = pixelmatch(wanted.data, seen.data, drawn.data, width, height, tolerance);
  if (counted <= most) {
    await Promise.all([actual, difference].map((file) => rm(file, { force: true })));
    return;
  }
  await writeFile(difference, PNG.sync.write(drawn));
  assert.fail(
    `${shown(actual)} looks different from ${shown(reference)}: see ${shown(difference)} (${counted} pixels in one place). ${accept}`,
  );
}

/**
 * A picture as a small file: the rare colours, which are edges of letters, are rounded by less than the tolerance.
 * @param {PNG} picture
 */
function small({ width, height, data }) {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  /** @type {Map<number, number>} */
  const times = new Map();
  for (const color of pixels) times.set(color, (times.get(color) ?? 0) + 1);
  const rare = pixels.length / 2000;
  const rounded = new PNG({ width, height });
  data.forEach((value, at) => {
    const step = Number(times.get(pixels[at >> 2])) > rare ? 1 : value < 64 ? 4 : 8;
    rounded.data[at] = Math.min(Math.round(value / step) * step, 255);
  });
  return PNG.sync.write(rounded, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

/** The names of the pictures that are there to compare with. */
export async function referenceNames() {
  return (await readdir(references)).map((file) => file.replace(/\.png$/, "")).sort();
}

/** @param {string} file */
async function read(file) {
  try {
    return PNG.sync.read(await readFile(file));
  } catch (error) {
    if (/** @type {any} */ (error).code === "ENOENT") return undefined;
    throw error;
  }
}
