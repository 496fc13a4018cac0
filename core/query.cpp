#include "core/query.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/arguments.h"
#include "core/nearest.h"

namespace rnn {
namespace {

// ----------------------------------------------------------------------------------------------------------------
// fields

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// A part of the query, decoded. A percent sign that starts no escape stands for itself, and `bad` tells.
std::string decode(std::string_view text, bool& bad) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      bad = true;
      out += '%';
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

/// The length of the well-formed UTF-8 character at `at`; 0 if there is none (Unicode 15, table 3-7).
std::size_t character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF)
    return follows(at + 1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(at + 2) ? 3
                                                                                                        : 0;
  if (first >= 0xF0 && first <= 0xF4)
    return follows(at + 1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(at + 2) &&
                   follows(at + 3)
               ? 4
               : 0;
  return 0;
}

/// Puts U+FFFD for every byte that is no UTF-8; whether there was one.
bool repair_utf8(std::string& text) {
  std::string out;
  bool bad = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character(text, i);
    bad = bad || length == 0;
    out += length == 0 ? std::string_view("\xEF\xBF\xBD") : std::string_view(text).substr(i, length);
    i += std::max<std::size_t>(length, 1);
  }
  if (bad) text = std::move(out);
  return bad;
}

std::optional<Key> find_key(std::string_view name) {
  for (const Key key : keys)
    for (const std::string_view spelling : spellings(key))
      if (name == spelling) return key;
  return {};
}

/// Keeps of each field the first key that is none, but almost the field's; every other one belongs to the
/// page.
void keep_near(const std::string& name, std::string text, Query& query) {
  constexpr std::size_t longest = 16;
  if (name.size() > longest || text.empty()) return;
  for (const Key key : keys)
    for (const std::string_view spelling : spellings(key))
      if (slips(name, spelling) <= 1) {
        NearKey& near = query.near[static_cast<std::size_t>(key)];
        if (near.name.empty()) near = {name, std::move(text)};
        return;
      }
}

void read_field(std::string_view part, Query& query) {
  const std::size_t equals = std::min(part.find('='), part.size());
  bool bad_percent = false;
  std::string name = decode(part.substr(0, equals), bad_percent);
  const std::optional<Key> key = find_key(name);
  bad_percent = false;
  std::string text = decode(part.substr(std::min(equals + 1, part.size())), bad_percent);
  const bool bad_utf8 = repair_utf8(text);
  if (!key) {
    repair_utf8(name);
    return keep_near(name, std::move(text), query);
  }
  Field& field = query.fields[*key];
  if (field.given) {
    query.repeated.report(*key, "twice", {0, field.text.size()})
        .with("option", rnn::name(*key))
        .with("first", field.text)
        .with("text", text);
    return;
  }
  field.given = true;
  field.text = std::move(text);
  if (bad_percent || bad_utf8)
    query.problems.report(*key, "encoding", {0, field.text.size()})
        .with("what", bad_percent ? "percent" : "utf8");
}

template <class Do>
void each_part(std::string_view text, Do&& act) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    act(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// The query is too long to be read: the problem stands at its longest field.
void too_long(std::string_view text, Query& query) {
  Key key = Key::layers;
  std::size_t longest = 0;
  each_part(text, [&](std::string_view part) {
    const std::optional<Key> found = find_key(part.substr(0, std::min(part.find('='), part.size())));
    if (!found || part.size() < longest) return;
    longest = part.size();
    key = *found;
  });
  query.too_long = true;
  query.problems.report(key, "limit", {}).with("what", "text").with("largest", largest_text);
}

// ----------------------------------------------------------------------------------------------------------------
// layers

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_mark(char c) { return std::string_view("(),=\"'").find(c) != std::string_view::npos; }

/// Reads the layers with a stack of its own: the depth of the brackets never becomes a depth of function
/// calls.
class LayersReader {
 public:
  LayersReader(std::string_view text, Query& query) : text_(text), query_(query) {}

  void read() {
    skip_blanks();
    if (at_end()) return;
    while (argument()) {
    }
    while (!open_.empty()) close(text_.size());
  }

 private:
  /// One layer or argument and what follows it; false at the end and where the text can't be read on.
  bool argument() {
    Call::Argument argument;
    skip_comments();
    if (at_end() && comment_ && open_.empty()) return false;
    if (!read_value(argument.value)) return false;
    const bool named = peek() == '=' && !open_.empty() && !is_empty(argument.value);
    if (named) {
      advance();
      argument.name = std::move(argument.value);
      skip_blanks();
      if (!read_list(argument) && !read_value(argument.value)) return false;
    }
    if (!named && is_empty(argument.value)) return nothing_there();
    if (named && peek() == '(' && !read_brackets(argument)) return unexpected();
    if (peek() != '(') {
      place(std::move(argument));
      return separators();
    }
    if (open_.size() == deepest_nesting) return nested_too_deep();
    place(std::move(argument));
    advance();
    query_.calls[open_.back()].open = at_;
    skip_blanks();
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

  /// The closing brackets and the comma behind an argument.
  bool separators() {
    while (peek() == ')' && !open_.empty()) {
      advance();
      close(at_);
      skip_comments();
      skip_arithmetic();
      if (!skip_call()) return false;
    }
    skip_comments();
    if (at_end()) return open_.empty() ? false : unclosed(at_);
    const Span here = this_character();
    if (peek() == ')') return fail("unopened", here, {"remove", ")", here, instead_of_bracket()});
    if (peek() == '(' || peek() == '=') return unexpected();
    if (peek() != ',') return fail("comma", here, {"add", ",", {at_, at_}, ", "});
    comma_ = at_;
    advance();
    return true;
  }

  /// Without the bracket, "LSTM)GRU" would be one name.
  std::string_view instead_of_bracket() const {
    const bool bare = !query_.calls[query_.items.back()].has_brackets;
    const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at_ + 1), text_.size());
    return bare && next < text_.size() && !is_mark(text_[next]) ? "," : "";
  }

  void close(std::size_t end) {
    query_.calls[open_.back()].span.end = end;
    open_.pop_back();
    if (!open_.empty()) query_.calls[open_.back()].arguments.back().span.end = end;
  }

  bool read_value(Value& value) {
    skip_blanks();
    const std::size_t start = at_;
    if (peek() == '"' || peek() == '\'') {
      if (!read_quoted(value)) return false;
    } else {
      std::size_t end = at_;
      for (; !at_end() && !is_mark(peek()); ++at_)
        if (!is_blank(peek())) end = at_ + 1;
      value = {ascii_digits(text_.substr(start, end - start)), {start, end}};
    }
    skip_blanks();
    return true;
  }

  bool read_quoted(Value& value) {
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

  // What is passed over. Nothing here is read; what is behind it may be.
  void unread(Span span) { fail("unread", span); }

  void skip_comments() {
    for (skip_blanks(); at_comment(); skip_blanks()) {
      const std::size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
      unread({at_, end});
      at_ = end;
      comment_ = true;
    }
  }

  bool at_comment() const {
    return peek() == '#' || (open_.empty() && text_.substr(std::min(at_, text_.size())).starts_with("//"));
  }

  /// Behind the bracket that closes the one at `at`; 0 where none does.
  std::size_t behind_brackets(std::size_t at) const {
    std::size_t depth = 0;
    for (; at < text_.size(); ++at) {
      if (text_[at] == '(') ++depth;
      if (text_[at] == ')' && --depth == 0) return at + 1;
    }
    return 0;
  }

  /// "[None, 64]": a value of several, which only a list can be. Without a comma it is a value like others.
  bool read_list(Call::Argument& argument) {
    if (peek() != '[' || no_list_) return false;
    const std::size_t end = text_.find(']', at_) + 1;
    no_list_ = end == 0;
    if (no_list_ || text_.substr(at_, end - at_).find(',') == std::string_view::npos) return false;
    argument.value = {ascii_digits(text_.substr(at_, end - at_)), {at_, end}};
    pass_over(argument, end);
    return true;
  }

  /// The brackets behind a value: "l2(0.01)", "(10, 64)".
  bool read_brackets(Call::Argument& argument) {
    const std::size_t end = behind_brackets(at_);
    if (end == 0) return false;
    const std::size_t start = std::min(argument.value.span.start, at_);
    argument.value = {ascii_digits(text_.substr(start, end - start)), {start, end}};
    pass_over(argument, end);
    return true;
  }

  void pass_over(Call::Argument& argument, std::size_t end) {
    argument.unread = true;
    unread({argument.name.span.start, end});
    at_ = end;
    skip_blanks();
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

  /// "LSTM(32)(x)": what a layer is called with.
  bool skip_call() {
    while (peek() == '(') {
      const std::size_t end = behind_brackets(at_);
      if (end == 0) return true;
      unread({at_, end});
      at_ = end;
      skip_comments();
      if (!at_end() && std::string_view("(),").find(peek()) == std::string_view::npos) return false;
    }
    return true;
  }

  /// A comma with nothing before it or nothing behind it.
  bool nothing_there() {
    if (at_end() && !open_.empty()) return unclosed(comma_);
    if (peek() == '(' || peek() == '=') return unexpected();
    const std::size_t comma = peek() == ',' ? at_ : comma_;
    if (text_[comma] != ',') return fail("unopened", this_character(), {"remove", ")", this_character(), ""});
    const Span here{comma, comma + 1};
    return fail("empty", here, {"remove", ",", here, ""});
  }

  /// The text ends inside brackets; `from` is where the repair begins.
  bool unclosed(std::size_t from) {
    const std::string brackets(open_.size(), ')');
    const Span end{text_.size(), text_.size()};
    return fail("unclosed", end, text_, {"add", brackets, {from, text_.size()}, brackets});
  }

  bool unexpected() { return fail("unexpected", this_character()); }

  bool nested_too_deep() {
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

  bool fail(const char* what, Span span) {
    mistake(what, span, text_.substr(span.start, span.end - span.start));
    return false;
  }

  bool fail(const char* what, Span span, std::string_view text, const Repair& repair) {
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
  void skip_blanks() {
    while (!at_end() && is_blank(peek())) ++at_;
  }

  std::string_view text_;
  Query& query_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  ///< the calls whose brackets are open
  std::size_t comma_ = 0;          ///< the last comma read
  bool comment_ = false;           ///< one was passed over
  bool no_list_ = false;           ///< there is no square bracket any more that closes one
};

void read_layers(Query& query) {
  const std::string& text = query.fields[Key::layers].text;
  LayersReader(text, query).read();
  join_groups(query, text);
  find_layers(query);
}

}  // namespace

Query parse(std::string_view text) {
  Query query;
  if (text.size() > largest_text) {
    too_long(text, query);
    return query;
  }
  each_part(text, [&](std::string_view part) { read_field(part, query); });
  read_layers(query);
  return query;
}

Query parse_layers(std::string_view text) {
  Query query;
  query.fields[Key::layers] = {std::string(text), true};
  read_layers(query);
  return query;
}

}  // namespace rnn
