#include "core/topic.h"

#include <iterator>

namespace rnn {

const char* name(Topic topic) {
  constexpr const char* names[] = {
      "handed_on", "matrices",       "reads",       "matrix",        "matrices_total", "biases",
      "bias",      "candidate_bias", "gate_biases", "peepholes",     "normalization",  "projection",
      "unused",    "layer_sum",      "directions",  "sum",           "statistics",     "counter",
      "said",      "custom",         "depthwise",   "pointwise",     "projections",    "output_projection",
      "extra_key", "scale",          "slopes",      "initial_state", "steps",
  };
  static_assert(std::size(names) == topic_count);
  return names[static_cast<std::size_t>(topic)];
}

}  // namespace rnn
