/**
 * web/font/: the signs that formulas are made of, cut from STIX Two (SIL Open Font License 1.1), so that formulas look alike in every
 * browser and weigh little. The mathematical font has one weight; the bold digits of results come from the text font.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import { load } from "../engine.js";
import { fontSources } from "./licences.js";
import { root } from "./run.js";

const digits = "0123456789,—+? ";
const signs = `${digits}abcdefghijklmnopqrstuvwxyz_−×/=()[].□^`;
/** Copyright, license and its address stay in the file, as the license asks. */
const legal = [0, 13, 14];
/** No sign of a formula changes its shape beside another, and browsers smooth what is this large without hints. */
const plain = {
  targetFormat: /** @type {const} */ ("woff2"),
  preserveNameIds: legal,
  noHinting: true,
  keepFeatures: [],
  dropTables: ["GDEF", "GPOS", "GSUB"],
};

/** The capital letters in the words that frameworks have for the sizes of layers. */
async function capitals() {
  const { catalog, explain } = await load();
  const { frameworks, layers } = catalog();
  const formulas = frameworks.flatMap(({ id }) =>
    layers.flatMap(({ names, arguments: known }) => {
      const sizes = known.filter(({ required }) => required).map(() => "1");
      const answer = explain(`framework=${id}&input=1&layers=${names[0]}(${sizes})`);
      return answer.layers.flatMap(({ steps }) => steps.map(({ symbols }) => symbols.text));
    }),
  );
  return [...new Set(formulas.join("").match(/[A-Z]/g))].join("");
}

export async function buildFont() {
  const { resolve } = createRequire(import.meta.url);
  const folder = join(root, "web", "font");
  const cuts = [
    [
      "formula-400.woff2",
      `${fontSources["formula-400"]}/files/stix-two-math-latin-400-normal.woff2`,
      signs + (await capitals()),
    ],
    ["formula-600.woff2", `${fontSources["formula-600"]}/files/stix-two-text-latin-600-normal.woff2`, digits],
  ];
  await mkdir(folder, { recursive: true });
  for (const [name, source, text] of cuts) {
    const font = await subsetFont(await readFile(resolve(source)), text, { ...plain, targetFormat: "sfnt" });
    await writeFile(join(folder, name), await subsetFont(withoutTallSigns(font), text, plain));
  }
}

/**
 * A mathematical font with its measures, but without the tall variants that its signs bring along: no sign of a formula is stretched. Browsers
 * take no list of variants that is empty: an entry stays for each direction, that has none. The table is OpenType's MATH, see
 * https://learn.microsoft.com/typography/opentype/spec/math.
 * @param {Buffer} font as tables; changed
 */
function withoutTallSigns(font) {
  const [first, size] = [12, 16]; // of the tables' records: tag, checksum, offset, length
  for (let at = first; at < first + size * font.readUInt16BE(4); at += size) {
    if (font.toString("latin1", at, at + 4) !== "MATH") continue;
    const table = font.readUInt32BE(at + 8);
    const variants = table + font.readUInt16BE(table + 8);
    const [counts, entries] = [variants + 6, variants + 10];
    for (const place of [0, 2]) {
      font.writeUInt16BE(1, counts + place);
      font.writeUInt32BE(0, variants + font.readUInt16BE(entries + place)); // of what it is assembled, how many variants
    }
  }
  return font;
}
