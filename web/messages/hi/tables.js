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
    deviation: "moving deviation का logarithm",
    inverse_deviation: "moving deviation का inverse",
    moving_deviation: "moving deviation",
    renorm_mean: "renorm के लिए mean",
    renorm_deviation: "renorm के लिए deviation",
    state: "initial state",
    counter: "batches का counter",
  },
  tensors: "इस layer के tensors",
  tensorsMany: "इन layers के tensors",
  tensorHead: ["नाम", "shape", "गिनती"],
  sum: "जोड़",
  notTrained: "train नहीं होता",
  direction: { forward: "आगे की ओर", backward: "पीछे की ओर", both: "दोनों directions एक में" },
  layerTable: {
    ...{ layer: "layer", handsOn: "आगे देती है", steps: "time steps", parameters: "parameters", share: "हिस्सा" },
    ...{
      trained: "train होते हैं",
      total: "total",
      caption: "सारी layers",
      copyCsv: "CSV copy करें",
      copyTable: "Table copy करें",
    },
  },
  memory: {
    sentence: ({ float32, float16, int8, training }) =>
      `Memory में: float32 के रूप में ${float32}, float16 के रूप में ${float16}, int8 के रूप में ${int8}; Adam से train करते हुए ${training}.`,
    why: ({ unit, bytes, printed }) =>
      [
        "एक संख्या float32 के रूप में 4 bytes लेती है, float16 के रूप में 2, int8 के रूप में 1.",
        ...(bytes === "1" ? [] : [`1 ${unit} = ${number(bytes)} bytes.`]),
        ...(printed === "" ? [] : [`Keras का summary() इतने size को ${printed} लिखता है.`]),
        "Adam से train करने में हर train होने वाली संख्या के लिए तीन और संख्याएँ लगती हैं: उसका gradient, और दो moments जो Adam रखता है. Layers जो compute करती हैं, उसकी memory इससे अलग है.",
      ].join(" "),
  },
  allFrameworks: "सभी frameworks",
  withOption: (option, text) => `${option}=${text} के साथ:`,
  readAt: (name, version) => `${name}, version ${version}: इसका layout जहाँ लिखा है`,
  source: "स्रोत",
  code: "जाँचने वाला code",
  copyCode: "Code copy करें",
  noCode: "इस model के लिए कोई छोटा code नहीं है.",
};
