/** How a model, its layers and its totals are called. */
import { number, ordinal, several, short, single } from "./words.js";

/** @typedef {import("../../state/story.js").Headline} Headline */

/** So many kinds of layers in a row can be read as a name. */
const mostNames = 4;

/** @param {Headline["groups"]} groups */
function groupNames(groups) {
  const names = groups.map(({ name, count, both }) => {
    const plain = both ? `bidirectional ${name}` : name;
    return count > 1 ? `${ordinal(count)} ${plain} layers` : plain;
  });
  if (names.length <= mostNames) return names;
  const rest = groups.slice(mostNames - 2).reduce((sum, { count }) => sum + count, 0);
  return [...names.slice(0, mostNames - 2), `${several(String(rest), "layer")} और`];
}

/** @param {Headline} headline */
function modelName({ groups, path }, comma = ",") {
  const widths = path.length > 6 ? [...path.slice(0, 4), "…", path[path.length - 1]] : path;
  return `${groupNames(groups).join(" + ")}${comma} ${widths.map((width) => number(short(width)) || "□").join(" → ")}`;
}

/** @param {number} first @param {number} last */
const span = (first, last) =>
  first === last ? `layer ${ordinal(first)}` : `layers ${ordinal(first)} से ${ordinal(last)}`;

/** @param {string} whole "0" for a share that is there all the same, "100" for one that is not all */
const percents = (whole) => (whole === "0" ? "1 % से कम" : whole === "100" ? "99 % से ज़्यादा" : `${whole} %`);

/** @type {typeof import("../en/model.js").modelMessages} */
export const modelMessages = {
  headline: (headline) => modelName(headline) + (headline.framework ? `, ${headline.framework} की गिनती` : ""),
  documentTitle: (headline, total) =>
    `${modelName(headline, "")}: ${number(total) || "—"} parameters${headline.framework ? ` (${headline.framework})` : ""}`,
  unfinishedTitle: "LSTM, GRU और RNN के parameters, step by step",
  none: "—",
  noLayers: "अभी कोई layer नहीं",
  noFramework: "किस framework की तरह गिनें?",
  parameters: (total) => `${number(total) || "—"} ${single(total) ? "parameter" : "parameters"}`,
  parametersWord: (total) => (single(total) ? "parameter" : "parameters"),
  noTotal: "कोई total नहीं: form में कुछ देखना होगा.",

  layerTitle: (place, headline) => `Layer ${ordinal(place)}: ${modelName({ ...headline, framework: "" })}`,
  layer: (first, last) => (first === last ? `Layer ${ordinal(first)}` : `Layers ${ordinal(first)} से ${ordinal(last)}`),
  sameLayers: (first, last, like, each, sum) => {
    const count = last - first + 1;
    if (count === 1) return `Layer ${ordinal(first)}: layer ${ordinal(like)} जैसी, ${number(each)}`;
    return `Layers ${ordinal(first)} से ${ordinal(last)}: layer ${ordinal(like)} जैसी, ${ordinal(count)} × ${number(each)} = ${number(sum)}`;
  },
  layerSum: (places) => places.map(([first, last]) => span(first, last)).join(" + "),
  share: ({ first, last, total, percent }) => `${span(first, last)}: ${number(total)} (${percents(percent)})`,
  shares: (shares) => `Total में हिस्से: ${shares.join(", ")}`,
};
