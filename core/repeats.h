// The pass that finds the layers that repeat an earlier one: what is said of that one need not be said again.
#pragma once

#include <string>
#include <vector>

#include "core/derive.h"
#include "core/model.h"

namespace rnn {

/// What is published of a layer's sizes, where a merge that does not happen and units that it has not are
/// none.
struct LayerSizes {
  Whole units;
  Whole directions;
  std::string merge_mode;  ///< "" where nothing is merged
  Whole total;             ///< none where it is not certain
};
LayerSizes sizes(const Layer& layer);

/// For each layer the index of the first layer that it is like, −1 where it is the first of its kind. Like is
/// what has the same name, sizes and tensors (but for their names), and is counted in the same steps from the
/// same numbers: 7 + 7 is not 14, and a first layer, which nobody hands anything on to, is like no later one.
std::vector<int> repeats(const Model& model, const Derivation& derivation);

/// Neighbours in a stack, by index: the first layer of its kind, alone, or layers that all repeat one.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  int like = -1;
  Whole sum;  ///< of their totals
};

/// The layers from the first to the last, each in one run.
std::vector<Run> runs(const Model& model, const std::vector<int>& repeats);

}  // namespace rnn
