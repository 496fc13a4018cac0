/** What stands around the element, see index.html. */

/** @type {typeof import("../en/site.js").siteMessages} */
export const siteMessages = {
  heading: "LSTM, GRU और RNN के parameters",
  tail: ", step by step",
  theme: "Theme",
  auto: "अपने-आप",
  light: "हल्की",
  dark: "गहरी",
  embed: "Notes में लगाएँ",
  language: "भाषा",
  checked: "संख्याएँ कैसे जाँची जाती हैं",
  howChecked:
    "हर गिनती दो बार होती है: सभी tensors के sizes जोड़कर, और दिखाए गए formula से. Tests हज़ारों models पर देखते हैं कि दोनों बराबर हैं, फिर दोनों को Keras, PyTorch, TensorFlow.js, ONNX graphs और tinygrad के नतीजों से मिलाते हैं, और बाक़ी frameworks के source में लिखे shapes से.",
};
