#include "core/model.h"

#include <algorithm>
#include <utility>

#include "core/fixes.h"
#include "core/layer_reading.h"
#include "core/layers_text.h"
#include "core/nearest.h"
#include "core/numbers.h"
#include "core/rare.h"
#include "core/shapes.h"

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
    nearest.consider(framework.id);
    nearest.consider(framework.synonyms);
    nearest.consider(framework.name);
  }
  model.problems.report(Key::framework, "unknown_framework", whole(typed))
      .with("text", typed.text)
      .suggest(nearest.word());
}

const Layer* first_of(const Model& model) { return model.layers.empty() ? nullptr : &model.layers.front(); }

bool starts_with_embedding(const Model& model) {
  const Layer* first = first_of(model);
  return first != nullptr && first->cell == Cell::embedding;
}

/// What the first layer says of what comes in.
Whole said_by_first(const Model& model, Option option) {
  const Layer* first = first_of(model);
  if (first == nullptr || first->word == nullptr || !has(*first->word, option)) return Whole(0);
  return first->settings[option];
}

/// Whether no layer needs to be told what comes in: those before it only pass it on.
bool says_itself(const Model& model) {
  for (const Layer& layer : model.layers) {
    if (layer.word == nullptr) return false;
    if (layer.cell == Cell::embedding || layer.argument[static_cast<std::size_t>(Option::input)] >= 0)
      return true;
    if (layer.cell != Cell::passing && layer.cell != Cell::dropout) return false;
  }
  return false;
}

/// A field and the first layer say two numbers.
RARE void contradicts_field(const Query& query, Model& model, Key key, Option option) {
  Layer& first = model.layers.front();
  const int index = first.argument[static_cast<std::size_t>(option)];
  const WrittenArgument& argument =
      model.written.front().arguments[static_cast<std::size_t>(std::max(index, 0))];
  const std::string& given = field(query, key).text;
  const std::string said = digits(first.settings[option]);
  model.problems.report(Key::layers, "conflict", argument.span)
      .with("what", name(key))
      .with("text", said)
      .with("first", ascii_digits(trimmed(given)))
      .with("layer", model.written.front().name)
      .fix("use", std::string(name(key)) + "=" + said, key, whole(field(query, key)), said);
  for (Layer& layer : model.layers)
    if (layer.origin == 0) layer.flawed = true;
}

void read_input(const Query& query, Model& model) {
  const Field& typed = field(query, Key::input);
  const Whole said = said_by_first(model, Option::input);
  if (said != Whole(0)) model.input = said;
  if (query.problems.count(Key::input) + query.repeated.count(Key::input) != 0) return;
  if (starts_with_embedding(model)) {
    if (trimmed(typed.text).empty()) return;
    model.problems.report(Key::input, "conflict", whole(typed))
        .with("what", "embedding")
        .with("text", typed.text)
        .with("largest", digits(model.layers.front().settings[Option::units]))
        .fix("clear", typed.text, Key::input, whole(typed), "");
    return;
  }
  const SizeReading size = read_size(ascii_digits(typed.text), 1, largest_size);
  if (said == Whole(0) || size.value) model.input = size.value;
  if (said != Whole(0) && said && size.value && *said != *size.value)
    return contradicts_field(query, model, Key::input, Option::input);
  if (size.code.empty() || (size.code == "missing" && (says_itself(model)))) return;
  if (size.code == "missing" && meant_by_another_key(query, Key::input, model)) return;
  report_size(model.problems, Key::input, {typed.text, whole(typed)}, size, "input", "", 1, largest_size);
}

/// The steps of what comes in: no layer's count needs them, unless one lays them out in a row.
void read_timesteps(const Query& query, Model& model) {
  const Field& typed = field(query, Key::timesteps);
  const Whole said = said_by_first(model, Option::timesteps);
  if (said && *said != 0) model.timesteps = said;
  if (query.problems.count(Key::timesteps) + query.repeated.count(Key::timesteps) != 0) return;
  const SizeReading size = read_size(ascii_digits(typed.text), 1, largest_size);
  if (size.code == "missing") {
    meant_by_another_key(query, Key::timesteps, model);
    return;
  }
  if (said && *said != 0 && size.value && *said != *size.value)
    return contradicts_field(query, model, Key::timesteps, Option::timesteps);
  model.timesteps = size.value;
  if (!size.code.empty())
    report_size(model.problems, Key::timesteps, {typed.text, whole(typed)}, size, name(Key::timesteps), "", 1,
                largest_size);
}

void no_layers(const Query& query, Model& model) {
  if (meant_by_another_key(query, Key::layers, model)) return;
  const std::string& text = field(query, Key::layers).text;
  const bool has_comment = may_have_comment(text);
  const Span span = whole(field(query, Key::layers));
  model.problems.report(Key::layers, "missing", span)
      .with("option", "layers")
      .fix("add", "LSTM(32)", Key::layers, has_comment ? Span{0, 0} : span,
           has_comment ? "LSTM(32) " : "LSTM(32)");
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
  model.spoken = framework_of(query);
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
  read_input(query, model);
  read_timesteps(query, model);
  follow_shapes(query, model);
  return model;
}

const Tuple* Layer::tuple(Option option) const {
  for (const auto& [id, items] : tuples)
    if (id == option) return &items;
  return nullptr;
}

const char* name(Way way) {
  switch (way) {
    case Way::whole: return "";
    case Way::forward: return "forward";
    case Way::backward: return "backward";
  }
  return "";
}

Whole directions(const Layer& layer) { return add(layer.settings[Option::bidirectional], 1); }

RARE std::vector<Whole> window_sides(const Layer& layer) {
  const std::size_t axes = layer.word == nullptr ? 1 : layer.word->axes;
  const Tuple* sides = layer.settings[Option::kernel] ? layer.tuple(Option::kernel) : nullptr;
  std::vector<Whole> out(axes);
  for (std::size_t i = 0; sides != nullptr && i < axes; ++i)
    out[i] = static_cast<std::uint64_t>(*(*sides)[sides->size() == 1 ? 0 : i]);
  return out;
}

static bool is_over(const Layer& layer, Axis axis) {
  return layer.settings[Option::axis] == Whole(static_cast<std::uint64_t>(axis));
}

bool keeps_steps(const Layer& layer) {
  return layer.reads_sequence && (is_over(layer, Axis::steps) || is_over(layer, Axis::both));
}

bool keeps_features(const Layer& layer) {
  return !is_over(layer, Axis::none) && (!layer.reads_sequence || !is_over(layer, Axis::steps));
}

RARE std::vector<Whole> normalized(const Layer& layer) {
  if (!layer.settings[Option::axis]) return {Whole()};
  if (is_over(layer, Axis::none)) return {};
  if (!keeps_steps(layer)) return {layer.input};
  if (!keeps_features(layer)) return {layer.steps};
  // One of several axes has the batch's, too (batch_normalization.py, build, at Keras v2.15.0).
  if (layer.cell == Cell::batch_normalization) return {1, layer.steps, layer.input};
  return {layer.steps, layer.input};
}

RARE std::size_t shared_axes(const Layer& layer) {
  const Tuple* axes = layer.tuple(Option::shared_axes);
  return axes == nullptr ? 0 : axes->size();
}

RARE Whole model_width(const Layer& layer) {
  const Whole said = layer.settings[Option::output_shape];
  return said == Whole(0) ? multiply(layer.settings[Option::num_heads], layer.settings[Option::key_dim])
                          : said;
}

Whole recurrent_width(const Layer& layer) {
  return layer.rule.projects() ? layer.settings[Option::proj_size] : layer.settings[Option::units];
}

}  // namespace rnn
