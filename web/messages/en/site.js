/** What stands around the element, see index.html. */

export const siteMessages = {
  heading: "LSTM, GRU and RNN parameters",
  tail: ", step by step",
  theme: "Theme",
  auto: "auto",
  light: "light",
  dark: "dark",
  embed: "Embed",
  language: "Language",
  checked: "How the numbers are checked",
  howChecked:
    "Every count is made twice: by adding up the sizes of all tensors, and by the formula that is shown. Tests hold the two equal on thousands of models, and both against what Keras, PyTorch, TensorFlow.js, ONNX graphs and tinygrad print, and against the shapes that stand in the other frameworks' source and documentation.",
};
