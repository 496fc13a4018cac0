// Every non-blank character of a text in exactly one piece.
#pragma once

#include <string_view>
#include <vector>

#include "core/read/reading.h"

namespace rnn {

/// Gathers pieces that may overlap; what is put later lies on top.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : text_(text), owner_(text.size(), -1) {}

  void put(TextPiece piece);

  /// The pieces in order, without the blanks around them, each a run of what it still covers; in a line,
  /// marks that nothing covers are ignored as punctuation, anything else is unknown.
  std::vector<TextPiece> take() const;

 private:
  std::string_view text_;
  std::vector<int> owner_;
  std::vector<TextPiece> put_;
};

}  // namespace rnn
