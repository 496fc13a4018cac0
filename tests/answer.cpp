#include "tests/answer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/compare.h"
#include "core/explain.h"
#include "tests/json_value.h"

namespace rnn {
namespace {

// One `read` per type.

void read(const JsonValue& json, std::string& out) {
  EXPECT_EQ(json.kind, JsonValue::Kind::text) << json.text;
  out = json.text;
}

void read(const JsonValue& json, bool& out) {
  EXPECT_EQ(json.kind, JsonValue::Kind::flag) << json.text;
  out = json.text == "true";
}

std::size_t index(const JsonValue& json) {
  EXPECT_EQ(json.kind, JsonValue::Kind::number) << json.text;
  std::size_t out = 0;
  for (const char c : json.text) out = out * 10 + static_cast<std::size_t>(c - '0');
  return out;
}

void read(const JsonValue& json, Place& out) {
  out = {static_cast<unsigned>(index(json["start"])), static_cast<unsigned>(index(json["end"]))};
}

template <class T>
void read(const JsonValue& json, std::vector<T>& out);

void read(const JsonValue& json, EditAnswer& out) {
  read(json["key"], out.key);
  read(json, out.place);
  read(json["text"], out.text);
}

void read(const JsonValue& json, FixAnswer& out) {
  read(json["kind"], out.kind);
  read(json["text"], out.text);
  read(json["edits"], out.edits);
}

void read(const JsonValue& json, ProblemAnswer& out) {
  read(json["key"], out.key);
  read(json["code"], out.code);
  read(json, out.place);
  for (const auto& [name, value] : json["args"].fields) {
    if (name == "choices")
      read(value, out.choices);
    else if (name == "frameworks")
      read(value, out.frameworks);
    else if (name == "fixes")
      read(value, out.fixes);
    else
      out.details.push_back({name, value.text});
  }
}

void read(const JsonValue& json, ArgumentAnswer& out) {
  read(json["name"], out.name);
  read(json["text"], out.text);
  read(json, out.place);
}

void read(const JsonValue& json, WrittenAnswer& out) {
  read(json["name"], out.name);
  read(json["cell"], out.cell);
  read(json, out.place);
  read(json["args"], out.arguments);
}

void read(const JsonValue& json, Token& out) {
  using Kind = Token::Kind;
  for (const Kind kind : {Kind::number, Kind::symbol, Kind::op, Kind::bracket, Kind::missing})
    if (json.items.at(0).text == name(kind)) out.kind = kind;
  EXPECT_EQ(json.items[0].text, name(out.kind));
  read(json.items.at(1), out.text);
  if (json.items.size() > 2) read(json.items[2], out.ref);
}

void read(const JsonValue& json, Formula& out) {
  read(json["text"], out.text);
  read(json["tokens"], out.tokens);
}

void read(const JsonValue& json, StepAnswer& out) {
  read(json["kind"], out.kind);
  read(json["symbols"], out.symbols);
  read(json["numbers"], out.numbers);
  if (json["reduced"].kind == JsonValue::Kind::object) read(json["reduced"], out.reduced);
  read(json["value"], out.value);
}

void read(const JsonValue& json, WeightAnswer& out) {
  read(json["name"], out.name);
  read(json["role"], out.role);
  read(json["gate"], out.gate);
  read(json["gates"], out.gates);
  read(json["shape"], out.shape);
  read(json["count"], out.count);
  read(json["trainable"], out.trainable);
  read(json["column"], out.column);
  read(json["direction"], out.direction);
}

void read(const JsonValue& json, RuleAnswer& out) {
  const std::pair<std::string_view, std::string*> numbers[] = {
      {"gates", &out.gates},    {"candidates", &out.candidates},     {"matrices", &out.matrices},
      {"bias", &out.bias},      {"bias_vectors", &out.bias_vectors}, {"directions", &out.directions},
      {"vectors", &out.vectors}};
  for (const auto& [name, number] : numbers) read(json[name], *number);
  for (const auto& [name, value] : json.fields)
    if (std::none_of(std::begin(numbers), std::end(numbers),
                     [&, &field = name](const auto& number) { return number.first == field; }))
      out.parts.emplace_back(name, value.text);
}

void read(const JsonValue& json, GateAnswer& out) {
  read(json["id"], out.id);
  read(json["role"], out.role);
  read(json["candidate"], out.candidate);
}

/// An index, or −1.
int like(const JsonValue& json) { return json.text == "-1" ? -1 : static_cast<int>(index(json)); }

void read(const JsonValue& json, RunAnswer& out) {
  out.first = index(json["first"]);
  out.last = index(json["last"]);
  out.like = like(json["like"]);
  read(json["sum"], out.sum);
}

/// What a repeated layer leaves out, from the one that it repeats.
void complete(LayerAnswer& layer, const LayerAnswer& full) {
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

void read(const JsonValue& json, LayerAnswer& out) {
  read(json["name"], out.name);
  read(json["cell"], out.cell);
  read(json["units"], out.units);
  read(json["input"], out.input);
  read(json["output"], out.output);
  read(json["directions"], out.directions);
  read(json["merge_mode"], out.merge_mode);
  read(json["total"], out.total);
  out.origin = index(json["origin"]);
  out.like = like(json["like"]);
  read(json["gates"], out.gates);
  read(json["steps"], out.steps);
  if (out.like < 0) {
    read(json["rule"], out.rule);
    read(json["weights"], out.weights);
    return;
  }
  EXPECT_TRUE(out.gates.empty() && out.steps.empty() && json["rule"].fields.empty());
  for (const JsonValue& weight : json["weights"].items) {
    EXPECT_EQ(weight.fields.size(), 1U);
    read(weight["name"], out.weights.emplace_back().name);
  }
}

void read(const JsonValue& json, Term& out) {
  read(json["kind"], out.kind);
  read(json["sign"], out.sign);
  read(json["numbers"], out.numbers);
  read(json["value"], out.value);
}

void read(const JsonValue& json, EffectiveAnswer& out) {
  read(json["numbers"], out.numbers);
  read(json["value"], out.value);
  read(json["terms"], out.terms);
}

void read(const JsonValue& json, Answer& out) {
  read(json["query"], out.query);
  read(json["problems"], out.problems);
  read(json["framework"], out.framework);
  for (const Key key : keys) read(json["fields"][name(key)], out.fields[key].text);
  read(json["written"], out.written);
  read(json["total"], out.total);
  read(json["effective"], out.effective);
  read(json["layers"], out.layers);
  read(json["runs"], out.runs);
  read(json["steps"], out.steps);
}

void read(const JsonValue& json, Comparison& out) {
  read(json["framework"], out.framework);
  read(json["total"], out.total);
  read(json["problems"], out.problems);
  read(json["sign"], out.sign);
  read(json["difference"], out.difference);
  read(json["terms"], out.terms);
}

template <class T>
void read(const JsonValue& json, std::vector<T>& out) {
  EXPECT_EQ(json.kind, JsonValue::Kind::list) << json.text;
  out.resize(json.items.size());
  for (std::size_t i = 0; i < out.size(); ++i) read(json.items[i], out[i]);
}

}  // namespace

Answer explain(std::string_view query) {
  Answer out;
  read(read_json(explain_json(query)), out);
  for (std::size_t i = 0; i < out.layers.size(); ++i)
    if (const int like = out.layers[i].like; like >= 0) {
      EXPECT_LT(static_cast<std::size_t>(like), i);
      complete(out.layers[i], out.layers[static_cast<std::size_t>(like)]);
    }
  return out;
}

std::vector<Comparison> compare(std::string_view query) {
  std::vector<Comparison> out;
  read(read_json(compare_json(query)), out);
  return out;
}

}  // namespace rnn
