/**
 * node tests/tools/mutate.js [--count 50] [--seed 1] [--side core|telling] [--from 0] [--at core/a.cpp:12] [--quick]: breaks the code in one
 * place at a time and looks whether a test notices. In a copy of the repository, build/mutants, which is built once; a C++ mutant runs the
 * core's tests natively, one of telling/ the tests of web/, the quick ones first, each up to the first that fails. Prints what was noticed,
 * and each place that was not: it is one that no test holds, or one that changes nothing. `--from` goes on at that mutant, `--at` takes
 * those of the sample in that line alone, `--quick` asks the quick tests alone. mutants.md says what was left.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Failure, onPath, root, run, runTool } from "../../web/tools/run.js";
import { sources } from "../../web/tools/sources.js";
import { dearTests, tellingTests } from "./telling_tests.js";

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

/** How long one program may take: one that never ends is noticed, too. The core's quick tests take a few seconds. */
const longest = 200_000;
const longestQuick = 30_000;

/**
 * @param {string} folder
 * @param {string} program
 * @param {string[]} args
 * @returns {boolean} whether it went well
 */
const went = (folder, program, args, timeout = longest) =>
  spawnSync(program, args, { cwd: folder, stdio: "ignore", timeout, killSignal: "SIGKILL" }).status === 0;

/** None of a file's tests begins before all of the file is read, but where it waits for one itself. */
const reader = `import { test } from "node:test";
async function read(file, waits) {
  let done;
  const all = new Promise((resolve) => (done = resolve));
  if (!waits) test("read", () => all);
  await import(file);
  done();
}`;

/** Where a process ends before all tests are read. */
const unread = "what could not be read";

/**
 * Runs tests in one process, up to the first that fails: but for those that fail as it is, where they do not go together or want more models.
 * @param {string} folder
 * @param {string[]} files
 * @param {number} every with each n-th of the models that they go through
 * @param {string[]} [failing]
 * @returns {Promise<string[]>} what failed
 */
function together(folder, files, every, failing) {
  const reads = files.map((file) => {
    const waits = /^await test/m.test(readFileSync(join(root, file), "utf8"));
    return `await read("./${file}", ${waits});`;
  });
  const program = [reader, ...reads, 'console.log("read");'].join("\n");
  const tests = spawn(process.execPath, ["--test-reporter=tap", "--input-type=module", "-e", program], {
    cwd: folder,
    env: { ...process.env, MODELS_EVERY: `${every}` },
    stdio: ["ignore", "pipe", "ignore"],
    timeout: longest,
    killSignal: "SIGKILL",
  });
  const failed = new Set([unread]);
  createInterface(tests.stdout).on("line", (line) => {
    const name = /^not ok \d+ - (.*)/.exec(line)?.[1];
    if (/^(# )?read$/.test(line)) failed.delete(unread);
    if (name === undefined || failing?.includes(name)) return;
    failed.add(name);
    if (failing) tests.kill("SIGKILL");
  });
  return new Promise((resolve) =>
    tests.on("close", (_, signal) => resolve(signal ? [...failed, unread] : [...failed])),
  );
}

/** A mutant that asks for memory without end is stopped before the machine is. */
const coreTests = 'ulimit -v 4000000; exec build/native/tests/core/core_tests "$@"';

/** @param {string} folder @param {string} filter @param {number} timeout */
const wentInCore = (folder, filter, timeout) =>
  went(
    folder,
    "sh",
    ["-c", coreTests, "core_tests", "--gtest_brief=1", "--gtest_fail_fast", `--gtest_filter=${filter}`],
    timeout,
  );

/**
 * The core's tests by their time: the quick ones together, then each for itself.
 * @param {string} folder
 * @returns {string[][]}
 */
function coreStages(folder) {
  const path = join(folder, "build/native/times.json");
  if (!existsSync(path))
    spawnSync("build/native/tests/core/core_tests", [`--gtest_output=json:${path}`], { cwd: folder });
  /** @type {{ testsuites: { name: string, testsuite: { name: string, time: string }[] }[] }} */
  const { testsuites } = JSON.parse(readFileSync(path, "utf8"));
  const times = testsuites.flatMap(({ name, testsuite }) =>
    testsuite.map((test) => ({ name: `${name}.${test.name}`, time: Number.parseFloat(test.time) })),
  );
  times.sort((a, b) => a.time - b.time);
  const quick = times.filter(({ time }) => time < 0.1);
  return [quick.map(({ name }) => name), ...times.slice(quick.length).map(({ name }) => [name])];
}

/** What asks the rooms that little asks; what is in none of them is asked by all. @type {[room: string, asking: RegExp][]} */
const asking = [
  ["core/read/", /^(Read|Solve|Fitting|JsonText|WrittenNumber|DigitSlip)/],
  ["core/diagnose/", /^(Read|Diagnose|Digit|Supposed|Exercise|WrittenNumber)/],
  ["core/exercise/", /^Exercise/],
];

/** @typedef {(mutant: string) => boolean | Promise<boolean>} Test whether it passes with a mutant in that file */

/** @param {string} folder @returns {Test[]} */
const coreAsked = (folder) =>
  coreStages(folder).map((names, stage) => (mutant) => {
    const [, asked] = asking.find(([room]) => mutant.startsWith(room)) ?? ["", /./];
    const filter = names.filter((name) => asked.test(name)).join(":");
    return filter === "" || wentInCore(folder, filter, stage === 0 ? longestQuick : longest);
  });

/** Those that name the module ask first, by themselves. @param {string} folder @returns {Test[]} */
function tellingAsked(folder) {
  const stages = [
    { all: tellingTests, every: 53 },
    { all: [...tellingTests, ...dearTests], every: 1 },
  ];
  return stages.map(({ all, every }) => {
    /** @type {string[] | undefined} */
    let usual; // what fails as it is
    return async (mutant) => {
      usual ??= await together(folder, all, every);
      if (mutant === "") return !usual.includes(unread);
      const names = (/** @type {string} */ file) => readFileSync(join(root, file), "utf8").includes(mutant);
      for (const files of [all.filter(names), all.filter((file) => !names(file))])
        if (files.length > 0 && (await together(folder, files, every, usual)).length > 0) return false;
      return true;
    };
  });
}

/**
 * What builds one side's mutants, and what notices them.
 * @type {Record<string, { files: string, build: (folder: string) => boolean, tests: (folder: string) => Test[] | Promise<Test[]> }>}
 *   `tests`: the first one is quick
 */
const sides = {
  core: {
    files: "core/*.cpp",
    build: (folder) => went(folder, "cmake", ["--build", "--preset", "native"]),
    tests: coreAsked,
  },
  telling: { files: "web/telling/*.js", build: () => true, tests: tellingAsked },
};

/** The copy has what is built, and no file anew that is the same: what was built of it stays. @param {string} folder */
function copied(folder) {
  for (const file of sources("*")) {
    const to = join(folder, file);
    if (existsSync(to) && readFileSync(to).equals(readFileSync(join(root, file)))) continue;
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(root, file), to);
  }
  for (const built of ["web/wasm", "web/font", "dist"])
    cpSync(join(root, built), join(folder, built), { recursive: true });
  if (!existsSync(join(folder, "node_modules"))) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
}

/**
 * @param {string} folder
 * @param {string} name of the side
 * @param {{ count: number, seed: number, from: number, at: string[] | undefined, quick: boolean }} wanted
 */
async function mutate(folder, name, { count, seed, from: first, at: places, quick }) {
  const side = sides[name];
  if (!side.build(folder)) throw new Failure(`${name} can't be built as it is`);
  const tests = (await side.tests(folder)).slice(0, quick ? 1 : undefined);
  const passes = async (/** @type {string} */ file) => {
    for (const test of tests) if (!(await test(file))) return false;
    return true;
  };
  if (!(await passes(""))) throw new Failure(`the tests of ${name} fail as it is`);
  let [noticed, left] = [0, 0];
  for (const [number, { file, at, line, from, to }] of sample(
    sources(side.files).flatMap(mutantsOf),
    count,
    seed,
  ).entries()) {
    if (number < first || (places && !places.includes(`${file}:${line}`))) continue;
    const path = join(folder, file);
    const code = readFileSync(path, "utf8");
    writeFileSync(path, code.slice(0, at) + to + code.slice(at + from.length));
    const built = side.build(folder);
    const unseen = built && (await passes(file));
    writeFileSync(path, code);
    left += unseen ? 1 : 0;
    noticed += built && !unseen ? 1 : 0;
    // What does not compile is no mutant.
    const fate = built ? (unseen ? "left" : "noticed") : "does not compile";
    console.log(`${fate}: ${file}:${line}: ${from} → ${to || "nothing"} (${number})`);
  }
  const share = ((100 * noticed) / Math.max(1, noticed + left)).toFixed(1);
  console.log(`${name}: ${noticed} of ${noticed + left} noticed, ${share} %`);
}

await runTool(async () => {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "50" },
      seed: { type: "string", default: "1" },
      from: { type: "string", default: "0" },
      side: { type: "string", multiple: true, default: Object.keys(sides) },
      at: { type: "string", multiple: true },
      quick: { type: "boolean", default: false },
    },
  });
  const folder = join(root, "build/mutants");
  copied(folder);
  const quick = [...(onPath("ninja") ? ["-G", "Ninja"] : []), "-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=gold"];
  if (values.side.includes("core")) await run("cmake", ["-S", folder, "--preset", "native", ...quick], { quiet: true });
  const [count, seed, from] = [values.count, values.seed, values.from].map(Number);
  for (const side of values.side) await mutate(folder, side, { count, seed, from, at: values.at, quick: values.quick });
});
