/**
 * The messages of an .onnx file, walked through windows: of a graph its nodes, and its weights without their numbers, which are skipped
 * unread.
 */
import { PbfReader } from "pbf";
import { limits } from "./limits.js";
import { bytesOf, FileProblem } from "./source.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {{ number: number, type: number, start: number, end: number, value: number }} Field of a message: where it stands, or its value */
/** @typedef {{ name: string, shape: number[], type: number }} Weight */
/**
 * @typedef {{ op: string, domain: string, name: string, inputs: string[], outputs: string[], numbers: Record<string, number>, words: Record<string, string>, lists: Record<string, number[]>, tensor: Weight | undefined, inner: boolean }} Node `inner`: it has a graph of its own
 */

/** Little, for behind each weight's numbers another one begins. */
const windowSize = 16 * 1024;

/** @param {Source} source */
function walker(source) {
  /** @type {Uint8Array} */
  let window = new Uint8Array(0);
  let from = 0;

  /** At least so many bytes from a place on, or all up to `end`. @param {number} at @param {number} end */
  async function near(at, end) {
    if (at >= from && Math.min(at + 20, end) <= from + window.length) return;
    from = at;
    window = await bytesOf(source, at, Math.min(source.size, at + windowSize));
  }

  /** A whole number; the place behind it in `at`. @param {{ at: number }} place @param {number} end */
  function varint(place, end) {
    let value = 0;
    for (let shift = 1, length = 0; length < 10; length++, shift *= 128) {
      if (place.at >= end) throw new FileProblem("damaged");
      const byte = window[place.at++ - from];
      if (length < 8) value += (byte & 127) * shift;
      else if ((byte & 127) !== 0) value = Number.POSITIVE_INFINITY; // or a negative number
      if (byte < 128) return value;
    }
    throw new FileProblem("damaged");
  }

  /** @param {number} start @param {number} end @returns {AsyncGenerator<Field>} */
  async function* fields(start, end) {
    const place = { at: start };
    while (place.at < end) {
      await near(place.at, end);
      const tag = varint(place, end);
      const [number, type] = [Math.floor(tag / 8), tag % 8];
      const field = { number, type, start: place.at, end: place.at, value: 0 };
      if (type === 0) field.value = varint(place, end);
      else if (type === 2) {
        const length = varint(place, end);
        field.start = place.at;
        place.at += length;
      } else if (type === 1) place.at += 8;
      else if (type === 5) place.at += 4;
      else throw new FileProblem("damaged");
      if (number === 0) throw new FileProblem("damaged");
      if (!(place.at <= end))
        throw new FileProblem(end >= source.size || place.at > source.size ? "file_cut" : "damaged");
      field.end = place.at;
      yield field;
    }
  }

  /** @param {Field} field */
  async function bytes({ start, end }) {
    if (end - start > limits.message) throw new FileProblem("damaged");
    if (start >= from && end <= from + window.length) return window.subarray(start - from, end - from);
    return bytesOf(source, start, end);
  }
  const decoder = new TextDecoder();
  const text = async (/** @type {Field} */ field) => decoder.decode(await bytes(field));
  const numbers = async (/** @type {Field} */ field) => {
    if (field.type === 0) return [field.value];
    const reader = new PbfReader(await bytes(field));
    /** @type {number[]} */
    const list = [];
    while (reader.pos < reader.length) list.push(reader.readVarint(true));
    return list;
  };
  return { fields, text, numbers };
}

/** @typedef {ReturnType<typeof walker>} Walker */

/**
 * @param {Source} source
 * @returns {Promise<{ producer: string, version: string, nodes: Node[], weights: Map<string, Weight> }>}
 */
export async function modelIn(source) {
  const walk = walker(source);
  let [graph, producer, version] = [/** @type {Field | undefined} */ (undefined), "", ""];
  for await (const field of walk.fields(0, source.size)) {
    if (field.type !== 2) continue;
    if (field.number === 7) graph = field;
    else if (field.number === 2) producer = await walk.text(field);
    else if (field.number === 3) version = await walk.text(field);
  }
  if (!graph) throw new FileProblem("damaged");
  return { producer, version, ...(await graphOf(walk, graph)) };
}

/** @param {Walker} walk @param {Field} graph */
async function graphOf(walk, graph) {
  /** @type {Node[]} */
  const nodes = [];
  /** @type {Map<string, Weight>} */
  const weights = new Map();
  let visited = 0;
  for await (const field of walk.fields(graph.start, graph.end)) {
    if (++visited > limits.visited) throw new FileProblem("too_many", { largest: String(limits.visited) });
    if (field.type !== 2) continue;
    if (field.number === 1) nodes.push(await nodeOf(walk, field));
    else if (field.number === 5) {
      const weight = await weightOf(walk, field);
      weights.set(weight.name, weight);
    }
  }
  return { nodes, weights };
}

/** A tensor without its numbers. @param {Walker} walk @param {Field} message @returns {Promise<Weight>} */
async function weightOf(walk, message) {
  const weight = { name: "", shape: /** @type {number[]} */ ([]), type: 0 };
  for await (const field of walk.fields(message.start, message.end)) {
    if (field.number === 1) weight.shape.push(...(await walk.numbers(field)));
    else if (field.number === 2) weight.type = field.value;
    else if (field.number === 8) weight.name = await walk.text(field);
  }
  return weight;
}

/** @param {Walker} walk @param {Field} message @returns {Promise<Node>} */
async function nodeOf(walk, message) {
  /** @type {Node} */
  const node = {
    op: "",
    domain: "",
    name: "",
    inputs: [],
    outputs: [],
    numbers: {},
    words: {},
    lists: {},
    tensor: undefined,
    inner: false,
  };
  for await (const field of walk.fields(message.start, message.end)) {
    if (field.type !== 2) continue;
    if (field.number === 1) node.inputs.push(await walk.text(field));
    else if (field.number === 2) node.outputs.push(await walk.text(field));
    else if (field.number === 3) node.name = await walk.text(field);
    else if (field.number === 4) node.op = await walk.text(field);
    else if (field.number === 7) node.domain = await walk.text(field);
    else if (field.number === 5) await attributeOf(walk, field, node);
  }
  return node;
}

/** @param {Walker} walk @param {Field} message @param {Node} node */
async function attributeOf(walk, message, node) {
  let [name, word, number] = ["", "", 0];
  /** @type {number[]} */
  const list = [];
  for await (const field of walk.fields(message.start, message.end)) {
    if (field.number === 1) name = await walk.text(field);
    else if (field.number === 3) number = field.value;
    else if (field.number === 4) word = await walk.text(field);
    else if (field.number === 5) node.tensor = await weightOf(walk, field);
    else if (field.number === 6 || field.number === 11) node.inner = true;
    else if (field.number === 8) list.push(...(await walk.numbers(field)));
  }
  node.numbers[name] = number;
  node.words[name] = word;
  node.lists[name] = list;
}
