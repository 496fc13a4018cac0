/** The labels of the tables below the derivation. */
import { number } from "./words.js";

/** @type {typeof import("../en/tables.js").tableMessages} */
export const tableMessages = {
  roles: {
    weights: "weights",
    input_weights: "input के weights",
    recurrent_weights: "पिछले activations के weights",
    bias: "bias",
    projection: "projection",
    peephole: "peephole",
    embedding: "embedding",
    scale: "scale",
    shift: "shift",
    mean: "moving mean",
    variance: "moving variance",
  },
  tensors: "इस layer के tensors",
  tensorsMany: "इन layers के tensors",
  tensorHead: ["नाम", "shape", "गिनती"],
  sum: "जोड़",
  notTrained: "train नहीं होता",
  direction: { forward: "आगे की ओर", backward: "पीछे की ओर", both: "दोनों directions एक में" },
  allFrameworks: "सभी frameworks",
  withOption: (option, text) => `${option}=${text === "true" ? "True" : "False"} के साथ:`,
  readAt: (name, version) => `${name} ${version}: इसका layout जहाँ लिखा है`,
  totalOf: (total, base, difference, sign) =>
    sign === "more" || sign === "fewer"
      ? `${number(total)} = ${number(base)} ${sign === "more" ? "+" : "−"} ${number(difference)}`
      : number(total),
  source: "स्रोत",
  code: "जाँचने वाला code",
  copyCode: "Code copy करें",
  noCode: "इस model के लिए कोई छोटा code नहीं है.",
};
