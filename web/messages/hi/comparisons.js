/** How totals differ: between frameworks, between layers, between what is stored and what has an effect. */
import { reasons } from "./frameworks.js";
import { problemMessages } from "./problems.js";
import { frameworkName, frameworkNames, grouped, list, number, several, single } from "./words.js";

/** @typedef {import("../../engine.js").Catalog} Catalog */
/** @typedef {import("../../state/story.js").Difference} Difference */
/** @typedef {import("../../engine.js").Term} Term */

/** @param {string[]} ids */
function tell(ids) {
  if (ids.includes("notes")) return "गिनते हैं";
  return ids.length > 1 ? "बताते हैं" : "बताता है";
}

/** @param {"more" | "fewer"} sign */
const moreOrLess = (sign) => (sign === "more" ? "ज़्यादा" : "कम");

/** Longer sums stand under the why only. */
const longest = 60;

/** @param {Term} term */
const sumOf = ({ numbers }) => (numbers.text.length > longest ? "" : `, ${grouped(numbers.text)}`);

/**
 * What one framework has more of, or less, than the one that is shown.
 * @param {Term} term
 */
function named(term) {
  const more = term.sign === "more";
  const there = more ? "भी" : "नहीं";
  const names = /** @type {Record<Term["kind"], string>} */ ({
    bias: `${moreOrLess(term.sign)} biases`,
    candidate_bias: `candidate में recurrent bias ${there}`,
    gate_biases: `gates में दूसरा bias ${there}`,
    matrices: `${moreOrLess(term.sign)} weight matrices`,
    peepholes: `peepholes ${there}`,
    normalization: `cell के अंदर gains और shifts ${there}`,
    projection: `projection ${there}`,
    unused: more ? "एक हिस्सा जो रखा जाता है पर कभी काम नहीं आता" : "ऐसा कोई हिस्सा नहीं जो रखा जाए पर कभी काम न आए",
    statistics: `batch normalization के moving mean और variance ${more ? "भी गिने गए" : "नहीं गिने गए"}`,
  });
  return names[term.kind] + (term.kind === "statistics" ? "" : sumOf(term));
}

/** @param {Difference} difference @param {Catalog} catalog */
function because({ ids, here, terms, places, units, matrices, second }, catalog) {
  return terms
    .map((term) => {
      if (term.kind !== "bias" || !second) return named(term);
      if (term.sign === "fewer") {
        const keep = here === "notes" ? "रखते हैं" : "रखता है";
        return ids.length > 1
          ? `जहाँ ${frameworkName(here, catalog)} दो biases ${keep}, वहाँ ये एक`
          : "हर unit के लिए दो की जगह एक bias";
      }
      if (places === "one")
        return `दूसरा bias, ${several(units, "unit")}${matrices === "1" ? "" : ` × ${matrices} matrices`}`;
      return where[places] + sumOf(term);
    })
    .join("; ");
}

/** What there is more of, and where. @type {Record<Exclude<Difference["places"], "one">, string>} */
const where = {
  directions: "दोनों directions में दूसरा bias",
  layers: "हर layer में दूसरा bias",
  all: "हर direction और हर layer में दूसरा bias",
  some: "दूसरे biases",
};

/** @type {typeof import("../en/comparisons.js").comparisonMessages} */
export const comparisonMessages = {
  difference: (difference, catalog) => {
    const { ids, sign } = difference;
    const names = frameworkNames(ids, catalog);
    if (sign !== "more" && sign !== "fewer") return `${names} यही संख्या ${tell(ids)}.`;
    const reason = because(difference, catalog);
    return `${names} ${number(difference.total)} ${tell(ids)}, ${number(difference.difference)} ${moreOrLess(sign)}${reason ? `: ${reason}` : ""}.`;
  },
  noCount: ({ ids, problem }, catalog, words) => {
    const names = frameworkNames(ids, catalog);
    if (problem.code !== "unsupported" || ids.length === 1)
      return `${names}: इस model का कोई total नहीं. ${problemMessages.problem(problem, catalog, words)}`;
    const { option, layer, text = "" } = problem.args;
    if (option === "") return `${names}: इस model का कोई total नहीं; इनमें ${layer} है, ऐसा यहाँ मालूम नहीं.`;
    const what = `${option}${/^false$/i.test(text.trim()) ? "=false" : ""}`;
    return `${names}: इस model का कोई total नहीं, क्योंकि इनमें ${what} नहीं है.`;
  },
  reason: (id) => reasons[id] ?? "",

  effective: (total, { value, biases, gates, unused }) => {
    const added =
      gates.length > 0
        ? `${list(gates)} में दोनों biases सिर्फ़ जोड़े जाते हैं`
        : "जो दो biases आपस में जुड़ते हैं, वे एक का ही काम करते हैं";
    const idle = unused === "" ? [] : [`${number(unused)} कभी काम नहीं ${single(unused) ? "आता" : "आते"}`];
    const why = [...(biases ? [added] : []), ...idle];
    return `${number(total)} रखे जाते हैं, ${number(value)} का अपना असर है: ${why.join("; ")}.`;
  },
  effectiveWhy: ({ biases, gates, unused }) => {
    const said = [];
    if (biases)
      said.push(
        gates.length > 0
          ? "जहाँ दो biases सिर्फ़ आपस में जोड़े जाते हैं, वहाँ उनका जोड़ एक ही संख्या हो सकता है. Candidate को अपने दोनों चाहिए: reset gate उनमें से एक को गुणा करता है."
          : "Unit को अपने दोनों biases का सिर्फ़ जोड़ दिखता है, और वह जोड़ एक ही संख्या हो सकता है: दूसरे bias से network कुछ नया नहीं कर पाता.",
      );
    if (unused !== "") said.push("जो कभी काम नहीं आता, वह भी मौजूद है: रखा जाता है, और गिना जाता है.");
    return said.join(" ");
  },
  because,

  twice: ({ twice, sign, numbers, difference }) =>
    `Layer 1 का दुगुना ${number(twice)} होता. Layer 2, layer 1 से ${number(numbers)} ${single(numbers) ? "संख्या" : "संख्याएँ"} ${moreOrLess(sign)} पढ़ती है, इसलिए ${number(difference)} ${moreOrLess(sign)}.`,
  coincidence: (word, input, width, count) => [
    `${count === 2 ? "दोनों layers" : "Layers 1 और 2"} की गिनती यहाँ सिर्फ़ इसलिए बराबर है कि ${word} (${number(input)}) संयोग से उतना ही है जितना layer 2 पढ़ती है (${grouped(width)}). यह आज़माइए: `,
    count === 2 ? "10 → 7 → 7" : "10 → 7 → 7 → …",
    ".",
  ],
  notInFormula: "Formula में नहीं आते: time steps, batch size, dropout.",
  otherCell: ({ cell, matrices, here, first }) => {
    const name = cell === "RNN" ? "सादे RNN" : cell;
    const instead = first && here !== "1" ? `× ${here} की जगह ` : "";
    return [`${first ? `इन्हीं sizes के ${name}` : name} में: ${instead}× ${matrices}, `, "."];
  },
};
