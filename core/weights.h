// The pass that lists the tensors of a layer as its framework stores them: names, shapes, order.
#pragma once

#include <string>
#include <vector>

#include "core/model.h"

namespace rnn {

struct Weight {
  std::string name;
  Role role = Role::weights;
  Topic part = Topic::matrix;           ///< see TensorRow
  std::string_view gate;                ///< the gate that it belongs to; "" for a fused tensor
  std::vector<std::string_view> gates;  ///< the blocks of a fused tensor, in order
  std::vector<Whole> shape;
  bool trainable = true;
  unsigned columns = no_column;
  std::string_view second_bias_of;          ///< the only gate with a second bias in it; "": all that it has
  std::uint8_t vectors = 1;                 ///< beside a gated block: of units, one behind the other
  std::vector<std::string_view> peepholes;  ///< the gates of the peepholes in it, in order
  std::string_view unread;                  ///< the gate whose part of it is never used
  enum class Direction { forward, backward, both } direction = Direction::forward;
  std::size_t row = 0;      ///< of the rule's tensors
  std::uint64_t bands = 1;  ///< the matrices that a side of it may be stacked of
};

/// The tensors of `layer`, forward and then backward. A side that is not known is none.
std::vector<Weight> weights(const Layer& layer);

/// The product of the sides.
Whole count(const Weight& weight);

/// Whether every side of every tensor is known.
bool shapes_known(const Layer& layer);

/// The sum of the products of the shapes of the layer's tensors: what the framework itself would count. None
/// where a side is not known or the sum is past 2^64 − 1.
Whole count(const Layer& layer);

/// What of it is not trained: statistics, and all that a frozen layer stores.
Whole frozen(const Layer& layer);
Whole frozen(const Model& model);

/// What Adam keeps for so many numbers that are trained: two for each, the steps that it took and its rate
/// (keras/src/optimizers/base_optimizer.py and adam.py).
Whole kept_by_adam(const Whole& trained);

const char* name(Role role);
const char* name(Weight::Direction direction);
/// "recurrent + input"
std::string column_names(unsigned columns);

}  // namespace rnn
