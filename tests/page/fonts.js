/**
 * Typefaces that come with the tests, for pictures: text is as wide, and looks the same, whatever fonts a machine has.
 * Noto Sans in both scripts; STIX Two Math for arrows and other signs, and the page's own cut of it for formulas.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** @import { Page } from "./page.js" */

const { resolve } = createRequire(import.meta.url);

/** @type {[family: string, weight: string, file: string][]} */
const faces = [
  ...["400", "500", "600", "700"].flatMap((weight) => [
    face("noto-sans", "latin", weight),
    face("noto-sans-devanagari", "devanagari", weight),
  ]),
  face("stix-two-math", "latin", "400"),
];

/**
 * @param {string} font
 * @param {string} script
 * @param {string} weight
 * @returns {[family: string, weight: string, file: string]}
 */
function face(font, script, weight) {
  return [`test ${font}`, weight, `@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`];
}

const families = [...new Set(faces.map(([family]) => `"${family}"`))].join(", ");
const sheet = `:root, rnn-params { --text: ${families}; --code: ${families}; --formula: "rnn-params formula", ${families} }`;

/** @type {Promise<[family: string, weight: string, data: string][]> | undefined} */
let loaded;

/**
 * Lets the page use them instead of the system's.
 * @param {Page} page
 */
export async function useTestFonts(page) {
  loaded ??= Promise.all(
    faces.map(async ([family, weight, file]) => [family, weight, await readFile(resolve(file), "base64")]),
  );
  await page.evaluate(
    async (faces, sheet) => {
      for (const [family, weight, data] of faces) {
        const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
        document.fonts.add(await new FontFace(family, bytes, { weight }).load());
      }
      const style = new CSSStyleSheet();
      style.replaceSync(sheet);
      document.adoptedStyleSheets.push(style);
      await Promise.all(
        ['1em "rnn-params formula"', '600 1em "rnn-params formula"'].map((font) => document.fonts.load(font)),
      );
      await document.fonts.ready;
    },
    await loaded,
    sheet,
  );
}
