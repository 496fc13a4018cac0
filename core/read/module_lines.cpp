#include "core/read/module_lines.h"

#include <algorithm>

#include "core/numbers.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

constexpr std::size_t longest_label = 100;

/// Behind "In [3]:" or "Out[3]:" of a notebook at `at`; `at` itself where there is none.
std::size_t behind_notebook_prompt(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at);
  const std::size_t word = rest.starts_with("In [") ? 4 : rest.starts_with("Out[") ? 4 : 0;
  if (word == 0) return at;
  std::size_t end = word;
  while (end < rest.size() && (is_digit(rest[end]) || rest[end] == ' ')) ++end;
  return rest.substr(end).starts_with("]:") ? at + end + 2 : at;
}

/// Behind the prompt of a line that was typed, at `at`; `at` itself where there is none.
std::size_t behind_prompt(std::string_view line, std::size_t at) {
  for (const std::string_view prompt : {">>>", "...:", "..."})
    if (line.substr(at).starts_with(prompt)) return at + prompt.size();
  return line.substr(at).starts_with("In") ? behind_notebook_prompt(line, at) : at;
}

/// Behind marks that stand before each line: comments, quotations, tables.
std::size_t behind_marks(std::string_view line, std::size_t at) {
  constexpr std::string_view table = "\xE2\x94\x82";
  constexpr std::string_view blank = "\xC2\xA0";
  for (;;) {
    at = skip_spaces(line, at);
    if (at < line.size() && std::string_view("#>|*/").find(line[at]) != std::string_view::npos)
      ++at;
    else if (line.substr(at).starts_with(table))
      at += table.size();
    else if (line.substr(at).starts_with(blank))
      at += blank.size();
    else
      return at;
  }
}

bool begins_entry(std::string_view line, std::size_t at) {
  return at < line.size() && (line[at] == ')' || behind_label(line, at) > 0);
}

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) { out_.text = text; }

  BareLines take() {
    take_out_codes();
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      read(start, end);
      start = end + 1;
    }
    return std::move(out_);
  }

 private:
  void blank(std::size_t start, std::size_t end, std::string_view code) {
    bool any = false;
    for (std::size_t at = start; at < end; ++at) {
      any = any || static_cast<unsigned char>(text_[at]) > ' ';
      out_.text[at] = ' ';
    }
    if (any) out_.left.push_back({{start, end}, code, {}});
  }

  /// Colours, and blanks that are none in ASCII.
  void take_out_codes() {
    constexpr std::size_t longest_code = 32;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '\x1B' && text_.substr(at + 1).starts_with("[")) {
        std::size_t end = at + 2;
        while (end < text_.size() && end < at + longest_code && (is_digit(text_[end]) || text_[end] == ';'))
          ++end;
        if (end < text_.size() && begins_name(text_[end])) blank(at, end + 1, "colour");
      } else if (text_.substr(at).starts_with("\xC2\xA0")) {
        blank(at, at + 2, "punctuation");
      } else if (text_[at] == '\r' && !text_.substr(at + 1).starts_with("\n")) {
        out_.text[at] = '\n';
      }
    }
  }

  void read(std::size_t start, std::size_t end) {
    const std::string_view line = std::string_view(out_.text).substr(start, end - start);
    const std::size_t first = skip_spaces(line, 0);
    if (line.substr(first).starts_with("```")) return blank(start + first, end, "fence");
    const std::size_t typed = behind_prompt(line, first);
    if (typed > first) {
      const bool entry = begins_entry(line, behind_marks(line, typed));
      return blank(start + first, entry ? start + typed : end, "prompt");
    }
    std::size_t content = behind_notebook_prompt(line, first);
    if (content > first) blank(start + first, start + content, "prompt");
    content = behind_marks(line, content);
    if (content > first) blank(start + first, start + content, "prompt");
    for (std::size_t at = content; at + 1 < line.size(); ++at)
      if (is_space(line[at]) && line[at + 1] == '#') return blank(start + at + 1, end, "comment");
  }

  std::string_view text_;
  BareLines out_;
};

/// Whether what stands before a child may be a log's, its time, its level, or the class that holds the child.
bool is_log(std::string_view before) {
  before = trimmed(before);
  if (before.empty()) return true;
  if (std::string_view("():|]->").find(before.back()) != std::string_view::npos) return true;
  for (const std::string_view level : {"INFO", "DEBUG", "WARNING", "ERROR", "TRACE", "root"})
    if (before.ends_with(level)) return true;
  return false;
}

}  // namespace

BareLines bare_lines(std::string_view text) { return Lines(text).take(); }

std::size_t behind_label(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return 0;
  const std::size_t last = std::min(text.size(), at + longest_label);
  for (std::size_t end = at + 1; end < last; ++end) {
    if (text[end] == '(' || text[end] == '\n') return 0;
    if (text[end] == ')') return end + 1 < text.size() && text[end + 1] == ':' && end > at + 1 ? end + 2 : 0;
  }
  return 0;
}

std::size_t behind_class(std::string_view text, std::size_t at) {
  if (at >= text.size() || !begins_name(text[at])) return at;
  constexpr std::size_t longest_name = 200;
  std::size_t end = at;
  while (end < text.size() && end - at <= longest_name &&
         (begins_name(text[end]) || is_digit(text[end]) || text[end] == '.'))
    ++end;
  return end - at > longest_name ? at : end;
}

std::size_t bracket_of(std::string_view text, std::size_t at) {
  const std::size_t end = behind_class(text, at);
  if (end == at) return 0;
  const std::size_t bracket = end < text.size() && text[end] == ' ' ? end + 1 : end;
  return bracket < text.size() && text[bracket] == '(' ? bracket : 0;
}

bool is_child_line(std::string_view line) {
  for (std::size_t at = line.find('('); at != std::string_view::npos; at = line.find('(', at + 1)) {
    const std::size_t label = behind_label(line, at);
    const bool apart = at == 0 || std::string_view(" \t#>|*").find(line[at - 1]) != std::string_view::npos;
    if (label == 0 || !apart) continue;
    const std::size_t marks = behind_marks(line, 0);
    if (marks < at && !is_log(line.substr(marks, at - marks))) return false;
    std::size_t kind = skip_spaces(line, label);
    std::size_t times = kind;
    while (times < line.size() && is_digit(line[times])) ++times;
    if (times > kind && line.substr(times).starts_with(" x ")) kind = times + 3;
    const std::size_t end = behind_class(line, kind);
    if (end == kind) return false;
    if (bracket_of(line, kind) > 0) return true;
    return trimmed(line.substr(end)).empty() && line[kind] >= 'A' && line[kind] <= 'Z';
  }
  return false;
}

bool is_program_line(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with("#")) return false;
  for (const std::string_view word : {"import ", "class ", "def ", "@", "return ", "super("})
    if (line.starts_with(word)) return true;
  if (line.starts_with("from ") && line.find(" import ") != std::string_view::npos) return true;
  for (const std::string_view word : {"self.", "nn.", "layers.", ".add("})
    if (line.find(word) != std::string_view::npos) return true;
  return false;
}

}  // namespace rnn
