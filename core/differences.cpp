#include "core/differences.h"

#include <algorithm>
#include <utility>

#include "core/formats.h"
#include "core/terms.h"

namespace rnn {
namespace {

using Kind = Difference::Kind;

std::string text_of(const Expr& expr) { return to_text(tokens(expr, Reading::numbers)); }

/// All differences of a model, in the making: one term per layer. Two equal neighbours are written out, more
/// are multiplied.
class Gathered {
 public:
  void add(Kind kind, bool more, Expr part) {
    const auto last = std::find_if(runs_.rbegin(), runs_.rend(),
                                   [&](const Run& run) { return run.kind == kind && run.more == more; });
    if (last != runs_.rend() && text_of(last->part) == text_of(part))
      ++last->times;
    else
      runs_.push_back({kind, more, std::move(part), 1});
  }

  std::vector<Difference> list() const {
    std::vector<Difference> out;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(Kind::statistics); ++i)
      for (const bool more : {true, false}) {
        const auto kind = static_cast<Kind>(i);
        std::vector<Expr> terms = terms_of(kind, more);
        if (!terms.empty()) out.push_back({kind, more, sum(std::move(terms))});
      }
    return out;
  }

 private:
  struct Run {
    Kind kind;
    bool more;
    Expr part;
    std::uint64_t times;
  };

  std::vector<Expr> terms_of(Kind kind, bool more) const {
    std::vector<Expr> out;
    for (const Run& run : runs_) {
      if (run.kind != kind || run.more != more) continue;
      out.push_back(run.times > 2 ? product(constant(run.times, "layers"), run.part) : run.part);
      if (run.times == 2) out.push_back(run.part);
    }
    return out;
  }

  std::vector<Run> runs_;
};

std::uint64_t apart(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; }

Kind kind_of(Part::Kind kind) {
  switch (kind) {
    case Part::Kind::peepholes: return Kind::peepholes;
    case Part::Kind::normalization: return Kind::normalization;
    case Part::Kind::projection: return Kind::projection;
    case Part::Kind::unused: return Kind::unused;
  }
  return Kind::unused;
}

/// Which biases `vectors` of them are. Only a candidate behind a reset gate has a bias that others lack.
Kind bias_kind(const Layer& layer, std::uint64_t vectors) {
  const Rule& rule = layer.rule;
  const bool resets = layer.cell == Cell::gru || layer.cell == Cell::mgu;
  if (!resets || vectors % rule.matrices() == 0) return Kind::bias;
  if (vectors == rule.candidates()) return Kind::candidate_bias;
  return vectors + rule.candidates() == rule.matrices() ? Kind::gate_biases : Kind::bias;
}

bool has(const Rule& rule, const Part& part) {
  return std::any_of(rule.parts.begin(), rule.parts.end(), [&](const Part& other) {
    return other.kind == part.kind && other.times == part.times && other.first == part.first &&
           other.second == part.second;
  });
}

void compare_layers(const Layer& here, const Rule& there, Gathered& out) {
  const Rule& rule = here.rule;
  if (rule.matrices() != there.matrices())
    out.add(Kind::matrices, there.matrices() > rule.matrices(),
            matrices_term(here, apart(rule.matrices(), there.matrices())));
  const std::uint64_t bias = *rule.bias_vectors;
  const std::uint64_t other_bias = *there.bias_vectors;
  if (bias != other_bias)
    out.add(bias_kind(here, apart(bias, other_bias)), other_bias > bias,
            bias_term(here, apart(bias, other_bias)));
  for (const Part& part : there.parts)
    if (!has(rule, part)) out.add(kind_of(part.kind), true, part_term(part, here));
  for (const Part& part : rule.parts)
    if (!has(there, part)) out.add(kind_of(part.kind), false, part_term(part, here));
  if (rule.vectors != there.vectors)
    out.add(
        Kind::statistics, there.vectors > rule.vectors,
        product(constant(apart(rule.vectors, there.vectors), "rule.vectors"), constant(here.input, "input")));
}

}  // namespace

const char* name(Difference::Kind kind) {
  switch (kind) {
    case Kind::bias: return "bias";
    case Kind::candidate_bias: return "candidate_bias";
    case Kind::gate_biases: return "gate_biases";
    case Kind::matrices: return "matrices";
    case Kind::peepholes: return "peepholes";
    case Kind::normalization: return "normalization";
    case Kind::projection: return "projection";
    case Kind::unused: return "unused";
    case Kind::statistics: return "statistics";
  }
  return "";
}

std::vector<Difference> differences(const Model& here, const Model& there) {
  Gathered out;
  for (std::size_t i = 0; i < here.layers.size(); ++i)
    compare_layers(here.layers[i], there.layers[i].rule, out);
  return out.list();
}

std::vector<Difference> without_effect(const Model& model) {
  Gathered out;
  for (const Layer& layer : model.layers) {
    const Rule& rule = layer.rule;
    if (rule.spare_bias_vectors != 0)
      out.add(bias_kind(layer, rule.spare_bias_vectors), false, bias_term(layer, rule.spare_bias_vectors));
    if (rule.unused_matrices != 0) out.add(Kind::unused, false, matrices_term(layer, rule.unused_matrices));
    if (rule.unused_bias_vectors != 0)
      out.add(Kind::unused, false, bias_term(layer, rule.unused_bias_vectors));
    for (const Part& part : rule.parts)
      if (part.kind == Part::Kind::unused) out.add(Kind::unused, false, part_term(part, layer));
  }
  return out.list();
}

}  // namespace rnn
