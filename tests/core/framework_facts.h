// What the frameworks store, written a second time from their documentation, so that the rows of
// core/frameworks.cpp are not their own witness. A framework that is not in here is left out of the tests
// that use it.
#pragma once

#include <iterator>
#include <string_view>

namespace rnn {

struct StoredFacts {
  std::string_view id;
  std::string_view words;  ///< id and synonyms, with blanks between them
  // β with biases, in vectors of length h; 0: there is no such cell. A GRU whose reset gate comes after the
  // recurrent matrix, and one whose comes before.
  unsigned lstm;
  unsigned gru_after;
  unsigned gru_before;
  unsigned rnn;
  unsigned mgu;
  bool resets_after;       ///< the default where there are both
  unsigned statistics;     ///< parameters per feature of a batch normalisation; 0: there is no such layer
  std::string_view other;  ///< further layers; all of them have Dropout
  std::string_view bias;   ///< the cells whose bias can be left out
  std::string_view options;
  unsigned counters = 0;  ///< parameters of a batch normalisation that its width does not change
};

inline constexpr std::string_view all_biased = "LSTM GRU RNN Dense";
inline constexpr std::string_view all_others = "Embedding Dense LayerNormalization";

// β and the options: the sources are named in core/frameworks.cpp. Running statistics are counted where the
// framework's own count of parameters holds them.
inline constexpr StoredFacts framework_table[] = {
    {"notes", "notes textbook", 4, 0, 3, 1, 0, false, 2, all_others, all_biased, ""},
    {"keras", "keras tensorflow tf keras3", 4, 6, 3, 1, 0, true, 4, all_others, all_biased, "merge_mode"},
    {"pytorch", "pytorch torch", 8, 6, 0, 2, 0, true, 2, all_others, all_biased, "proj_size"},
    {"keras2", "keras2 tf.keras tf2 tensorflow2", 4, 6, 3, 1, 0, true, 4, all_others, all_biased,
     "merge_mode"},
    {"keras1", "keras1", 4, 6, 3, 1, 0, false, 4, "Embedding Dense", all_biased, "merge_mode"},
    {"tf1", "tf1 tensorflow1", 4, 0, 3, 1, 0, false, 4, all_others, "Dense",
     "peepholes proj_size coupled layer_norm"},
    {"cudnn", "cudnn cudnnlstm cudnngru", 8, 6, 0, 0, 0, true, 4, "Embedding Dense", "Dense", "merge_mode"},
    {"onnx", "onnx", 8, 6, 6, 2, 0, false, 4, all_others, all_biased, "peepholes coupled"},
    {"flax_linen", "flax_linen flax linen", 4, 4, 0, 1, 3, true, 2, all_others, "Dense", ""},
    {"flax_nnx", "flax_nnx nnx", 4, 3, 0, 1, 0, true, 2, all_others, "Dense", ""},
    {"haiku", "haiku dm-haiku", 4, 0, 3, 2, 0, false, 2, all_others, "Dense", ""},
    {"equinox", "equinox eqx", 4, 4, 0, 0, 0, true, 2, all_others, "LSTM GRU Dense", ""},
    {"mlx", "mlx", 4, 4, 0, 1, 0, true, 4, all_others, all_biased, ""},
    {"mxnet", "mxnet gluon", 8, 6, 0, 2, 0, true, 4, all_others, "Dense", "proj_size"},
    {"paddle", "paddle paddlepaddle", 8, 6, 0, 2, 0, true, 4, all_others, all_biased, "proj_size"},
    {"matlab", "matlab", 4, 6, 3, 0, 0, false, 2, "Dense LayerNormalization", "", ""},
    {"dl4j", "dl4j deeplearning4j", 4, 0, 0, 1, 0, false, 4, "Embedding Dense", "Dense",
     "peepholes merge_mode"},
    {"cntk", "cntk", 4, 0, 3, 1, 0, false, 2, all_others, "Dense", "peepholes proj_size"},
    {"coreml", "coreml", 4, 0, 3, 1, 0, false, 4, all_others, all_biased, "peepholes coupled"},
    {"burn", "burn", 8, 6, 6, 2, 0, true, 4, all_others, all_biased, "coupled"},
    {"tinygrad", "tinygrad", 8, 0, 0, 0, 0, false, 4, all_others, "LSTM Dense", "", 1},
    {"tfjs", "tfjs tensorflowjs tfjs-layers", 4, 0, 3, 1, 0, false, 4, all_others, all_biased, "merge_mode"},
    {"candle", "candle", 8, 6, 0, 0, 0, true, 2, all_others, "LSTM GRU Dense", ""},
    {"sonnet", "sonnet dm-sonnet snt", 4, 0, 3, 1, 0, false, 2, all_others, "Dense", "proj_size"},
    {"ncnn", "ncnn", 4, 4, 0, 1, 0, true, 4, all_others, "Dense", "proj_size"},
    {"lux", "lux", 8, 6, 0, 2, 0, true, 2, all_others, all_biased, "merge_mode"},
    {"chainer", "chainer", 4, 6, 6, 2, 2, false, 2, all_others, "Dense", "double_bias"},
    {"openvino", "openvino", 4, 4, 3, 1, 0, false, 4, "Embedding Dense", "Dense", ""},
    {"wolfram", "wolfram mathematica", 4, 3, 0, 1, 0, true, 4, all_others, "Dense", ""},
};

/// Whether `word` is one of the words of `list`.
constexpr bool has_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t end = list.find(' ');
    if (list.substr(0, end) == word) return true;
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace rnn
