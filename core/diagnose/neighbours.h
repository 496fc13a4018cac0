// What a layer's neighbours make of it: which one made what it reads, and whether it is the first or the last
// that reads its own past.
#pragma once

#include <cstddef>
#include <vector>

#include "core/model.h"

namespace rnn {

struct Place {
  static constexpr int incoming = -1;
  static constexpr int unknown = -2;
  int source = unknown;    ///< the layer that made what it reads, maybe through others; `incoming`, `unknown`
  bool recurrent = false;  ///< has a gated block that reads its own past
  bool first = false;      ///< of the recurrent ones
  bool last = false;
  bool counts = false;   ///< stores anything
  bool output = false;   ///< a dense layer, and the last one that counts
  int embedding = -1;    ///< of the first recurrent layer: the one before it
  std::size_t kind = 0;  ///< equal for neighbours that are alike in all that matters here
};

struct Neighbours {
  std::vector<Place> places;  ///< one for each layer
  std::size_t different = 0;  ///< how many layers are counted apart: neighbours that are alike are one
  std::size_t recurrent = 0;  ///< how many layers are
  std::size_t others = 0;     ///< how many others count
  bool equal = true;          ///< the recurrent layers have the same kind, units and directions
  bool even = true;           ///< those that read both ways have an even number of units

  const Place& operator[](int layer) const { return places[static_cast<std::size_t>(layer)]; }
};

/// Of a model that is counted.
Neighbours neighbours_of(const Model& model);

bool is_dense(const Layer& layer);

/// Whether it is recurrent and reads both ways.
bool both_ways(const Layer& layer);

/// Whether a layer hands on what both directions found, one behind the other; `alike`: as much of each.
bool side_by_side(const Model& model, int layer, bool alike);

/// None of an odd number.
Whole half(const Whole& number);

}  // namespace rnn
