/**
 * npm run coverage [-- --side core|telling]: how much of core/ its native tests run through, and of web/telling/ the tests of what is told,
 * in lines and branches; the files that are run through least are named. mutants.md has the figures.
 */
import { spawnSync } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Failure, root, run, runTool } from "../../web/tools/run.js";
import { dearTests, tellingTests } from "./telling_tests.js";

/** How many there are, and how many of them a test ran through. @typedef {{ all: number, covered: number }} Count */
/** @typedef {{ file: string, lines: Count, branches: Count }} Coverage */

/** @typedef {{ count: number, branches: number[] }} Line how often it was run, and each way out of it */

/** A header's line was run by whichever file includes it. @param {Line} one @param {Line | undefined} other @returns {Line} */
function merged(one, other) {
  if (!other) return one;
  const [most, rest] = one.branches.length < other.branches.length ? [other, one] : [one, other];
  return {
    count: one.count + other.count,
    branches: most.branches.map((count, way) => count + (rest.branches[way] ?? 0)),
  };
}

/** GCC counts. @returns {Promise<Coverage[]>} */
async function core() {
  await run("cmake", ["--preset", "coverage"], { quiet: true });
  await run("cmake", ["--build", "--preset", "coverage"], { quiet: true, nice: true });
  const counts = ["build/coverage/core", "-name", "*.gcda"];
  await run("find", [...counts, "-delete"]);
  await run("build/coverage/tests/core/core_tests", ["--gtest_brief=1"], { quiet: true, nice: true });
  /** @type {Map<string, Map<number, Line>>} */
  const all = new Map();
  for (const file of (await run("find", counts, { quiet: true })).split("\n").filter(Boolean))
    for (const { file: path, lines } of gcov(file)) {
      const source = relative(root, path);
      if (!source.startsWith("core/")) continue;
      const known = all.get(source) ?? new Map();
      all.set(source, known);
      for (const { line_number: line, count, branches } of lines)
        known.set(line, merged({ count, branches: branches.map((way) => way.count) }, known.get(line)));
    }
  return [...all].map(([file, lines]) => {
    const found = [...lines.values()];
    return {
      file,
      lines: counted(found.map(({ count }) => count)),
      branches: counted(found.flatMap((one) => one.branches)),
    };
  });
}

/** @typedef {{ line_number: number, count: number, branches: { count: number }[] }} GcovLine */

/** What GCC counted in one object. @param {string} file @returns {{ file: string, lines: GcovLine[] }[]} */
function gcov(file) {
  const options = ["--json-format", "--stdout", "--branch-probabilities"];
  const { status, stdout, stderr } = spawnSync("gcov", [...options, file], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Failure(`gcov: ${stderr}`);
  /** @type {{ current_working_directory: string, files: ReturnType<typeof gcov> }} */
  const { current_working_directory: folder, files } = JSON.parse(stdout);
  return files.map((one) => ({ ...one, file: resolve(folder, one.file) }));
}

/** @param {number[]} counts @returns {Count} */
const counted = (counts) => ({ all: counts.length, covered: counts.filter((count) => count > 0).length });

/** Node counts, and counts comments as lines that are run. @returns {Promise<Coverage[]>} */
async function telling() {
  const reporter = join(root, "tests/tools/coverage_reporter.js");
  const told = await run(
    process.execPath,
    [
      "--test",
      "--experimental-test-coverage",
      `--test-reporter=${reporter}`,
      "--test-concurrency=1",
      ...tellingTests,
      ...dearTests,
    ],
    { quiet: true, nice: true },
  );
  /** @type {import("./coverage_reporter.js").NodeCoverage[]} */
  const files = JSON.parse(told);
  return files.flatMap((one) => {
    const file = relative(root, one.path);
    if (!file.startsWith("web/telling/")) return [];
    const lines = { all: one.totalLineCount, covered: one.coveredLineCount };
    return [{ file, lines, branches: { all: one.totalBranchCount, covered: one.coveredBranchCount } }];
  });
}

/** @param {Count} count */
const share = ({ all, covered }) => `${((100 * covered) / Math.max(1, all)).toFixed(1)} % (${covered} of ${all})`;

/** @param {Count[]} counts @returns {Count} */
const sum = (counts) => ({
  all: counts.reduce((all, one) => all + one.all, 0),
  covered: counts.reduce((all, one) => all + one.covered, 0),
});

const sides = { core, telling };

await runTool(async () => {
  const { values } = parseArgs({
    options: { side: { type: "string", multiple: true, default: Object.keys(sides) } },
  });
  for (const side of /** @type {(keyof typeof sides)[]} */ (values.side)) {
    const files = await sides[side]();
    const missed = (/** @type {Coverage} */ { branches }) => branches.all - branches.covered;
    files.sort((one, other) => missed(other) - missed(one));
    for (const { file, lines, branches } of files.slice(0, 10))
      console.log(`${file}: lines ${share(lines)}, branches ${share(branches)}`);
    const [lines, branches] = [sum(files.map((one) => one.lines)), sum(files.map((one) => one.branches))];
    console.log(`${side}: lines ${share(lines)}, branches ${share(branches)}`);
  }
});
