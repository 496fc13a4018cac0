// The border to JavaScript: text in, data out. The only file that includes Emscripten's headers. An answer
// crosses it as one JSON text, so that nothing there is to be freed. The shapes are declared in engine.d.ts.
#include <emscripten/bind.h>

#include "core/catalog.h"
#include "core/compare.h"
#include "core/explain.h"
#include "core/render.h"
#include "web/json.h"

namespace rnn {

using json::Object;
using json::put;

// One `put` per type of the answers, found by argument-dependent lookup from the lists and objects that hold
// it.

static Object& place(Object& object, Place place) {
  return object.field("start", place.start).field("end", place.end);
}

static void put(std::string& out, const EditAnswer& edit) {
  Object object(out);
  place(object, edit.place).field("key", edit.key).field("text", edit.text);
}

static void put(std::string& out, const FixAnswer& fix) {
  Object(out).field("kind", fix.kind).field("text", fix.text).field("edits", fix.edits);
}

/// What a sentence about a problem needs.
struct Arguments {
  const ProblemAnswer& problem;
};

static void put(std::string& out, const Arguments& arguments) {
  const ProblemAnswer& problem = arguments.problem;
  Object object(out);
  for (const Detail& detail : problem.details) object.field(detail.name, detail.text);
  if (!problem.choices.empty()) object.field("choices", problem.choices);
  if (problem.code == "unsupported") object.field("frameworks", problem.frameworks);
  if (!problem.fixes.empty()) object.field("fixes", problem.fixes);
}

static void put(std::string& out, const ProblemAnswer& problem) {
  Object object(out);
  place(object.field("key", problem.key).field("code", problem.code), problem.place)
      .field("args", Arguments{problem});
}

static void put(std::string& out, const ArgumentAnswer& argument) {
  Object object(out);
  place(object.field("name", argument.name).field("text", argument.text), argument.place);
}

static void put(std::string& out, const WrittenAnswer& written) {
  Object object(out);
  place(object.field("name", written.name).field("cell", written.cell), written.place)
      .field("args", written.arguments);
}

/// Most of an answer is tokens: they cross as lists without their empty ends, and engine.js makes objects of
/// them.
static void put(std::string& out, const Token& token) {
  out += "[\"";
  out += name(token.kind);
  out += "\",";
  put(out, token.text);
  const bool scripts = !token.sub.empty() || !token.sup.empty();
  for (const std::string* part : {&token.ref, &token.sub, &token.sup}) {
    if (!scripts && (part != &token.ref || token.ref.empty())) continue;
    out += ',';
    put(out, *part);
  }
  out += ']';
}

static void put(std::string& out, const Formula& formula) {
  Object(out).field("text", formula.text).field("tokens", formula.tokens);
}

static void put(std::string& out, const StepAnswer& step) {
  Object object(out);
  object.field("kind", step.kind).field("symbols", step.symbols).field("numbers", step.numbers);
  if (!step.reduced.tokens.empty()) object.field("reduced", step.reduced);
  object.field("value", step.value);
}

static void put(std::string& out, const WeightAnswer& weight) {
  Object object(out);
  object.field("name", weight.name)
      .field("role", weight.role)
      .field("gate", weight.gate)
      .field("gates", weight.gates);
  object.field("shape", weight.shape).field("count", weight.count);
  object.field("trainable", weight.trainable).field("column", weight.column);
  object.field("direction", weight.direction);
}

static void put(std::string& out, const RuleAnswer& rule) {
  Object object(out);
  object.field("gates", rule.gates).field("candidates", rule.candidates).field("matrices", rule.matrices);
  object.field("bias", rule.bias).field("bias_vectors", rule.bias_vectors);
  object.field("directions", rule.directions).field("vectors", rule.vectors);
  for (const auto& [kind, times] : rule.parts) object.field(kind, times);
}

static void put(std::string& out, const GateAnswer& gate) {
  Object(out).field("id", gate.id).field("candidate", gate.candidate);
}

static void put(std::string& out, const LayerAnswer& layer) {
  Object object(out);
  object.field("name", layer.name).field("cell", layer.cell);
  object.field("units", layer.units).field("input", layer.input).field("output", layer.output);
  object.field("directions", layer.directions)
      .field("merge_mode", layer.merge_mode)
      .field("total", layer.total);
  object.field("origin", static_cast<unsigned>(layer.origin)).field("rule", layer.rule);
  object.field("gates", layer.gates).field("weights", layer.weights).field("steps", layer.steps);
}

static void put(std::string& out, const Fields& fields) {
  Object object(out);
  for (const Key key : keys) object.field(name(key), fields[key].text);
}

static void put(std::string& out, const Term& term) {
  Object object(out);
  object.field("kind", term.kind)
      .field("sign", term.sign)
      .field("numbers", term.numbers)
      .field("value", term.value);
}

static void put(std::string& out, const EffectiveAnswer& effective) {
  Object(out)
      .field("numbers", effective.numbers)
      .field("value", effective.value)
      .field("terms", effective.terms);
}

static void put(std::string& out, const Answer& answer) {
  Object object(out);
  object.field("query", answer.query).field("problems", answer.problems).field("framework", answer.framework);
  object.field("fields", answer.fields).field("written", answer.written);
  object.field("total", answer.total)
      .field("effective", answer.effective)
      .field("layers", answer.layers)
      .field("steps", answer.steps);
}

static void put(std::string& out, const Comparison& comparison) {
  Object object(out);
  object.field("framework", comparison.framework).field("total", comparison.total);
  object.field("problems", comparison.problems).field("sign", comparison.sign);
  object.field("difference", comparison.difference).field("terms", comparison.terms);
}

static void put(std::string& out, const OptionOffer& option) {
  Object(out).field("name", option.name).field("default", option.preset).field("choices", option.choices);
}

static void put(std::string& out, const CellFacts& cell) {
  Object object(out);
  object.field("cell", cell.cell).field("name", cell.name);
  object.field("matrices", cell.matrices).field("options", cell.options);
}

static void put(std::string& out, const FrameworkWords& words) {
  Object object(out);
  object.field("units", words.units).field("input", words.input);
  object.field("previous", words.previous).field("current", words.current);
}

static void put(std::string& out, const FrameworkFacts& framework) {
  Object object(out);
  object.field("id", framework.id).field("name", framework.name).field("words", framework.words);
  object.field("cells", framework.cells).field("source", framework.source);
  object.field("version", framework.version)
      .field("reason", framework.reason)
      .field("featured", framework.featured);
}

static void put(std::string& out, const ArgumentFacts& argument) {
  Object object(out);
  object.field("name", argument.name).field("spellings", argument.spellings).field("kind", argument.kind);
  object.field("choices", argument.choices)
      .field("positional", argument.positional)
      .field("required", argument.required);
}

static void put(std::string& out, const LayerFacts& layer) {
  Object object(out);
  object.field("cell", layer.cell).field("names", layer.names);
  object.field("recurrent", layer.recurrent).field("arguments", layer.arguments);
}

static void put(std::string& out, const Limits& limits) {
  Object object(out);
  object.field("text", limits.text).field("layers", limits.layers).field("nesting", limits.nesting);
  object.field("size", limits.size).field("total", limits.total);
}

static void put(std::string& out, const KeyFacts& key) {
  Object(out).field("name", key.name).field("spellings", key.spellings);
}

static void put(std::string& out, const Catalog& facts) {
  Object object(out);
  object.field("version", facts.version).field("keys", facts.keys).field("frameworks", facts.frameworks);
  object.field("layers", facts.layers).field("limits", facts.limits);
}

template <class T>
static std::string text_of(const T& data) {
  std::string out;
  put(out, data);
  return out;
}

static std::string explain_json(const std::string& query) { return text_of(explain(query)); }
static std::string compare_json(const std::string& query) { return text_of(compare(query)); }
static std::string catalog_json() { return text_of(catalog()); }
static std::string render_text(const std::string& query, const std::string& format) {
  return render(query, format);
}

EMSCRIPTEN_BINDINGS(rnn_params) {
  emscripten::function("explain", &explain_json);
  emscripten::function("compare", &compare_json);
  emscripten::function("catalog", &catalog_json);
  emscripten::function("render", &render_text);
}

}  // namespace rnn
