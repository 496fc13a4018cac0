#include "core/read/json_text.h"

#include <algorithm>
#include <utility>

#include "core/language.h"
#include "core/read/reading.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

using Kind = JsonValue::Kind;

bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '+' || c == '-';
}

/// One pass over the text.
class Scanner {
 public:
  Scanner(std::string_view text, std::vector<JsonValue>& out, Span& stray, std::vector<std::size_t>& marks)
      : text_(text), out_(out), stray_(stray), marks_(marks) {}

  void scan(std::size_t start) {
    at_ = start;
    while (at_ < text_.size()) step(text_[at_]);
    drop_key();
    while (!open_.empty()) close(text_.size(), false);
  }

 private:
  void step(char c) {
    switch (c) {
      case '\x1B': return skip_colour();
      case '{': return open(Kind::object);
      case '[':
      case '(': return open(Kind::list);
      case '}': return closing(Kind::object);
      case ']':
      case ')': return closing(Kind::list);
      case '"':
      case '\'':
      case '\\': return quote(c);
      case '<': return printed();
      case ',':
        drop_key();
        ++at_;
        return;
      default:
        if (is_word(c)) return word();
        if (std::string_view("#|>*%/").find(c) != std::string_view::npos && begins_line())
          marks_.push_back(at_);
        ++at_;
    }
  }

  /// Whether only other marks stand before it in its line.
  bool begins_line() const {
    std::size_t before = at_;
    while (before > 0 && (text_[before - 1] == ' ' || text_[before - 1] == '\t')) --before;
    return before == 0 || text_[before - 1] == '\n' || (!marks_.empty() && marks_.back() + 1 == before);
  }

  /// ESC [ 1 ; 3 2 m
  void skip_colour() {
    ++at_;
    if (at_ >= text_.size() || text_[at_] != '[') return;
    while (at_ < text_.size() && !is_letter(text_[at_]) && text_[at_] != '\n') ++at_;
    if (at_ < text_.size() && text_[at_] != '\n') ++at_;
  }

  // --- brackets
  void open(Kind kind) {
    const std::size_t at = at_++;
    if (open_.size() >= deepest_code || beyond_ > 0) {
      ++beyond_;
      return;
    }
    open_.push_back(add(kind, {at, at + 1}, {}));
  }

  /// A bracket that closes another one than the last closes all behind that; one that closes none is passed.
  void closing(Kind kind) {
    drop_key();
    const std::size_t at = at_++;
    if (beyond_ > 0) {
      --beyond_;
      return;
    }
    const auto same = [&](std::size_t index) { return out_[index].kind == kind; };
    const auto opening = std::find_if(open_.rbegin(), open_.rend(), same);
    if (opening == open_.rend()) {
      if (stray_.end == 0) stray_ = {at, at + 1};
      return;
    }
    const auto others = static_cast<std::size_t>(opening - open_.rbegin());
    for (std::size_t i = 0; i < others; ++i) close(at, false);
    close(at + 1, true);
  }

  void close(std::size_t at, bool closed) {
    JsonValue& value = out_[open_.back()];
    value.span.end = at;
    value.end = out_.size();
    value.closed = closed;
    open_.pop_back();
  }

  // --- words and texts
  /// A name with brackets behind it is none of the values: TensorShape([None, 10]).
  void word() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    const std::string_view word = text_.substr(start, at_ - start);
    const bool prefix = word == "u" || word == "b" || word == "r";
    const char next = at_ < text_.size() ? text_[at_] : '\0';
    if (next == '(' || (prefix && (next == '"' || next == '\''))) return;
    if (next == '\'' && is_letter(word.back())) {  // an apostrophe
      ++at_;
      return;
    }
    if (!open_.empty() || has_key_) add(Kind::word, {start, at_}, word);
  }

  /// <function f at 0x7f>
  void printed() {
    const std::size_t start = at_;
    const std::size_t end = std::min(text_.find_first_of(">\n", start), text_.size());
    if (end == text_.size() || text_[end] == '\n' || (open_.empty() && !has_key_)) {
      ++at_;
      return;
    }
    at_ = end + 1;
    add(Kind::word, {start, at_}, text_.substr(start, at_ - start));
  }

  /// A text, which ends with its line at the latest. JSON inside a text is read as it stands there, with
  /// escaped quotes or without.
  void quote(char c) {
    const bool escaped = c == '\\';
    const std::size_t first = at_ + (escaped ? 1 : 0);
    if (escaped && (first >= text_.size() || text_[first] != '"')) {
      at_ += 2;
      return;
    }
    if (is_around(escaped, first)) {
      at_ = first + 1;
      return;
    }
    const std::size_t start = at_;
    const char mark = text_[first];
    std::size_t end = first + 1;
    while (end < text_.size() && text_[end] != '\n' && !ends(end, escaped, mark))
      end += text_[end] == '\\' && !escaped ? std::size_t{2} : std::size_t{1};
    end = std::min(end, text_.size());
    const std::string_view inner = text_.substr(first + 1, end - first - 1);
    if (end < text_.size() && text_[end] != '\n') end += escaped ? std::size_t{2} : std::size_t{1};
    at_ = end;
    std::size_t colon = end;
    while (colon < text_.size() && is_blank(text_[colon])) ++colon;
    if (colon < text_.size() && text_[colon] == ':') {
      drop_key();
      has_key_ = true;
      key_ = {start, colon + 1};
      name_ = inner;
      at_ = colon + 1;
    } else if (!open_.empty() || has_key_) {
      add(Kind::text, {start, end}, inner);
    }
  }

  bool ends(std::size_t at, bool escaped, char mark) const {
    if (!escaped) return text_[at] == mark;
    return text_[at] == '\\' && at + 1 < text_.size() && text_[at + 1] == mark;
  }

  /// Whether the quote stands around a whole text of JSON.
  bool is_around(bool escaped, std::size_t first) {
    if (escaped) return false;
    const std::pair<std::size_t, char> here(open_.size(), text_[first]);
    if (!around_.empty() && around_.back() == here && beyond_ == 0) {
      around_.pop_back();
      return true;
    }
    std::size_t inner = first + 1;
    while (inner < text_.size() && is_blank(text_[inner])) ++inner;
    if (inner >= text_.size()) return false;
    const char next = text_[inner];
    bool opens = open_.empty() && (next == '{' || is_other_quote(next, text_[first]));
    if (next == '{') {
      ++inner;
      while (inner < text_.size() && is_blank(text_[inner])) ++inner;
      opens = opens ||
              (inner < text_.size() && (text_[inner] == '\\' || is_other_quote(text_[inner], text_[first])));
    }
    if (opens) around_.push_back(here);
    return opens;
  }

  static bool is_other_quote(char c, char quote) { return (c == '"' || c == '\'') && c != quote; }

  // --- values
  std::size_t add(Kind kind, Span span, std::string_view text) {
    JsonValue value;
    value.kind = kind;
    value.span = span;
    value.text = text;
    if (std::exchange(has_key_, false)) {
      value.key = key_;
      value.name = name_;
    }
    value.has_parent = !open_.empty();
    if (value.has_parent) value.parent = open_.back();
    value.end = out_.size() + 1;
    out_.push_back(value);
    return out_.size() - 1;
  }

  /// A key without a value is one, too.
  void drop_key() {
    if (has_key_) add(Kind::nothing, {key_.end, key_.end}, {});
  }

  std::string_view text_;
  std::vector<JsonValue>& out_;
  Span& stray_;
  std::vector<std::size_t>& marks_;
  std::vector<std::size_t> open_;
  /// The quotes around JSON, and how many brackets are open where they stand.
  std::vector<std::pair<std::size_t, char>> around_;
  std::size_t beyond_ = 0;  ///< brackets that are open beyond the deepest
  std::size_t at_ = 0;
  bool has_key_ = false;
  Span key_;
  std::string_view name_;
};

}  // namespace

JsonText::JsonText(std::string_view text, std::size_t start) : text_(text) {
  Scanner(text, values_, stray_, marks_).scan(start);
}

std::size_t JsonText::member(std::size_t parent, std::string_view name) const {
  if (parent == none) return none;
  for (std::size_t i = parent + 1; i < values_[parent].end; i = values_[i].end)
    if (values_[i].name == name && values_[i].key.end > 0) return i;
  return none;
}

std::size_t JsonText::kept(std::size_t index, Kind kind) const {
  return index != none && values_[index].kind == kind ? index : none;
}

std::size_t JsonText::object(std::size_t parent, std::string_view name) const {
  return kept(member(parent, name), Kind::object);
}

std::size_t JsonText::list(std::size_t parent, std::string_view name) const {
  const std::size_t found = member(parent, name);
  const std::size_t inside = kept(found, Kind::object) == none ? none : member(found, "items");
  return kept(inside == none ? found : inside, Kind::list);
}

std::string_view JsonText::string(std::size_t parent, std::string_view name) const {
  const std::size_t found = kept(member(parent, name), Kind::text);
  return found == none ? std::string_view() : values_[found].text;
}

std::vector<std::size_t> JsonText::items(std::size_t list) const {
  std::vector<std::size_t> out;
  if (list == none) return out;
  const std::size_t first = list + 1;
  const std::size_t end = values_[list].end;
  const bool alone = values_[list].kind == Kind::list && first < end && values_[first].kind == Kind::list &&
                     values_[first].end == end;
  if (alone) list = first;
  for (std::size_t i = list + 1; i < end; i = values_[i].end) out.push_back(i);
  return out;
}

Span JsonText::whole(std::size_t index) const {
  const JsonValue& value = values_[index];
  return {value.key.end > 0 ? value.key.start : value.span.start, value.span.end};
}

}  // namespace rnn
