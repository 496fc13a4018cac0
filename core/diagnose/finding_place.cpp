#include "core/diagnose/finding_place.h"

namespace rnn {
namespace {

/// The steps that a slip is about, the best first.
std::vector<Topic> topics_of(Slip slip) {
  switch (slip) {
    case Slip::half_units: return {Topic::matrix};
    case Slip::dense_no_bias: return {Topic::reads, Topic::matrix};
    case Slip::other_cell: return {Topic::matrices, Topic::matrix};
    case Slip::other_size:
    case Slip::formula_times_units: return {Topic::reads, Topic::matrix};
    default: break;
  }
  switch (slip_word(slip).group) {
    case SlipGroup::bias: return {Topic::biases, Topic::reads, Topic::matrix};
    case SlipGroup::matrices: return {Topic::matrices, Topic::matrix};
    case SlipGroup::weights: return {Topic::reads, Topic::matrix};
    case SlipGroup::reads:
    case SlipGroup::input: return {Topic::handed_on, Topic::said, Topic::reads, Topic::matrix};
    case SlipGroup::directions: return {Topic::directions};
    case SlipGroup::dense: return {Topic::handed_on, Topic::said, Topic::reads};
    case SlipGroup::layers:
    case SlipGroup::counted:
    case SlipGroup::state:
    case SlipGroup::none: break;
  }
  return {};
}

}  // namespace

bool changes_layers(Slip slip) {
  return slip_word(slip).group != SlipGroup::none || slip == Slip::other_cell ||
         slip == Slip::formula_times_units || slip == Slip::other_size;
}

std::string place_of(Slip slip, const std::vector<std::size_t>& layers, const Derivation& derivation,
                     int layer) {
  if (slip == Slip::initial_state || layers.empty()) return {};
  const std::size_t index = layer < 0 ? layers.front() : static_cast<std::size_t>(layer);
  const std::vector<Step>& steps = derivation.layers[index];
  for (const Topic topic : topics_of(slip)) {
    std::string ref = step_ref(index, steps, topic);
    if (!ref.empty()) return ref;
  }
  return steps.empty() ? "" : step_ref(index, steps, steps.back().topic);
}

}  // namespace rnn
