// The word that a slip of the pen may have meant.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/word_list.h"

namespace rnn {

/// The word that may have been meant by `text`: the nearest one, up to two slips of the pen away and not more
/// than a third of it. No number in `text` is lost or becomes another one.
class Nearest {
 public:
  explicit Nearest(std::string_view text);
  void consider(std::string_view candidate);
  void consider(std::span<const std::string_view> candidates);
  void consider(const WordList& candidates);
  /// The same for the names of cells. Cells differ by a letter (SRU, GRU): only letters in another order,
  /// left out or doubled are slips of the pen there.
  void consider_cells(const WordList& candidates);
  /// "" if none is near.
  std::string_view word() const { return best_; }

 private:
  std::string_view text_;
  std::string_view best_;
  std::size_t fewest_;
};

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other, whatever
/// the case.
std::size_t slips(std::string_view a, std::string_view b);

/// The nearest of `candidates`.
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace rnn
