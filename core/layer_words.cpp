// The kinds of layers, with every accepted name.
#include <algorithm>
#include <iterator>
#include <vector>

#include "core/language.h"

namespace rnn {
namespace {

using Options = Option[];

// What a layer reads, what is trained and, in a recurrent one, what it hands on can be said of all of them.
constexpr Options lstm_options = {
    Option::units,         Option::input,       Option::timesteps,        Option::num_layers,
    Option::bidirectional, Option::bias,        Option::proj_size,        Option::peepholes,
    Option::coupled,       Option::layer_norm,  Option::merge_mode,       Option::train_state,
    Option::train_memory,  Option::double_bias, Option::return_sequences, Option::trainable};
constexpr Options gru_options = {
    Option::units,         Option::input,       Option::timesteps,        Option::num_layers,
    Option::bidirectional, Option::bias,        Option::layer_norm,       Option::reset_after,
    Option::merge_mode,    Option::train_state, Option::return_sequences, Option::trainable};
constexpr Options rnn_options = {
    Option::units,    Option::input,      Option::timesteps,   Option::num_layers,  Option::bidirectional,
    Option::bias,     Option::merge_mode, Option::double_bias, Option::train_state, Option::return_sequences,
    Option::trainable};
constexpr Options mgu_options = {
    Option::units, Option::input,      Option::timesteps,  Option::num_layers,       Option::bidirectional,
    Option::bias,  Option::merge_mode, Option::reset_gate, Option::return_sequences, Option::trainable};
constexpr Options nas_options = {
    Option::units, Option::input,     Option::timesteps,  Option::num_layers,       Option::bidirectional,
    Option::bias,  Option::proj_size, Option::merge_mode, Option::return_sequences, Option::trainable};
constexpr Options slstm_options = {Option::num_heads,   Option::input, Option::timesteps,
                                   Option::conv_kernel, Option::scale, Option::trainable};
constexpr Options embedding_options = {Option::vocabulary, Option::units, Option::timesteps,
                                       Option::trainable};
constexpr Options dense_options = {Option::units, Option::input, Option::timesteps,
                                   Option::bias,  Option::tied,  Option::trainable};
constexpr Options dropout_options = {Option::rate, Option::input, Option::timesteps, Option::trainable};
constexpr Options vectors_options = {Option::input,  Option::timesteps, Option::scale,
                                     Option::center, Option::affine,    Option::trainable};
constexpr Options batch_options = {Option::input,  Option::timesteps, Option::scale,  Option::center,
                                   Option::affine, Option::axis,      Option::renorm, Option::trainable};
constexpr Options axis_options = {Option::input,  Option::timesteps, Option::scale,    Option::center,
                                  Option::affine, Option::axis,      Option::trainable};
constexpr Options groups_options = {Option::input,  Option::timesteps, Option::groups, Option::scale,
                                    Option::center, Option::affine,    Option::axis,   Option::trainable};
constexpr Options measured_options = {Option::input, Option::timesteps, Option::axis,
                                      Option::mean,  Option::variance,  Option::trainable};
constexpr Options prelu_options = {Option::input, Option::timesteps, Option::shared_axes,
                                   Option::num_parameters, Option::trainable};
constexpr Options attention_options = {Option::input, Option::timesteps, Option::score_scale,
                                       Option::score_mode, Option::trainable};
constexpr Options additive_options = {Option::input, Option::timesteps, Option::score_scale,
                                      Option::trainable};
constexpr Options heads_options = {
    Option::num_heads, Option::input,      Option::timesteps,   Option::bias,         Option::key_dim,
    Option::value_dim, Option::key_input,  Option::value_input, Option::qkv_features, Option::output_shape,
    Option::bias_kv,   Option::query_bias, Option::key_bias,    Option::value_bias,   Option::output_bias,
    Option::gate,      Option::trainable};
constexpr Options grouped_heads_options = {Option::head_dim, Option::query_heads, Option::kv_heads,
                                           Option::input,    Option::timesteps,   Option::bias,
                                           Option::gate,     Option::trainable};
constexpr Options bilinear_options = {Option::second_input, Option::units, Option::input,
                                      Option::timesteps,    Option::bias,  Option::trainable};
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
constexpr Options pools_all_options = {Option::input, Option::timesteps, Option::keepdims, Option::trainable};
constexpr Options sides_options = {Option::sides, Option::input, Option::timesteps, Option::trainable};

constexpr Options conv_options = {Option::units, Option::kernel,   Option::input,    Option::timesteps,
                                  Option::bias,  Option::groups,   Option::strides,  Option::padding,
                                  Option::pad,   Option::dilation, Option::trainable};
constexpr Options planes_options = {Option::units, Option::kernel, Option::input,    Option::timesteps,
                                    Option::bias,  Option::groups, Option::trainable};
constexpr Options transposed_options = {Option::units,     Option::kernel,         Option::input,
                                        Option::timesteps, Option::bias,           Option::groups,
                                        Option::strides,   Option::padding,        Option::pad,
                                        Option::dilation,  Option::output_padding, Option::trainable};
constexpr Options depthwise_options = {
    Option::kernel,  Option::input,   Option::timesteps, Option::bias,     Option::depth_multiplier,
    Option::strides, Option::padding, Option::pad,       Option::dilation, Option::trainable};
constexpr Options depthwise_planes_options = {Option::kernel,           Option::input,
                                              Option::timesteps,        Option::bias,
                                              Option::depth_multiplier, Option::trainable};
constexpr Options separable_options = {Option::units,     Option::kernel,   Option::input,
                                       Option::timesteps, Option::bias,     Option::depth_multiplier,
                                       Option::strides,   Option::padding,  Option::pad,
                                       Option::dilation,  Option::trainable};
constexpr Options separable_planes_options = {Option::units,     Option::kernel, Option::input,
                                              Option::timesteps, Option::bias,   Option::depth_multiplier,
                                              Option::trainable};
constexpr Options locally_options = {Option::units, Option::kernel,  Option::input,   Option::timesteps,
                                     Option::bias,  Option::strides, Option::padding, Option::trainable};
constexpr Options conv_lstm_options = {Option::units,      Option::kernel,           Option::input,
                                       Option::timesteps,  Option::bidirectional,    Option::bias,
                                       Option::merge_mode, Option::return_sequences, Option::trainable};

/// A layer around the recurrent ones; not every framework was read for it.
constexpr LayerWord around(LayerWord word, std::string_view ignores = {}) {
  word.ignores = ignores;
  word.surveyed = false;
  return word;
}

/// How a window moves: not read where nothing follows how many places are left.
constexpr std::string_view spacing =
    "strides stride padding border_mode dilation dilation_rate output_padding";
constexpr LayerWord convolution(Cell cell, std::string_view names, std::span<const Option> options,
                                std::string_view takes, std::uint8_t axes) {
  LayerWord out{cell, false, names, options, takes, Group::convolution};
  out.axes = axes;
  return around(out, axes > 1 ? spacing : "");
}
constexpr LayerWord conv_lstm(Cell cell, std::string_view names, std::uint8_t axes) {
  LayerWord out{cell,
                true,
                names,
                conv_lstm_options,
                "units kernel_size strides=0 padding= data_format= dilation_rate=0 activation= "
                "recurrent_activation= use_bias=",
                Group::convolution};
  out.axes = axes;
  return around(out, spacing);
}
constexpr std::string_view conv_takes =
    "units kernel_size strides= padding= data_format= dilation= groups= activation= use_bias=";
constexpr std::string_view planes_takes =
    "units kernel_size strides=0 padding= data_format= dilation_rate=0 groups= activation= use_bias=";
constexpr std::string_view transposed_takes =
    "units kernel_size strides= padding= output_padding= data_format= dilation= activation= use_bias=";
constexpr std::string_view transposed_planes_takes =
    "units kernel_size strides=0 padding= output_padding=0 data_format= dilation_rate=0 activation= use_bias=";

constexpr LayerWord attention(Cell cell, std::string_view names, std::span<const Option> options,
                              std::string_view takes) {
  return around({cell, false, names, options, takes, Group::other},
                "causal add_zero_attn use_causal_mask flash_attention");
}

constexpr LayerWord storing_words[] = {
    {Cell::lstm, true, "LSTM", lstm_options, "units activation=", Group::recurrent},
    {Cell::gru, true, "GRU", gru_options, "units activation=", Group::recurrent},
    {Cell::rnn, true, "RNN SimpleRNN", rnn_options, "units activation=", Group::recurrent},
    {Cell::mgu, true, "MGU", mgu_options, "units activation=", Group::recurrent},
    {Cell::embedding, false, "Embedding EmbeddingBag", embedding_options, "vocabulary units", Group::dense},
    {Cell::dense, false, "Dense Linear", dense_options, "units activation=", Group::dense},
    {Cell::dropout, false, "Dropout", dropout_options, "rate inplace=", Group::other, Does::keeps},
    {Cell::batch_normalization, false, "BatchNormalization BatchNorm1d BatchNorm BatchNorm2d BatchNorm3d",
     batch_options, "", Group::normalisation},
    {Cell::layer_normalization, false, "LayerNormalization LayerNorm", axis_options, "",
     Group::normalisation},
    convolution(Cell::conv_1d, "Conv1D Convolution1D", conv_options, conv_takes, 1),
    convolution(Cell::conv_2d, "Conv2D Convolution2D", planes_options, planes_takes, 2),
    convolution(Cell::conv_3d, "Conv3D Convolution3D", planes_options, planes_takes, 3),
    convolution(Cell::conv_1d_transpose, "Conv1DTranspose Convolution1DTranspose ConvTranspose1d",
                transposed_options, transposed_takes, 1),
    convolution(Cell::conv_2d_transpose,
                "Conv2DTranspose Convolution2DTranspose ConvTranspose2d Deconvolution2D", planes_options,
                transposed_planes_takes, 2),
    convolution(Cell::conv_3d_transpose,
                "Conv3DTranspose Convolution3DTranspose ConvTranspose3d Deconvolution3D", planes_options,
                transposed_planes_takes, 3),
    convolution(
        Cell::depthwise_1d, "DepthwiseConv1D", depthwise_options,
        "kernel_size strides= padding= depth_multiplier= data_format= dilation= activation= use_bias=", 1),
    convolution(
        Cell::depthwise_2d, "DepthwiseConv2D", depthwise_planes_options,
        "kernel_size strides=0 padding= depth_multiplier= data_format= dilation_rate=0 activation= use_bias=",
        2),
    convolution(
        Cell::separable_1d, "SeparableConv1D SeparableConvolution1D", separable_options,
        "units kernel_size strides= padding= data_format= dilation= depth_multiplier= activation= use_bias=",
        1),
    convolution(
        Cell::separable_2d, "SeparableConv2D SeparableConvolution2D", separable_planes_options,
        "units kernel_size strides=0 padding= data_format= dilation_rate=0 depth_multiplier= activation= "
        "use_bias=",
        2),
    conv_lstm(Cell::conv_lstm_1d, "ConvLSTM1D", 1),
    conv_lstm(Cell::conv_lstm_2d, "ConvLSTM2D", 2),
    conv_lstm(Cell::conv_lstm_3d, "ConvLSTM3D", 3),
    around({Cell::group_normalization, false, "GroupNormalization GroupNorm", groups_options,
            "groups=", Group::normalisation}),
    around(
        {Cell::rms_normalization, false, "RMSNormalization RMSNorm", axis_options, "", Group::normalisation}),
    around({Cell::instance_normalization, false, "InstanceNorm1d InstanceNorm2d InstanceNorm3d",
            vectors_options, "", Group::normalisation},
           "track_running_stats"),
    around({Cell::normalization, false, "Normalization", measured_options, "", Group::normalisation}),
    around({Cell::prelu, false, "PReLU", prelu_options, "", Group::other}),
    attention(Cell::attention, "Attention", attention_options, "use_scale= score_mode= dropout=0"),
    attention(Cell::additive_attention, "AdditiveAttention", additive_options, "use_scale= dropout=0"),
    attention(Cell::multi_head_attention, "MultiHeadAttention", heads_options,
              "num_heads key_dim= value_dim= dropout=0 use_bias="),
    attention(Cell::group_query_attention, "GroupQueryAttention GroupedQueryAttention", grouped_heads_options,
              "head_dim num_query_heads num_key_value_heads dropout=0 use_bias="),
    around({Cell::bilinear, false, "Bilinear", bilinear_options, "in2_features units bias=", Group::dense}),
    convolution(Cell::locally_connected_1d, "LocallyConnected1D", locally_options,
                "units kernel_size strides= padding= data_format= activation= use_bias=", 1),
    {Cell::nas, true, "NAS", nas_options, "units proj_size= bias=", Group::recurrent},
    {Cell::slstm, false, "sLSTM sLSTMLayer", slstm_options, "num_heads", Group::recurrent},
    {Cell::custom, false, "Custom", custom_options, "units parameters=", Group::other},
};

// --- Layers that store nothing: those of Keras (keras/src/layers/ at v3.15.1, and what Keras 2 had beside
// them) and of PyTorch (torch/nn/modules/ at v2.14.0).
/// Kinds that differ in nothing but their names.
struct Passing {
  /// The names of each kind, the usual one first, with a comma before the next kind.
  std::string_view kinds;
  Does does = Does::keeps;
  Group group = Group::other;
  std::span<const Option> options = passing_options;
  std::string_view takes{};
  bool offered = false;
  bool torch = false;  ///< PyTorch calls them by their second names and stores nothing for them either
};

constexpr Passing passing[] = {
    {.kinds = "Input InputLayer", .does = Does::enters, .takes = "shape=0"},
    {.kinds = "Masking, Activation, ReLU, LeakyReLU, Softmax, Tanh, Sigmoid, GaussianNoise, "
              "SpatialDropout1D",
     .offered = true},
    {.kinds = "ELU, ThresholdedReLU, SELU, CELU, GELU, SiLU Swish, Mish, Softplus, Softsign, "
              "Softmin, Softshrink, Hardshrink, Tanhshrink, LogSoftmax, LogSigmoid, Hardtanh, "
              "Hardswish, Hardsigmoid, ReLU6, RReLU, Threshold, Identity, AlphaDropout, "
              "FeatureAlphaDropout, GaussianDropout, SpatialDropout2D, SpatialDropout3D, "
              "Dropout1d, Dropout2d, Dropout3d, ActivityRegularization, LocalResponseNorm, "
              "Rescaling"},
    {.kinds = "UnitNormalization", .group = Group::normalisation},
    {.kinds = "Flatten",
     .does = Does::flattens,
     .group = Group::shape,
     .takes = "start_dim=0 end_dim=0",
     .offered = true},
    {.kinds = "Reshape",
     .does = Does::reshapes,
     .group = Group::shape,
     .options = reshape_options,
     .takes = "target_shape",
     .offered = true},
    {.kinds = "Permute",
     .does = Does::permutes,
     .group = Group::shape,
     .options = permute_options,
     .takes = "dims",
     .offered = true},
    {.kinds = "RepeatVector",
     .does = Does::repeats,
     .group = Group::shape,
     .options = repeat_options,
     .takes = "n",
     .offered = true},
    {.kinds = "MaxPooling1D MaxPool1d",
     .does = Does::pools,
     .group = Group::shape,
     .options = pooling_options,
     .takes = "kernel_size= strides= padding= dilation= return_indices= ceil_mode=",
     .offered = true,
     .torch = true},
    {.kinds = "AveragePooling1D AvgPool1d AveragePool1D",
     .does = Does::pools,
     .group = Group::shape,
     .options = pooling_options,
     .takes = "kernel_size= strides= padding= ceil_mode= count_include_pad=",
     .offered = true,
     .torch = true},
    {.kinds = "LPPool1d",
     .does = Does::pools,
     .group = Group::shape,
     .options = pooling_options,
     .takes = "norm_type=0 kernel_size= strides= ceil_mode="},
    {.kinds = "MaxPooling2D MaxPool2d, AveragePooling2D AvgPool2d AveragePool2D, MaxPooling3D "
              "MaxPool3d, AveragePooling3D AvgPool3d AveragePool3D, AdaptiveMaxPooling2D "
              "AdaptiveMaxPool2d, AdaptiveAveragePooling2D AdaptiveAvgPool2d, "
              "AdaptiveMaxPooling3D AdaptiveMaxPool3d, AdaptiveAveragePooling3D "
              "AdaptiveAvgPool3d, ZeroPadding2D ZeroPad2d, ZeroPadding3D ZeroPad3d",
     .does = Does::images,
     .group = Group::shape,
     .torch = true},
    {.kinds = "LPPool2d, UpSampling2D, UpSampling3D, Upsample, Resizing, ConstantPad2d, "
              "ReflectionPad2d, Cropping2D, Cropping3D",
     .does = Does::images,
     .group = Group::shape},
    {.kinds = "GlobalMaxPooling1D GlobalMaxPool1D, GlobalAveragePooling1D GlobalAvgPool1D "
              "GlobalAveragePool1D",
     .does = Does::pools_all,
     .group = Group::shape,
     .options = pools_all_options,
     .offered = true},
    {.kinds = "GlobalMaxPooling2D GlobalMaxPool2D, GlobalAveragePooling2D GlobalAvgPool2D "
              "GlobalAveragePool2D, GlobalMaxPooling3D GlobalMaxPool3D, "
              "GlobalAveragePooling3D GlobalAvgPool3D GlobalAveragePool3D",
     .does = Does::pools_all,
     .group = Group::shape},
    {.kinds = "AdaptiveMaxPooling1D AdaptiveMaxPool1d",
     .does = Does::adapts,
     .group = Group::shape,
     .options = adaptive_options,
     .takes = "output_size return_indices=",
     .torch = true},
    {.kinds = "AdaptiveAveragePooling1D AdaptiveAvgPool1d",
     .does = Does::adapts,
     .group = Group::shape,
     .options = adaptive_options,
     .takes = "output_size",
     .torch = true},
    {.kinds = "UpSampling1D",
     .does = Does::resamples,
     .group = Group::shape,
     .options = resampling_options,
     .takes = "size=",
     .offered = true},
    {.kinds = "ZeroPadding1D ZeroPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding=",
     .offered = true,
     .torch = true},
    {.kinds = "ConstantPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding= value=0"},
    {.kinds = "ReflectionPad1d, ReplicationPad1d, CircularPad1d",
     .does = Does::pads,
     .group = Group::shape,
     .options = sides_options,
     .takes = "padding="},
    {.kinds = "Cropping1D",
     .does = Does::crops,
     .group = Group::shape,
     .options = sides_options,
     .takes = "cropping=",
     .offered = true},
    {.kinds = "Concatenate Concat", .does = Does::joins, .offered = true},
    {.kinds = "Add, Multiply", .does = Does::adds, .offered = true},
    {.kinds = "Average, Maximum, Minimum, Subtract", .does = Does::adds},
    {.kinds = "Dot", .does = Does::joins},
    {.kinds = "GLU", .does = Does::halves, .group = Group::shape, .takes = "dim=0"},
    {.kinds = "Lambda", .does = Does::hides, .offered = true},
    {.kinds = "Unflatten, PixelShuffle", .does = Does::hides, .group = Group::shape},
    {.kinds = "TextVectorization, StringLookup, IntegerLookup, Hashing, CategoryEncoding, "
              "Discretization",
     .does = Does::looks_up},
};

/// All layers: those that store something, and the others kind by kind.
std::vector<LayerWord> all_layers() {
  std::vector<LayerWord> out(std::begin(storing_words), std::end(storing_words));
  for (const Passing& alike : passing)
    for (std::string_view rest = alike.kinds; !rest.empty();) {
      const std::size_t end = std::min(rest.find(", "), rest.size());
      LayerWord& layer = out.emplace_back(LayerWord{Cell::passing, false, rest.substr(0, end), alike.options,
                                                    alike.takes, alike.group, alike.does, alike.offered});
      if (alike.torch) layer.torch_name = *std::next(layer.names.begin());
      rest.remove_prefix(std::min(end + 2, rest.size()));
    }
  return out;
}

constexpr LayerWord no_layer{Cell::none, false, {}, {}, ""};

}  // namespace

std::span<const LayerWord> layers() {
  static const std::vector<LayerWord> all = all_layers();
  return all;
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
