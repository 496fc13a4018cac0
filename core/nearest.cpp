#include "core/nearest.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/language.h"
#include "core/rare.h"

namespace rnn {
namespace {

std::ptrdiff_t count(char letter, std::string_view text) {
  return std::count_if(text.begin(), text.end(), [&](char c) { return lower(c) == letter; });
}

/// Whether `word` has the signs of `text` up to `last`, and as often.
RARE bool has_signs(std::string_view word, std::string_view text, char last) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return c > last || count(lower(c), text) <= count(lower(c), word); });
}

}  // namespace

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

Nearest::Nearest(std::string_view text)
    : text_(text), fewest_(std::min<std::size_t>(2, text.size() / 3) + 1) {}

RARE void Nearest::consider(std::string_view candidate) {
  constexpr std::size_t longest = 32;
  const std::size_t apart =
      std::max(text_.size(), candidate.size()) - std::min(text_.size(), candidate.size());
  if (text_.size() > longest || apart >= fewest_) return;
  const bool opposite = text_.size() == candidate.size() + 2 && same_word(text_.substr(0, 2), "no") &&
                        same_word(text_.substr(2), candidate);
  if (opposite) return;
  const std::size_t distance = slips(text_, candidate);
  if (distance >= fewest_ || !has_signs(candidate, text_, '9')) return;
  fewest_ = distance;
  best_ = candidate;
}

void Nearest::consider(std::span<const std::string_view> candidates) {
  for (const std::string_view candidate : candidates) consider(candidate);
}

void Nearest::consider(const WordList& candidates) {
  for (const std::string_view candidate : candidates) consider(candidate);
}

RARE void Nearest::consider_cells(const WordList& candidates) {
  std::string letters;  // of equal neighbours one
  for (const char c : text_)
    if (letters.empty() || letters.back() != lower(c)) letters += lower(c);
  for (const std::string_view candidate : candidates)
    if (has_signs(candidate, letters, '\x7F')) consider(candidate);
}

RARE std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  Nearest nearest(text);
  nearest.consider(candidates);
  return nearest.word();
}

}  // namespace rnn
