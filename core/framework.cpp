#include "core/framework.h"

#include <algorithm>

namespace rnn {

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

bool has_band(Bands bands, const Gate& gate) {
  switch (bands) {
    case Bands::all:
    case Bands::each: return true;
    case Bands::gates:
    case Bands::each_gate: return gate.role != Gate::candidate;
    case Bands::candidate: return gate.role == Gate::candidate;
    case Bands::none: break;
  }
  return false;
}

bool met(Option needs, const Settings& settings) {
  return needs == Option::units || settings[needs] != Whole(0);
}

const Layout* find_layout(const Framework& framework, Cell cell, const Settings& settings) {
  for (const Layout& layout : framework.layouts)
    if (layout.cell == cell && met(layout.needs, settings) && met(layout.also_needs, settings))
      return &layout;
  return nullptr;
}

const Framework* find_framework(std::string_view text) {
  // "tf.keras" is a word of its own, and not Keras with a prefix.
  for (const std::string_view word : {text, without_prefix(text)})
    for (const Framework& framework : frameworks()) {
      const auto same = [&](std::string_view other) { return !other.empty() && same_word(word, other); };
      if (same(framework.id) || same(framework.name) ||
          std::any_of(framework.synonyms.begin(), framework.synonyms.end(), same))
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

}  // namespace rnn
