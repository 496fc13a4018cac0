#include "core/terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/formats.h"
#include "core/parts.h"

namespace rnn {
namespace {

using Kind = Difference::Kind;

/// Terms in the making, one per layer. Two equal neighbours are written out, more are multiplied.
class LayerParts {
 public:
  void add(Expr part) {
    std::string text = to_text(tokens(part, Reading::numbers));
    if (!runs_.empty() && runs_.back().text == text)
      ++runs_.back().times;
    else
      runs_.push_back({std::move(part), std::move(text)});
  }

  bool empty() const { return runs_.empty(); }

  Expr total() const {
    std::vector<Expr> out;
    for (const Run& run : runs_) {
      if (run.times > 2)
        out.push_back(product(constant(run.times, "layers"), run.part));
      else
        out.insert(out.end(), static_cast<std::size_t>(run.times), run.part);
    }
    return sum(std::move(out));
  }

 private:
  struct Run {
    Expr part;
    std::string text;
    std::uint64_t times = 1;
  };
  std::vector<Run> runs_;
};

/// All differences of a model, by kind and direction.
class Gathered {
 public:
  void add(Kind kind, bool more, Expr part) { row(kind, more).add(std::move(part)); }

  std::vector<Difference> list() const {
    std::vector<Difference> out;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (!rows_[i].empty()) out.push_back({static_cast<Kind>(i / 2), i % 2 == 0, rows_[i].total()});
    return out;
  }

 private:
  static constexpr std::size_t kinds = static_cast<std::size_t>(Kind::statistics) + 1;

  LayerParts& row(Kind kind, bool more) { return rows_[2 * static_cast<std::size_t>(kind) + (more ? 0 : 1)]; }

  std::array<LayerParts, 2 * kinds> rows_;
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
