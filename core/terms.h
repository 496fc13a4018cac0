// The terms of a layer's count as expressions whose numbers point to their origins.
#pragma once

#include <string>

#include "core/expr.h"
#include "core/model.h"

namespace rnn {

/// The path to the layer as it was typed.
std::string origin_of(const Layer& layer);

/// The value of an option, from the argument that sets it, or from the layer where none does.
Expr option_of(const Layer& layer, Option id, std::string word = "");

/// h, and p where the layer projects.
Expr units_of(const Layer& layer);
Expr projected_of(const Layer& layer);

/// A part beside the matrices, in one direction: "3 × 7". Factors of one are left out.
Expr part_formula(const Part& part, const Layer& layer);

/// What `vectors` bias vectors of length h amount to in `layer`, both directions together: directions × units
/// × matrices × biases, or, where they are not as many for each matrix, directions × vectors × units.
Expr bias_term(const Layer& layer, std::uint64_t vectors);

/// What `matrices` weight matrices amount to, both directions together: directions × (r + d) × units ×
/// matrices; r and d in the framework's order.
Expr matrices_term(const Layer& layer, std::uint64_t matrices);

/// `part_formula` of both directions together.
Expr part_term(const Part& part, const Layer& layer);

}  // namespace rnn
