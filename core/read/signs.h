// Which sign a byte of a text is, in ASCII; every reader asks the same.
#pragma once

#include <string_view>

namespace rnn {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What a name may begin with.
constexpr bool begins_name(char c) { return is_letter(c) || c == '_'; }

/// A part of a letter of another script.
constexpr bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// What a name is made of: letters of other scripts, too.
constexpr bool is_of_name(char c) { return begins_name(c) || is_digit(c) || is_foreign(c); }

/// Nothing that is seen, line ends among it.
constexpr bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

constexpr bool is_space(char c) { return c == ' ' || c == '\t'; }

/// The first place from `at` on that is no space of the line.
constexpr std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

constexpr bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

}  // namespace rnn
