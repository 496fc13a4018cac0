import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "./run.js";

/**
 * The project's own files, as git knows them: also new ones, but none that it ignores.
 * @param {...string} patterns such as "*.cpp", in whatever folder, or "tests/page/*.js", also below that
 * @returns {string[]} paths from the root
 */
export function sources(...patterns) {
  const options = ["--cached", "--others", "--exclude-standard", "-z"];
  const { stdout, stderr, error } = spawnSync("git", ["ls-files", ...options, "--", ...patterns], {
    cwd: root,
    encoding: "utf8",
  });
  const files = (stdout ?? "").split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  if (files.length > 0) return files.sort();
  const reason = error?.message || stderr.trim() || `there is no ${patterns.join(", ")}`;
  throw new Failure(`The tools find the project's files by git, in a clone of its repository: ${reason}`);
}
