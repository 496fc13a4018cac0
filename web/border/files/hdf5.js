/** .h5, .hdf5, .weights.h5: the model as JSON where Keras wrote it beside the weights, else the weights' names and shapes. */
import { File } from "jsfive";
import { limits } from "./limits.js";
import { plainLines } from "./lines.js";
import { FileProblem, wholeOf } from "./source.js";

/** @typedef {import("./lines.js").Tensor} Tensor */
/** @typedef {import("jsfive").Group} Group */
/** @typedef {import("jsfive").Dataset} Dataset */

/** @param {Group | Dataset | null} node @returns {node is Group} */
const isGroup = (node) => node !== null && "keys" in node && Array.isArray(node.keys);

/**
 * @param {import("./source.js").Source} source
 * @returns {Promise<import("./file.js").Contents>}
 */
export async function readHdf5(source) {
  const bytes = await wholeOf(source, limits.hdf5);
  const buffer =
    bytes.byteLength === bytes.buffer.byteLength
      ? bytes.buffer
      : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { warn } = console;
  console.warn = () => {}; // what it has to say of an attribute is the attribute's bytes
  try {
    return contentsOf(new File(/** @type {ArrayBuffer} */ (buffer), ""));
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem("damaged");
  } finally {
    console.warn = warn;
  }
}

/** @param {Group} root @returns {import("./file.js").Contents} */
function contentsOf(root) {
  const config = textOf(root.attrs.model_config);
  const version = textOf(root.attrs.keras_version);
  const notes = version === "" ? [] : [{ code: "written_by", args: { name: "Keras", version } }];
  if (config !== "") return { kind: "hdf5", texts: [{ id: "config", text: withVersion(config, version) }], notes };
  const weights = root.keys.includes("model_weights") ? root.get("model_weights") : root;
  const group = isGroup(weights) ? weights : root;
  const tensors = listed(group) ?? sorted(named(walked(group)));
  if (tensors.length === 0) throw new FileProblem("no_weights");
  return { kind: "hdf5", texts: [{ id: "tensors", text: plainLines(tensors) }], notes };
}

/** @param {unknown} value */
const textOf = (value) => (typeof value === "string" ? value.replace(/\0+$/, "") : "");

/** Which Keras it is stands beside the model here, and within it in model.json. @param {string} config @param {string} version */
const withVersion = (config, version) =>
  version === "" || !config.startsWith("{") || config.includes('"keras_version"')
    ? config
    : `{"keras_version": ${JSON.stringify(version)}, ${config.slice(1)}`;

/** A list of names, which stands in several attributes where it is long. @param {Record<string, unknown>} attrs @param {string} name */
function namesIn(attrs, name) {
  if (Array.isArray(attrs[name])) return attrs[name].map(textOf);
  const parts = [];
  while (Array.isArray(attrs[`${name}${parts.length}`])) parts.push(attrs[`${name}${parts.length}`]);
  return parts.length === 0 ? undefined : parts.flat().map(textOf);
}

/** By layers and in order, as Keras lists them; undefined where it did not. @param {Group} group @returns {Tensor[] | undefined} */
function listed(group) {
  const layers = namesIn(group.attrs, "layer_names");
  if (!layers) return undefined;
  return layers.flatMap((layer) => {
    const inner = layer === "" ? null : group.get(layer);
    if (!isGroup(inner)) throw new FileProblem("damaged");
    return (namesIn(inner.attrs, "weight_names") ?? []).map((name) => {
      const { shape } = /** @type {Dataset} */ (inner.get(name));
      return { name: name.includes("/") ? name : `${layer}/${name}`, shape: sizes(shape) };
    });
  });
}

/** @param {unknown} shape */
function sizes(shape) {
  if (!Array.isArray(shape)) throw new FileProblem("damaged");
  return shape.map(Number);
}

/** What does not belong to the model. */
const besides = /^(optimizer|optimizer_weights|top_level_model_weights|metrics)(\/|$)|(^|\/)seed_generator(\/|$)/;

/** All datasets below a group. @param {Group} root @returns {Tensor[]} */
function walked(root) {
  /** @type {Tensor[]} */
  const tensors = [];
  /** @type {{ path: string, group: Group, depth: number }[]} */
  const stack = [{ path: "", group: root, depth: 0 }];
  for (let visited = 0; stack.length > 0; ) {
    const { path, group, depth } = /** @type {(typeof stack)[number]} */ (stack.pop());
    if (depth > limits.depth) throw new FileProblem("too_deep", { largest: String(limits.depth) });
    /** @type {typeof stack} */
    const inner = [];
    for (const key of group.keys) {
      if (++visited > limits.visited) throw new FileProblem("too_many", { largest: String(limits.visited) });
      const name = path === "" ? key : `${path}/${key}`;
      if (besides.test(name)) continue;
      const node = group.get(key);
      if (node === null) continue;
      if (isGroup(node)) inner.push({ path: name, group: node, depth: depth + 1 });
      else tensors.push({ name, shape: sizes(/** @type {Dataset} */ (node).shape) });
    }
    stack.push(...inner.reverse());
  }
  return tensors;
}

/** HDF5 has them in the order of their names, which says nothing of the model's: nor may a layer's own weights seem to. @param {Tensor[]} tensors */
const sorted = (tensors) => [...tensors].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/**
 * Keras 3 numbers the weights of a layer and leaves their names out: `layers/lstm/cell/vars/0`. They have the order in which they were made.
 * @param {Tensor[]} tensors
 */
function named(tensors) {
  /** @type {Map<string, Tensor[]>} */
  const layers = new Map();
  for (const tensor of tensors) {
    const [, layer, place] = /^(?:(.*)\/)?vars\/(\d+)$/.exec(tensor.name) ?? [];
    if (place === undefined) return tensors;
    const own = layers.get(layer ?? "") ?? [];
    own[Number(place)] = tensor;
    layers.set(layer ?? "", own);
  }
  return [...layers].flatMap(([layer, numbered]) => {
    const own = numbered.filter(Boolean);
    const prefix = layer.replace(/(^|\/)(layers|_layer_checkpoint_dependencies)(\/|\\)/g, "$1");
    const names = namesOf(
      prefix,
      own.map(({ shape }) => shape.length),
    );
    return own.map(({ shape }, place) => ({ name: `${prefix}/${names[place] ?? `var_${place}`}`, shape }));
  });
}

/** What Keras calls the weights of a layer, by how many sizes each has. @param {string} layer @param {number[]} ranks */
function namesOf(layer, ranks) {
  const vectors = ranks.every((rank) => rank === 1);
  if (/(^|\/)cell$/.test(layer)) return ["kernel", "recurrent_kernel", "bias"];
  if (vectors)
    return (
      [
        [],
        ["gamma"],
        ["gamma", "beta"],
        ["beta", "moving_mean", "moving_variance"],
        ["gamma", "beta", "moving_mean", "moving_variance"],
      ][ranks.length] ?? []
    );
  if (ranks.length === 1 && /(^|\/)embedding(_\d+)?$/.test(layer)) return ["embeddings"];
  if (ranks.length <= 2) return ["kernel", "bias"];
  return ranks.length === 3 && ranks[0] > 2
    ? ["depthwise_kernel", "pointwise_kernel", "bias"]
    : ["kernel", "recurrent_kernel", "bias"];
}
