/**
 * What `npm pack` does first: dist/, for a script tag, and build/module/, for bundlers and for Node; package.json names the
 * files that go into the package.
 */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./build.js";
import { writeDeclarations } from "./declarations.js";
import { idsOf, licencesOf } from "./licences.js";
import { cssTarget, root, runTool } from "./run.js";
import { setUp } from "./setup.js";

/** From the root. */
const folder = "build/module";
/** The package's own file: the command asks for its version, and gets no more of it. */
const manifest = join(root, "package.json");
/** What the package has besides: the core, and what dist/ loads it with. */
const besides = ["core.wasm", "questions.wasm", "\0vite/preload-helper.js"];

/**
 * build/module/: the element's class, its registration, the engine and the command, with Lit and the style sheets in them. They
 * share what they have in common, and load the core and its bytes from web/, where a bundler finds them as files.
 */
export async function buildModule() {
  const vite = await import("vite"); // there only after the set-up
  const built = await vite.build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [
      {
        name: "core-stays-a-file",
        enforce: "pre",
        resolveId: (id) => {
          const [, name] = /^\.\/wasm\/(core|questions)\.js$/.exec(id) ?? [];
          return name ? { id: `../../web/wasm/${name}.js`, external: true } : undefined;
        },
      },
      {
        name: "version-alone",
        enforce: "pre",
        load: (id) =>
          id === manifest ? JSON.stringify({ version: JSON.parse(readFileSync(id, "utf8")).version }) : null,
      },
    ],
    build: {
      outDir: folder,
      lib: {
        entry: {
          index: "web/element/rnn-params.js",
          define: "web/element/define.js",
          engine: "web/engine.js",
          cli: "web/cli.js",
        },
        formats: ["es"],
      },
      rolldownOptions: { external: ["#wasm", /^node:/] },
      cssTarget,
    },
  });
  await writeDeclarations();
  const files = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  await writeFile(join(root, folder, "LICENSES.txt"), licencesOf([...idsOf(files), ...besides]));
}

if (process.argv[1] === import.meta.filename) {
  await runTool(async () => {
    await setUp();
    await build();
    await buildModule();
  });
}
