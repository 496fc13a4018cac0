/**
 * clang-tidy over the core, two files at a time. It is slow, so a file that passed is looked at again only when it,
 * any header or the configuration has changed: build/tidy/ remembers.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, run } from "./run.js";
import { sources } from "./sources.js";

/** Needs build/native/compile_commands.json. */
export async function tidy() {
  const memory = join(root, "build/tidy");
  mkdirSync(memory, { recursive: true });
  const common = [".clang-tidy", "CMakeLists.txt", ...sources("core", ".h")];
  const queue = sources("core", ".cpp").filter((file) => !existsSync(passed(file)));

  /** @param {string} file */
  function passed(file) {
    const hash = createHash("sha256");
    for (const path of [...common, file]) hash.update(`${path}\n`).update(readFileSync(join(root, path)));
    return join(memory, hash.digest("hex"));
  }

  // The commands in compile_commands.json may be for GCC, whose warnings Clang does not all know.
  const options = ["-p", "build/native", "--quiet", "--extra-arg=-Wno-unknown-warning-option"];

  async function worker() {
    for (let file = queue.shift(); file; file = queue.shift()) {
      await run("clang-tidy", [...options, file], { quiet: true, nice: true });
      writeFileSync(passed(file), "");
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
