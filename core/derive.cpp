#include "core/derive.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "core/rare.h"
#include "core/terms.h"

namespace rnn {
namespace {

std::string step_ref(std::size_t layer, std::size_t step) {
  return "layers." + digits(layer) + ".steps." + digits(step);
}

/// What a layer hands on, for the next one: its leaves are the sizes that make it up.
using Width = std::vector<Expr>;

/// Tells the story of one layer.
class LayerStory {
 public:
  LayerStory(const Layer& layer, std::size_t index) : layer_(layer), rule_(layer.rule), index_(index) {}

  /// `before`: what the layer before hands on; nothing where `input` is read.
  std::vector<Step> tell(const Width& before, const Expr& input) {
    if (!rule_.known()) return {};
    input_ = symbol(input_word(), input.value, input.ref);
    if ((layer_.said || !before.empty()) && reads_input()) {
      step(layer_.said ? Topic::said : Topic::handed_on, sum(layer_.said ? Width{said()} : before));
      input_ = symbol(input_word(), steps_.back().value, last_ref());
    }
    std::vector<Expr> parts;
    std::vector<Expr> values;
    std::span<const Part> rest = rule_.parts();
    for (; !rest.empty() && !rest.front().once;) {
      const std::size_t told = told_as_one(rest);
      parts.push_back(gated(rest.front()) ? matrices(rest.front()) : numbers(rest.first(told)));
      values.push_back(last());
      rest = rest.subspan(told);
    }
    if (parts.empty() && rest.empty()) {
      step(Topic::layer_sum, constant(0, "rule.vectors"));
      return std::move(steps_);
    }
    if (!parts.empty()) {
      const Expr whole = sum(parts);
      if (parts.size() > 1) step(Topic::layer_sum, whole, sum(values));
      both_directions(whole);
    }
    if (!rest.empty()) add_shared(rest, !parts.empty());
    return std::move(steps_);
  }

  /// `steps`: those of what it reads.
  Width hands_on(const Width& before, const Expr& input, const Expr& steps) const {
    if (layer_.word == nullptr) return {constant({}, origin_of(layer_))};
    if (rule_.passes_on()) return passed_on(layer_.said || layer_.begins ? Width() : before, input, steps);
    const Expr width = size_of(Size::read, layer_, input_);
    const Whole ways = rnn::directions(layer_);
    const Whole merge = layer_.settings[Option::merge_mode];
    if (ways == Whole(1)) return {width};
    if (!ways || !merge || *merge == value(Merge::none)) return {constant({}, origin_of(layer_))};
    if (*merge == value(Merge::concat)) return {width, width};
    return {width};
  }

 private:
  /// Of a layer that has no units of its own. Where it changes the width otherwise than by a formula, it
  /// hands on a number that it made.
  Width passed_on(Width before, const Expr& input, const Expr& steps) const {
    const bool says =
        layer_.said || (layer_.begins && layer_.argument[static_cast<std::size_t>(Option::input)] >= 0);
    if (says)
      before = {said()};
    else if (before.empty())
      before = {symbol(input_word(), input.value, input.ref)};
    const Passed& passed = layer_.passed;
    if (layer_.word->does == Does::flattens && layer_.steps_read) return {product(steps, sum(before))};
    if (layer_.word->does == Does::permutes && layer_.steps_read) return {steps};
    if (evaluate(sum(before)) == passed.width) return before;
    return {constant(passed.width, "layers." + digits(index_) + ".hands_on.width")};
  }

  /// What its own text says that it reads.
  Expr said() const { return option_of(layer_, Option::input, input_word()); }

  bool reads_input() const {
    return std::any_of(rule_.parts().begin(), rule_.parts().end(), [&](const Part& part) {
      const bool one_slope = part.units.holds(Size::shared_slopes) && shared_axes(layer_) >= layer_.axes;
      const bool as_one = part.units.holds(Size::features) && !keeps_features(layer_) && !keeps_steps(layer_);
      return !one_slope && !as_one && (rnn::reads_input(part.reads) || rnn::reads_input(part.units));
    });
  }

  /// How many parts, from the first one on, share a step: those of one topic, and each with gates has its
  /// own.
  static std::size_t told_as_one(std::span<const Part> parts) {
    std::size_t out = 1;
    while (!gated(parts.front()) && out < parts.size() && !gated(parts[out]) &&
           parts[out].topic == parts.front().topic)
      ++out;
    return out;
  }

  /// The steps of a part with gates; returns its whole formula.
  Expr matrices(const Part& part) {
    const std::uint64_t g = rule_.matrices(part);
    Expr matrices = constant(g, "rule.matrices");
    if (g > 1) {
      const std::uint64_t candidates = rule_.candidates(part);
      if (rule_.gates().front().role == Gate::split)
        parts_without_names(g);
      else
        step(Topic::matrices, sum(symbol("gates", g - candidates, "rule.gates"),
                                  symbol("candidate", candidates, "rule.candidates")));
      matrices = constant(steps_.back().value, last_ref());
    }

    // What one unit reads. Biases that are as many for each unit of each matrix fold into it.
    const std::vector<Expr> reads = reads_of(part, layer_, input_);
    const Expr read = sum(reads);
    Expr width = read;
    if (reads.size() > 1 || read.kind == Expr::Kind::product) {
      step(Topic::reads, read);
      width = last();
    }

    const Expr units = units_of(part, layer_, input_);
    Expr whole = product(read, units);
    step(Topic::matrix, whole, product(width, units));
    if (g > 1) {
      whole = product(bracketed(whole), matrices);
      step(Topic::matrices_total, whole, product(last(), matrices));
    }
    return whole;
  }

  RARE void parts_without_names(std::uint64_t count) {
    step(Topic::matrices, symbol("parts", count, "rule.matrices"));
  }

  /// The step of parts without gates; returns its formula.
  Expr numbers(std::span<const Part> parts) {
    std::vector<Expr> terms;
    for (const Part& part : parts) terms.push_back(part_formula(part, layer_, input_));
    Expr whole = sum(std::move(terms));
    step(parts.front().topic, whole);
    return whole;
  }

  void both_directions(const Expr& whole) {
    const Whole ways = rnn::directions(layer_);
    if (ways == Whole(1)) return;
    const Expr twice = constant(ways, option_of(layer_, Option::bidirectional).ref);
    // A row of factors reads 2 × [(…) × h] × 4 and 2 × (…) × h; a sum gets its brackets from precedence.
    step(Topic::directions, product(twice, whole), product(twice, last()));
  }

  /// What both directions have in common.
  RARE void add_shared(std::span<const Part> parts, bool behind_others) {
    std::vector<Expr> terms;
    std::vector<Expr> values;
    if (behind_others) {
      terms.push_back(steps_.back().formula);
      values.push_back(last());
    }
    for (const Part& part : parts) {
      terms.push_back(gated(part) ? matrices(part) : numbers({&part, 1}));
      values.push_back(last());
    }
    if (terms.size() > 1) step(Topic::layer_sum, sum(std::move(terms)), sum(std::move(values)));
  }

  void step(Topic topic, Expr formula, std::optional<Expr> reduced = {}) {
    Step step;
    step.topic = topic;
    step.value = evaluate(formula);
    step.formula = std::move(formula);
    step.reduced = std::move(reduced);
    steps_.push_back(std::move(step));
  }

  /// The value of the last step, as a number that points to it.
  Expr last() const { return constant(steps_.back().value, last_ref()); }
  std::string last_ref() const { return step_ref(index_, steps_.size() - 1); }

  std::string input_word() const { return std::string(rule_.words().input); }

  const Layer& layer_;
  const Rule& rule_;
  std::size_t index_;
  Expr input_;
  std::vector<Step> steps_;
};

/// The whole formulas of layers, in the making of their sum. Equal neighbours are multiplied, from so many on
/// as nobody reads one by one.
class Wholes {
 public:
  void add(const Expr& whole) {
    if (equal_ > 0 && !same_numbers(terms_.back(), whole)) close();
    ++equal_;
    if (equal_ < fewest) terms_.push_back(whole);
    if (equal_ == fewest) terms_.erase(terms_.end() - (fewest - 2), terms_.end());
  }

  std::vector<Expr> take() {
    close();
    return std::move(terms_);
  }

 private:
  static constexpr std::ptrdiff_t fewest = 5;

  void close() {
    if (equal_ >= fewest)
      terms_.back() =
          product(constant(static_cast<std::uint64_t>(equal_), "layers"), std::move(terms_.back()));
    equal_ = 0;
  }

  std::ptrdiff_t equal_ = 0;  ///< the last ones; of `fewest` of them one stands for all
  std::vector<Expr> terms_;
};

/// The whole formulas of the layers, or their values, in one sum. Layers without parameters add nothing to
/// it; an unknown layer is a missing number.
Step add_up(const std::vector<std::vector<Step>>& layers, const Model& model) {
  Wholes wholes;
  std::vector<Expr> values;
  values.reserve(layers.size());
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const std::string word = "layer " + digits(i + 1);
    if (layers[i].empty()) {
      values.push_back(symbol(word, {}, "written." + digits(model.layers[i].origin)));
      wholes.add(values.back());
      continue;
    }
    if (model.layers[i].rule.parts().empty()) continue;
    const Step& last = layers[i].back();
    wholes.add(last.formula);
    values.push_back(
        symbol(word, model.layers[i].flawed ? Whole() : last.value, step_ref(i, layers[i].size() - 1)));
  }
  if (values.empty()) {
    wholes.add(layers.front().back().formula);
    values.push_back(symbol("layer 1", 0, step_ref(0, 0)));
  }
  Step step;
  step.formula = sum(wholes.take());
  step.reduced = sum(std::move(values));
  step.value = evaluate(*step.reduced);
  return step;
}

}  // namespace

/// A number of what comes in: the field's, or the first layer's own.
static Expr incoming(const Model& model, Key key, Option option, const Whole& value) {
  const bool said =
      !model.layers.empty() && model.layers.front().argument[static_cast<std::size_t>(option)] >= 0;
  return symbol(name(key), value, said ? option_of(model.layers.front(), option).ref : name(key));
}

/// What a changed layer reads, whatever comes.
RARE static std::vector<Expr> supposed(const Layer& layer, const Width& before) {
  if (before.empty() || evaluate(sum(before)) == layer.input) return before;
  return {constant(layer.input, origin_of(layer))};
}
RARE static Expr supposed(const Layer& layer, Expr input) {
  if (layer.input) input.value = layer.input;
  return input;
}

/// What two directions hand on that are two layers.
RARE static Width merged(const Layer& backward, Width ahead, const Width& back) {
  const Whole merge = backward.settings[Option::merge_mode];
  if (!backward.passed.width) return {constant({}, origin_of(backward))};
  if (merge == Whole(value(Merge::concat))) ahead.insert(ahead.end(), back.begin(), back.end());
  return ahead;
}

Derivation derive(const Model& model) {
  Derivation out;
  Width before;
  Width before_ways;
  if (model.framework == nullptr) return out;
  const Expr input = incoming(model, Key::input, Option::input, model.input);
  Expr steps = incoming(model, Key::timesteps, Option::timesteps, model.timesteps);
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    const Layer& layer = model.layers[i];
    LayerStory story(layer, i);
    if (layer.way == Way::forward) before_ways = before;
    const Width& reads = layer.way == Way::backward ? before_ways : before;
    out.layers.push_back(model.supposed ? story.tell(supposed(layer, reads), supposed(layer, input))
                                        : story.tell(reads, input));
    Width handed = story.hands_on(before, input, steps);
    if (layer.way == Way::backward) handed = merged(layer, std::move(before), handed);
    before = std::move(handed);
    if (layer.steps_from >= 0)
      steps = symbol(name(Key::timesteps), layer.passed.steps,
                     "layers." + digits(static_cast<std::uint64_t>(layer.steps_from)) + ".hands_on.steps");
  }
  if (!out.layers.empty()) out.closing.push_back(add_up(out.layers, model));
  return out;
}

std::string step_ref(std::size_t layer, const std::vector<Step>& steps, Topic topic) {
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (steps[i].topic == topic) return step_ref(layer, i);
  return {};
}

}  // namespace rnn
