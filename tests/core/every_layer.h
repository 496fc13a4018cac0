// Every kind of layer of every framework, with every combination of the options that can be set there.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/framework.h"

namespace rnn {

/// Whether an option says what a framework stores: not what is read, handed on or trained.
inline bool is_stored(Option option) {
  return option < Option::n && option != Option::input && option != Option::timesteps;
}

/// The combinations of a layer's options, each option as ",name=value".
inline std::vector<std::string> combinations(const Framework& framework, const LayerWord& layer) {
  std::vector<std::string> out{""};
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    if (!is_stored(option) || facts.required || facts.kind == OptionWord::Kind::rate ||
        offer(framework, layer.cell, option).fixed)
      continue;
    std::vector<std::string> values{"false", "true"};
    if (facts.kind == OptionWord::Kind::size) values = {option == Option::proj_size ? "3" : "2"};
    if (facts.kind == OptionWord::Kind::choice) values = {facts.choices.begin(), facts.choices.end()};
    std::vector<std::string> longer = facts.kind == OptionWord::Kind::size ? out : std::vector<std::string>();
    for (const std::string& before : out)
      for (const std::string& value : values)
        longer.push_back(before + "," + std::string(facts.spellings.front()) + "=" + value);
    out = std::move(longer);
  }
  return out;
}

/// What is read one way merges nothing.
inline bool fits(std::string_view options) {
  const auto says = [&](std::string_view text) { return options.find(text) != std::string_view::npos; };
  return !says("merge_mode=") || says("merge_mode=concat") || says("bidirectional=true");
}

/// A query for each: 10 features, 7 units.
inline std::vector<std::string> every_layer() {
  std::vector<std::string> out;
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers()) {
      if (layer.does != Does::stores || layer.cell == Cell::custom || !has_cell(framework, layer.cell))
        continue;
      const bool reads_words = layer.cell == Cell::embedding;
      const bool has_units = std::count(layer.options.begin(), layer.options.end(), Option::units) != 0;
      const std::string sizes = reads_words ? "20,7" : has_units ? "7" : "";
      for (std::string options : combinations(framework, layer)) {
        if (!fits(options)) continue;
        if (sizes.empty() && !options.empty()) options.erase(0, 1);
        out.push_back("framework=" + std::string(framework.id) + (reads_words ? "" : "&input=10") +
                      "&layers=" + std::string(layer.names.front()) + "(" + sizes + options + ")");
      }
    }
  return out;
}

}  // namespace rnn
