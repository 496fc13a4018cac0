#include "core/explain.h"

#include "core/block.h"
#include "core/canonical.h"
#include "core/count.h"
#include "core/publish.h"
#include "core/rare.h"
#include "core/repeats.h"
#include "core/weights.h"

namespace rnn {
namespace {

/// The arguments as lists, like tokens: of a long text there are many.
void write(Json& json, const Written& written, const Utf16& text) {
  json.object().text("name", written.name).text("cell", name(written.layer));
  text.write(json, written.span);
  json.list("args");
  for (const WrittenArgument& argument : written.arguments) {
    json.list().item(argument.name).item(argument.text);
    text.list(json, argument.span);
    text.list(json, argument.value);
    json.end();
  }
  json.end().end();
}

/// Whether its number is told by its topic; those of matrices, biases and vectors have fields of their own.
bool counted_by_topic(const Part& part) {
  const bool alone = part.topic == Topic::matrix && part.times == 1;
  return !gated(part) && !feature_vectors(part) && part.topic != Topic::biases && !alone;
}

/// What the `ref`s that start with "rule." point to.
void write(Json& json, const Rule& rule, const Whole& ways) {
  const bool named = rule.gates().empty() || rule.gates().front().role != Gate::split;
  json.object("rule")
      .number("gates", named ? rule.matrices() - rule.candidates() : 0)
      .number("candidates", rule.candidates())
      .number("matrices", rule.matrices())
      .number("bias", rule.bias())
      .number("bias_vectors", rule.bias_vectors())
      .number("spare", rule.spare_bias_vectors())
      .number("directions", ways)
      .number("vectors", rule.vectors())
      .text("input_word", rule.words().input)
      .flag("input_first", rule.input_first());
  for (const Part& part : rule.parts())
    if (counted_by_topic(part) && &part == rule.part(part.topic)) json.number(name(part.topic), part.times);
  json.end();
}

std::string joined(const auto& texts) {
  std::string out;
  for (const auto& text : texts) {
    if (&text != &*texts.begin()) out += '|';
    out += text;
  }
  return out;
}

/// In nothing else, and so they have one origin.
bool differ_in_gate(const Piece& one, const Piece& other) {
  return one.topic == other.topic && one.column == other.column && one.rows == other.rows &&
         one.columns == other.columns && one.gate.empty() == other.gate.empty();
}

/// As lists, like tokens: what a tensor is, and the pieces of its picture, where those of several gates that
/// differ in nothing else are one.
void write(Json& json, const Weight& weight, bool certain, const Layer& layer, std::size_t index,
           const std::vector<Step>& steps) {
  std::vector<std::string> sides;
  for (const Whole& side : weight.shape) sides.push_back(side ? digits(side) : "?");
  json.list().item(weight.name).item(name(weight.role)).item(weight.gate).item(joined(weight.gates));
  json.item(joined(sides)).item(digits(certain ? count(weight) : Whole()));
  json.item(weight.trainable ? "1" : "").item(column_names(weight.columns)).item(name(weight.direction));
  const std::vector<Piece> all = rnn::pieces(weight, layer);
  for (auto piece = all.begin(); piece != all.end();) {
    std::string gates(piece->gate);
    std::string rest = name(piece->topic);
    ((rest += '|') += column_names(piece->column)) += '|';
    ((rest += digits(piece->rows)) += '|') += digits(piece->columns);
    append_short(rest += '|', origin_of(*piece, layer, index, steps));
    const Piece& first = *piece++;
    for (; piece != all.end() && differ_in_gate(first, *piece); ++piece) (gates += '|') += piece->gate;
    json.item(gates).item(rest);
  }
  json.end();
}

void write(Json& json, const std::vector<Step>& steps, bool certain) {
  json.list("steps");
  for (const Step& step : steps) {
    const ShownStep shown = rnn::shown(step, certain);
    json.object().text("kind", name(step.topic));
    write(json, "symbols", shown.symbols);
    write(json, "numbers", shown.numbers);
    if (!shown.reduced.empty()) write(json, "reduced", shown.reduced);
    json.text("value", shown.value).end();
  }
  json.end();
}

/// What names a layer and is its own, whomever it repeats.
void write_sizes(Json& json, const Layer& layer, int like) {
  const LayerSizes sizes = rnn::sizes(layer);
  json.text("name", layer.name)
      .text("cell", name(layer.word))
      .number("units", sizes.units)
      .number("input", layer.input)
      .number("output", layer.passed.width)
      .number("directions", sizes.directions)
      .text("merge_mode", sizes.merge_mode)
      .text("way", name(layer.way))
      .number("total", sizes.total)
      .index("origin", layer.origin)
      .index("like", like);
  const Whole kept = sizes.total ? frozen(layer) : Whole();
  json.number("trainable", subtract(sizes.total, kept)).number("frozen", kept);
  json.index("tied", layer.tied);
  const Passed& passed = layer.passed;
  json.object("hands_on").number("width", passed.width);
  json.number("steps", passed.last_step || passed.axes != Passed::Axes::sequence ? Whole() : passed.steps);
  json.end();
}

void write(Json& json, const Layer& layer, std::size_t index, const std::vector<Step>& steps) {
  const bool certain = !layer.flawed;
  json.object();
  write_sizes(json, layer, -1);
  write(json, layer.rule, directions(layer));
  json.list("window");
  if (layer.word != nullptr && has(*layer.word, Option::kernel))
    for (const Whole& side : window_sides(layer)) json.item(digits(side));
  json.end().list("gates");
  for (const Gate& gate : layer.rule.gates()) {
    json.list().item(gate.name).item(name(gate.role));
    if (layer.rule.unused(gate.name)) json.item("unused");
    json.end();
  }
  json.end().list("weights");
  for (const Weight& weight : weights(layer)) write(json, weight, certain, layer, index, steps);
  json.end();
  write(json, steps, certain);
  json.end();
}

/// Of a layer that repeats another one only what the other does not say.
RARE void write_repeated(Json& json, const Layer& layer, int like) {
  json.object();
  write_sizes(json, layer, like);
  json.list("gates").end().list("weights");
  for (const Weight& weight : weights(layer)) json.object().text("name", weight.name).end();
  json.end().list("steps").end().end();
}

void write(Json& json, const std::vector<Run>& runs) {
  json.list("runs");
  for (const Run& run : runs) {
    json.object().index("first", run.first).index("last", run.last).index("like", run.like);
    json.number("sum", run.sum).end();
  }
  json.end();
}

/// What of a model's total has an effect of its own: the total less the terms. Empty without a total.
void write_effective(Json& json, const Model& model, bool sound) {
  const std::vector<Difference> differences = sound ? without_effect(model) : std::vector<Difference>();
  std::vector<Expr> rest;
  for (const Difference& difference : differences) {
    const Expr& expr = difference.numbers;
    if (expr.kind == Expr::Kind::sum)
      rest.insert(rest.end(), expr.terms.begin(), expr.terms.end());
    else
      rest.push_back(expr);
  }
  const Expr whole = rnn::difference(constant(model.total, "total"), std::move(rest));
  json.object("effective");
  write(json, "numbers", sound ? tokens(whole, Reading::numbers) : Tokens());
  json.number("value", sound ? evaluate(whole) : Whole());
  write(json, differences);
  json.end();
}

}  // namespace

std::string explain_json(std::string_view query) {
  const Query parsed = parse(query);
  const Model model = counted(parsed, framework_of(parsed));
  const bool sound = model.problems.empty();
  Json json;
  json.object().text("query", sound ? canonical(model) : "");
  const Texts texts = utf16_of(parsed.fields);
  write(json, model.problems, texts);
  json.flag("readable", parsed.readable())
      .text("framework", model.framework == nullptr ? "" : model.framework->id)
      .object("fields");
  for (const Key key : keys) json.text(name(key), parsed.fields[key].text);
  json.end().list("written");
  const Utf16& layers_text = texts[static_cast<std::size_t>(Key::layers)];
  for (const Written& written : model.written) write(json, written, layers_text);
  json.end().number("total", sound ? model.total : Whole());
  const Whole kept = sound ? frozen(model) : Whole();
  json.number("counted", model.counted);
  json.number("trainable", sound ? subtract(model.total, kept) : Whole()).number("frozen", kept);
  write_effective(json, model, sound);
  const Derivation derivation = derive(model);
  const std::vector<int> repeats = rnn::repeats(model, derivation);
  json.list("layers").line();
  for (std::size_t i = 0; i < repeats.size(); ++i) {
    if (repeats[i] < 0)
      write(json, model.layers[i], i, derivation.layers[i]);
    else
      write_repeated(json, model.layers[i], repeats[i]);
    json.line();
  }
  json.end();
  write(json, runs(model, repeats));
  write(json, derivation.closing, sound);
  return json.end().take();
}

}  // namespace rnn
