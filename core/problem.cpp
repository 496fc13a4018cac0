#include "core/problem.h"

#include <algorithm>
#include <utility>

namespace rnn {

std::string_view quote(std::string_view text) {
  constexpr std::size_t most_bytes = 3 * longest_quote;
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U && i < most_bytes) continue;
    units += byte >= 0xF0U ? 2 : 1;
    if (units > longest_quote || i >= most_bytes) return text.substr(0, i);
  }
  return text;
}

Problem& Problem::with(const char* name, std::string_view text) {
  if (!told) return *this;
  Detail& detail = details.emplace_back();
  detail.name = name;
  detail.text = ascii_digits(quote(text));
  return *this;
}

Problem& Problem::with(const char* name, std::uint64_t number) {
  return told ? with(name, digits(number)) : *this;
}

Problem& Problem::fix(const char* kind, std::string_view text) {
  if (!told) return *this;
  Fix& fix = fixes.emplace_back();
  fix.kind = kind;
  fix.text = ascii_digits(quote(text));
  return *this;
}

Problem& Problem::fix(const char* kind, std::string_view text, Key place, Span where, std::string_view by) {
  return fix(kind, text).edit(place, where, by);
}

Problem& Problem::edit(Key place, Span where, std::string_view by) {
  if (!told) return *this;
  Edit& edit = fixes.back().edits.emplace_back();
  edit.key = place;
  edit.span = where;
  edit.text = by;
  return *this;
}

Problem& Problem::suggest(std::string_view suggestion) {
  if (suggestion.empty()) return *this;
  return with("suggestion", suggestion).use(suggestion);
}

KnownProblems::KnownProblems(const std::vector<Mark>& marks) : marks_(marks.size()) {
  for (const Mark& mark : marks) {
    if (up_to_.size() < mark.span.start + 2) up_to_.resize(mark.span.start + 2);
    ++up_to_[mark.span.start + 1];
  }
  for (std::size_t start = 1; start < up_to_.size(); ++start) up_to_[start] += up_to_[start - 1];
  std::vector<std::size_t> next = up_to_;
  for (const Mark& mark : marks) marks_[next[mark.span.start]++] = mark;
}

bool KnownProblems::has(const Mark& mark) const {
  const std::size_t start = mark.span.start;
  if (start + 1 >= up_to_.size()) return false;
  const auto at = [&](std::size_t place) {
    return marks_.begin() + static_cast<std::ptrdiff_t>(up_to_[place]);
  };
  return std::find(at(start), at(start + 1), mark) != at(start + 1);
}

Problem& Problems::report(Key key, std::string_view code, Span span) {
  ++counts_[static_cast<std::size_t>(key)];
  const Mark mark{key, code, span};
  if (known_ == nullptr) marks_.push_back(mark);
  // What a framework lacks is not what another one lacks, be it the same.
  const bool known = known_ != nullptr && code != "unsupported" && known_->has(mark);
  if (!known) ++new_;
  if (known || !is_told(key, span)) {
    untold_.told = false;
    return untold_;
  }
  Problem problem;
  problem.key = key;
  problem.code = code;
  problem.span = span;
  return tell(std::move(problem));
}

void Problems::append(const Problems& others) {
  for (const Key key : keys) append(others, key);
}

void Problems::append(const Problems& others, Key key) {
  counts_[static_cast<std::size_t>(key)] += others.count(key);
  if (known_ != nullptr) return;
  new_ += others.count(key);
  for (const Problem& problem : others.told())
    if (problem.key == key && is_told(key, problem.span)) tell(problem);
}

static bool is_before(Key key, Span span, const Problem& other) {
  return key != other.key ? key < other.key : span.start < other.span.start;
}

bool Problems::is_told(Key key, Span span) const {
  return told_.size() < most_told || is_before(key, span, told_.back());
}

Problem& Problems::tell(Problem problem) {
  if (told_.size() == most_told) told_.pop_back();
  const auto place = std::find_if(told_.begin(), told_.end(), [&](const Problem& other) {
    return is_before(problem.key, problem.span, other);
  });
  return *told_.insert(place, std::move(problem));
}

}  // namespace rnn
