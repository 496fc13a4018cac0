#include "core/differences.h"

#include <algorithm>
#include <utility>

#include "core/formats.h"
#include "core/rare.h"
#include "core/terms.h"

namespace rnn {
namespace {

std::string text_of(const Expr& expr) { return to_text(expr, Reading::numbers); }

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
    if (runs_.empty()) return out;
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

/// Which biases `vectors` of them are. Only a candidate behind a reset gate has a bias that others lack.
Topic bias_topic(const Layer& layer, std::uint64_t vectors) {
  const Rule& rule = layer.rule;
  const bool resets = layer.cell == Cell::gru || layer.cell == Cell::mgu;
  if (!resets || rule.matrices() == 0 || vectors % rule.matrices() == 0) return Topic::bias;
  if (vectors == rule.candidates()) return Topic::candidate_bias;
  return vectors + rule.candidates() == rule.matrices() ? Topic::gate_biases : Topic::bias;
}

/// So many of one thing here, so many there: what that amounts to, where it differs.
template <class Term>
void compare(const Layer& here, Topic topic, std::uint64_t ours, std::uint64_t theirs, Term term,
             Gathered& out) {
  if (ours != theirs) out.add(here, topic, theirs > ours, term(apart(ours, theirs)));
}

void compare_biases(const Layer& here, Topic topic, std::uint64_t ours, std::uint64_t theirs, Gathered& out) {
  compare(
      here, topic, ours, theirs, [&](std::uint64_t vectors) { return bias_term(here, vectors); }, out);
}

/// How often a rule has a part, and how many biases with it.
struct Amount {
  std::uint64_t times = 0;
  std::uint64_t biases = 0;
};

Amount amount_of(const Part& like, const Rule& rule) {
  Amount out;
  for (const Part& part : rule.parts()) {
    if (!alike(part, like)) continue;
    const std::uint64_t times = gated(part) ? rule.matrices(part) : part.times;
    if (!part.reads.empty()) out.times += times;
    out.biases += times * part.biases.value_or(0);
  }
  return out;
}

/// As another topic than its own where all of it is told as that.
void compare_part(const Layer& here, const Part& part, Topic topic, Amount ours, Amount theirs,
                  Gathered& out) {
  const auto term = [&](std::uint64_t times) { return part_term(part, times, here); };
  compare(here, topic, ours.times, theirs.times, term, out);
  if (part.topic == Topic::unused) compare_biases(here, topic, ours.biases, theirs.biases, out);
}

/// What differs where a part does.
Topic difference_topic(const Part& part) {
  if (gated(part)) return Topic::matrices;
  return feature_vectors(part) ? Topic::statistics : part.topic;
}

// --- Attention: its matrices and their biases are as long as their framework says, so that all of them
// together are compared.
bool is_of_heads(const Part& part) {
  return part.topic == Topic::projections || part.topic == Topic::output_projection;
}

/// What the matrices of a step amount to, for what is read here.
RARE Whole matrices_of(const Layer& here, const Rule& rule, Topic topic) {
  Whole out = 0;
  for (Part part : rule.parts()) {
    if (part.topic != topic || part.reads.empty()) continue;
    part.biases = 0;
    out = add(out, evaluate(part_formula(part, here, input_of(here))));
  }
  return out;
}

/// What all their biases amount to.
RARE Expr heads_biases(const Layer& here, const Rule& rule) {
  std::vector<Expr> terms;
  for (Part part : rule.parts()) {
    if (!is_of_heads(part) || part.biases == Whole(0)) continue;
    part.reads = {};
    terms.push_back(part_formula(part, here, input_of(here)));
  }
  return terms.empty() ? constant(0, "rule.bias") : sum(std::move(terms));
}

RARE void compare_heads(const Layer& here, const Rule& there, Gathered& out) {
  const auto tell = [&](Topic topic, const Whole& ours, const Whole& theirs, const Expr* whole) {
    if (!ours || !theirs || *ours == *theirs) return;
    out.add(here, topic, *theirs > *ours,
            whole != nullptr ? *whole : constant(apart(*ours, *theirs), origin_of(here)));
  };
  const Expr ours = heads_biases(here, here.rule);
  const Expr theirs = heads_biases(here, there);
  const Whole all = evaluate(ours);
  const Whole all_there = evaluate(theirs);
  tell(Topic::bias, all, all_there, all == Whole(0) ? &theirs : all_there == Whole(0) ? &ours : nullptr);
  for (const Topic topic : {Topic::projections, Topic::output_projection})
    tell(topic, matrices_of(here, here.rule, topic), matrices_of(here, there, topic), nullptr);
}

void compare_layers(const Layer& here, const Rule& there, Gathered& out) {
  const Rule& rule = here.rule;
  const bool of_heads = std::any_of(rule.parts().begin(), rule.parts().end(), is_of_heads);
  if (of_heads) compare_heads(here, there, out);
  const std::uint64_t bias = *rule.bias_vectors();
  const std::uint64_t other_bias = *there.bias_vectors();
  if (!of_heads) compare_biases(here, bias_topic(here, apart(bias, other_bias)), bias, other_bias, out);
  const auto compare_in = [&](const Part& part) {
    if (of_heads && is_of_heads(part)) return;
    compare_part(here, part, difference_topic(part), amount_of(part, rule), amount_of(part, there), out);
  };
  std::for_each(there.parts().begin(), there.parts().end(), compare_in);
  for (const Part& part : rule.parts())
    if (std::none_of(there.parts().begin(), there.parts().end(),
                     [&](const Part& other) { return alike(other, part); }))
      compare_in(part);
}

}  // namespace

/// The same layer behind another number of time steps: what it reads more or fewer, as it stands there.
static void compare_steps(const Layer& here, const Layer& there, Gathered& out) {
  if (here.input == there.input || here.cell == Cell::embedding) return;
  const bool more = *there.input > *here.input;
  for (const Part& part : there.rule.parts())
    if (const std::optional<Expr> term =
            reading_term(part, apart(*here.input, *there.input), here, there.rule))
      out.add(here, Topic::steps, more, *term);
}

std::vector<Difference> differences(const Model& here, const Model& there) {
  Gathered out;
  for (std::size_t i = 0; i < here.layers.size(); ++i) {
    compare_layers(here.layers[i], there.layers[i].rule, out);
    compare_steps(here.layers[i], there.layers[i], out);
  }
  return out.list();
}

std::vector<Difference> without_effect(const Model& model) {
  Gathered out;
  for (const Layer& layer : model.layers) {
    const Rule& rule = layer.rule;
    const std::uint64_t spare = rule.spare_bias_vectors();
    compare_biases(layer, bias_topic(layer, spare), spare, 0, out);
    for (const Part& part : rule.parts())
      if (part.topic == Topic::unused || part.topic == Topic::counter)
        compare_part(layer, part, Topic::unused, amount_of(part, rule), {}, out);
  }
  return out.list();
}

}  // namespace rnn
