#include "core/problem.h"

namespace rnn {

Problem& report(std::vector<Problem>& problems, Key key, std::string_view code, Span span) {
  Problem& problem = problems.emplace_back();
  problem.key = key;
  problem.code = code;
  problem.span = span;
  return problem;
}

Problem& Problem::with(const char* name, std::string_view text) {
  Detail& detail = details.emplace_back();
  detail.name = name;
  detail.text = ascii_digits(text);
  return *this;
}

Problem& Problem::with(const char* name, std::uint64_t number) { return with(name, digits(number)); }

Problem& Problem::fix(const char* kind, std::string_view text) {
  Fix& fix = fixes.emplace_back();
  fix.kind = kind;
  fix.text = ascii_digits(text);
  return *this;
}

Problem& Problem::fix(const char* kind, std::string_view text, Key place, Span where, std::string_view by) {
  return fix(kind, text).edit(place, where, by);
}

Problem& Problem::edit(Key place, Span where, std::string_view by) {
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

}  // namespace rnn
