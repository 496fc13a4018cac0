#include "tests/core/answer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/compare.h"
#include "core/explain.h"

namespace rnn {

/// Fields stay in the order in which they are written. What is no JSON, is not there or is of another type
/// ends the test.
using JsonValue = nlohmann::ordered_json;

// One `from_json` per type. The fields are called like the members.
#define FIELD(name) json.at(#name).get_to(out.name);
#define FIELDS(...) NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(FIELD, __VA_ARGS__))
#define READ(Type, ...) \
  static void from_json(const JsonValue& json, Type& out) { FIELDS(__VA_ARGS__) }

static void from_json(const JsonValue& json, Token& out) {
  using Kind = Token::Kind;
  constexpr Kind kinds[] = {Kind::number, Kind::symbol, Kind::op, Kind::bracket, Kind::missing};
  const auto kind =
      std::find_if(std::begin(kinds), std::end(kinds), [&](Kind one) { return json.at(0) == name(one); });
  EXPECT_NE(kind, std::end(kinds)) << json;
  if (kind != std::end(kinds)) out.kind = *kind;
  json.at(1).get_to(out.text);
  if (json.size() > 2) json.at(2).get_to(out.ref);
}

READ(Place, start, end)

/// Two items of a list.
static Place place_at(const JsonValue& json, std::size_t index) {
  return {json.at(index).get<unsigned>(), json.at(index + 1).get<unsigned>()};
}
READ(Formula, text, tokens)

static void from_json(const JsonValue& json, EditAnswer& out) {
  FIELDS(key, text)
  json.get_to(out.place);
}

READ(FixAnswer, kind, text, edits)

static void from_json(const JsonValue& json, ProblemAnswer& out) {
  FIELDS(key, code)
  json.get_to(out.place);
  for (const auto& [name, value] : json.at("args").items()) {
    if (name == "choices")
      value.get_to(out.choices);
    else if (name == "frameworks")
      value.get_to(out.frameworks);
    else if (name == "fixes")
      value.get_to(out.fixes);
    else
      out.details.push_back({name, value.is_string() ? value.get<std::string>() : value.dump()});
  }
}

static void from_json(const JsonValue& json, ArgumentAnswer& out) {
  EXPECT_EQ(json.size(), 6U);
  json.at(0).get_to(out.name);
  json.at(1).get_to(out.text);
  out.place = place_at(json, 2);
  out.value = place_at(json, 4);
}

static void from_json(const JsonValue& json, WrittenAnswer& out) {
  FIELDS(name, cell)
  json.get_to(out.place);
  json.at("args").get_to(out.arguments);
}

static void from_json(const JsonValue& json, StepAnswer& out) {
  FIELDS(kind, symbols, numbers, value)
  if (json.contains("reduced")) FIELD(reduced)
}

READ(WeightAnswer, name, role, gate, gates, shape, count, trainable, column, direction)

static void from_json(const JsonValue& json, RuleAnswer& out) {
  const std::pair<std::string_view, std::string*> numbers[] = {{"gates", &out.gates},
                                                               {"candidates", &out.candidates},
                                                               {"matrices", &out.matrices},
                                                               {"bias", &out.bias},
                                                               {"bias_vectors", &out.bias_vectors},
                                                               {"directions", &out.directions},
                                                               {"vectors", &out.vectors},
                                                               {"spare", &out.spare},
                                                               {"input_word", &out.input_word}};
  json.at("input_first").get_to(out.input_first);
  for (const auto& [key, value] : json.items()) {
    const auto* number = std::find_if(std::begin(numbers), std::end(numbers),
                                      [&, &key = key](const auto& one) { return one.first == key; });
    if (number != std::end(numbers))
      value.get_to(*number->second);
    else if (key != "input_first")
      out.parts.emplace_back(key, value);
  }
}

READ(GateAnswer, id, role, candidate, unused)
READ(RunAnswer, first, last, like, sum)

static void from_json(const JsonValue& json, LayerAnswer& out) {
  FIELDS(name, cell, units, input, output, directions, merge_mode, total, trainable, frozen, tied, origin,
         like, gates, steps)
  json.at("hands_on").at("width").get_to(out.hands_on.width);
  json.at("hands_on").at("steps").get_to(out.hands_on.steps);
  if (out.like < 0) {
    FIELDS(rule, weights)
    return;
  }
  EXPECT_TRUE(out.gates.empty() && out.steps.empty() && !json.contains("rule"));
  for (const JsonValue& weight : json.at("weights")) {
    EXPECT_EQ(weight.size(), 1U);
    weight.at("name").get_to(out.weights.emplace_back().name);
  }
}

/// What a repeated layer leaves out, from the one that it repeats.
static void complete(LayerAnswer& layer, const LayerAnswer& full) {
  ASSERT_EQ(layer.weights.size(), full.weights.size());
  layer.rule = full.rule;
  layer.gates = full.gates;
  layer.steps = full.steps;
  for (std::size_t i = 0; i < full.weights.size(); ++i) {
    const std::string name = layer.weights[i].name;
    layer.weights[i] = full.weights[i];
    layer.weights[i].name = name;
  }
}

READ(Term, kind, sign, numbers, value, layers, cells)
READ(EffectiveAnswer, numbers, value, terms)

static void from_json(const JsonValue& json, Fields& out) {
  for (const Key key : keys) json.at(name(key)).get_to(out[key].text);
}

READ(Answer, query, problems, more_problems, readable, framework, fields, written, total, counted, trainable,
     frozen, effective, layers, runs, steps)
READ(Comparison, framework, total, problems, more_problems, sign, difference, terms)

bool is_json(std::string_view text) { return JsonValue::accept(text); }

Answer explain(std::string_view query) {
  Answer out = JsonValue::parse(explain_json(query));
  for (std::size_t i = 0; i < out.layers.size(); ++i)
    if (const int like = out.layers[i].like; like >= 0) {
      EXPECT_LT(static_cast<std::size_t>(like), i);
      complete(out.layers[i], out.layers[static_cast<std::size_t>(like)]);
    }
  return out;
}

std::vector<Comparison> compare(std::string_view query) { return JsonValue::parse(compare_json(query)); }

}  // namespace rnn
