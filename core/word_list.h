// Words of one kind, written as one text: "units num_units hidden_size". As a table of views the words of the
// language would take three times the room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace rnn {

/// `text` has a space between the words, and none before or behind them.
class WordList {
 public:
  class Iterator {
   public:
    // NOLINTBEGIN(readability-identifier-naming): as std::iterator_traits calls them
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;
    // NOLINTEND(readability-identifier-naming)

    constexpr Iterator() = default;
    constexpr explicit Iterator(std::string_view rest) : rest_(rest) {}
    constexpr std::string_view operator*() const { return rest_.substr(0, rest_.find(' ')); }
    constexpr Iterator& operator++() {
      rest_.remove_prefix(std::min((**this).size() + 1, rest_.size()));
      return *this;
    }
    constexpr Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(Iterator a, Iterator b) { return a.rest_.size() == b.rest_.size(); }

   private:
    std::string_view rest_;
  };

  constexpr WordList() = default;
  constexpr WordList(std::string_view text) : text_(text) {}
  constexpr WordList(const char* text) : text_(text) {}

  constexpr Iterator begin() const { return Iterator(text_); }
  constexpr Iterator end() const { return {}; }
  constexpr bool empty() const { return text_.empty(); }
  constexpr std::string_view front() const { return *begin(); }

 private:
  std::string_view text_;
};

}  // namespace rnn
