/** How a model, its layers and its totals are called, by the ids of telling/model.js. */
import { capital, number, ordinal, plural, several } from "./words.js";

/** @typedef {{ names: string, path: string }} Model */

/** At the head of a line: a framework's own name for a layer stays as it is written. @param {string} names */
const atHead = (names) => (/^(bidirectional|forward|backward) /.test(names) ? capital(names) : names);

const noTotalYet = "no total yet";

/** @param {string} total */
const parametersWord = (total) => (total === "1" ? "parameter" : "parameters");

/** @param {string} total */
const parameters = (total) => (total === "" ? noTotalYet : `${number(total)} ${parametersWord(total)}`);

export const modelMessages = {
  /** Equal neighbours in a stack. */
  group: {
    /** @param {{ name: string }} layer */
    one: ({ name }) => name,
    /** @param {{ name: string }} layer */
    one_both: ({ name }) => `bidirectional ${name}`,
    /** @param {{ name: string }} layer */
    one_forward: ({ name }) => `forward ${name}`,
    /** @param {{ name: string }} layer */
    one_backward: ({ name }) => `backward ${name}`,
    /** @param {{ name: string, count: number }} layers */
    several: ({ name, count }) => `${ordinal(count)} ${name} layers`,
    /** @param {{ name: string, count: number }} layers */
    several_both: ({ name, count }) => `${ordinal(count)} bidirectional ${name} layers`,
    /** @param {{ count: number }} layers */
    others: ({ count }) => several(String(count), "other layer"),
  },
  model: {
    /** @param {Model} model */
    headline: ({ names, path }) => `${atHead(names)}, ${path}`,
    /** @param {Model & { framework: string }} model */
    headline_as: ({ names, path, framework }) =>
      `${atHead(names)}, ${path}, as ${framework} ${plural(framework) ? "count" : "counts"}`,
    /** @param {Model & { total: string }} model */
    title: ({ names, path, total }) => `${atHead(names)} ${path}: ${parameters(total)}`,
    /** @param {Model & { total: string, framework: string }} model */
    title_as: ({ names, path, total, framework }) => `${atHead(names)} ${path}: ${parameters(total)} (${framework})`,
    /** @param {Model & { place: number }} layer */
    layer: ({ place, names, path }) => `Layer ${ordinal(place)}: ${names}, ${path}`,
    /** @param {Model & { place: number }} layer */
    layer_both: ({ place, names, path }) => `Layer ${ordinal(place)}: ${names}, ${path}`,
  },
  layers: {
    /** @param {{ place: number }} layer */
    one: ({ place }) => `Layer ${ordinal(place)}`,
    /** @param {{ first: number, last: number }} layers */
    several: ({ first, last }) => `Layers ${ordinal(first)} to ${ordinal(last)}`,
    /** @param {{ place: number }} layer */
    one_within: ({ place }) => `layer ${ordinal(place)}`,
    /** @param {{ first: number, last: number }} layers */
    several_within: ({ first, last }) => `layers ${ordinal(first)} to ${ordinal(last)}`,
    /** @param {{ place: number, like: number, each: string }} layer */
    like: ({ place, like, each }) => `Layer ${ordinal(place)}: as layer ${ordinal(like)}, ${number(each)}`,
    /** @param {{ first: number, last: number, like: number, count: number, each: string, sum: string }} layers */
    several_like: ({ first, last, like, count, each, sum }) =>
      `Layers ${ordinal(first)} to ${ordinal(last)}: as layer ${ordinal(like)}, ${ordinal(count)} × ${number(each)} = ${number(sum)}`,
  },
  unfinishedTitle: "LSTM, GRU and RNN parameters, step by step",
  none: "—",
  noLayers: "No layers yet",
  noFramework: "Which framework counts?",
  noTotalYet,
  parameters,
  parametersWord,
  /** @param {string} trainable @param {string} frozen */
  split: (trainable, frozen) => `${number(trainable)} trained, ${number(frozen)} not`,
  noTotal: "No total: something in the form can't be counted as it stands.",
  /** A part of the total, in the text alternative of the bar. */
  share: {
    least: "less than 1 %",
    most: "more than 99 %",
    /** @param {{ percent: string }} share */
    part: ({ percent }) => `${percent} %`,
  },
  /** @param {string[]} shares */
  shares: (shares) => `Shares of the total: ${shares.join(", ")}`,
};
