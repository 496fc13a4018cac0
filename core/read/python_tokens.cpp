#include "core/read/python_tokens.h"

#include <algorithm>
#include <array>

#include "core/read/signs.h"

namespace rnn::python {
namespace {

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text), javascript_(is_javascript(text)) {}

  Tokens read() {
    while (at_ < text_.size()) line();
    end_line(text_.size());
    return std::move(out_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::string_view rest() const { return text_.substr(at_); }
  std::size_t line_end(std::size_t from) const { return std::min(text_.find('\n', from), text_.size()); }

  void leave(std::size_t start, std::size_t end, std::string_view code) {
    if (end > start) out_.left.push_back({{start, end}, code, {}});
    at_ = end;
  }

  void leave_line(std::size_t start, std::string_view code) {
    leave(start, line_end(start), code);
    at_ = std::min(at_ + 1, text_.size());
  }

  /// From the beginning of a line to the end of the last one that belongs to it.
  void line() {
    const std::size_t start = at_;
    column_ = 0;
    while (peek() == ' ' || peek() == '\t' || peek() == '\f') {
      const char c = text_[at_++];
      column_ = c == '\f' ? 0 : column_ + (c == '\t' ? 8U : 1U);
    }
    prompt(start);
    if (in_summary()) return leave_line(start, "summary");
    if (depth_ == 0 && (peek() == '!' || peek() == '%')) return leave_line(at_, "command");
    if (rest().starts_with("```")) return leave_line(at_, "fence");
    if (depth_ > 0 && column_ <= statement_ && plainly_begins()) {
      depth_ = 0;
      end_line(at_);
    }
    if (depth_ == 0) statement_ = column_;
    while (at_ < text_.size() && text_[at_] != '\n') word();
    if (at_ < text_.size()) ++at_;
    if (depth_ == 0) end_line(at_);
  }

  /// What model.summary() printed, between code.
  bool in_summary() {
    const std::string_view line = text_.substr(at_, line_end(at_) - at_);
    const bool totals =
        line.find("params") != std::string_view::npos && line.find(':') != std::string_view::npos;
    if (summary_ == 0 &&
        (line.starts_with("Model: \"") || line.find("Layer (type") != std::string_view::npos ||
         line.find("Param #") != std::string_view::npos)) {
      summary_ = 1;
      depth_ = 0;
      end_line(at_);
    } else if (summary_ == 1 && totals) {
      summary_ = 2;
    } else if (summary_ == 2 && !totals &&
               line.find_first_not_of("_=-\r \xE2\x94\x80\x81") != std::string_view::npos) {
      summary_ = 0;
    }
    return summary_ > 0;
  }

  /// ">>> ", "... " and "In [3]: " are no part of the program.
  void prompt(std::size_t start) {
    std::size_t length = 0;
    if (rest().starts_with(">>>") || (rest().starts_with("...") && depth_ + prompted_ > 0))
      length = 3;
    else if (rest().starts_with("In ["))
      length = std::min(text_.find("]:", at_), text_.size()) + 2 - at_;
    if (length == 0 || at_ + length > line_end(at_)) return;
    prompted_ = 1;
    leave(start, at_ + length, "prompt");
    if (peek() == ' ') ++at_;
    column_ = 0;
    while (peek() == ' ') ++at_, ++column_;
  }

  std::string_view word_at(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size() && is_of_name(text_[end])) ++end;
    return text_.substr(from, end - from);
  }

  /// Whether this line can't be inside brackets: it defines, imports, assigns, or adds to a model.
  bool plainly_begins() const {
    std::string_view word = word_at(at_);
    if (word.empty()) return false;
    if (begins_statement(word)) return true;
    std::size_t end = at_ + word.size();
    while (end < text_.size() && text_[end] == '.') {
      word = word_at(end + 1);
      end += 1 + word.size();
    }
    if (word == "add" && end < text_.size() && text_[end] == '(') return true;
    while (end < text_.size() && (is_of_name(text_[end]) || text_[end] == ' ' || text_[end] == ',')) ++end;
    return end + 1 < text_.size() && text_[end] == '=' && text_[end + 1] != '=';
  }

  void word() {
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\r') {
      ++at_;
    } else if (c == '\\' && (peek(1) == '\n' || peek(1) == '\r')) {
      at_ = std::min(line_end(at_) + 1, text_.size());
    } else if (javascript_ ? rest().starts_with("//") : c == '#') {
      leave(at_, line_end(at_), "comment");
    } else if (javascript_ && rest().starts_with("/*")) {
      leave(at_, std::min(text_.find("*/", at_), text_.size() - 2) + 2, "comment");
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      number();
    } else if (is_of_name(c)) {
      name();
    } else if (c == '"' || c == '\'' || (javascript_ && c == '`')) {
      string(at_);
    } else {
      mark();
    }
  }

  void add(Token::Kind kind, std::size_t start) { out_.all.push_back({kind, {start, at_}, statement_}); }

  void number() {
    const std::size_t start = at_;
    while (is_of_name(peek()) || peek() == '.') {
      const bool exponent = (peek() == 'e' || peek() == 'E') && (peek(1) == '-' || peek(1) == '+');
      at_ += exponent ? 2U : 1U;
    }
    add(Token::Kind::number, start);
  }

  void name() {
    const std::size_t start = at_;
    while (is_of_name(peek())) ++at_;
    const bool prefix =
        at_ - start <= 2 && (peek() == '"' || peek() == '\'') &&
        text_.substr(start, at_ - start).find_first_not_of("rRbBuUfF") == std::string_view::npos;
    if (prefix) return string(start);
    add(Token::Kind::name, start);
  }

  void string(std::size_t start) {
    const char quote = peek();
    const std::array<char, 3> three{quote, quote, quote};
    const std::string_view triple(three.data(), three.size());
    const bool long_one = rest().starts_with(triple);
    at_ += long_one ? 3U : 1U;
    while (at_ < text_.size()) {
      if (long_one ? rest().starts_with(triple) : (text_[at_] == quote || text_[at_] == '\n')) break;
      at_ += text_[at_] == '\\' ? 2U : 1U;
    }
    at_ = std::min(at_, text_.size());
    if (peek() == quote) at_ += long_one ? 3U : 1U;
    add(Token::Kind::text, start);
  }

  void mark() {
    static constexpr std::array<std::string_view, 19> marks{
        "**=", "//=", "...", "**", "//", "->", ":=", "==", "!=", "<=",
        ">=",  "+=",  "-=",  "*=", "/=", "%=", "|=", "<<", ">>"};
    const std::size_t start = at_;
    const auto* const found = std::find_if(marks.begin(), marks.end(),
                                           [&](std::string_view one) { return rest().starts_with(one); });
    at_ += found == marks.end() ? 1 : found->size();
    const char c = text_[start];
    if (c == '(' || c == '[' || c == '{') ++depth_;
    if ((c == ')' || c == ']' || c == '}') && depth_ > 0) --depth_;
    add(Token::Kind::mark, start);
  }

  void end_line(std::size_t at) {
    if (!out_.all.empty() && out_.all.back().kind == Token::Kind::line_end) return;
    out_.all.push_back({Token::Kind::line_end, {at, at}, statement_});
  }

  std::string_view text_;
  bool javascript_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  int summary_ = 0;            ///< 1 in its rows, 2 in its totals
  std::size_t prompted_ = 0;   ///< 1 behind the first prompt
  std::size_t column_ = 0;     ///< of this line
  std::size_t statement_ = 0;  ///< of the line that this one belongs to
  Tokens out_;
};

}  // namespace

bool is_javascript(std::string_view text) {
  const bool calls = text.find("tf.layers.") != std::string_view::npos ||
                     text.find("tf.sequential(") != std::string_view::npos;
  return calls &&
         (text.find("({") != std::string_view::npos || text.find("const ") != std::string_view::npos);
}

bool begins_statement(std::string_view word) {
  static constexpr std::array<std::string_view, 11> words{
      "class", "def", "import", "from", "return", "while", "try", "raise", "assert", "except", "with"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

Tokens tokens(std::string_view text) { return Lexer(text).read(); }

}  // namespace rnn::python
