// Problems and their fixes as a page would use them: places in UTF-16 units, edits applied to the fields'
// text.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/answer.h"

namespace rnn {

/// The length of `text` in UTF-16 units, or none if it is not well-formed UTF-8 (the shortest form, no
/// surrogates).
inline std::optional<std::size_t> utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC0 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF8 ? 4
                                              : 0;
    if (length == 0 || i + length > text.size()) return {};
    char32_t code = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t j = 1; j < length; ++j) {
      const auto next = static_cast<unsigned char>(text[i + j]);
      if ((next & 0xC0U) != 0x80U) return {};
      code = (code << 6U) | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    units += code > 0xFFFF ? 2 : 1;
    i += length;
  }
  return units;
}

/// Where the UTF-16 unit of that index starts in well-formed UTF-8; none past the end or inside a character.
inline std::optional<std::size_t> byte_at(std::string_view text, std::size_t unit) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    if (units == unit) return i;
    units += byte >= 0xF0 ? 2 : 1;
  }
  return units == unit ? std::optional(text.size()) : std::nullopt;
}

inline std::optional<Key> key_of(std::string_view text) {
  for (const Key key : keys)
    if (text == name(key)) return key;
  return {};
}

/// The texts of the fields, by key.
using FieldTexts = std::array<std::string, keys.size()>;

inline FieldTexts texts_of(const Fields& fields) {
  FieldTexts out;
  for (const Key key : keys) out[static_cast<std::size_t>(key)] = fields[key].text;
  return out;
}

/// The fields with the edits of `fix`; none if an edit is out of place or overlaps with another.
inline std::optional<FieldTexts> apply_fix(const FixAnswer& fix, const FieldTexts& fields) {
  struct Replacement {
    std::size_t key, start, end;
    std::string text;
  };
  std::vector<Replacement> replacements;
  for (const EditAnswer& edit : fix.edits) {
    const std::optional<Key> key = key_of(edit.key);
    if (!key) return {};
    const auto index = static_cast<std::size_t>(*key);
    const std::optional<std::size_t> start = byte_at(fields[index], edit.place.start);
    const std::optional<std::size_t> end = byte_at(fields[index], edit.place.end);
    if (!start || !end || *start > *end) return {};
    replacements.push_back({index, *start, *end, edit.text});
  }
  std::sort(replacements.begin(), replacements.end(), [](const Replacement& a, const Replacement& b) {
    return a.key != b.key ? a.key < b.key : a.start > b.start;
  });
  FieldTexts out = fields;
  for (std::size_t i = 0; i < replacements.size(); ++i) {
    const Replacement& next = replacements[i];
    if (i > 0 && replacements[i - 1].key == next.key && next.end > replacements[i - 1].start) return {};
    out[next.key].replace(next.start, next.end - next.start, next.text);
  }
  return out;
}

/// A query that holds these texts, whatever is in them.
inline std::string query_of(const FieldTexts& fields) {
  std::string out;
  for (const Key key : keys) {
    const std::string& text = fields[static_cast<std::size_t>(key)];
    if (text.empty()) continue;
    out += (out.empty() ? "" : "&") + std::string(name(key)) + "=";
    for (const char c : text) {
      constexpr std::string_view hex = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (plain)
        out += c;
      else
        out.append({'%', hex[byte >> 4U], hex[byte & 15U]});
    }
  }
  return out;
}

/// The detail of that name; "" where there is none.
inline std::string detail(const ProblemAnswer& problem, std::string_view wanted) {
  for (const DetailAnswer& detail : problem.details)
    if (detail.name == wanted) return detail.text;
  return {};
}

inline std::string place_text(const ProblemAnswer& problem) {
  return std::to_string(problem.place.start) + "-" + std::to_string(problem.place.end);
}

/// "layers unknown_layer 0-4", for messages and tables.
inline std::string headline(const ProblemAnswer& problem) {
  return std::string(problem.key) + " " + std::string(problem.code) + " " + place_text(problem);
}

/// "use LSTM: LSTM(32)": the fix and what its field is after it; "use input=10: 10 | LSTM(20)" where it edits
/// two.
inline std::string fix_line(const FixAnswer& fix, const Fields& fields) {
  std::string out = std::string(fix.kind) + (fix.text.empty() ? "" : " " + fix.text);
  const std::optional<FieldTexts> after = apply_fix(fix, texts_of(fields));
  if (!after) return out + ": cannot be applied";
  const char* mark = ": ";
  for (const Key key : keys) {
    const bool edited = std::any_of(fix.edits.begin(), fix.edits.end(),
                                    [&](const EditAnswer& edit) { return edit.key == name(key); });
    if (!edited) continue;
    out += mark + (*after)[static_cast<std::size_t>(key)];
    mark = " | ";
  }
  return out;
}

inline std::vector<std::string> headlines(const std::vector<ProblemAnswer>& problems) {
  std::vector<std::string> out;
  for (const ProblemAnswer& problem : problems) out.push_back(headline(problem));
  return out;
}

/// A row of a table of problems. A query may have more of them than the one that the row is about.
struct ProblemRow {
  std::string query;
  std::string headline;
  /// Names and values that must be among the problem's details.
  std::vector<DetailAnswer> details;
  /// All fixes, in order, as `fix_line` writes them.
  std::vector<std::string> fixes;
};

/// What `query` says about `row`: "" if all is as the row wants it.
inline std::string mismatch(const ProblemRow& row) {
  const Answer answer = explain(row.query);
  std::string out;
  for (const ProblemAnswer& problem : answer.problems) {
    if (headline(problem) != row.headline) {
      out += headline(problem) + "; ";
      continue;
    }
    for (const DetailAnswer& wanted : row.details)
      if (detail(problem, wanted.name) != wanted.text)
        return std::string(wanted.name) + " is \"" + detail(problem, wanted.name) + "\", not \"" +
               wanted.text + "\"";
    std::vector<std::string> fixes;
    for (const FixAnswer& fix : problem.fixes) fixes.push_back(fix_line(fix, answer.fields));
    if (fixes == row.fixes) return {};
    std::string text = "fixes:";
    for (const std::string& fix : fixes) text += " {" + fix + "}";
    return text;
  }
  return "no such problem among: " + out;
}

}  // namespace rnn
