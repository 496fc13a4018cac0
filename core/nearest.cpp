#include "core/nearest.h"

#include <algorithm>
#include <vector>

#include "core/language.h"

namespace rnn {
namespace {

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

Nearest::Nearest(std::string_view text)
    : text_(text), fewest_(std::min<std::size_t>(2, text.size() / 3) + 1) {}

void Nearest::consider(std::span<const std::string_view> candidates) {
  constexpr std::size_t longest = 32;
  if (text_.size() > longest) return;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = slips(text_, candidate);
    if (distance >= fewest_) continue;
    fewest_ = distance;
    best_ = candidate;
  }
}

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  Nearest nearest(text);
  nearest.consider(candidates);
  return nearest.word();
}

}  // namespace rnn
