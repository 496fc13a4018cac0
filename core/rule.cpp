#include "core/rule.h"

#include <algorithm>

namespace rnn {
namespace {

/// Whether the layer has what `needs` names. What can't be known counts as there: it is a missing number
/// then, not none.
bool met(Option needs, const Settings& settings) {
  return needs == Option::units || settings[needs] != Whole(0);
}

const Layout* find_layout(const Framework& framework, Cell cell, const Settings& settings) {
  for (const Layout& layout : framework.layouts)
    if (layout.cell == cell && met(layout.needs, settings) && met(layout.also_needs, settings))
      return &layout;
  return nullptr;
}

bool has_units(const LayerWord& layer) {
  return std::find(layer.options.begin(), layer.options.end(), Option::units) != layer.options.end();
}

}  // namespace

std::uint64_t Rule::candidates() const {
  return static_cast<std::uint64_t>(std::count_if(
      gates.begin(), gates.end(), [](const Gate& gate) { return gate.role == Gate::candidate; }));
}

Whole Rule::bias() const {
  if (!bias_vectors || gates.empty() || *bias_vectors % matrices() != 0) return {};
  return *bias_vectors / matrices();
}

const Framework* find_framework(std::string_view text) {
  for (const Framework& framework : frameworks()) {
    const auto same = [&](std::string_view word) { return same_word(without_prefix(text), word); };
    if (same(framework.id) || std::any_of(framework.synonyms.begin(), framework.synonyms.end(), same))
      return &framework;
  }
  return nullptr;
}

bool has_cell(const Framework& framework, Cell cell) {
  return std::any_of(framework.layouts.begin(), framework.layouts.end(),
                     [&](const Layout& layout) { return layout.cell == cell; });
}

Offer offer(const Framework& framework, Cell cell, Option option) {
  // Every framework can stack layers and run both ways: the query's own shorthands.
  const bool shorthand = option == Option::num_layers || option == Option::bidirectional;
  for (const Offer& row : framework.offers)
    if (row.option == option && (row.cells & bit(cell)) != 0) return row;
  return {option, bit(cell), word(option).usual, !shorthand && !word(option).required};
}

Rule rule_for(const Framework& framework, Cell cell, const Settings& settings) {
  const LayerWord& layer = word(cell);
  Rule rule;
  rule.name = layer.names.empty() ? std::string_view() : layer.names.front();
  rule.words = framework.words;
  rule.reads_previous = layer.recurrent;
  rule.reads_input = has_units(layer);
  rule.passes_on = !rule.reads_input;
  const Layout* layout = find_layout(framework, cell, settings);
  if (layout == nullptr) return rule;
  rule.known = true;
  rule.name = layout->name;
  if (!layout->words.units.empty()) rule.words = layout->words;
  rule.gates = layout->gates;
  rule.bias_vectors = multiply(layout->bias_vectors, settings[Option::bias]);
  if (!settings[Option::reset_after]) rule.bias_vectors = {};
  rule.projects = met(Option::proj_size, settings);
  for (const TensorRow& row : layout->tensors)
    if (met(row.needs, settings)) rule.tensors.push_back(row);
  for (const Part& part : layout->parts)
    if (met(part.needs, settings)) rule.parts.push_back(part);
  if (rule.bias_vectors != Whole(0)) {
    rule.spare_bias_vectors = layout->spare_bias_vectors;
    rule.unused_bias_vectors = layout->unused_bias_vectors;
  }
  rule.unused_matrices = layout->unused_matrices;
  rule.vectors = layout->vectors;
  rule.without = layout->without;
  return rule;
}

const char* name(Gate::Role role) {
  switch (role) {
    case Gate::input: return "input";
    case Gate::forget: return "forget";
    case Gate::output: return "output";
    case Gate::update: return "update";
    case Gate::reset: return "reset";
    case Gate::candidate: return "candidate";
  }
  return "";
}

}  // namespace rnn
