#include "core/read/summary_kinds.h"

#include <algorithm>
#include <array>

namespace rnn {
namespace {

constexpr std::string_view input_name = "InputLayer";
constexpr std::array<std::string_view, 3> holders{"Functional", "Sequential", "Model"};

/// Without underscores, and without the number behind it: "batchnormalization" for batch_normalization_2.
std::string bare(std::string_view name) {
  const std::size_t line = name.rfind('_');
  if (line != std::string_view::npos && line + 1 < name.size() &&
      std::all_of(name.begin() + static_cast<std::ptrdiff_t>(line) + 1, name.end(),
                  [](char c) { return c >= '0' && c <= '9'; }))
    name = name.substr(0, line);
  std::string out;
  for (const char c : name)
    if (c != '_') out += lower(c);
  return out;
}

/// Every class that is known here: layers, wrappers, models.
std::vector<std::string_view> classes() {
  std::vector<std::string_view> out;
  for (const LayerWord& word : layers())
    for (const std::string_view name : word.names) out.push_back(name);
  out.insert(out.end(), wrapper_names.begin(), wrapper_names.end());
  out.insert(out.end(), holders.begin(), holders.end());
  return out;
}

SummaryKind of_class(std::string_view name) {
  using What = SummaryKind::What;
  if (same_word(name, input_name)) return {What::input, {}, "", false, false};
  if (same_word(name, wrapper_name)) return {What::both_ways, usual_cells(), "", false, false};
  if (same_word(name, every_step_name)) return {What::every_step, {}, "", false, false};
  for (const std::string_view holder : holders)
    if (same_word(name, holder)) return {What::holder, {}, std::string(name), false, false};
  // A cell that is not printed.
  if (name == "RNN") return {What::layer, usual_cells(), "", false, false};
  const std::string_view plain = name.starts_with("CuDNN") ? name.substr(5) : name;
  const LayerWord* word = find_layer(plain);
  if (word != nullptr) return {What::layer, {word}, "", false, false};
  return {What::unknown, {}, std::string(name), false, false};
}

}  // namespace

std::string_view without_class(std::string_view name) {
  for (std::size_t at = 1; at + 1 < name.size(); ++at)
    if (name[at] == '_' && name[at + 1] >= 'A' && name[at + 1] <= 'Z') return name.substr(0, at);
  return name;
}

std::vector<const LayerWord*> usual_cells() {
  return {&word(Cell::lstm), &word(Cell::gru), &word(Cell::rnn)};
}

SummaryKind kind_of(const SummaryRow& row) {
  const std::string_view type = row.type.text;
  SummaryKind exact = of_class(type);
  exact.named_alike = !type.empty() && bare(row.name.text) == bare(type);
  const bool cut = !row.closed && !(type.empty() && row.has_brackets);
  const std::string own = bare(type.empty() ? without_class(row.name.text) : row.name.text);
  // "average_pooling1d (Average" is cut where another class ends.
  const auto named_longer = [&](std::string_view name) {
    return name.size() > type.size() && name.starts_with(type) && bare(name) == own;
  };
  const std::vector<std::string_view> known = cut ? classes() : std::vector<std::string_view>{};
  const bool longer = !type.empty() && std::any_of(known.begin(), known.end(), named_longer);
  if (exact.what != SummaryKind::What::unknown && !longer) return exact;
  exact.name = type.empty() ? row.name.text : std::string(type);
  if (!cut) return exact;
  std::vector<std::string_view> fitting;
  for (const std::string_view name : known)
    if (name.starts_with(type)) fitting.push_back(name);
  std::vector<std::string_view> named;
  for (const std::string_view name : fitting)
    if (bare(name) == own) named.push_back(name);
  if (named.empty() && type.empty()) return exact;
  const auto all_of = [](const std::vector<std::string_view>& names) {
    SummaryKind out;
    for (const std::string_view name : names) {
      const SummaryKind one = of_class(name);
      if (out.what == SummaryKind::What::unknown) out.what = one.what;
      if (one.what != out.what) continue;
      for (const LayerWord* word : one.words)
        if (std::find(out.words.begin(), out.words.end(), word) == out.words.end()) out.words.push_back(word);
    }
    return out;
  };
  SummaryKind out = all_of(named.empty() ? fitting : named);
  const SummaryKind otherwise = all_of(fitting);
  out.named = out.what != otherwise.what || out.words != otherwise.words;
  out.name = exact.name;
  return out;
}

}  // namespace rnn
