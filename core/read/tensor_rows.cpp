#include "core/read/tensor_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/read/signs.h"

namespace rnn {
namespace {

/// A layer's number that no name holds otherwise.
constexpr std::uint64_t marker = 7777777;
/// So many options of one kind of layer are tried, each with and without the others.
constexpr std::size_t most_varied = 6;

/// Options that change which tensors there are. Sizes are left open.
std::vector<Option> varied_options(const Framework& framework, const LayerWord& layer) {
  std::vector<Option> out;
  for (const Option option : layer.options) {
    switch (option) {
      case Option::trainable:
      case Option::tied:
      case Option::return_sequences: continue;
      default: break;
    }
    const OptionWord::Kind kind = word(option).kind;
    const bool varies = kind == OptionWord::Kind::flag || opens_size(option) ||
                        option == Option::shared_axes || option == Option::score_mode;
    if (varies && !offer(framework, layer.cell, option).fixed) out.push_back(option);
  }
  if (out.size() > most_varied) out.resize(most_varied);
  return out;
}

bool is_open(Option option) {
  switch (option) {
    case Option::proj_size:
    case Option::key_input:
    case Option::value_input:
    case Option::num_layers:
    case Option::merge_mode: return false;
    default:
      return word(option).kind == OptionWord::Kind::size || word(option).kind == OptionWord::Kind::tuple;
  }
}

/// The layer as it is without any option; sizes are none.
Layer plain_layer(const Framework& framework, const LayerWord& layer) {
  Layer out;
  out.cell = layer.cell;
  out.word = &layer;
  out.number = marker;
  for (const OptionWord& option : options())
    if (!is_open(option.option))
      out.settings[option.option] = offer(framework, layer.cell, option.option).preset;
  out.settings[Option::shared_axes] = 0;
  return out;
}

Slot slot_of(const Weight& weight, const Layer& layer) {
  Slot out;
  out.head = with_slashes(weight.name);
  const std::string number = std::to_string(marker);
  const std::size_t at = out.head.find(number);
  if (at != std::string::npos) {
    out.tail = out.head.substr(at + number.size());
    out.head.resize(at);
    out.numbered = true;
  }
  out.backward = weight.direction == Weight::Direction::backward;
  out.bands = weight.bands;
  out.role = weight.role;
  const TensorRow& row = layer.rule.tensors()[weight.row];
  for (std::size_t i = 0; i < row.sides; ++i) {
    Side side = row.shape[i];
    // Here it is as long as what both directions have.
    if (side.both_ways && layer.settings[Option::bidirectional] == Whole(1))
      side.times = static_cast<std::uint8_t>(2 * side.times);
    out.sides.push_back(side);
  }
  return out;
}

std::string sorted_names(const Pattern& pattern) {
  std::vector<std::string> names;
  for (const Slot& slot : pattern.slots) names.push_back(slot.name(0));
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += name + '\n';
  return out;
}

bool all_differ(const Pattern& pattern) {
  std::vector<std::string> names;
  for (const Slot& slot : pattern.slots) names.push_back(slot.name(0));
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

/// PyTorch's cells: their tensors are those of the first layer, without "_l" and its number.
void add_cell(std::vector<Pattern>& out, const Pattern& stacked) {
  constexpr std::string_view number = "_l";
  Pattern cell = stacked;
  cell.alone = true;
  for (Slot& slot : cell.slots) {
    if (!slot.numbered || !slot.head.ends_with(number) || slot.backward) return;
    slot.head.resize(slot.head.size() - number.size());
    slot.head += slot.tail;
    slot.numbered = false;
  }
  cell.names = sorted_names(cell);
  out.push_back(std::move(cell));
}

/// The tensors of a layer whose options are decided.
Pattern pattern_of(const Framework& framework, Layer& layer) {
  Pattern out;
  out.layer = layer.word;
  layer.rule = rule_for(framework, layer.cell, layer.settings);
  out.projects = layer.rule.projects();
  out.both_ways = layer.settings[Option::bidirectional] == Whole(1);
  for (const Weight& weight : weights(layer)) out.slots.push_back(slot_of(weight, layer));
  out.apart = all_differ(out);
  out.names = sorted_names(out);
  return out;
}

void add(std::vector<Pattern>& out, const Framework& framework, const LayerWord& word_of) {
  const std::vector<Option> varied = varied_options(framework, word_of);
  for (std::size_t choice = 0; choice < (std::size_t{1} << varied.size()); ++choice) {
    Layer layer = plain_layer(framework, word_of);
    std::vector<std::pair<Option, std::uint64_t>> said;
    for (std::size_t i = 0; i < varied.size(); ++i) {
      if ((choice >> i & 1U) == 0) continue;
      const Option option = varied[i];
      const bool is_size = opens_size(option);
      const std::uint64_t value = is_size || layer.settings[option] != Whole(1) ? 1 : 0;
      layer.settings[option] = is_size ? Whole() : Whole(value);
      said.emplace_back(option, value);
    }
    Pattern pattern = pattern_of(framework, layer);
    if (pattern.slots.empty()) continue;
    pattern.said = std::move(said);
    if (!pattern.both_ways) add_cell(out, pattern);
    out.push_back(std::move(pattern));
  }
  if (word_of.cell != Cell::dense) return;
  Layer layer = plain_layer(framework, word_of);
  layer.settings[Option::tied] = 1;
  Pattern tied = pattern_of(framework, layer);
  tied.tied = true;
  tied.said = {{Option::tied, 1}};
  if (!tied.slots.empty()) out.push_back(std::move(tied));
}

void link_ways(std::vector<Pattern>& patterns) {
  std::map<std::pair<const LayerWord*, std::vector<std::pair<Option, std::uint64_t>>>, int> both;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    patterns[i].index = i;
    if (!patterns[i].both_ways) continue;
    auto said = patterns[i].said;
    std::erase_if(said, [](const auto& one) { return one.first == Option::bidirectional; });
    both.emplace(std::pair{patterns[i].layer, std::move(said)}, static_cast<int>(i));
  }
  for (Pattern& pattern : patterns) {
    if (pattern.both_ways || pattern.alone) continue;
    const auto it = both.find({pattern.layer, pattern.said});
    if (it != both.end()) pattern.other_way = it->second;
  }
}

Patterns patterns_of(const Framework& framework) {
  Patterns out;
  out.framework = &framework;
  for (const LayerWord& layer : layers())
    if (layer.cell != Cell::passing && layer.cell != Cell::custom && layer.cell != Cell::dropout &&
        has_cell(framework, layer.cell))
      add(out.all, framework, layer);
  std::stable_sort(out.all.begin(), out.all.end(),
                   [](const Pattern& a, const Pattern& b) { return a.said.size() < b.said.size(); });
  link_ways(out.all);
  for (const Pattern& pattern : out.all)
    if (pattern.apart) out.by_names[pattern.names].push_back(pattern.index);
  return out;
}

bool is_measured(Role role) {
  return role == Role::mean || role == Role::variance || role == Role::deviation || role == Role::counter;
}

std::vector<TensorName> all_names() {
  std::map<std::pair<std::string, std::string>, TensorName> found;
  const std::vector<Patterns>& all = tensor_patterns();
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const Pattern& pattern : all[i].all)
      for (const Slot& slot : pattern.slots) {
        TensorName& name =
            found
                .try_emplace({slot.head, slot.numbered ? "#" + slot.tail : ""},
                             TensorName{slot.head, slot.tail, slot.numbered, 0, true, slot.role})
                .first->second;
        name.frameworks |= std::uint64_t{1} << i;
        name.measured = name.measured && is_measured(slot.role);
      }
  std::vector<TensorName> out;
  out.reserve(found.size());
  for (auto& [key, name] : found) out.push_back(std::move(name));
  return out;
}

/// So long is what stands before the name; npos: the text does not end with it.
std::size_t prefix_before(std::string_view text, const TensorName& name) {
  if (!text.ends_with(name.numbered ? name.tail : name.head)) return std::string_view::npos;
  if (!name.numbered) return text.size() - name.head.size();
  std::size_t at = text.size() - name.tail.size();
  const std::size_t end = at;
  while (at > 0 && is_digit(text[at - 1])) --at;
  // The numbers of layers are small: a longer one is another name.
  if (at == end || end - at > 4 || !text.substr(0, at).ends_with(name.head)) return std::string_view::npos;
  return at - name.head.size();
}

/// The names by their last letters; those that end with a number are in the places of all digits.
std::array<std::vector<std::uint32_t>, 256> by_last_letter() {
  std::array<std::vector<std::uint32_t>, 256> out;
  const std::vector<TensorName>& names = tensor_names();
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const std::string& end = names[i].numbered ? names[i].tail : names[i].head;
    if (!end.empty()) out[static_cast<unsigned char>(end.back())].push_back(i);
    for (unsigned char digit = '0'; end.empty() && digit <= '9'; ++digit) out[digit].push_back(i);
  }
  return out;
}

}  // namespace

bool opens_size(Option option) { return option == Option::proj_size || option == Option::key_input; }

std::string with_slashes(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '.', '/');
  return out;
}

const std::vector<Patterns>& tensor_patterns() {
  static const std::vector<Patterns> all = [] {
    std::vector<Patterns> out;
    for (const Framework& framework : frameworks()) out.push_back(patterns_of(framework));
    return out;
  }();
  return all;
}

const std::vector<TensorName>& tensor_names() {
  static const std::vector<TensorName> all = all_names();
  return all;
}

std::vector<NameEnd> name_ends(std::string_view name) {
  const std::string text = with_slashes(name);
  std::vector<NameEnd> out;
  std::uint64_t strong = 0;
  static const std::array<std::vector<std::uint32_t>, 256> by_letter = by_last_letter();
  const std::vector<TensorName>& names = tensor_names();
  if (text.empty()) return out;
  for (const std::uint32_t i : by_letter[static_cast<unsigned char>(text.back())]) {
    const std::size_t prefix = prefix_before(text, names[i]);
    if (prefix == std::string_view::npos) continue;
    const bool weak = prefix > 0 && text[prefix - 1] == '_';
    if (!weak && prefix > 0 && is_of_name(text[prefix - 1])) continue;
    if (!weak) strong |= names[i].frameworks;
    out.push_back({i, static_cast<std::uint32_t>(prefix), weak});
  }
  std::erase_if(out,
                [&](const NameEnd& end) { return end.weak && (names[end.name].frameworks & ~strong) == 0; });
  return out;
}

bool names_tensor(std::string_view text) { return !name_ends(text).empty(); }

}  // namespace rnn
