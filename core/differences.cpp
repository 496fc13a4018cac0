#include "core/differences.h"

#include <algorithm>
#include <utility>

#include "core/formats.h"
#include "core/terms.h"

namespace rnn {
namespace {

std::string text_of(const Expr& expr) { return to_text(tokens(expr, Reading::numbers)); }

/// All differences of a model, in the making: one term per layer. Two equal neighbours are written out, more
/// are multiplied.
class Gathered {
 public:
  void add(const Layer& layer, Topic topic, bool more, Expr part) {
    const auto last = std::find_if(runs_.rbegin(), runs_.rend(),
                                   [&](const Run& run) { return run.topic == topic && run.more == more; });
    if (last != runs_.rend() && last->cell == layer.cell && text_of(last->part) == text_of(part))
      ++last->times;
    else
      runs_.push_back({topic, more, std::move(part), 1, layer.cell});
  }

  std::vector<Difference> list() const {
    std::vector<Difference> out;
    for (std::size_t i = 0; i < topic_count; ++i)
      for (const bool more : {true, false}) {
        const auto topic = static_cast<Topic>(i);
        Difference difference{topic, more, {}};
        std::vector<Expr> terms;
        for (const Run& run : runs_) {
          if (run.topic != topic || run.more != more) continue;
          difference.cells |= bit(run.cell);
          difference.layers += run.times;
          terms.push_back(run.times > 2 ? product(constant(run.times, "layers"), run.part) : run.part);
          if (run.times == 2) terms.push_back(run.part);
        }
        if (terms.empty()) continue;
        difference.numbers = sum(std::move(terms));
        out.push_back(std::move(difference));
      }
    return out;
  }

 private:
  struct Run {
    Topic topic;
    bool more;
    Expr part;
    std::uint64_t times;
    Cell cell;
  };

  std::vector<Run> runs_;
};

std::uint64_t apart(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; }

/// Which biases `vectors` of them are. Only a candidate behind a reset gate has a bias that others lack.
Topic bias_topic(const Layer& layer, std::uint64_t vectors) {
  const Rule& rule = layer.rule;
  const bool resets = layer.cell == Cell::gru || layer.cell == Cell::mgu;
  if (!resets || vectors % rule.matrices() == 0) return Topic::bias;
  if (vectors == rule.candidates()) return Topic::candidate_bias;
  return vectors + rule.candidates() == rule.matrices() ? Topic::gate_biases : Topic::bias;
}

bool has(const Rule& rule, const Part& part) {
  return std::any_of(rule.parts().begin(), rule.parts().end(), [&](const Part& other) {
    return other.topic == part.topic && other.times == part.times && other.first == part.first &&
           other.second == part.second;
  });
}

/// So many of one thing here, so many there: what that amounts to, where it differs.
void compare(const Layer& here, Topic topic, std::uint64_t ours, std::uint64_t theirs,
             Expr (*term)(const Layer&, std::uint64_t), Gathered& out) {
  if (ours != theirs) out.add(here, topic, theirs > ours, term(here, apart(ours, theirs)));
}

/// Two frameworks use as many matrices for a cell, whatever they keep beside them.
void compare_layers(const Layer& here, const Rule& there, Gathered& out) {
  const Rule& rule = here.rule;
  const std::uint64_t bias = *rule.bias_vectors();
  const std::uint64_t other_bias = *there.bias_vectors();
  compare(here, bias_topic(here, apart(bias, other_bias)), bias, other_bias, bias_term, out);
  compare(here, Topic::unused, rule.unused_matrices(), there.unused_matrices(), matrices_term, out);
  compare(here, Topic::unused, rule.unused_bias_vectors(), there.unused_bias_vectors(), bias_term, out);
  if (rule.vectors() != there.vectors())
    out.add(here, Topic::statistics, there.vectors() > rule.vectors(),
            product(constant(apart(rule.vectors(), there.vectors()), "rule.vectors"),
                    constant(here.input, "input")));
  for (const Part& part : there.parts())
    if (!has(rule, part)) out.add(here, part.topic, true, part_term(part, here));
  for (const Part& part : rule.parts())
    if (!has(there, part)) out.add(here, part.topic, false, part_term(part, here));
}

}  // namespace

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
    const std::uint64_t spare = rule.spare_bias_vectors();
    compare(layer, bias_topic(layer, spare), spare, 0, bias_term, out);
    compare(layer, Topic::unused, rule.unused_matrices(), 0, matrices_term, out);
    compare(layer, Topic::unused, rule.unused_bias_vectors(), 0, bias_term, out);
    for (const Part& part : rule.parts())
      if (part.topic == Topic::unused || part.topic == Topic::counter)
        out.add(layer, Topic::unused, false, part_term(part, layer));
  }
  return out.list();
}

}  // namespace rnn
