#include "core/read/summary_text.h"

#include <array>
#include <cstdint>
#include <utility>

#include "core/read/signs.h"

namespace rnn {
namespace {

/// A character that is drawn as a frame, as this file writes it; 0 for any other.
char frame_of(std::uint32_t code) {
  if (code < 0x2500 || code > 0x257F) return 0;
  constexpr std::array<std::uint32_t, 10> upright{0x2502, 0x2503, 0x2506, 0x2507, 0x250A,
                                                  0x250B, 0x254E, 0x254F, 0x2551, 0x2575};
  for (const std::uint32_t one : upright)
    if (one == code) return '|';
  constexpr std::array<std::uint32_t, 9> level{0x2500, 0x2501, 0x2504, 0x2505, 0x2508,
                                               0x2509, 0x254C, 0x254D, 0x2550};
  for (const std::uint32_t one : level)
    if (one == code) return '-';
  return '+';
}

std::string utf8(std::uint32_t code) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0U | (code >> 6U)), byte(0x80U | (code & 0x3FU))};
  return {byte(0xE0U | ((code >> 12U) & 0xFU)), byte(0x80U | ((code >> 6U) & 0x3FU)),
          byte(0x80U | (code & 0x3FU))};
}

int hex(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::vector<PlainLine> take() && {
    begin(0);
    while (at_ < text_.size()) step();
    finish(text_.size());
    return std::move(out_);
  }

 private:
  bool starts(std::string_view word) const { return text_.substr(at_, word.size()) == word; }

  void begin(std::size_t start) {
    line_ = {};
    line_.span.start = start;
  }

  void finish(std::size_t end) {
    line_.span.end = end;
    out_.push_back(std::move(line_));
  }

  void next_line(std::size_t end) {
    finish(at_);
    at_ += end;
    begin(at_);
  }

  /// So many bytes that stand for `as`.
  void put(std::size_t bytes, std::string_view as) {
    for (const char c : as) {
      line_.text += c;
      line_.from.push_back({at_, at_ + bytes});
    }
    at_ += bytes;
  }

  void drop(std::size_t bytes) {
    line_.marks.push_back({at_, at_ + bytes});
    at_ += bytes;
  }

  void put_code(std::size_t bytes, std::uint32_t code) {
    const char frame = frame_of(code);
    if (frame != 0) return put(bytes, {&frame, 1});
    if (code == 0xA0 || code == '\t') return put(bytes, " ");
    if (code == 0x1B) return escape(bytes);
    if (code < ' ' || code == 0x200B || code == 0xFEFF) return drop(bytes);
    put(bytes, utf8(code));
  }

  /// What an escape sign of so many bytes begins: [38;5;33m
  void escape(std::size_t bytes) {
    std::size_t end = at_ + bytes;
    if (end < text_.size() && text_[end] == '[') {
      ++end;
      while (end < text_.size() && (is_digit(text_[end]) || text_[end] == ';')) ++end;
      if (end < text_.size() && is_letter(text_[end])) ++end;
    }
    drop(end - at_);
  }

  /// Whether a colour stands here whose escape sign is lost.
  std::size_t colour() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && end < at_ + 16 && (is_digit(text_[end]) || text_[end] == ';')) ++end;
    return end > at_ + 1 && end < text_.size() && text_[end] == 'm' ? end + 1 - at_ : 0;
  }

  /// The length of a tag that begins here; 0 where there is none.
  std::size_t tag() const {
    constexpr std::size_t longest = 200;
    const std::size_t next = at_ + 1;
    if (next >= text_.size() || (!is_letter(text_[next]) && text_[next] != '/')) return 0;
    for (std::size_t end = next; end < text_.size() && end < at_ + longest && text_[end] != '\n'; ++end)
      if (text_[end] == '>') return end + 1 - at_;
    return 0;
  }

  bool entity() {
    constexpr std::array<std::pair<std::string_view, char>, 7> names{{{"&nbsp;", ' '},
                                                                      {"&lt;", '<'},
                                                                      {"&gt;", '>'},
                                                                      {"&amp;", '&'},
                                                                      {"&quot;", '"'},
                                                                      {"&#39;", '\''},
                                                                      {"&apos;", '\''}}};
    for (const auto& [name, sign] : names)
      if (starts(name)) {
        put(name.size(), {&sign, 1});
        return true;
      }
    if (!starts("&#")) return false;
    const bool is_hex = at_ + 2 < text_.size() && (text_[at_ + 2] == 'x' || text_[at_ + 2] == 'X');
    std::uint32_t code = 0;
    std::size_t end = at_ + (is_hex ? 3 : 2);
    for (; end < text_.size() && end < at_ + 9 && hex(text_[end]) >= 0; ++end)
      code = code * (is_hex ? 16 : 10) + static_cast<std::uint32_t>(hex(text_[end]));
    if (end >= text_.size() || text_[end] != ';' || code > 0xFFFF) return false;
    put_code(end + 1 - at_, code);
    return true;
  }

  /// \n, \t, \u2502, \x1b and the like, as a string in code or in a notebook has them.
  bool backslash() {
    if (starts("\\n")) {
      next_line(2);
      return true;
    }
    if (starts("\\t")) {
      put(2, "    ");
      return true;
    }
    if (starts("\\r") || starts("\\\"") || starts("\\'")) {
      drop(2);
      return true;
    }
    if (starts("\\033") || starts("\\x1b") || starts("\\x1B")) {
      escape(4);
      return true;
    }
    if (starts("\\e[")) {
      escape(2);
      return true;
    }
    if (!starts("\\u") || at_ + 6 > text_.size()) return false;
    std::uint32_t code = 0;
    for (std::size_t i = at_ + 2; i < at_ + 6; ++i) {
      if (hex(text_[i]) < 0) return false;
      code = code * 16 + static_cast<std::uint32_t>(hex(text_[i]));
    }
    put_code(6, code);
    return true;
  }

  /// A character of several bytes, as far as it is a frame or a blank.
  bool wide() {
    if (starts("\xE2\x94") || starts("\xE2\x95")) {
      if (at_ + 2 >= text_.size()) return false;
      const auto middle = static_cast<unsigned char>(text_[at_ + 1]);
      const auto last = static_cast<unsigned char>(text_[at_ + 2]);
      put_code(3, 0x2000U | (static_cast<std::uint32_t>(middle & 0x3FU) << 6U) | (last & 0x3FU));
      return true;
    }
    if (starts("\xC2\xA0")) {
      put(2, " ");
      return true;
    }
    if (starts("\xE2\x80\xA6")) {
      put(3, "~");
      return true;
    }
    if (starts("\xC2\xAF")) {
      put(2, "-");
      return true;
    }
    if (starts("\xE2\x80\x8B") || starts("\xEF\xBB\xBF")) {
      drop(3);
      return true;
    }
    return false;
  }

  void step() {
    const char c = text_[at_];
    if (c == '\n') return next_line(1);
    if (c == '\r') return drop(1);
    if (c == '\t') return put(1, "    ");
    if (c == '\x1b') return escape(1);
    if (c == '[' && colour() > 0) return drop(colour());
    if (c == '<' && tag() > 0) return drop(tag());
    if (c == '&' && entity()) return;
    if (c == '\\' && backslash()) return;
    if (is_foreign(c) && wide()) return;
    if (static_cast<unsigned char>(c) < ' ') return drop(1);
    put(1, text_.substr(at_, 1));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  PlainLine line_;
  std::vector<PlainLine> out_;
};

}  // namespace

std::vector<PlainLine> plain_lines(std::string_view text) { return Lines(text).take(); }

}  // namespace rnn
