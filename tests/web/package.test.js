// Tests of the npm package: packed, installed in a project without a network, and used there in every way that it offers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { build, createServer } from "vite";
import { load } from "../../web/engine.js";
import { buildModule } from "../../web/tools/pack.js";
import { onPath, root } from "../../web/tools/run.js";
import old from "../hosts/embeds_0.1.0.json" with { type: "json" };
import { launch } from "../page/browsers.js";
import { serve } from "../tools/serve.js";

/** @import { Browser } from "../page/browsers.js" */

const execute = promisify(execFile);

/** A project that uses the package. */
let project = "";
/** The package as it is installed there. */
let installed = "";
/** Its files, with / between folders. @type {string[]} */
let files = [];
/** @type {Browser} */
let browser;

before(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), "rnn-params-package-")));
  await buildModule();
  const packed = await npm(root, "pack", "--ignore-scripts", "--json", "--pack-destination", project);
  const [{ filename }] = JSON.parse(packed);
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await npm(project, "install", "--offline", "--no-audit", "--no-fund", `./${filename}`);
  installed = join(project, "node_modules", "rnn-params");
  const entries = await readdir(installed, { recursive: true, withFileTypes: true });
  files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(installed.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  browser = await launch("chromium");
});
after(async () => {
  await browser?.close();
  await rm(project, { recursive: true });
});

/** @param {string} cwd @param {string[]} args */
async function npm(cwd, ...args) {
  return (await execute(onPath("npm") ?? "npm", args, { cwd })).stdout;
}

/** @param {string} file within the package */
const text = (file) => readFile(join(installed, file), "utf8");

/**
 * The total that the first element of a page shows, and what went wrong.
 * @param {string} url
 */
async function shown(url) {
  const page = await browser.page({ width: 900 });
  await page.goto(url);
  const total = await page.waitFor(
    () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".total b")?.textContent,
  );
  await page.waitFor(() => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".rest") !== null);
  const errors = await page.consoleErrors();
  await page.close();
  return { total, errors };
}

const element = '<rnn-params framework="keras" input="64" layers="LSTM(32)"></rnn-params>';

/** @param {string} script */
const page = (script) =>
  `<!doctype html>\n<html lang="en"><title>Notes</title><link rel="icon" href="data:," />${element}${script}</html>\n`;

test("one version: CMake's", async () => {
  const { catalog } = await load();
  const cmake = /VERSION ([0-9.]+) LANGUAGES/.exec(await readFile(join(root, "CMakeLists.txt"), "utf8"))?.[1];
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  assert.equal(JSON.parse(await text("package.json")).version, cmake);
  assert.deepEqual([lock.version, lock.packages[""].version], [cmake, cmake]);
  assert.equal(catalog().version, cmake);
});

/** All texts in a value. @param {unknown} value @returns {string[]} */
const leaves = (value) => (typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(leaves));

test("the package is what its users need, and no more", async () => {
  const { dependencies, exports, bin } = JSON.parse(await text("package.json"));
  assert.equal(dependencies, undefined, "Lit is in it");

  /** Files that another one names: modules that it imports, files that it loads. @type {Set<string>} */
  const needed = new Set([
    "LICENSE",
    "README.md",
    "package.json",
    "build/module/LICENSES.txt",
    "dist/LICENSES.txt",
    "dist/rnn-params.js",
  ]);
  for (const target of leaves([exports, bin])) needed.add(posix.normalize(target));
  needed.add("web/border/wasm_node.js").add("web/border/wasm_fetch.js");
  for (const file of needed) {
    if (!/\.(js|ts)$/.test(file)) continue;
    for (const [, name] of (await text(file)).matchAll(/["'`]([\w./-]+\.(?:js|wasm|woff2))["'`]/g)) {
      const named = posix.join(posix.dirname(file), name);
      const declared = named.replace(/\.js$/, ".d.ts");
      if (files.includes(file.endsWith(".ts") ? declared : named)) needed.add(file.endsWith(".ts") ? declared : named);
    }
  }
  assert.deepEqual(files, [...needed].sort());
});

test("nothing of the machine that packed it", async () => {
  for (const file of files.filter((name) => !name.endsWith(".wasm")))
    assert.ok(!(await text(file)).includes(root.replace(/\/$/, "")), file);
});

test("the licences of others", async () => {
  for (const folder of ["build/module", "dist"]) {
    const licenses = await text(`${folder}/LICENSES.txt`);
    assert.match(licenses, /Copyright \(c\) 2017 Google LLC/);
    assert.match(licenses, /Emscripten authors/i);
    assert.match(licenses, /Rich Felker/);
    const hasTypeface = files.some((file) => file.startsWith(folder) && file.endsWith(".woff2"));
    assert.equal(hasTypeface, /SIL Open Font License/.test(licenses), folder);
  }
});

test("in Node: the engine", async () => {
  const script =
    'import { load } from "rnn-params/engine"; console.log((await load()).explain("input=64&layers=LSTM(32)").total);';
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", script], { cwd: project });
  assert.equal(stdout, "12416\n");
});

test("in Node: the command", async () => {
  const command = join(project, "node_modules", ".bin", "rnn-params");
  const { stdout } = await execute(command, ["input=64&layers=LSTM(32)", "--lang", "hi"]);
  assert.match(stdout, /^LSTM, 64 → 32\n12,416 parameters\n.*हर time step/s);
  const { version } = JSON.parse(await text("package.json"));
  assert.equal((await execute(command, ["--version"])).stdout, `${version}\n`);
  assert.ok(
    !(await text("build/module/cli.js")).includes("devDependencies"),
    "of package.json, the version alone is in it",
  );
});

test("in a page: one script tag", async () => {
  const folder = join(project, "notes");
  await cp(join(installed, "dist"), join(folder, "dist"), { recursive: true });
  await writeFile(join(folder, "index.html"), page('<script type="module" src="dist/rnn-params.js"></script>'));
  const site = await serve(folder, { path: "/course/" });
  try {
    assert.deepEqual(await shown(site.url), { total: "12,416", errors: [] });
  } finally {
    await site.close();
  }
});

test("in a project with Vite: built, and while it is being written", async () => {
  const folder = join(project, "vite");
  await mkdir(folder);
  await writeFile(join(folder, "index.html"), page('<script type="module" src="/main.js"></script>'));
  await writeFile(join(folder, "main.js"), old.packages.join("\n"));
  const config = /** @type {const} */ ({
    root: folder,
    configFile: false,
    logLevel: "warn",
    cacheDir: join(folder, ".vite"),
  });

  await build({ ...config, base: "./" });
  const site = await serve(join(folder, "dist"), { path: "/course/" });
  const server = await createServer({ ...config, server: { host: "localhost" } });
  try {
    await server.listen();
    assert.deepEqual(await shown(site.url), { total: "12,416", errors: [] });
    assert.deepEqual(await shown(server.resolvedUrls?.local[0] ?? ""), { total: "12,416", errors: [] });
  } finally {
    await server.close();
    await site.close();
  }
});

test("the class leaves it to others to register it, under a name of theirs", async () => {
  const folder = join(project, "class");
  await mkdir(folder);
  const script = `import { RnnParams } from "rnn-params";
    if (customElements.get("rnn-params")) throw new Error("registered");
    customElements.define("rnn-params", class extends RnnParams {});
    await import("rnn-params/define.js");
    if (Object.getPrototypeOf(customElements.get("rnn-params")) !== RnnParams) throw new Error("another class");`;
  await writeFile(join(folder, "index.html"), page('<script type="module" src="/main.js"></script>'));
  await writeFile(join(folder, "main.js"), script);
  await build({ root: folder, configFile: false, logLevel: "warn", build: { target: "esnext" } });
  const site = await serve(join(folder, "dist"));
  try {
    assert.deepEqual(await shown(site.url), { total: "12,416", errors: [] });
  } finally {
    await site.close();
  }
});

const consumer = `import { RnnParams } from "rnn-params";
import "rnn-params/define.js";
import { load, type Answer } from "rnn-params/engine";

const element = document.querySelector("rnn-params")!;
const total: bigint | undefined = element.total;
const answer: Answer | undefined = element.answer;
element.query = "input=64&layers=LSTM(32)";
element.framework = "keras";
const made: Promise<string>[] = [element.toLatex(), element.toMarkdown(), element.toMathML(), element.toText(), element.toSvg()];
const texts: string[] = await Promise.all(made);
element.addEventListener("rnn-params-change", ({ detail }) => texts.push(detail.query));
element.addEventListener("rnn-params-ready", () => {});
element.addEventListener("rnn-params-error", () => {});
class Mine extends RnnParams {}
export const all = [total, answer, texts, Mine, (await load()).explain("").total.length, document.createElement("rnn-params").total];
`;

test("in TypeScript: as a bundler and as Node resolve it; mistakes are found", async () => {
  const folder = join(project, "types");
  await mkdir(folder);
  await writeFile(join(folder, "main.ts"), consumer);
  await writeFile(
    join(folder, "wrong.ts"),
    'import "rnn-params/define.js";\ndocument.querySelector("rnn-params")!.total.length;\n',
  );
  const check = async (/** @type {string} */ resolution, /** @type {string} */ file) => {
    const module = resolution === "bundler" ? "esnext" : "nodenext";
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
    const args = [...options, "--module", module, "--moduleResolution", resolution, file];
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return execute(process.execPath, [tsc, ...args], { cwd: folder }).then(
      () => "",
      ({ stdout }) => String(stdout),
    );
  };
  assert.equal(await check("bundler", "main.ts"), "");
  assert.equal(await check("nodenext", "main.ts"), "");
  assert.match(await check("bundler", "wrong.ts"), /'length' does not exist on type 'bigint'|possibly 'undefined'/);
});

test("the manifest, the declarations and the class name the same things", async () => {
  const manifest = JSON.parse(await text("web/custom-elements.json"));
  const types = await text("web/types/element.d.ts");
  const [{ declarations }, definition] = manifest.modules;
  const [{ attributes, members, events, tagName, name }] = declarations;
  for (const { path } of manifest.modules) assert.ok(files.includes(path), path);
  assert.equal(JSON.parse(await text("package.json")).customElements, "web/custom-elements.json");
  assert.deepEqual([tagName, name, definition.exports[0].name], ["rnn-params", "RnnParams", "rnn-params"]);
  const names = (/** @type {{ name: string }[]} */ list) => list.map((one) => one.name);

  const attributeTypes = await text("web/types/attributes.d.ts");
  const body = [types, attributeTypes]
    .map((source) => /(?:class|interface) \w+(?: extends \w+)? \{(.*?)\n\}/s.exec(source)?.[1])
    .join("");
  const declared = [...body.matchAll(/^ {2}(?:readonly )?(\w+)(?=[:(])/gm)].map(([, name]) => name);
  assert.deepEqual(names(members).sort(), declared.sort());
  assert.deepEqual(
    names(events).sort(),
    [...new Set(types.match(/"rnn-params-[a-z]+"/g))].map((name) => name.slice(1, -1)).sort(),
  );

  // The class itself is asked in a browser, where it can be made.
  const folder = join(project, "asked");
  await mkdir(folder);
  await writeFile(join(folder, "index.html"), page('<script type="module" src="/main.js"></script>'));
  await writeFile(
    join(folder, "main.js"),
    'import { RnnParams } from "rnn-params"; import "rnn-params/define.js"; window.asked = RnnParams;',
  );
  await build({ root: folder, configFile: false, logLevel: "warn" });
  const site = await serve(join(folder, "dist"));
  const opened = await browser.page();
  try {
    await opened.goto(site.url);
    await opened.waitFor(() => "asked" in window);
    const known = await opened.evaluate((members) => {
      const made = /** @type {any} */ (document.createElement("rnn-params"));
      const { observedAttributes } = /** @type {any} */ (window).asked;
      return { observed: [...observedAttributes], members: members.filter((name) => name in made) };
    }, names(members));
    const observed = names(attributes).filter((name) => name !== "lang");
    assert.deepEqual(known.observed.sort(), observed.sort(), "attributes");
    assert.deepEqual(known.members.sort(), declared.sort(), "members");
  } finally {
    await opened.close();
    await site.close();
  }

  const sources = ["rnn-params.js", "core.js", "exercising.js"].map((name) =>
    readFile(join(root, "web", "element", name), "utf8"),
  );
  const source = (await Promise.all(sources)).join("");
  const told = names(events).filter((name) => source.includes(`"${name}"`));
  assert.deepEqual(told.sort(), names(events).sort(), "events");
});
