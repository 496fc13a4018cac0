// Tests of what .github/workflows may do: pinned actions, and no right that is not given job by job.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../web/tools/run.js";

const folder = join(root, ".github", "workflows");

for (const file of await readdir(folder)) {
  test(`${file}: actions are pinned, rights are least`, async () => {
    const text = await readFile(join(folder, file), "utf8");
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action);
    assert.ok(uses.length > 0);
    for (const action of uses) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const [top] = text.match(/^permissions:.*(\n {2}.*)*/m) ?? [""];
    assert.match(top, /^permissions:( \{\}|\n {2}contents: read)$/);
    assert.doesNotMatch(text, /write-all|pull_request_target|secrets\./);
    // Texts of others never become commands.
    assert.doesNotMatch(text, /run:.*\$\{\{/);
  });
}
