// The terms of a layer's count as expressions whose numbers point to their origins.
#pragma once

#include <optional>
#include <string>
#include <vector>

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

/// d, as a part of the layer reads it.
Expr input_of(const Layer& layer);

/// A size in `layer` where d is `input`.
Expr size_of(Size size, const Layer& layer, const Expr& input);

/// What one unit of a part reads, in the framework's order, its biases last: the terms of a sum.
std::vector<Expr> reads_of(const Part& part, const Layer& layer, const Expr& input);

/// The units of a part: a product.
Expr units_of(const Part& part, const Layer& layer, const Expr& input);

/// A part in one direction, of a part with gates one matrix: "3 × 7". Factors of one are left out, but as
/// many vectors of features as there are.
Expr part_formula(const Part& part, const Layer& layer, const Expr& input);

/// What `vectors` bias vectors of length h amount to in `layer`, both directions together: directions × units
/// × matrices × biases, or, where they are not as many for each matrix, directions × vectors × units.
Expr bias_term(const Layer& layer, std::uint64_t vectors);

/// What so many of a part amount to without its biases, both directions together.
Expr part_term(const Part& part, std::uint64_t times, const Layer& layer);

/// What `part` of `rule` amounts to more where `more` numbers more are read, both directions together; none
/// where it reads none.
std::optional<Expr> reading_term(const Part& part, std::uint64_t more, const Layer& layer, const Rule& rule);

}  // namespace rnn
