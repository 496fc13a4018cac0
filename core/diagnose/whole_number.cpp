#include "core/diagnose/whole_number.h"

#include <algorithm>
#include <string>

#include "core/language.h"
#include "core/numbers.h"

namespace rnn {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// The value of digits; none past 2^64 − 1.
Whole value_of(std::string_view digits) { return read_size(digits, 0, largest_total).value; }

/// How many zeros a letter behind the number stands for; 0 if it is none of them.
std::size_t zeros_of(char letter) {
  switch (lower(letter)) {
    case 'k': return 3;
    case 'm': return 6;
    case 'g':
    case 'b': return 9;
    default: return 0;
  }
}

/// 1.2M: from 1,150,000 to 1,250,000.
WrittenNumber rounded(std::string_view text, std::size_t zeros) {
  WrittenNumber out;
  out.rounded = true;
  const std::size_t point = std::min(text.find_first_of(".,"), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view places = point == text.size() ? std::string_view() : text.substr(point + 1);
  const bool is_number = all_digits(whole) && (point == text.size() || all_digits(places));
  if (!is_number || places.size() >= zeros) {
    out.code = "not_a_number";
    return out;
  }
  Whole unit = 1;
  for (std::size_t i = places.size(); i < zeros; ++i) unit = multiply(unit, 10);
  const Whole value = multiply(value_of(std::string(whole) + std::string(places)), unit);
  const std::uint64_t margin = unit.value_or(0) / 2;
  out.most = add(value, margin);
  out.least = out.most ? subtract(value, std::min(margin, value.value_or(0))) : Whole();
  if (!out.most) out.code = "too_large";
  return out;
}

}  // namespace

WrittenNumber read_written_number(std::string_view text) {
  constexpr std::size_t longest = 200;  // bytes
  WrittenNumber out;
  if (text.size() > longest) {
    out.code = "not_a_number";
    return out;
  }
  std::string typed = ascii_digits(text);
  for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\t"})
    replace_all(typed, blank, " ");
  std::string_view number = trimmed(typed);
  if (number.find_first_of("\r\n") != std::string_view::npos) {
    // Two lines are two numbers.
    out.code = "not_a_number";
    return out;
  }
  if (number.empty()) {
    out.code = "missing";
    return out;
  }
  const std::size_t zeros = zeros_of(number.back());
  if (zeros != 0) {
    number.remove_suffix(1);
    return rounded(trimmed(number), zeros);
  }
  const std::string digits = all_digits(number) ? std::string(number) : without_separators(number);
  if (digits.empty()) {
    out.code = "not_a_number";
    return out;
  }
  out.least = value_of(digits);
  out.most = out.least;
  if (!out.least) out.code = "too_large";
  return out;
}

bool is_meant_as_number(std::string_view text) {
  const std::string_view code = read_written_number(text).code;
  if (code.empty() || code == "too_large") return true;
  const std::string digits = ascii_digits(trimmed(text));
  return !digits.empty() && digits.front() >= '0' && digits.front() <= '9' &&
         digits.find_first_not_of("0123456789,. ") == std::string::npos;
}

}  // namespace rnn
