/**
 * npm run fuzz [-- --seconds N | --runs N] [--keep] [names]: texts that libFuzzer makes, under the sanitizers, two targets at a time;
 * it begins with what stands in tests/fuzz/corpus. `--keep`: what is found besides, as far as it reaches other code, is added to that. A text that breaks a
 * target stands in build/sanitize/found, and the run fails.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, run, runTool } from "../../web/tools/run.js";
import { setUpTests } from "./setup.js";

/** What is asked, and how long at most one answer may take, in seconds, on a busy machine. */
const targets = ["query", "edit", "read", "diagnose", "solve", "exercise"];
const longestAnswer = 120;
const atOnce = 2;

const corpusOf = (/** @type {string} */ name) => join(root, `tests/fuzz/corpus/${name}.jsonl`);
const folderOf = (/** @type {string} */ name) => join(root, `build/sanitize/corpus/${name}`);
const found = join(root, "build/sanitize/found");

/**
 * Builds the targets and runs them.
 * @param {{ seconds?: number, runs?: number, seed?: number, names?: string[], keep?: boolean }} [options] `seed`: for the same texts each time, as far
 *   as the time goes
 */
export async function fuzz({ seconds = 10, runs, seed = 0, names = targets, keep = false } = {}) {
  const quietly = { quiet: true, nice: true };
  await run("cmake", ["--preset", "sanitize"], quietly);
  await run("cmake", ["--build", "--preset", "sanitize"], quietly);
  await mkdir(found, { recursive: true });
  const left = [...names];
  const one = async () => {
    for (let name = left.shift(); name; name = left.shift()) {
      await unpack(name);
      const limit = runs ? [`-runs=${runs}`] : [`-max_total_time=${seconds}`];
      const output = await run(
        join(root, `build/sanitize/tests/fuzz/${name}_fuzzer`),
        [
          ...limit,
          `-seed=${seed}`,
          `-timeout=${longestAnswer}`,
          "-rss_limit_mb=4096",
          "-dict=tests/fuzz/words.dict",
          `-artifact_prefix=${found}/${name}-`,
          folderOf(name),
        ],
        quietly,
      );
      console.log(`${name}: ${output.match(/stat::number_of_executed_units: .*|Done .* runs in .*/)?.[0] ?? ""}`);
      if (keep) await pack(name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** A text, or bytes that are none, in base64. @typedef {{ text: string } | { bytes: string }} Entry */

/** Writes a corpus as the files that libFuzzer wants. @param {string} name */
async function unpack(name) {
  const folder = folderOf(name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const lines = (await readFile(corpusOf(name), "utf8")).split("\n").filter(Boolean);
  for (const [index, line] of lines.entries()) {
    const entry = JSON.parse(line);
    await writeFile(join(folder, `${index}`), "text" in entry ? entry.text : Buffer.from(entry.bytes, "base64"));
  }
}

/** The files that are there now, as a corpus. @param {string} name */
async function pack(name) {
  const folder = folderOf(name);
  const all = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file))));
  const lines = all.map((bytes) => {
    const text = bytes.toString();
    /** @type {Entry} */
    const entry = Buffer.from(text).equals(bytes) ? { text } : { bytes: bytes.toString("base64") };
    return JSON.stringify(entry);
  });
  await writeFile(corpusOf(name), `${[...new Set(lines)].sort().join("\n")}\n`);
}

if (process.argv[1] === import.meta.filename)
  await runTool(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { seconds: { type: "string" }, runs: { type: "string" }, keep: { type: "boolean" } },
    });
    await setUpTests();
    await fuzz({
      seconds: Number(values.seconds ?? 10),
      runs: values.runs ? Number(values.runs) : undefined,
      names: positionals.length > 0 ? positionals : targets,
      keep: values.keep,
    });
  });
