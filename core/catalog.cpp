#include "core/catalog.h"

#include <algorithm>

#include "core/json.h"
#include "core/rule.h"
#include "core/version.h"

namespace rnn {
namespace {

const char* name(OptionWord::Kind kind) {
  switch (kind) {
    case OptionWord::Kind::size: return "size";
    case OptionWord::Kind::flag: return "flag";
    case OptionWord::Kind::choice: return "choice";
    case OptionWord::Kind::rate: return "rate";
  }
  return "";
}

/// A cell as `framework` keeps it while every option has its default.
void write(Json& json, const Framework& framework, const LayerWord& layer) {
  Settings settings;
  for (const OptionWord& option : options())
    settings[option.option] = offer(framework, layer.cell, option.option).preset;
  const Rule rule = rule_for(framework, layer.cell, settings);
  json.object().text("cell", rnn::name(layer.cell)).text("name", rule.name());
  json.object("words")
      .text("units", rule.words().units)
      .text("input", rule.words().input)
      .text("projection", rule.words().projection)
      .end();
  json.number("matrices", rule.matrices()).list("options");
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    const Offer here = offer(framework, layer.cell, option);
    if (facts.required || here.fixed) continue;
    json.object()
        .text("name", facts.spellings.front())
        .text("default", value_text(facts, here.preset))
        .text("called", here.called)
        .texts("choices", facts.choices)
        .end();
  }
  json.end().list("shorthands");
  if (layer.recurrent && !framework.stacks) json.item("num_layers");
  if (layer.recurrent && (framework.one_way & bit(layer.cell)) != 0) json.item("bidirectional");
  json.end().end();
}

void write(Json& json, const Framework& framework) {
  json.object().text("id", framework.id).text("name", framework.name);
  json.object("words")
      .text("units", framework.words.units)
      .text("input", framework.words.input)
      .text("previous", framework.previous)
      .text("current", framework.current)
      .end();
  json.list("cells");
  for (const LayerWord& layer : layers())
    if (has_cell(framework, layer.cell)) write(json, framework, layer);
  json.end()
      .text("source", framework.source)
      .text("version", framework.version)
      .text("reason", framework.reason)
      .flag("featured", framework.featured)
      .end();
}

bool has(const LayerWord& layer, Option option) {
  return std::find(layer.options.begin(), layer.options.end(), option) != layer.options.end();
}

/// Whether any framework stores something for that kind of layer.
bool learns(Cell cell) {
  return std::any_of(frameworks().begin(), frameworks().end(), [&](const Framework& framework) {
    return std::any_of(framework.layouts.begin(), framework.layouts.end(),
                       [&](const Layout& layout) { return layout.cell == cell && !layout.tensors.empty(); });
  });
}

void write(Json& json, const LayerWord& layer) {
  json.object().text("cell", rnn::name(layer.cell)).texts("names", layer.names);
  json.flag("recurrent", layer.recurrent)
      .flag("learns", learns(layer.cell))
      .flag("keeps_width", !has(layer, Option::units))
      .flag("reads_words", has(layer, Option::vocabulary))
      .list("arguments");
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    json.object()
        .text("name", facts.spellings.front())
        .texts("spellings", facts.spellings)
        .text("kind", name(facts.kind))
        .texts("choices", facts.choices)
        .flag("positional", std::count(layer.positional.begin(), layer.positional.end(), option) != 0)
        .flag("required", facts.required)
        .end();
  }
  json.end().end();
}

}  // namespace

std::string catalog_json() {
  Json json;
  json.object().text("version", version).list("keys");
  for (const Key key : keys)
    json.object().text("name", rnn::name(key)).texts("spellings", spellings(key)).end();
  json.end().list("frameworks");
  for (const Framework& framework : frameworks()) write(json, framework);
  json.end().list("layers");
  for (const LayerWord& layer : layers()) write(json, layer);
  json.end()
      .object("limits")
      .number("text", largest_text)
      .number("layers", most_layers)
      .number("nesting", deepest_nesting)
      .number("size", largest_size)
      .number("total", largest_total)
      .end();
  return json.end().take();
}

}  // namespace rnn
