#include "core/read/plain_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/language.h"
#include "core/numbers.h"
#include "core/read/forms.h"
#include "core/read/lines.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

enum class Side : std::uint8_t { none, before, behind, turns };

struct Sign {
  std::string_view written;
  char means;
  Side blanks;  ///< on which side of it: none are to stand inside quotes
};

constexpr std::array<Sign, 29> signs{
    {{"\xC2\xA0", ' ', Side::behind},     {"\xE2\x80\xAF", ' ', Side::behind},
     {"\xE2\x80\x83", ' ', Side::behind}, {"\xE3\x80\x80", ' ', Side::behind},
     {"\xEF\xBC\x8C", ',', Side::behind}, {"\xEF\xBC\x88", '(', Side::behind},
     {"\xEF\xBC\x89", ')', Side::behind}, {"\xEF\xBC\x9A", ':', Side::behind},
     {"\xEF\xBC\x9D", '=', Side::behind}, {"\xEF\xBC\xBB", '[', Side::behind},
     {"\xEF\xBC\xBD", ']', Side::behind}, {"\xE2\x80\x9C", '"', Side::before},
     {"\xE2\x80\x9D", '"', Side::turns},  {"\xE2\x80\x98", '\'', Side::before},
     {"\xE2\x80\x99", '\'', Side::turns}, {"&nbsp;", ' ', Side::behind},
     {"&#160;", ' ', Side::behind},       {"&gt;", '>', Side::behind},
     {"&lt;", '<', Side::behind},         {"&amp;nbsp;", ' ', Side::behind},
     {"&amp;", '&', Side::behind},        {"&#39;", '\'', Side::turns},
     {"&#x27;", '\'', Side::turns},       {"&quot;", '"', Side::turns},
     {"&apos;", '\'', Side::turns},       {"&ensp;", ' ', Side::behind},
     {"&emsp;", ' ', Side::behind},       {"&thinsp;", ' ', Side::behind},
     {"&Tab;", ' ', Side::behind}}};

bool may_begin_sign(char c) {
  return c == '&' || c == '<' || c == '\x1B' || c == '\xC2' || c == '\xE2' || c == '\xE3' || c == '\xEF';
}

/// What stands for a sign, which is "" where nothing is seen of it.
struct Written {
  std::size_t length = 0;  ///< 0: it stands for itself
  std::string means{};
  Side blanks = Side::behind;
};

bool is_wide_blank(std::uint32_t sign) {
  return sign == 0xA0 || (sign >= 0x2000 && sign <= 0x200A) || sign == 0x202F || sign == 0x205F ||
         sign == 0x3000;
}

bool is_unseen(std::uint32_t sign) { return sign == 0x200B || sign == 0xFEFF; }

std::string utf8_of(std::uint32_t sign) {
  if (is_unseen(sign)) return "";
  if (is_wide_blank(sign)) return " ";
  const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  const auto rest = [&](unsigned shift) { return byte(0x80U | (sign >> shift & 0x3FU)); };
  if (sign < 0x80) return {byte(sign)};
  if (sign < 0x800) return {byte(0xC0U | sign >> 6U), rest(0)};
  if (sign < 0x10000) return {byte(0xE0U | sign >> 12U), rest(6), rest(0)};
  return {byte(0xF0U | sign >> 18U), rest(12), rest(6), rest(0)};
}

/// The value of a digit up to 15; 16 for any other sign.
std::uint32_t digit_of(char c) {
  if (is_digit(c)) return static_cast<std::uint32_t>(c - '0');
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? static_cast<std::uint32_t>(small - 'a') + 10 : 16;
}

/// &#9474; and &#x2502;
Written numbered(std::string_view rest) {
  if (!rest.starts_with("&#")) return {};
  std::size_t at = 2;
  const bool hex = at < rest.size() && (rest[at] == 'x' || rest[at] == 'X');
  if (hex) ++at;
  const std::uint32_t base = hex ? 16 : 10;
  const std::size_t first = at;
  constexpr std::size_t most_digits = 7;
  std::uint32_t sign = 0;
  for (; at < rest.size() && at - first < most_digits && digit_of(rest[at]) < base; ++at)
    sign = sign * base + digit_of(rest[at]);
  const bool is_sign = sign >= 0x20 && sign <= 0x10FFFF && (sign < 0xD800 || sign > 0xDFFF);
  if (at == first || at >= rest.size() || rest[at] != ';' || (!is_sign && sign != '\t')) return {};
  return {at + 1, utf8_of(sign), sign == '"' || sign == '\'' ? Side::turns : Side::behind};
}

/// Blanks of other widths, and what is not seen at all.
Written wide(std::string_view rest) {
  constexpr std::string_view blanks = "\xE2\x80";
  if (rest.starts_with("\xEF\xBB\xBF")) return {3};
  if (!rest.starts_with(blanks) || rest.size() <= blanks.size()) return {};
  const std::uint32_t sign = 0x2000U + (static_cast<unsigned char>(rest[2]) & 0x3FU);
  if (!is_wide_blank(sign) && !is_unseen(sign)) return {};
  return {3, utf8_of(sign)};
}

/// <br>, <br/>, <br />: a line's end where the text has no other; beside another it is none of its own.
Written line_break(std::string_view text, std::size_t at, bool has_lines) {
  if (!same_word(text.substr(at, 3), "<br")) return {};
  std::size_t end = skip_spaces(text, at + 3);
  if (end < text.size() && text[end] == '/') ++end;
  if (end >= text.size() || text[end] != '>') return {};
  ++end;
  if (!has_lines) return {end - at, "\n"};
  const std::size_t next = text.find_first_not_of(" \t\r", end);
  const std::size_t last = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r", at - 1);
  const bool ends = next == std::string_view::npos || text[next] == '\n';
  const bool begins = last == std::string_view::npos || text[last] == '\n';
  if (!ends && !begins) return {};
  return {end - at, ""};
}

/// What a terminal is told of a colour, "ESC[38;5;33m"; nothing of it is seen.
Written colour(std::string_view rest) {
  constexpr std::size_t longest = 32;
  if (!rest.starts_with("\x1B[")) return {};
  std::size_t end = 2;
  while (end < std::min(longest, rest.size()) && (is_digit(rest[end]) || rest[end] == ';')) ++end;
  return end < rest.size() && is_letter(rest[end]) ? Written{end + 1, ""} : Written{};
}

Written written_at(std::string_view text, std::size_t at, bool has_lines) {
  if (text[at] == '\x1B') return colour(text.substr(at));
  if (text[at] == '<') return line_break(text, at, has_lines);
  const std::string_view rest = text.substr(at);
  const auto* const found = std::find_if(signs.begin(), signs.end(),
                                         [&](const Sign& one) { return rest.starts_with(one.written); });
  if (found != signs.end()) return {found->written.size(), {found->means}, found->blanks};
  return rest.front() == '&' ? numbered(rest) : wide(rest);
}

/// The marks of a quotation in front of a line; empty where it has none.
std::size_t quotation(std::string_view line) {
  std::size_t at = skip_spaces(line, 0);
  const std::size_t first = at;
  std::size_t end = at;
  while (at < line.size() && line[at] == '>') {
    end = at + 1;
    at = skip_spaces(line, end);
  }
  // Three of them are Python's own.
  return line.substr(first).starts_with(">>>") || line.substr(first).starts_with(">=") ? 0 : end - first;
}

/// Behind "----> ", with which Python marks the line where a program stopped; `at` where there is none.
std::size_t behind_arrow(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && line[end] == '-') ++end;
  if (end < at + 2 || end >= line.size() || line[end] != '>') return at;
  return skip_spaces(line, end + 1);
}

/// The number in front of a line with the sign behind it; empty where it has none.
Span number_of(std::string_view line, std::size_t& number) {
  const std::size_t first = skip_spaces(line, 0);
  std::size_t end = behind_arrow(line, first);
  const std::size_t digits = end;
  number = 0;
  constexpr std::size_t most_digits = 6;
  while (end < line.size() && is_digit(line[end]) && end - digits < most_digits)
    number = number * 10 + static_cast<std::size_t>(line[end++] - '0');
  if (end == digits) return {};
  const std::size_t behind = skip_spaces(line, end);
  if (behind < line.size() && line[behind] == '|')
    end = behind + 1;
  else if (end < line.size() && std::string_view(":.)").find(line[end]) != std::string_view::npos)
    ++end;
  const bool apart = end >= line.size() || is_blank(line[end]);
  return apart ? Span{first, end} : Span{};
}

/// Behind the last sign that begins at `at` or before; 0 where none does.
std::size_t behind_sign(const std::vector<Span>& replaced, std::size_t at) {
  const auto next = std::upper_bound(replaced.begin(), replaced.end(), at,
                                     [](std::size_t place, const Span& one) { return place < one.start; });
  return next == replaced.begin() ? 0 : std::prev(next)->end;
}

/// Whether a sign is written there: also one that stands for a blank.
bool is_replaced(const PlainText& plain, std::size_t at) { return at < behind_sign(plain.replaced, at); }

}  // namespace

PlainText plain_text(std::string_view text) {
  PlainText out;
  out.text = text;
  std::map<char, bool> open;
  const bool has_lines = trimmed(text).find('\n') != std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') open.clear();
    const Written sign = may_begin_sign(text[at]) ? written_at(text, at, has_lines) : Written{};
    const std::size_t length = sign.length;
    if (length == 0) {
      ++at;
      continue;
    }
    // An apostrophe.
    if (sign.means == "'" && at > 0 && is_letter(text[at - 1]) && at + length < text.size() &&
        is_letter(text[at + length]) && !open['\'']) {
      at += length;
      continue;
    }
    bool before = false;
    if (sign.blanks == Side::before || sign.blanks == Side::turns) {
      bool& inside = open[sign.means.front()];
      before = sign.blanks == Side::before || !inside;
      inside = before;
    }
    const std::size_t first = before ? at + length - sign.means.size() : at;
    std::fill_n(out.text.begin() + static_cast<std::ptrdiff_t>(at), length, ' ');
    out.text.replace(first, sign.means.size(), sign.means);
    out.replaced.push_back({at, at + length});
    out.signs.push_back({first, first + sign.means.size()});
    at += length;
  }
  const std::string signed_text = out.text;
  for_each_line(signed_text, [&](std::size_t start, std::string_view line) {
    const std::size_t length = quotation(line);
    if (length == 0) return;
    Span mark{start + skip_spaces(line, 0), 0};
    mark.end = mark.start + length;
    std::fill_n(out.text.begin() + static_cast<std::ptrdiff_t>(mark.start), length, ' ');
    // A mark is as long as what stands for it.
    mark.end = std::max(mark.end, behind_sign(out.replaced, mark.end - 1));
    out.marks.push_back(mark);
  });
  // Signs of a quotation's marks are not replaced: they are left.
  std::size_t kept = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < out.replaced.size(); ++i) {
    const std::size_t start = out.replaced[i].start;
    while (next < out.marks.size() && out.marks[next].end <= start) ++next;
    if (next < out.marks.size() && out.marks[next].start <= start) continue;
    out.replaced[kept] = out.replaced[i];
    out.signs[kept++] = out.signs[i];
  }
  out.replaced.resize(kept);
  out.signs.resize(kept);
  return out;
}

NarrowText narrow_text(const PlainText& plain) {
  NarrowText out;
  std::size_t done = 0;
  const auto copy = [&](Span span) {
    out.text.append(plain.text, span.start, span.end - span.start);
    for (std::size_t at = span.start; at < span.end; ++at) out.places.push_back(at);
  };
  for (std::size_t i = 0; i < plain.replaced.size(); ++i) {
    const Span& written = plain.replaced[i];
    const Span& sign = plain.signs[i];
    copy({done, written.start});
    out.text.append(plain.text, sign.start, sign.end - sign.start);
    out.places.resize(out.text.size(), written.start);
    done = written.end;
  }
  copy({done, plain.text.size()});
  out.places.push_back(plain.text.size());
  return out;
}

void widen(const NarrowText& narrow, TextReading& reading) {
  const auto widen = [&](Span& span) {
    const std::size_t last = narrow.places.size() - 1;
    span = {narrow.places[std::min(span.start, last)], narrow.places[std::min(span.end, last)]};
  };
  for (TextPiece& piece : reading.pieces) widen(piece.span);
  for (TextProblem& problem : reading.problems) widen(problem.span);
  for (Question& question : reading.questions) widen(question.span);
}

PlainText without_line_numbers(std::string_view text) {
  PlainText out;
  out.text = text;
  // Each number is that of its line, but for a number that all have in common.
  std::map<std::size_t, std::size_t> distances;
  std::size_t index = 0;
  std::size_t lines = 0;
  std::vector<std::pair<Span, std::size_t>> all;
  for_each_line(text, [&](std::size_t start, std::string_view line) {
    ++index;
    if (skip_spaces(line, 0) < line.size()) ++lines;
    std::size_t number = 0;
    const Span span = number_of(line, number);
    if (span.end == 0) return;
    constexpr std::size_t above = std::size_t{1} << 24U;  // than any line's number
    const std::size_t distance = above + number - index;
    all.push_back({{start + span.start, start + span.end}, distance});
    ++distances[distance];
  });
  const auto most = std::max_element(distances.begin(), distances.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  // What a program that stopped prints of itself has other lines around.
  const bool stopped = has(text, "Traceback (most recent call last)");
  if (most == distances.end() || most->second < 2 || (!stopped && most->second * 4 < lines * 3)) return out;
  for (const auto& [span, distance] : all) {
    if (distance != most->first) continue;
    out.numbers.push_back(span);
    const std::size_t length = span.end - span.start;
    std::fill_n(out.text.begin() + static_cast<std::ptrdiff_t>(span.start), length, ' ');
  }
  // Where numbers are of several lengths: Python's own sign for a line that begins here.
  const auto width = [&](const Span& mark) {
    const std::size_t line = text.rfind('\n', mark.start);
    return mark.end - (line == std::string_view::npos ? 0 : line + 1);
  };
  const bool alike = std::all_of(out.numbers.begin(), out.numbers.end(),
                                 [&](const Span& one) { return width(one) == width(out.numbers.front()); });
  for (const Span& mark : out.numbers)
    if (!alike) out.text[mark.end - 1] = '\f';
  return out;
}

void restore(const PlainText& plain, TextReading& reading) {
  std::vector<TextPiece>& pieces = reading.pieces;
  std::vector<TextPiece> loose;
  std::size_t next = 0;
  for (std::size_t i = 0; i < plain.replaced.size(); ++i) {
    const Span& span = plain.replaced[i];
    while (next < pieces.size() && pieces[next].span.end <= span.start) ++next;
    if (next < pieces.size() && pieces[next].span.start < span.end) {
      // A sign that pieces share is the first one's.
      Span& owner = pieces[next].span;
      owner = {std::min(owner.start, span.start), std::max(owner.end, span.end)};
    } else {
      // Blanks are wider than what stands for them, and hold the columns of a table.
      const Span& sign = plain.signs[i];
      const bool holds = sign.start == sign.end || is_blank(plain.text[sign.start]);
      const std::string_view code = holds ? structure_code : std::string_view("punctuation");
      const bool follows = !loose.empty() && loose.back().span.end == span.start && loose.back().code == code;
      if (follows)
        loose.back().span.end = span.end;
      else
        loose.push_back({span, TextPiece::Kind::ignored, -1, code, {}});
    }
  }
  for (const Span& span : plain.marks) loose.push_back({span, TextPiece::Kind::ignored, -1, mark_code, {}});
  for (const Span& span : plain.numbers)
    loose.push_back({span, TextPiece::Kind::ignored, -1, number_code, {}});
  std::stable_sort(loose.begin(), loose.end(),
                   [](const TextPiece& a, const TextPiece& b) { return a.span.start < b.span.start; });
  // A piece that goes over a mark is several: what stands before it, and what stands behind.
  std::vector<TextPiece> out;
  std::size_t mark = 0;
  const auto shows = [&](std::size_t at) { return !is_blank(plain.text[at]) || is_replaced(plain, at); };
  const auto put = [&](TextPiece piece, std::size_t start, std::size_t end) {
    while (start < end && !shows(start)) ++start;
    while (end > start && !shows(end - 1)) --end;
    if (start >= end) return;
    piece.span = {start, end};
    out.push_back(std::move(piece));
  };
  for (const TextPiece& piece : pieces) {
    while (mark < loose.size() && loose[mark].span.start < piece.span.start) out.push_back(loose[mark++]);
    std::size_t start = piece.span.start;
    for (; mark < loose.size() && loose[mark].span.start < piece.span.end; ++mark) {
      put(piece, start, loose[mark].span.start);
      out.push_back(loose[mark]);
      start = loose[mark].span.end;
    }
    if (start == piece.span.start)
      out.push_back(piece);
    else
      put(piece, start, piece.span.end);
  }
  out.insert(out.end(), loose.begin() + static_cast<std::ptrdiff_t>(mark), loose.end());
  pieces = std::move(out);
}

}  // namespace rnn
