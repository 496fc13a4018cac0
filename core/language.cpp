#include "core/language.h"

#include <algorithm>

namespace rnn {
namespace {

using Words = std::string_view[];

constexpr Words framework_keys = {"framework"};
constexpr Words input_keys = {"input", "input_dim", "input_size", "input_units"};
constexpr Words layers_keys = {"layers"};

constexpr Words vocabulary = {"vocabulary", "vocab_size", "num_embeddings", "input_dim"};
constexpr Words units = {"units",        "num_units",  "hidden_size",   "hidden_units", "activation_units",
                         "output_units", "gate_units", "embedding_dim", "output_dim",   "out_features"};
constexpr Words rate = {"rate", "p"};
constexpr Words num_layers = {"num_layers"};
constexpr Words bidirectional = {"bidirectional"};
constexpr Words bias = {"bias", "use_bias"};
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
constexpr Words flags = {"false", "true"};

using Kind = OptionWord::Kind;
constexpr OptionWord option_words[] = {
    {Option::vocabulary, Kind::size, vocabulary, {}, 0, true},
    {Option::units, Kind::size, units, {}, 0, true, "32"},
    {Option::rate, Kind::rate, rate, {}, 0, true, "0.5"},
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
};
static_assert(std::size(option_words) == option_count);

constexpr Words lstm_names = {"LSTM"};
constexpr Words gru_names = {"GRU"};
constexpr Words rnn_names = {"RNN", "SimpleRNN"};
constexpr Words mgu_names = {"MGU"};
constexpr Words embedding_names = {"Embedding"};
constexpr Words dense_names = {"Dense", "Linear"};
constexpr Words dropout_names = {"Dropout"};
constexpr Words batch_names = {"BatchNormalization", "BatchNorm1d", "BatchNorm"};
constexpr Words layer_norm_names = {"LayerNormalization", "LayerNorm"};

constexpr Option lstm_options[] = {Option::units,   Option::num_layers, Option::bidirectional,
                                   Option::bias,    Option::proj_size,  Option::peepholes,
                                   Option::coupled, Option::layer_norm, Option::merge_mode};
constexpr Option gru_options[] = {Option::units,     Option::num_layers, Option::bidirectional,
                                  Option::bias,      Option::layer_norm, Option::reset_after,
                                  Option::merge_mode};
constexpr Option rnn_options[] = {Option::units, Option::num_layers, Option::bidirectional,
                                  Option::bias,  Option::merge_mode, Option::double_bias};
constexpr Option mgu_options[] = {Option::units, Option::num_layers, Option::bidirectional,
                                  Option::bias,  Option::merge_mode, Option::reset_gate};
constexpr Option embedding_options[] = {Option::vocabulary, Option::units};
constexpr Option dense_options[] = {Option::units, Option::bias};
constexpr Option units_only[] = {Option::units};
constexpr Option rate_only[] = {Option::rate};
constexpr Option vectors_options[] = {Option::scale, Option::center, Option::affine};

constexpr LayerWord layer_words[] = {
    {Cell::lstm, true, lstm_names, lstm_options, units_only},
    {Cell::gru, true, gru_names, gru_options, units_only},
    {Cell::rnn, true, rnn_names, rnn_options, units_only},
    {Cell::mgu, true, mgu_names, mgu_options, units_only},
    {Cell::embedding, false, embedding_names, embedding_options, embedding_options},
    {Cell::dense, false, dense_names, dense_options, units_only},
    {Cell::dropout, false, dropout_names, rate_only, rate_only},
    {Cell::batch_normalization, false, batch_names, vectors_options, {}},
    {Cell::layer_normalization, false, layer_norm_names, vectors_options, {}},
};

constexpr LayerWord no_layer{Cell::none, false, {}, {}, {}};

/// An argument that never changes a count.
struct Uncounted {
  std::string_view name;
  std::string_view only_value = {};  ///< with another one it may; "" where any will do
};

/// What Keras and PyTorch accept beside these and what leaves every shape alone.
constexpr Uncounted uncounted[] = {
    {"return_sequences"},
    {"return_state"},
    {"activation"},
    {"recurrent_activation"},
    {"dropout"},
    {"recurrent_dropout"},
    {"batch_first"},
    {"name"},
    {"stateful"},
    {"go_backwards"},
    {"unroll"},
    {"time_major"},
    {"zero_output_for_mask"},
    {"use_cudnn"},
    {"implementation"},
    {"seed"},
    {"dtype"},
    {"device"},
    {"nonlinearity"},
    {"unit_forget_bias"},
    {"kernel_initializer"},
    {"recurrent_initializer"},
    {"bias_initializer"},
    {"embeddings_initializer"},
    {"kernel_regularizer"},
    {"recurrent_regularizer"},
    {"bias_regularizer"},
    {"activity_regularizer"},
    {"embeddings_regularizer"},
    {"kernel_constraint"},
    {"recurrent_constraint"},
    {"bias_constraint"},
    {"embeddings_constraint"},
    {"mask_zero"},
    {"input_length"},
    {"padding_idx"},
    {"max_norm"},
    {"norm_type"},
    {"scale_grad_by_freq"},
    {"sparse"},
    {"noise_shape"},
    {"inplace"},
    {"momentum"},
    {"epsilon"},
    {"eps"},
    {"weights"},
    {"axis", "-1"},
    {"track_running_stats", "true"},
};

const Uncounted* find_uncounted(std::string_view name) {
  const auto* found = std::find_if(std::begin(uncounted), std::end(uncounted),
                                   [&](const Uncounted& row) { return same_word(name, row.name); });
  return found == std::end(uncounted) ? nullptr : found;
}

bool is_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return same_word(text, word); });
}

}  // namespace

std::span<const std::string_view> spellings(Key key) {
  switch (key) {
    case Key::framework: return framework_keys;
    case Key::input: return input_keys;
    case Key::layers: return layers_keys;
  }
  return {};
}

std::span<const OptionWord> options() { return option_words; }
std::span<const LayerWord> layers() { return layer_words; }

const OptionWord& word(Option option) { return option_words[static_cast<std::size_t>(option)]; }

const LayerWord& word(Cell cell) {
  const auto* found = std::find_if(std::begin(layer_words), std::end(layer_words),
                                   [&](const LayerWord& layer) { return layer.cell == cell; });
  return found == std::end(layer_words) ? no_layer : *found;
}

const char* name(Key key) {
  switch (key) {
    case Key::framework: return "framework";
    case Key::input: return "input";
    case Key::layers: return "layers";
  }
  return "";
}

std::string_view name(Cell cell) {
  const LayerWord& layer = word(cell);
  return layer.names.empty() ? std::string_view() : layer.names.front();
}

std::string value_text(const OptionWord& option, std::uint64_t value) {
  if (option.choices.empty()) return digits(value);
  return std::string(option.choices[static_cast<std::size_t>(value)]);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string ascii_digits(std::string_view text) {
  constexpr std::string_view before = "\xE0\xA5";  // U+0966 … U+096F are these, and 0xA6 … 0xAF
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool devanagari = text.substr(i).starts_with(before) && i + 2 < text.size();
    const unsigned digit = devanagari ? static_cast<unsigned char>(text[i + 2]) - 0xA6U : 10;
    out += digit < 10 ? static_cast<char>('0' + digit) : text[i];
    if (digit < 10) i += 2;
  }
  return out;
}

bool same_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view without_prefix(std::string_view text) { return text.substr(text.rfind('.') + 1); }

const LayerWord* find_layer(std::string_view text) {
  const std::string_view name = without_prefix(text);
  for (const LayerWord& layer : layer_words)
    if (is_one_of(name, layer.names)) return &layer;
  return nullptr;
}

const OptionWord* find_option(const LayerWord& layer, std::string_view text) {
  for (const Option option : layer.options)
    if (is_one_of(text, word(option).spellings)) return &word(option);
  return nullptr;
}

bool never_counts(std::string_view name, std::string_view value) {
  const Uncounted* found = find_uncounted(name);
  return found != nullptr && (found->only_value.empty() || same_word(value, found->only_value));
}

bool may_never_count(std::string_view name) { return find_uncounted(name) != nullptr; }

bool names_input(std::string_view text) {
  return is_one_of(text, input_keys) || same_word(text, "in_features");
}

}  // namespace rnn
