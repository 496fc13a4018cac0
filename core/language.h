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
#include "core/word_list.h"

namespace rnn {

// Limits, each named once.
inline constexpr std::size_t largest_text = std::size_t{64} * 1024;           ///< bytes of a query
inline constexpr std::uint64_t most_layers = 1000;                            ///< stacked layers
inline constexpr std::size_t deepest_nesting = 4;                             ///< brackets inside brackets
inline constexpr std::uint64_t largest_size = (std::uint64_t{1} << 53U) - 1;  ///< units, features, words

/// The fields of a query, in the order of the canonical form. Every other key belongs to the page.
enum class Key { framework, input, timesteps, layers, budget };
inline constexpr std::array keys{Key::framework, Key::input, Key::timesteps, Key::layers, Key::budget};

/// In the place of a size: it is to be found, so that the total is within the budget. Without it there is no
/// budget.
inline constexpr std::string_view unknown_mark = "?";

/// A kind of layer, by what it stores.
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
  layer_normalization,
  conv_1d,
  conv_2d,
  conv_3d,
  conv_1d_transpose,
  conv_2d_transpose,
  conv_3d_transpose,
  depthwise_1d,
  depthwise_2d,
  separable_1d,
  separable_2d,
  conv_lstm_1d,
  conv_lstm_2d,
  conv_lstm_3d,
  group_normalization,
  rms_normalization,
  instance_normalization,
  normalization,  ///< with a mean and a variance that were measured before
  prelu,
  attention,
  additive_attention,
  multi_head_attention,
  group_query_attention,
  bilinear,
  locally_connected_1d,
  nas,
  slstm,    ///< an LSTM of heads, behind a convolution
  custom,   ///< a layer of the reader's own, with so many parameters
  passing,  ///< any other one that stores nothing: what it does to what passes through is its word's
};

/// What can be written in a layer's brackets, in the order of the canonical form.
enum class Option : std::uint8_t {
  vocabulary,
  second_input,  ///< how wide what a layer reads beside its input is
  units,
  kernel,  ///< of a convolution: the sides of its window
  num_heads,
  head_dim,
  query_heads,  ///< of a grouped attention, whose heads share keys and values
  kv_heads,
  parameters,
  rate,
  input,      ///< what the layer reads, where that is said
  timesteps,  ///< of what it reads, likewise
  num_layers,
  bidirectional,
  bias,
  groups,            ///< of channels; a filter reads those of one
  depth_multiplier,  ///< filters of each channel
  key_dim,           ///< of each head
  value_dim,         ///< likewise; 0: as the keys
  key_input,         ///< how wide keys, and values, are when they come; 0: as the queries
  value_input,
  qkv_features,  ///< of all heads together; 0: likewise
  output_shape,  ///< of what all heads found; 0: likewise
  bias_kv,
  conv_kernel,  ///< the window of a convolution inside the layer; 0: there is none
  query_bias,   ///< of the one projection
  key_bias,
  value_bias,
  output_bias,
  gate,  ///< what the heads found is multiplied by numbers made of the queries
  score_scale,
  score_mode,
  shared_axes,
  num_parameters,
  axis,
  proj_size,
  peepholes,
  coupled,
  layer_norm,
  reset_after,
  merge_mode,
  double_bias,
  reset_gate,
  train_state,   ///< the state that comes before the first time step is trained
  train_memory,  ///< and so is the LSTM's cell state
  scale,
  center,
  affine,
  renorm,  ///< statistics of its own, by which a batch's are corrected
  mean,    ///< of a normalisation that measures nothing: it is said, and so is …
  variance,
  // What only moves the width or the time steps of what passes through.
  n,             ///< how often a vector is repeated
  size,          ///< how often a step is
  output_size,   ///< how many steps are left
  target_shape,  ///< without the batch; one number may be −1
  dims,          ///< the order of the axes, from 1
  sides,         ///< steps that are put on, or cut off, before and behind
  kernel_size,   ///< of a pooling
  strides,
  padding,
  pad,  ///< the same as a number, on both sides
  dilation,
  output_padding,  ///< steps that a transposed convolution puts on behind
  ceil_mode,
  keepdims,  ///< a pooling over all time steps leaves one
  return_sequences,
  // What is trained, and where the numbers stand.
  tied,
  trainable,
};
inline constexpr std::size_t option_count = 68;

/// The values of `merge_mode`, in the order of its choices.
enum class Merge : std::uint8_t { concat, sum, mul, ave, none };

constexpr std::uint64_t value(Merge merge) { return static_cast<std::uint64_t>(merge); }

/// The values of `axis`, likewise: the last one, or as they are counted from 0, the batch first; or none.
/// What stands in the last one of an image, and of a volume or of images one after the other, are features,
/// too.
enum class Axis : std::uint8_t { last, steps, features, image_features, volume_features, both, none };

/// The values of `padding`, likewise.
enum class Padding : std::uint8_t { valid, same, causal };

struct OptionWord {
  /// A tuple is several whole numbers in brackets, or one without.
  enum class Kind : std::uint8_t { size, flag, choice, rate, tuple };
  Option option;
  Kind kind;
  /// Every spelling; the first is the option's own name.
  WordList spellings;
  std::span<const std::string_view> choices;
  /// The value where neither the reader nor the framework says anything (flags 0 and 1, choices by index; 0
  /// sizes = none).
  std::uint8_t usual;
  bool required;
  /// What a fresh layer starts with; "" where it starts without.
  std::string_view fresh{};
};

/// Where a layer stands in a list of all.
enum class Group : std::uint8_t { recurrent, dense, convolution, normalisation, shape, other };

/// What a layer that stores nothing does to what it reads.
enum class Does : std::uint8_t {
  stores,     ///< it is none of these
  keeps,      ///< leaves width and time steps as they are
  enters,     ///< says what comes in
  flattens,   ///< width × time steps in one row
  reshapes,   ///< the last number is the width, the one before the steps
  permutes,   ///< (2, 1): width and steps change places
  repeats,    ///< a vector, so many times
  pools,      ///< over a window of steps
  pools_all,  ///< over all of them: none are left
  adapts,     ///< to so many steps
  resamples,  ///< so many steps for each
  pads,
  crops,
  images,  ///< keeps the width; how many steps there are then is not followed
  adds,    ///< joins inputs of one width
  joins,   ///< one behind the other: how wide is not said by one of them
  halves,
  hides,  ///< what it hands on cannot be known
  looks_up,
};

/// Whether the layer may need the time steps to say how wide what it hands on is.
bool reads_steps(Does does);

const char* name(Group group);
/// The public name; "" for a layer that stores something.
const char* name(Does does);

struct LayerWord {
  Cell cell;
  bool recurrent;
  /// Every accepted name; the first is the usual one, and the public name of the kind.
  WordList names;
  std::span<const Option> options;
  /// Its arguments as they stand without names, "units num_layers=", where no framework says otherwise; those
  /// with a sign of equality may be left out, and "eps=0" may be a number though it is no option.
  std::string_view takes;
  Group group = Group::other;
  Does does = Does::stores;
  bool offered = true;               ///< in a list of layers to choose from
  std::string_view torch_name = {};  ///< where PyTorch calls it otherwise and stores nothing for it either
  std::uint8_t axes = 1;             ///< over which a window moves
  WordList ignores{};                ///< arguments of its own that never change its count
  bool surveyed = true;              ///< every framework was read for it: one whose row lacks it has none
};

WordList spellings(Key key);
std::span<const OptionWord> options();
std::span<const LayerWord> layers();

/// The names of wrappers. TimeDistributed says only that a layer is used at every step, which changes no
/// count.
inline constexpr std::array<std::string_view, 2> wrapper_names{"Bidirectional", "TimeDistributed"};
inline constexpr std::string_view wrapper_name = wrapper_names[0];
inline constexpr std::string_view every_step_name = wrapper_names[1];

const OptionWord& word(Option option);
/// Of a kind of layer that stores something; of none, and of those that store nothing, one without names.
const LayerWord& word(Cell cell);

/// The public names of keys and of kinds of layers: the usual ones; "" for none.
const char* name(Key key);
std::string_view name(Cell cell);
std::string_view name(const LayerWord* layer);

/// Whether the layer has the option.
bool has(const LayerWord& layer, Option option);

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

/// Whether any layer has an option of that spelling.
bool is_option(std::string_view text);

/// Whether an argument of that name says the opposite of `trainable`.
bool names_frozen(std::string_view name);

/// Whether `name` is an argument that never changes a count (activation, kernel_regularizer, …), or one that
/// changes none with this value (axis=-1).
bool never_counts(std::string_view name, std::string_view value);

/// Whether there is a value with which an argument of that name never changes a count.
bool may_never_count(std::string_view name);

/// Whether `text` is the name of an activation: without a name behind a size, it never counts.
bool is_activation(std::string_view text);

}  // namespace rnn
