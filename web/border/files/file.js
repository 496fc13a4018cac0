/**
 * What a file holds, as text for the core: which of the readers here reads it, its first bytes say, and its name. It is loaded when such a
 * file comes, and each reader with its own.
 */
import { limits, longestText } from "./limits.js";
import { kindByName, kindOf } from "./magic.js";
import { isNotebook, readNotebook } from "./notebook.js";
import { bytesOf, FileProblem, wholeOf } from "./source.js";
import { hasMark, textIn } from "./text.js";

export { blobSource } from "./source.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {import("./source.js").Told} Told */
/**
 * `texts`: the same model in several ways, the code first, each perhaps in parts; `notes`: what is to be known of it
 * @typedef {{ kind: string, texts: { id: string, text: string, parts?: string[] }[], notes: Told[] }} Contents
 */

/**
 * @param {Source} source
 * @param {string} name
 * @returns {Promise<Contents | Told>} what is in it, or why it is not read
 */
export async function contentsOf(source, name) {
  try {
    const contents = await read(source, name);
    if (contents.texts.every(({ text }) => text.trim() === "")) return { code: "empty_file", args: {} };
    const short = contents.texts.filter(({ text }) => text.length <= longestText);
    return short.length > 0
      ? { ...contents, texts: short }
      : { code: "text_too_large", args: { largest: String(longestText) } };
  } catch (error) {
    if (error instanceof FileProblem) return { code: error.code, args: error.args };
    if (error instanceof RangeError) return { code: "damaged", args: {} }; // by a library: no such place, no such length
    throw error;
  }
}

const tooLong = () => new FileProblem("text_too_large", { largest: String(longestText) });

/** @param {Source} source @param {string} name @returns {Promise<Contents>} */
async function read(source, name) {
  if (source.size === 0) throw new FileProblem("empty_file");
  const head = await bytesOf(source, 0, Math.min(source.size, 512));
  const kind = kindOf(head, source.size, name);
  if (typeof kind === "object") throw new FileProblem("packed", { what: kind.packed });
  if (kind === "zip") return readZip(source);
  if (kind === "hdf5") return (await import("./hdf5.js")).readHdf5(source);
  if (kind === "safetensors") return (await import("./safetensors.js")).readSafetensors(source);
  if (kind === "onnx") return (await import("./onnx.js")).readOnnx(source);
  if (kind === "old_torch") return (await import("./torch.js")).readOldTorch(source, 3);
  if (kind === "pickle") return (await import("./torch.js")).readOldTorch(source, 0);
  return readText(source, name);
}

/** @param {Source} source */
async function readZip(source) {
  const { membersOf } = await import("./zip.js");
  const members = await membersOf(source);
  const { isKeras, readKeras } = await import("./keras.js");
  if (isKeras(members)) return readKeras(source, members);
  const { isTorch, readTorch } = await import("./torch.js");
  if (isTorch(members)) return readTorch(source, members);
  throw new FileProblem("no_model_inside");
}

/** @param {Source} source @param {string} name */
async function readText(source, name) {
  const none = () => new FileProblem(kindByName(name) ? "not_this_file" : "binary");
  const start = await bytesOf(source, 0, Math.min(source.size, 4096));
  if (start.includes(0) && !hasMark(start)) throw none();
  const mayBeNotebook = /\.ipynb$/i.test(name) || /^\s*\{/.test(textIn(start) ?? "{");
  if (source.size > (mayBeNotebook ? limits.notebook : 2 * longestText)) throw tooLong(); // UTF-16 has two bytes for each sign
  const text = textIn(await wholeOf(source, limits.notebook));
  if (text === undefined) throw none();
  if (text.startsWith("version https://git-lfs.")) throw new FileProblem("pointer");
  if (/\.ipynb$/i.test(name) || isNotebook(text)) return readNotebook(text);
  if (/^\s*\{/.test(text) && /"weight_map"\s*:/.test(text)) throw new FileProblem("index_only");
  if (text.length > longestText) throw tooLong();
  return { kind: "text", texts: [{ id: "text", text }], notes: [] };
}
