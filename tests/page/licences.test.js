// Tests of the licences that go with what is built: of every package that the bundler itself names, and of what stands in the core.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "vite";
import { bundle } from "../../web/tools/inline.js";
import { licenceOf, packageOf, packagesIn } from "../../web/tools/licences.js";
import { root } from "../../web/tools/run.js";
import { dist } from "./site.js";

/** @param {string} name */
const file = (name) => readFile(join(dist, name), "utf8");

/** The text that a package's own files have, found without the build's help. @param {string} name */
async function ownText(name) {
  const folder = join(root, "node_modules", name);
  const licence = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one)) ?? "";
  const [first] = (await readFile(join(folder, licence), "utf8")).split("# Licenses of bundled dependencies");
  return first.trim();
}

/** What Emscripten puts into the core. */
const inCore = [
  /The Emscripten Authors|Emscripten authors/,
  /musl as a whole is licensed.*MIT license/s,
  /LLVM Exceptions/,
];

/** @param {string} text @param {string[]} ids */
async function assertAll(text, ids) {
  const names = packagesIn(ids);
  for (const name of ["lit-html", "lit-element", "@lit/reactive-element"])
    assert.ok(names.includes(name), names.join());
  for (const name of names) assert.ok(text.includes(await ownText(name)), `${name} has no licence there`);
  for (const part of inCore) assert.match(text, part);
}

test("dist/LICENSES.txt has the licence of everything that the bundler put in", async () => {
  const built = await build({
    root,
    configFile: join(root, "web/vite.config.js"),
    logLevel: "error",
    build: { write: false },
  });
  const ids = [built]
    .flat()
    .flatMap((one) =>
      "output" in one
        ? one.output.flatMap((made) => (made.type === "chunk" ? Object.keys(made.modules) : [made.fileName]))
        : [],
    );
  const strange = ids.filter((id) => packageOf(id) === "" && id.startsWith("\0"));
  assert.deepEqual(strange, [], "what the bundler adds has an author");
  const text = await file("LICENSES.txt");
  await assertAll(
    text,
    ids.filter((id) => !/node_modules\/lit\//.test(id)),
  ); // lit itself only hands on
  for (const name of ["@fontsource/stix-two-math", "@fontsource/stix-two-text"])
    assert.ok(text.includes(await ownText(name)), name);
  const html = await file("index.html");
  assert.doesNotMatch(html, /Permission is hereby granted/, "not in what the page loads first");
});

for (const [name, entry, format] of /** @type {const} */ ([
  ["rnn-params.html", "web/hosts/one_file.js", "iife"],
  ["embed.html", "web/hosts/frame/frame.js", "iife"],
  ["widget.mjs", "web/hosts/anywidget.js", "es"],
])) {
  test(`${name} has within it the licences of what is within it`, async () => {
    const { ids } = await bundle(entry, format);
    const text = (await file(name)).replace(/^\/\/ /gm, "").replace(/^\/\/$/gm, "");
    await assertAll(text, ids);
    const fonts = ["@fontsource/stix-two-math", "@fontsource/stix-two-text"];
    assert.ok(text.includes("data:font/woff2"), "the typeface of formulas is within it");
    for (const font of fonts) assert.ok(text.includes(await ownText(font)), font);
  });
}

test("a package without a licence ends the build", () => {
  assert.throws(() => licenceOf(".bin"), /has no licence/);
  assert.equal(packageOf("/a/node_modules/@lit/reactive-element/css-tag.js"), "@lit/reactive-element");
  assert.equal(packageOf("C:\\a\\node_modules\\lit-html\\lit-html.js"), "lit-html");
  assert.equal(packageOf("/a/web/engine.js"), "");
});
