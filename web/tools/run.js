import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository; every tool works there. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The oldest browsers whose CSS is written as it stands: light-dark() needs no replacement in them. */
export const cssTarget = ["chrome123", "firefox120", "safari17.5"];

/** Something the reader can mend: shown without a stack. */
export class Failure extends Error {}

/**
 * Runs a program in the repository's folder, with its output on ours.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, terminal?: boolean, nice?: boolean }} [options]
 *   `quiet`: show the output only if the program fails; `terminal`: the program may ask for input; `nice`: others come first
 * @returns {Promise<string>} the output, if quiet; rejects with a Failure, whose cause is that, unless the program exits with 0
 */
export function run(program, args, { env = {}, quiet = false, terminal = false, nice = false } = {}) {
  const command = nice && onPath("nice") ? ["nice", "-n", "19", program, ...args] : [program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: [terminal ? "inherit" : "ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on("data", (data) => output.push(data));
    child.stderr?.on("data", (data) => output.push(data));
    child.on("error", (error) => reject(new Failure(`${program}: ${error.message}`)));
    child.on("close", (code, signal) => {
      const text = Buffer.concat(output).toString();
      if (code === 0) return resolve(text);
      process.stderr.write(text);
      reject(new Failure(`${signal ?? `exit code ${code}`}: ${[program, ...args].join(" ")}`, { cause: text }));
    });
  });
}

/**
 * The first of the programs that is on the PATH.
 * @param {...string} names
 * @returns {string | undefined} its whole path
 */
export function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * Runs a tool's main function and ends with exit code 1 if it fails.
 * @param {() => Promise<unknown>} main
 */
export async function runTool(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
