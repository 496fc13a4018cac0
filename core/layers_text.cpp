#include "core/layers_text.h"

#include <algorithm>
#include <utility>

#include "core/arguments.h"
#include "core/rare.h"
#include "core/utf8.h"

namespace rnn {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || is_line_end(c); }
bool is_mark(char c) { return std::string_view("(),=\"'").find(c) != std::string_view::npos; }

/// Reads the layers with a stack of its own: the depth of the brackets never becomes a depth of function
/// calls.
class LayersReader {
 public:
  LayersReader(std::string_view text, Query& query) : text_(text), query_(query) {}

  void read() {
    skip_gaps();
    if (peek() == '[') {
      in_list_ = true;
      list_ = at_;
      advance();
      skip_gaps();
      if (peek() == ']') return end_list();
    }
    if (at_end()) {
      if (in_list_) unclosed_list();
      return;
    }
    while (argument()) {
    }
    while (!open_.empty()) close(text_.size());
  }

 private:
  /// One layer or argument and what follows it; false at the end and where the text can't be read on.
  bool argument() {
    Call::Argument argument;
    if (!read_value(argument.value)) return false;
    const bool pair = at_pair();
    const bool named = peek() == '=' && !pair && !open_.empty() && !is_empty(argument.value);
    if (named) {
      advance();
      argument.name = std::move(argument.value);
      skip_gaps();
      if (!read_value(argument.value)) return false;
    }
    if (!named && is_empty(argument.value)) return nothing_there();
    const bool layer = named && holds_layer(query_.calls[open_.back()], argument.name.text);
    if (named && !layer && peek() == '(' && !read_brackets(argument.value)) return unexpected();
    if (peek() != '(') {
      place(std::move(argument));
      if (!pair) return separators();
      comma_ = at_;
      at_ += 2;
      return true;
    }
    if (open_.size() == deepest_nesting) return nested_too_deep();
    place(std::move(argument));
    advance();
    query_.calls[open_.back()].open = at_;
    skip_gaps();
    return peek() == ')' || at_end() ? separators() : true;
  }

  /// Puts what was read among the layers or into the brackets that are open; a bracket behind it opens the
  /// next ones.
  void place(Call::Argument argument) {
    const bool brackets = peek() == '(';
    argument.span = {argument.named() ? argument.name.span.start : argument.value.span.start,
                     argument.value.span.end};
    const std::size_t call = query_.calls.size();
    const bool is_call = brackets || open_.empty();
    if (is_call) {
      argument.call = static_cast<int>(call);
      query_.calls.push_back({argument.value, argument.span, argument.span.end, brackets, {}});
    }
    if (open_.empty())
      query_.items.push_back(call);
    else
      query_.calls[open_.back()].arguments.push_back(std::move(argument));
    if (brackets) open_.push_back(call);
  }

  /// The closing brackets and the comma behind an argument; between layers a line's end will do.
  bool separators() {
    bool next_line = skip_gaps();
    while (peek() == ')' && !open_.empty()) {
      advance();
      close(at_);
      next_line = skip_gaps();
      skip_arithmetic();
      if (!skip_call()) return false;
    }
    if (at_end() && open_.empty() && !in_list_) return false;
    if (at_end()) return open_.empty() ? unclosed_list() : unclosed(at_);
    const Span here = this_character();
    if (peek() == ']' && in_list_ && open_.empty()) return end_list(), false;
    if (peek() == ')') return fail("unopened", here, {"remove", ")", here, instead_of_bracket()});
    if (peek() == '(' || peek() == '=') return unexpected();
    if (peek() == ',') {
      comma_ = at_;
      advance();
      return !ends_behind_comma();
    }
    if (next_line && open_.empty()) return true;
    return fail("comma", here, {"add", ",", {at_, at_}, ", "});
  }

  /// Whether nothing follows the last comma: a layer, or the layers, end with it.
  bool ends_behind_comma() {
    skip_gaps();
    const bool ends = open_.empty() && (at_end() || (in_list_ && peek() == ']'));
    if (!ends && (open_.empty() || peek() != ')')) return false;
    return !separators();
  }

  /// Without the bracket, "LSTM)GRU" would be one name.
  RARE std::string_view instead_of_bracket() const {
    const bool bare = !query_.calls[query_.items.back()].has_brackets;
    const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at_ + 1), text_.size());
    return bare && next < text_.size() && !is_mark(text_[next]) ? "," : "";
  }

  void close(std::size_t end) {
    query_.calls[open_.back()].span.end = end;
    open_.pop_back();
    if (!open_.empty()) query_.calls[open_.back()].arguments.back().span.end = end;
  }

  /// Nothing may follow the bracket that closes the list.
  RARE void end_list() {
    advance();
    in_list_ = false;
    skip_gaps();
    if (!at_end()) unexpected();
  }

  RARE bool unclosed_list() {
    const Span end{text_.size(), text_.size()};
    return fail("unclosed", end, text_.substr(list_), {"add", "]", end, "]"});
  }

  bool read_value(Value& value) {
    skip_gaps();
    const std::size_t start = at_;
    if (peek() == '"' || peek() == '\'') {
      if (!read_quoted(value)) return false;
    } else if (!open_.empty() && (peek() == '(' || (peek() == '[' && has_comma_in_list()))) {
      value = {"", {at_, at_}};
      if (!read_brackets(value)) return true;
    } else {
      std::size_t end = at_;
      for (; !at_end() && !is_mark(peek()) && !ends_value(); ++at_)
        if (!is_blank(peek())) end = at_ + 1;
      value = {ascii_digits(text_.substr(start, end - start)), {start, end}};
    }
    if (!open_.empty()) skip_gaps();
    // A name and its brackets may stand in two lines; else a line's end ends a layer.
    if (open_.empty() && next_is_bracket()) skip_gaps();
    return true;
  }

  /// Whether a comment begins here, or, outside of brackets, a line or the list ends.
  bool ends_value() const {
    if (open_.empty() && (is_line_end(peek()) || (in_list_ && peek() == ']'))) return true;
    return at_comment() && (at_ == 0 || is_blank(text_[at_ - 1]));
  }

  bool next_is_bracket() const {
    const std::size_t next = text_.find_first_not_of(" \t\r\n", at_);
    return next != std::string_view::npos && text_[next] == '(';
  }

  RARE bool read_quoted(Value& value) {
    const std::size_t start = at_;
    const char quote = text_[at_];
    std::string text;
    for (++at_; !at_end() && peek() != quote; ++at_) {
      if (peek() == '\\' && at_ + 1 < text_.size()) ++at_;
      text += text_[at_];
    }
    const std::string_view mark = text_.substr(start, 1);
    if (at_end()) return fail("quote", {start, at_}, {"add", mark, {at_, at_}, mark});
    advance();
    value = {ascii_digits(text), {start, at_}};
    return true;
  }

  /// Blanks and comments; whether a line ended there.
  bool skip_gaps() {
    bool line = false;
    const std::size_t start = at_;
    for (; !at_end(); ++at_) {
      if (at_comment()) {
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        if (at_end()) last_comment_ = start;
      }
      if (at_end() || !is_blank(peek())) break;
      line = line || is_line_end(peek());
    }
    return line;
  }

  /// In brackets // is a division, unless nothing stands before it.
  bool at_comment() const {
    if (peek() == '#') return true;
    if (!text_.substr(std::min(at_, text_.size())).starts_with("//")) return false;
    const std::size_t before = at_ == 0 ? std::string_view::npos : text_.find_last_not_of(" \t", at_ - 1);
    return open_.empty() || before == std::string_view::npos ||
           std::string_view("(,[\r\n").find(text_[before]) != std::string_view::npos;
  }

  /// "in => out"
  bool at_pair() const {
    return !open_.empty() && text_.substr(std::min(at_, text_.size())).starts_with("=>");
  }

  /// Behind the bracket that closes the one at `at`; 0 where none does.
  RARE std::size_t behind_brackets(std::size_t at) const {
    std::size_t depth = 0;
    for (; at < text_.size(); ++at) {
      if (text_[at] == '(' || text_[at] == '[') ++depth;
      if ((text_[at] == ')' || text_[at] == ']') && --depth == 0) return at + 1;
    }
    return 0;
  }

  /// "[None, 64]": only a list can be that. Without a comma it is a value like others.
  RARE bool has_comma_in_list() {
    if (no_list_) return false;
    const std::size_t end = text_.find(']', at_) + 1;
    no_list_ = end == 0;
    return !no_list_ && text_.substr(at_, end - at_).find(',') != std::string_view::npos;
  }

  /// Brackets that belong to a value: "l2(0.01)", "(10, 64)", "[10, 64]".
  RARE bool read_brackets(Value& value) {
    const std::size_t end = no_brackets_ ? 0 : behind_brackets(at_);
    no_brackets_ = end == 0;
    if (no_brackets_) return false;
    const std::size_t start = std::min(value.span.start, at_);
    value = {ascii_digits(text_.substr(start, end - start)), {start, end}};
    at_ = end;
    skip_gaps();
    return true;
  }

  /// The rest of "len(words) + 1" belongs to it. (In an address a plus is a blank.)
  void skip_arithmetic() {
    constexpr std::string_view starts = "+-*/%0123456789";
    if (open_.empty() || at_end() || starts.find(peek()) == std::string_view::npos) return;
    std::size_t depth = 0;
    std::size_t end = at_;
    for (; !at_end() && (depth > 0 || (peek() != ',' && peek() != ')')); ++at_) {
      if (peek() == '(') ++depth;
      if (peek() == ')') --depth;
      if (!is_blank(peek())) end = at_ + 1;
    }
    Call::Argument& last = query_.calls[open_.back()].arguments.back();
    last.span.end = end;
    if (last.call >= 0) query_.calls[static_cast<std::size_t>(last.call)].span.end = end;
  }

  /// "LSTM(32)(x)": what a layer is called with. It is not read; what is behind it may be.
  bool skip_call() {
    while (peek() == '(') {
      const std::size_t end = behind_brackets(at_);
      if (end == 0) return true;
      fail("unread", {at_, end});
      at_ = end;
      skip_gaps();
      if (!at_end() && std::string_view("(),]").find(peek()) == std::string_view::npos) return false;
    }
    return true;
  }

  /// A comma with nothing before it or nothing behind it.
  RARE bool nothing_there() {
    if (at_end() && !open_.empty()) return unclosed(comma_);
    if (peek() == '(' || peek() == '=') return unexpected();
    const std::size_t comma = peek() == ',' ? at_ : comma_;
    if (at_end() && in_list_) return unclosed_list();
    if (text_[comma] != ',') return fail("unopened", this_character(), {"remove", ")", this_character(), ""});
    const Span here{comma, comma + 1};
    return fail("empty", here, {"remove", ",", here, ""});
  }

  /// The text ends inside brackets; `from` is where the repair begins.
  RARE bool unclosed(std::size_t from) {
    std::string brackets(open_.size(), ')');
    if (in_list_) brackets += ']';
    const Span end{text_.size(), text_.size()};
    const bool in_comment = from == text_.size() && last_comment_ < from;
    const Span place = in_comment ? Span{last_comment_, last_comment_} : Span{from, text_.size()};
    return fail("unclosed", end, text_, {"add", brackets, place, brackets});
  }

  bool unexpected() { return fail("unexpected", this_character()); }

  RARE bool nested_too_deep() {
    query_.problems.report(Key::layers, "limit", {at_, at_ + 1})
        .with("what", "nesting")
        .with("largest", deepest_nesting);
    return false;
  }

  struct Repair {
    const char* kind;
    std::string_view text;
    Span span;
    std::string_view by;
  };

  Problem& mistake(const char* what, Span span, std::string_view text) {
    return query_.problems.report(Key::layers, "syntax", span).with("what", what).with("text", text);
  }

  RARE bool fail(const char* what, Span span) {
    mistake(what, span, text_.substr(span.start, span.end - span.start));
    return false;
  }

  RARE bool fail(const char* what, Span span, std::string_view text, const Repair& repair) {
    mistake(what, span, text).fix(repair.kind, repair.text, Key::layers, repair.span, repair.by);
    return false;
  }

  bool fail(const char* what, Span span, const Repair& repair) {
    return fail(what, span, text_.substr(span.start, span.end - span.start), repair);
  }

  Span this_character() const { return {at_, at_end() ? at_ : at_ + character(text_, at_)}; }
  static bool is_empty(const Value& value) { return value.span.start == value.span.end; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  void advance() { ++at_; }

  std::string_view text_;
  Query& query_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;                      ///< the calls whose brackets are open
  std::size_t last_comment_ = std::string_view::npos;  ///< before one that the text ends with, and its blanks
  std::size_t comma_ = 0;                              ///< the last comma read
  bool in_list_ = false;                               ///< the layers stand in square brackets, …
  std::size_t list_ = 0;                               ///< … which open there
  bool no_list_ = false;      ///< there is no square bracket any more that closes one
  bool no_brackets_ = false;  ///< there are no brackets of a value any more that are closed
};

}  // namespace

void read_layers_text(Query& query) {
  const std::string& text = query.fields[Key::layers].text;
  LayersReader(text, query).read();
  join_groups(query, text);
  find_layers(query);
}

bool may_have_comment(std::string_view text) {
  return text.find('#') != std::string_view::npos || text.find("//") != std::string_view::npos;
}

}  // namespace rnn
