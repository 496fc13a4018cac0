#include "core/catalog.h"

#include <algorithm>

#include "core/explain.h"
#include "core/rule.h"
#include "core/version.h"

namespace rnn {
namespace {

CellFacts cell_facts(const Framework& framework, const LayerWord& layer) {
  CellFacts out;
  Settings settings;
  for (const OptionWord& option : options())
    settings[option.option] = offer(framework, layer.cell, option.option).preset;
  const Rule rule = rule_for(framework, layer.cell, settings);
  out.cell = name(layer.cell);
  out.name = rule.name;
  out.matrices = digits(rule.matrices());
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    const Offer here = offer(framework, layer.cell, option);
    if (!facts.required && !here.fixed)
      out.options.push_back({facts.spellings.front(), value_text(facts, here.preset), facts.choices});
  }
  return out;
}

FrameworkFacts framework_facts(const Framework& framework) {
  FrameworkFacts out;
  out.id = framework.id;
  out.name = framework.name;
  out.words = {framework.words.units, framework.words.input, framework.previous, framework.current};
  out.source = framework.source;
  out.version = framework.version;
  out.reason = framework.reason;
  out.featured = framework.featured;
  for (const LayerWord& layer : layers())
    if (has_cell(framework, layer.cell)) out.cells.push_back(cell_facts(framework, layer));
  return out;
}

const char* name(OptionWord::Kind kind) {
  switch (kind) {
    case OptionWord::Kind::size: return "size";
    case OptionWord::Kind::flag: return "flag";
    case OptionWord::Kind::choice: return "choice";
    case OptionWord::Kind::rate: return "rate";
  }
  return "";
}

LayerFacts layer_facts(const LayerWord& layer) {
  LayerFacts out{name(layer.cell), layer.names, layer.recurrent, {}};
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    const bool positional = std::count(layer.positional.begin(), layer.positional.end(), option) != 0;
    out.arguments.push_back({facts.spellings.front(), facts.spellings, name(facts.kind), facts.choices,
                             positional, facts.required});
  }
  return out;
}

}  // namespace

Catalog catalog() {
  Catalog out;
  out.version = version;
  for (const Key key : keys) out.keys.push_back({name(key), spellings(key)});
  for (const Framework& framework : frameworks()) out.frameworks.push_back(framework_facts(framework));
  for (const LayerWord& layer : layers()) out.layers.push_back(layer_facts(layer));
  out.limits = {std::to_string(largest_text), std::to_string(most_layers), std::to_string(deepest_nesting),
                std::to_string(largest_size), std::to_string(largest_total)};
  return out;
}

}  // namespace rnn
