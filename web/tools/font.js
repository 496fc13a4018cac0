/**
 * web/font/: the signs that formulas are made of, cut from STIX Two (SIL Open Font License 1.1), so that formulas look alike in every
 * browser and weigh little. The mathematical font has one weight; the bold digits of results come from the text font.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import { root } from "./run.js";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
const digits = "0123456789,—";
/** Copyright, license and its address stay in the file, as the license asks. */
const legal = [0, 13, 14];

/** @type {{ name: string, source: string, signs: string }[]} */
const cuts = [
  {
    name: "formula-400.woff2",
    source: "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
    signs: `${letters}${digits}+−×=()[].□^ `,
  },
  {
    name: "formula-600.woff2",
    source: "@fontsource/stix-two-text/files/stix-two-text-latin-600-normal.woff2",
    signs: digits,
  },
];

export async function buildFont() {
  const { resolve } = createRequire(import.meta.url);
  const folder = join(root, "web", "font");
  await mkdir(folder, { recursive: true });
  for (const { name, source, signs } of cuts) {
    const options = { targetFormat: /** @type {const} */ ("woff2"), preserveNameIds: legal };
    await writeFile(join(folder, name), await subsetFont(await readFile(resolve(source)), signs, options));
  }
}
