#include "core/catalog.h"

#include <algorithm>

#include "core/arguments.h"
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
    case OptionWord::Kind::tuple: return "tuple";
  }
  return "";
}

/// What is said in a text, and not chosen in a list of options: how many steps come in is the field's, and a
/// mean is there with its variance alone.
bool is_unsaid(Option option) {
  return option == Option::timesteps || option == Option::pad || option == Option::return_sequences ||
         option == Option::keepdims || option == Option::mean || option == Option::variance;
}

/// How a pooling's window moves, in that framework: PyTorch's may read one that is not whole, and its largest
/// numbers places apart; it pads by a number.
bool moves_so(const Framework& framework, const LayerWord& layer, Option option) {
  if (layer.does != Does::pools) return true;
  if (option == Option::padding) return !framework.torch_names;
  if (option != Option::dilation && option != Option::ceil_mode) return true;
  return framework.torch_names &&
         (option == Option::ceil_mode || layer.takes.find("dilation") != std::string_view::npos);
}

/// A cell as `framework` keeps it while every option has its default.
void write(Json& json, const Framework& framework, const LayerWord& layer) {
  Settings settings;
  for (const OptionWord& option : options())
    settings[option.option] = offer(framework, layer.cell, option.option).preset;
  const Rule rule = rule_for(framework, layer.cell, settings);
  const bool as_torch = framework.torch_names && !layer.torch_name.empty();
  const std::string_view own = rule.name().empty() ? layer.names.front() : rule.name();
  json.object().text("cell", layer.names.front()).text("name", as_torch ? layer.torch_name : own);
  json.object("words")
      .text("units", rule.words().units)
      .text("input", rule.words().input)
      .text("projection", rule.words().projection)
      .end();
  json.number("matrices", rule.matrices()).list("options");
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    const Offer here = offer(framework, layer.cell, option);
    if (facts.required || here.fixed || is_unsaid(option) || !moves_so(framework, layer, option)) continue;
    // No pooling looks only back.
    const std::size_t values = layer.does == Does::pools && option == Option::padding ? 2 : here.values;
    json.object()
        .text("name", facts.spellings.front())
        .text("default", value_text(facts, here.preset))
        .text("called", here.called)
        .texts("choices", values == 0 ? facts.choices : facts.choices.first(values))
        .end();
  }
  json.end().list("shorthands");
  if (layer.recurrent && !framework.stacks) json.item("num_layers");
  if (layer.recurrent && (framework.one_way & bit(layer.cell)) != 0) json.item("bidirectional");
  json.end().end();
}

void write(Json& json, const Framework& framework) {
  const bool there = is_there(framework);
  const Words words(there ? framework.words : WordList());
  json.object().text("id", framework.id).text("name", framework.name);
  json.object("words")
      .text("units", words.units)
      .text("input", words.input)
      .text("previous", framework.previous)
      .text("current", framework.current)
      .end();
  json.list("cells");
  for (const LayerWord& layer : layers())
    if (layer.offered && lists(framework, layer.cell)) write(json, framework, layer);
  json.end()
      .text("source", there ? framework.source : std::string_view())
      .text("version", there ? framework.version : std::string_view())
      .text("reason", framework.reason)
      .flag("featured", framework.featured)
      .object("gru")
      .text("resets", name(framework.resets))
      .text("keeps", name(framework.keeps))
      .end()
      .end();
}

bool keeps_width(const LayerWord& layer) {
  switch (layer.does) {
    case Does::flattens:
    case Does::reshapes:
    case Does::permutes:
    case Does::joins:
    case Does::halves:
    case Does::hides:
    case Does::looks_up: return false;
    default: return !has(layer, Option::units) && !has(layer, Option::kernel);
  }
}

void write(Json& json, const LayerWord& layer) {
  json.object().text("cell", layer.names.front()).texts("names", layer.names);
  json.text("group", name(layer.group)).text("does", name(layer.does));
  json.flag("recurrent", layer.recurrent)
      .flag("learns", layer.does == Does::stores)
      .flag("keeps_width", keeps_width(layer))
      .flag("reads_steps", reads_steps(layer.does))
      .flag("reads_words", has(layer, Option::vocabulary))
      .list("arguments");
  const std::vector<Option> positional = sizes_taken(layer, layer.takes);
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    json.object()
        .text("name", facts.spellings.front())
        .texts("spellings", facts.spellings)
        .text("kind", name(facts.kind))
        .texts("choices", facts.choices)
        .flag("positional", std::find(positional.begin(), positional.end(), option) != positional.end())
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
