// Bias vectors as terms of a difference: between two frameworks, or between what is stored and what has an
// effect.
#pragma once

#include <string>
#include <vector>

#include "core/expr.h"
#include "core/model.h"

namespace rnn {

/// What `vectors` bias vectors of length h amount to in `layer`, both directions together: directions × units
/// × matrices × biases, or, where they are not as many for each matrix, directions × vectors × units. Factors
/// of one are left out.
Expr bias_term(const Layer& layer, std::uint64_t vectors);

/// Terms in the making, one per layer. Two equal neighbours are written out, more are multiplied.
class LayerParts {
 public:
  void add(Expr part);
  bool empty() const { return runs_.empty(); }
  std::vector<Expr> terms() const;

 private:
  struct Run {
    Expr part;
    std::string text;
    std::uint64_t times = 1;
  };
  std::vector<Run> runs_;
};

/// The total of a model that has one, less the biases that are only added to another one: what the parameters
/// can do.
Expr effective(const Model& model, Whole total);

}  // namespace rnn
