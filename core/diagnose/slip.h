// The slips that people make when they count: what each is called, and which of them go together.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rnn {

/// In the order in which those with the same number are told; from `time_steps` on, what is told only where
/// none of the others gives the number.
enum class Slip : std::uint8_t {
  no_second_bias,              ///< one bias for each matrix, where more are kept
  second_bias,                 ///< two of them, where one is kept
  other_framework,             ///< the same model, as another framework keeps it
  no_bias,                     ///< of the recurrent layers; so are all slips about biases and matrices
  one_bias_vector,             ///< for each direction
  next_reads_units,            ///< h, behind a layer that reads both ways and hands on 2·h
  every_layer_like_the_first,  ///< equal recurrent layers
  one_direction,               ///< of two, though the layers behind read what both hand on
  first_layer_only,            ///< of the recurrent ones
  without_embedding,
  without_output,
  only_recurrent,  ///< two or more other layers left out
  optimizer,       ///< the numbers that it keeps are in a framework's total
  trainable_only,
  three_matrices,
  four_matrices,
  other_cell,  ///< of the same sizes
  one_matrix,
  no_recurrent,            ///< r·h left out
  swapped,                 ///< d and h
  directions_share_input,  ///< input weights counted once for both
  dense_no_bias,
  dense_doubled,               ///< behind a layer that reads both ways: 2·(h + 1)·o
  directions_twice,            ///< doubled once more
  half_units,                  ///< h/2 in each direction; the layer hands on h
  embedding_as_input,          ///< the first recurrent layer reads the vocabulary
  one_bias_number_per_matrix,  ///< for each direction
  one_bias_number,             ///< likewise
  initial_state,               ///< counted
  next_reads_matrices,         ///< g·h of the layer before
  last_layer_only,
  recurrent_vector,  ///< h for r·h
  two_matrices,
  no_input,        ///< d·h left out
  steps_as_input,  ///< T for d
  steps_as_units,  ///< T for h

  time_steps,           ///< k times the right number
  formula_times_units,  ///< g·h·d·(d + k)
  digits,               ///< exchanged, missing, doubled
  other_size,           ///< right if one size were another
  output_layer,         ///< one that the model has not
};

/// Slips of one group are never made together.
enum class SlipGroup : std::uint8_t {
  none,  ///< it goes with no other slip
  bias,
  matrices,
  weights,
  reads,
  directions,
  layers,
  counted,
  input,
  dense,
  state
};

struct SlipWord {
  Slip slip;
  std::string_view name;
  SlipGroup group = SlipGroup::none;
  bool rare = false;  ///< together with another one
};

/// All that change a model's layers, each by itself, in the order of `Slip`.
std::span<const SlipWord> slip_words();

/// Of any slip, also of those that change no layer. Its name is the public one: "no_bias".
const SlipWord& slip_word(Slip slip);

/// Whether they can be made together: other groups, and neither holds the other.
bool go_together(const SlipWord& a, const SlipWord& b);

/// Whether they are likely together: a slip about all biases, and one about what is read or counted.
bool likely_together(const SlipWord& a, const SlipWord& b);

/// Whether they are the same number in every model where both apply, and yet two thoughts.
bool coincide(Slip a, Slip b);

}  // namespace rnn
