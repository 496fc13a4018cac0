// The pass that cuts a layer's tensors into the rectangles of its picture, a number an area of one. It adds
// nothing up: tests hold the areas and the counts equal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/derive.h"
#include "core/weights.h"

namespace rnn {

/// A rectangle. Of the gated block, rows: units of a gate, columns: what each of them reads.
struct Piece {
  Topic topic = Topic::matrix;  ///< the step that counts it; biases may be counted with the matrices
  std::string_view gate;        ///< in whose band it lies, or, without a column, beside it; "" for none
  Column column = no_column;
  Whole rows;
  Whole columns;
};

/// The pieces of one of the tensors of `layer`, in its order. Of a tensor that holds both directions, those
/// of the forward one and as many again.
std::vector<Piece> pieces(const Weight& weight, const Layer& layer);

/// Where a piece comes from, as a path: in the block, what its columns are; elsewhere the step that counts
/// it. `steps` are those of the layer, which is the one at `index`.
std::string origin_of(const Piece& piece, const Layer& layer, std::size_t index,
                      const std::vector<Step>& steps);

}  // namespace rnn
