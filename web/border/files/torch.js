/** .pt, .pth, .bin, .ckpt: what torch.save wrote, as names and shapes. Nothing in it is run, and no weight is read. */
import { limits } from "./limits.js";
import { torchLines } from "./lines.js";
import { Call, Name, Stored, Unfinished, unpickled } from "./pickle.js";
import { bytesOf, FileProblem } from "./source.js";
import { memberBytes } from "./zip.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {import("./zip.js").Member} Member */
/** @typedef {import("./lines.js").Tensor & { stored: string, parameter: boolean }} TorchTensor `stored`: where its numbers stand; "" if it has none */

const isPickle = (/** @type {Member} */ { name }) => /(^|\/)data\.pkl$/.test(name);

/** @param {Member[]} members */
export const isTorch = (members) => members.some(isPickle);

/**
 * @param {Source} source
 * @param {Member[]} members
 * @returns {Promise<import("./file.js").Contents>}
 */
export async function readTorch(source, members) {
  const member = /** @type {Member} */ (members.find(isPickle));
  const bytes = await memberBytes(source, member);
  try {
    return contentsOf(unpickled(bytes, 0));
  } catch (error) {
    throw error instanceof Unfinished ? new FileProblem("damaged") : error;
  }
}

/**
 * One pickle after the other: the magic number, a version, what machine it was, and then what was saved.
 * @param {Source} source
 * @param {number} before how many pickles stand before it
 * @returns {Promise<import("./file.js").Contents>}
 */
export async function readOldTorch(source, before) {
  for (let window = 1024 * 1024; ; window *= 8) {
    const end = Math.min(source.size, window, limits.pickle);
    const bytes = await bytesOf(source, 0, end);
    try {
      let at = 0;
      for (let skipped = 0; skipped < before; skipped++) at = unpickled(bytes, at).end;
      return contentsOf(unpickled(bytes, at));
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      if (end === source.size) throw new FileProblem("file_cut");
      if (end === limits.pickle) throw new FileProblem("file_too_large", { largest: String(limits.pickle) });
    }
  }
}

/** Names that a saved model has anyhow: that they are not run needs no word. */
const usual =
  /^(torch\.|torchvision\.|torchaudio\.|__torch__\.|collections\.|numpy\.|_codecs\.encode$|(builtins|__builtin__)\.(set|frozenset|list|dict|tuple|slice|complex|bytearray|int|float|bool|str|object)$)/;

/** @param {import("./pickle.js").Read} read @returns {import("./file.js").Contents} */
function contentsOf({ value, names }) {
  const { tensors, notes } = stateOf(value);
  const odd = [...names].filter((name) => !usual.test(name));
  if (tensors.length === 0) {
    if (odd.length > 0) throw new FileProblem("pickle_unknown", { what: odd[0] });
    throw new FileProblem("no_weights");
  }
  if (odd.length > 0) notes.push({ code: "not_run", args: { names: odd.slice(0, 3).join(", ") } });
  const shared = sharedOf(tensors);
  if (shared !== "") notes.push({ code: "shared", args: { names: shared } });
  return { kind: "torch", texts: [{ id: "tensors", text: torchLines(tensors) }], notes };
}

/** Two tensors in one place. @param {TorchTensor[]} tensors */
function sharedOf(tensors) {
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const { name, stored, shape } of tensors) {
    if (stored === "" || shape.includes(0)) continue;
    const other = first.get(stored);
    if (other !== undefined) return `${other}, ${name}`;
    first.set(stored, name);
  }
  return "";
}

/** What a checkpoint calls its model's weights, the likeliest first. */
const models = [
  "state_dict",
  "model_state_dict",
  "model_state",
  "model",
  "net",
  "network",
  "module",
  "params",
  "weights",
];
/** And what is none of the model. */
const others = /optim|sched|scaler|ema|rng|history|loss/i;

/** The tensors of what was saved, and which part of it that is. @param {unknown} value */
function stateOf(value) {
  /** @type {import("./source.js").Told[]} */
  const notes = [];
  if (value instanceof Map) {
    const all = /** @type {[string, unknown][]} */ ([...value].filter(([key]) => typeof key === "string"));
    const flat = all.some(([, one]) => tensorOf(one));
    const inner = flat ? [] : all.filter(([, one]) => one instanceof Map || one instanceof Call);
    for (const name of models) {
      const part = inner.find(([key]) => key === name);
      const tensors = part ? tensorsIn(part[1]) : [];
      if (tensors.length === 0) continue;
      const left = inner.filter((one) => one !== part && tensorsIn(one[1]).length > 0).map(([key]) => key);
      notes.push({ code: "part", args: { name, left: left.join(", ") } });
      return { tensors, notes };
    }
    const left = inner.filter(([key]) => others.test(key));
    if (left.length > 0 && left.length < inner.length) {
      const rest = inner.filter((one) => !left.includes(one));
      const tensors = tensorsIn(new Map(rest));
      if (tensors.length > 0) {
        const [name, others] = [rest, left].map((parts) => parts.map(([key]) => key).join(", "));
        notes.push({ code: "part", args: { name, left: others } });
        return { tensors, notes };
      }
    }
  }
  return { tensors: tensorsIn(value), notes };
}

/**
 * All tensors below a value with the names that they stand under, in order: dicts, lists, and modules, which were saved whole.
 * @param {unknown} root
 */
function tensorsIn(root) {
  /** @type {TorchTensor[]} */
  const tensors = [];
  /** Within each other now: what holds itself is not gone into again. @type {{ name: string, value: unknown, depth: number }[]} */
  const stack = [{ name: "", value: root, depth: 0 }];
  /** @type {Set<unknown>} */
  const seen = new Set();
  for (let visited = 0; stack.length > 0; visited++) {
    if (visited > limits.visited) throw new FileProblem("too_many", { largest: String(limits.visited) });
    const { name, value, depth } = /** @type {(typeof stack)[number]} */ (stack.pop());
    const tensor = tensorOf(value);
    if (tensor) tensors.push({ ...tensor, name: name || "tensor" });
    if (tensor || typeof value !== "object" || value === null || seen.has(value)) continue;
    const inner = innerOf(value);
    if (inner.length === 0) continue;
    if (depth >= limits.depth) throw new FileProblem("too_deep", { largest: String(limits.depth) });
    seen.add(value);
    for (let i = inner.length - 1; i >= 0; i--) {
      const [key, one] = inner[i];
      stack.push({ name: name && key ? `${name}.${key}` : name || key, value: one, depth: depth + 1 });
    }
  }
  return tensors;
}

/** What a value holds by name. @param {object} value @returns {[name: string, value: unknown][]} */
function innerOf(value) {
  if (value instanceof Map)
    return [...value].map(([key, one]) => [typeof key === "string" ? key : `${Number(key)}`, one]);
  if (Array.isArray(value))
    return value.some((one) => typeof one === "object") ? value.map((one, place) => [`${place}`, one]) : [];
  if (!(value instanceof Call)) return [];
  const state = stateIn(value);
  if (!state) return [];
  const parts = ["_parameters", "_buffers", "_modules"].flatMap((key) => {
    const part = state.get(key);
    return part instanceof Map ? [part] : [];
  });
  const all = parts.length > 0 ? parts.flatMap((part) => [...part]) : [...state];
  return all.flatMap(([key, one]) => (typeof key === "string" ? [[key, one]] : []));
}

/** What an object would be filled with. @param {Call} object @returns {Map<unknown, unknown> | undefined} */
function stateIn({ state }) {
  const whole = Array.isArray(state) ? state.find((one) => one instanceof Map) : state;
  return whole instanceof Map ? whole : undefined;
}

/** Where the shape stands among the arguments of what builds a tensor again. */
const builders = /** @type {Record<string, number>} */ ({
  "torch._utils._rebuild_tensor": 2,
  "torch._utils._rebuild_tensor_v2": 2,
  "torch._utils._rebuild_tensor_v3": 2,
  "torch._utils._rebuild_qtensor": 2,
  "torch._utils._rebuild_meta_tensor_no_storage": 1,
});
/** What holds another tensor, and where. */
const wrappers = /** @type {Record<string, number>} */ ({
  "torch._utils._rebuild_parameter": 0,
  "torch._utils._rebuild_parameter_with_state": 0,
  "torch.nn.parameter.Parameter": 0,
  "torch.nn.parameter.Buffer": 0,
});

/** @param {unknown} value @returns {Omit<TorchTensor, "name"> | undefined} */
function tensorOf(value) {
  let [one, parameter] = [value, false];
  for (let depth = 0; depth < limits.depth; depth++) {
    if (!(one instanceof Call) || !(one.of instanceof Name) || !Array.isArray(one.args)) return undefined;
    const { text } = one.of;
    const [place, inner] = [builders[text], wrappers[text]];
    if (place !== undefined) return { shape: shapeOf(one.args[place]), stored: placeOf(one.args), parameter };
    if (inner !== undefined) [one, parameter] = [one.args[inner], true];
    else if (text === "torch._tensor._rebuild_from_type_v2") one = new Call(one.args[0], one.args[2]);
    else return undefined;
  }
  return undefined;
}

/** @param {unknown} value @returns {number[]} */
function shapeOf(value) {
  const sizes = value instanceof Call && Array.isArray(value.args) ? value.args[0] : value; // torch.Size((2, 3))
  if (!Array.isArray(sizes)) throw new FileProblem("damaged");
  return sizes.map((size) => {
    if (typeof size === "bigint") throw new FileProblem("size_too_large");
    if (typeof size !== "number") throw new FileProblem("damaged");
    return size;
  });
}

/** @param {unknown[]} args of what builds a tensor */
function placeOf([storage, offset]) {
  if (!(storage instanceof Stored) || !Array.isArray(storage.id)) return "";
  const [, , key] = storage.id;
  return typeof key === "string" && typeof offset === "number" ? `${key} ${offset}` : "";
}
