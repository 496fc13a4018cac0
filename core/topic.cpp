#include "core/topic.h"

#include <cstddef>
#include <iterator>

namespace rnn {

const char* name(Topic topic) {
  constexpr const char* names[] = {
      "handed_on", "matrices",      "reads",          "matrix",      "matrices_total", "biases",
      "peepholes", "normalization", "projection",     "unused",      "layer_sum",      "directions",
      "sum",       "bias",          "candidate_bias", "gate_biases", "statistics",     "counter",
  };
  static_assert(std::size(names) == static_cast<std::size_t>(Topic::counter) + 1);
  return names[static_cast<std::size_t>(topic)];
}

}  // namespace rnn
