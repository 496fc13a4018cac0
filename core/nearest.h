// The word that a slip of the pen may have meant.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace rnn {

/// The word that may have been meant by `text`: the nearest one, up to two slips of the pen away and not more
/// than a third of it.
class Nearest {
 public:
  explicit Nearest(std::string_view text);
  void consider(std::span<const std::string_view> candidates);
  /// "" if none is near.
  std::string_view word() const { return best_; }

 private:
  std::string_view text_;
  std::string_view best_;
  std::size_t fewest_;
};

/// The nearest of `candidates`.
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace rnn
