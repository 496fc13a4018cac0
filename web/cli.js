#!/usr/bin/env node
/** The command `rnn-params`: models in, their derivations out, for places where no script runs. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withoutMark } from "./border/query.js";
import { load } from "./engine.js";
import { fileNames } from "./export/file_names.js";
import { documentOf, formats } from "./export/formats.js";
import { reportOf } from "./export/report.js";
import { languageOf, languages, wordsOf } from "./messages/languages.js";

/** @typedef {{ where: string, text: string }} Query `where`: its place in a file, "" on the command line */

/** The names of some rows of a table. @param {readonly { id: string }[]} rows */
const namesOf = (rows) => rows.map(({ id }) => id).join(", ");

const usage = `rnn-params QUERY...           writes the derivation of each model, as text
rnn-params --file QUERIES     the same for a file with a query on each line

A query is the part of a link behind its question mark, or the whole link:
  "framework=keras&input=64&layers=LSTM(32), Dense(1)"
In a file, empty lines and lines that begin with # are left out. - is standard input.

  --format FORMAT   ${namesOf(formats)}; by default text
                    (latex needs amsmath; html is static MathML, to stand in a page)
  --lang LANGUAGE   ${namesOf(languages)}; by default ${languages[0].id}
                    (LaTeX in hi needs XeLaTeX or LuaLaTeX and a font with Devanagari)
  --out FOLDER      one file for each model, instead of all on standard output
  --help, --version

Exit code: 0; 1 if a model has a problem, which standard error tells; 2 for a wrong command.
`;

/** A command that can't be carried out. */
class Misuse extends Error {
  /** @param {string} message @param {{ hint?: string }} [options] `hint`: what is told behind it, by default the usage */
  constructor(message, { hint = usage } = {}) {
    super(message);
    this.hint = hint;
  }
}

/** A file that can't be read or written. @param {Error} error @returns {never} */
function refuse(error) {
  throw new Misuse(error.message, { hint: "" });
}

/** @param {string[]} args */
function read(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        file: { type: "string", multiple: true, default: [] },
        format: { type: "string", default: "text" },
        lang: { type: "string", default: languages[0].id },
        out: { type: "string" },
        help: { type: "boolean", default: false },
        version: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new Misuse(/** @type {Error} */ (error).message);
  }
}

/** @param {string} name @returns {Promise<Query[]>} */
async function queriesIn(name) {
  const text = await (name === "-" ? standardInput() : readFile(name, "utf8")).catch(refuse);
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.flatMap((line, index) =>
    /^\s*(#|$)/.test(line) ? [] : [{ where: `${name}:${index + 1}`, text: line.trim() }],
  );
}

async function standardInput() {
  process.stdin.setEncoding("utf8");
  let text = "";
  for await (const piece of process.stdin) text += piece;
  return text;
}

/** What a link or a query says of a model. @param {string} text */
const queryOf = (text) => withoutMark(text.replace(/^[a-z]+:\/\/[^?]*\?/i, "").replace(/#.*$/s, ""));

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  const { values, positionals } = read(args);
  const engine = await load();
  const catalog = engine.catalog();
  if (values.help) return print(usage);
  if (values.version) return print(`${catalog.version}\n`);
  const { out } = values;
  const format = formats.find(({ id }) => id === values.format);
  if (!format) throw new Misuse(`--format ${values.format}: ${namesOf(formats)}`);
  const language = languageOf(values.lang);
  if (language.id !== values.lang) throw new Misuse(`--lang ${values.lang}: ${namesOf(languages)}`);
  if (positionals.length === 0 && values.file.length === 0) throw new Misuse("");

  const typed = positionals.map((text) => (text === "-" ? queriesIn(text) : [{ where: "", text }]));
  const queries = (await Promise.all([...typed, ...values.file.map(queriesIn)])).flat();
  const words = await wordsOf(language);
  /** @type {{ query: string, text: string }[]} */
  const documents = [];
  for (const { where, text } of queries) {
    const answer = engine.explain(queryOf(text));
    const written = documentOf(engine, queryOf(text), format.id, words);
    if (written !== "") documents.push({ query: answer.query, text: written });
    else process.stderr.write(reportOf(answer, where, catalog, words));
  }
  if (out === undefined) print(documents.map(({ text }) => text).join("\n"));
  else await writeEach(documents, out, format.ending);
  return documents.length === queries.length ? 0 : 1;
}

/**
 * @param {{ query: string, text: string }[]} documents
 * @param {string} folder
 * @param {string} ending
 */
async function writeEach(documents, folder, ending) {
  const names = fileNames(
    documents.map(({ query }) => query),
    ending,
  );
  await mkdir(folder, { recursive: true }).catch(refuse);
  for (const [index, name] of names.entries()) await writeFile(join(folder, name), documents[index].text).catch(refuse);
  print(names.map((name) => `${join(folder, name)}\n`).join(""));
}

/** @param {string} text */
function print(text) {
  process.stdout.write(text);
  return 0;
}

process.stdout.on("error", (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPIPE") throw error; // the reader has seen enough
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  const parts = [error.message && `rnn-params: ${error.message}\n`, error.hint].filter(Boolean);
  process.stderr.write(parts.join("\n"));
  process.exitCode = 2;
}
