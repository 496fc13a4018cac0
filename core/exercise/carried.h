// What comes of a number that a reader has further up, right or wrong, where the rest is done rightly.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/exercise/blanks.h"

namespace rnn {

/// Values of steps, by their paths.
using StepValues = std::map<std::string, std::uint64_t, std::less<>>;

/// "layers.0.steps.1=17&steps.0=2240"; what is no number is left out.
StepValues step_values(std::string_view text);

/// For each blank that is a step's value what it comes to with `typed` in place of the values of earlier
/// steps; none where none of them is in it.
std::vector<Whole> carried(const Model& model, const Derivation& derivation, const std::vector<Blank>& blanks,
                           const StepValues& typed);

}  // namespace rnn
