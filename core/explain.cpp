#include "core/explain.h"

#include <algorithm>
#include <utility>

#include "core/derive.h"
#include "core/formats.h"
#include "core/model.h"
#include "core/terms.h"
#include "core/weights.h"

namespace rnn {
namespace {

/// Where the bytes of a text stand when it is counted in UTF-16 units.
class Utf16 {
 public:
  explicit Utf16(std::string_view text) {
    unsigned units = 0;
    for (const char c : text) {
      units_.push_back(units);
      const auto byte = static_cast<unsigned char>(c);
      const bool continues = (byte & 0xC0U) == 0x80U;
      if (!continues) units += byte >= 0xF0U ? 2 : 1;
    }
    units_.push_back(units);
  }

  Place place(Span span) const { return {at(span.start), at(span.end)}; }

 private:
  unsigned at(std::size_t byte) const { return units_[std::min(byte, units_.size() - 1)]; }

  std::vector<unsigned> units_;
};

WrittenAnswer publish(const Written& written, const Utf16& text) {
  WrittenAnswer out{written.name, name(written.cell), text.place(written.span), {}};
  for (const WrittenArgument& argument : written.arguments)
    out.arguments.push_back({argument.name, argument.text, text.place(argument.span)});
  return out;
}

/// With a problem that is no missing number, only the steps that have nothing to do with it keep their
/// values.
StepAnswer publish(const Step& step, bool certain) {
  StepAnswer out;
  out.kind = name(step.kind);
  out.symbols = formula(step.words.value_or(step.formula), Reading::symbols);
  out.numbers = formula(step.formula, Reading::numbers);
  const bool untouched = step.kind == StepKind::handed_on || step.kind == StepKind::matrices;
  if ((!certain && !untouched) || !step.value) return out;
  out.value = digits(step.value);
  if (step.reduced) out.reduced = formula(*step.reduced, Reading::numbers);
  if (out.reduced.text == out.numbers.text) out.reduced = {};
  return out;
}

WeightAnswer publish(const Weight& weight, bool certain) {
  WeightAnswer out{weight.name,
                   name(weight.role),
                   weight.gate,
                   weight.gates,
                   {},
                   {},
                   weight.trainable,
                   column_names(weight.columns),
                   name(weight.direction)};
  for (const Whole side : weight.shape) out.shape.push_back(digits(side));
  if (certain) out.count = digits(count(weight));
  return out;
}

RuleAnswer publish(const Rule& rule, Whole ways) {
  RuleAnswer out;
  out.gates = digits(rule.matrices() - rule.candidates());
  out.candidates = digits(rule.candidates());
  out.matrices = digits(rule.matrices());
  out.bias_vectors = digits(rule.bias_vectors);
  const bool folds = rule.bias_vectors && rule.matrices() != 0 && *rule.bias_vectors % rule.matrices() == 0;
  if (folds) out.bias = digits(*rule.bias_vectors / rule.matrices());
  out.directions = digits(ways);
  out.vectors = digits(rule.vectors);
  for (const Part& part : rule.parts) out.parts.emplace_back(name(part.kind), std::to_string(part.times));
  return out;
}

EffectiveAnswer effective(const Model& model, Whole total) {
  EffectiveAnswer out;
  std::vector<Expr> rest;
  for (const Difference& difference : without_effect(model)) {
    const Expr& expr = difference.numbers;
    if (expr.kind == Expr::Kind::sum)
      rest.insert(rest.end(), expr.terms.begin(), expr.terms.end());
    else
      rest.push_back(expr);
  }
  const Expr whole = rnn::difference(constant(total, "total"), std::move(rest));
  out.numbers = formula(whole, Reading::numbers);
  out.value = digits(evaluate(whole));
  out.terms = publish(without_effect(model));
  return out;
}

LayerAnswer publish(const Layer& layer, Whole total, const std::vector<Step>& steps) {
  LayerAnswer out;
  const bool certain = !layer.flawed;
  out.name = layer.name;
  out.cell = name(layer.cell);
  out.units = digits(layer.settings[Option::units]);
  if (layer.rule.passes_on) out.units.clear();
  out.input = digits(layer.input);
  out.output = digits(layer.output);
  out.directions = digits(directions(layer));
  const Whole merge = layer.settings[Option::merge_mode];
  if (merge && directions(layer) == Whole(2)) out.merge_mode = value_text(word(Option::merge_mode), *merge);
  if (certain) out.total = digits(total);
  out.origin = layer.origin;
  out.rule = publish(layer.rule, directions(layer));
  for (const Gate& gate : layer.rule.gates) out.gates.push_back({gate.name, gate.candidate});
  for (const Weight& weight : weights(layer)) out.weights.push_back(publish(weight, certain));
  for (const Step& step : steps) out.steps.push_back(publish(step, certain));
  return out;
}

}  // namespace

Formula formula(const Expr& expr, Reading reading) {
  Formula out;
  out.tokens = tokens(expr, reading);
  out.text = to_text(out.tokens);
  return out;
}

std::vector<Term> publish(const std::vector<Difference>& differences) {
  std::vector<Term> out;
  out.reserve(differences.size());
  for (const Difference& difference : differences)
    out.push_back({name(difference.kind), difference.more ? "more" : "fewer",
                   formula(difference.numbers, Reading::numbers), digits(evaluate(difference.numbers))});
  return out;
}

std::vector<ProblemAnswer> publish(const std::vector<Problem>& problems, const Fields& fields) {
  const std::array<Utf16, 3> texts{Utf16(fields[Key::framework].text), Utf16(fields[Key::input].text),
                                   Utf16(fields[Key::layers].text)};
  const auto text = [&](Key key) -> const Utf16& { return texts[static_cast<std::size_t>(key)]; };
  std::vector<ProblemAnswer> out;
  for (const Problem& problem : problems) {
    ProblemAnswer answer{name(problem.key),
                         problem.code,
                         text(problem.key).place(problem.span),
                         problem.details,
                         problem.choices,
                         problem.frameworks,
                         {}};
    for (const Fix& fix : problem.fixes) {
      FixAnswer repair{fix.kind, fix.text, {}};
      for (const Edit& edit : fix.edits)
        repair.edits.push_back({name(edit.key), text(edit.key).place(edit.span), edit.text});
      answer.fixes.push_back(std::move(repair));
    }
    out.push_back(std::move(answer));
  }
  return out;
}

Tally tally(const Model& model) {
  Tally out;
  out.total = 0;
  bool certain = true;
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    const Layer& layer = model.layers[i];
    const bool known = layer.rule.known && !layer.flawed && directions(layer) && shapes_known(layer);
    out.layers.push_back(known ? count(layer) : Whole());
    // Past an unknown layer no running sum is certain, but a layer that is too large by itself still says so.
    certain = certain && known;
    const Whole before = certain ? out.total : Whole(0);
    const Whole sum = add(before, out.layers.back());
    if (certain) out.total = sum;
    if (!known || sum) continue;
    const Span span = model.written[layer.origin].span;
    out.problems.push_back({Key::layers,
                            "too_large",
                            span,
                            {{"number", std::to_string(i + 1)}, {"largest", std::to_string(largest_total)}},
                            {},
                            {},
                            {}});
    break;
  }
  if (!certain) out.total = {};
  for (std::size_t i = out.layers.size(); i < model.layers.size(); ++i)
    out.layers.push_back(count(model.layers[i]));
  return out;
}

Answer explain(std::string_view query) {
  const Query parsed = parse(query);
  const Model model = read_model(parsed, framework_of(parsed));
  const Tally sums = tally(model);
  std::vector<Problem> problems = model.problems;
  problems.insert(problems.end(), sums.problems.begin(), sums.problems.end());

  Answer out;
  out.fields = parsed.fields;
  out.problems = publish(problems, out.fields);
  const Utf16 layers_text(parsed.fields[Key::layers].text);
  for (const Written& written : model.written) out.written.push_back(publish(written, layers_text));
  if (model.framework == nullptr) return out;

  out.framework = model.framework->id;
  if (problems.empty()) {
    out.query = canonical(model);
    out.total = digits(sums.total);
    out.effective = effective(model, sums.total);
  }
  const Derivation derivation = derive(model);
  for (std::size_t i = 0; i < model.layers.size(); ++i)
    out.layers.push_back(publish(model.layers[i], sums.layers[i], derivation.layers[i]));
  for (const Step& step : derivation.closing) out.steps.push_back(publish(step, problems.empty()));
  return out;
}

const char* name(Key key) {
  switch (key) {
    case Key::framework: return "framework";
    case Key::input: return "input";
    case Key::layers: return "layers";
  }
  return "";
}

std::string_view name(Cell cell) {
  const LayerWord& layer = word(cell);
  return layer.names.empty() ? std::string_view() : layer.names.front();
}

}  // namespace rnn
