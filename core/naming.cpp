#include "core/naming.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rnn {
namespace {

/// Calls `act` with every framework and its layouts of that name; of all cells where `cell` is none.
template <class Act>
void each_layout(std::string_view name, Cell cell, Act&& act) {
  for (const Framework& framework : frameworks())
    for (const Layout& layout : framework.layouts)
      if ((cell == Cell::none || layout.cell == cell) && same_word(layout.name, name)) act(framework, layout);
}

Naming plain_name(std::string_view text) {
  Naming out;
  out.plain = text;
  out.layer = find_layer(text);
  out.own = out.layer != nullptr;
  if (!out.own)
    each_layout(text, Cell::none,
                [&](const Framework&, const Layout& layout) { out.layer = &word(layout.cell); });
  return out;
}

/// Where `word` stands in `text`, whatever the case.
std::size_t place_of(std::string_view word, std::string_view text) {
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at)
    if (same_word(text.substr(at, word.size()), word)) return at;
  return std::string_view::npos;
}

Naming both_ways(std::string_view text, std::size_t at, std::size_t length) {
  std::size_t end = at + length;
  if (end < text.size() && std::string_view("-_ ").find(text[end]) != std::string_view::npos) ++end;
  Naming out = plain_name(std::string(text.substr(0, at)).append(text.substr(end)));
  out.both_ways = true;
  if (out.layer != nullptr && !out.layer->recurrent) out.layer = nullptr;
  return out;
}

/// What must hold for each option so that a layout of that name applies; none where nothing must.
using Conditions = std::array<std::optional<std::uint64_t>, option_count>;

void set(Conditions& conditions, Option option, std::uint64_t value) {
  if (option != Option::units) conditions[static_cast<std::size_t>(option)] = value;
}

bool holds(const Conditions& conditions, Option option) {
  return option == Option::units || conditions[static_cast<std::size_t>(option)] == Whole(1);
}

Conditions conditions_of(const Framework& framework, const Layout& layout) {
  Conditions out;
  set(out, layout.needs, 1);
  set(out, layout.also_needs, 1);
  // An earlier layout with another name must not apply: if but one of its options is open, that one is off.
  for (const Layout& before : framework.layouts) {
    if (&before == &layout) break;
    if (before.cell != layout.cell || same_word(before.name, layout.name)) continue;
    const bool first = holds(out, before.needs);
    const bool second = holds(out, before.also_needs);
    const Option open = first ? before.also_needs : before.needs;
    // Any layer may be read both ways, by a wrapper, too.
    if (first != second && open != Option::bidirectional) set(out, open, 0);
  }
  if (!layout.named_for_layout) return out;
  for (const Option option : word(layout.cell).options) {
    const Offer here = offer(framework, layout.cell, option);
    if (here.fixed && here.preset != word(option).usual) set(out, option, here.preset);
  }
  return out;
}

bool same_parts(const Layout& a, const Layout& b, const Settings& settings) {
  const auto next = [&](const Layout& layout, std::size_t& at) -> const Part* {
    while (at < layout.parts.size() && !met(layout.parts[at].needs, settings)) ++at;
    return at < layout.parts.size() ? &layout.parts[at++] : nullptr;
  };
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    const Part* one = next(a, i);
    const Part* other = next(b, j);
    if (one == nullptr || other == nullptr) return one == other;
    if (one->topic != other->topic || one->times != other->times) return false;
  }
}

bool stores_the_same(const Layout& a, const Layout& b, const Settings& settings) {
  return a.gates.size() == b.gates.size() && a.bias_vectors == b.bias_vectors &&
         a.unused_gate == b.unused_gate && a.unused_bias_vectors == b.unused_bias_vectors &&
         same_parts(a, b, settings);
}

/// Names of cells that are known, and the word that stands for them.
struct Known {
  std::string_view name;
  std::string_view id;
};

constexpr Known known_cells[] = {
    {"SRU", "SRU"},
    {"QRNN", "QRNN"},
    {"sLSTM", "sLSTM"},
    {"mLSTM", "mLSTM"},
    {"xLSTM", "xLSTM"},
    {"LSTMP", "LSTMP"},
    {"IndRNN", "IndRNN"},
    {"minGRU", "minGRU"},
    {"minLSTM", "minLSTM"},
    {"CfC", "CfC"},
    {"LTC", "LTC"},
    {"NAS", "NAS"},
    {"UGRNN", "UGRNN"},
    {"CWRNN", "CWRNN"},
    {"ClockworkRNN", "CWRNN"},
    {"ConvLSTM", "ConvLSTM"},
    {"ConvGRU", "ConvGRU"},
    {"PhasedLSTM", "PhasedLSTM"},
    {"PLSTM", "PhasedLSTM"},
    {"TreeLSTM", "TreeLSTM"},
    {"MogrifierLSTM", "MogrifierLSTM"},
    {"Mogrifier", "MogrifierLSTM"},
    {"GridLSTM", "GridLSTM"},
    {"ESN", "ESN"},
    {"RHN", "RHN"},
    {"LMU", "LMU"},
    {"JANET", "JANET"},
    {"LiGRU", "LiGRU"},
    {"LRU", "LRU"},
    {"S4", "S4"},
    {"S4D", "S4"},
    {"Mamba", "Mamba"},
    {"Mamba2", "Mamba"},
    {"RWKV", "RWKV"},
};

/// Behind a cell's name these say nothing.
constexpr std::string_view endings[] = {"cell", "layer", "block", "1d", "2d", "3d"};

/// Layers that are spelled almost like one of another kind.
constexpr std::string_view other_layers[] = {"Bilinear", "Unidirectional", "LSM"};

}  // namespace

Naming read_name(std::string_view text) {
  text = without_prefix(text);
  Naming out = plain_name(text);
  if (out.layer != nullptr) return out;
  const std::size_t at = place_of(wrapper_name, text);
  if (at != std::string_view::npos) return both_ways(text, at, wrapper_name.size());
  for (const std::string_view start : {"bi", "b"}) {
    if (!same_word(text.substr(0, start.size()), start)) continue;
    Naming both = both_ways(text, 0, start.size());
    if (both.layer != nullptr) return both;
  }
  return out;
}

bool has_name(const Framework& framework, const Naming& name) {
  return std::any_of(framework.layouts.begin(), framework.layouts.end(), [&](const Layout& layout) {
    return layout.cell == name.layer->cell && same_word(layout.name, name.plain);
  });
}

std::vector<Said> said_by(const Naming& name, const Framework* framework) {
  std::vector<Said> out;
  if (name.layer == nullptr) return out;
  if (name.both_ways) out.push_back({Option::bidirectional, 1});
  if (name.own) return out;
  const bool here = framework != nullptr && has_name(*framework, name);
  std::optional<Conditions> all;
  each_layout(name.plain, name.layer->cell, [&](const Framework& row, const Layout& layout) {
    if (here && &row != framework) return;
    const Conditions some = conditions_of(row, layout);
    if (!all) all = some;
    for (std::size_t i = 0; i < option_count; ++i)
      if ((*all)[i] != some[i]) (*all)[i] = {};
  });
  for (std::size_t i = 0; all && i < option_count; ++i)
    if ((*all)[i]) out.push_back({static_cast<Option>(i), *(*all)[i]});
  return out;
}

bool says_layout(const Naming& name) {
  if (name.layer == nullptr || name.own) return false;
  bool named = !said_by({name.layer, name.plain, false, false}, nullptr).empty();
  each_layout(name.plain, name.layer->cell,
              [&](const Framework&, const Layout& layout) { named = named || layout.named_for_layout; });
  return named;
}

bool stores_what_is_named(const Framework& framework, const Naming& name, const Settings& settings) {
  if (name.own) return true;
  const Layout* found = find_layout(framework, name.layer->cell, settings);
  if (found == nullptr) return false;
  const bool here = has_name(framework, name);
  bool asks = false;
  bool same = false;
  each_layout(name.plain, name.layer->cell, [&](const Framework& row, const Layout& layout) {
    if (here ? &row != &framework : !layout.named_for_layout) return;
    asks = true;
    same = same || &layout == found || stores_the_same(layout, *found, settings);
  });
  return same || !asks;
}

std::string_view not_counted(std::string_view text) {
  std::string name;
  for (const char c : without_prefix(text))
    if (c != '-' && c != '_' && c != ' ') name += lower(c);
  const auto find = [&]() -> std::string_view {
    for (const Known& known : known_cells)
      if (same_word(name, known.name)) return known.id;
    return {};
  };
  for (int i = 0; i < 3; ++i) {  // ConvLSTM2DCell has two endings
    if (const std::string_view id = find(); !id.empty()) return id;
    for (const std::string_view ending : endings)
      if (name.ends_with(ending)) {
        name.resize(name.size() - ending.size());
        break;
      }
  }
  return {};
}

bool is_another_layer(std::string_view text) {
  return std::any_of(std::begin(other_layers), std::end(other_layers),
                     [&](std::string_view layer) { return same_word(without_prefix(text), layer); });
}

}  // namespace rnn
