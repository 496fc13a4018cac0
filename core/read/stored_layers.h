// What layers store that a printed table may show: each is counted once, however often the table is read.
#pragma once

#include <string>
#include <unordered_map>

#include "core/checked.h"

namespace rnn {

/// What the core says of a layer that reads so many features, of so many time steps.
struct StoredLayer {
  bool sound = false;  ///< without a problem
  Whole count;
  Whole output;
  Whole steps;             ///< that it hands on
  bool is_vector = false;  ///< it hands on one vector, without steps
};

/// All that was counted while a text is read, and read again: by framework, layer and what it reads.
using StoredLayers = std::unordered_map<std::string, StoredLayer>;

}  // namespace rnn
