// Words, whatever their case, and what they stand for: found without a look at each, however many there are.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rnn {

class WordIndex {
 public:
  struct Entry {
    std::string_view word;
    std::uint32_t thing;
  };

  void add(std::string_view word, std::size_t thing);

  /// In the order in which they were added.
  std::span<const Entry> find(std::string_view text) const;

 private:
  std::vector<Entry> entries_;  ///< in the order of the words
};

}  // namespace rnn
