#!/usr/bin/env node
/** The command `rnn-params`: models in, their derivations out, for places where no script runs. */
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import manifest from "../package.json" with { type: "json" };
import { kindOf } from "./border/failure.js";
import { contentsOf } from "./border/files/file.js";
import { languageIn, withoutMark } from "./border/query.js";
import { fileNames } from "./command/file_names.js";
import { makeFolder, print, Refused, textOf, withSource, write } from "./command/files.js";
import { gotReport } from "./command/got.js";
import { readingReport } from "./command/reading.js";
import { reportOf, shown } from "./command/report.js";
import { solutionReport, withBudget } from "./command/solving.js";
import { commandWords, solveWords, versusWords } from "./command/words.js";
import { worksheetAsked, worksheetFiles, worksheetsFor, worksheetsText } from "./command/worksheets.js";
import { loadQuestions, loadShared } from "./engine.js";
import { allWordsOf, documentOf, formats, layerFormats } from "./export/formats.js";
import { csvOfAll } from "./export/layer_formats.js";
import { versusOf } from "./export/versus.js";
import { worksheetWords } from "./export/worksheets.js";
import { languageOf, languages } from "./messages/languages.js";
import { isRight } from "./telling/diagnosis.js";
import { asksForSize } from "./telling/facts.js";
import { fileNoteWords, fileProblemWords, textOfFile } from "./telling/files.js";
import { otherIn } from "./telling/versus.js";
import { wordsOf } from "./telling/words.js";

/** @typedef {{ where: string, text: string }} Query `where`: its place in a file, "" on the command line */

/** The names of some rows of a table. @param {readonly { id: string }[]} rows */
const namesOf = (rows) => rows.map(({ id }) => id).join(", ");

const allFormats = [...formats, ...layerFormats];

const usage = `rnn-params QUERY...           writes the derivation of each model, as text
rnn-params --file QUERIES     the same for a file with a query on each line
rnn-params --read FILE        says what it reads of code, print(model), shapes of weights
                              or model.json, and how many parameters that has; also of
                              .ipynb .keras .h5 .safetensors .onnx .pt .pth: nothing in
                              them is run, and of the large ones little is read

rnn-params --got N QUERY      says how the number N comes about, where it is not what the
                              model counts

A query is the part of a link behind its question mark, or the whole link:
  "framework=keras&input=64&layers=LSTM(32), Dense(1)"
In a file, empty lines and lines that begin with # are left out. - is standard input.

  --budget N        the largest size, in the place of the ? in a query, whose total is
                    not above N: "framework=keras&input=300&layers=LSTM(?)"
  --vs QUERY        each model beside that one: totals, difference, layers, as Markdown
                    (so does vs= in a query, percent-encoded)
  --worksheet       what is asked of each model, with blanks, and behind all of it the key
                    (latex and html are whole documents then)
  --seeds A..B      with --worksheet: a version for each number from A to B, with sizes
                    of its own, always the same ones; without it the model's own sizes
  --kind KIND       with --worksheet: ideas, values, total; by default ideas
  --key, --no-key   with --worksheet: the key alone, the worksheet alone
  --name NAME=N     with --read: the value of a name that the text leaves open
  --format FORMAT   ${namesOf(formats)}; by default text
                    (latex needs amsmath; html is static MathML, to stand in a page)
                    or the layers alone: ${namesOf(layerFormats)}
                    (table is Markdown; json is one line for each model)
  --lang LANGUAGE   ${namesOf(languages)}; by default that of the first link, or ${languages[0].id}
                    (LaTeX in hi needs XeLaTeX or LuaLaTeX and a font with Devanagari)
  --out FOLDER      one file for each model, instead of all on standard output; with
                    --worksheet one for each worksheet, and one for their key
  --help, --version

With --got the exit code is 0 where N is right, 1 where it is not, and 2 where that
cannot be said: the model has a problem, or N is no number.
Exit code: 0; 1 if a model has a problem; 2 for a wrong command, and where --read
reads nothing or no size is found within a budget; 3 if a file cannot be read or written. Standard error says what it is.
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

/** A text that nothing was read of. */
class Unread extends Misuse {}

/** @param {string[]} args */
function read(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        file: { type: "string", multiple: true, default: [] },
        read: { type: "string", multiple: true, default: [] },
        got: { type: "string" },
        name: { type: "string", multiple: true, default: [] },
        budget: { type: "string" },
        vs: { type: "string" },
        worksheet: { type: "boolean", default: false },
        seeds: { type: "string" },
        kind: { type: "string" },
        key: { type: "boolean", default: false },
        "no-key": { type: "boolean", default: false },
        format: { type: "string" },
        lang: { type: "string" },
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
  const format = allFormats.find(({ id }) => id === (values.format ?? "text"));
  if (!format) throw new Misuse(`--format ${values.format}: ${namesOf(allFormats)}`);
  const language = languageOf(values.lang ?? languageIn(queryOf(positionals[0] ?? "")));
  if (values.lang !== undefined && language.id !== values.lang)
    throw new Misuse(`--lang ${values.lang}: ${namesOf(languages)}`);
  if (out === "") throw new Misuse("--out needs the name of a folder");
  const { asked: worksheet, wrong } = worksheetAsked(values);
  if (wrong !== "") throw new Misuse(wrong);
  if (positionals.length === 0 && values.file.length === 0 && values.read.length === 0) throw new Misuse("");
  const names = Object.fromEntries(values.name.map(named));
  if ([...positionals, ...values.file, ...values.read].filter((name) => name === "-").length > 1)
    throw new Misuse("Standard input can be read only once");

  const engine = await loadShared().catch((error) => {
    throw new Refused(notStarted[kindOf(error)]);
  });
  const catalog = engine.catalog();

  /** @type {Query[]} */
  const queries = [];
  for (const text of positionals) queries.push(...(text === "-" ? await queriesIn(text) : [{ where: "", text }]));
  for (const name of values.file) queries.push(...(await queriesIn(name)));
  const spoken = await wordsOf(language);
  const words = await allWordsOf(spoken);
  if (values.got !== undefined) return tellGot(values.got, queries, spoken, engine);
  /** Of texts whose reading is told, how many have no count. */
  let uncounted = 0;
  for (const name of values.read) {
    const { text, reading, notes, m } = await readingOf(name, names, spoken, engine);
    if (values.format !== undefined || out !== undefined || worksheet) {
      queries.push({ where: shown(name), text: reading.query });
      continue;
    }
    if (engine.explain(reading.query).total === "") uncounted++;
    await print(readingReport({ text, reading, notes }, engine, { ...words, ...m }, commandWords(language).reading));
  }
  /** @type {{ query: string, text: string, part?: string }[]} */
  const documents = [];
  /** Questions without an answer. */
  let unsolved = 0;
  const solving = { ...spoken, ...solveWords(language) };
  /** @type {Omit<ReturnType<typeof worksheetsFor>, "problems">[]} */
  const worksheets = [];
  const asking = () => worksheetWords(spoken);
  for (const { where, text } of queries) {
    let query = queryOf(text);
    const asked = withBudget(query, values.budget);
    if (values.budget !== undefined || isQuestion(engine.explain(asked))) {
      const found = solutionReport(asked, where, engine, await questions(), solving);
      if (found.query === "") {
        unsolved++;
        report(found.problems);
        continue;
      }
      query = found.query;
      if (values.format === undefined && !worksheet) {
        documents.push({ query, text: found.text });
        continue;
      }
    }
    if (worksheet) {
      const { problems, ...made } = worksheetsFor(query, where, worksheet, engine, await questions(), await asking());
      if (problems === "") worksheets.push(made);
      else report(problems);
      continue;
    }
    const other = values.vs === undefined ? otherIn(query) : queryOf(values.vs);
    if (other !== "" && values.format === undefined) {
      const side = versusOf(engine, query, other, { ...words, ...versusWords(language) });
      if (side !== "") documents.push({ query: engine.explain(query).query, text: side });
      else report([query, other].map((one) => reportOf(engine.explain(one), where, catalog, words)).join(""));
      continue;
    }
    const answer = engine.explain(query);
    const written = documentOf(engine, query, format.id, words);
    if (written !== "") documents.push({ query: answer.query, text: written });
    else report(reportOf(answer, where, catalog, words));
  }
  if (untold > 0) process.stderr.write(`${commandWords(language).moreModels({ count: `${untold}` })}\n`);
  if (worksheets.length > 0) {
    const spoken = await asking();
    if (out !== undefined) documents.push(...worksheets.flatMap((one) => worksheetFiles(one, format.id, spoken)));
    else documents.push({ query: worksheets[0].query, text: worksheetsText(worksheets, format.id, spoken) });
  }
  if (out === undefined) await print(joined(documents, format.id));
  else await writeEach(documents, out, format.ending);
  if (unsolved > 0) return 2;
  const told = worksheet ? worksheets.length : documents.length;
  return told === queries.length && uncounted === 0 ? 0 : 1;
}

/** Whether a size is to be found, and it says within which budget. @param {import("./engine.js").Answer} answer */
const isQuestion = ({ problems, fields }) => fields.budget.trim() !== "" && problems.some(asksForSize);

/** The module that answers questions. */
const questions = () =>
  loadQuestions().catch((error) => {
    throw new Refused(notStarted[kindOf(error)].replaceAll("core.", "questions."));
  });

/**
 * How a number comes about, for each model.
 * @param {string} number
 * @param {Query[]} queries
 * @param {import("./messages/languages.js").Messages} spoken
 * @param {import("./engine.js").Engine} engine
 * @returns {Promise<number>} the exit code
 */
async function tellGot(number, queries, spoken, engine) {
  if (queries.length === 0) throw new Misuse("--got needs a model");
  const { diagnose } = await questions();
  const words = await spoken.diagnosis();
  const catalog = engine.catalog();
  let code = 0;
  for (const { where, text } of queries) {
    const answer = engine.explain(queryOf(text));
    const diagnosis = diagnose(queryOf(text), number);
    if (answer.problems.length > 0)
      report(reportOf(answer, where, catalog, { ...spoken, ...(await allWordsOf(spoken)) }));
    else if (diagnosis.problems.length > 0) report(gotReport(diagnosis, answer, catalog, spoken, words));
    else await print(gotReport(diagnosis, answer, catalog, spoken, words));
    const failed = diagnosis.problems.length > 0 || diagnosis.total === "";
    code = Math.max(code, failed ? 2 : isRight(diagnosis) ? 0 : 1);
  }
  return code;
}

/** A name and its value. @param {string} text @returns {[string, string]} */
function named(text) {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new Misuse(`--name ${text}: NAME=NUMBER`);
  return [name.trim(), value.trim()];
}

/**
 * What a file's text was read as; where that is nothing, the command is wrong.
 * @param {string} file
 * @param {Record<string, string>} names
 * @param {import("./messages/languages.js").Messages} spoken
 * @param {import("./engine.js").Engine} engine
 */
async function readingOf(file, names, spoken, { explain }) {
  const { read } = await questions();
  const m = await spoken.reading();
  const said = commandWords(languageOf(spoken.language)).reading;
  const called = file === "-" ? "standard input" : basename(file);
  const contents = await withSource(file, (source) => contentsOf(source, called));
  if ("code" in contents) {
    if (contents.code === "text_too_large") throw new Unread(`${shown(file)}: ${said.tooLong}`);
    if (contents.code === "empty_file") throw new Unread(`${shown(file)}: ${said.nothing}`);
    throw new Refused(fileProblemWords(contents, called, m));
  }
  const readNamed = (/** @type {string} */ text) => read(text, { names });
  const { text, reading, notes } = textOfFile(contents, readNamed, (query) => explain(query).total);
  if (reading.query !== "") return { text, reading, notes: fileNoteWords(notes, called, m), m };
  const long = reading.problems.some(({ code }) => code === "limit");
  throw new Unread(`${shown(file)}: ${long ? said.tooLong : said.nothing}`);
}

/**
 * All models in one text: derivations and tables with a line between them, programs' lines without.
 * @param {{ query: string, text: string }[]} documents
 * @param {string} format
 */
function joined(documents, format) {
  if (format === "csv" && documents.length > 1) return csvOfAll(documents.map(({ text }) => text));
  return documents.map(({ text }) => text).join(format === "json" ? "" : "\n");
}

/**
 * @param {{ query: string, text: string, part?: string }[]} documents
 * @param {string} folder
 * @param {string} ending
 */
async function writeEach(documents, folder, ending) {
  const names = fileNames(
    documents.map(({ query }) => query),
    ending,
    documents.map(({ part }) => part ?? ""),
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
  if (error instanceof Misuse && !(error instanceof Unread)) process.stderr.write(said ? `\n${usage}` : usage);
}

for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {}); // print tells it; and nothing is left to tell the other by
process.on("uncaughtException", end);
try {
  const code = await main(process.argv.slice(2));
  process.exitCode ||= code; // what went wrong beside it stays told
} catch (error) {
  end(error);
}
