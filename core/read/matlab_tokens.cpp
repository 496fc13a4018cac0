#include "core/read/matlab_tokens.h"

#include <algorithm>

#include "core/read/signs.h"

namespace rnn {
namespace {

using Kind = MatlabToken::Kind;

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  MatlabTokens take() {
    while (at_ < text_.size()) read();
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }

  void put(Kind kind, std::size_t end) {
    out_.tokens.push_back({kind, text_.substr(at_, end - at_), {at_, end}});
    begins_line_ = false;
    at_ = end;
  }

  void leave(std::size_t end, std::string_view code) {
    out_.left.push_back({{at_, end}, code, {}});
    at_ = end;
  }

  void read() {
    const char c = text_[at_];
    if (c == '\n') {
      put(Kind::line_end, at_ + 1);
      begins_line_ = true;
    } else if (is_blank(c)) {
      ++at_;
    } else if (begins_line_ && rest().starts_with(">>")) {
      leave(at_ + 2, "prompt");
    } else if (begins_line_ && rest().starts_with("```")) {
      leave(line_end(), "fence");
    } else if (rest().starts_with("%{") && begins_line_) {
      const std::size_t end = text_.find("%}", at_);
      leave(end == std::string_view::npos ? text_.size() : end + 2, "comment");
    } else if (c == '%') {
      leave(line_end(), "comment");
    } else if (rest().starts_with("...")) {
      // The line goes on; what stands behind is a comment.
      leave(line_end(), "punctuation");
      at_ = std::min(at_ + 1, text_.size());
    } else if (begins_name(c)) {
      std::size_t end = at_;
      while (end < text_.size() &&
             (begins_name(text_[end]) || is_digit(text_[end]) ||
              (text_[end] == '.' && end + 1 < text_.size() && begins_name(text_[end + 1]))))
        ++end;
      put(Kind::name, end);
    } else if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
      std::size_t end = at_;
      while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.')) ++end;
      put(Kind::number, end);
    } else if (c == '"' || (c == '\'' && !transposes())) {
      read_string(c);
    } else {
      put(Kind::mark, mark_end());
    }
  }

  /// Letters of other scripts stay whole.
  std::size_t mark_end() const {
    std::size_t end = at_ + 1;
    while (is_foreign(text_[at_]) && end < text_.size() && is_foreign(text_[end])) ++end;
    return end;
  }

  /// A quote right behind a value is no string's.
  bool transposes() const {
    if (at_ == 0) return false;
    const char before = text_[at_ - 1];
    return begins_name(before) || is_digit(before) ||
           std::string_view(")]}'.").find(before) != std::string_view::npos;
  }

  void read_string(char quote) {
    const std::size_t last = line_end();
    const std::size_t end = text_.substr(0, last).find(quote, at_ + 1);
    if (end == std::string_view::npos) return put(Kind::mark, at_ + 1);
    const Span span = {at_, end + 1};
    out_.tokens.push_back({Kind::string, text_.substr(at_ + 1, end - at_ - 1), span});
    begins_line_ = false;
    at_ = span.end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool begins_line_ = true;
  MatlabTokens out_;
};

}  // namespace

MatlabTokens matlab_tokens(std::string_view text) { return Tokenizer(text).take(); }

}  // namespace rnn
