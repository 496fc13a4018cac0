// Runs TensorFlow.js code that the project wrote, and compares what it prints with what the project counts.
//
//     node tests/reference/run_tfjs_code.js FOLDER    # FOLDER holds node_modules/@tensorflow/tfjs
//
// Standard input: lines of JSON, {"code": "…", "total": "123"}. Each code is a module of its own in FOLDER. The exit code is 1 if any of
// them does not print its total.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = await mkdtemp(join(resolve(process.argv[2] ?? "."), "code-"));
const print = console.log;
console.warn = () => {}; // it recommends another package
let ran = 0;
let different = 0;

/** What the code printed, or how it failed. @param {string} code */
async function printed(code) {
  const file = join(folder, `${ran}.mjs`);
  await writeFile(file, code);
  /** @type {string[]} */
  const lines = [];
  console.log = (...all) => void lines.push(all.join(" "));
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    lines.push(`${error}`);
  } finally {
    console.log = print;
  }
  return lines.join("\n");
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  const { code, total } = JSON.parse(line);
  ran++;
  const found = await printed(code);
  if (found === total) continue;
  different++;
  print(`expected ${total}, printed ${found} by\n${code}\n`);
}
await rm(folder, { recursive: true });
print(`${ran} ran, ${different} different`);
// Nothing to run is no success: something before this program must have failed.
process.exitCode = different > 0 || ran === 0 ? 1 : 0;
