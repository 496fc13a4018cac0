#include "core/problem.h"

#include <algorithm>
#include <utility>

#include "core/rare.h"

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

RARE Problem& Problem::suggest(std::string_view suggestion) {
  if (suggestion.empty()) return *this;
  return with("suggestion", suggestion).use(suggestion);
}

KnownProblems::KnownProblems(std::vector<Mark> marks) : marks_(std::move(marks)) {
  std::size_t last = 0;
  for (const Mark& mark : marks_) last = std::max(last, mark.span.start);
  first_ = std::vector<std::size_t>(last + 1);
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    std::size_t& first = first_[marks_[i].span.start];
    marks_[i].next = first;
    first = i + 1;
  }
}

bool KnownProblems::has(const Mark& mark) const {
  if (mark.span.start >= first_.size()) return false;
  for (std::size_t i = first_[mark.span.start]; i > 0; i = marks_[i - 1].next) {
    const Mark& other = marks_[i - 1];
    if (other.key == mark.key && other.span.end == mark.span.end && other.code == mark.code) return true;
  }
  return false;
}

Problem& Problems::report(Key key, std::string_view code, Span span) {
  ++counts_[static_cast<std::size_t>(key)];
  const Mark mark{key, code, span};
  if (known_ == nullptr) marks_.push_back(mark);
  // What a framework lacks is not what another one lacks, be it the same.
  const bool known = known_ != nullptr && code != "unsupported" && known_->has(mark);
  if (!known) ++new_;
  if (!latest_ || latest_->told) latest_ = std::make_shared<Problem>();
  latest_->key = key;
  latest_->code = code;
  latest_->span = span;
  latest_->told = !known && tell(latest_);
  return *latest_;
}

void Problems::append(const Problems& others) {
  for (const Key key : keys) append(others, key);
}

void Problems::append(const Problems& others, Key key) {
  counts_[static_cast<std::size_t>(key)] += others.count(key);
  if (known_ != nullptr) return;
  new_ += others.count(key);
  for (const std::shared_ptr<Problem>& problem : others.told())
    if (problem->key == key) tell(problem);
}

bool Problems::tell(const std::shared_ptr<Problem>& problem) {
  const auto is_before = [&](const std::shared_ptr<Problem>& other) {
    return problem->key != other->key ? problem->key < other->key : problem->span.start < other->span.start;
  };
  if (told_.size() == most_told) {
    if (!is_before(told_.back())) return false;
    told_.pop_back();
  }
  told_.insert(std::find_if(told_.begin(), told_.end(), is_before), problem);
  return true;
}

}  // namespace rnn
