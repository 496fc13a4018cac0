/** `npm run format`: lays out C++ by clang-format and everything else by Biome, which also mends what it can. */
import { run, runTool } from "./run.js";
import { sources } from "./sources.js";

/** @param {{ check?: boolean }} [options] `check`: change nothing, fail if something would change */
export async function clangFormat({ check = false } = {}) {
  await run("clang-format", [...(check ? ["--dry-run", "--Werror"] : ["-i"]), ...sources("*.h", "*.cpp")]);
}

/** @param {{ check?: boolean }} [options] */
export async function biome({ check = false } = {}) {
  const program = "node_modules/@biomejs/biome/bin/biome";
  const options = ["--config-path=web/biome.json", "--error-on-warnings", ...(check ? [] : ["--write"])];
  await run(process.execPath, [program, "check", ...options]);
}

if (process.argv[1] === import.meta.filename) {
  await runTool(async () => {
    await clangFormat();
    await biome();
  });
}
