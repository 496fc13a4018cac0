/** Files and streams as the command needs them: read whole, within bounds; written; and what goes wrong with them in a sentence. */
import { fstatSync } from "node:fs";
import { mkdir, open, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { limits } from "../border/files/limits.js";
import { bytesSource } from "../border/files/source.js";
import { shown } from "./report.js";

/** What the machine does not give: a file, a folder, room on a disk. */
export class Refused extends Error {}

/** More than any list of queries has. */
const mostMiB = 64;
/** So much of a name is said. */
const longestName = 200;
const standardInput = "standard input";
const standardOutput = "Standard output";

/** @type {Record<string, string>} */
const reasons = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  EEXIST: "a file stands in its place",
  ENOTDIR: "a part of its path is a file",
  EACCES: "this user may not do that",
  EPERM: "this user may not do that",
  EROFS: "that disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "this user's share of the disk is used up",
  EFBIG: "the file would be too large",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links lead round in a circle",
  EMFILE: "too many files are open",
};

/**
 * "notes/queries.txt cannot be read: there is no such file or folder."
 * @param {string} name
 * @param {string} action what it cannot be
 * @param {unknown} error
 */
function refused(name, action, error) {
  const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
  const reason = reasons[code] ?? (code ? `the system says ${code}` : message);
  return new Refused(`${shown(name, longestName)} cannot be ${action}: ${reason}.`);
}

/**
 * A text in UTF-8, without the mark that some editors put before it.
 * @param {string} name of a file; "-" is standard input
 */
export async function textOf(name) {
  const called = name === "-" ? standardInput : name;
  /** @type {Buffer[]} */
  const pieces = [];
  let size = 0;
  try {
    for await (const piece of name === "-" ? inputStream() : (await open(name)).createReadStream()) {
      if (piece.includes(0)) throw new Error("it is not text"); // no need to read on
      pieces.push(piece);
      size += piece.length;
      if (size > mostMiB * 2 ** 20) throw new Error(`it has more than ${mostMiB} MiB`);
    }
  } catch (error) {
    throw refused(called, "read", error);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw refused(called, "read", new Error("it is not text in UTF-8"));
  }
}

/**
 * A file by windows: what is not asked for is not read. Standard input is read whole.
 * @template T
 * @param {string} name of a file; "-" is standard input
 * @param {(source: import("../border/files/source.js").Source) => Promise<T>} use
 */
export async function withSource(name, use) {
  if (name === "-") return use(await inputSource());
  const file = await open(name).catch((error) => {
    throw refused(name, "read", error);
  });
  try {
    const about = await file.stat().catch((error) => {
      throw refused(name, "read", error);
    });
    if (about.isDirectory()) throw refused(name, "read", Object.assign(new Error(), { code: "EISDIR" }));
    if (!about.isFile()) return await use(bytesSource(await gathered(name, file.createReadStream())));
    return await use({
      size: about.size,
      slice: async (start, end) => {
        const bytes = new Uint8Array(end - start);
        let length = 0;
        while (length < bytes.length) {
          const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length).catch((error) => {
            throw refused(name, "read", error);
          });
          if (bytesRead === 0) break;
          length += bytesRead;
        }
        return bytes.subarray(0, length);
      },
    });
  } finally {
    await file.close().catch(() => {}); // a stream has closed it already
  }
}

async function inputSource() {
  try {
    return bytesSource(await gathered(standardInput, inputStream()));
  } catch (error) {
    throw error instanceof Refused ? error : refused(standardInput, "read", error);
  }
}

/** @param {string} called @param {AsyncIterable<Buffer>} stream */
async function gathered(called, stream) {
  /** @type {Buffer[]} */
  const pieces = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      pieces.push(piece);
      size += piece.length;
      if (size > limits.hdf5) throw new Error(`it has more than ${limits.hdf5 / 2 ** 20} MiB`);
    }
  } catch (error) {
    throw refused(called, "read", error);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function inputStream() {
  if (fstatSync(process.stdin.fd).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  return process.stdin;
}

/** @param {string} folder with those above it */
export async function makeFolder(folder) {
  try {
    await made(folder);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw refused(folder, "made", code === "ENOENT" ? new Error("no folder can be made there") : error);
  }
}

/** Not mkdir's own way: where no folder can be made at all, as in /proc, it never ends. @param {string} folder @returns {Promise<void>} */
async function made(folder) {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "EEXIST" && (await stat(folder)).isDirectory()) return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw error;
    await made(dirname(folder));
    await mkdir(folder).catch((error) => {
      if (error.code !== "EEXIST") throw error; // others make folders too
    });
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
export async function write(name, text) {
  await writeFile(name, text).catch((error) => {
    throw refused(name, "written", error);
  });
}

/** To standard output. A reader that has seen enough, and goes, is no fault. @param {string} text @returns {Promise<void>} */
export function print(text) {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
      if (error && code !== "EPIPE") reject(refused(standardOutput, "written", error));
      else resolve();
    });
  });
}
