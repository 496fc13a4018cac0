/**
 * The licences of what the builds put together and others wrote: which packages it is, the build's own list of modules says; what they ask for
 * is read where they stand, in node_modules and in Emscripten's folder.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure, onPath, root } from "./run.js";

/** @typedef {{ name: string, text: string }} Part */

const read = (/** @type {string} */ file) => readFileSync(file, "utf8").trim();

/** What a bundler adds of its own, by the beginning of the module's name, is a package's, too. */
const helpers = { "\0vite/": "vite", "\0rolldown/": "rolldown" };

/** The packages that files of web/font/ are cut from, by the file's name. */
export const fontSources = { "formula-400": "@fontsource/stix-two-math", "formula-600": "@fontsource/stix-two-text" };

/**
 * The package that a module is from, "lit-html"; "" for the project's own.
 * @param {string} id as the bundler has it
 */
export function packageOf(id) {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll("\\", "/")) ?? [];
  const helper = Object.entries(helpers).find(([start]) => id.startsWith(start));
  const font = Object.entries(fontSources).find(([file]) => id.includes(file));
  return name ?? helper?.[1] ?? font?.[1] ?? "";
}

/** Packages that others put into their own files; they stand in the folder that these would load them from. */
const carried = /** @type {Record<string, string[]>} */ ({ jsfive: ["pako"] });

/** @param {string} name @param {string} by the package that has it within itself */
const folderOf = (name, by) =>
  [`${by}/node_modules/${name}`, name].find((one) => existsSync(join(root, "node_modules", one))) ?? name;

/** @param {string} name @returns {Part} */
export function licenceOf(name) {
  const folder = join(root, "node_modules", name);
  const file = readdirSync(folder).find((file) => /^licen[cs]e(\.\w+)?$/i.test(file));
  if (!file) throw new Failure(`${name} is bundled and has no licence to go with it`);
  const { version } = JSON.parse(read(join(folder, "package.json")));
  const [own] = read(join(folder, file)).split(/^# Licenses of bundled dependencies$/m); // these are not in what it adds here
  return { name: `${name.replace(/^.*\/node_modules\//, "")} ${version}`, text: own.trim() };
}

/** Debian leaves out some of Emscripten's licences. Emscripten's own is this project's, but for a line. */
const mit = () => read(join(root, "LICENSE")).replace(/^Copyright.*$/m, "Copyright (c) 2010 The Emscripten Authors");

/** What LLVM's licence asks of its libraries where they are compiled into something else. */
const exception = `Apache License, Version 2.0, with LLVM Exceptions (SPDX: Apache-2.0 WITH LLVM-exception), https://llvm.org/LICENSE.txt:

As an exception, if, as a result of your compiling your source code, portions of this Software are embedded into an Object form of
such source code, you may redistribute such embedded portions in such Object form without complying with the conditions of Sections
4(a), 4(b) and 4(d) of the License.`;

/** What stands in core.wasm and core.js besides the core: by Emscripten's folder. @returns {Part[]} */
function runtime() {
  const compiler = onPath("emcc");
  if (!compiler) throw new Failure("emcc is not on the PATH, and with it the licences of its libraries");
  const start = dirname(realpathSync(compiler));
  const folder = [start, dirname(start)].find((one) => existsSync(join(one, "system"))) ?? start;
  /** @param {string} name @param {string} otherwise */
  const text = (name, otherwise) => (existsSync(join(folder, name)) ? read(join(folder, name)) : otherwise);
  const llvm = ["libcxx", "libcxxabi", "compiler-rt"].map((name) => ({
    name: `${name} (LLVM, with Emscripten)`,
    text: text(`system/lib/${name}/LICENSE.TXT`, exception),
  }));
  const musl = text("system/lib/libc/musl/COPYRIGHT", "");
  if (musl === "") throw new Failure(`${folder} has no licence of musl`);
  const version = text("emscripten-version.txt", "").replaceAll('"', "");
  return [
    { name: `Emscripten ${version}, with its emmalloc and dlmalloc`, text: text("LICENSE", mit()) },
    { name: "musl (with Emscripten)", text: musl },
    ...llvm,
  ];
}

/** @param {string[]} ids modules and files of a build */
export const packagesIn = (ids) => [...new Set(ids.map(packageOf).filter(Boolean))].sort();

/**
 * All licences of a build as one text; parts that have the same one stand together.
 * @param {string[]} ids modules and files of the build
 */
export function licencesOf(ids) {
  const packages = packagesIn(ids).flatMap((name) => [
    name,
    ...(carried[name] ?? []).map((other) => folderOf(other, name)),
  ]);
  const parts = [...new Set(packages)].map(licenceOf);
  if (ids.some((id) => /\bcore\b[^/]*\.wasm\b/.test(id))) parts.push(...runtime());
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const { name, text } of parts) texts.set(text, [...(texts.get(text) ?? []), name]);
  const line = "-".repeat(78);
  const blocks = [...texts].map(([text, names]) => `${line}\n${names.join(", ")}\n\n${text}\n`);
  return `rnn-params is under the licence that stands first here. What follows is that of what it is made of besides.

${read(join(root, "LICENSE"))}

${blocks.join("\n")}`;
}

/**
 * Modules and files of what the bundler made, as licencesOf takes them.
 * @param {Iterable<import("vite").Rollup.OutputAsset | import("vite").Rollup.OutputChunk>} files
 */
export const idsOf = (files) =>
  [...files].flatMap((file) =>
    file.type === "chunk"
      ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
      : [file.fileName, ...(file.originalFileNames ?? [])],
  );
