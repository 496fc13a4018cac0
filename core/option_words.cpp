// The options of layers, with every accepted spelling.
#include <iterator>

#include "core/language.h"

namespace rnn {
namespace {

using Choices = std::string_view[];
constexpr Choices merge_modes = {"concat", "sum", "mul", "ave", "none"};
constexpr Choices paddings = {"valid", "same", "causal"};
constexpr Choices score_modes = {"dot", "concat"};
constexpr Choices axes = {"-1", "1", "2", "3", "4", "(1,2)", "None"};
/// What is said is no part of what is stored: any number stands for it.
constexpr Choices means = {"None", "0"};
constexpr Choices variances = {"None", "1"};
constexpr Choices flags = {"false", "true"};

using Kind = OptionWord::Kind;
constexpr OptionWord option_words[] = {
    {Option::vocabulary,
     Kind::size,
     "vocabulary vocab_size num_embeddings input_dim n_embedding num_words in_size in_dims input_size",
     {},
     0,
     true},
    {Option::second_input, Kind::size, "in2_features", {}, 0, true, "32"},
    {Option::units,
     Kind::size,
     "units num_units hidden_size hidden_units activation_units output_units gate_units "
     "filters embedding_dim output_dim out_features features out_channels hidden_features output_size "
     "output_dims NumHiddenUnits nOut cell_shape outputVectorSize outputChannels d_hidden d_output "
     "d_model embed_dim embed_size embedding_size OutputSize dims shape out N nb_filter num_filters numFilters output_channels channels "
     "hidden_dim out_dim out_size num_output out_dims M",
     {},
     0,
     true,
     "32"},
    {Option::kernel,
     Kind::tuple,
     "kernel_size filter_length kernel_shape filterSize filter_size ksize",
     {},
     0,
     true,
     "3"},
    {Option::num_heads, Kind::size, "num_heads nheads n_heads nhead", {}, 0, true, "4"},
    {Option::head_dim, Kind::size, "head_dim", {}, 0, true, "8"},
    {Option::query_heads, Kind::size, "num_query_heads", {}, 0, true, "4"},
    {Option::kv_heads, Kind::size, "num_key_value_heads", {}, 0, true, "2"},
    {Option::parameters, Kind::size, "parameters params", {}, 0, true, "1000"},
    {Option::rate, Kind::rate, "rate p", {}, 0, true, "0.5"},
    // What a layer reads, in every framework's own word.
    {Option::input,
     Kind::size,
     "input_dim input_size in_features in_channels num_features input input_units normalized_shape "
     "num_channels in_units input_dims input_depth InputSize nIn d_input inputVectorSize "
     "inputChannels in_dim in K embed_dim num_input in_dims in_size num_inputs in1_features embedding_dim ndim query_size",
     {},
     0,
     false},
    {Option::timesteps,
     Kind::size,
     "timesteps input_length time_steps seq_len sequence_length",
     {},
     0,
     false},
    {Option::num_layers, Kind::size, "num_layers n_layers", {}, 1, false},
    {Option::bidirectional, Kind::flag, "bidirectional", flags, 0, false},
    {Option::bias, Kind::flag, "bias use_bias with_bias bias_attr bias_term use_biases", flags, 1, false},
    {Option::groups, Kind::size, "groups feature_group_count num_group num_groups", {}, 1, false, "1"},
    {Option::depth_multiplier, Kind::size, "depth_multiplier channel_multiplier", {}, 1, false},
    {Option::key_dim, Kind::size, "key_dim", {}, 0, false, "8"},
    {Option::value_dim, Kind::size, "value_dim", {}, 0, false},
    {Option::key_input, Kind::size, "kdim", {}, 0, false},
    {Option::value_input, Kind::size, "vdim", {}, 0, false},
    {Option::qkv_features, Kind::size, "qkv_features", {}, 0, false},
    {Option::output_shape, Kind::size, "output_shape", {}, 0, false},
    {Option::bias_kv, Kind::flag, "add_bias_kv", flags, 0, false},
    {Option::conv_kernel, Kind::size, "conv1d_kernel_size", {}, 0, false},
    {Option::query_bias, Kind::flag, "use_query_bias", flags, 0, false},
    {Option::key_bias, Kind::flag, "use_key_bias", flags, 0, false},
    {Option::value_bias, Kind::flag, "use_value_bias", flags, 0, false},
    {Option::output_bias, Kind::flag, "use_output_bias", flags, 0, false},
    {Option::gate, Kind::flag, "use_gate", flags, 0, false},
    {Option::score_scale, Kind::flag, "use_scale", flags, 0, false},
    {Option::score_mode, Kind::choice, "score_mode", score_modes, 0, false},
    {Option::shared_axes, Kind::tuple, "shared_axes", {}, 0, false},
    {Option::num_parameters, Kind::size, "num_parameters", {}, 1, false},
    {Option::axis, Kind::choice, "axis", axes, 0, false},
    {Option::proj_size, Kind::size, "proj_size num_proj projection_size projection", {}, 0, false},
    {Option::peepholes, Kind::flag, "peepholes use_peepholes", flags, 0, false},
    {Option::coupled, Kind::flag, "coupled cifg coupled_input_forget input_forget", flags, 0, false},
    {Option::layer_norm, Kind::flag, "layer_norm use_layer_norm", flags, 0, false},
    {Option::reset_after, Kind::flag, "reset_after linear_before_reset", flags, 0, false},
    {Option::merge_mode, Kind::choice, "merge_mode", merge_modes, 0, false},
    {Option::double_bias, Kind::flag, "double_bias", flags, 0, false},
    {Option::reset_gate, Kind::flag, "reset_gate", flags, 1, false},
    {Option::train_state, Kind::flag, "train_state learn_init", flags, 0, false},
    {Option::train_memory, Kind::flag, "train_memory", flags, 0, false},
    // Of a normalisation: its scale, its shift, and both of them.
    {Option::scale, Kind::flag,
     "scale use_scale create_scale use_weight weight weight_attr use_gamma group_norm_weight", flags, 1,
     false},
    {Option::center, Kind::flag, "center bias use_bias create_offset bias_attr use_beta", flags, 1, false},
    {Option::affine, Kind::flag, "affine elementwise_affine channelwise_affine", flags, 1, false},
    {Option::renorm, Kind::flag, "renorm", flags, 0, false},
    {Option::mean, Kind::choice, "mean", means, 0, false},
    {Option::variance, Kind::choice, "variance", variances, 0, false},
    {Option::n, Kind::size, "n", {}, 0, true, "10"},
    {Option::size, Kind::size, "size", {}, 2, false},
    {Option::output_size, Kind::size, "output_size", {}, 0, true, "1"},
    {Option::target_shape, Kind::tuple, "target_shape", {}, 0, true, "(-1, 32)"},
    {Option::dims, Kind::tuple, "dims", {}, 0, true, "(2, 1)"},
    {Option::sides, Kind::tuple, "padding cropping", {}, 2, false},
    {Option::kernel_size, Kind::size, "kernel_size pool_size pool_length kernel", {}, 2, false},
    {Option::strides, Kind::size, "strides stride subsample_length", {}, 0, false},
    {Option::padding, Kind::choice, "padding border_mode", paddings, 0, false},
    {Option::pad, Kind::size, "padding", {}, 0, false},
    {Option::dilation, Kind::size, "dilation dilation_rate", {}, 1, false},
    {Option::output_padding, Kind::size, "output_padding", {}, 0, false},
    {Option::ceil_mode, Kind::flag, "ceil_mode", flags, 0, false},
    {Option::keepdims, Kind::flag, "keepdims", flags, 0, false},
    {Option::return_sequences, Kind::flag, "return_sequences", flags, 0, false},
    {Option::tied, Kind::flag, "tied", flags, 0, false},
    {Option::trainable, Kind::flag, "trainable requires_grad", flags, 1, false},
};
static_assert(std::size(option_words) == option_count);

}  // namespace

std::span<const OptionWord> options() { return option_words; }

const OptionWord& word(Option option) { return option_words[static_cast<std::size_t>(option)]; }

std::string value_text(const OptionWord& option, std::uint64_t value) {
  if (option.choices.empty()) return digits(value);
  return std::string(option.choices[static_cast<std::size_t>(value)]);
}

}  // namespace rnn
