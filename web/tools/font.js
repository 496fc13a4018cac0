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
    await writeFile(join(folder, name), await subsetFont(await readFile(resolve(source)), text, plain));
  }
}
