#include "core/framework.h"

#include <algorithm>
#include <iterator>

#include "core/rare.h"

namespace rnn {

Words::Words(const WordList& names) {
  auto name = names.begin();
  units = *name++;
  input = *name++;
  if (name != names.end()) projection = *name;
}

const char* name(Gate::Role role) {
  switch (role) {
    case Gate::input: return "input";
    case Gate::forget: return "forget";
    case Gate::output: return "output";
    case Gate::update: return "update";
    case Gate::reset: return "reset";
    case Gate::candidate: return "candidate";
    case Gate::split: return "split";
  }
  return "";
}

const char* name(Resets resets) {
  switch (resets) {
    case Resets::before: return "before";
    case Resets::after: return "after";
    case Resets::unsaid: break;
  }
  return "";
}

const char* name(Keeps keeps) {
  switch (keeps) {
    case Keeps::update: return "update";
    case Keeps::rest: return "rest";
    case Keeps::unsaid: break;
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

/// What stores nothing needs no row, and a layer of the reader's own is in none.
static const Layout* common_layout(Cell cell) {
  static constexpr TensorRow custom_tensors[] = {
      {.name = "parameters", .part = Topic::custom, .shape = {Side{1, false, Size::parameters}}, .sides = 1}};
  static constexpr Part custom_parts[] = {{.topic = Topic::custom, .units = {Size::parameters}}};
  static constexpr Layout custom{
      .cell = Cell::custom, .name = "Custom", .tensors = custom_tensors, .parts = custom_parts};
  static constexpr Layout passing{.cell = Cell::passing, .name = ""};
  if (cell == Cell::custom) return &custom;
  return cell == Cell::passing ? &passing : nullptr;
}

static const Layout* find_in(std::span<const Layout> layouts, Cell cell, const Settings& settings) {
  for (const Layout& layout : layouts)
    if (layout.cell == cell && met(layout.needs, settings) && met(layout.also_needs, settings))
      return &layout;
  return nullptr;
}

RARE static const Layout* find_around(const Framework& framework, Cell cell, const Settings& settings) {
  const AroundRows* rows = rows_around(framework);
  return rows == nullptr ? nullptr : find_in(rows->layouts, cell, settings);
}

const Layout* find_layout(const Framework& framework, Cell cell, const Settings& settings) {
  const Layout* found = find_in(framework.layouts, cell, settings);
  if (found != nullptr) return found;
  return is_around(cell) ? find_around(framework, cell, settings) : common_layout(cell);
}

const Framework* find_framework(std::string_view text) {
  // "tf.keras" is a word of its own, and not Keras with a prefix.
  for (const std::string_view word : {text, without_prefix(text)})
    for (const Framework& framework : frameworks()) {
      const auto same = [&](std::string_view other) { return !other.empty() && same_word(word, other); };
      if (same(framework.id) || same(framework.name) ||
          std::any_of(framework.synonyms.begin(), framework.synonyms.end(), same)) {
        if (!is_there(framework)) wait_for_rows();
        return &framework;
      }
    }
  return nullptr;
}

bool has_option(const Layout& layout, Option option) {
  const auto needs = [&](const auto& one) { return one.needs == option || one.also_needs == option; };
  return needs(layout) || std::any_of(layout.tensors.begin(), layout.tensors.end(), needs) ||
         std::any_of(layout.parts.begin(), layout.parts.end(), needs);
}

static bool has_cell(std::span<const Layout> layouts, Cell cell) {
  return std::any_of(layouts.begin(), layouts.end(),
                     [&](const Layout& layout) { return layout.cell == cell; });
}

bool lists(const Framework& framework, Cell cell) {
  return common_layout(cell) != nullptr || has_cell(framework.layouts, cell) ||
         (is_around(cell) && framework.around != nullptr && has_cell(framework.around->layouts, cell));
}

RARE static bool has_around(const Framework& framework, Cell cell) { return lists(framework, cell); }

bool has_cell(const Framework& framework, Cell cell) {
  return is_around(cell) ? has_around(framework, cell) : lists(framework, cell);
}

std::vector<const Layout*> all_layouts(const Framework& framework) {
  std::vector<const Layout*> out;
  out.reserve(framework.layouts.size());
  for (const Layout& layout : framework.layouts) out.push_back(&layout);
  if (framework.around != nullptr)
    for (const Layout& layout : framework.around->layouts)
      if (is_around(layout.cell)) out.push_back(&layout);
  return out;
}

Offer offer(const Framework& framework, Cell cell, Option option) {
  // Every framework can stack layers and run both ways, the query's own shorthands; and these change nothing
  // that is stored.
  constexpr Option anywhere[] = {Option::num_layers, Option::bidirectional, Option::input,
                                 Option::timesteps,  Option::tied,          Option::trainable};
  const bool shorthand = std::find(std::begin(anywhere), std::end(anywhere), option) != std::end(anywhere) ||
                         option >= Option::n;
  const auto applies = [&](const Offer& row) { return row.option == option && (row.cells & bit(cell)) != 0; };
  for (const Offer& row : framework.offers)
    if (applies(row)) return row;
  if (is_around(cell) && framework.around != nullptr)
    for (const Offer& row : framework.around->offers)
      if (applies(row)) return row;
  return {option, bit(cell), word(option).usual, !shorthand && !word(option).required};
}

bool requires_option(const Framework* framework, const LayerWord& layer, Option option) {
  if (framework == nullptr) return word(option).required;
  const Offer here = offer(*framework, layer.cell, option);
  return here.required || (word(option).required && here.preset == 0);
}

std::string_view takes(const Framework* framework, const LayerWord& layer) {
  if (framework == nullptr || layer.cell == Cell::passing) return layer.takes;
  for (const Constructor& one : framework->constructors)
    if ((one.cells & bit(layer.cell)) != 0) return one.takes;
  if (is_around(layer.cell) && framework->around != nullptr)
    for (const Constructor& one : framework->around->constructors)
      if ((one.cells & bit(layer.cell)) != 0) return one.takes;
  return layer.takes;
}

}  // namespace rnn
