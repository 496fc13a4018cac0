#include "core/exercise/blanks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/formats.h"
#include "core/numbers.h"
#include "core/repeats.h"

namespace rnn {
namespace {

constexpr const char* bias_ref = "rule.bias";

/// What the page works out once the factors stand.
bool is_arithmetic(Topic topic) {
  return topic == Topic::matrices_total || topic == Topic::layer_sum || topic == Topic::sum;
}

class Blanks {
 public:
  explicit Blanks(ExerciseKind kind) : kind_(kind) {}

  void add_layer(std::size_t index, const std::vector<Step>& steps) {
    layer_ = digits(index);
    seen_.fill(0);
    const bool told =
        std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.topic == Topic::reads; });
    for (std::size_t i = 0; i < steps.size(); ++i) {
      step_ = "layers." + layer_ + ".steps." + digits(i);
      ++seen_[static_cast<std::size_t>(steps[i].topic)];
      if (kind_ == ExerciseKind::values)
        add_result(steps[i]);
      else
        add_idea(steps[i], told);
    }
  }

  void add_sum(const Step& sum) {
    layer_.clear();
    step_ = "steps.0";
    add(sum, Blank::value_of_step, "", sum.value, sum.topic);
  }

  std::vector<Blank> take() { return std::move(list_); }

 private:
  /// The value of a step that works one out; how many matrices there are and what is handed on stand in
  /// headings, too.
  void add_result(const Step& step) {
    if (step.topic == Topic::matrices || step.topic == Topic::handed_on || !step.value) return;
    if (to_text(step.reduced ? *step.reduced : step.formula, Reading::numbers) == digits(*step.value)) return;
    add(step, Blank::value_of_step, "", step.value, step.topic);
  }

  void add_idea(const Step& step, bool told_apart) {
    switch (step.topic) {
      case Topic::matrices:
        // How many there are follows from the gates; of parts without names it follows from nothing.
        if (step.formula.kind == Expr::Kind::leaf) return;
        [[fallthrough]];
      case Topic::handed_on: return add(step, Blank::value_of_step, "", step.value, step.topic);
      case Topic::directions: return add_numbers(step, 1);
      case Topic::matrix:
        if (told_apart) return;  // a unit reads more than one thing, and that was asked
        break;
      case Topic::said: return;
      default:
        if (is_arithmetic(step.topic)) return;
    }
    add_numbers(step, step.formula.kind == Expr::Kind::leaf ? 0 : most_numbers);
  }

  static constexpr std::size_t most_numbers = 64;

  /// The first numbers of the formula, with the words that stand in their places.
  void add_numbers(const Step& step, std::size_t most) {
    const Tokens words = tokens(step.formula, Reading::symbols);
    const Tokens numbers = tokens(step.formula, Reading::numbers);
    std::size_t added = 0;
    for (std::size_t i = 0; i < numbers.size() && added < most; ++i) {
      if (numbers[i].kind != Token::Kind::number) continue;
      const bool named = i < words.size() && words[i].kind == Token::Kind::symbol;
      const Topic topic = numbers[i].ref == bias_ref ? Topic::bias : step.topic;
      add(step, static_cast<int>(i), named ? words[i].text : numbers[i].ref,
          read_size(numbers[i].text, 0, largest_total).value, topic);
      ++added;
    }
  }

  void add(const Step& step, int token, const std::string& what, const Whole& value, Topic topic) {
    const std::size_t turn = seen_[static_cast<std::size_t>(step.topic)];
    list_.push_back(
        {step_, token, layer_ + " " + rnn::name(step.topic) + " " + digits(turn) + " " + what, value, topic});
  }

  ExerciseKind kind_;
  std::string layer_;
  std::string step_;
  std::array<std::size_t, topic_count> seen_{};  ///< of this layer's steps, by topic
  std::vector<Blank> list_;
};

}  // namespace

/// `like`: for each layer the one that it repeats, −1 for none.
static std::vector<Blank> blanks(const Model& model, const Derivation& derivation, ExerciseKind kind,
                                 const std::vector<int>& like) {
  Blanks out(kind);
  if (kind != ExerciseKind::total)
    for (std::size_t i = 0; i < derivation.layers.size(); ++i)
      if (like[i] < 0 && !model.layers[i].rule.parts().empty()) out.add_layer(i, derivation.layers[i]);
  const bool adds_up =
      kind == ExerciseKind::total || (kind == ExerciseKind::values && runs(model, like).size() > 1);
  if (adds_up && !derivation.closing.empty()) out.add_sum(derivation.closing.front());
  return out.take();
}

std::vector<Blank> blanks_of(const Model& model, const Derivation& derivation, ExerciseKind kind) {
  return blanks(model, derivation, kind, std::vector<int>(model.layers.size(), -1));
}

std::vector<Blank> blanks_shown(const Model& model, const Derivation& derivation, ExerciseKind kind) {
  return blanks(model, derivation, kind, repeats(model, derivation));
}

}  // namespace rnn
