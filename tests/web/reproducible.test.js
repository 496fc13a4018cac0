// Tests that a build depends on what stands in the repository alone: in another folder it comes out the same, byte by byte.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { root } from "../../web/tools/run.js";

const execute = promisify(execFile);

/** What the page's build reads. */
const read = ["web", "core", "index.html", "package.json", "LICENSE", "CMakeLists.txt"];

/**
 * Builds the page in a folder of that name.
 * @param {string} name
 * @returns {Promise<Record<string, string>>} the digest of each file
 */
async function builtIn(name) {
  const parent = await mkdtemp(join(tmpdir(), "rnn-params-build-"));
  try {
    const folder = join(parent, name);
    for (const one of read) await cp(join(root, one), join(folder, one), { recursive: true });
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    const vite = join("node_modules", "vite", "bin", "vite.js");
    await execute(process.execPath, [vite, "build", "--config", "web/vite.config.js", "--logLevel", "error"], {
      cwd: folder,
    });
    const inline = 'import("./web/tools/inline.js").then((tool) => tool.buildInlined())';
    await execute(process.execPath, ["--input-type=module", "--eval", inline], { cwd: folder });
    const dist = join(folder, "dist");
    const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const digests = files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      return [
        path.slice(dist.length + 1),
        createHash("sha256")
          .update(await readFile(path))
          .digest("hex"),
      ];
    });
    return Object.fromEntries((await Promise.all(digests)).sort());
  } finally {
    await rm(parent, { recursive: true });
  }
}

test("two builds in two folders are the same, byte by byte", async () => {
  const one = await builtIn("one");
  assert.ok(Object.keys(one).length > 30);
  assert.deepEqual(await builtIn("another, far longer"), one);
});

test("WebAssembly knows nothing of the folder that it was made in", async () => {
  const folder = join(root, "web", "wasm");
  for (const file of await readdir(folder)) {
    const bytes = await readFile(join(folder, file));
    assert.ok(!bytes.includes(root), file);
  }
});
