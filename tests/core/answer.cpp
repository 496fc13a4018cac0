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

static std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t start = 0; !text.empty() && start <= text.size();) {
    const std::size_t end = std::min(text.find('|', start), text.size());
    out.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

static std::string long_ref(const std::string& ref) {
  const std::size_t dot = ref.find('.');
  const bool is_short = ref.size() > 1 && (ref[0] == 'w' || ref[0] == 'l') && ref[1] >= '0' && ref[1] <= '9';
  if (!is_short) return ref;
  const std::string first = ref.substr(1, dot - 1);
  const std::string second = ref.substr(dot + 1);
  return ref[0] == 'w' ? "written." + first + ".args." + second : "layers." + first + ".steps." + second;
}

/// As web/border/wire.js reads it.
static void from_json(const JsonValue& json, Formula& out) {
  for (const std::string& piece : pieces_of(json.get<std::string>())) {
    const std::size_t colon = std::min(piece.find(':'), piece.size());
    Token token;
    token.text = piece.substr(0, colon);
    token.ref = long_ref(piece.substr(std::min(colon + 1, piece.size())));
    const auto is_one_of = [&](std::initializer_list<const char*> signs) {
      return std::any_of(signs.begin(), signs.end(), [&](const char* sign) { return token.text == sign; });
    };
    const bool digit = !token.text.empty() && token.text[0] >= '0' && token.text[0] <= '9';
    token.kind = token.text == "?"                 ? Token::Kind::missing
                 : digit                           ? Token::Kind::number
                 : is_one_of({"+", "−", "×", "÷"}) ? Token::Kind::op
                 : is_one_of({"(", ")", "[", "]"}) ? Token::Kind::bracket
                                                   : Token::Kind::symbol;
    if (token.kind == Token::Kind::missing) token.text.clear();
    out.tokens.push_back(std::move(token));
  }
  out.text = to_text(out.tokens);
}

READ(Place, start, end)

/// Two items of a list.
static Place place_at(const JsonValue& json, std::size_t index) {
  return {json.at(index).get<unsigned>(), json.at(index + 1).get<unsigned>()};
}

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

static void from_json(const JsonValue& json, WeightAnswer& out) {
  EXPECT_GE(json.size(), 9U);
  const auto text = [&](std::size_t index) { return json.at(index).get<std::string>(); };
  out = {text(0),          text(1), text(2), pieces_of(text(3)), pieces_of(text(4)), text(5),
         !text(6).empty(), text(7), text(8)};
  for (std::string& side : out.shape)
    if (side == "?") side.clear();
}

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

static void from_json(const JsonValue& json, GateAnswer& out) {
  json.at(0).get_to(out.id);
  json.at(1).get_to(out.role);
  out.candidate = out.role == "candidate";
  out.unused = json.size() > 2;
}
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
