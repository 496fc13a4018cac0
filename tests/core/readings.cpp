#include "tests/core/readings.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/canonical.h"
#include "core/count.h"

namespace rnn {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

std::string blanked(std::string_view text, Span span) {
  std::string out(text);
  for (std::size_t at = span.start; at < span.end; ++at)
    if (!is_blank(out[at])) out[at] = ' ';
  return out;
}

/// The place with other numbers, and the opposite of what is true or false; without any, with other letters.
std::string changed(std::string_view text, Span span) {
  const std::string before(text.substr(span.start, span.end - span.start));
  std::string place = counted_up(before);
  const std::size_t yes = place.find("True");
  const std::size_t no = place.find("False");
  if (yes != std::string::npos) place.replace(yes, 4, "False");
  if (no != std::string::npos) place.replace(no, 5, "True");
  if (place == before)
    for (char& c : place)
      if (c >= 'b' && c <= 'z') c = static_cast<char>(c - 1);
  return std::string(text.substr(0, span.start)) + place + std::string(text.substr(span.end));
}

void expect_cover(std::string_view text, const TextReading& reading) {
  std::vector<int> covered(text.size());
  for (const TextPiece& piece : reading.pieces) {
    ASSERT_LT(piece.span.start, piece.span.end);
    ASSERT_LE(piece.span.end, text.size());
    for (std::size_t at = piece.span.start; at < piece.span.end; ++at) ++covered[at];
    const bool says_why = piece.kind == TextPiece::Kind::ignored || piece.kind == TextPiece::Kind::unknown;
    EXPECT_EQ(says_why, !piece.code.empty())
        << text.substr(piece.span.start, piece.span.end - piece.span.start);
  }
  for (std::size_t at = 0; at < text.size(); ++at)
    if (!is_blank(text[at])) {
      ASSERT_EQ(covered[at], 1) << "at " << at << " of\n" << text;
    }
}

}  // namespace

TextReading sound_reading(std::string_view text, const Names& names) {
  const TextReading reading = read_text(text, names);
  StoredLayers known;
  expect_cover(text, reading);
  for (const TextPiece& piece : reading.pieces)
    if (piece.kind == TextPiece::Kind::ignored) {
      const TextReading other = read_roughly(blanked(text, piece.span), names, known);
      EXPECT_EQ(other.query, reading.query)
          << "without \"" << text.substr(piece.span.start, piece.span.end - piece.span.start) << "\" ("
          << piece.code << ") at " << piece.span.start << " of\n"
          << text;
    }
  return reading;
}

TextReading telling_reading(std::string_view text, const Names& names) {
  const TextReading reading = sound_reading(text, names);
  StoredLayers known;
  for (const TextPiece& piece : reading.pieces)
    if (piece.kind == TextPiece::Kind::layer || piece.kind == TextPiece::Kind::size) {
      const TextReading other = read_roughly(blanked(text, piece.span), names, known);
      if (asked_of(other) != asked_of(reading)) continue;
      std::string shorter(text);
      const TextReading without =
          read_roughly(shorter.erase(piece.span.start, piece.span.end - piece.span.start), names, known);
      if (asked_of(without) != asked_of(reading)) continue;
      const TextReading another = read_roughly(changed(text, piece.span), names, known);
      EXPECT_NE(asked_of(another), asked_of(reading))
          << "without \"" << text.substr(piece.span.start, piece.span.end - piece.span.start) << "\" at "
          << piece.span.start << " of\n"
          << text;
    }
  return reading;
}

std::string asked_of(const TextReading& reading) {
  std::string out = reading.query;
  for (const Question& question : reading.questions) out += "\n" + question.name;
  return out;
}

std::string counted_up(std::string place) {
  for (char& c : place)
    if (c >= '0' && c <= '9') c = c == '9' ? '1' : static_cast<char>(c + 1);
  return place;
}

std::string total_of(const std::string& query) {
  const Query parsed = parse(query);
  const Model model = counted(parsed, framework_of(parsed));
  return model.problems.empty() ? digits(model.total) : "";
}

std::string canonical_of(const std::string& query) {
  const Query parsed = parse(query);
  const Model model = counted(parsed, framework_of(parsed));
  return model.problems.empty() ? canonical(model) : query;
}

}  // namespace rnn
