#include "core/naming.h"

#include <algorithm>

#include "core/rare.h"
#include "core/word_index.h"

namespace rnn {
namespace {

Naming plain_name(std::string text) {
  Naming out;
  out.plain = std::move(text);
  out.layer = find_layer(out.plain);
  if (out.layer != nullptr) return out;
  static const std::vector<NamedLayout> all = [] {
    std::vector<NamedLayout> named;
    for (const Framework& framework : frameworks())
      for (const Layout* layout : all_layouts(framework)) named.push_back({&framework, layout});
    return named;
  }();
  static const WordIndex index = [] {
    WordIndex names;
    for (std::size_t i = 0; i < all.size(); ++i) names.add(all[i].layout->name, i);
    return names;
  }();
  for (const WordIndex::Entry& entry : index.find(out.plain)) {
    if (out.layer == nullptr) out.layer = &word(all[entry.thing].layout->cell);  // of the fewest axes
    out.layouts.push_back(all[entry.thing]);
  }
  return out;
}

/// The name without the letters from `at`, which say that it reads both ways.
Naming both_ways(std::string_view text, std::size_t at, std::size_t length) {
  std::string plain(text);
  plain.erase(at, length);
  const bool joined = at < plain.size() && (plain[at] == '-' || plain[at] == '_' || plain[at] == ' ');
  if (joined) plain.erase(at, 1);
  Naming out = plain_name(std::move(plain));
  out.both_ways = true;
  if (out.layer != nullptr && !out.layer->recurrent) out.layer = nullptr;
  return out;
}

void set(Said& said, Option option, std::int8_t value) {
  if (option != Option::units) said[static_cast<std::size_t>(option)] = value;
}

bool holds(const Said& said, Option option) {
  return option == Option::units || said[static_cast<std::size_t>(option)] == 1;
}

/// What must hold so that the layout applies.
RARE Said conditions_of(const NamedLayout& named) {
  const Layout& layout = *named.layout;
  Said out;
  out.fill(unsaid);
  set(out, layout.needs, 1);
  set(out, layout.also_needs, 1);
  // An earlier layout with another name must not apply: if but one of its options is open, that one is off.
  for (const Layout& before : named.framework->layouts) {
    if (&before == &layout) break;
    if (before.cell != layout.cell || same_word(before.name, layout.name)) continue;
    const bool first = holds(out, before.needs);
    const Option open = first ? before.also_needs : before.needs;
    // Any layer may be read both ways, by a wrapper, too.
    if (first != holds(out, before.also_needs) && open != Option::bidirectional) set(out, open, 0);
  }
  if (!layout.named_for_layout) return out;
  for (const Option option : word(layout.cell).options) {
    const Offer here = offer(*named.framework, layout.cell, option);
    if (here.fixed && here.preset != word(option).usual)
      set(out, option, static_cast<std::int8_t>(here.preset));
  }
  return out;
}

/// What stands beside matrices and biases, added up: other parts, or as many of another size, are another
/// sum in every layout that there is.
RARE unsigned parts(const Layout& layout, const Settings& settings) {
  unsigned sum = 0;
  for (const Part& part : layout.parts)
    if (met(part.needs, settings)) sum += part.times * (1U + 16U * static_cast<unsigned>(part.topic));
  return sum;
}

RARE bool stores_the_same(const Layout& a, const Layout& b, const Settings& settings) {
  return a.gates.size() == b.gates.size() && a.bias_vectors == b.bias_vectors &&
         a.unused_gate == b.unused_gate && a.unused_bias_vectors == b.unused_bias_vectors &&
         parts(a, settings) == parts(b, settings);
}

/// Names of cells that are known. Where two stand for one, the second is the usual one.
constexpr std::string_view known_cells =
    "SRU QRNN mLSTM xLSTM LSTMP IndRNN minGRU minLSTM CfC LTC UGRNN CWRNN ClockworkRNN=CWRNN "
    "ConvLSTM ConvGRU Conv1DLSTM=ConvLSTM Conv2DLSTM=ConvLSTM Conv3DLSTM=ConvLSTM Conv1DGRU=ConvGRU "
    "Conv2DGRU=ConvGRU Conv3DGRU=ConvGRU PhasedLSTM PLSTM=PhasedLSTM TreeLSTM MogrifierLSTM Mogrifier=MogrifierLSTM GridLSTM "
    "ESN RHN LMU JANET LiGRU LRU S4 S4D=S4 Mamba Mamba2=Mamba RWKV ";

/// Names of layers with weights that are not counted. Where two stand for one, the second is the usual one.
constexpr std::string_view known_layers =
    "LocallyConnected2D SpectralNormalization "
    "ReversibleEmbedding TransformerEncoderLayer TransformerDecoderLayer Transformer ";

RARE std::string_view known_in(std::string_view rest, std::string_view name) {
  for (; !rest.empty();) {
    const std::string_view known = rest.substr(0, rest.find(' '));
    rest.remove_prefix(known.size() + 1);
    const std::size_t equals = std::min(known.find('='), known.size());
    if (same_word(name, known.substr(0, equals)))
      return known.substr(equals == known.size() ? 0 : equals + 1);
  }
  return {};
}

}  // namespace

Naming read_name(std::string_view text) {
  text = without_prefix(text);
  for (const std::string_view word : {wrapper_name, wrapper_name.substr(0, 2), wrapper_name.substr(0, 1)})
    for (std::size_t at = 0; at + word.size() < text.size(); ++at) {
      if (!same_word(text.substr(at, word.size()), word)) continue;
      Naming both = both_ways(text, at, word.size());
      if (word == wrapper_name || (both.layer != nullptr && (at == 0 || word.size() > 1))) return both;
      break;
    }
  return plain_name(std::string(text));
}

const LayerWord* layer_named(std::string_view text) { return read_name(text).layer; }

bool has_name(const Framework& framework, const Naming& name) {
  return std::any_of(name.layouts.begin(), name.layouts.end(),
                     [&](const NamedLayout& named) { return named.framework == &framework; });
}

Said said_by(const Naming& name, const Framework* framework) {
  Said out;
  out.fill(unsaid);
  const bool here = framework != nullptr && has_name(*framework, name);
  bool first = true;
  for (const NamedLayout& named : name.layouts) {
    if (here && named.framework != framework) continue;
    const Said one = conditions_of(named);
    for (std::size_t i = 0; i < option_count; ++i)
      if (first || out[i] != one[i]) out[i] = first ? one[i] : unsaid;
    first = false;
  }
  if (name.layer != nullptr && name.both_ways) set(out, Option::bidirectional, 1);
  return out;
}

bool says_layout(const Naming& name) {
  Naming plain = name;
  plain.both_ways = false;
  const Said said = said_by(plain, nullptr);
  return std::any_of(said.begin(), said.end(), [](std::int8_t value) { return value != unsaid; }) ||
         std::any_of(name.layouts.begin(), name.layouts.end(),
                     [](const NamedLayout& named) { return named.layout->named_for_layout; });
}

bool stores_what_is_named(const Framework& framework, const Naming& name, const Settings& settings) {
  const Layout* found = find_layout(framework, name.layer->cell, settings);
  const bool here = has_name(framework, name);
  bool asks = false;
  for (const NamedLayout& named : name.layouts) {
    if (here ? named.framework != &framework : !named.layout->named_for_layout) continue;
    asks = true;
    if (found == named.layout || (found != nullptr && stores_the_same(*named.layout, *found, settings)))
      return true;
  }
  return !asks;
}

RARE Known not_counted(std::string_view text) {
  text = without_prefix(text);
  if (const std::string_view layer = known_in(known_layers, text); !layer.empty()) return {layer, true};
  std::string name;
  for (const char c : text)
    if (c != '-' && c != '_' && c != ' ') name += lower(c);
  for (int i = 0; i < 3; ++i) {  // ConvLSTM2DCell has two endings that say nothing of the cell
    if (const std::string_view id = known_in(known_cells, name); !id.empty()) return {id, false};
    for (const std::string_view ending : {"cell", "layer", "block", "1d", "2d", "3d"})
      if (name.ends_with(ending)) {
        name.resize(name.size() - ending.size());
        break;
      }
  }
  return {};
}

RARE bool is_container(std::string_view text) {
  for (const std::string_view name : {"Sequential", "Chain", "Model", "Functional"})
    if (same_word(without_prefix(text), name)) return true;
  return false;
}

RARE bool is_another_layer(std::string_view text) {
  for (const std::string_view layer : {"Unidirectional", "LSM"})
    if (same_word(without_prefix(text), layer)) return true;
  return false;
}

}  // namespace rnn
