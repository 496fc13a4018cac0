/**
 * The page's markup in a language, with all that it says before there is a script, and without one. Made by the build: the default
 * language's page is index.html, that of another one index.html in a folder of its name.
 */
import { escaped } from "../export/markup.js";
import { languages } from "../messages/languages.js";
import { workedExamples } from "./worked_examples.js";

/** @typedef {import("../messages/languages.js").Language} Language */

/** The file of a language's page, below the folder of the default one's. @param {Language} language */
export const fileOf = (language) => (language === languages[0] ? "index.html" : `${language.id}/index.html`);

/**
 * @param {string} markup index.html, whose own words are replaced
 * @param {Language} language
 * @param {import("../engine.js").Engine} engine
 */
export async function pageIn(markup, language, engine) {
  const m = await language.load();
  const site = await m.site();
  const up = language === languages[0] ? "./" : "../";
  /** @param {string} tag @param {string} key */
  const said = (tag, key) => {
    const text = site[/** @type {keyof typeof site} */ (key)];
    if (text === undefined) throw new Error(`${key} is no message of the site`);
    return { tag: tag.replace(/(?<=(?:aria-label|content)=")[^"]*/, () => escaped(text)), text };
  };
  return markup
    .replace(/(?<=(?:src|href)=")\.\//g, up)
    .replace(/(?<=<html lang=")[^"]*/, language.id)
    .replace(/(?<=<title>)[^<]*/, () => escaped(m.unfinishedTitle))
    .replace(/(<[^>]*\bdata-says="(\w+)"[^>]*>)(\s*)([^<]*)/g, (_, start, key, space, words) => {
      const { tag, text } = said(start, key);
      return tag + (words === "" ? space : escaped(text));
    })
    .replace("<!--alternates-->", () =>
      languages.map((one) => `<link rel="alternate" hreflang="${one.id}" href="${up}${fileOf(one)}" />`).join(""),
    )
    .replace("<!--others-->", () =>
      languages
        .filter((one) => one !== language)
        .map((one) => ` <a href="${up}${fileOf(one)}" hreflang="${one.id}" lang="${one.id}">${one.name}</a>`)
        .join(""),
    )
    .replace("<!--languages-->", () =>
      languages
        .map((one) => {
          const chosen = one === language ? " selected" : "";
          return `<option value="${one.id}" lang="${one.id}"${chosen}>${one.name}</option>`;
        })
        .join(""),
    )
    .replace("<!--worked-examples-->", () => workedExamples(engine, m));
}
