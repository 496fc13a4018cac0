// Tests of files that are cut or changed: there is a reading or a clear word, never an error, and never another way out.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { contentsOf } from "../../web/border/files/file.js";
import { longestText } from "../../web/border/files/limits.js";
import { bytesSource } from "../../web/border/files/source.js";
import { readingMessages } from "../../web/messages/en/reading.js";
import { fileNoteWords, fileProblemWords } from "../../web/telling/files.js";
import { root } from "../../web/tools/run.js";
import { bytes, codeCell, notebook, random, safetensors, stream } from "./file_models.js";

const folder = join(root, "tests", "web", "files");
/** So many bytes are changed, one at a time, and as many in fours. */
const changes = 300;

/** @type {[name: string, file: Uint8Array][]} */
const files = [
  ["model.safetensors", safetensors({ "a.weight": [3, 4], "a.bias": [3] })],
  ["notes.ipynb", bytes(notebook([codeCell("model.add(LSTM(3))", [stream("x (3,)\n")])]))],
];
for (const name of (await readdir(folder)).filter((name) => !name.endsWith(".jsonl")))
  files.push([name, new Uint8Array(await readFile(join(folder, name)))]);

/** @param {Uint8Array} file @param {string} name @returns {Promise<string>} the problem's code, or "" */
async function outcome(file, name) {
  const found = await contentsOf(bytesSource(file), name);
  if ("code" in found) {
    assert.ok(Object.hasOwn(readingMessages.pasted.file.problem, found.code), found.code);
    assert.match(fileProblemWords(found, name, readingMessages), /\.$/);
    return found.code;
  }
  assert.ok(found.texts.length > 0);
  for (const { text } of found.texts) assert.ok(text.length <= longestText);
  for (const words of fileNoteWords(found.notes, name, readingMessages)) assert.match(words, /\.$/);
  return "";
}

for (const [name, file] of files) {
  test(`cut anywhere: ${name}`, async () => {
    for (let part = 0; part < 20; part++) await outcome(file.subarray(0, Math.floor((file.length * part) / 20)), name);
    assert.equal(await outcome(file, name), "");
  });

  test(`changed anywhere: ${name}`, async (context) => {
    const next = random(file.length);
    /** @type {Record<string, number>} */
    const seen = {};
    for (let change = 0; change < 2 * changes; change++) {
      const broken = Uint8Array.from(file);
      const at = next(file.length);
      const width = change % 2 === 0 ? 1 : 4;
      for (let place = at; place < Math.min(file.length, at + width); place++)
        broken[place] = width === 1 ? broken[place] ^ (1 << next(8)) : next(2) * 255;
      const code = await outcome(broken, name);
      seen[code || "read"] = (seen[code || "read"] ?? 0) + 1;
    }
    context.diagnostic(JSON.stringify(seen));
  });
}
