#include "core/numbers.h"

#include <algorithm>

#include "core/language.h"
#include "core/rare.h"

namespace rnn {
namespace {

constexpr std::string_view ten_digits = "0123456789";
constexpr std::string_view minus_sign = "\xE2\x88\x92";  // U+2212

/// The value of digits; none past 2^64 − 1.
Whole value_of(std::string_view text) {
  Whole value = 0;
  for (const char c : text) value = add(multiply(value, 10), static_cast<std::uint64_t>(c - '0'));
  return value;
}

/// What people put between groups of digits, at the start of `text`; its length, or 0.
RARE std::size_t separator(std::string_view text) {
  for (const std::string_view mark :
       {",", " ", "_", "'", ".", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x99"})
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

/// A decimal with an optional power of ten, as its digits and the number of them before the point.
struct Decimal {
  std::string digits;
  long point = 0;
  bool has_point = false;
  bool has_power = false;
};

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal out;
  const std::size_t power = text.find_first_of("eE");
  std::string_view mantissa = text.substr(0, power);
  const std::size_t dot = mantissa.find('.');
  const std::string_view whole = mantissa.substr(0, dot);
  const std::string_view fraction =
      dot == std::string_view::npos ? std::string_view() : mantissa.substr(dot + 1);
  out.has_point = dot != std::string_view::npos;
  out.digits = std::string(whole) + std::string(fraction);
  if (!all_digits(out.digits)) return {};
  out.point = static_cast<long>(whole.size());
  if (power == std::string_view::npos) return out;
  out.has_power = true;
  std::string_view exponent = text.substr(power + 1);
  const bool negative = exponent.starts_with('-');
  if (negative || exponent.starts_with('+')) exponent.remove_prefix(1);
  if (!all_digits(exponent)) return {};
  constexpr std::uint64_t far = 100000;  // past any size, and past the digits that a query can hold
  const long shift = static_cast<long>(std::min(value_of(exponent).value_or(far), far));
  out.point += negative ? -shift : shift;
  return out;
}

bool only_zeros(std::string_view text) { return text.find_first_not_of('0') == std::string_view::npos; }

/// The part before the point; none if it is past 2^64 − 1.
Whole whole_part(const Decimal& decimal) {
  if (decimal.point <= 0 || only_zeros(decimal.digits)) return 0;
  const std::size_t length = std::min(static_cast<std::size_t>(decimal.point), decimal.digits.size());
  Whole value = value_of(std::string_view(decimal.digits).substr(0, length));
  for (long i = static_cast<long>(length); i < decimal.point && value; ++i) value = multiply(value, 10);
  return value;
}

RARE bool has_fraction(const Decimal& decimal) {
  const std::size_t from =
      decimal.point <= 0 ? 0 : std::min(static_cast<std::size_t>(decimal.point), decimal.digits.size());
  return !only_zeros(std::string_view(decimal.digits).substr(from));
}

struct Limits {
  std::uint64_t smallest;
  std::uint64_t largest;

  bool hold(Whole number) const { return number && *number >= smallest && *number <= largest; }
};

/// A reading with `code` that suggests those of the numbers which are within the limits.
SizeReading suggest(std::string_view code, std::initializer_list<Whole> numbers, Limits limits) {
  SizeReading reading;
  reading.code = code;
  for (const Whole& number : numbers)
    if (limits.hold(number)) reading.suggestions.push_back(digits(number));
  return reading;
}

SizeReading check_limits(Whole value, Limits limits) {
  if (!value || *value > limits.largest) return suggest("too_big", {}, limits);
  if (*value < limits.smallest) return suggest("too_small", {limits.smallest}, limits);
  SizeReading reading;
  reading.value = value;
  return reading;
}

RARE SizeReading read_negative(std::string_view size, Limits limits) {
  const std::optional<Decimal> decimal = read_decimal(size);
  if (!decimal) return suggest("not_a_number", {}, limits);
  SizeReading reading = has_fraction(*decimal) ? suggest("too_small", {}, limits)
                                               : suggest("too_small", {whole_part(*decimal)}, limits);
  reading.negative = !only_zeros(decimal->digits);
  if (!reading.negative) reading.suggestions = {digits(limits.smallest)};
  return reading;
}

}  // namespace

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(ten_digits) == std::string_view::npos;
}

RARE std::string without_separators(std::string_view text) {
  std::string out;
  std::size_t group = 0;
  std::size_t groups = 1;
  std::size_t threes = 0;  // behind the first group …
  std::size_t twos = 0;
  std::size_t first = 0;
  std::string_view mark;
  const auto end_group = [&] {
    if (groups == 1) first = group;
    threes += groups > 1 && group == 3 ? 1 : 0;
    twos += groups > 1 && group == 2 ? 1 : 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = separator(text.substr(i)); length != 0) {
      const std::string_view here = text.substr(i, length);
      if (group == 0 || (groups > 1 && here != mark)) return {};
      mark = here;
      end_group();
      group = 0;
      ++groups;
      i += length;
      continue;
    }
    if (ten_digits.find(text[i]) == std::string_view::npos) return {};
    out += text[i++];
    ++group;
  }
  if (groups == 1 || group == 0) return {};
  end_group();
  const bool western = first <= 3 && threes == groups - 1;
  const bool indian = mark != "." && first <= 2 && group == 3 && threes == 1 && twos == groups - 2;
  return mark == "_" || western || indian ? out : std::string();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

SizeReading read_size(std::string_view text, std::uint64_t smallest, std::uint64_t largest) {
  const Limits limits{smallest, largest};
  text = trimmed(text);
  if (text.empty()) return suggest("missing", {}, limits);
  if (text == unknown_mark) return suggest("unknown_size", {}, limits);
  if (all_digits(text)) return check_limits(value_of(text), limits);
  for (const std::string_view sign : {std::string_view("-"), minus_sign})
    if (text.starts_with(sign)) return read_negative(trimmed(text.substr(sign.size())), limits);
  const bool plus = text.starts_with('+');
  if (plus) text = trimmed(text.substr(1));
  const std::optional<Decimal> decimal = read_decimal(text);
  if (!decimal) {
    const std::string plain = without_separators(text);
    if (plain.empty()) return suggest("not_a_number", {}, limits);
    return suggest("not_plain", {value_of(plain)}, limits);
  }
  const Whole whole = whole_part(*decimal);
  if (!whole) return suggest("too_big", {}, limits);
  if (has_fraction(*decimal)) return suggest("not_whole", {whole, add(whole, 1)}, limits);
  if (decimal->has_point && !decimal->has_power) return suggest("not_whole", {whole}, limits);
  if (!limits.hold(whole)) return check_limits(whole, limits);
  return suggest("not_plain", {whole}, limits);
}

bool is_rate(std::string_view text) {
  text = trimmed(text);
  const std::optional<Decimal> decimal = read_decimal(text);
  return decimal && !decimal->has_power && whole_part(*decimal) == Whole(0);
}

}  // namespace rnn
