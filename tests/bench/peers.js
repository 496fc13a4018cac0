/**
 * What others do that count parameters or draw formulas: how quickly, and what they weigh. Each is named where it is not there. npm's are installed
 * into build/bench/peers, in the releases that stand here.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { onPath, root, run } from "../../web/tools/run.js";
import { timeOf } from "./in_node.js";
import { packed } from "./weight.js";

const folder = join(root, "build", "bench", "peers");
const tfjsName = "@tensorflow/tfjs";
const releases = [`${tfjsName}@4.22.0`, "katex@0.16.22"];

/** @returns {{ version: string, lstm: number, stack: number } | string} counts a second, or why there are none */
export function torch() {
  const script = join(root, "tests", "bench", "torch_meta.py");
  const pythons = [process.env.PYTHON, "/usr/bin/python3", onPath("python3")].filter(Boolean);
  for (const python of pythons) {
    const { status, stdout } = spawnSync(String(python), [script], { encoding: "utf8" });
    if (status === 0) return JSON.parse(stdout);
  }
  return "missing: PyTorch (Debian: package python3-torch)";
}

/** Where npm's peers are, with what installs them. @returns {Promise<string>} "" or what is missing */
export async function installPeers() {
  await mkdir(folder, { recursive: true });
  if (existsSync(join(folder, "node_modules", "katex"))) return "";
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  const args = ["install", "--no-audit", "--no-fund", "--prefix", folder, ...releases];
  return run(onPath("npm") ?? "npm", args, { quiet: true }).then(
    () => "",
    () => "missing: TensorFlow.js and KaTeX, which npm could not install",
  );
}

/**
 * TensorFlow.js: counts of an LSTM 64 → 32 a second; and of what it takes for that, bundled, the bytes as sent.
 * @returns {Promise<{ version: string, lstm: number, sent: number }>}
 */
export async function tfjs() {
  const tf = createRequire(join(folder, "index.js"))(tfjsName);
  const count = () => {
    const model = tf.sequential({
      layers: [tf.layers.lstm({ units: 32, inputShape: [null, 64], recurrentInitializer: "zeros" })],
    });
    const sum = model.countParams();
    model.dispose();
    return sum;
  };
  if (count() !== 12416) throw new Error(`TensorFlow.js counts ${count()}`);
  return { version: tf.version.tfjs, lstm: 1e6 / timeOf(count), sent: await bundledSize() };
}

async function bundledSize() {
  const input = join(folder, "count.js");
  await writeFile(
    input,
    `import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import { layers } from "@tensorflow/tfjs-layers";
import "@tensorflow/tfjs-backend-cpu";
const lstm = layers.lstm({ units: 32 });
lstm.build([null, null, 64]);
document.body.textContent = lstm.countParams();
`,
  );
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    build: { write: false, rolldownOptions: { input, output: { codeSplitting: false } } },
  });
  const [{ output }] = /** @type {any} */ (Array.isArray(built) ? built : [built]);
  return brotliCompressSync(Buffer.from(output[0].code)).length;
}

/** KaTeX's script and style, and the fonts of a plain formula. */
export async function katexWeight() {
  const dist = join(folder, "node_modules", "katex", "dist");
  const fonts = (await readdir(join(dist, "fonts"))).filter((name) =>
    /^KaTeX_(Main-Regular|Math-Italic)\.woff2$/.test(name),
  );
  const sizes = await Promise.all(fonts.map(async (name) => (await stat(join(dist, "fonts", name))).size));
  const script = (await packed(join(dist, "katex.min.js"))) + (await packed(join(dist, "katex.min.css")));
  return { script, fonts: sizes.reduce((sum, size) => sum + size, 0) };
}

const emptyModule = `#include <emscripten/bind.h>
#include <string>
static std::string echo(const std::string& text) { return text; }
EMSCRIPTEN_BINDINGS(empty) { emscripten::function("echo", &echo); }
`;

/** An Embind module that gives a text back, with its glue. */
export async function embindWeight() {
  const [source, into] = [join(folder, "empty.cpp"), join(folder, "empty.mjs")];
  await writeFile(source, emptyModule);
  const options = "-Oz -flto -fno-exceptions -lembind --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web";
  const further = "-sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -std=c++20";
  const env = { NODE_PATH: `${process.env.NODE_PATH ?? ""}:/usr/share/nodejs` };
  const args = [source, ...`${options} ${further}`.split(" "), "-o", into];
  await run("emcc", args, { quiet: true, env });
  return (await packed(into)) + (await packed(into.replace(".mjs", ".wasm")));
}
