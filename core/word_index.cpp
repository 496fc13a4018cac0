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
  entries_.push_back({word, static_cast<std::uint32_t>(thing)});
}

void WordIndex::sort() {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return before(a.word, b.word) || (!before(b.word, a.word) && a.thing < b.thing);
  });
}

std::span<const WordIndex::Entry> WordIndex::find(std::string_view text) const {
  const auto first = std::partition_point(entries_.begin(), entries_.end(),
                                          [&](const Entry& entry) { return before(entry.word, text); });
  auto last = first;
  while (last != entries_.end() && !before(text, last->word)) ++last;
  return {entries_.data() + (first - entries_.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace rnn
