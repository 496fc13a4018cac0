/** Code that builds a model in a framework and prints its number of parameters. */
import { encode } from "../border/query.js";
import { stepsInto } from "../telling/around.js";
import { kerasCode } from "./keras_code.js";
import { kerasOptions } from "./keras_layers.js";
import { tfjsCode } from "./tfjs_code.js";
import { torchCode, torchOptions } from "./torch_code.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */

/** Longer stacks have no code that anyone would read. */
export const mostLayers = 60;

/** `options`: a model with any other that counts has no code. */
const writers = {
  keras: { write: kerasCode, options: kerasOptions },
  pytorch: { write: torchCode, options: torchOptions },
  tfjs: { write: tfjsCode, options: kerasOptions },
};

/**
 * The code for each framework that can build the model exactly.
 * @param {import("../border/query.js").Texts} texts
 * @param {import("../engine.js").Engine["explain"]} explain
 * @param {Catalog} catalog
 */
export function codeFor(texts, explain, catalog) {
  return Object.entries(writers).flatMap(([framework, { write, options }]) => {
    const answer = explain(encode({ ...texts, framework }));
    if (answer.total === "" || !isWritable(answer, options, catalog)) return [];
    const code = write(answer, stepsInto({ answer, catalog }, 0), catalog);
    return code === "" ? [] : [{ framework, code }];
  });
}

/**
 * @param {Answer} answer
 * @param {string[]} options
 * @param {Catalog} catalog
 */
function isWritable(answer, options, catalog) {
  return answer.written.every(({ cell, args }) => {
    const counts = catalog.layers.find((layer) => layer.cell === cell)?.arguments ?? [];
    return args.every(({ name }) => options.includes(name) || !counts.some((argument) => argument.name === name));
  });
}
