// The layers of a list of tensors, as one framework would store them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/read/tensor_fit.h"

namespace rnn {

/// Tensors that are a layer, and all layers that they may be, the likeliest first.
struct TensorGroup {
  std::vector<Fit> fits;
  std::string prefix;  ///< what their names have in common
  std::vector<std::size_t>
      measured;               ///< statistics that say which layer it is, and are none of its parameters
  bool both_by_name = false;  ///< two groups, one for each direction
};

struct TensorLayers {
  std::vector<TensorGroup> groups;
  std::vector<std::size_t> unexplained;
  std::vector<std::size_t> ignored;  ///< counters of batches, where the framework counts none
  std::size_t weak = 0;              ///< tensors of which only an underscore says where the name begins
  std::size_t prefixed = 0;          ///< letters before the names that the framework has
  std::size_t denied = 0;            ///< layers whose names say that they are recurrent, and which are not
  std::size_t disorder = 0;          ///< layers whose tensors the framework lists in another order
  std::size_t breaks = 0;            ///< layers that do not read what the one before hands on
};

/// Of tensors with names, whose ends are `ends`; at most `most` of them are looked at.
TensorLayers named_layers(Fitter& fitter, const std::vector<std::vector<NameEnd>>& ends,
                          const std::vector<std::size_t>& tensors, std::size_t framework);

/// Whether two directions that were joined hand on as much as one of them, which is what `next` reads.
bool merges(const Framework& framework, const Fit& fit, const Whole& next);

/// Of shapes alone, in the framework's order.
TensorLayers unnamed_layers(Fitter& fitter, const std::vector<std::size_t>& tensors);

}  // namespace rnn
