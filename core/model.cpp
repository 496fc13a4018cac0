#include "core/model.h"

#include <algorithm>
#include <utility>

#include "core/fixes.h"
#include "core/layer_reading.h"
#include "core/nearest.h"
#include "core/numbers.h"

namespace rnn {
namespace {

const Field& field(const Query& query, Key key) { return query.fields[key]; }

Span whole(const Field& field) { return {0, field.text.size()}; }

/// Where a field is missing, a key may have been meant that is spelled almost like its own.
bool meant_by_another_key(const Query& query, Key key, Model& model) {
  const NearKey& near = query.near[static_cast<std::size_t>(key)];
  if (near.name.empty()) return false;
  const Span span = whole(field(query, key));
  Problem& problem =
      model.problems.report(key, "unknown_key", span).with("text", near.name).with("suggestion", name(key));
  if (quote(near.text).size() == near.text.size())
    problem.fix("use", std::string(name(key)) + "=" + near.text, key, span, near.text);
  return true;
}

/// The default framework counts only where none was meant.
void check_default(const Query& query, Model& model) {
  // A comparison asks for its frameworks by itself.
  if (model.whole && trimmed(field(query, Key::framework).text).empty())
    meant_by_another_key(query, Key::framework, model);
}

void check_framework(const Query& query, Model& model) {
  if (model.framework != nullptr) return check_default(query, model);
  const Field& typed = field(query, Key::framework);
  const std::string name = ascii_digits(typed.text);
  Nearest nearest(without_prefix(trimmed(name)));
  for (const Framework& framework : frameworks()) {
    nearest.consider({&framework.id, 1});
    nearest.consider(framework.synonyms);
    nearest.consider({&framework.name, 1});
  }
  model.problems.report(Key::framework, "unknown_framework", whole(typed))
      .with("text", typed.text)
      .suggest(nearest.word());
}

bool starts_with_embedding(const Model& model) {
  return !model.written.empty() && model.written.front().cell == Cell::embedding;
}

void read_input(const Query& query, Model& model) {
  const Field& typed = field(query, Key::input);
  if (query.problems.count(Key::input) + query.repeated.count(Key::input) != 0) return;
  if (starts_with_embedding(model)) {
    if (trimmed(typed.text).empty()) return;
    model.problems.report(Key::input, "conflict", whole(typed))
        .with("what", "embedding")
        .with("text", typed.text)
        .with("largest", digits(model.layers.front().output))
        .fix("clear", typed.text, Key::input, whole(typed), "");
    return;
  }
  const SizeReading size = read_size(ascii_digits(typed.text), 1, largest_size);
  model.input = size.value;
  if (size.code.empty()) return;
  if (size.code == "missing" && meant_by_another_key(query, Key::input, model)) return;
  report_size(model.problems, Key::input, {typed.text, whole(typed)}, size, "input", "", 1, largest_size);
}

void no_layers(const Query& query, Model& model) {
  if (meant_by_another_key(query, Key::layers, model)) return;
  const Span span = whole(field(query, Key::layers));
  model.problems.report(Key::layers, "missing", span)
      .with("option", "layers")
      .fix("add", "LSTM(32)", Key::layers, span, "LSTM(32)");
}

/// An embedding turns word numbers into features: it can only come first.
void check_order(const Query& query, Model& model) {
  const std::string_view text = field(query, Key::layers).text;
  const bool has_first = starts_with_embedding(model);
  for (std::size_t i = 1; i < model.written.size(); ++i) {
    const Written& written = model.written[i];
    if (written.cell != Cell::embedding) continue;
    const std::string_view source = text.substr(written.span.start, written.span.end - written.span.start);
    const Span before{model.written.front().span.start, model.written[i - 1].span.end};
    const Span behind{before.end, written.span.end};
    Problem& problem = model.problems.report(Key::layers, "order", written.span).with("layer", written.name);
    if (has_first)
      problem.fix("remove", source, Key::layers, behind, "");
    else if (quote(source).size() == source.size())
      problem.fix("move", "", Key::layers, {before.start, before.start}, std::string(source) + ", ")
          .edit(Key::layers, behind, "");
  }
  for (Layer& layer : model.layers)
    layer.flawed = layer.flawed || (layer.cell == Cell::embedding && layer.origin > 0);
}

Whole output_of(const Layer& layer) {
  if (layer.cell == Cell::none) return {};
  if (layer.rule.passes_on()) return layer.input;
  const Whole ways = directions(layer);
  const Whole merge = layer.settings[Option::merge_mode];
  if (!ways || (*ways != 1 && !merge)) return {};
  const bool side_by_side = *ways == 2 && *merge == static_cast<std::uint64_t>(Merge::concat);
  return multiply(side_by_side ? 2 : 1, recurrent_width(layer));
}

/// What each layer reads is what the one before hands on.
void chain(Model& model) {
  Whole width = model.input;
  for (Layer& layer : model.layers) {
    layer.input = layer.cell == Cell::embedding ? layer.settings[Option::vocabulary] : width;
    layer.output = output_of(layer);
    width = layer.output;
  }
}

}  // namespace

const Framework* framework_of(const Query& query) {
  const std::string text = ascii_digits(field(query, Key::framework).text);
  const std::string_view typed = trimmed(text);
  return typed.empty() ? &frameworks().front() : find_framework(typed);
}

Model read_model(const Query& query, const Framework* framework, const KnownProblems* known) {
  Model model;
  model.framework = framework;
  model.whole = known == nullptr;
  model.problems = Problems(known);
  model.problems.append(query.repeated);
  model.problems.append(query.problems);
  check_framework(query, model);
  if (query.too_long) return model;
  for (const std::size_t item : query.items) {
    const Call& call = query.calls[item];
    if (model.layers.size() == most_layers) {
      model.problems.report(Key::layers, "limit", call.span)
          .with("what", "layers")
          .with("largest", most_layers);
      break;
    }
    read_layer(query, call, model);
  }
  const bool unread = query.problems.count(Key::layers) + query.repeated.count(Key::layers) != 0;
  if (query.items.empty() && !unread) no_layers(query, model);
  chain(model);
  read_input(query, model);
  chain(model);
  check_order(query, model);
  return model;
}

Whole directions(const Layer& layer) { return add(layer.settings[Option::bidirectional], 1); }

Whole recurrent_width(const Layer& layer) {
  return layer.rule.projects() ? layer.settings[Option::proj_size] : layer.settings[Option::units];
}

}  // namespace rnn
