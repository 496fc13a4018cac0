#include "core/exercise/carried.h"

#include <algorithm>

#include "core/numbers.h"
#include "core/repeats.h"

namespace rnn {
namespace {

/// A step of a layer that repeats another one is told there.
std::string first_alike(const std::string& ref, const std::vector<int>& like) {
  constexpr std::string_view layers = "layers.";
  if (!ref.starts_with(layers)) return ref;
  const std::size_t end = ref.find('.', layers.size());
  if (end == std::string::npos) return ref;
  const Whole layer =
      read_size(std::string_view(ref).substr(layers.size(), end - layers.size()), 0, like.size()).value;
  if (!layer || *layer >= like.size()) return ref;
  const int first = like[static_cast<std::size_t>(*layer)];
  return first < 0 ? ref : std::string(layers) + digits(static_cast<std::uint64_t>(first)) + ref.substr(end);
}

/// The value of a formula with typed numbers in it; none where none is.
Whole with(Expr formula, const StepValues& typed, const std::vector<int>& like) {
  bool has_any = false;
  std::vector<Expr*> open{&formula};
  while (!open.empty()) {
    Expr& expr = *open.back();
    open.pop_back();
    for (Expr& term : expr.terms) open.push_back(&term);
    if (expr.kind != Expr::Kind::leaf) continue;
    const auto found = typed.find(first_alike(expr.ref, like));
    if (found == typed.end()) continue;
    expr.value = found->second;
    has_any = true;
  }
  return has_any ? evaluate(formula) : Whole();
}

}  // namespace

StepValues step_values(std::string_view text) {
  StepValues out;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const Whole value = read_size(pair.substr(equals + 1), 0, largest_total).value;
    if (value) out.insert_or_assign(std::string(pair.substr(0, equals)), *value);
  }
  return out;
}

std::vector<Whole> carried(const Model& model, const Derivation& derivation, const std::vector<Blank>& blanks,
                           const StepValues& typed) {
  std::vector<Whole> out(blanks.size());
  if (typed.empty()) return out;
  const std::vector<int> like = repeats(model, derivation);
  const auto fill = [&](const std::string& path, const Step& step) {
    for (std::size_t i = 0; i < blanks.size(); ++i)
      if (blanks[i].token == Blank::value_of_step && blanks[i].ref == path)
        out[i] = with(step.reduced ? *step.reduced : step.formula, typed, like);
  };
  for (std::size_t layer = 0; layer < derivation.layers.size(); ++layer)
    for (std::size_t step = 0; step < derivation.layers[layer].size(); ++step)
      fill("layers." + digits(layer) + ".steps." + digits(step), derivation.layers[layer][step]);
  if (!derivation.closing.empty()) fill("steps.0", derivation.closing.front());
  return out;
}

}  // namespace rnn
