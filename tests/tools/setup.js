/** Brings what the tests need, browsers included, and this machine lacks: node tests/tools/setup.js */
import { onPath, runTool } from "../../web/tools/run.js";
import { setUp } from "../../web/tools/setup.js";
import * as programs from "./programs.js";

/** @type {import("../../web/tools/setup.js").Need[]} */
const needs = [
  {
    name: "c++",
    why: "compiles the core and its tests for this machine",
    found: () => process.env.CXX || onPath("c++", "g++", "clang++"),
    deb: "g++",
  },
  { name: "GoogleTest", why: "tests the core", found: programs.googletest, deb: "googletest" },
  { name: "nlohmann/json", why: "reads answers back in tests", found: programs.json, deb: "nlohmann-json3-dev" },
  { name: "clang-format", why: "checks the layout of C++", found: () => onPath("clang-format"), deb: "clang-format" },
  { name: "clang-tidy", why: "looks for mistakes in C++", found: () => onPath("clang-tidy"), deb: "clang-tidy" },
  { name: "clang++", why: "compiles the core with sanitizers", found: () => onPath("clang++"), deb: "clang" },
  { name: "libFuzzer", why: "makes texts at random for the core", found: programs.libFuzzer, deb: "libclang-rt-dev" },
  { name: "Chromium", why: "tests the page", found: programs.chromium, deb: "chromium" },
  {
    name: "Chromium's headless shell",
    why: "tests the page in half the time",
    found: programs.chromiumShell,
    deb: "chromium-headless-shell",
    optional: true,
  },
  { name: "Firefox", why: "tests the page", found: programs.firefox, deb: "firefox-esr" },
  {
    name: "WebKitWebDriver and MiniBrowser",
    why: "test the page in WebKit, Safari's engine",
    found: () => programs.webKitDriver() && programs.miniBrowser(),
    deb: "webkit2gtk-driver",
  },
  { name: "Xvfb", why: "a screen for WebKit, which has no headless mode", found: programs.xvfb, deb: "xvfb" },
  { name: "Sphinx", why: "a host of the element", found: programs.sphinx, deb: "python3-sphinx", optional: true },
  { name: "MyST", why: "Sphinx's Markdown", found: programs.myst, deb: "python3-myst-parser", optional: true },
  {
    name: "MkDocs Material",
    why: "a host of the element",
    found: programs.material,
    deb: "mkdocs-material",
    optional: true,
  },
  {
    name: "nbconvert",
    why: "makes pages of notebooks",
    found: programs.nbconvert,
    deb: "jupyter-nbconvert",
    optional: true,
  },
  { name: "pdflatex", why: "typesets the derivations", found: programs.pdflatex, deb: "texlive-latex-base" },
  { name: "xelatex", why: "typesets Hindi worksheets", found: programs.xelatex, deb: "texlive-xetex", optional: true },
  // No Latin font comes with it, by which the page's pictures and places would change.
  { name: "Lohit Devanagari", why: "their font", found: programs.devanagari, deb: "fonts-lohit-deva", optional: true },
];

/** Also what a build needs. */
export const setUpTests = () => setUp(needs);

if (process.argv[1] === import.meta.filename) await runTool(setUpTests);
