/**
 * What `npm run bench` does: measures the core natively and as WebAssembly, the page in Chromium, what all weighs, and peers in the same run. Ratios
 * come first; README.md beside this file has the latest figures. `npm run bench -- --update` writes them there; with `--built` the page is taken as it was built before. Asked for by name: no test is timed.
 */
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../web/tools/build.js";
import { Failure, root, run, runTool } from "../../web/tools/run.js";
import { setUp } from "../../web/tools/setup.js";
import * as programs from "../tools/programs.js";
import { calls } from "./calls.js";

const readme = join(root, "tests", "bench", "README.md");
const [begin, end] = ["<!-- figures -->", "<!-- end of figures -->"];
const KiB = 1024;

/** What is measured with; what is `optional` is named where it is missing. @type {import("../../web/tools/setup.js").Need[]} */
const needs = [
  { name: "Google Benchmark", why: "measures the core", found: programs.benchmark, deb: "libbenchmark-dev" },
  { name: "nlohmann/json", why: "reads the questions", found: programs.json, deb: "nlohmann-json3-dev" },
  { name: "Chromium", why: "measures the page", found: programs.chromium, deb: "chromium" },
  { name: "PyTorch", why: "a peer", found: programs.torch, deb: "python3-torch", optional: true },
];

/** @typedef {{ name: string, cpu_time: number, bytes: number, allocations: number }} Native */

/** Each call natively: nanoseconds, the bytes of its answer, how often it asks for memory. @returns {Promise<Map<string, Native>>} */
async function natively() {
  await run("cmake", ["--preset", "bench"], { quiet: true });
  await run("cmake", ["--build", "--preset", "bench"], { quiet: true });
  const folder = join(root, "build", "bench");
  await writeFile(join(folder, "calls.json"), JSON.stringify(calls));
  const options = ["--benchmark_min_time=0.1", "--benchmark_repetitions=5", "--benchmark_format=json"];
  const out = execFileSync(
    join(folder, "tests", "bench", "calls_benchmark"),
    [join(folder, "calls.json"), ...options],
    { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] },
  );
  /** @type {Map<string, Native>} */
  const best = new Map();
  for (const { run_type: kind, name, cpu_time: time, bytes, allocations } of JSON.parse(out).benchmarks)
    if (kind === "iteration" && time < (best.get(name)?.cpu_time ?? Number.POSITIVE_INFINITY))
      best.set(name, { name, cpu_time: time, bytes, allocations });
  return best;
}

/** @param {string[]} head @param {(string | number)[][]} rows */
const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

const grouping = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const whole = (/** @type {number} */ number) => grouping.format(number);
const short = (/** @type {number} */ number) => (number >= 100 ? whole(number) : number.toPrecision(3));
const inKiB = (/** @type {number} */ bytes) => `${(bytes / KiB).toFixed(1)} KiB`;
const ratio = (/** @type {number} */ number) => `${number.toPrecision(3)} ×`;

/** @param {() => Promise<unknown>} report @returns {Promise<{ report: string, seconds: number }>} */
async function timed(report) {
  const start = performance.now();
  return { report: String(await report()), seconds: (performance.now() - start) / 1000 };
}

async function measured() {
  const say = (/** @type {string} */ what) => console.log(`${what} ...`);
  say("Building the page and the core");
  if (!process.argv.includes("--built")) await build();
  const native = await natively();
  const { callsInNode } = await import("./in_node.js");
  const peers = await import("./peers.js");
  say("Peers");
  const torch = peers.torch();
  const missing = await peers.installPeers();
  const tfjs = missing === "" ? await peers.tfjs() : undefined;
  say("The core in Node");
  const inNode = await callsInNode();
  say("Weights");
  const dist = await mkdtemp(join(tmpdir(), "rnn-params-bench-"));
  await cp(join(root, "dist"), dist, { recursive: true });
  try {
    const { weighBuilds, weighPage } = await import("./weight.js");
    const loads = await weighPage(dist);
    const builds = await weighBuilds(dist);
    const others = {
      katex: missing === "" ? await peers.katexWeight() : undefined,
      embind: await peers.embindWeight(),
    };
    say("The page in Chromium");
    const { measurePage } = await import("./page.js");
    const page = await measurePage(dist);
    return { native, torch, tfjs, missing, inNode, loads, builds, others, page };
  } finally {
    await rm(dist, { recursive: true });
  }
}

/** @param {Awaited<ReturnType<typeof measured>>} figures */
function told({ native, torch, tfjs, missing, inNode, loads, builds, others, page }) {
  const first = /** @type {Native} */ (native.get(calls[0].name));
  const perSecond = { natively: 1e9 / first.cpu_time, inNode: 1e6 / inNode[calls[0].name] };
  const [own] = loads;
  const { empty, ...typing } = page.typing;
  const grows = (/** @type {(name: string) => number} */ time) =>
    time("explain, 1000 different LSTMs") / time("explain, 100 different LSTMs") / 10;
  const budgets = {
    "1 layer": 6,
    "10 different layers": 6,
    "10 different layers, 4 × slower": 40,
    "1,000 different layers": 40,
  };
  const ratios = [
    ...(typeof torch === "string"
      ? [["PyTorch", torch, ""]]
      : [
          [
            "derivations natively for one count by PyTorch (meta)",
            ratio(perSecond.natively / torch.lstm),
            "at least 1",
          ],
          ["derivations in Node for one count by PyTorch", ratio(perSecond.inNode / torch.lstm), "at least 0.5"],
        ]),
    tfjs
      ? ["derivations in Node for one count by TensorFlow.js", ratio(perSecond.inNode / tfjs.lstm), ""]
      : ["TensorFlow.js", missing, ""],
    ["an answer to LSTM 64 → 32, of 3 KiB", ratio(first.bytes / (3 * KiB)), "at most 1"],
    ["1,000 layers, of ten times 100 layers", ratio(grows((name) => native.get(name)?.cpu_time ?? Number.NaN)), "1"],
    ["a first load, of 96 KiB", ratio(own.sum / (96 * KiB)), "at most 1"],
    ...Object.entries(budgets).map(([name, budget]) => [
      `a key's work, ${name}, of ${budget} ms`,
      ratio(/** @type {any} */ (typing)[name].work / budget),
      "at most 1",
    ]),
    ...(tfjs ? [["a first load, of TensorFlow.js that counts", ratio(own.sum / tfjs.sent), ""]] : []),
  ];
  const parts = [
    "### Ratios",
    table(["what", "measured", "aim"], ratios),
    "### Latency",
    "The main thread's work for a key (p95, ms of the processor's time; an empty page's stands first), and from key to frame (p95, ms).",
    table(
      ["page", "work", "key to frame"],
      [
        ["an empty page", short(empty.work), short(empty.frame)],
        ...Object.entries(typing).map(([name, { work, frame }]) => [name, short(work), short(frame)]),
      ],
    ),
    "From navigation to the first derivation (median of five, ms), and what of it compiles WebAssembly.",
    table(
      ["page", "stands", "compiled"],
      Object.entries(page.start).map(([name, { stands, compile }]) => [name, short(stands), short(compile)]),
    ),
    "### The core",
    table(
      ["counts of LSTM 64 → 32 a second", ""],
      [
        ["derived natively, to JSON", whole(perSecond.natively)],
        ["derived in Node, to plain data", whole(perSecond.inNode)],
        ...(typeof torch === "string"
          ? []
          : [[`PyTorch ${torch.version}, meta device, counted only`, whole(torch.lstm)]]),
        ...(tfjs ? [[`TensorFlow.js ${tfjs.version}, countParams`, whole(tfjs.lstm)]] : []),
      ],
    ),
    table(
      ["question", "natively, µs", "in Node, µs", "bytes", "allocations"],
      calls.map(({ name }) => {
        const one = native.get(name);
        return one
          ? [name, short(one.cpu_time / 1000), short(inNode[name]), whole(one.bytes), whole(one.allocations)]
          : [name, "", short(inNode[name]), "", ""];
      }),
    ),
    "### Weight",
    `What a browser asks for until the derivation of ${own.what} stands, as Brotli sends it.`,
    table(
      ["file", "sent", "of"],
      [
        ...own.files.map(({ name, size, sent }) => [name.replace(/-[\w-]{8}\./, "."), whole(sent), whole(size)]),
        ["**together**", `**${whole(own.sum)}**`, inKiB(own.sum)],
      ],
    ),
    table(
      ["besides", "Brotli"],
      [
        ...loads.slice(1).map(({ what, sum }) => [what, inKiB(sum)]),
        ["the questions' module and its glue", inKiB(builds.questions)],
        ["core.wasm and its glue", inKiB(builds.core)],
        ["the questions' module, more than these", inKiB(builds.questions - builds.core)],
        ...Object.entries(builds.files).map(([name, sent]) => [name, inKiB(sent)]),
        ...(tfjs ? [["TensorFlow.js, that counts an LSTM", inKiB(tfjs.sent)]] : []),
        ...(others.katex
          ? [
              [
                "KaTeX, that draws formulas (fonts besides)",
                `${inKiB(others.katex.script)} (${inKiB(others.katex.fonts)})`,
              ],
            ]
          : []),
        ["an Embind module that gives a text back", inKiB(others.embind)],
      ],
    ),
  ];
  return parts.join("\n\n");
}

await runTool(async () => {
  await setUp(needs);
  await mkdir(join(root, "build", "bench"), { recursive: true });
  const { report, seconds } = await timed(async () => told(await measured()));
  const [{ model }] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const chromium = execFileSync(programs.found(programs.chromium(), "Chromium"), ["--version"], { encoding: "utf8" });
  const where = `${date}: ${cpus().length} cores (${model.trim()}), Node ${process.versions.node}, ${chromium.trim()}; ${whole(seconds)} s${process.argv.includes("--built") ? ", with what was built before" : " with the build"}.`;
  console.log(`\n${report}\n\n${where}`);
  if (!process.argv.includes("--update")) return;
  const text = await readFile(readme, "utf8");
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Failure(`${readme} has no place for figures`);
  await writeFile(readme, `${text.slice(0, before + begin.length)}\n${where}\n\n${report}\n\n${text.slice(after)}`);
});
