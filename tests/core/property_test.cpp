// What must hold for every model, on random ones: the derivation against the tensors, formulas against their
// values, numbers against their origins, and the answer as a whole against the one formula in 128 bits.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/count.h"
#include "core/derive.h"
#include "core/publish.h"
#include "tests/core/answer.h"
#include "tests/core/big.h"
#include "tests/core/csv.h"
#include "tests/core/random_query.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

constexpr int models = sampled(1000);
/// For checks that ask for several answers each.
constexpr int fewer_models = sampled(300);

/// Calls `check` with random models until one of them fails; every test sees the same ones.
template <class Check>
void for_models(Sizes sizes, Check&& check, int count = models) {
  Dice dice(2026);
  for (int i = 0; i < count && !::testing::Test::HasFailure(); ++i) {
    const RandomModel model = random_model(dice, sizes);
    const std::string query = random_spelling(model, dice);
    SCOPED_TRACE(query);
    check(model, query, dice);
  }
}

/// The number that an answer shows; a failure where it shows none.
Big number(const std::string& text) {
  const std::optional<Big> value = to_big(text);
  EXPECT_TRUE(value) << "\"" << text << "\" is no number";
  return value.value_or(0);
}

Big sum_of(const std::vector<Big>& totals) {
  Big sum = 0;
  for (const Big total : totals) sum += total;
  return sum;
}

/// The totals of the layers, in decimal digits; "" past 2^64 − 1.
std::vector<std::string> decimals(const std::vector<Big>& totals) {
  std::vector<std::string> out;
  for (const Big total : totals) out.push_back(total < two_to_the_64 ? to_string(total) : "");
  return out;
}

std::vector<std::string> totals_of(const Answer& answer) {
  std::vector<std::string> out;
  for (const LayerAnswer& layer : answer.layers) out.push_back(layer.total);
  return out;
}

Big tensors_of(const LayerAnswer& layer) {
  Big sum = 0;
  for (const WeightAnswer& weight : layer.weights) {
    Big count = 1;
    for (const std::string& side : weight.shape) count *= number(side);
    EXPECT_EQ(weight.count, to_string(count)) << weight.name;
    sum += count;
  }
  return sum;
}

/// Every step of the answer, the closing ones last.
std::vector<StepAnswer> steps_of(const Answer& answer) {
  std::vector<StepAnswer> out;
  for (const LayerAnswer& layer : answer.layers)
    out.insert(out.end(), layer.steps.begin(), layer.steps.end());
  out.insert(out.end(), answer.steps.begin(), answer.steps.end());
  return out;
}

TEST(Property, NoProblemsAndTheTotalOfTheOneFormula) {
  for_models(Sizes::usual, [](const RandomModel& model, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    const std::vector<Big> expected = count_layers(model, model.framework);
    EXPECT_TRUE(answer.problems.empty()) << answer.problems.front().code;
    EXPECT_EQ(totals_of(answer), decimals(expected));
    EXPECT_EQ(answer.total, to_string(sum_of(expected)));
    EXPECT_EQ(answer.framework, model.framework);
    EXPECT_EQ(answer.written.size(), model.layers.size());
  });
}

TEST(Property, DerivationEndsInTheSumOfTheTensors) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    Big sum = 0;
    for (const LayerAnswer& layer : answer.layers) {
      const Big tensors = tensors_of(layer);
      sum += tensors;
      ASSERT_FALSE(layer.steps.empty());
      EXPECT_EQ(layer.steps.back().value, to_string(tensors));
      EXPECT_EQ(layer.total, to_string(tensors));
    }
    ASSERT_FALSE(answer.steps.empty());
    EXPECT_EQ(answer.steps.back().value, to_string(sum));
    EXPECT_EQ(answer.total, to_string(sum));
  });
}

// -------------------------------------------------------------------------------------------------- formulas

void expect_value(const Formula& formula, const std::string& value) {
  const std::optional<Big> calculated = Calculator::value(formula.text);
  ASSERT_TRUE(calculated) << formula.text;
  EXPECT_EQ(to_string(*calculated), value) << formula.text;
}

TEST(Property, NumbersAndReducedEvaluateToTheValue) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    for (const StepAnswer& step : steps_of(explain(query))) {
      SCOPED_TRACE(step.kind);
      EXPECT_TRUE(is_decimal(step.value));
      expect_value(step.numbers, step.value);
      if (!step.reduced.tokens.empty()) expect_value(step.reduced, step.value);
      if (!step.reduced.tokens.empty()) {
        EXPECT_NE(step.reduced.text, step.numbers.text);
      }
    }
  });
}

/// Digits, operators, brackets and blanks only.
bool is_plain(std::string text) {
  for (const std::string_view mark : {"+", "\u2212", "\u00d7", "(", ")", "[", "]", " "})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.replace(at, mark.size(), "0");
  return text.find_first_not_of("0123456789") == std::string::npos;
}

TEST(Property, NumbersHoldOnlyNumbersOperatorsAndBrackets) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    for (const StepAnswer& step : steps_of(explain(query)))
      for (const Formula* formula : {&step.numbers, &step.reduced}) {
        EXPECT_TRUE(is_plain(formula->text)) << formula->text;
        for (const Token& token : formula->tokens) {
          EXPECT_NE(token.kind, Token::Kind::symbol) << formula->text;
          EXPECT_NE(token.kind, Token::Kind::missing) << formula->text;
        }
      }
  });
}

void expect_same(const Tokens& told, const Formula& crossed) {
  EXPECT_EQ(crossed.text, to_text(told));
  ASSERT_EQ(crossed.tokens.size(), told.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    EXPECT_EQ(crossed.tokens[i].kind, told[i].kind) << told[i].text;
    EXPECT_EQ(crossed.tokens[i].text, told[i].text);
    EXPECT_EQ(crossed.tokens[i].ref, told[i].ref);
  }
}

// The JSON of a formula is one text; what is read of it is the formula.
TEST(Property, FormulasCrossTheBorderAsTheyAre) {
  for_models(Sizes::huge, [](const RandomModel&, const std::string& query, Dice&) {
    const Query parsed = parse(query);
    const Model model = counted(parsed, framework_of(parsed));
    const Derivation derivation = derive(model);
    const Answer answer = explain(query);
    ASSERT_EQ(answer.layers.size(), derivation.layers.size());
    for (std::size_t layer = 0; layer < answer.layers.size(); ++layer) {
      if (answer.layers[layer].like >= 0) continue;  // filled in from that one
      ASSERT_EQ(answer.layers[layer].steps.size(), derivation.layers[layer].size());
      for (std::size_t step = 0; step < derivation.layers[layer].size(); ++step) {
        const ShownStep told = shown(derivation.layers[layer][step], true);
        const StepAnswer& crossed = answer.layers[layer].steps[step];
        expect_same(told.symbols, crossed.symbols);
        expect_same(told.numbers, crossed.numbers);
        if (!crossed.reduced.tokens.empty()) expect_same(told.reduced, crossed.reduced);
      }
    }
  });
}

// "× 1" and "+ 0" are never written, whatever the options; a size of 1 is the reader's own and stays.
TEST(Property, NoConstantOneIsMultipliedAndNoZeroAdded) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    for (const StepAnswer& step : steps_of(explain(query))) {
      const Tokens& tokens = step.symbols.tokens;
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Token::Kind::number || tokens.size() == 1) continue;
        EXPECT_NE(tokens[i].text, "0") << step.symbols.text;
        const bool multiplied = (i > 0 && tokens[i - 1].text == "\u00d7") ||
                                (i + 1 < tokens.size() && tokens[i + 1].text == "\u00d7");
        EXPECT_FALSE(multiplied && tokens[i].text == "1") << step.symbols.text;
      }
    }
  });
}

// ------------------------------------------------------------------------------------------------------ refs

std::string strip_zeros(std::string text) {
  while (text.size() > 1 && text.front() == '0') text.erase(0, 1);
  return text;
}

std::string rule_field(const RuleAnswer& rule, std::string_view field) {
  if (field == "gates") return rule.gates;
  if (field == "candidates") return rule.candidates;
  if (field == "matrices") return rule.matrices;
  if (field == "bias") return rule.bias;
  if (field == "bias_vectors") return rule.bias_vectors;
  if (field == "directions") return rule.directions;
  if (field == "vectors") return rule.vectors;
  for (const auto& [kind, times] : rule.parts)
    if (field == kind) return times;
  return "no such field";
}

std::size_t to_index(const std::string& text) {
  return static_cast<std::size_t>(to_big(text).value_or(1U << 20U));
}

/// What `ref` points to, seen from step `step` of layer `layer` (of the closing steps: the number of layers).
std::string target(const Answer& answer, const std::string& ref, std::size_t layer, std::size_t step) {
  const std::vector<std::string> path = split(ref, '.');
  if (ref == "input") return strip_zeros(answer.fields[Key::input].text);
  if (path.size() == 4 && path[0] == "written" && path[2] == "args") {
    if (to_index(path[1]) >= answer.written.size()) return "no such written layer";
    const std::vector<ArgumentAnswer>& arguments = answer.written[to_index(path[1])].arguments;
    if (to_index(path[3]) >= arguments.size()) return "no such argument";
    const ArgumentAnswer& argument = arguments[to_index(path[3])];
    return argument.name == "bidirectional" ? "2" : strip_zeros(argument.text);
  }
  if (path.size() == 4 && path[0] == "layers" && path[2] == "steps") {
    const std::size_t i = to_index(path[1]);
    const std::size_t j = to_index(path[3]);
    if (i >= answer.layers.size() || j >= answer.layers[i].steps.size()) return "no such step";
    if (i > layer || (i == layer && j >= step)) return "a step that comes later";
    return answer.layers[i].steps[j].value;
  }
  if (path.size() == 2 && path[0] == "rule") {
    if (layer >= answer.layers.size()) return "a rule outside the layers";
    return rule_field(answer.layers[layer].rule, path[1]);
  }
  return "nowhere";
}

void expect_refs(const Answer& answer, const Formula& formula, std::size_t layer, std::size_t step) {
  for (const Token& token : formula.tokens) {
    if (token.kind != Token::Kind::number) {
      EXPECT_EQ(token.ref, "") << token.text;
      continue;
    }
    EXPECT_EQ(target(answer, token.ref, layer, step), token.text) << token.ref << " in " << formula.text;
  }
}

TEST(Property, EveryNumberPointsToItself) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    for (std::size_t i = 0; i < answer.layers.size(); ++i)
      for (std::size_t j = 0; j < answer.layers[i].steps.size(); ++j)
        for (const Formula* formula : {&answer.layers[i].steps[j].symbols, &answer.layers[i].steps[j].numbers,
                                       &answer.layers[i].steps[j].reduced})
          expect_refs(answer, *formula, i, j);
    for (std::size_t j = 0; j < answer.steps.size(); ++j) {
      expect_refs(answer, answer.steps[j].symbols, answer.layers.size(), j);
      expect_refs(answer, answer.steps[j].reduced, answer.layers.size(), j);
    }
  });
}

// The closing step's whole formula quotes the layers': its numbers have the origins that they have there.
// From five equal neighbours on it quotes the first, and how many they are.
TEST(Property, ClosingNumbersQuoteTheLayersFormulas) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    std::vector<const LayerAnswer*> counted;
    for (const LayerAnswer& layer : answer.layers) {
      if (layer.weights.empty()) continue;
      ASSERT_FALSE(layer.steps.empty());
      counted.push_back(&layer);
    }
    const auto formula = [&](std::size_t i) { return counted[i]->steps.back().numbers.text; };
    Tokens quoted;
    for (std::size_t i = 0, end = 0; i < counted.size(); ++i) {
      const LayerAnswer& layer = *counted[i];
      for (end = std::max(end, i); end < counted.size() && formula(end) == formula(i);) ++end;
      const bool folds = end - i >= 5;
      if (folds) quoted.push_back({Token::Kind::number, std::to_string(end - i), "layers"});
      for (const Token& token : layer.steps.back().numbers.tokens)
        if (token.kind == Token::Kind::number)
          quoted.push_back(
              {token.kind, token.text, layer.like < 0 ? token.ref : ""});  // its own are not told
      if (folds) i = end - 1;
    }
    ASSERT_FALSE(answer.steps.empty());
    Tokens found;
    for (const Token& token : answer.steps.back().numbers.tokens)
      if (token.kind == Token::Kind::number) found.push_back(token);
    if (quoted.empty()) return;
    ASSERT_EQ(found.size(), quoted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].text, quoted[i].text);
      if (!quoted[i].ref.empty()) {
        EXPECT_EQ(found[i].ref, quoted[i].ref);
      }
    }
  });
}

TEST(Property, EveryLayerAfterTheFirstStartsWithWhatWasHandedOn) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    for (std::size_t i = 0; i < answer.layers.size(); ++i) {
      const LayerAnswer& layer = answer.layers[i];
      ASSERT_FALSE(layer.steps.empty());
      const bool hands_on = layer.steps.front().kind == "handed_on";
      EXPECT_EQ(hands_on, i > 0 && !layer.weights.empty());
      if (hands_on) {
        EXPECT_EQ(layer.steps.front().value, answer.layers[i - 1].output);
      }
      if (i > 0) {
        EXPECT_EQ(layer.input, answer.layers[i - 1].output);
      }
    }
  });
}

// -------------------------------------------------------------------------------------------- canonical form

std::vector<std::string> step_texts(const Answer& answer) {
  std::vector<std::string> out;
  for (const StepAnswer& step : steps_of(answer))
    out.push_back(step.symbols.text + " = " + step.numbers.text + " = " + step.reduced.text + " = " +
                  step.value);
  return out;
}

TEST(Property, CanonicalFormGivesTheSameAnswerAndIsAFixedPoint) {
  for_models(Sizes::usual, [](const RandomModel&, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    const Answer again = explain(answer.query);
    EXPECT_TRUE(again.problems.empty());
    EXPECT_EQ(again.query, answer.query);
    EXPECT_EQ(again.total, answer.total);
    EXPECT_EQ(again.framework, answer.framework);
    EXPECT_EQ(totals_of(again), totals_of(answer));
    EXPECT_EQ(step_texts(again), step_texts(answer));
    EXPECT_EQ(answer.query.find_first_of(" +%\t\r\n\"'"), std::string::npos) << answer.query;
  });
}

TEST(Property, SpellingsOfOneModelHaveOneAnswer) {
  for_models(Sizes::usual, [](const RandomModel& model, const std::string& query, Dice& dice) {
    const Answer answer = explain(query);
    const Answer plain = explain(plain_query(model));
    const Answer other = explain(random_spelling(model, dice));
    EXPECT_EQ(answer.query, plain.query);
    EXPECT_EQ(other.query, plain.query);
    EXPECT_EQ(answer.total, plain.total);
    EXPECT_EQ(step_texts(answer), step_texts(plain));
  });
}

// The notes: "activation units = num_units = output units = hidden units = gate units; the meaning is the
// same".
TEST(Property, SynonymsOfUnitsNeverChangeTheAnswer) {
  Dice dice(7);
  for (int i = 0; i < 300 && !HasFailure(); ++i) {
    const StoredFacts& facts =
        framework_table[static_cast<std::size_t>(dice.roll(std::size(framework_table)))];
    using Kind = RandomLayer::Kind;
    const Kind kind =
        dice.any_of(std::vector<Kind>{Kind::lstm, Kind::gru, Kind::rnn, Kind::mgu, Kind::dense});
    if (!has_kind(facts, kind)) continue;
    const std::string framework(facts.id);
    const std::string layer(kind_word(kind));
    const std::string units = std::to_string(random_size(dice, Sizes::usual));
    const std::string start = "framework=" + framework + "&input=10&layers=" + layer + "(";
    const Answer expected = explain(start + units + ")");
    ASSERT_TRUE(expected.problems.empty());
    for (const char* name : {"activation_units", "num_units", "output_units", "hidden_units", "gate_units",
                             "units", "hidden_size"}) {
      const Answer answer = explain(start + name + "=" + units + ")");
      SCOPED_TRACE(start + name + "=" + units + ")");
      EXPECT_EQ(answer.query, expected.query);
      EXPECT_EQ(answer.total, expected.total);
      EXPECT_EQ(step_texts(answer), step_texts(expected));
    }
  }
}

// -------------------------------------------------------------------------------------- directions, monotony

TEST(Property, TwoDirectionsDoubleALayer) {
  for_models(Sizes::usual, [](const RandomModel& model, const std::string&, Dice& dice) {
    RandomModel one = model;
    one.layers.resize(1);
    RandomLayer& layer = one.layers.front();
    if (!layer.is_recurrent()) return;
    layer.stacked = 1;
    layer.merge_mode = "concat";
    layer.ways = RandomLayer::Ways::one;
    const Answer single = explain(random_spelling(one, dice));
    for (const RandomLayer::Ways ways : {RandomLayer::Ways::flag, RandomLayer::Ways::wrapped}) {
      layer.ways = ways;
      const std::string query = random_spelling(one, dice);
      SCOPED_TRACE(query);
      const Answer both = explain(query);
      EXPECT_EQ(both.total, to_string(2 * number(single.total)));
      ASSERT_FALSE(single.layers.empty() || both.layers.empty());
      EXPECT_EQ(both.layers.front().directions, "2");
      // ONNX, ncnn, OpenVINO and MATLAB's bilstmLayer keep both directions in the same tensors.
      const bool joint = model.framework == "onnx" || model.framework == "ncnn" ||
                         model.framework == "openvino" ||
                         (model.framework == "matlab" && layer.kind == RandomLayer::Kind::lstm);
      EXPECT_EQ(both.layers.front().weights.size(), (joint ? 1 : 2) * single.layers.front().weights.size());
    }
  });
}

/// No smaller with more features, larger with more units.
TEST(Property, MoreNeverCountsLess) {
  for_models(
      Sizes::usual,
      [](const RandomModel& model, const std::string& query, Dice& dice) {
        const Big before = number(explain(query).total);
        RandomModel more = model;
        more.input += dice.between(1, 5);
        const Big with_input = number(explain(random_spelling(more, dice)).total);
        EXPECT_GE(with_input, before);
        const RandomLayer::Kind first = model.layers.front().kind;
        if (first != RandomLayer::Kind::embedding && first != RandomLayer::Kind::dropout) {
          EXPECT_GT(with_input, before);
        }
        for (std::size_t i = 0; i < model.layers.size(); ++i) {
          const RandomLayer& layer = model.layers[i];
          more = model;
          more.layers[i].units += dice.between(1, 5);
          const Big with_units = number(explain(random_spelling(more, dice)).total);
          if (layer.kind == RandomLayer::Kind::dropout || layer.keeps_vectors())
            EXPECT_EQ(with_units, before);
          else
            EXPECT_GT(with_units, before);
        }
      },
      fewer_models);
}

// --------------------------------------------------------------------------------------------------- compare

TEST(Property, CompareAgreesWithExplainInEveryFramework) {
  for_models(
      Sizes::usual,
      [](const RandomModel& model, const std::string&, Dice& dice) {
        const std::string layers = "&layers=" + RandomWriter(&dice).stack(model);
        const std::string input =
            model.starts_with_embedding() ? "" : "&input=" + std::to_string(model.input);
        const std::string query = "framework=" + model.framework + input + layers;
        SCOPED_TRACE(query);
        const Answer here = explain(query);
        for (const Comparison& there : compare(query)) {
          SCOPED_TRACE(there.framework);
          const Answer answer = explain("framework=" + std::string(there.framework) + input + layers);
          EXPECT_EQ(there.total, answer.total);
          ASSERT_EQ(there.problems.size(), answer.problems.size());
          for (std::size_t i = 0; i < answer.problems.size(); ++i)
            EXPECT_EQ(there.problems[i].code, answer.problems[i].code);
          if (there.total.empty() || here.total.empty()) {
            EXPECT_EQ(there.sign, "");
            continue;
          }
          const Big ours = number(here.total);
          const Big theirs = number(there.total);
          EXPECT_EQ(there.sign, theirs == ours ? "same" : theirs > ours ? "more" : "fewer");
          EXPECT_EQ(there.difference, to_string(theirs > ours ? theirs - ours : ours - theirs));
          Big more = ours;
          Big fewer = theirs;
          for (const Term& term : there.terms) {
            const std::optional<Big> value = Calculator::value(term.numbers.text);
            ASSERT_TRUE(value) << term.numbers.text;
            EXPECT_EQ(to_string(*value), term.value) << term.numbers.text;
            EXPECT_TRUE(is_plain(term.numbers.text)) << term.numbers.text;
            EXPECT_NE(*value, Big{0});
            ASSERT_TRUE(term.sign == "more" || term.sign == "fewer");
            (term.sign == "more" ? more : fewer) += *value;
          }
          EXPECT_EQ(to_string(more), to_string(fewer)) << "ours and what is more, theirs and what is fewer";
          if (there.framework == model.framework) {
            EXPECT_TRUE(there.terms.empty());
          }
        }
      },
      fewer_models);
}

TEST(Property, CompareNamesEveryFrameworkOnceTheDefaultFirst) {
  std::vector<std::string> names;
  for (const Comparison& comparison : compare("input=64&layers=LSTM(32)"))
    names.emplace_back(comparison.framework);
  ASSERT_GE(names.size(), std::size(framework_table));
  EXPECT_EQ(std::vector<std::string>(names.begin(), names.begin() + 3),
            (std::vector<std::string>{"notes", "keras", "pytorch"}));
  for (const StoredFacts& facts : framework_table)
    EXPECT_EQ(std::count(names.begin(), names.end(), facts.id), 1) << facts.id;
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

/// The same layers in `framework`: what the reader left to the framework is the framework's own then. None
/// where the framework lacks a cell or an option of them.
std::optional<RandomModel> in_framework(RandomModel model, const StoredFacts& there) {
  const StoredFacts& here = facts_of(model.framework);
  for (RandomLayer& layer : model.layers) {
    if (!has_kind(there, layer.kind)) return {};
    const auto lacks = [&](const char* option) { return !has_word(there.options, option); };
    if (!layer.bias && !has_word(there.bias, kind_word(layer.kind))) return {};
    if (layer.projected != 0 && lacks("proj_size")) return {};
    if (layer.peepholes && lacks("peepholes")) return {};
    if (layer.coupled && lacks("coupled")) return {};
    if (layer.layer_norm && lacks("layer_norm")) return {};
    if (layer.merge_mode != "concat" && lacks("merge_mode")) return {};
    if (layer.kind != RandomLayer::Kind::gru) continue;
    const bool said = here.gru_after != 0 && here.gru_before != 0 && layer.reset_after != here.resets_after;
    if (!said) layer.reset_after = there.gru_before == 0 || (there.gru_after != 0 && there.resets_after);
    if ((layer.reset_after ? there.gru_after : there.gru_before) == 0) return {};
  }
  model.framework = there.id;
  return model;
}

// The differences that have names, against two totals by the one formula.
TEST(Property, TermsMakeUpTheDifferenceOfTheTotals) {
  std::set<std::string> kinds;
  for_models(Sizes::usual, [&](const RandomModel& model, const std::string&, Dice&) {
    const std::string query = plain_query(model);
    const Big ours = sum_of(count_layers(model, model.framework));
    for (const Comparison& comparison : compare(query)) {
      const StoredFacts& there = facts_of(comparison.framework);
      if (there.id != comparison.framework) continue;
      SCOPED_TRACE(query + " in " + std::string(comparison.framework));
      const std::optional<RandomModel> other = in_framework(model, there);
      EXPECT_EQ(comparison.problems.empty(), other.has_value());
      if (!other || !comparison.problems.empty()) continue;
      const Big theirs = sum_of(count_layers(*other, other->framework));
      EXPECT_EQ(comparison.total, to_string(theirs));
      Big more = 0;
      Big fewer = 0;
      for (const Term& term : comparison.terms) {
        (term.sign == "more" ? more : fewer) += number(term.value);
        kinds.emplace(term.kind);
      }
      EXPECT_EQ(to_string(ours + more), to_string(theirs + fewer));
    }
  });
  // Frameworks never differ in the others: an option means as many of them in each that offers it.
  for (const char* kind : {"bias", "candidate_bias", "gate_biases", "unused", "statistics"})
    EXPECT_EQ(kinds.count(kind), 1U) << kind;
}

// ------------------------------------------------------------------------------------------------- effective

TEST(Property, WhatHasAnEffectIsTheTotalLessWhatHasNone) {
  for_models(Sizes::usual, [](const RandomModel& model, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    Big effective = number(answer.total);
    Big terms = 0;
    for (const Counted& layer : counted_layers(model, model.framework)) effective -= layer.without_effect;
    for (const Term& term : answer.effective.terms) {
      EXPECT_EQ(term.sign, "fewer");
      expect_value(term.numbers, term.value);
      terms += number(term.value);
    }
    EXPECT_EQ(answer.effective.value, to_string(effective));
    EXPECT_EQ(to_string(number(answer.total) - terms), to_string(effective));
    expect_value(answer.effective.numbers, answer.effective.value);
    EXPECT_TRUE(is_plain(answer.effective.numbers.text)) << answer.effective.numbers.text;
  });
}

// ------------------------------------------------------------------------------------------------- too large

TEST(Property, TooLargeExactlyWhereTheTrueSumPassesTheLargest) {
  int too_large = 0;
  int counted = 0;
  for_models(Sizes::huge, [&](const RandomModel& model, const std::string& query, Dice&) {
    const std::vector<Big> totals = count_layers(model, model.framework);
    Big sum = 0;
    std::size_t passes = 0;
    while (passes < totals.size() && sum + totals[passes] < two_to_the_64) sum += totals[passes++];
    const Answer answer = explain(query);
    EXPECT_EQ(totals_of(answer), decimals(totals));
    if (passes == totals.size()) {
      ++counted;
      EXPECT_TRUE(answer.problems.empty());
      EXPECT_EQ(answer.total, to_string(sum));
      return;
    }
    ++too_large;
    EXPECT_EQ(answer.total, "");
    ASSERT_EQ(answer.problems.size(), 1U);
    EXPECT_EQ(answer.problems.front().code, "too_large");
    for (const DetailAnswer& detail : answer.problems.front().details) {
      if (detail.name == "number") {
        EXPECT_EQ(detail.text, std::to_string(passes + 1));
      }
      if (detail.name == "largest") {
        EXPECT_EQ(detail.text, "18446744073709551615");
      }
    }
    ASSERT_GT(answer.layers.size(), passes);
    const WrittenAnswer& written = answer.written[answer.layers[passes].origin];
    EXPECT_EQ(answer.problems.front().place.start, written.place.start);
    EXPECT_EQ(answer.problems.front().place.end, written.place.end);
  });
  EXPECT_GT(too_large, models / 10);
  EXPECT_GT(counted, models / 10);
}

TEST(Property, StepsOfHugeModelsAreRightOrEmpty) {
  for_models(Sizes::huge, [](const RandomModel&, const std::string& query, Dice&) {
    const Answer answer = explain(query);
    for (const StepAnswer& step : steps_of(answer)) {
      if (step.value.empty()) continue;
      expect_value(step.numbers, step.value);
      if (!step.reduced.tokens.empty()) expect_value(step.reduced, step.value);
    }
    ASSERT_FALSE(answer.steps.empty());
    if (!answer.problems.empty()) {
      EXPECT_EQ(answer.steps.back().value, "");
    }
  });
}

// 2^64 − 1 = 4294967295 × 4294967297: the largest total, one more, and nothing more.
TEST(Property, TheLargestTotalAndOneMore) {
  const Answer largest = explain("layers=Embedding(4294967295,4294967297),Dropout(0.5)");
  EXPECT_TRUE(largest.problems.empty());
  EXPECT_EQ(largest.total, "18446744073709551615");
  EXPECT_EQ(largest.steps.back().value, "18446744073709551615");

  const Answer by_itself = explain("layers=Embedding(4294967296,4294967296)");
  ASSERT_EQ(by_itself.problems.size(), 1U);
  EXPECT_EQ(by_itself.problems.front().code, "too_large");
  EXPECT_EQ(by_itself.layers.front().total, "");

  const Answer in_sum =
      explain("framework=keras&layers=Embedding(4294967295,4294967297),Dense(1,bias=false)");
  ASSERT_EQ(in_sum.problems.size(), 1U);
  EXPECT_EQ(in_sum.problems.front().code, "too_large");
  EXPECT_EQ(in_sum.problems.front().details.front().text, "2");
  EXPECT_EQ(in_sum.layers.back().total, "4294967297");
  EXPECT_EQ(in_sum.total, "");
}

}  // namespace
}  // namespace rnn
