#include "core/word_index.h"

#include <algorithm>

#include "core/language.h"

namespace rnn {
namespace {

/// Shorter words come first: most are told apart without a look at their letters.
bool before(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() < b.size();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    const char x = lower(a[i]);
    const char y = lower(b[i]);
    if (x != y) return x < y;
  }
  return false;
}

}  // namespace

void WordIndex::add(std::string_view word, std::size_t thing) {
  const auto behind = std::partition_point(entries_.begin(), entries_.end(),
                                           [&](const Entry& entry) { return !before(word, entry.word); });
  entries_.insert(behind, {word, static_cast<std::uint32_t>(thing)});
}

std::span<const WordIndex::Entry> WordIndex::find(std::string_view text) const {
  const auto first = std::partition_point(entries_.begin(), entries_.end(),
                                          [&](const Entry& entry) { return before(entry.word, text); });
  auto last = first;
  while (last != entries_.end() && !before(text, last->word)) ++last;
  return {entries_.data() + (first - entries_.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace rnn
