// Tests of web/cli.js: the command that a build of course notes runs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { root } from "../../web/tools/run.js";
import { codeCell, notebook } from "./file_models.js";

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
    text: /^LSTM, 64 → 32, as Keras counts\n12,416 parameters\n.*\n {4}= 3,104 × 4 = 12,416\n\nframework=keras&input=64&layers=LSTM\(32\)\n$/s,
    latex:
      /^% needs \\usepackage\{amsmath\}\n.*3\{,\}104 \\times 4 \\\\\n=\{\} & 12\{,\}416\n.*\n% framework=keras&input=64&layers=LSTM\(32\)\n$/s,
    markdown:
      /^### LSTM, 64 → 32, as Keras counts\n.*= 3\{,\}104 \\times 4 = 12\{,\}416\n\$\$\n\n\[query\]: framework=keras&input=64&layers=LSTM\(32\)\n$/s,
    table:
      /^\| layer .*\n\| 1\. LSTM\(32\) \| +32 \| +12,416 \| 100\.0 % \|\n.*\n\nIn memory: 48\.5 KiB as float32, .*\n\n\[query\]: framework=keras&input=64&layers=LSTM\(32\)\n$/s,
    csv: /^query,layer,name,.*\nframework=keras&input=64&layers=LSTM\(32\),1,LSTM,64,32,1,,32,,12416,12416,0\n$/,
    json: /^\{"query":.*"total":"12416".*\}\n$/,
    html: /^<section class="rnn-params" lang="en">\n.*<mn>12,416<\/mn>.*<\/section>\n<!-- framework=keras&input=64&layers=LSTM\(32\) -->\n$/s,
  };
  for (const [format, expected] of Object.entries(said)) {
    const { status, stdout, stderr } = run([lstm, "--format", format]);
    assert.match(stdout, expected);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  }
  assert.equal(run([lstm]).stdout, run([lstm, "--format", "text"]).stdout, "text is the default");
});

test("a link is answered in its own language, unless another one is asked for", () => {
  const link = `https://notes.example/?${lstm}&lang=hi`;
  assert.match(run([link]).stdout, /^LSTM.*[\u0900-\u097f]/);
  assert.match(run([link, "--worksheet"]).stdout, /^अभ्यास पत्र/);
  assert.equal(run([link, "--lang", "en"]).stdout, run([lstm]).stdout);
  assert.equal(run([`${lstm}&lang=xx`]).stdout, run([lstm]).stdout);
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

test("of many models each has its line in JSON, and names itself in CSV", () => {
  const models = ["input=64&layers=LSTM(32)", "input=64&layers=GRU(32)"];
  const lines = run([...models, "--format", "json"])
    .stdout.trim()
    .split("\n");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).total),
    ["12416", "9312"],
  );
  assert.deepEqual(
    run([...models, "--format", "csv"])
      .stdout.trim()
      .split("\n")
      .map((line) => line.split(",").filter((_, place) => place === 0 || place === 9)),
    [
      ["query", "parameters"],
      ["framework=notes&input=64&layers=LSTM(32)", "12416"],
      ["framework=notes&input=64&layers=GRU(32)", "9312"],
    ],
  );
  const { status, stdout, stderr } = run([...models, "layers=LSTM(x)", "--format", "json"]);
  assert.deepEqual([status, stdout.split("\n").length], [1, 3]);
  assert.match(stderr, /^input:1: /);
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
  assert.match(
    run(["--format", "docx", lstm]).stderr,
    /^rnn-params: --format docx: markdown, latex, html, text, table, csv, json\n/,
  );
  assert.match(run(["--out", "", lstm]).stderr, /^rnn-params: --out needs the name of a folder\n/);
  assert.match(run(["-", "-"]).stderr, /^rnn-params: Standard input can be read only once\n/);
});

/** @param {string[]} args @param {RegExp} said all of standard error @param {Omit<import("node:child_process").SpawnSyncOptions, "encoding">} [options] */
function refuses(args, said, options) {
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    input: "",
    timeout: 60_000,
    ...options,
    encoding: "utf8",
  });
  assert.match(stderr, said);
  assert.equal(status, 3, stderr);
}

test("a file that can't be read is a sentence, and an exit code of its own", async () => {
  refuses(
    ["--file", "no/such/file"],
    /^rnn-params: no\/such\/file cannot be read: there is no such file or folder\.\n$/,
  );
  await mkdir(join(folder, "a_folder"), { recursive: true });
  refuses(["--file", "a_folder"], /^rnn-params: a_folder cannot be read: it is a folder\.\n$/);
  const fromFolder = openSync(folder, "r");
  refuses(["-"], /^rnn-params: standard input cannot be read: it is a folder\.\n$/, {
    stdio: [fromFolder, "pipe", "pipe"],
  });
  refuses(["--file", process.execPath], /^rnn-params: .* cannot be read: it is not text\.\n$/);
  await writeFile(join(folder, "latin.txt"), Buffer.from("input=64&layers=LSTM(32) # caf\xe9\n", "latin1"));
  refuses(["--file", "latin.txt"], /^rnn-params: latin\.txt cannot be read: it is not text in UTF-8\.\n$/);
  await writeFile(join(folder, "windows.txt"), "\uFEFFinput=64&layers=LSTM(32)\r\n", "utf16le");
  refuses(["--file", "windows.txt"], /^rnn-params: windows\.txt cannot be read: it is not text\.\n$/);
  refuses(
    ["--file", `${"x".repeat(3000)}\u001b[31m`],
    /^rnn-params: x{200}… cannot be read: its name is too long\.\n$/,
  );
});

test("so is one without an end", { skip: process.platform === "win32" }, () => {
  refuses(["--file", "/dev/zero"], /^rnn-params: \/dev\/zero cannot be read: it is not text\.\n$/);
});

test("so is a folder or a file that can't be made", async () => {
  await writeFile(join(folder, "a_file"), "");
  const asked = (/** @type {string} */ out) => [lstm, "--out", out];
  refuses(asked("a_file"), /^rnn-params: a_file cannot be made: a file stands in its place\.\n$/);
  refuses(asked("a_file/x/y"), /^rnn-params: a_file\/x\/y cannot be made: a part of its path is a file\.\n$/);
  await mkdir(join(folder, "taken", "keras-64-lstm-32.txt"), { recursive: true });
  refuses(asked("taken"), /^rnn-params: taken\/keras-64-lstm-32\.txt cannot be written: it is a folder\.\n$/);
});

test("so is a folder where there can be none, at once", { skip: process.platform !== "linux" }, () => {
  refuses([lstm, "--out", "/proc/x/y"], /^rnn-params: \/proc\/x\/y cannot be made: no folder can be made there\.\n$/);
});

test("so is a full disk", { skip: process.platform !== "linux" }, () => {
  const full = openSync("/dev/full", "w");
  const said = /^rnn-params: Standard output cannot be written: the disk is full\.\n$/;
  refuses([lstm], said, { stdio: ["ignore", full, "pipe"] });
  refuses(["--help"], said, { stdio: ["ignore", full, "pipe"] });
  const untold = spawnSync(process.execPath, [cli, "input=64"], { stdio: ["ignore", "pipe", full], encoding: "utf8" });
  assert.deepEqual([untold.status, untold.stdout], [1, ""], "the exit code says it where nothing else can");
});

test("a reader that goes is no fault", { skip: process.platform === "win32" }, async () => {
  await writeFile(join(folder, "many.txt"), `${lstm}\n`.repeat(500));
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", '{ "$0" "$1" --file many.txt; echo "exit $?" >&2; } | head -n 1', process.execPath, cli],
    { cwd: folder, encoding: "utf8" },
  );
  assert.deepEqual([status, stderr], [0, "exit 0\n"]);
});

test("nothing is a stack, and what is said has an end", async () => {
  const long = run([`--${"x".repeat(5000)}`]);
  assert.equal(long.status, 2);
  assert.ok(long.stderr.length < 3500, `${long.stderr.length} signs`);

  const hostile = `input=64&layers=${"x.".repeat(500)}LSTM(1,${"a,".repeat(488)})`;
  const one = run([hostile]);
  assert.equal(one.status, 1);
  assert.ok(one.stderr.length < 20_000, `${one.stderr.length} signs for one model`);

  await writeFile(join(folder, "bad.txt"), `${"input=64&layers=x,y,LTSM(\n".repeat(2000)}input=64&layers=LSTM(32)\n`);
  const many = run(["--file", "bad.txt"]);
  assert.equal(many.status, 1);
  assert.match(many.stdout, /12,416 parameters/);
  assert.ok(many.stderr.length < 70_000, `${many.stderr.length} signs for many models`);
  assert.match(many.stderr, /\n1,[0-9]{3} more models have problems\.\n$/);
});

test("thirty worksheets in one document, their keys behind them, or alone", () => {
  const asked = ["input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))", "--worksheet"];
  const thirty = [...asked, "--seeds", "1..30", "--format", "latex"];
  const titles = (/** @type {string[]} */ args) =>
    [...run(args).stdout.matchAll(/\\large\\textbf\{(.*?)\}/g)].map(([, title]) => title);
  const versions = Array.from({ length: 30 }, (_, place) => place + 1);
  const sheets = versions.map((seed) => `Worksheet ${seed}`);
  const keys = versions.map((seed) => `Key to worksheet ${seed}`);
  assert.deepEqual(titles(thirty), [...sheets, "All answers", ...keys]);
  assert.deepEqual(titles([...thirty, "--no-key"]), sheets);
  assert.deepEqual(titles([...thirty, "--key"]), ["All answers", ...keys]);
  assert.match(
    run([...asked, "--format", "latex"]).stdout,
    /^\\documentclass.*\\end\{document\}\n$/s,
    "a whole document",
  );

  const alone = run(asked);
  assert.deepEqual([alone.status, alone.stderr], [0, ""]);
  assert.match(alone.stdout, /^Worksheet\nName: .*\n {4}= \(14\) 2,240\n/s, "the model's own sizes");
  assert.doesNotMatch(run([...asked, "--no-key"]).stdout, /2,240/);
  assert.match(run([...asked, "--kind", "values", "--lang", "hi"]).stdout, /^अभ्यास पत्र\nनाम: /);
  assert.equal(
    run([...asked, "--seeds", "3", "--no-key"]).stdout,
    run([...asked, "--seeds", "3..3", "--no-key"]).stdout,
  );
});

test("worksheets of many models are one document, or a file for each", async () => {
  const asked = ["input=64&layers=LSTM(32)", "input=64&layers=GRU(32)", "--worksheet", "--format", "html"];
  const { status, stdout } = run(asked);
  assert.equal(status, 0);
  assert.equal(stdout.match(/<!doctype html>/g)?.length, 1);
  const titles = [...stdout.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, title]) => title);
  assert.deepEqual(titles, ["Worksheet", "Worksheet", "Key to the worksheet", "Key to the worksheet"]);
  assert.equal(run([...asked, "--out", "sheets"]).status, 0);
  const files = (/** @type {string} */ name) => [`${name}-key.html`, `${name}-worksheet.html`];
  assert.deepEqual(await readdir(join(folder, "sheets")), [...files("notes-64-gru-32"), ...files("notes-64-lstm-32")]);
  const versions = [asked[0], "--worksheet", "--seeds", "1..30", "--format", "latex", "--out", "class"];
  assert.equal(run(versions).status, 0);
  const made = await readdir(join(folder, "class"));
  assert.equal(made.length, 31, "one for each, and the key");
  assert.deepEqual([made[0], made[1]], ["notes-64-lstm-32-key.tex", "notes-64-lstm-32-worksheet-01.tex"]);
  const [key, first] = await Promise.all(made.slice(0, 2).map((name) => readFile(join(folder, "class", name), "utf8")));
  assert.equal(key.match(/Key to worksheet \d+\}\}/g)?.length, 30);
  assert.match(first, /^\\documentclass.*Worksheet 1\}\}.*\\end\{document\}\n$/s);
  assert.doesNotMatch(first, /Worksheet 2|\\answer\{1\}/);
  await writeFile(join(folder, "model.py"), "model.add(LSTM(32, input_shape=(10, 64)))\n");
  assert.match(run(["--read", "model.py", "--worksheet"]).stdout, /^Worksheet\n.*Counted as in: Keras\n/s);
});

test("what cannot be a worksheet is said, and the others are written", () => {
  const wrong = run(["input=10&layers=LTSM(7)", "framework=keras&input=10&layers=Dropout(0.5)", lstm, "--worksheet"]);
  assert.equal(wrong.status, 1);
  assert.match(
    wrong.stderr,
    /^layers:1: There is no layer called LTSM.*\nThere is nothing to ask about this model: .*\n$/s,
  );
  assert.match(wrong.stdout, /^Worksheet\n/);
  for (const [args, said] of /** @type {[string[], RegExp][]} */ ([
    [["--worksheet", "--seeds", "30..1"], /--seeds 30\.\.1: the second number is below the first/],
    [["--worksheet", "--seeds", "x..y"], /--seeds x\.\.y: a number, or two as in 1\.\.30/],
    [["--worksheet", "--seeds", "1..100000"], /--seeds 1\.\.100000: at most 200 at once/],
    [["--worksheet", "--kind", "all"], /--kind all: ideas, values, total/],
    [["--worksheet", "--format", "csv"], /--worksheet --format csv: markdown, latex, html, text/],
    [["--worksheet", "--key", "--no-key"], /--key goes without --no-key/],
    [["--worksheet", "--got", "7"], /--worksheet goes without --got/],
    [["--worksheet", "--vs", lstm], /--worksheet goes without --vs/],
    [["--seeds", "1..30"], /--seeds needs --worksheet/],
    [["--kind", "ideas"], /--kind needs --worksheet/],
    [["--key"], /--key needs --worksheet/],
  ])) {
    const { status, stdout, stderr } = run([lstm, ...args]);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, args.join(" "));
    assert.match(stderr, new RegExp(`^rnn-params: ${said.source}\\n`));
  }
});

test("usage and README know the exit codes", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  for (const text of [run(["--help"]).stdout, readme])
    for (const code of [
      /\b1 if a model has a problem/,
      /\b2 for a wrong command/,
      /\b3 if a file\s+cannot\s+be read or written/,
    ])
      assert.match(text, code);
});

test("--help and --version need no core, and a wrong command is told without one", async () => {
  const web = fileURLToPath(new URL("../../web", import.meta.url));
  const copy = join(folder, "unbuilt");
  await cp(web, join(copy, "web"), { recursive: true, filter: (name) => !/[\\/](wasm|font)$/.test(name) });
  await cp(join(web, "../package.json"), join(copy, "package.json"));
  const unbuilt = (/** @type {string} */ arg) =>
    spawnSync(process.execPath, [join(copy, "web/cli.js"), arg], { encoding: "utf8" });
  for (const arg of ["--help", "--version", "--nope"]) {
    const { status, stdout, stderr } = unbuilt(arg);
    assert.deepEqual({ status, stdout, stderr }, run([arg]));
  }
  const { status, stderr } = unbuilt(lstm);
  assert.equal(status, 3);
  assert.match(stderr, /^rnn-params: Its file core\.wasm or core\.js is not there: npm run build makes them\.\n$/);
});

test("what goes wrong beside the models is the exit code, also where they are written", () => {
  const script = `process.on("newListener", (name) => {
    if (name === "uncaughtException") setImmediate(() => { throw new Error("on purpose"); });
  });`;
  const args = ["--import", `data:text/javascript,${encodeURIComponent(script)}`, cli, lstm];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  assert.match(stdout, /12,416 parameters/);
  assert.equal(stderr, "rnn-params: This should not have happened: on purpose\n");
  assert.equal(status, 3);
});

test("--help and --version", () => {
  const help = run(["--help"]);
  assert.equal(help.status, 0);
  assert.match(help.stdout, /^rnn-params QUERY\.\.\..*--format.*--lang.*--out/s);
  const { status, stdout } = run(["--version"]);
  assert.equal(status, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

const code = `import keras
model = keras.Sequential()
model.add(LSTM(32, return_sequences=True, input_shape=(10, 64)))
model.add(Dense(n, activation="sigmoid"))
`;

test("a text is read: its layers by line, its count, what is asked and what is left out", async () => {
  await writeFile(join(folder, "model.py"), code.replace("n,", "1,"));
  const { status, stdout, stderr } = run(["--read", "model.py"]);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /^Read as Keras code\n {2}line 3: layer 1: LSTM\(32\) · input 64/);
  assert.match(stdout, /\n {2}line 4: layer 2: Dense\(1\)\n12,449 parameters\. .*activation/);
  assert.match(stdout, /\nLeft out: .*import.*\.\n$/);
  assert.match(run(["--read", "model.py", "--lang", "hi"]).stdout, /^Keras का code\n/);
});

test("what the text leaves open is asked, and said by --name", () => {
  const open = run(["--read", "-"], code);
  assert.equal(open.status, 1);
  assert.match(open.stdout, /12,416 \+ \?.*\n.*Without a value: n\. Say it: --name n=100/s);
  const named = run(["--read", "-", "--name", "n=1"], code);
  assert.deepEqual([named.status, /^12,449 parameters\./m.test(named.stdout)], [0, true]);
  for (const wrong of ["n", "=", "=1"]) assert.equal(run(["--read", "-", "--name", wrong], code).status, 2, wrong);
});

test("with a format the model that was read is written, as any other", () => {
  const { status, stdout } = run(["--read", "-", "--name", "n=1", "--format", "json"], code);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).total, "12449");
  const open = run(["--read", "-", "--format", "json"], code);
  assert.deepEqual([open.status, open.stdout], [1, ""]);
  assert.match(open.stderr, /^-:layers:\d+: /);
});

test("where nothing is read, that is said in one line, and the exit code is 2", async () => {
  await writeFile(join(folder, "poem.txt"), "Shall I compare thee to a summer's day?\n");
  const { status, stdout, stderr } = run(["--read", "poem.txt"]);
  assert.deepEqual([status, stdout, stderr.trim().split("\n").length], [2, "", 1]);
  assert.match(stderr, /^rnn-params: poem\.txt: Nothing was read of this text/);
  await writeFile(join(folder, "photo.jpg"), Uint8Array.of(0xff, 0xd8, 0xff, 0));
  assert.deepEqual([run(["--read", "photo.jpg"]).status, run(["--read", "missing"]).status], [3, 3]);
  const long = run(["--read", "-"], "x = 1\n".repeat(300_000));
  assert.deepEqual([long.status, /too long/.test(long.stderr)], [2, true]);
});

test("files of models are read, too; nothing in them is run", async () => {
  const files = join(root, "tests", "web", "files");
  const checkpoint = run(["--read", join(files, "checkpoint.pth")]);
  assert.deepEqual([checkpoint.status, checkpoint.stderr], [0, ""]);
  assert.match(
    checkpoint.stdout,
    /^Read as shapes of weights in PyTorch\nFrom .*checkpoint\.pth: .* not optimizer_state_dict\.\n/,
  );
  assert.match(checkpoint.stdout, /\n207 parameters\.\n$/);
  const keras = run(["--read", join(files, "model.keras"), "--format", "json"]);
  assert.deepEqual([keras.status, JSON.parse(keras.stdout).total], [0, "191"]);
  assert.match(
    run(["--read", join(files, "lstm.onnx"), "--lang", "hi"]).stdout,
    /lstm\.onnx से: weights के नाम और shapes\./,
  );
  await writeFile(join(folder, "half.pt"), (await readFile(join(files, "lstm.pt"))).subarray(0, 1000));
  const half = run(["--read", "half.pt"]);
  assert.deepEqual([half.status, half.stdout], [3, ""]);
  assert.match(half.stderr, /^rnn-params: half\.pt ends too early/);
  const open = notebook([codeCell("model.add(LSTM(units, input_shape=(10, 64)))")]);
  await writeFile(join(folder, "notes.ipynb"), open);
  assert.equal(run(["--read", "notes.ipynb"]).status, 1);
  assert.match(run(["--read", "notes.ipynb", "--name", "units=32"]).stdout, /^12,416 parameters\./m);
  assert.match(run(["--read", "-"], open).stdout, /^From standard input: the code of its cells\./m);
});

test("--got says how a number comes about; the exit code says whether it is right", () => {
  const stack = "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))";
  const wrong = run(["--got", "1848", stack]);
  assert.deepEqual({ status: wrong.status, stderr: wrong.stderr }, { status: 1, stderr: "" });
  assert.match(wrong.stdout, /^1,848 is not this model’s count: it is 2,240\.\n.*layer 2 reads 7 numbers\..*\n/);
  assert.match(wrong.stdout, /\n {4}2 × \[\(7 \+ 10 \+ 1\) × 7\] × 4 \+ 2 × \[\(7 \+ 7 \+ 1\) × 7\] × 4 = 1,848\n$/);
  const right = run(["--got", "12.416", lstm]);
  assert.deepEqual(right, {
    status: 0,
    stdout: "12,416 is right for Keras, the notes and others.\n",
    stderr: "",
  });
  assert.match(run(["--got", "१२,५४४", lstm, "--lang", "hi"]).stdout, /12,544 सही है: PyTorch/);
  const unclear = run(["--got", "many", lstm]);
  assert.equal(unclear.status, 2);
  assert.match(unclear.stderr, /no whole number/);
  const problem = run(["--got", "7", "layers=LSTM(32)"]);
  assert.equal(problem.status, 2);
  assert.match(problem.stderr, /^input:1: /);
  assert.equal(run(["--got", "7"]).status, 2);
});

test("the largest size within a budget", () => {
  // 4 × (371 + 300 + 1) × 371 = 997,248, and 1,001,424 with 372
  const said = `LSTM, 300 → 371, as Keras counts
units 371: 997,248 parameters, 2,752 left. 372 would be 1,001,424.
4 × units² + 1,204 × units = 4 × 371² + 1,204 × 371 = 997,248
framework=keras&input=300&layers=LSTM(371)
`;
  const asked = "framework=keras&input=300&layers=LSTM(?)";
  for (const args of [
    ["--budget", "1000000", asked],
    [`${asked}&budget=1000000`],
    ["--budget", "1000000", `${asked}&budget=7`],
  ])
    assert.deepEqual(run(args), { status: 0, stdout: said, stderr: "" });
  assert.match(run(["--budget", "1000000", asked, "--format", "csv"]).stdout, /,1,LSTM,300,371,.*,997248,/);
  assert.match(run(["--budget", "1000000", asked, "--lang", "hi"]).stdout, /units 371: .*2,752 बचता है/);
  const [small, none, plain, wrong] = [
    run(["--budget", "100", asked]),
    run(["--budget", "100", "input=3&layers=LSTM(4)"]),
    run([asked]),
    run(["--budget", "1,000", asked]),
  ];
  assert.deepEqual([small.status, none.status, plain.status, wrong.status], [2, 2, 1, 2]);
  assert.match(small.stderr, /^budget:1: None fits: with 1 there are 1,208 already\.\n {2}100\n/);
  assert.match(none.stderr, /^layers:1: No \? stands in the place of a size\./);
  assert.match(wrong.stderr, /^budget:1: Write the number without separators\./);
});

test("two models side by side: totals, the difference with its reason, the layers", () => {
  const pytorch = "framework=pytorch&input=64&layers=LSTM(32)";
  // PyTorch keeps a second bias: 4 × 32 more.
  const said = run([lstm, "--vs", pytorch]);
  assert.deepEqual([said.status, said.stderr], [0, ""]);
  assert.match(
    said.stdout,
    /^LSTM, 64 → 32, as Keras counts: 12,416 parameters\. LSTM, 64 → 32, as PyTorch counts: 12,544, 128 more\.\n/,
  );
  assert.match(said.stdout, /second bias/);
  assert.match(said.stdout, /\n\| 1\. LSTM\(32\) \| +12,416 \| +1\. LSTM\(32\) \| +12,544 \| +\+128 \|\n/);
  assert.equal(run([`${lstm}&vs=${encodeURIComponent(pytorch)}`]).stdout, said.stdout);
  // 3 × (64 + 32 + 2) × 32 = 9,408; a Dense(1) behind it has 33.
  const other = run([lstm, "--vs", "framework=keras&input=64&layers=GRU(32),Dense(1)", "--lang", "hi"]);
  assert.match(other.stdout, /9,441, 2,975 कम/);
  assert.match(other.stdout, /\| +\| 2\. Dense\(1\) \| +33 \|/);
  const wrong = run([lstm, "--vs", "input=64&layers=LTSM(32)"]);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^layers:1: There is no layer called LTSM here\./);
});
