// Words, whatever their case, and what they stand for: found at once, however many there are.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/language.h"

namespace rnn {

template <class Thing>
class WordIndex {
 public:
  void add(std::string_view word, Thing thing) {
    things_[lowered(word)].push_back(thing);
    longest_ = word.size() > longest_ ? word.size() : longest_;
  }

  /// In the order in which they were added.
  const std::vector<Thing>& find(std::string_view text) const {
    static const std::vector<Thing> none;
    if (text.size() > longest_) return none;
    const auto found = things_.find(lowered(text));
    return found == things_.end() ? none : found->second;
  }

 private:
  static std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower(c);
    return out;
  }

  std::unordered_map<std::string, std::vector<Thing>> things_;
  std::size_t longest_ = 0;
};

}  // namespace rnn
