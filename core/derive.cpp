#include "core/derive.h"

#include <string>
#include <utility>

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

  /// `before`: what the layer before hands on; nothing for the first layer, which reads `input`.
  std::vector<Step> tell(const Width& before, Whole input) {
    if (!rule_.known()) return {};
    if (rule_.tensors().empty()) {
      step(Topic::layer_sum, constant(0, "rule.vectors"));
      return std::move(steps_);
    }
    input_ = symbol(input_word(), input, "input");
    if (layer_.cell == Cell::embedding) {
      input_ = option_of(layer_, Option::vocabulary, input_word());
    } else if (!before.empty()) {
      step(Topic::handed_on, sum(before));
      input_ = symbol(input_word(), steps_.back().value, last_ref());
    }
    if (!rule_.gates().empty())
      weight_matrices();
    else if (rule_.reads_input())
      step(Topic::matrix, product(input_, units()));
    else
      feature_vectors();
    return std::move(steps_);
  }

  Width hands_on(const Width& before, Whole input) const {
    if (layer_.cell == Cell::none) return {constant({}, origin_of(layer_))};
    if (rule_.passes_on())
      return before.empty() ? Width{symbol(std::string(rule_.words().input), input, "input")} : before;
    const Expr width = rule_.projects() ? projected() : units();
    const Whole ways = rnn::directions(layer_);
    const Whole merge = layer_.settings[Option::merge_mode];
    if (ways == Whole(1)) return {width};
    if (!ways || !merge) return {constant({}, origin_of(layer_))};
    if (*merge == static_cast<std::uint64_t>(Merge::concat)) return {width, width};
    return {width};
  }

 private:
  void weight_matrices() {
    const std::uint64_t g = rule_.matrices();
    Expr matrices = constant(g, "rule.matrices");
    if (g > 1) {
      const std::uint64_t candidates = rule_.candidates();
      step(Topic::matrices, sum(symbol("gates", g - candidates, "rule.gates"),
                                symbol("candidate", candidates, "rule.candidates")));
      matrices = constant(steps_.back().value, last_ref());
    }

    // What one unit reads. Biases that are as many for each unit of each matrix fold into it.
    const Whole beta = rule_.bias_vectors();
    const bool folds = !beta || rule_.bias();
    std::vector<Expr> reads;
    if (rule_.input_first()) reads.push_back(input_);
    if (rule_.reads_previous()) reads.push_back(rule_.projects() ? projected() : units());
    if (!rule_.input_first()) reads.push_back(input_);
    if (folds && beta != Whole(0)) reads.push_back(constant(rule_.bias(), "rule.bias"));
    const Expr read = sum(reads);
    Expr width = read;
    if (reads.size() > 1) {
      step(Topic::reads, read);
      width = last();
    }

    const Expr matrix = product(read, units());
    Expr whole = matrix;
    step(Topic::matrix, whole, product(width, units()));
    if (g > 1) {
      whole = product(bracketed(whole), matrices);
      step(Topic::matrices_total, whole, product(last(), matrices));
    }

    // Parts of their own, and their sum.
    std::vector<Expr> parts{whole};
    std::vector<Expr> values{last()};
    const auto part = [&](Topic topic, Expr formula) {
      step(topic, formula);
      parts.push_back(std::move(formula));
      values.push_back(last());
    };
    if (!folds) part(Topic::biases, product(constant(beta, "rule.bias_vectors"), units()));
    for (const Part& extra : rule_.parts())
      if (extra.topic != Topic::unused) part(extra.topic, part_formula(extra, layer_));
    std::vector<Expr> unused = never_used(matrix);
    if (!unused.empty()) part(Topic::unused, sum(std::move(unused)));
    if (parts.size() > 1) {
      whole = sum(parts);
      step(Topic::layer_sum, whole, sum(values));
    }

    const Whole ways = rnn::directions(layer_);
    if (ways == Whole(1)) return;
    const Expr twice = constant(ways, option_of(layer_, Option::bidirectional).ref);
    // A row of factors reads 2 × [(…) × h] × 4 and 2 × (…) × h; a sum gets its brackets from precedence.
    step(Topic::directions, product(twice, whole), product(twice, last()));
  }

  /// Of a layer that keeps vectors only: as many as it has, and what stands beside them.
  void feature_vectors() {
    const Expr vectors = product(constant(rule_.vectors(), "rule.vectors"), input_);
    step(Topic::matrix, vectors);
    std::vector<Expr> parts{vectors};
    std::vector<Expr> values{last()};
    for (const Part& extra : rule_.parts()) {
      parts.push_back(part_formula(extra, layer_));
      step(extra.topic, parts.back());
      values.push_back(last());
    }
    if (parts.size() > 1) step(Topic::layer_sum, sum(parts), sum(values));
  }

  /// What is stored beside that: a whole gate (`matrix` with its biases, for these are as many for every
  /// gate), or biases alone, and parts.
  std::vector<Expr> never_used(const Expr& matrix) const {
    std::vector<Expr> out;
    if (rule_.unused_matrices() != 0)
      out.push_back(matrix);
    else if (rule_.unused_bias_vectors() != 0)
      out.push_back(product(constant(rule_.unused_bias_vectors(), "rule.unused"), units()));
    for (const Part& extra : rule_.parts())
      if (extra.topic == Topic::unused) out.push_back(part_formula(extra, layer_));
    return out;
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
  Expr units() const { return units_of(layer_); }
  Expr projected() const { return projected_of(layer_); }

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
    if (model.layers[i].rule.tensors().empty()) continue;
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

Derivation derive(const Model& model) {
  Derivation out;
  Width before;
  if (model.framework == nullptr) return out;
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    const Layer& layer = model.layers[i];
    LayerStory story(layer, i);
    out.layers.push_back(story.tell(before, model.input));
    before = story.hands_on(before, model.input);
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
