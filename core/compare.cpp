#include "core/compare.h"

#include <array>
#include <utility>

#include "core/derive.h"
#include "core/model.h"

namespace rnn {
namespace {

struct Counted {
  Model model;
  Tally tally;
  bool sound = false;
};

Counted counted(const Query& query, const Framework* framework) {
  Counted out{read_model(query, framework), {}, false};
  out.tally = tally(out.model);
  out.model.problems.insert(out.model.problems.end(), out.tally.problems.begin(), out.tally.problems.end());
  out.sound = out.model.problems.empty();
  return out;
}

Expr option(const Layer& layer, Option id) {
  const int argument = layer.argument[static_cast<std::size_t>(id)];
  const std::string origin = "written." + std::to_string(layer.origin);
  return constant(layer.settings[id], argument < 0 ? origin : origin + ".args." + std::to_string(argument));
}

/// `more` bias vectors of length h in each direction of `layer`: directions × units × matrices × biases,
/// without ones.
Expr bias_part(const Layer& layer, std::uint64_t more) {
  std::vector<Expr> factors;
  if (directions(layer) == Whole(2)) factors.push_back(constant(2, option(layer, Option::bidirectional).ref));
  factors.push_back(option(layer, Option::units));
  const std::uint64_t matrices = layer.rule.matrices();
  const bool folds = more % matrices == 0;
  const std::uint64_t each = folds ? more / matrices : more;
  if (folds && matrices > 1) factors.push_back(constant(matrices, "rule.matrices"));
  if (each > 1) factors.push_back(constant(each, "rule.bias"));
  return product(std::move(factors));
}

/// A term in the making: one part per layer, equal neighbours counted.
struct Parts {
  struct Run {
    Expr part;
    std::string text;
    std::uint64_t times = 1;
  };
  std::vector<Run> runs;

  void add(Expr part) {
    std::string text = formula(part, Reading::numbers).text;
    if (!runs.empty() && runs.back().text == text)
      ++runs.back().times;
    else
      runs.push_back({std::move(part), std::move(text)});
  }

  /// Two equal layers are written out, more are multiplied.
  Expr whole() const {
    std::vector<Expr> terms;
    for (const Run& run : runs) {
      if (run.times > 2) {
        terms.push_back(product({constant(run.times, "layers"), run.part}));
        continue;
      }
      for (std::uint64_t i = 0; i < run.times; ++i) terms.push_back(run.part);
    }
    return sum(std::move(terms));
  }
};

std::vector<Term> terms_between(const Model& here, const Model& there) {
  struct Kind {
    const char* kind;
    const char* sign;
    Parts parts;
  };
  std::array<Kind, 4> kinds{
      {{"bias", "more", {}}, {"bias", "fewer", {}}, {"statistics", "more", {}}, {"statistics", "fewer", {}}}};
  const auto difference = [](std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; };
  for (std::size_t i = 0; i < here.layers.size(); ++i) {
    const Layer& ours = here.layers[i];
    const Rule& theirs = there.layers[i].rule;
    const std::uint64_t bias = *ours.rule.bias_vectors;
    const std::uint64_t other_bias = *theirs.bias_vectors;
    if (bias != other_bias)
      kinds[other_bias > bias ? 0 : 1].parts.add(bias_part(ours, difference(bias, other_bias)));
    if (ours.rule.vectors != theirs.vectors) {
      Expr part = product({constant(difference(ours.rule.vectors, theirs.vectors), "rule.vectors"),
                           constant(ours.input, "input")});
      kinds[theirs.vectors > ours.rule.vectors ? 2 : 3].parts.add(std::move(part));
    }
  }
  std::vector<Term> out;
  for (const Kind& kind : kinds) {
    if (kind.parts.runs.empty()) continue;
    const Expr whole = kind.parts.whole();
    out.push_back({kind.kind, kind.sign, formula(whole, Reading::numbers), digits(evaluate(whole))});
  }
  return out;
}

Comparison comparison(const Framework& framework, const Counted& here, const Counted& there,
                      const Fields& fields) {
  Comparison out;
  out.framework = framework.id;
  out.problems = publish(there.model.problems, fields);
  if (there.sound) out.total = digits(there.tally.total);
  if (!here.sound || !there.sound) return out;
  const std::uint64_t ours = *here.tally.total;
  const std::uint64_t theirs = *there.tally.total;
  out.sign = theirs == ours ? "same" : theirs > ours ? "more" : "fewer";
  out.difference = std::to_string(theirs > ours ? theirs - ours : ours - theirs);
  out.terms = terms_between(here.model, there.model);
  return out;
}

}  // namespace

std::vector<Comparison> compare(std::string_view query) {
  const Query parsed = parse(query);
  const Counted here = counted(parsed, framework_of(parsed));
  std::vector<Comparison> out;
  for (const Framework& framework : frameworks())
    out.push_back(comparison(framework, here, counted(parsed, &framework), parsed.fields));
  return out;
}

}  // namespace rnn
