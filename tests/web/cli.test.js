// Tests of web/cli.js: the command that a build of course notes runs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../web/cli.js", import.meta.url));
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "rnn-params-cli-"));
});
after(() => rm(folder, { recursive: true }));

/** @param {string[]} args @param {string} [input] */
function run(args, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const lstm = "framework=keras&input=64&layers=LSTM(32)";

test("a query in each format", () => {
  /** @type {Record<string, RegExp>} */
  const said = {
    text: /^LSTM, 64 → 32, as Keras counts\n12,416 parameters\n.*\n {4}= 3,104 × 4 = 12,416\n$/s,
    latex: /^% needs \\usepackage\{amsmath\}\n.*3104 \\times 4 \\\\\n=\{\} & 12416\n/s,
    markdown: /^### LSTM, 64 → 32, as Keras counts\n.*= 3104 \\times 4 = 12416\n\$\$\n$/s,
    html: /^<section class="rnn-params" lang="en">\n.*<mn>12,416<\/mn>.*<\/section>\n$/s,
  };
  for (const [format, expected] of Object.entries(said)) {
    const { status, stdout, stderr } = run([lstm, "--format", format]);
    assert.match(stdout, expected);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  }
  assert.equal(run([lstm]).stdout, run([lstm, "--format", "text"]).stdout, "text is the default");
});

test("a whole link, with Devanagari digits and what belongs to the page, and another language", () => {
  const { status, stdout } = run([
    "https://notes.example/rnn/?input=१०&layers=LSTM(७)&framework=pytorch&open=code#x",
    "--lang",
    "hi",
  ]);
  assert.equal(status, 0);
  assert.match(stdout, /^LSTM, 10 → 7, PyTorch की गिनती\n532 parameters\n/);
});

test("many queries from files and standard input, one after the other", async () => {
  await writeFile(
    join(folder, "queries.txt"),
    "\uFEFF# the notes' examples\r\n\r\ninput=64&layers=LSTM(32)\r\n  input=64&layers=GRU(32)\n",
  );
  const { status, stdout } = run(["--file", "queries.txt", "-"], "input=32&layers=LSTM(32)\n\n# none\n");
  assert.equal(status, 0);
  const totals = stdout.match(/^[0-9,]+(?= parameters$)/gm);
  assert.deepEqual(totals, ["8,320", "12,416", "9,312"]);
  assert.match(stdout, /\n\nLSTM, 64 → 32\n/, "with a line between them");
});

test("a file for each model", async () => {
  await writeFile(join(folder, "queries.txt"), `${lstm}\ninput=64&layers=GRU(32)\n${lstm}\n`);
  const { status, stdout } = run(["--file", "queries.txt", "--out", "made/tex", "--format", "latex"]);
  assert.equal(status, 0);
  const names = ["keras-64-lstm-32.tex", "notes-64-gru-32.tex", "keras-64-lstm-32-2.tex"];
  assert.equal(stdout, names.map((name) => `${join("made/tex", name)}\n`).join(""));
  assert.deepEqual(await readdir(join(folder, "made/tex")), names.toSorted());
  assert.equal(await readFile(join(folder, "made/tex", names[0]), "utf8"), run([lstm, "--format", "latex"]).stdout);
});

test("a problem is told in words, with its place; the other models are written all the same", async () => {
  const { status, stdout, stderr } = run(["input=64&layers=LTSM(32)", "input=64&layers=LSTM(32)"]);
  assert.equal(status, 1);
  assert.match(stdout, /^LSTM, 64 → 32\n12,416 parameters\n/);
  assert.match(stderr, /^layers:1: There is no layer called LTSM.*LSTM.*\n {2}LTSM\(32\)\n {2}\^{4}\n$/);

  await writeFile(join(folder, "queries.txt"), "\ninput=1.5&layers=LSTM(32, hiden_size=4)\n");
  const filed = run(["--file", "queries.txt"]);
  assert.equal(filed.status, 1);
  assert.equal(filed.stdout, "");
  const [input, , , layers, text, marks] = filed.stderr.split("\n");
  assert.match(input, /^queries\.txt:2:input:1: .*1\.5/);
  assert.match(layers, /^queries\.txt:2:layers:10: .*hiden_size.*hidden_size/);
  assert.equal(text, "  LSTM(32, hiden_size=4)");
  assert.equal(marks, `${" ".repeat(2 + "LSTM(32, ".length)}${"^".repeat("hiden_size".length)}`);
  assert.match(run(["layers=LSTM(32)", "--lang", "hi"]).stderr, /^input:1: .*[\u0900-\u097f]/);
});

test("no sign of a query commands the terminal, and none fills it", () => {
  const { status, stderr } = run([`input=64&layers=${"x".repeat(5000)}\u001b[31m\u202e\u0007(`]);
  assert.equal(status, 1);
  assert.doesNotMatch(stderr.replaceAll("\n", ""), /[\p{Cc}\u202e]/u);
  assert.ok(stderr.length < 1000, `${stderr.length} signs`);
});

test("a wrong command is answered with the usage", () => {
  for (const args of [[], ["--format", "docx", lstm], ["--lang", "xx", lstm], ["--nope"], ["--format"]]) {
    const { status, stdout, stderr } = run(args);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, args.join(" "));
    assert.match(stderr, /rnn-params QUERY\.\.\./);
  }
  assert.match(run(["--format", "docx", lstm]).stderr, /^rnn-params: --format docx: markdown, latex, html, text\n/);
  const missing = run(["--file", "no/such/file"]);
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /^rnn-params: ENOENT.*no\/such\/file'\n$/);
});

test("--help and --version", () => {
  const help = run(["--help"]);
  assert.equal(help.status, 0);
  assert.match(help.stdout, /^rnn-params QUERY\.\.\..*--format.*--lang.*--out/s);
  const { status, stdout } = run(["--version"]);
  assert.equal(status, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});
