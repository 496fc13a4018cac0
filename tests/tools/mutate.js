/**
 * node tests/tools/mutate.js [--count 50] [--seed 1] [--side core|telling]: breaks the code in one place at a time and looks whether a test
 * notices. In a copy of the repository, which is built once; a C++ mutant runs the core's tests natively, one of telling/ the
 * tests of web/, each up to the first that fails. Prints what was noticed, and each place that was not: it is one that no test holds, or one
 * that changes nothing.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, runTool } from "../../web/tools/run.js";
import { sources } from "../../web/tools/sources.js";

/** What becomes of an operator or a constant. @type {[RegExp, (found: string) => string][]} */
const changes = [
  [/(?<= )(===?|!==?)(?= )/g, (op) => (op.startsWith("!") ? op.replace("!", "=") : op.replace("=", "!"))],
  [/(?<= )<=?(?= )/g, (op) => (op === "<" ? "<=" : "<")],
  [/(?<= )>=?(?= )/g, (op) => (op === ">" ? ">=" : ">")],
  [/(?<= )(&&|\|\|)(?= )/g, (op) => (op === "&&" ? "||" : "&&")],
  [/(?<=[\w)\]] )[-+](?= [\w(])/g, (op) => (op === "+" ? "-" : "+")],
  [/(?<=[\w)\]] )\*(?= [\w(])/g, () => "+"],
  [/\b(true|false)\b/g, (word) => (word === "true" ? "false" : "true")],
  [/(?<![\w.])\d+(?![\w.])/g, (number) => `${Number(number) + 1}`],
  [/(?<=[( ])!(?=[\w(])/g, () => ""],
];

/** @typedef {{ file: string, at: number, line: number, from: string, to: string }} Mutant */

/** Its comments, strings and includes are blank, so that places are the same. @param {string} code */
const bare = (code) =>
  code.replace(
    /\/\*[\s\S]*?\*\/|\/\/.*|^#include.*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gm,
    (text) => text.replace(/[^\n]/g, " "),
  );

/** All mutants of a file. @param {string} file @returns {Mutant[]} */
function mutantsOf(file) {
  const code = bare(readFileSync(join(root, file), "utf8"));
  return changes.flatMap(([pattern, changed]) =>
    [...code.matchAll(pattern)].map(({ index, 0: from }) => {
      return { file, at: index, line: code.slice(0, index).split("\n").length, from, to: changed(from) };
    }),
  );
}

/** The same ones for the same seed. @param {Mutant[]} all @param {number} count @param {number} seed */
function sample(all, count, seed) {
  let state = BigInt(seed);
  const order = all.map((mutant) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return { mutant, key: state >> 16n };
  });
  order.sort((a, b) => (a.key < b.key ? -1 : 1));
  return order.slice(0, count).map(({ mutant }) => mutant);
}

/** How long the tests of one mutant may take: one that never ends is noticed, too. */
const longest = 300_000;

/**
 * @param {string} folder
 * @param {string} program
 * @param {string[]} args
 * @returns {boolean} whether it went well
 */
const went = (folder, program, args) =>
  spawnSync(program, args, { cwd: folder, stdio: "ignore", timeout: longest, killSignal: "SIGKILL" }).status === 0;

/** What builds one side's mutants, and what notices them. */
const sides = {
  core: {
    files: ["core/*.cpp"],
    build: (/** @type {string} */ folder) =>
      went(folder, "cmake", ["--preset", "native"]) && went(folder, "cmake", ["--build", "--preset", "native"]),
    test: (/** @type {string} */ folder) =>
      went(folder, "build/native/tests/core/core_tests", ["--gtest_brief=1", "--gtest_fail_fast"]),
  },
  telling: {
    files: ["web/telling/*.js"],
    build: () => true,
    test: (/** @type {string} */ folder) =>
      tellingTests.every((file) => went(folder, process.execPath, ["--test", file])),
  },
};

/** Those that hold what is told, the quickest first. */
const tellingTests = [
  "presenting attentions around exercise totals remarks gates telling_problems convolutions messages shapes solve diagnosis repeats",
  "exercising equations versus layer_table telling_steps outline true_sentences telling_reading documents worksheet languages",
]
  .join(" ")
  .split(" ")
  .map((name) => `tests/web/${name}.test.js`)
  .filter((file) => sources("tests/web/*.test.js").includes(file));

/** @param {string} folder @param {keyof typeof sides} name @param {number} count @param {number} seed */
function mutate(folder, name, count, seed) {
  const side = sides[name];
  if (!side.build(folder) || !side.test(folder)) throw new Error(`the tests of ${name} fail as it is`);
  let [noticed, left] = [0, 0];
  for (const { file, at, line, from, to } of sample(sources(...side.files).flatMap(mutantsOf), count, seed)) {
    const path = join(folder, file);
    const code = readFileSync(path, "utf8");
    writeFileSync(path, code.slice(0, at) + to + code.slice(at + from.length));
    // What does not compile is no mutant.
    if (side.build(folder)) {
      const unseen = side.test(folder);
      if (unseen) console.log(`left: ${file}:${line}: ${from} → ${to || "nothing"}`);
      left += unseen ? 1 : 0;
      noticed += unseen ? 0 : 1;
    }
    writeFileSync(path, code);
  }
  const share = ((100 * noticed) / Math.max(1, noticed + left)).toFixed(1);
  console.log(`${name}: ${noticed} of ${noticed + left} noticed, ${share} %`);
}

await runTool(async () => {
  const { values } = parseArgs({
    options: { count: { type: "string" }, seed: { type: "string" }, side: { type: "string", multiple: true } },
  });
  const folder = mkdtempSync(join(tmpdir(), "rnn-params-mutants-"));
  try {
    for (const file of sources("*")) cpSync(join(root, file), join(folder, file));
    for (const built of ["web/wasm", "web/font", "dist"])
      cpSync(join(root, built), join(folder, built), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const wanted = /** @type {(keyof typeof sides)[]} */ (values.side ?? Object.keys(sides));
    for (const side of wanted) mutate(folder, side, Number(values.count ?? 50), Number(values.seed ?? 1));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
