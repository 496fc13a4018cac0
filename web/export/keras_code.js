/** Keras code that builds a model and prints its number of parameters. */
import { chainsAsCalls } from "./keras_layers.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("./keras_layers.js").Chain} Chain */
/** @typedef {import("./keras_layers.js").Call} Call */

/** "(None, 64)", and "(None,)" with its comma. @param {string[]} shape */
const tupleOf = (shape) => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`);

/** @param {Pick<Call, "layer" | "arguments">} call @param {string[]} [more] */
function callOf({ layer, arguments: all }, more = []) {
  const args = all.map(({ name, value, plain }) => (plain ? value : `${name}=${value}`));
  return `keras.layers.${layer}(${[...args, ...more].join(", ")})`;
}

/** @param {Call} call */
const layerOf = (call) => (call.each ? `keras.layers.TimeDistributed(${waysOf(call)})` : waysOf(call));

/** @param {Call} call */
function waysOf(call) {
  const { merge, back } = call;
  const one = callOf(call);
  if (merge === undefined) return one;
  const other = back ? `, backward_layer=${callOf(back, ["go_backwards=True"])}` : "";
  return `keras.layers.Bidirectional(${one}${other}${merge === "concat" ? "" : `, merge_mode="${merge}"`})`;
}

/** One layer after the other. @param {Chain} chain @param {string} indent */
function sequential({ shape, calls }, indent) {
  const lines = [`keras.Input(${tupleOf(shape)})`, ...calls.map(layerOf)];
  return `keras.Sequential([\n${lines.map((line) => `${indent}    ${line},`).join("\n")}\n${indent}])`;
}

/** A sequence of layers gives each one thing to read: an attention is called with what comes in, twice. @param {Chain} chain */
const isSequential = ({ calls }) => calls.every(({ reads }) => reads === "");

/** Layers that are called, one with what the other makes. @param {Chain} chain @param {string} name of the model */
function functional({ shape, calls }, name) {
  const called = { "": "(x)", twice: "(x, x)", list: "([x, x])" };
  return [
    `inputs = keras.Input(${tupleOf(shape)})`,
    ...calls.map((call, place) => {
      const line = `x = ${layerOf(call)}${called[call.reads]}`;
      return place === 0 ? line.replaceAll(/(?<=[([ ])x(?=[,)\]])/g, "inputs") : line;
    }),
    `${name} = keras.Model(inputs, x)`,
  ].join("\n");
}

/**
 * @param {Answer} answer
 * @param {string} steps how many time steps come in, "" where that is not known
 * @param {Catalog} catalog
 * @returns {string} "" where there is no short code for it
 */
export function kerasCode(answer, steps, catalog) {
  const written = chainsAsCalls(answer, steps, catalog);
  if (!written) return "";
  const [only] = written;
  if (written.length === 1) {
    const model = isSequential(only) ? `model = ${sequential(only, "")}` : functional(only, "model");
    return `import keras\n\n${model}\nprint(model.count_params())  # ${answer.total}`;
  }
  const print = `print(sum(branch.count_params() for branch in branches))  # ${answer.total}`;
  if (written.every(isSequential)) {
    const branches = written.map((chain) => `    ${sequential(chain, "    ")},`).join("\n");
    return `import keras\n\nbranches = [\n${branches}\n]\n${print}`;
  }
  const names = written.map((_, place) => `branch_${place + 1}`);
  const branches = written.map((chain, place) => functional(chain, names[place])).join("\n\n");
  return `import keras\n\n${branches}\n\nbranches = [${names.join(", ")}]\n${print}`;
}
