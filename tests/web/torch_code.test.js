// Runs the PyTorch code that the page shows, where PyTorch is installed: it has to print the total that it promises.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { decode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { codeFor, mostLayers } from "../../web/export/code.js";

const engine = await load();
const catalog = engine.catalog();
const script = fileURLToPath(new URL("../reference/run_torch_code.py", import.meta.url));
const file = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8");

/** Debian's PyTorch belongs to Debian's Python. */
const python = ["/usr/bin/python3", "python3"].find(
  (program) => spawnSync(program, ["-c", "import torch"]).status === 0,
);

/** The PyTorch models of the reference file, each with the code that the page shows for it. */
const cases = file.split("\n").flatMap((row) => {
  const [, quoted, plain] = /^(?:"([^"]*)"|([^",]*)),/.exec(row) ?? [];
  const query = quoted ?? plain ?? "";
  if (!query.startsWith("framework=pytorch")) return [];
  const { total, layers } = engine.explain(query);
  if (layers.length > mostLayers) return [];
  const code = codeFor(decode(query, catalog.keys), engine.explain, catalog).find(
    ({ framework }) => framework === "pytorch",
  );
  return [{ query, total, code: code?.code ?? "" }];
});

test("every PyTorch model of the reference file has code that promises its total", () => {
  assert.ok(cases.length > 400, `${cases.length} models`);
  for (const { query, total, code } of cases) assert.ok(code.endsWith(`# ${total}`), query);
});

test("a bias that is switched off by a number is off in the code", () => {
  for (const [framework, option] of [
    ["pytorch", "bias=False"],
    ["keras", "use_bias=False"],
  ]) {
    const fields = decode("framework=keras&input=64&layers=Dense(3,use_bias=0)", catalog.keys);
    const code = codeFor(fields, engine.explain, catalog).find((one) => one.framework === framework)?.code ?? "";
    assert.ok(code.includes(option), code);
  }
});

test("PyTorch prints what the code promises", { skip: python ? false : "PyTorch is not installed" }, () => {
  // LayerNorm has its own bias since PyTorch 2.1; Debian's is older.
  const older = cases.filter(({ code }) => !/LayerNorm\(.*bias=/.test(code));
  const input = older.map(({ code, total }) => JSON.stringify({ code, total })).join("\n");
  const { status, stdout, stderr } = spawnSync(python ?? "", [script], { input, encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, new RegExp(`^${older.length} ran, 0 different`));
});
