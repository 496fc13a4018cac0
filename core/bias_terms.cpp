#include "core/bias_terms.h"

#include <utility>

#include "core/formats.h"

namespace rnn {
namespace {

Expr option(const Layer& layer, Option id) {
  const int argument = layer.argument[static_cast<std::size_t>(id)];
  const std::string origin = "written." + std::to_string(layer.origin);
  return constant(layer.settings[id], argument < 0 ? origin : origin + ".args." + std::to_string(argument));
}

}  // namespace

Expr bias_term(const Layer& layer, std::uint64_t vectors) {
  const std::uint64_t matrices = layer.rule.matrices();
  const bool folds = vectors % matrices == 0;
  const std::uint64_t each = folds ? vectors / matrices : 1;
  std::vector<Expr> factors;
  if (directions(layer) == Whole(2)) factors.push_back(constant(2, option(layer, Option::bidirectional).ref));
  if (!folds && vectors > 1) factors.push_back(constant(vectors, "rule.bias_vectors"));
  factors.push_back(option(layer, Option::units));
  if (folds && matrices > 1) factors.push_back(constant(matrices, "rule.matrices"));
  if (each > 1) factors.push_back(constant(each, "rule.bias"));
  return product(std::move(factors));
}

void LayerParts::add(Expr part) {
  std::string text = to_text(tokens(part, Reading::numbers));
  if (!runs_.empty() && runs_.back().text == text)
    ++runs_.back().times;
  else
    runs_.push_back({std::move(part), std::move(text)});
}

std::vector<Expr> LayerParts::terms() const {
  std::vector<Expr> out;
  for (const Run& run : runs_) {
    if (run.times > 2) {
      out.push_back(product({constant(run.times, "layers"), run.part}));
      continue;
    }
    out.insert(out.end(), static_cast<std::size_t>(run.times), run.part);
  }
  return out;
}

Expr effective(const Model& model, Whole total) {
  LayerParts spare;
  for (const Layer& layer : model.layers)
    if (layer.rule.spare_bias_vectors != 0) spare.add(bias_term(layer, layer.rule.spare_bias_vectors));
  return difference(constant(total, "total"), spare.terms());
}

}  // namespace rnn
