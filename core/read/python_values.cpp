#include "core/read/python_values.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace rnn::python {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max() / 4;

bool is_named(const Value& value) {
  return value.kind == Value::Kind::unknown || value.kind == Value::Kind::path;
}

bool within(std::int64_t number) { return number <= largest && number >= -largest; }

/// Rounds down, as Python does.
std::int64_t divided(std::int64_t left, std::int64_t right) {
  const std::int64_t quotient = left / right;
  return quotient * right != left && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

/// Whether the product stays within what is worked with.
bool fits(std::int64_t left, std::int64_t right) {
  return left == 0 || right == 0 ||
         (left > -largest && right > -largest && std::max(left, -left) <= largest / std::max(right, -right));
}

bool power(std::int64_t base, std::int64_t exponent, std::int64_t& out) {
  if (exponent < 0 || exponent > 62) return false;
  out = 1;
  for (; exponent > 0; --exponent) {
    if (!fits(out, base)) return false;
    out *= base;
  }
  return true;
}

bool arithmetic(std::string_view sign, std::int64_t left, std::int64_t right, std::int64_t& out) {
  if (sign == "+") return out = left + right, within(out);
  if (sign == "-") return out = left - right, within(out);
  if (sign == "*") return fits(left, right) && (out = left * right, true);
  if (sign == "**") return power(left, right, out);
  if (right == 0) return false;
  if (sign == "//") return out = divided(left, right), true;
  if (sign == "%") return out = left - divided(left, right) * right, true;
  if (sign == "/") return left % right == 0 && (out = left / right, true);
  return false;
}

bool is_plain(const Value& value) {
  return value.kind == Value::Kind::number || value.kind == Value::Kind::flag ||
         value.kind == Value::Kind::text || value.kind == Value::Kind::none ||
         value.kind == Value::Kind::real;
}

bool same(const Value& left, const Value& right) {
  return left.kind == right.kind && left.number == right.number && left.text == right.text;
}

Value compared(std::string_view sign, const Value& left, const Value& right) {
  if (!is_plain(left) || !is_plain(right)) return {};
  if (sign == "==" || sign == "is") return flag(same(left, right));
  if (sign == "!=" || sign == "is not") return flag(!same(left, right));
  if (left.kind != Value::Kind::number || right.kind != Value::Kind::number) return {};
  if (sign == "<") return flag(left.number < right.number);
  if (sign == ">") return flag(left.number > right.number);
  if (sign == "<=") return flag(left.number <= right.number);
  if (sign == ">=") return flag(left.number >= right.number);
  return {};
}

Value worked_out(std::string_view sign, const Value& left, const Value& right) {
  const auto is_whole = [](const Value& value) {
    return value.kind == Value::Kind::number || value.kind == Value::Kind::flag;
  };
  if (sign == "and" || sign == "or") {
    const int known = truth(left);
    if (known >= 0) return (known == 1) == (sign == "and") ? right : left;
    return {};
  }
  if (is_whole(left) && is_whole(right)) {
    std::int64_t out = 0;
    if (arithmetic(sign, left.number, right.number, out)) return whole(out);
  }
  return compared(sign, left, right);
}

}  // namespace

Value whole(std::int64_t number) {
  Value out;
  out.kind = Value::Kind::number;
  out.number = number;
  return out;
}

Value flag(bool value) {
  Value out = whole(value ? 1 : 0);
  out.kind = Value::Kind::flag;
  return out;
}

Value number_value(std::string_view word) {
  std::string digits;
  for (const char c : word)
    if (c != '_') digits += c;
  const bool plain = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  std::int64_t number = 0;
  if (plain && std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc() &&
      within(number))
    return whole(number);
  Value out;
  out.kind = Value::Kind::real;
  out.text = digits;
  return out;
}

Value text_value(std::string_view word) {
  Value out;
  out.kind = Value::Kind::text;
  const std::size_t open = std::min(word.find_first_of("\"'"), word.size());
  const char quote = open < word.size() ? word[open] : '"';
  word.remove_prefix(open);
  std::size_t marks = 0;
  while (marks < 3 && marks < word.size() && word[marks] == quote) ++marks;
  if (marks == 2) return out;
  word.remove_prefix(marks);
  while (!word.empty() && marks-- > 0 && word.back() == quote) word.remove_suffix(1);
  out.text = std::string(word);
  return out;
}

int truth(const Value& value) {
  switch (value.kind) {
    case Value::Kind::number:
    case Value::Kind::flag: return value.number != 0 ? 1 : 0;
    case Value::Kind::none: return 0;
    case Value::Kind::text: return value.text.empty() ? 0 : 1;
    case Value::Kind::list: return value.items.empty() ? 0 : 1;
    case Value::Kind::thing: return 1;
    default: return -1;
  }
}

Value combined(std::string_view sign, const Value& left, const Value& right) {
  Value out = worked_out(sign, left, right);
  if (out.kind == Value::Kind::unknown)
    out.text = is_named(left) ? left.text : is_named(right) ? right.text : "";
  out.from = left.from;
  out.from.insert(out.from.end(), right.from.begin(), right.from.end());
  if (out.from.size() > most_places) out.from.resize(most_places);
  return out;
}

Value combined(std::string_view sign, const Value& right) {
  Value out;
  if (sign == "not" && truth(right) >= 0) out = flag(truth(right) == 0);
  if (sign == "-" && right.kind == Value::Kind::number) out = whole(-right.number);
  if (sign == "-" && right.kind == Value::Kind::real) {
    out.kind = Value::Kind::real;
    out.text = "-" + right.text;
  }
  if (sign == "+") out = right;
  if (out.kind == Value::Kind::unknown && is_named(right)) out.text = right.text;
  out.from = right.from;
  return out;
}

}  // namespace rnn::python
