/** Where the programs are that the tests drive. Each function returns a path, or undefined. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Failure, onPath } from "../../web/tools/run.js";

export const chromium = () => onPath("chromium", "chromium-browser", "google-chrome");
/** The same without windows: it is there sooner, and its pages take half the work. */
export const chromiumShell = () => onPath("chromium-headless-shell");
export const firefox = () => onPath("firefox-esr", "firefox");
export const webKitDriver = () => onPath("WebKitWebDriver");
export const pdflatex = () => onPath("pdflatex");
/** For LaTeX in another script than Latin, and a font that has it, where Debian puts it. */
export const xelatex = () => onPath("xelatex");
export const devanagari = () =>
  ["/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf"].find((path) => existsSync(path));
export const xvfb = () => onPath("Xvfb");
export const sphinx = () => onPath("sphinx-build");
export const mkdocs = () => onPath("mkdocs");
/** Sphinx's extension for Markdown and the theme of MkDocs, where Debian puts them. */
export const myst = () => ["/usr/lib/python3/dist-packages/myst_parser"].find((path) => existsSync(path));
export const material = () => ["/usr/share/mkdocs/themes/material"].find((path) => existsSync(path));
export const nbconvert = () => onPath("jupyter-nbconvert");

/** CMake builds GoogleTest from its sources (tests/core/CMakeLists.txt). */
export const googletest = () => ["/usr/src/googletest/CMakeLists.txt"].find((path) => existsSync(path));

/** The C++ tests read answers back by it. */
export const json = () =>
  ["/usr/include", "/usr/local/include"]
    .map((folder) => join(folder, "nlohmann/json.hpp"))
    .find((path) => existsSync(path));

/** What makes texts at random, among Clang's libraries. */
export function libFuzzer() {
  const releases = subfolders("/usr/lib", /^llvm-/).flatMap((folder) => subfolders(join(folder, "lib/clang"), /^\d/));
  return releases
    .flatMap((folder) => subfolders(join(folder, "lib/linux"), /^libclang_rt\.fuzzer-/))
    .find((path) => existsSync(path));
}

/** What tests/bench measures by, where Debian puts it; and a peer. */
export const benchmark = () =>
  ["/usr/include", "/usr/local/include"]
    .map((folder) => join(folder, "benchmark/benchmark.h"))
    .find((path) => existsSync(path));
export const torch = () => ["/usr/lib/python3/dist-packages/torch"].find((path) => existsSync(path));

/** WebKitGTK's browser is not on the PATH but in a folder of the library's version, such as webkit2gtk-4.1. */
export function miniBrowser() {
  const libraries = ["/usr/lib", "/usr/libexec", "/usr/lib64"].flatMap((folder) => [
    folder,
    ...subfolders(folder, /-linux-gnu/),
  ]);
  return libraries
    .flatMap((folder) => subfolders(folder, /^webkit(2)?gtk-/))
    .map((folder) => join(folder, "MiniBrowser"))
    .find((path) => existsSync(path));
}

/**
 * @param {string} folder
 * @param {RegExp} pattern
 */
function subfolders(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

/**
 * @param {string | undefined} path
 * @param {string} name
 * @returns {string} the path
 */
export function found(path, name) {
  if (!path) throw new Failure(`${name} is missing; to install it: node tests/tools/setup.js`);
  return path;
}
