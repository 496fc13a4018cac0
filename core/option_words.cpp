// The options of layers, with every accepted spelling.
#include <iterator>

#include "core/language.h"

namespace rnn {
namespace {

using Words = std::string_view[];

constexpr Words vocabulary = {"vocabulary", "vocab_size",  "num_embeddings",
                              "input_dim",  "n_embedding", "num_words"};
constexpr Words units = {"units",
                         "num_units",
                         "hidden_size",
                         "hidden_units",
                         "activation_units",
                         "output_units",
                         "gate_units",
                         "embedding_dim",
                         "output_dim",
                         "out_features",
                         "features",
                         "out_channels",
                         "hidden_features",
                         "output_size",
                         "output_dims",
                         "NumHiddenUnits",
                         "nOut",
                         "cell_shape",
                         "outputVectorSize",
                         "outputChannels",
                         "d_hidden",
                         "d_output",
                         "d_model",
                         "embed_dim",
                         "embed_size",
                         "embedding_size",
                         "OutputSize",
                         "dims",
                         "shape",
                         "out",
                         "N"};
constexpr Words parameters = {"parameters", "params"};
constexpr Words rate = {"rate", "p"};
// What a layer reads, in every framework's own word.
constexpr Words input = {"input_dim",     "input_size", "in_features", "in_channels",
                         "num_features",  "input",      "input_units", "normalized_shape",
                         "num_channels",  "in_units",   "input_dims",  "input_depth",
                         "InputSize",     "nIn",        "d_input",     "inputVectorSize",
                         "inputChannels", "in_dim",     "in",          "K"};
constexpr Words timesteps = {"timesteps", "input_length", "time_steps", "seq_len", "sequence_length"};
constexpr Words num_layers = {"num_layers"};
constexpr Words bidirectional = {"bidirectional"};
constexpr Words bias = {"bias", "use_bias", "with_bias", "bias_attr"};
constexpr Words proj_size = {"proj_size", "num_proj", "projection_size"};
constexpr Words peepholes = {"peepholes", "use_peepholes"};
constexpr Words coupled = {"coupled", "cifg", "coupled_input_forget", "input_forget"};
constexpr Words layer_norm = {"layer_norm", "use_layer_norm"};
constexpr Words reset_after = {"reset_after", "linear_before_reset"};
constexpr Words merge_mode = {"merge_mode"};
constexpr Words merge_modes = {"concat", "sum", "mul", "ave"};
constexpr Words double_bias = {"double_bias"};
constexpr Words reset_gate = {"reset_gate"};
// Of a normalisation: its scale, its shift, and both of them.
constexpr Words scale = {"scale", "use_scale", "create_scale", "use_weight", "weight_attr"};
constexpr Words center = {"center", "bias", "use_bias", "create_offset", "bias_attr"};
constexpr Words affine = {"affine", "elementwise_affine"};
constexpr Words n = {"n"};
constexpr Words size = {"size"};
constexpr Words output_size = {"output_size"};
constexpr Words target_shape = {"target_shape"};
constexpr Words dims = {"dims"};
constexpr Words sides = {"padding", "cropping"};
constexpr Words kernel_size = {"kernel_size", "pool_size", "pool_length", "kernel"};
constexpr Words strides = {"strides", "stride"};
constexpr Words padding = {"padding", "border_mode"};
constexpr Words paddings = {"valid", "same", "causal"};
constexpr Words pad = {"padding"};
constexpr Words dilation = {"dilation", "dilation_rate"};
constexpr Words ceil_mode = {"ceil_mode"};
constexpr Words return_sequences = {"return_sequences"};
constexpr Words tied = {"tied"};
constexpr Words trainable = {"trainable", "requires_grad"};
constexpr Words flags = {"false", "true"};

using Kind = OptionWord::Kind;
constexpr OptionWord option_words[] = {
    {Option::vocabulary, Kind::size, vocabulary, {}, 0, true},
    {Option::units, Kind::size, units, {}, 0, true, "32"},
    {Option::parameters, Kind::size, parameters, {}, 0, true, "1000"},
    {Option::rate, Kind::rate, rate, {}, 0, true, "0.5"},
    {Option::input, Kind::size, input, {}, 0, false},
    {Option::timesteps, Kind::size, timesteps, {}, 0, false},
    {Option::num_layers, Kind::size, num_layers, {}, 1, false},
    {Option::bidirectional, Kind::flag, bidirectional, flags, 0, false},
    {Option::bias, Kind::flag, bias, flags, 1, false},
    {Option::proj_size, Kind::size, proj_size, {}, 0, false},
    {Option::peepholes, Kind::flag, peepholes, flags, 0, false},
    {Option::coupled, Kind::flag, coupled, flags, 0, false},
    {Option::layer_norm, Kind::flag, layer_norm, flags, 0, false},
    {Option::reset_after, Kind::flag, reset_after, flags, 0, false},
    {Option::merge_mode, Kind::choice, merge_mode, merge_modes, 0, false},
    {Option::double_bias, Kind::flag, double_bias, flags, 0, false},
    {Option::reset_gate, Kind::flag, reset_gate, flags, 1, false},
    {Option::scale, Kind::flag, scale, flags, 1, false},
    {Option::center, Kind::flag, center, flags, 1, false},
    {Option::affine, Kind::flag, affine, flags, 1, false},
    {Option::n, Kind::size, n, {}, 0, true, "10"},
    {Option::size, Kind::size, size, {}, 2, false},
    {Option::output_size, Kind::size, output_size, {}, 0, true, "1"},
    {Option::target_shape, Kind::tuple, target_shape, {}, 0, true, "(-1, 32)"},
    {Option::dims, Kind::tuple, dims, {}, 0, true, "(2, 1)"},
    {Option::sides, Kind::tuple, sides, {}, 2, false},
    {Option::kernel_size, Kind::size, kernel_size, {}, 2, false},
    {Option::strides, Kind::size, strides, {}, 0, false},
    {Option::padding, Kind::choice, padding, paddings, 0, false},
    {Option::pad, Kind::size, pad, {}, 0, false},
    {Option::dilation, Kind::size, dilation, {}, 1, false},
    {Option::ceil_mode, Kind::flag, ceil_mode, flags, 0, false},
    {Option::return_sequences, Kind::flag, return_sequences, flags, 0, false},
    {Option::tied, Kind::flag, tied, flags, 0, false},
    {Option::trainable, Kind::flag, trainable, flags, 1, false},
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
