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
  Does does = Does::keeps;
  Group group = Group::other;
  std::span<const Option> options = passing_options;
  std::string_view takes{};
  bool offered = false;
  std::string_view torch_name{};
};

constexpr Passing passing[] = {
    {.names = "Input InputLayer", .does = Does::enters, .takes = "shape=0"},
    {.names = "Masking", .offered = true},
    {.names = "Activation", .offered = true},
    {.names = "ReLU", .offered = true},
    {.names = "LeakyReLU", .offered = true},
    {.names = "ELU"},
    {.names = "Softmax", .offered = true},
    {.names = "ThresholdedReLU"},
    {.names = "SELU"},
    {.names = "CELU"},
    {.names = "GELU"},
    {.names = "SiLU Swish"},
    {.names = "Mish"},
    {.names = "Tanh", .offered = true},
    {.names = "Sigmoid", .offered = true},
    {.names = "Softplus"},
    {.names = "Softsign"},
    {.names = "Softmin"},
    {.names = "Softshrink"},
    {.names = "Hardshrink"},
    {.names = "Tanhshrink"},
    {.names = "LogSoftmax"},
    {.names = "LogSigmoid"},
    {.names = "Hardtanh"},
    {.names = "Hardswish"},
    {.names = "Hardsigmoid"},
    {.names = "ReLU6"},
    {.names = "RReLU"},
    {.names = "Threshold"},
    {.names = "Identity"},
    {.names = "AlphaDropout"},
    {.names = "FeatureAlphaDropout"},
    {.names = "GaussianDropout"},
    {.names = "GaussianNoise", .offered = true},
    {.names = "SpatialDropout1D", .offered = true},
    {.names = "SpatialDropout2D"},
    {.names = "SpatialDropout3D"},
    {.names = "Dropout1d"},
    {.names = "Dropout2d"},
    {.names = "Dropout3d"},
    {.names = "ActivityRegularization"},
    {.names = "LocalResponseNorm"},
    {.names = "Rescaling"},
    {.names = "UnitNormalization", .group = Group::normalisation},
    {.names = "Flatten",
     .does = Does::flattens,
     .group = Group::shape,
     .takes = "start_dim=0 end_dim=0",
     .offered = true},
    {.names = "Reshape",
     .does = Does::reshapes,
     .group = Group::shape,
     .options = reshape_options,
     .takes = "target_shape",
     .offered = true},
    {.names = "Permute",
     .does = Does::permutes,
     .group = Group::shape,
     .options = permute_options,
     .takes = "dims",
     .offered = true},
    {.names = "RepeatVector",
     .does = Does::repeats,
     .group = Group::shape,
     .options = repeat_options,
     .takes = "n",
     .offered = true},
    {.names = "MaxPooling1D MaxPool1d",
     .does = Does::pools,
     .group = Group::shape,
     .options = pooling_options,
     .takes = "kernel_size= strides= padding= dilation= return_indices= ceil_mode=",
     .offered = true,
     .torch_name = "MaxPool1d"},
    {.names = "AveragePooling1D AvgPool1d AveragePool1D",
     .does = Does::pools,
     .group = Group::shape,
     .options = pooling_options,
     .takes = "kernel_size= strides= padding= ceil_mode= count_include_pad=",
     .offered = true,
     .torch_name = "AvgPool1d"},
    {.names = "LPPool1d",
     .does = Does::pools,
     .group = Group::shape,
     .options = pooling_options,
     .takes = "norm_type=0 kernel_size= strides= ceil_mode="},
    {.names = "MaxPooling2D MaxPool2d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "MaxPool2d"},
    {.names = "AveragePooling2D AvgPool2d AveragePool2D",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "AvgPool2d"},
    {.names = "MaxPooling3D MaxPool3d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "MaxPool3d"},
    {.names = "AveragePooling3D AvgPool3d AveragePool3D",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "AvgPool3d"},
    {.names = "LPPool2d", .does = Does::images, .group = Group::shape},
    {.names = "GlobalMaxPooling1D GlobalMaxPool1D",
     .does = Does::pools_all,
     .group = Group::shape,
     .offered = true},
    {.names = "GlobalAveragePooling1D GlobalAvgPool1D GlobalAveragePool1D",
     .does = Does::pools_all,
     .group = Group::shape,
     .offered = true},
    {.names = "GlobalMaxPooling2D GlobalMaxPool2D", .does = Does::pools_all, .group = Group::shape},
    {.names = "GlobalAveragePooling2D GlobalAvgPool2D GlobalAveragePool2D",
     .does = Does::pools_all,
     .group = Group::shape},
    {.names = "GlobalMaxPooling3D GlobalMaxPool3D", .does = Does::pools_all, .group = Group::shape},
    {.names = "GlobalAveragePooling3D GlobalAvgPool3D GlobalAveragePool3D",
     .does = Does::pools_all,
     .group = Group::shape},
    {.names = "AdaptiveMaxPooling1D AdaptiveMaxPool1d",
     .does = Does::adapts,
     .group = Group::shape,
     .options = adaptive_options,
     .takes = "output_size return_indices=",
     .torch_name = "AdaptiveMaxPool1d"},
    {.names = "AdaptiveAveragePooling1D AdaptiveAvgPool1d",
     .does = Does::adapts,
     .group = Group::shape,
     .options = adaptive_options,
     .takes = "output_size",
     .torch_name = "AdaptiveAvgPool1d"},
    {.names = "AdaptiveMaxPooling2D AdaptiveMaxPool2d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "AdaptiveMaxPool2d"},
    {.names = "AdaptiveAveragePooling2D AdaptiveAvgPool2d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "AdaptiveAvgPool2d"},
    {.names = "AdaptiveMaxPooling3D AdaptiveMaxPool3d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "AdaptiveMaxPool3d"},
    {.names = "AdaptiveAveragePooling3D AdaptiveAvgPool3d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "AdaptiveAvgPool3d"},
    {.names = "UpSampling1D",
     .does = Does::resamples,
     .group = Group::shape,
     .options = resampling_options,
     .takes = "size=",
     .offered = true},
    {.names = "UpSampling2D", .does = Does::images, .group = Group::shape},
    {.names = "UpSampling3D", .does = Does::images, .group = Group::shape},
    {.names = "Upsample", .does = Does::images, .group = Group::shape},
    {.names = "Resizing", .does = Does::images, .group = Group::shape},
    {.names = "ZeroPadding1D ZeroPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding=",
     .offered = true,
     .torch_name = "ZeroPad1d"},
    {.names = "ConstantPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding= value=0"},
    {.names = "ReflectionPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding="},
    {.names = "ReplicationPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding="},
    {.names = "CircularPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding="},
    {.names = "ZeroPadding2D ZeroPad2d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "ZeroPad2d"},
    {.names = "ZeroPadding3D ZeroPad3d",
     .does = Does::images,
     .group = Group::shape,
     .torch_name = "ZeroPad3d"},
    {.names = "ConstantPad2d", .does = Does::images, .group = Group::shape},
    {.names = "ReflectionPad2d", .does = Does::images, .group = Group::shape},
    {.names = "Cropping1D",
     .does = Does::crops,
     .group = Group::shape,
     .options = sides_options,
     .takes = "cropping=",
     .offered = true},
    {.names = "Cropping2D", .does = Does::images, .group = Group::shape},
    {.names = "Cropping3D", .does = Does::images, .group = Group::shape},
    {.names = "Concatenate Concat", .does = Does::joins, .offered = true},
    {.names = "Add", .does = Does::adds, .offered = true},
    {.names = "Average", .does = Does::adds},
    {.names = "Multiply", .does = Does::adds, .offered = true},
    {.names = "Maximum", .does = Does::adds},
    {.names = "Minimum", .does = Does::adds},
    {.names = "Subtract", .does = Does::adds},
    {.names = "Dot", .does = Does::joins},
    {.names = "GLU", .does = Does::halves, .group = Group::shape, .takes = "dim=0"},
    {.names = "Lambda", .does = Does::hides, .offered = true},
    {.names = "Unflatten", .does = Does::hides, .group = Group::shape},
    {.names = "PixelShuffle", .does = Does::hides, .group = Group::shape},
    {.names = "TextVectorization", .does = Does::looks_up},
    {.names = "StringLookup", .does = Does::looks_up},
    {.names = "IntegerLookup", .does = Does::looks_up},
    {.names = "Hashing", .does = Does::looks_up},
    {.names = "CategoryEncoding", .does = Does::looks_up},
    {.names = "Discretization", .does = Does::looks_up},
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

bool reads_steps(Does does) {
  return does == Does::flattens || does == Does::reshapes || does == Does::permutes;
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
