// Tests that what 0.1.0 wrote, or told its readers to write, still counts the same: the models of its tags, frames, files and links,
// its command lines and its imports. tests/page/old_embeds.test.js opens the same in a page.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../web/engine.js";
import old from "../hosts/embeds_0.1.0.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Where the lines are run: what they name is there. */
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "rnn-params-old-"));
  await symlink(join(root, "web"), join(folder, "web"));
  await writeFile(join(folder, "queries.txt"), old.queries);
});
after(() => rm(folder, { recursive: true }));

/** The query behind an address's question mark; the page without one opens with its first example. @param {string} address */
const queryOf = (address) => address.split("?")[1] ?? "input=64&layers=LSTM(32)";

const plain = (/** @type {string} */ markup) => markup.replaceAll("&amp;", "&");

test("each model has its total, or its problem", async () => {
  const { explain } = await load();
  const frames = [...old.dialog, ...old.frames].map(({ frame, shows }) => ({
    address: plain(/src="([^"]*)"/.exec(frame)?.[1] ?? ""),
    shows,
  }));
  const addresses = [...old.dialog.map(({ file, shows }) => ({ address: file, shows })), ...frames];
  for (const { address, shows } of addresses) assert.equal(explain(queryOf(address)).total, shows.total, address);
  for (const { model, shows } of old.notebooks) {
    const given = Object.entries(model).map(([key, value]) => [key, `${value ?? ""}`]);
    assert.equal(explain(`${new URLSearchParams(given)}`).total, shows.total, JSON.stringify(model));
  }
});

test("each link is read by the command, with the digits it was written in", async () => {
  await writeFile(join(folder, "links.txt"), old.pages.map(({ link }) => `${queryOf(link)}\n`).join(""));
  const run = spawnSync(process.execPath, ["web/cli.js", "--file", "links.txt"], { cwd: folder, encoding: "utf8" });
  const totals = [...run.stdout.matchAll(/^([0-9,]+) parameters$/gm)].map(([, total]) => total.replaceAll(",", ""));
  assert.deepEqual(totals, old.pages.map(({ shows }) => shows.total).filter(Boolean));
  const wrong = new Set([...run.stderr.matchAll(/^links\.txt:(\d+):/gm)].map(([, line]) => Number(line)));
  assert.deepEqual(
    [...wrong],
    old.pages.flatMap(({ shows }, index) => (shows.total === "" ? [index + 1] : [])),
  );
  assert.equal(run.status, 1);
});

/** Numbers in formulas had no separators in 0.1.0: that is a matter of looks. @param {string} text */
const ungrouped = (text) => text.replaceAll("{,}", "");

for (const { line, says, status = 0 } of old.commands) {
  test(line, () => {
    const run = spawnSync(line, { cwd: folder, shell: true, encoding: "utf8" });
    assert.deepEqual([run.status, run.stderr !== ""], [status, status !== 0], run.stderr);
    const said = ungrouped(run.stdout + run.stderr);
    for (const part of says) assert.ok(said.includes(ungrouped(part)), `${part} is not in ${said}`);
  });
}

for (const { text, prints } of old.scripts) {
  test(text, () => {
    const run = spawnSync(process.execPath, ["--input-type=module", "--eval", text], { cwd: folder, encoding: "utf8" });
    assert.deepEqual([run.stdout, run.stderr], [prints, ""]);
  });
}

test("a command writes its files where it is told", async () => {
  assert.match(await readFile(join(folder, "made/tex/notes-64-lstm-32.tex"), "utf8"), /12\{,\}416/);
});
