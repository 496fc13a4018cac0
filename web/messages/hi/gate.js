/** What a gate is, by the ids of telling/gates.js. */
/** @param {string} equation @param {string} [core] */
const is = (equation, core = "") =>
  `Gate अपने आप में एक छोटी layer है: हर unit जो पढ़ती है, उससे यह layer 0 और 1 के बीच की एक संख्या बनाती है, ${core}gate = ${equation}, जहाँ σ sigmoid है।`;

/** @type {typeof import("../en/gate.js").gateMessages} */
export const gateMessages = {
  gate: {
    sentences: {
      is: ({ equation }) => is(equation),
      is_at_its_core: ({ equation }) => is(equation, "मूल रूप में "),
      factor: "किसी और चीज़ को इस संख्या से गुणा किया जाता है: संख्या 0 के पास हो तो वह चीज़ रुकती है, 1 के पास हो तो निकल जाती है।",
      here: ({ told }) => `यहाँ ${told.join("; ")}।`,
    },
    decides: {
      forget_of_state: "forget gate तय करता है कि पुराने cell state का कितना हिस्सा बचे",
      input_of_state: "input gate तय करता है कि cell state में candidate का कितना हिस्सा जुड़े",
      output_of_state: "output gate तय करता है कि cell state का कितना हिस्सा output में जाए",
      update_of_activations:
        "update gate तय करता है कि पिछले activations का कितना हिस्सा बचे और उनकी जगह candidate का कितना हिस्सा आए",
      reset_of_activations: "reset gate तय करता है कि candidate पिछले activations का कितना हिस्सा देखे",
      forget_of_activations:
        "forget gate तय करता है कि पिछले activations का कितना हिस्सा बचे और उनकी जगह candidate का कितना हिस्सा आए",
    },
  },
};
