#!/usr/bin/env node
/** The command `rnn-params`: models in, their derivations out, for places where no script runs. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import manifest from "../package.json" with { type: "json" };
import { kindOf } from "./border/failure.js";
import { withoutMark } from "./border/query.js";
import { fileNames } from "./command/file_names.js";
import { makeFolder, print, Refused, textOf, write } from "./command/files.js";
import { reportOf, shown } from "./command/report.js";
import { commandWords } from "./command/words.js";
import { load } from "./engine.js";
import { allWordsOf, documentOf, formats, layerFormats } from "./export/formats.js";
import { csvOfAll } from "./export/layer_formats.js";
import { languageOf, languages, wordsOf } from "./messages/languages.js";

/** @typedef {{ where: string, text: string }} Query `where`: its place in a file, "" on the command line */

/** The names of some rows of a table. @param {readonly { id: string }[]} rows */
const namesOf = (rows) => rows.map(({ id }) => id).join(", ");

const allFormats = [...formats, ...layerFormats];

const usage = `rnn-params QUERY...           writes the derivation of each model, as text
rnn-params --file QUERIES     the same for a file with a query on each line

A query is the part of a link behind its question mark, or the whole link:
  "framework=keras&input=64&layers=LSTM(32), Dense(1)"
In a file, empty lines and lines that begin with # are left out. - is standard input.

  --format FORMAT   ${namesOf(formats)}; by default text
                    (latex needs amsmath; html is static MathML, to stand in a page)
                    or the layers alone: ${namesOf(layerFormats)}
                    (table is Markdown; json is one line for each model)
  --lang LANGUAGE   ${namesOf(languages)}; by default ${languages[0].id}
                    (LaTeX in hi needs XeLaTeX or LuaLaTeX and a font with Devanagari)
  --out FOLDER      one file for each model, instead of all on standard output
  --help, --version

Exit code: 0; 1 if a model has a problem; 2 for a wrong command; 3 if a file cannot
be read or written. Standard error says what it is.
`;

/** So much is said on standard error of models with problems, in signs; of the others, how many they are. */
const mostSaid = 64 * 1024;
/** And of the command itself. */
const mostSaidOfOne = 600;

/** Why there is no core. @type {Record<import("./engine.js").FailureKind, string>} */
const notStarted = {
  missing: "Its file core.wasm or core.js is not there: npm run build makes them.",
  damaged: "Its files core.wasm and core.js are damaged, or of two versions: npm run build makes them anew.",
  refused: "WebAssembly is not allowed here: it cannot count.",
  unsupported: "There is no WebAssembly here: it cannot count.",
  other: "There is not enough memory for it.",
};

/** A command that can't be carried out. */
class Misuse extends Error {}

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
  const lines = (await textOf(name)).split(/\r?\n/);
  return lines.flatMap((line, index) =>
    /^\s*(#|$)/.test(line) ? [] : [{ where: `${shown(name)}:${index + 1}`, text: line.trim() }],
  );
}

let said = 0;
/** Models whose problems were not told any more. */
let untold = 0;

/** @param {string} text */
function report(text) {
  said += text.length;
  if (said > mostSaid) untold++;
  else process.stderr.write(text);
}

/** What a link or a query says of a model. @param {string} text */
const queryOf = (text) => withoutMark(text.replace(/^[a-z]+:\/\/[^?]*\?/i, "").replace(/#.*$/s, ""));

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  const { values, positionals } = read(args);
  if (values.help || values.version) {
    await print(values.help ? usage : `${manifest.version}\n`);
    return 0;
  }
  const { out } = values;
  const format = allFormats.find(({ id }) => id === values.format);
  if (!format) throw new Misuse(`--format ${values.format}: ${namesOf(allFormats)}`);
  const language = languageOf(values.lang);
  if (language.id !== values.lang) throw new Misuse(`--lang ${values.lang}: ${namesOf(languages)}`);
  if (out === "") throw new Misuse("--out needs the name of a folder");
  if (positionals.length === 0 && values.file.length === 0) throw new Misuse("");
  if ([...positionals, ...values.file].filter((name) => name === "-").length > 1)
    throw new Misuse("Standard input can be read only once");

  const engine = await load().catch((error) => {
    throw new Refused(notStarted[kindOf(error)]);
  });
  const catalog = engine.catalog();

  /** @type {Query[]} */
  const queries = [];
  for (const text of positionals) queries.push(...(text === "-" ? await queriesIn(text) : [{ where: "", text }]));
  for (const name of values.file) queries.push(...(await queriesIn(name)));
  const words = await allWordsOf(await wordsOf(language));
  /** @type {{ query: string, text: string }[]} */
  const documents = [];
  for (const { where, text } of queries) {
    const answer = engine.explain(queryOf(text));
    const written = documentOf(engine, queryOf(text), format.id, words);
    if (written !== "") documents.push({ query: answer.query, text: written });
    else report(reportOf(answer, where, catalog, words));
  }
  if (untold > 0) process.stderr.write(`${commandWords(language).moreModels({ count: `${untold}` })}\n`);
  if (out === undefined) await print(joined(documents, format.id));
  else await writeEach(documents, out, format.ending);
  return documents.length === queries.length ? 0 : 1;
}

/**
 * All models in one text: derivations and tables with a line between them, programs' lines without.
 * @param {{ query: string, text: string }[]} documents
 * @param {string} format
 */
function joined(documents, format) {
  if (format === "csv" && documents.length > 1) return csvOfAll(documents);
  return documents.map(({ text }) => text).join(format === "json" ? "" : "\n");
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
  await makeFolder(folder);
  for (const [index, name] of names.entries()) await write(join(folder, name), documents[index].text);
  await print(names.map((name) => `${join(folder, name)}\n`).join(""));
}

/** Whatever happens is a sentence, never a stack. @param {unknown} error */
function end(error) {
  process.exitCode = error instanceof Misuse ? 2 : 3;
  const { message } = error instanceof Error ? error : new Error(`${error}`);
  const known = error instanceof Misuse || error instanceof Refused;
  const said = known ? message : `This should not have happened: ${message}`;
  if (said) process.stderr.write(`rnn-params: ${shown(said, mostSaidOfOne)}\n`);
  if (error instanceof Misuse) process.stderr.write(said ? `\n${usage}` : usage);
}

for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {}); // print tells it; and nothing is left to tell the other by
process.on("uncaughtException", end);
try {
  const code = await main(process.argv.slice(2));
  process.exitCode ||= code; // what went wrong beside it stays told
} catch (error) {
  end(error);
}
