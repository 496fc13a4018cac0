/** How a model, its layers and its totals are called. */
import { capital, number, ordinal, several, short } from "./words.js";

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
  return [...names.slice(0, mostNames - 2), several(String(rest), "other layer")];
}

/** @param {Headline} headline */
function modelName({ groups, path }, comma = ",") {
  const widths = path.length > 6 ? [...path.slice(0, 4), "…", path[path.length - 1]] : path;
  return `${capital(groupNames(groups).join(" + "))}${comma} ${widths.map((width) => number(short(width)) || "□").join(" → ")}`;
}

export const modelMessages = {
  /** @param {Headline} headline */
  headline: (headline) => modelName(headline) + (headline.framework ? `, as ${headline.framework} counts` : ""),
  /** @param {Headline} headline @param {string} total */
  documentTitle: (headline, total) =>
    `${modelName(headline, "")}: ${number(total) || "—"} parameters${headline.framework ? ` (${headline.framework})` : ""}`,
  unfinishedTitle: "LSTM, GRU and RNN parameters, step by step",
  none: "—",
  noLayers: "No layers yet",
  noFramework: "Count as in which framework?",
  /** @param {string} total */
  parameters: (total) => `${number(total) || "—"} ${total === "1" ? "parameter" : "parameters"}`,
  /** @param {string} total */
  parametersWord: (total) => (total === "1" ? "parameter" : "parameters"),
  noTotal: "No total: something in the form needs a look.",

  /** @param {number} place @param {Headline} headline */
  layerTitle: (place, headline) => {
    const name = modelName({ ...headline, framework: "" });
    return `Layer ${ordinal(place)}: ${name.startsWith("Bidirectional") ? name.replace("Bidirectional", "bidirectional") : name}`;
  },
  /** @param {number} first @param {number} last */
  layer: (first, last) => (first === last ? `Layer ${ordinal(first)}` : `Layers ${ordinal(first)} to ${ordinal(last)}`),
  /** @param {number} first @param {number} last @param {number} like @param {string} each @param {string} sum */
  sameLayers: (first, last, like, each, sum) => {
    const count = last - first + 1;
    if (count === 1) return `Layer ${ordinal(first)}: as layer ${ordinal(like)}, ${number(each)}`;
    return `Layers ${ordinal(first)} to ${ordinal(last)}: as layer ${ordinal(like)}, ${ordinal(count)} × ${number(each)} = ${number(sum)}`;
  },
  /**
   * The sum's words where equal layers stand together.
   * @param {[first: number, last: number][]} places
   */
  layerSum: (places) => places.map(([first, last]) => span(first, last)).join(" + "),
  /**
   * A part of the total, in the text alternative of the bar.
   * @param {{ first: number, last: number, total: string, percent: string }} share
   */
  share: ({ first, last, total, percent }) => `${span(first, last)}: ${number(total)} (${percents(percent)})`,
  /** @param {string[]} shares */
  shares: (shares) => `Shares of the total: ${shares.join(", ")}`,
};

/** @param {number} first @param {number} last */
const span = (first, last) =>
  first === last ? `layer ${ordinal(first)}` : `layers ${ordinal(first)} to ${ordinal(last)}`;

/** @param {string} whole "0" for a share that is there all the same, "100" for one that is not all */
const percents = (whole) => (whole === "0" ? "less than 1 %" : whole === "100" ? "more than 99 %" : `${whole} %`);
