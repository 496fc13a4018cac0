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

/// What cannot be left out, in the order in which it stands without names: "7,3". Groups and heads share the
/// 8 units, or the 10 features, out.
inline std::string required_arguments(const Framework& framework, const LayerWord& layer) {
  std::string out;
  for (const Option option : layer.options) {
    // Keras's usual 32 groups do not share 10 features.
    const bool of_features = layer.cell == Cell::group_normalization && option == Option::groups;
    const bool named = of_features || offer(framework, layer.cell, option).required;
    if (!word(option).required && !named) continue;
    const bool counts_groups = std::count(layer.options.begin(), layer.options.end(), Option::kernel) != 0;
    std::string value(option == Option::num_heads || option == Option::kv_heads ? "2" : word(option).fresh);
    if (option == Option::vocabulary) value = "20";
    if (of_features) value = "2";
    if (option == Option::units) value = counts_groups ? "8" : "7";
    out.append(out.empty() ? "" : ",").append(named ? word(option).spellings.front() : "");
    out.append(named ? "=" : "").append(value);
  }
  return out;
}

/// TensorFlow Addons has a cell with peepholes and a layer-normalised one, but none with both.
inline bool asks_for_two_layers(const Framework& framework, const std::string& options) {
  const auto holds = [&](const char* option) { return options.find(option) != std::string::npos; };
  return framework.id == "tfa" && holds("peepholes=true") && holds("layer_norm=true");
}

/// Keras's Normalization takes a mean and a variance together, or none of them.
inline bool asks_for_half(const std::string& options) {
  const auto holds = [&](const char* option) { return options.find(option) != std::string::npos; };
  return holds("mean=0") != holds("variance=1");
}

/// The combinations of a layer's options, each option as ",name=value".
inline std::vector<std::string> combinations(const Framework& framework, const LayerWord& layer) {
  std::vector<std::string> out{""};
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    const Offer here = offer(framework, layer.cell, option);
    const bool said = layer.cell == Cell::group_normalization && option == Option::groups;
    if (!is_stored(option) || facts.required || here.required || here.fixed || said ||
        facts.kind == OptionWord::Kind::rate)
      continue;
    std::vector<std::string> values{"false", "true"};
    if (facts.kind == OptionWord::Kind::size) values = {option == Option::proj_size ? "3" : "2"};
    if (facts.kind == OptionWord::Kind::tuple) values = {"[1]"};
    if (facts.kind == OptionWord::Kind::choice) values = {facts.choices.begin(), facts.choices.end()};
    if (here.values != 0) values.resize(here.values);
    std::vector<std::string> longer;
    if (facts.kind == OptionWord::Kind::size || facts.kind == OptionWord::Kind::tuple) longer = out;
    for (const std::string& before : out)
      for (const std::string& value : values)
        longer.push_back(before + "," + std::string(facts.spellings.front()) + "=" + value);
    out = std::move(longer);
  }
  std::erase_if(out, [&](const std::string& options) {
    return asks_for_two_layers(framework, options) || asks_for_half(options);
  });
  return out;
}

/// What is read one way merges nothing, and what is not merged has nothing on top of it.
inline bool fits(std::string_view options) {
  const auto says = [&](std::string_view text) { return options.find(text) != std::string_view::npos; };
  if (says("merge_mode=none") && says("num_layers=2")) return false;
  return !says("merge_mode=") || says("merge_mode=concat") || says("bidirectional=true");
}

/// A query for each: 6 time steps of 10 features, 7 units.
inline std::vector<std::string> every_layer() {
  std::vector<std::string> out;
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers()) {
      if (layer.does != Does::stores || layer.cell == Cell::custom || !has_cell(framework, layer.cell))
        continue;
      const bool reads_words = layer.cell == Cell::embedding;
      const std::string sizes = required_arguments(framework, layer);
      for (std::string options : combinations(framework, layer)) {
        if (!fits(options)) continue;
        if (sizes.empty() && !options.empty()) options.erase(0, 1);
        // A third and a fourth axis are an image's and a volume's, which have no time steps.
        const bool sequence =
            options.find("axis=3") == std::string::npos && options.find("axis=4") == std::string::npos;
        out.push_back("framework=" + std::string(framework.id) + (reads_words ? "" : "&input=10") +
                      (sequence ? "&timesteps=6" : "") + "&layers=" + std::string(layer.names.front()) + "(" +
                      sizes + options + ")");
      }
    }
  return out;
}

}  // namespace rnn
