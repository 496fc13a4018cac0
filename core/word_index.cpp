#include "core/word_index.h"

#include <algorithm>

#include "core/language.h"

namespace rnn {
namespace {

bool before(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return lower(x) < lower(y); });
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
