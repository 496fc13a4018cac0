/** Worksheets, as the command is asked for them: which versions, of which kind, with or without their keys. */
import { pagesOf, sheetFormats, sheetsText, worksheetsOf } from "../export/worksheets.js";
import { mostVersions, seedsOf } from "../telling/versions.js";
import { exerciseKinds } from "../telling/worksheet.js";
import { reportOf } from "./report.js";

/** @typedef {import("../telling/worksheet.js").Words} Words */
/** @typedef {{ seeds: string[], kind: import("../engine.js").ExerciseKind, part: import("../export/worksheets.js").SheetPart }} Asked */
/** @typedef {{ worksheet: boolean, seeds?: string, kind?: string, key: boolean, "no-key": boolean, format?: string, got?: string, vs?: string }} Options as they were typed */

/** @type {Record<Exclude<ReturnType<typeof seedsOf>["wrong"], "">, string>} */
const wrongSeeds = {
  unread: "a number, or two as in 1..30",
  backwards: "the second number is below the first",
  many: `at most ${mostVersions} at once`,
};

/**
 * What is asked for; undefined where that is no worksheet.
 * @param {Options} options
 * @returns {{ asked: Asked | undefined, wrong: string }} `wrong`: why it cannot be, "" where it can
 */
export function worksheetAsked({ worksheet, seeds, kind, key, "no-key": without, format = "text", got, vs }) {
  const wrong = (/** @type {string} */ why) => ({ asked: undefined, wrong: why });
  if (!worksheet) {
    const given = { seeds, kind, key: key || undefined, "no-key": without || undefined };
    const [first] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    return wrong(first === undefined ? "" : `--${first} needs --worksheet`);
  }
  if (got !== undefined || vs !== undefined)
    return wrong(`--worksheet goes without --${got === undefined ? "vs" : "got"}`);
  if (key && without) return wrong("--key goes without --no-key");
  const known = exerciseKinds.find((one) => one === (kind ?? exerciseKinds[0]));
  if (!known) return wrong(`--kind ${kind}: ${exerciseKinds.join(", ")}`);
  if (!sheetFormats.some(({ id }) => id === format))
    return wrong(`--worksheet --format ${format}: ${sheetFormats.map(({ id }) => id).join(", ")}`);
  const read = seeds === undefined ? { seeds: [""], wrong: /** @type {const} */ ("") } : seedsOf(seeds);
  if (read.wrong !== "") return wrong(`--seeds ${seeds}: ${wrongSeeds[read.wrong]}`);
  return { asked: { seeds: read.seeds, kind: known, part: key ? "keys" : without ? "sheets" : "both" }, wrong: "" };
}

/**
 * The worksheets of one model, or what is wrong with it.
 * @param {string} query
 * @param {string} where the place of the query
 * @param {Asked} asked
 * @param {import("../engine.js").Engine} engine
 * @param {import("../engine.js").Questions} questions
 * @param {Words} m
 * @returns {Pick<ReturnType<typeof worksheetsOf>, "query" | "sheets" | "keys" | "overview"> & { problems: string }} `problems`: "" where there are none
 */
export function worksheetsFor(query, where, asked, engine, questions, m) {
  const { problems, ...made } = worksheetsOf(engine, questions, query, asked, m);
  if (problems.length > 0)
    return { ...made, problems: reportOf({ ...engine.explain(query), problems }, where, engine.catalog(), m) };
  const some = made.sheets.length + made.keys.length > 0;
  return { ...made, problems: some ? "" : `${[where, m.worksheet.nothing].filter(Boolean).join(": ")}\n` };
}

/**
 * What is handed out of one model, a file for each worksheet, and one with all that the key holds.
 * @param {Parameters<typeof pagesOf>[0][number] & { query: string }} model
 * @param {string} format
 * @param {Words} m
 * @returns {{ query: string, part: string, text: string }[]}
 */
export function worksheetFiles({ query, sheets, keys, overview }, format, m) {
  const width = Math.max(...sheets.map(({ seed }) => seed.length));
  const files = sheets.map((sheet) => ({
    query,
    part: sheet.seed === "" ? "worksheet" : `worksheet-${sheet.seed.padStart(width, "0")}`,
    text: sheetsText([sheet], format, m),
  }));
  if (keys.length === 0) return files;
  return [...files, { query, part: "key", text: sheetsText([...overview, ...keys], format, m) }];
}

/**
 * The worksheets of all models, and behind them all their keys.
 * @param {Parameters<typeof pagesOf>[0]} models
 * @param {string} format
 * @param {Words} m
 */
export const worksheetsText = (models, format, m) => sheetsText(pagesOf(models), format, m);
