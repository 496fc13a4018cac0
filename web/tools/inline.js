/**
 * The builds that are one file each and ask for nothing else: dist/rnn-params.html, dist/embed.html, dist/widget.mjs; and
 * dist/embed-parent.js, for pages around embed.html.
 *
 * Where a frame is sandboxed or a file is opened from disk, modules, fetch and imports fail: there all scripts have to be one
 * classic script within the markup, and the core has to be within the script. The policy of such a page allows this one script by
 * its hash.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Script } from "node:vm";
import { deflateRawSync } from "node:zlib";
import { build } from "vite";
import { fontSources, idsOf, licencesOf } from "./licences.js";
import { cssTarget, root } from "./run.js";

const dist = join(root, "dist");

/** The core within the script. @type {import("vite").Plugin} */
const core = {
  name: "core-inlined",
  enforce: "pre",
  async load(id) {
    const [file, query] = id.split("?");
    if (query !== "packed") return undefined;
    const packed = deflateRawSync(await readFile(file), { level: 9 }).toString("base64");
    return `export default ${JSON.stringify(packed)};`;
  },
  transform(code, id) {
    // Emscripten's loader makes addresses from that of its module, which a script within a page has not. It never asks for them.
    return id.endsWith("/wasm/core.js") ? code.replaceAll("import.meta.url", '"file:///"') : undefined;
  },
};

/**
 * One script, and what style sheets it imports.
 * @param {string} input below the repository's root
 * @param {"iife" | "es"} format
 */
export async function bundle(input, format) {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [core],
    resolve: { alias: { "#wasm": join(root, "web", "border", "wasm_inlined.js") } },
    build: {
      write: false,
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: (file) => file.endsWith(".woff2"), // all that a style sheet asks for
      cssTarget,
      rolldownOptions: {
        input,
        preserveEntrySignatures: "strict",
        transform: { define: { "import.meta.url": "document.baseURI", "import.meta": "{}" } }, // a classic script has none
        output: { format, codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = outputs.flatMap((one) => ("output" in one ? one.output : []));
  const [script, ...others] = files.filter((file) => file.type === "chunk");
  if (!script || others.length > 0) throw new Error(`${input} is not one script`);
  const style = files
    .map((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? file.source : ""))
    .join("");
  const ids = [...idsOf(files), ...(`${style}${script.code}`.includes("font/woff2") ? Object.keys(fontSources) : [])];
  return { script: script.code.trim(), style: style.trim(), licences: licencesOf(ids), ids };
}

/**
 * A script as it can stand in markup: nothing in it ends it or opens a comment.
 * @param {string} script classic; such signs may stand in its texts and patterns
 */
export function inMarkup(script) {
  const safe = script.replace(/<(?=!--|\/?script)/gi, "\\x3C");
  new Script(safe); // throws where they stand elsewhere
  return safe;
}

/** A text as it can stand in a comment of markup. @param {string} text */
function inComment(text) {
  if (/-->|--!>|<!--/.test(text)) throw new Error("The licences would end their comment");
  return text.trim();
}

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * A page that allows its own script and style sheet and nothing else.
 * @param {string} markup with a policy, a link to a style sheet, perhaps one to an icon, and a script in its head
 * @param {{ script: string, style: string, licences: string }} parts
 * @param {string} icon SVG
 */
function page(markup, { script, style, licences }, icon) {
  const safe = inMarkup(script);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(safe)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");
  /** @type {[RegExp, string][]} */
  const changes = [
    [/(?<=http-equiv="Content-Security-Policy"\s+content=")[^"]*/, policy],
    [/<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />`],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/<script type="module"[^>]*><\/script>\s*/, ""],
    [/(?=\s*<\/head>)/, `\n<!--\n${inComment(licences)}\n-->`],
    [/(?=\s*<\/body>)/, `\n<script>${safe}</script>`],
  ];
  return changes.reduce((text, [place, by]) => {
    if (!place.test(text)) throw new Error(`${place} is not in the markup`);
    return text.replace(place, () => by);
  }, markup);
}

/** Markup without its links to the pages in other languages, and to what it carries itself. @param {string} markup */
const alone = (markup) =>
  markup
    .replace(/\s*<(?:link|a)\b[^>]* hreflang="[^>]*>(?:[^<]*<\/a>)?/g, "")
    .replace(/\s*<link rel="preload"[^>]*>/g, "");

/** All of them, into dist/, which has the page already. */
export async function buildInlined() {
  const read = (/** @type {string[]} */ ...names) => readFile(join(root, ...names), "utf8");
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFile(join(dist, name), text);
  const icon = await read("web", "page", "icon.svg");
  await write(
    "rnn-params.html",
    page(alone(await read("dist", "index.html")), await bundle("web/hosts/one_file.js", "iife"), icon),
  );
  await write(
    "embed.html",
    page(await read("web", "hosts", "frame", "embed.html"), await bundle("web/hosts/frame/frame.js", "iife"), icon),
  );
  const widget = await bundle("web/hosts/anywidget.js", "es");
  await write("widget.mjs", `${widget.script}\n\n${widget.licences.trim().replace(/^/gm, "// ")}\n`);
  await write("embed-parent.js", (await bundle("web/hosts/frame/parent.js", "iife")).script);
}
