// The kinds of layers, with every accepted name.
#include <algorithm>
#include <iterator>

#include "core/language.h"

namespace rnn {
namespace {

using Words = std::string_view[];
using Options = Option[];

constexpr Words lstm_names = {"LSTM"};
constexpr Words gru_names = {"GRU"};
constexpr Words rnn_names = {"RNN", "SimpleRNN"};
constexpr Words mgu_names = {"MGU"};
constexpr Words embedding_names = {"Embedding"};
constexpr Words dense_names = {"Dense", "Linear"};
constexpr Words dropout_names = {"Dropout"};
constexpr Words batch_names = {"BatchNormalization", "BatchNorm1d", "BatchNorm", "BatchNorm2d",
                               "BatchNorm3d"};
constexpr Words layer_norm_names = {"LayerNormalization", "LayerNorm"};
constexpr Words custom_names = {"Custom"};

// What a layer reads, what is trained and, in a recurrent one, what it hands on can be said of all of them.
constexpr Options lstm_options = {Option::units,      Option::input,         Option::timesteps,
                                  Option::num_layers, Option::bidirectional, Option::bias,
                                  Option::proj_size,  Option::peepholes,     Option::coupled,
                                  Option::layer_norm, Option::merge_mode,    Option::return_sequences,
                                  Option::trainable};
constexpr Options gru_options = {
    Option::units,    Option::input,      Option::timesteps,   Option::num_layers, Option::bidirectional,
    Option::bias,     Option::layer_norm, Option::reset_after, Option::merge_mode, Option::return_sequences,
    Option::trainable};
constexpr Options rnn_options = {
    Option::units, Option::input,      Option::timesteps,   Option::num_layers,       Option::bidirectional,
    Option::bias,  Option::merge_mode, Option::double_bias, Option::return_sequences, Option::trainable};
constexpr Options mgu_options = {
    Option::units, Option::input,      Option::timesteps,  Option::num_layers,       Option::bidirectional,
    Option::bias,  Option::merge_mode, Option::reset_gate, Option::return_sequences, Option::trainable};
constexpr Options embedding_options = {Option::vocabulary, Option::units, Option::timesteps,
                                       Option::trainable};
constexpr Options dense_options = {Option::units, Option::input, Option::timesteps,
                                   Option::bias,  Option::tied,  Option::trainable};
constexpr Options dropout_options = {Option::rate, Option::input, Option::timesteps, Option::trainable};
constexpr Options vectors_options = {Option::input,  Option::timesteps, Option::scale,
                                     Option::center, Option::affine,    Option::trainable};
constexpr Options custom_options = {Option::units, Option::parameters, Option::input, Option::timesteps,
                                    Option::trainable};
constexpr Options passing_options = {Option::input, Option::timesteps, Option::trainable};
constexpr Options reshape_options = {Option::target_shape, Option::input, Option::timesteps,
                                     Option::trainable};
constexpr Options permute_options = {Option::dims, Option::input, Option::timesteps, Option::trainable};
constexpr Options repeat_options = {Option::n, Option::input, Option::timesteps, Option::trainable};
constexpr Options pooling_options = {Option::input,    Option::timesteps, Option::kernel_size,
                                     Option::strides,  Option::padding,   Option::pad,
                                     Option::dilation, Option::ceil_mode, Option::trainable};
constexpr Options adaptive_options = {Option::output_size, Option::input, Option::timesteps,
                                      Option::trainable};
constexpr Options resampling_options = {Option::size, Option::input, Option::timesteps, Option::trainable};
constexpr Options sides_options = {Option::sides, Option::input, Option::timesteps, Option::trainable};

constexpr LayerWord storing_words[] = {
    {Cell::lstm, true, lstm_names, lstm_options, "units activation=", Group::recurrent},
    {Cell::gru, true, gru_names, gru_options, "units activation=", Group::recurrent},
    {Cell::rnn, true, rnn_names, rnn_options, "units activation=", Group::recurrent},
    {Cell::mgu, true, mgu_names, mgu_options, "units activation=", Group::recurrent},
    {Cell::embedding, false, embedding_names, embedding_options, "vocabulary units", Group::dense},
    {Cell::dense, false, dense_names, dense_options, "units activation=", Group::dense},
    {Cell::dropout, false, dropout_names, dropout_options, "rate inplace=", Group::other, Does::keeps},
    {Cell::batch_normalization, false, batch_names, vectors_options, "", Group::normalisation},
    {Cell::layer_normalization, false, layer_norm_names, vectors_options, "", Group::normalisation},
    {Cell::custom, false, custom_names, custom_options, "units parameters=", Group::other},
};

// --- Layers that store nothing: those of Keras (keras/src/layers/ at v3.15.1, and what Keras 2 had beside
// them) and of PyTorch (torch/nn/modules/ at v2.14.0).
struct Passing {
  std::string_view names;  ///< with a space between them; the first is the usual one
  Does does;
  Group group = Group::other;
  std::span<const Option> options = passing_options;
  std::string_view takes{};
  bool offered = false;
  std::string_view torch_name{};
};

constexpr Passing passing[] = {
    {"Input InputLayer", Does::enters, Group::other, passing_options, "shape="},
    {"Masking", Does::keeps, Group::other, passing_options, "", true},
    {"Activation", Does::keeps, Group::other, passing_options, "", true},
    {"ReLU", Does::keeps, Group::other, passing_options, "", true},
    {"LeakyReLU", Does::keeps, Group::other, passing_options, "", true},
    {"ELU", Does::keeps},
    {"Softmax", Does::keeps, Group::other, passing_options, "", true},
    {"ThresholdedReLU", Does::keeps},
    {"SELU", Does::keeps},
    {"CELU", Does::keeps},
    {"GELU", Does::keeps},
    {"SiLU Swish", Does::keeps},
    {"Mish", Does::keeps},
    {"Tanh", Does::keeps, Group::other, passing_options, "", true},
    {"Sigmoid", Does::keeps, Group::other, passing_options, "", true},
    {"Softplus", Does::keeps},
    {"Softsign", Does::keeps},
    {"Softmin", Does::keeps},
    {"Softshrink", Does::keeps},
    {"Hardshrink", Does::keeps},
    {"Tanhshrink", Does::keeps},
    {"LogSoftmax", Does::keeps},
    {"LogSigmoid", Does::keeps},
    {"Hardtanh", Does::keeps},
    {"Hardswish", Does::keeps},
    {"Hardsigmoid", Does::keeps},
    {"ReLU6", Does::keeps},
    {"RReLU", Does::keeps},
    {"Threshold", Does::keeps},
    {"Identity", Does::keeps},
    {"AlphaDropout", Does::keeps},
    {"FeatureAlphaDropout", Does::keeps},
    {"GaussianDropout", Does::keeps},
    {"GaussianNoise", Does::keeps, Group::other, passing_options, "", true},
    {"SpatialDropout1D", Does::keeps, Group::other, passing_options, "", true},
    {"SpatialDropout2D", Does::keeps},
    {"SpatialDropout3D", Does::keeps},
    {"Dropout1d", Does::keeps},
    {"Dropout2d", Does::keeps},
    {"Dropout3d", Does::keeps},
    {"ActivityRegularization", Does::keeps},
    {"LocalResponseNorm", Does::keeps},
    {"Rescaling", Does::keeps},
    {"UnitNormalization", Does::keeps, Group::normalisation},
    {"Flatten", Does::flattens, Group::shape, passing_options, "start_dim= end_dim=", true},
    {"Reshape", Does::reshapes, Group::shape, reshape_options, "target_shape", true},
    {"Permute", Does::permutes, Group::shape, permute_options, "dims", true},
    {"RepeatVector", Does::repeats, Group::shape, repeat_options, "n", true},
    {"MaxPooling1D MaxPool1d", Does::pools, Group::shape, pooling_options,
     "kernel_size= strides= padding= dilation= return_indices= ceil_mode=", true, "MaxPool1d"},
    {"AveragePooling1D AvgPool1d AveragePool1D", Does::pools, Group::shape, pooling_options,
     "kernel_size= strides= padding= ceil_mode= count_include_pad=", true, "AvgPool1d"},
    {"LPPool1d", Does::pools, Group::shape, pooling_options, "norm_type kernel_size= strides= ceil_mode="},
    {"MaxPooling2D MaxPool2d", Does::images, Group::shape, passing_options, "", false, "MaxPool2d"},
    {"AveragePooling2D AvgPool2d AveragePool2D", Does::images, Group::shape, passing_options, "", false,
     "AvgPool2d"},
    {"MaxPooling3D MaxPool3d", Does::images, Group::shape, passing_options, "", false, "MaxPool3d"},
    {"AveragePooling3D AvgPool3d AveragePool3D", Does::images, Group::shape, passing_options, "", false,
     "AvgPool3d"},
    {"LPPool2d", Does::images, Group::shape},
    {"GlobalMaxPooling1D GlobalMaxPool1D", Does::pools_all, Group::shape, passing_options, "", true},
    {"GlobalAveragePooling1D GlobalAvgPool1D GlobalAveragePool1D", Does::pools_all, Group::shape,
     passing_options, "", true},
    {"GlobalMaxPooling2D GlobalMaxPool2D", Does::pools_all, Group::shape},
    {"GlobalAveragePooling2D GlobalAvgPool2D GlobalAveragePool2D", Does::pools_all, Group::shape},
    {"GlobalMaxPooling3D GlobalMaxPool3D", Does::pools_all, Group::shape},
    {"GlobalAveragePooling3D GlobalAvgPool3D GlobalAveragePool3D", Does::pools_all, Group::shape},
    {"AdaptiveMaxPooling1D AdaptiveMaxPool1d", Does::adapts, Group::shape, adaptive_options,
     "output_size return_indices=", false, "AdaptiveMaxPool1d"},
    {"AdaptiveAveragePooling1D AdaptiveAvgPool1d", Does::adapts, Group::shape, adaptive_options,
     "output_size", false, "AdaptiveAvgPool1d"},
    {"AdaptiveMaxPooling2D AdaptiveMaxPool2d", Does::images, Group::shape, passing_options, "", false,
     "AdaptiveMaxPool2d"},
    {"AdaptiveAveragePooling2D AdaptiveAvgPool2d", Does::images, Group::shape, passing_options, "", false,
     "AdaptiveAvgPool2d"},
    {"AdaptiveMaxPooling3D AdaptiveMaxPool3d", Does::images, Group::shape, passing_options, "", false,
     "AdaptiveMaxPool3d"},
    {"AdaptiveAveragePooling3D AdaptiveAvgPool3d", Does::images, Group::shape, passing_options, "", false,
     "AdaptiveAvgPool3d"},
    {"UpSampling1D", Does::resamples, Group::shape, resampling_options, "size=", true},
    {"UpSampling2D", Does::images, Group::shape},
    {"UpSampling3D", Does::images, Group::shape},
    {"Upsample", Does::images, Group::shape},
    {"Resizing", Does::images, Group::shape},
    {"ZeroPadding1D ZeroPad1d", Does::pads, Group::shape, sides_options, "padding=", true, "ZeroPad1d"},
    {"ConstantPad1d", Does::pads, Group::shape, sides_options, "padding= value="},
    {"ReflectionPad1d", Does::pads, Group::shape, sides_options, "padding="},
    {"ReplicationPad1d", Does::pads, Group::shape, sides_options, "padding="},
    {"CircularPad1d", Does::pads, Group::shape, sides_options, "padding="},
    {"ZeroPadding2D ZeroPad2d", Does::images, Group::shape, passing_options, "", false, "ZeroPad2d"},
    {"ZeroPadding3D ZeroPad3d", Does::images, Group::shape, passing_options, "", false, "ZeroPad3d"},
    {"ConstantPad2d", Does::images, Group::shape},
    {"ReflectionPad2d", Does::images, Group::shape},
    {"Cropping1D", Does::crops, Group::shape, sides_options, "cropping=", true},
    {"Cropping2D", Does::images, Group::shape},
    {"Cropping3D", Does::images, Group::shape},
    {"Concatenate Concat", Does::joins, Group::other, passing_options, "", true},
    {"Add", Does::adds, Group::other, passing_options, "", true},
    {"Average", Does::adds},
    {"Multiply", Does::adds, Group::other, passing_options, "", true},
    {"Maximum", Does::adds},
    {"Minimum", Does::adds},
    {"Subtract", Does::adds},
    {"Dot", Does::joins},
    {"GLU", Does::halves, Group::shape, passing_options, "dim="},
    {"Lambda", Does::hides, Group::other, passing_options, "", true},
    {"Unflatten", Does::hides, Group::shape},
    {"PixelShuffle", Does::hides, Group::shape},
    {"TextVectorization", Does::looks_up},
    {"StringLookup", Does::looks_up},
    {"IntegerLookup", Does::looks_up},
    {"Hashing", Does::looks_up},
    {"CategoryEncoding", Does::looks_up},
    {"Discretization", Does::looks_up},
};

constexpr std::size_t count_words(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

constexpr std::size_t passing_names = [] {
  std::size_t all = 0;
  for (const Passing& one : passing) all += count_words(one.names);
  return all;
}();

/// All layers: the names of those that store nothing, and a row for each.
struct AllWords {
  std::array<std::string_view, passing_names> names{};
  std::array<LayerWord, std::size(storing_words) + std::size(passing)> words{};

  AllWords() {
    std::copy(std::begin(storing_words), std::end(storing_words), words.begin());
    std::size_t word = std::size(storing_words);
    std::size_t name = 0;
    for (const Passing& one : passing) {
      const std::size_t first = name;
      for (std::string_view rest = one.names; !rest.empty();) {
        const std::string_view next = rest.substr(0, rest.find(' '));
        names.at(name++) = next;
        rest.remove_prefix(std::min(next.size() + 1, rest.size()));
      }
      words.at(word++) = {Cell::passing, false,       std::span(names).subspan(first, name - first),
                          one.options,   one.takes,   one.group,
                          one.does,      one.offered, one.torch_name};
    }
  }
};

constexpr LayerWord no_layer{Cell::none, false, {}, {}, ""};

}  // namespace

std::span<const LayerWord> layers() {
  static const AllWords all;
  return all.words;
}

const LayerWord& word(Cell cell) {
  const auto* found = std::find_if(std::begin(storing_words), std::end(storing_words),
                                   [&](const LayerWord& layer) { return layer.cell == cell; });
  if (found == std::end(storing_words)) return no_layer;
  return layers()[static_cast<std::size_t>(found - std::begin(storing_words))];
}

const char* name(Group group) {
  switch (group) {
    case Group::recurrent: return "recurrent";
    case Group::dense: return "dense";
    case Group::convolution: return "convolution";
    case Group::normalisation: return "normalisation";
    case Group::shape: return "shape";
    case Group::other: return "other";
  }
  return "";
}

const char* name(Does does) {
  switch (does) {
    case Does::stores: return "";
    case Does::keeps: return "keeps";
    case Does::enters: return "enters";
    case Does::flattens: return "flattens";
    case Does::reshapes: return "reshapes";
    case Does::permutes: return "permutes";
    case Does::repeats: return "repeats";
    case Does::pools:
    case Does::images: return "pools";
    case Does::pools_all: return "pools_all";
    case Does::adapts: return "adapts";
    case Does::resamples: return "resamples";
    case Does::pads: return "pads";
    case Does::crops: return "crops";
    case Does::adds:
    case Does::joins: return "joins";
    case Does::halves: return "halves";
    case Does::hides: return "hides";
    case Does::looks_up: return "looks_up";
  }
  return "";
}

}  // namespace rnn
