#include "core/diagnose/slip.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rnn {
namespace {

constexpr SlipWord words[] = {
    {Slip::no_second_bias, "no_second_bias", SlipGroup::bias},
    {Slip::second_bias, "second_bias", SlipGroup::bias},
    {Slip::no_bias, "no_bias", SlipGroup::bias},
    {Slip::one_bias_vector, "one_bias_vector", SlipGroup::bias},
    {Slip::next_reads_units, "next_reads_units", SlipGroup::reads},
    {Slip::every_layer_like_the_first, "every_layer_like_the_first", SlipGroup::reads},
    {Slip::one_direction, "one_direction", SlipGroup::directions},
    {Slip::first_layer_only, "first_layer_only", SlipGroup::layers},
    {Slip::without_embedding, "without_embedding", SlipGroup::counted},
    {Slip::without_output, "without_output", SlipGroup::counted},
    {Slip::only_recurrent, "only_recurrent", SlipGroup::counted},
    {Slip::three_matrices, "three_matrices", SlipGroup::matrices},
    {Slip::four_matrices, "four_matrices", SlipGroup::matrices},
    {Slip::other_cell, "other_cell"},
    {Slip::one_matrix, "one_matrix", SlipGroup::matrices},
    {Slip::no_recurrent, "no_recurrent", SlipGroup::weights},
    {Slip::swapped, "swapped", SlipGroup::weights},
    {Slip::directions_share_input, "directions_share_input", SlipGroup::directions},
    {Slip::dense_no_bias, "dense_no_bias", SlipGroup::dense},
    {Slip::dense_doubled, "dense_doubled", SlipGroup::dense, true},
    {Slip::directions_twice, "directions_twice", SlipGroup::directions, true},
    {Slip::half_units, "half_units", SlipGroup::directions, true},
    {Slip::embedding_as_input, "embedding_as_input", SlipGroup::input},
    {Slip::one_bias_number_per_matrix, "one_bias_number_per_matrix", SlipGroup::bias, true},
    {Slip::one_bias_number, "one_bias_number", SlipGroup::bias, true},
    {Slip::initial_state, "initial_state", SlipGroup::state, true},
    {Slip::next_reads_matrices, "next_reads_matrices", SlipGroup::reads, true},
    {Slip::last_layer_only, "last_layer_only", SlipGroup::layers, true},
    {Slip::recurrent_vector, "recurrent_vector", SlipGroup::weights, true},
    {Slip::two_matrices, "two_matrices", SlipGroup::matrices, true},
    {Slip::no_input, "no_input", SlipGroup::weights, true},
    {Slip::steps_as_input, "steps_as_input", SlipGroup::input},
    {Slip::steps_as_units, "steps_as_units", SlipGroup::input},
};

/// Another sum, or a thing of the number alone.
constexpr SlipWord others[] = {
    {Slip::other_framework, "other_framework"},
    {Slip::optimizer, "optimizer"},
    {Slip::trainable_only, "trainable_only"},
    {Slip::time_steps, "time_steps"},
    {Slip::formula_times_units, "formula_times_units"},
    {Slip::digits, "digits"},
    {Slip::other_size, "other_size"},
    {Slip::output_layer, "output_layer"},
};

/// Of none of these, whichever comes first, can the other be told apart, or it says the opposite.
constexpr std::pair<Slip, Slip> never_together[] = {
    {Slip::half_units, Slip::next_reads_units},
    {Slip::half_units, Slip::dense_doubled},
    {Slip::one_direction, Slip::dense_doubled},
    {Slip::first_layer_only, Slip::every_layer_like_the_first},
    {Slip::last_layer_only, Slip::every_layer_like_the_first},
};

constexpr std::pair<Slip, Slip> coinciding[] = {
    {Slip::one_direction, Slip::two_matrices},
    {Slip::second_bias, Slip::initial_state},
    {Slip::directions_twice, Slip::two_matrices},
    {Slip::no_second_bias, Slip::no_input},
    {Slip::no_bias, Slip::no_input},
    {Slip::one_bias_vector, Slip::no_input},
};

template <std::size_t size>
bool holds(const std::pair<Slip, Slip> (&pairs)[size], Slip a, Slip b) {
  return std::any_of(std::begin(pairs), std::end(pairs), [&](const auto& pair) {
    return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
  });
}

bool about_all_biases(Slip slip) {
  return slip == Slip::no_bias || slip == Slip::one_bias_vector || slip == Slip::second_bias ||
         slip == Slip::no_second_bias;
}

bool about_layers(SlipGroup group) {
  return group == SlipGroup::reads || group == SlipGroup::directions || group == SlipGroup::layers ||
         group == SlipGroup::counted;
}

}  // namespace

std::span<const SlipWord> slip_words() { return words; }

const SlipWord& slip_word(Slip slip) {
  const auto is_meant = [&](const SlipWord& word) { return word.slip == slip; };
  const auto* found = std::find_if(std::begin(words), std::end(words), is_meant);
  return found != std::end(words) ? *found : *std::find_if(std::begin(others), std::end(others), is_meant);
}

bool go_together(const SlipWord& a, const SlipWord& b) {
  return a.group != b.group && a.group != SlipGroup::none && b.group != SlipGroup::none &&
         !holds(never_together, a.slip, b.slip);
}

bool likely_together(const SlipWord& a, const SlipWord& b) {
  return go_together(a, b) && ((about_all_biases(a.slip) && about_layers(b.group)) ||
                               (about_all_biases(b.slip) && about_layers(a.group)));
}

bool coincide(Slip a, Slip b) { return holds(coinciding, a, b); }

}  // namespace rnn
