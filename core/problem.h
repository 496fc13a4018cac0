// What is wrong with a query, as data: a code and what a sentence about it needs. Sentences are written
// elsewhere.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace rnn {

/// So many problems are told of a text; of the others, how many they are.
inline constexpr std::size_t most_told = 20;
/// So much of what a reader typed is quoted in one piece, in UTF-16 units; where it stands is told besides.
inline constexpr std::size_t longest_quote = 200;

/// The beginning of `text` that may be quoted; it ends with a whole character.
std::string_view quote(std::string_view text);

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
  bool told = true;  ///< else it is only counted, and nothing is added to it

  /// Adds a detail, with ASCII digits; of a long one, its beginning.
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

/// What is wrong, and where: of two frameworks' readings of one text the same problems are told by it.
struct Mark {
  Key key = Key::layers;
  std::string_view code;
  Span span;
  std::size_t next = 0;  ///< in KnownProblems: behind another one that starts there, from 1
};

/// Problems that are known already, for telling the same ones again from others.
class KnownProblems {
 public:
  explicit KnownProblems(std::vector<Mark> marks);
  bool has(const Mark& mark) const;

 private:
  std::vector<Mark> marks_;
  std::vector<std::size_t> first_;  ///< for each start the first mark there, from 1; 0 for none
};

/// What is wrong with a text: the first problems in the order of their places, those at one place in the
/// order in which they were found, and how many there are.
class Problems {
 public:
  Problems() = default;
  /// The same ones as `known` are counted, and not told.
  explicit Problems(const KnownProblems* known) : known_(known) {}

  /// A new problem, to be completed before the next one is reported; one that is not told takes nothing.
  Problem& report(Key key, std::string_view code, Span span);

  /// Those of `others`, or those of them that are about one field; they were found before the next one.
  void append(const Problems& others);
  void append(const Problems& others, Key key);

  bool empty() const { return count() == 0; }
  std::size_t count() const { return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0}); }
  std::size_t count(Key key) const { return counts_[static_cast<std::size_t>(key)]; }

  const std::vector<std::shared_ptr<Problem>>& told() const { return told_; }
  /// How many more there are, less those that were known.
  std::size_t more() const { return new_ - told_.size(); }
  /// All that were reported here, unless some are known.
  const std::vector<Mark>& marks() const { return marks_; }

 private:
  /// Puts it among those that are told; false if it is not among the first ones.
  bool tell(const std::shared_ptr<Problem>& problem);

  std::vector<std::shared_ptr<Problem>> told_;
  std::shared_ptr<Problem> latest_;  ///< that was reported; the next one takes its place unless it is told
  std::array<std::size_t, keys.size()> counts_{};
  std::size_t new_ = 0;
  std::vector<Mark> marks_;
  const KnownProblems* known_ = nullptr;
};

}  // namespace rnn
