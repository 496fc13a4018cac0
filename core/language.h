// The words of the query language: keys, layers, options with every accepted spelling, limits. What a
// framework makes of them is told in framework.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/checked.h"

namespace rnn {

// Limits, each named once.
inline constexpr std::size_t largest_text = std::size_t{64} * 1024;           ///< bytes of a query
inline constexpr std::uint64_t most_layers = 1000;                            ///< stacked layers
inline constexpr std::size_t deepest_nesting = 4;                             ///< brackets inside brackets
inline constexpr std::uint64_t largest_size = (std::uint64_t{1} << 53U) - 1;  ///< units, features, words

/// The three fields of a query. Every other key belongs to the page.
enum class Key { framework, input, layers };
inline constexpr std::array keys{Key::framework, Key::input, Key::layers};

/// A kind of layer.
enum class Cell : std::uint8_t {
  none,
  lstm,
  gru,
  rnn,
  mgu,
  embedding,
  dense,
  dropout,
  batch_normalization,
  layer_normalization
};

/// What can be written in a layer's brackets, in the order of the canonical form.
enum class Option : std::uint8_t {
  vocabulary,
  units,
  rate,
  num_layers,
  bidirectional,
  bias,
  proj_size,
  peepholes,
  coupled,
  layer_norm,
  reset_after,
  merge_mode,
  double_bias,
  reset_gate,
  scale,
  center,
  affine,
};
inline constexpr std::size_t option_count = 17;

/// The values of `merge_mode`, in the order of its choices.
enum class Merge : std::uint8_t { concat, sum, mul, ave };

struct OptionWord {
  enum class Kind : std::uint8_t { size, flag, choice, rate };
  Option option;
  Kind kind;
  /// Every spelling; the first is the option's own name.
  std::span<const std::string_view> spellings;
  std::span<const std::string_view> choices;
  /// The value where neither the reader nor the framework says anything (flags 0 and 1, choices by index; 0
  /// sizes = none).
  std::uint8_t usual;
  bool required;
  /// What a fresh layer starts with; "" where it starts without.
  std::string_view fresh{};
};

struct LayerWord {
  Cell cell;
  bool recurrent;
  /// Every accepted name; the first is the usual one.
  std::span<const std::string_view> names;
  std::span<const Option> options;
  /// The options that may be written without their names, in this order.
  std::span<const Option> positional;
};

std::span<const std::string_view> spellings(Key key);
std::span<const OptionWord> options();
std::span<const LayerWord> layers();

/// The names of wrappers. TimeDistributed says only that a layer is used at every step, which changes no
/// count.
inline constexpr std::array<std::string_view, 2> wrapper_names{"Bidirectional", "TimeDistributed"};
inline constexpr std::string_view wrapper_name = wrapper_names[0];
inline constexpr std::string_view every_step_name = wrapper_names[1];

const OptionWord& word(Option option);
const LayerWord& word(Cell cell);

/// The public names of keys and of kinds of layers: the usual ones; "" for none.
const char* name(Key key);
std::string_view name(Cell cell);

/// A value of `option` as it is written: digits, or the choice of that index.
std::string value_text(const OptionWord& option, std::uint64_t value);

/// An ASCII letter as a small one; any other byte as it is.
char lower(char c);

/// `text` with the digits 0 to 9 for those of Devanagari.
std::string ascii_digits(std::string_view text);

/// Whether `text` is `word`, whatever the case of ASCII letters.
bool same_word(std::string_view text, std::string_view word);

/// `text` behind its last dot: "nn.LSTM" is LSTM.
std::string_view without_prefix(std::string_view text);

/// The layer of that name (prefix and case do not matter); nullptr if there is none.
const LayerWord* find_layer(std::string_view text);

/// The option of that spelling which `layer` has; nullptr if it has none.
const OptionWord* find_option(const LayerWord& layer, std::string_view text);

/// Whether `name` is an argument that never changes a count (return_sequences, activation, …), or one that
/// changes none with this value (axis=-1).
bool never_counts(std::string_view name, std::string_view value);

/// Whether there is a value with which an argument of that name never changes a count.
bool may_never_count(std::string_view name);

/// Whether `text` is a spelling of the key `input`: in a layer's brackets it is out of place.
bool names_input(std::string_view text);

}  // namespace rnn
