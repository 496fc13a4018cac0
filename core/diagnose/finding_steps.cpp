#include "core/diagnose/finding_steps.h"

#include <optional>
#include <utility>

#include "core/weights.h"

namespace rnn {
namespace {

Finding::ToldStep closing(Expr formula, std::optional<Expr> reduced) {
  Finding::ToldStep out;
  out.step.topic = Topic::sum;
  out.step.value = evaluate(formula);
  out.step.formula = std::move(formula);
  out.step.reduced = std::move(reduced);
  if (!out.step.reduced) out.step.reduced = out.step.formula;
  return out;
}

Finding::ToldStep with_time_steps(const Expr& whole, const Expr& total, std::uint64_t steps) {
  return closing(product(constant(steps, "timesteps"), whole), product(constant(steps, "timesteps"), total));
}

Finding::ToldStep with_optimizer(const Expr& whole, const Expr& total, const Whole& trained) {
  const Expr kept = product(constant(2, ""), constant(trained, "trainable"));
  return closing(sum({whole, kept, constant(2, "")}), sum({total, kept, constant(2, "")}));
}

std::vector<Finding::ToldStep> changed_steps(const Right& right, const Model& model) {
  const Derivation wrong = derive(model);
  std::vector<Finding::ToldStep> out;
  bool before = false;  // the layer before is told, or is like one that is
  for (std::size_t i = 0; i < wrong.layers.size(); ++i) {
    const bool asked = right.layer < 0 || right.layer == static_cast<int>(i);
    if (!asked || model.layers[i].rule.parts().empty()) continue;
    const Expr& now = wrong.layers[i].back().formula;
    const auto same = [&](const std::vector<std::vector<Step>>& layers, std::size_t at) {
      return at < layers.size() && !layers[at].empty() && same_numbers(layers[at].back().formula, now);
    };
    if (before && same(wrong.layers, i - 1)) continue;
    before = right.layer >= 0 || !same(right.derivation.layers, i);
    if (!before) continue;
    for (const Step& step : wrong.layers[i]) out.push_back({static_cast<int>(i), step});
  }
  if (right.layer < 0)
    for (const Step& step : wrong.closing) out.push_back({-1, step});
  return out;
}

}  // namespace

Whole frozen(const Right& right) {
  return right.layer < 0 ? frozen(right.model)
                         : frozen(right.model.layers[static_cast<std::size_t>(right.layer)]);
}

std::vector<Finding::ToldStep> wrong_steps(const Right& right, const Supposed& supposed,
                                           std::span<const MadeSlip> changes) {
  const MadeSlip& first = changes.front();
  const Whole count = total_of(right.model, right.layer);
  const Expr total = constant(count, "total");
  const auto whole = [&] { return right.derivation.closing.front().formula; };
  switch (first.slip) {
    case Slip::other_framework:
    case Slip::digits: return {};
    case Slip::time_steps: return {with_time_steps(whole(), total, first.number)};
    case Slip::optimizer: return {with_optimizer(whole(), total, subtract(count, frozen(right)))};
    case Slip::trainable_only:
      return {closing(difference(total, {constant(frozen(right), "frozen")}), std::nullopt)};
    default: return changed_steps(right, supposed.model(changes));
  }
}

}  // namespace rnn
