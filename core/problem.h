// What is wrong with a query, as data: a code and what a sentence about it needs. Sentences are written
// elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace rnn {

/// A place in a decoded field, in bytes; `end` is behind the last one.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
};

/// Replaces a place of a field by `text`.
struct Edit {
  Key key = Key::layers;
  Span span;
  std::string text;
};

/// A repair that can be offered as a button. `kind` is "use", "add", "clear", "move", "remove" or "count_as";
/// `text` belongs to the button's words. The edits do not overlap and hold for the fields as they were.
struct Fix {
  std::string_view kind;
  std::string text;
  std::vector<Edit> edits;
};

/// What a sentence needs beside the code: a name from the public answer and a value.
struct Detail {
  const char* name = "";
  std::string text;
};

struct Problem {
  Key key = Key::layers;
  std::string_view code;
  Span span;
  std::vector<Detail> details;
  std::vector<std::string> choices;     ///< the values that there are
  std::vector<std::string> frameworks;  ///< those that have what is missing here
  std::vector<Fix> fixes;

  /// Adds a detail, with ASCII digits.
  Problem& with(const char* name, std::string_view text);
  Problem& with(const char* name, std::uint64_t number);

  /// Adds a repair, without edits or with one.
  Problem& fix(const char* kind, std::string_view text);
  Problem& fix(const char* kind, std::string_view text, Key place, Span where, std::string_view by);
  /// One more edit of the last repair.
  Problem& edit(Key place, Span where, std::string_view by);
  /// A repair that puts `text` in the place of what was typed.
  Problem& use(std::string_view text) { return fix("use", text, key, span, text); }
  /// Says what may have been meant, and offers it; nothing for "".
  Problem& suggest(std::string_view suggestion);
};

/// A new problem among `problems`, to be completed.
Problem& report(std::vector<Problem>& problems, Key key, std::string_view code, Span span);

}  // namespace rnn
