// Arithmetic for tests that shares nothing with the core's: 128 bits, and a calculator for formulas as they
// are shown.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace rnn {

/// Holds every count that a query can ask for: sizes stay below 2^53, layers below 2^10.
using Big = unsigned __int128;

inline constexpr Big two_to_the_64 = Big{1} << 64U;

inline std::string to_string(Big number) {
  std::string out;
  do {
    out += static_cast<char>('0' + static_cast<int>(number % 10));
    number /= 10;
  } while (number != 0);
  std::reverse(out.begin(), out.end());
  return out;
}

inline bool is_decimal(std::string_view text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  return digits && (text.size() == 1 || text.front() != '0');
}

/// The number that decimal digits stand for, up to 38 of them.
inline std::optional<Big> to_big(std::string_view digits) {
  if (!is_decimal(digits) || digits.size() > 38) return {};
  Big value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

/// Evaluates "2 × [(7 + 10 + 1) × 7] × 4": digits, +, − and ×, round and square brackets, × before + and −.
/// None for anything else.
class Calculator {
 public:
  static std::optional<Big> value(std::string_view formula) {
    Calculator calculator{formula};
    const std::optional<Big> value = calculator.sum();
    return calculator.rest_.empty() ? value : std::nullopt;
  }

 private:
  explicit Calculator(std::string_view formula) : rest_(formula) {}

  std::optional<Big> sum() {
    std::optional<Big> value = product();
    while (value) {
      const bool adds = take("+");
      if (!adds && !take("\u2212")) break;
      const std::optional<Big> term = product();
      if (!term || (!adds && *term > *value)) return {};
      value = adds ? *value + *term : *value - *term;
    }
    return value;
  }

  std::optional<Big> product() {
    std::optional<Big> value = factor();
    while (value && take("\u00d7")) {
      const std::optional<Big> other = factor();
      if (!other) return {};
      value = *value * *other;
    }
    return value;
  }

  std::optional<Big> factor() {
    if (take("(")) return closed(")");
    if (take("[")) return closed("]");
    const std::size_t length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    const std::string_view digits = rest_.substr(0, length);
    rest_.remove_prefix(length);
    skip_blanks();
    return to_big(digits);
  }

  std::optional<Big> closed(std::string_view bracket) {
    const std::optional<Big> value = sum();
    return take(bracket) ? value : std::nullopt;
  }

  bool take(std::string_view mark) {
    skip_blanks();
    if (!rest_.starts_with(mark)) return false;
    rest_.remove_prefix(mark.size());
    skip_blanks();
    return true;
  }

  void skip_blanks() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  std::string_view rest_;
};

}  // namespace rnn
