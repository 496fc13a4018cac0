#include "core/rule.h"

#include <algorithm>

namespace rnn {
namespace {

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

}  // namespace rnn
