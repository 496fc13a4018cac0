/** How a model, its layers and its totals are called, by the ids of telling/model.js. */
import { are, number, ordinal, several, single } from "./words.js";

const noTotalYet = "total अभी नहीं";

/** @param {string} total */
const parametersWord = (total) => (single(total) ? "parameter" : "parameters");

/** @param {string} total */
const parameters = (total) => (total === "" ? noTotalYet : `${number(total)} ${parametersWord(total)}`);

/** @type {typeof import("../en/model.js").modelMessages} */
export const modelMessages = {
  group: {
    one: ({ name }) => name,
    one_both: ({ name }) => `bidirectional ${name}`,
    one_forward: ({ name }) => `forward ${name}`,
    one_backward: ({ name }) => `backward ${name}`,
    several: ({ name, count }) => `${ordinal(count)} ${name} layers`,
    several_both: ({ name, count }) => `${ordinal(count)} bidirectional ${name} layers`,
    others: ({ count }) => several(String(count), "और layer", "और layers"),
  },
  model: {
    headline: ({ names, path }) => `${names}, ${path}`,
    headline_as: ({ names, path, framework }) => `${names}, ${path}, ${framework} की गिनती`,
    title: ({ names, path, total }) => `${names} ${path}: ${parameters(total)}`,
    title_as: ({ names, path, total, framework }) => `${names} ${path}: ${parameters(total)} (${framework})`,
    layer: ({ place, names, path }) => `Layer ${ordinal(place)}: ${names}, ${path}`,
    layer_both: ({ place, names, path }) => `Layer ${ordinal(place)}: ${names}, ${path}`,
  },
  layers: {
    one: ({ place }) => `Layer ${ordinal(place)}`,
    several: ({ first, last }) => `Layers ${ordinal(first)} से ${ordinal(last)}`,
    one_within: ({ place }) => `layer ${ordinal(place)}`,
    several_within: ({ first, last }) => `layers ${ordinal(first)} से ${ordinal(last)}`,
    like: ({ place, like, each }) => `Layer ${ordinal(place)}: layer ${ordinal(like)} की तरह, ${number(each)}`,
    several_like: ({ first, last, like, count, each, sum }) =>
      `Layers ${ordinal(first)} से ${ordinal(last)}: layer ${ordinal(like)} की तरह, ${ordinal(count)} × ${number(each)} = ${number(sum)}`,
  },
  unfinishedTitle: "LSTM, GRU और RNN के parameters, step by step",
  none: "—",
  noLayers: "अभी कोई layer नहीं",
  noFramework: "किस framework की तरह गिनें?",
  noTotalYet,
  parameters,
  parametersWord,
  split: (trainable, frozen) =>
    `train ${single(trainable) ? "होता" : "होते"} ${are(trainable)}: ${number(trainable)}, नहीं: ${number(frozen)}`,
  noTotal: "Total नहीं निकला: form में कुछ ठीक करना है.",
  share: {
    least: "1 % से कम",
    most: "99 % से ज़्यादा",
    part: ({ percent }) => `${percent} %`,
  },
  shares: (shares) => `Total में हिस्से: ${shares.join(", ")}`,
};
