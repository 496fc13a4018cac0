// A model with slips in it, on all layers that they apply to: counted and derived as any other model is.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/diagnose/neighbours.h"
#include "core/diagnose/slip.h"
#include "core/model.h"

namespace rnn {

/// A slip, with what it needs to be said of it.
struct MadeSlip {
  Slip slip = Slip::no_bias;
  Cell cell = Cell::none;  ///< of `other_cell`: which one
  int layer = -1;          ///< of a dense slip and of another size: where; −1: everywhere, or what comes in
  std::uint64_t number = 0;  ///< of another size, of an output layer, of time steps: how many
  bool vocabulary = false;   ///< of another size: it is the vocabulary's
};

class Supposed {
 public:
  /// `right`: a model that is counted; it outlives this one.
  explicit Supposed(const Model& right);

  /// All single slips about layers that may apply, in the order of `Slip`.
  std::vector<MadeSlip> singles() const;

  /// What the changed model counts: all layers, or `layer`. None where a slip leaves a number unknown.
  Whole count(std::span<const MadeSlip> changes, int layer = -1) const;

  /// The changed model, with what each of its layers counts.
  Model model(std::span<const MadeSlip> changes) const;

  /// The layers whose counts the slip changes, in order.
  std::vector<std::size_t> counted_otherwise(const MadeSlip& change) const;

  /// How many layers are counted apart: neighbours that are alike are one.
  std::size_t different() const { return near_.different; }

 private:
  void change(const MadeSlip& change, Layer& layer, std::size_t index) const;
  void change_block(Slip slip, Layer& layer) const;
  void change_reading(Slip slip, Layer& layer, const Place& place, std::size_t index) const;
  void change_size(const MadeSlip& change, Layer& layer, const Place& place, std::size_t index) const;
  void change_cell(Cell cell, Layer& layer) const;
  Layer changed(std::span<const MadeSlip> changes, std::size_t index) const;
  Layer output_layer(std::uint64_t units) const;
  Whole rescaled(const Layer& layer, const Place& place, const Whole& width) const;

  const Model& right_;
  Neighbours near_;
};

}  // namespace rnn
