// A line of a pasted table without what is only on it: colours, tags, quotation marks of a notebook, frames.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/read/reading.h"

namespace rnn {

/// A line as it looks, and where each of its characters stands in the text. Upright strokes of a frame are
/// `|`, all others `-` and `+`.
struct PlainLine {
  std::string text;
  std::vector<Span> from;   ///< of each character
  Span span;                ///< of the whole line
  std::vector<Span> marks;  ///< what was taken off it

  Span place(std::size_t start, std::size_t end) const {
    return start < end ? Span{from[start].start, from[end - 1].end} : Span{};
  }
};

/// The lines of a text; a line's end that a notebook writes as two characters is one, too.
std::vector<PlainLine> plain_lines(std::string_view text);

}  // namespace rnn
