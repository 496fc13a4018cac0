// A tolerant scan of JSON, and of what Python prints for the same data: where every value stands. A text that
// is cut, a stray or missing comma, a bracket that has no other are no obstacle; nothing is recursive, and
// the time is in proportion to the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace rnn {

/// A value, with its key where it has one. What stands inside follows it, up to `end`.
struct JsonValue {
  enum class Kind : std::uint8_t {
    nothing,  ///< a key alone
    object,
    list,  ///< also a tuple
    text,
    word  ///< a number, true, null, None
  };
  Kind kind = Kind::nothing;
  std::string_view name;  ///< the key
  std::string_view text;  ///< without its quotes
  Span key;               ///< from its quote to the colon
  Span span;              ///< of the value, with its brackets or quotes
  std::size_t parent = 0;
  std::size_t end = 0;  ///< the index behind what stands inside
  bool has_parent = false;
  bool closed = true;  ///< by a bracket of its own
};

class JsonText {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// What stands before `start` is passed over.
  explicit JsonText(std::string_view text, std::size_t start = 0);

  std::string_view text() const { return text_; }
  std::size_t size() const { return values_.size(); }
  const JsonValue& operator[](std::size_t index) const { return values_[index]; }

  /// The first value of that key among those that stand in `parent` itself; `none` if there is none.
  std::size_t member(std::size_t parent, std::string_view name) const;
  /// The same where it is an object or, with a key or as an item, a list; `none` elsewhere.
  std::size_t object(std::size_t parent, std::string_view name) const;
  std::size_t list(std::size_t parent, std::string_view name) const;
  /// The text of that key, or ""; a word is none.
  std::string_view string(std::size_t parent, std::string_view name) const;

  /// The items of a list, or of the one list in it: TensorShape([None, 10]).
  std::vector<std::size_t> items(std::size_t list) const;

  /// From the key, where there is one, to the end of the value.
  Span whole(std::size_t index) const;

  /// The first bracket that closes none; empty where all of them do.
  Span stray() const { return stray_; }
  /// Marks in front of lines: comments, quotations.
  const std::vector<std::size_t>& marks() const { return marks_; }

 private:
  std::size_t kept(std::size_t index, JsonValue::Kind kind) const;

  std::string_view text_;
  std::vector<JsonValue> values_;
  Span stray_;
  std::vector<std::size_t> marks_;
};

}  // namespace rnn
