/**
 * What `npm pack` does first: dist/, for a script tag, and build/module/, for bundlers and for Node; package.json names the
 * files that go into the package.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./build.js";
import { writeDeclarations } from "./declarations.js";
import { cssTarget, root, runTool } from "./run.js";
import { setUp } from "./setup.js";

/** From the root. */
const folder = "build/module";

/**
 * build/module/: the element's class, its registration, the engine and the command, with Lit and the style sheets in them. They
 * share what they have in common, and load the core and its bytes from web/, where a bundler finds them as files.
 */
export async function buildModule() {
  const vite = await import("vite"); // there only after the set-up
  await vite.build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [
      {
        name: "core-stays-a-file",
        enforce: "pre",
        resolveId: (id) => (id === "./wasm/core.js" ? { id: "../../web/wasm/core.js", external: true } : undefined),
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
  await writeFile(join(root, folder, "LICENSES.txt"), await licenses());
}

/** The licences of what is in the package and was written by others. */
async function licenses() {
  const [lit, mit, stix] = await Promise.all(
    ["node_modules/lit/LICENSE", "LICENSE", "node_modules/@fontsource/stix-two-math/LICENSE"].map((file) =>
      readFile(join(root, file), "utf8"),
    ),
  );
  return `Lit (lit, lit-element, lit-html, @lit/reactive-element), in dist/ and build/module/:

${lit.trim()}


STIX Two, of which the typeface of formulas is cut, in dist/ and build/module/:

${stix.trim()}


Emscripten's runtime and musl, in web/wasm/ and dist/assets/:

${mit.trim().replace(/^Copyright.*$/m, "Copyright (c) 2010-2014 Emscripten authors\nCopyright (c) 2005-2020 Rich Felker, et al.")}
`;
}

if (process.argv[1] === import.meta.filename) {
  await runTool(async () => {
    await setUp();
    await build();
    await buildModule();
  });
}
