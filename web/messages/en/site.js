/** What stands around the element, see index.html. */

export const siteMessages = {
  description:
    "Count the parameters of an LSTM, GRU or RNN layer, stacked and bidirectional, and see every step with your own numbers, as Keras and PyTorch count them.",
  noScript:
    "This page counts with your own numbers when JavaScript is on. Until then, the notes' five examples, worked out:",
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
