#include "core/compare.h"

#include <array>
#include <utility>

#include "core/bias_terms.h"
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

std::vector<Term> terms_between(const Model& here, const Model& there) {
  struct Kind {
    const char* kind;
    const char* sign;
    LayerParts parts;
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
      kinds[other_bias > bias ? 0 : 1].parts.add(bias_term(ours, difference(bias, other_bias)));
    if (ours.rule.vectors != theirs.vectors) {
      Expr part = product({constant(difference(ours.rule.vectors, theirs.vectors), "rule.vectors"),
                           constant(ours.input, "input")});
      kinds[theirs.vectors > ours.rule.vectors ? 2 : 3].parts.add(std::move(part));
    }
  }
  std::vector<Term> out;
  for (const Kind& kind : kinds) {
    if (kind.parts.empty()) continue;
    const Expr whole = sum(kind.parts.terms());
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
