/** .keras, a zip: the model's configuration is in it as JSON, and which Keras wrote it. */
import { longestText } from "./limits.js";
import { FileProblem, jsonOf } from "./source.js";
import { memberBytes } from "./zip.js";

/** @typedef {import("./zip.js").Member} Member */

const configName = "config.json";

/** @param {Member[]} members */
export const isKeras = (members) => members.some(({ name }) => name === configName);

/**
 * @param {import("./source.js").Source} source
 * @param {Member[]} members
 * @returns {Promise<import("./file.js").Contents>}
 */
export async function readKeras(source, members) {
  const config = /** @type {Member} */ (members.find(({ name }) => name === configName));
  if (config.size > longestText && config.packed <= longestText && config.size > 1000 * config.packed)
    throw new FileProblem("inflates_too_far", { member: config.name, largest: String(longestText) });
  if (config.size > longestText) throw new FileProblem("text_too_large", { largest: String(longestText) });
  const text = new TextDecoder().decode(await memberBytes(source, config));
  return { kind: "keras", texts: [{ id: "config", text }], notes: await writtenBy(source, members) };
}

/** @param {import("./source.js").Source} source @param {Member[]} members */
async function writtenBy(source, members) {
  const member = members.find(({ name }) => name === "metadata.json");
  if (!member) return [];
  try {
    const about = /** @type {any} */ (jsonOf(new TextDecoder().decode(await memberBytes(source, member, longestText))));
    const version = about?.keras_version;
    return typeof version === "string" ? [{ code: "written_by", args: { name: "Keras", version } }] : [];
  } catch {
    return []; // the model is there all the same
  }
}
