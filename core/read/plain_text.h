// A text without what a mail, a page or a word processor does to code: marks of a quotation, numbers of
// lines, blanks and signs of other kinds. It is as long as before, so that every place in it is one of the
// text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/read/reading.h"

namespace rnn {

/// The codes of marks in front of lines; of their numbers, as long as it is not known whether the count hangs
/// on them.
inline constexpr std::string_view mark_code = "prompt";
inline constexpr std::string_view number_code = "line_number";

struct PlainText {
  std::string text;
  std::vector<Span> replaced{};  ///< in order: what other signs, or blanks, stand for
  std::vector<Span> signs{};     ///< where in each of these its sign stands; the rest of it is blank
  std::vector<Span> marks{};     ///< in order: in front of lines, of no meaning
  std::vector<Span> numbers{};   ///< likewise, the numbers of the lines
};

/// Quotation marks in front of lines, and signs that stand for others.
PlainText plain_text(std::string_view text);

/// A plain text with nothing beside a sign that stands for a longer one: in a table, blanks count.
struct NarrowText {
  std::string text;
  std::vector<std::size_t> places{};  ///< of each byte in the plain text, and its end
};

NarrowText narrow_text(const PlainText& plain);

/// What was read of a narrow text as read of the plain one.
void widen(const NarrowText& narrow, TextReading& reading);

/// Without the numbers in front of lines, where they count up; `numbers` are none where they don't.
PlainText without_line_numbers(std::string_view text);

/// The pieces of what was read of a plain text as pieces of the text that it comes from.
void restore(const PlainText& plain, TextReading& reading);

}  // namespace rnn
