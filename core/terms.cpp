#include "core/terms.h"

#include <utility>

namespace rnn {
namespace {

/// The factor of two directions, where there are two.
std::vector<Expr> factors_of(const Layer& layer) {
  if (directions(layer) != Whole(2)) return {};
  return {constant(2, option_of(layer, Option::bidirectional).ref)};
}

Expr size_of(Size size, const Layer& layer) {
  switch (size) {
    case Size::units: return units_of(layer);
    case Size::projected: return projected_of(layer);
    case Size::read: return layer.rule.projects() ? projected_of(layer) : units_of(layer);
    case Size::input: return symbol(std::string(layer.rule.words().input), layer.input, "input");
    case Size::all_read:
      return sum(size_of(layer.rule.input_first() ? Size::input : Size::read, layer),
                 size_of(layer.rule.input_first() ? Size::read : Size::input, layer));
    case Size::one: break;
  }
  return constant(1, origin_of(layer));
}

}  // namespace

std::string origin_of(const Layer& layer) { return "written." + digits(layer.origin); }

Expr option_of(const Layer& layer, Option id, std::string word) {
  const int argument = layer.argument[static_cast<std::size_t>(id)];
  std::string ref = origin_of(layer);
  if (argument >= 0) ref += ".args." + digits(argument);
  return symbol(std::move(word), layer.settings[id], std::move(ref));
}

Expr units_of(const Layer& layer) {
  return option_of(layer, Option::units, std::string(layer.rule.words().units));
}

Expr projected_of(const Layer& layer) {
  return option_of(layer, Option::proj_size, std::string(layer.rule.words().projection));
}

Expr part_formula(const Part& part, const Layer& layer) {
  std::vector<Expr> factors;
  if (part.times != 1) factors.push_back(constant(part.times, std::string("rule.") + name(part.topic)));
  for (const Size size : {part.first, part.second})
    if (size != Size::one) factors.push_back(size_of(size, layer));
  if (factors.empty()) factors.push_back(constant(1, std::string("rule.") + name(part.topic)));
  return product(std::move(factors));
}

Expr bias_term(const Layer& layer, std::uint64_t vectors) {
  const std::uint64_t matrices = layer.rule.matrices();
  const bool folds = vectors % matrices == 0;
  const std::uint64_t each = folds ? vectors / matrices : 1;
  std::vector<Expr> factors = factors_of(layer);
  if (!folds && vectors > 1) factors.push_back(constant(vectors, "rule.bias_vectors"));
  factors.push_back(units_of(layer));
  if (folds && matrices > 1) factors.push_back(constant(matrices, "rule.matrices"));
  if (each > 1) factors.push_back(constant(each, "rule.bias"));
  return product(std::move(factors));
}

Expr matrices_term(const Layer& layer, std::uint64_t matrices) {
  std::vector<Expr> factors = factors_of(layer);
  factors.push_back(size_of(Size::all_read, layer));
  factors.push_back(units_of(layer));
  if (matrices > 1) factors.push_back(constant(matrices, "rule.matrices"));
  return product(std::move(factors));
}

Expr part_term(const Part& part, const Layer& layer) {
  std::vector<Expr> factors = factors_of(layer);
  factors.push_back(part_formula(part, layer));
  return product(std::move(factors));
}

}  // namespace rnn
