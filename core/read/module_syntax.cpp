#include "core/read/module_syntax.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/naming.h"
#include "core/numbers.h"
#include "core/read/module_lines.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

constexpr std::size_t longest_value = 256;  ///< in quotes

bool is_one_of(char c, std::string_view all) { return all.find(c) != std::string_view::npos; }

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// Where brackets and quotes close, in the same line.
class Closings {
 public:
  explicit Closings(std::string_view text) : text_(text), behind_(text.size()) {
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') open.clear();
      if (is_one_of(text[at], "([{")) open.push_back(at);
      if (!is_one_of(text[at], ")]}") || open.empty()) continue;
      behind_[open.back()] = at + 1;
      open.pop_back();
    }
  }

  /// Behind the one that closes the one at `at`; `at` itself where none does.
  std::size_t behind(std::size_t at) const {
    if (!is_one_of(text_[at], "'\"")) return std::max(behind_[at], at);
    const std::string_view near = text_.substr(at, longest_value);
    const std::size_t end = near.substr(0, near.find('\n')).find(near.front(), 1);
    return end == std::string_view::npos ? at : at + end + 1;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> behind_;
};

// --- calls without a module around them
/// Whether what stands in the brackets of `name` is written as a print writes it.
enum class Style { other, either, printed };

Style style_of(std::string_view name, std::string_view inner) {
  const auto holds = [&](std::string_view words) { return inner.find(words) != std::string_view::npos; };
  std::size_t sizes = 0;
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t end = std::min(inner.find_first_not_of("0123456789", at), inner.size());
    if (end > at) ++sizes;
    if (end == at && !is_one_of(inner[at], " \t,")) break;
    at = std::max(end, at + 1);
  }
  const bool says_input = sizes > 1 || holds("->") || holds("input_dims=");
  const LayerWord* layer = layer_named(name);
  if (layer != nullptr && layer->recurrent && !says_input) return Style::other;
  if (holds("->") && !holds("=>")) return Style::printed;
  if (sizes > 1 && (holds("TNC") || holds("NTC") || holds("float32"))) return Style::printed;
  if (sizes > 1 && (holds("batch_first=") || holds("stride=("))) return Style::printed;
  if (holds("in_features=") && holds("out_features=")) return Style::printed;
  return holds("inplace=") || holds("elementwise_affine=") || holds("track_running_stats=") ? Style::printed
                                                                                            : Style::either;
}

/// Whether the text is a list of calls as they are printed, each with its name before it or without.
bool is_bare_calls(std::string_view text) {
  const Closings closings(text);
  bool printed = false;
  bool label = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bracket = bracket_of(text, at);
    if (bracket > 0) {
      const std::string_view name = trimmed(text.substr(at, bracket - at));
      const std::size_t end = closings.behind(bracket);
      if (end == bracket || !((name.front() >= 'A' && name.front() <= 'Z') || name.front() == '_'))
        return false;
      if (name.find('.') != std::string_view::npos) return false;
      const Style style = style_of(name, text.substr(bracket + 1, end - bracket - 2));
      if (style == Style::other) return false;
      printed = printed || style == Style::printed;
      label = false;
      at = end;
    } else if (is_blank(text[at]) || is_one_of(text[at], ",;:[]()'\"")) {
      ++at;
    } else {
      if (label) return false;
      label = true;
      const std::size_t start = at;
      while (at < text.size() && (is_digit(text[at]) || begins_name(text[at]) || text[at] == '.')) ++at;
      if (at == start) return false;
    }
  }
  return printed && !label;
}

/// The name of the one argument by which a list of calls is known for a print; "" where there are more.
std::string_view only_mark(std::string_view text) {
  if (text.find("->") != std::string_view::npos || text.find("out_features=") != std::string_view::npos)
    return {};
  std::string_view out;
  for (const std::string_view mark :
       {"batch_first=", "stride=(", "inplace=", "elementwise_affine=", "track_running_stats="})
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      if (!out.empty()) return {};
      out = mark.substr(0, mark.find('='));
    }
  return out;
}

/// Whether any line is a child's, outside of the comments and strings of a program.
bool has_children(std::string_view text) {
  bool quoted = false;  // in three quotes
  bool program = false;
  bool hidden = false;  // in a comment or a string
  bool open = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    const std::string_view line = text.substr(start, end - start);
    start = end + 1;
    const bool inside = quoted;
    for (std::size_t at = 0; at + 2 < line.size(); ++at)
      if (is_one_of(line[at], "'\"") && line[at + 1] == line[at] && line[at + 2] == line[at]) {
        quoted = !quoted;
        at += 2;
      }
    if (is_child_line(line))
      (inside || trimmed(line).starts_with("#") ? hidden : open) = true;
    else
      program = program || (!inside && is_program_line(line));
  }
  return open || (hidden && !program);
}

// --- the tree
class PrintedReader {
 public:
  explicit PrintedReader(std::string_view text)
      : text_(text), lines_(bare_lines(text)), clean_(lines_.text), closings_(clean_) {
    out_.left = std::move(lines_.left);
    bare_ = is_bare_calls(clean_);
    if (bare_) out_.only_mark = only_mark(clean_);
  }

  PrintedText take() {
    while (skip_blanks()) {
      if (begins_line_) close_by_columns();
      if (open_.empty())
        read_outside();
      else
        read_inside();
      if (too_deep_) break;
    }
    const bool cut = !open_.empty();
    if (labels_ > 1)
      for (PrintedModule& module : out_.modules) module.only_label = {};
    const std::size_t outermost = cut ? open_.front().module : 0;
    while (!open_.empty()) close(false);
    if (cut && !too_deep_)
      out_.problems.push_back(
          {"cut", {text_.size(), text_.size()}, {{"name", std::string(out_.modules[outermost].name)}}});
    return std::move(out_);
  }

 private:
  /// A module whose brackets are open.
  struct Open {
    std::size_t module = 0;
    std::size_t column = 0;  ///< where its line begins
    bool own_line = false;   ///< it is the first in it
    bool holds = false;      ///< it has children, …
    bool deeper = false;     ///< … whose lines begin more to the right
    bool in_line = false;    ///< what is in its brackets begins in its line
  };

  /// False at the end.
  bool skip_blanks() {
    begins_line_ = begins_line_ || at_ == 0;
    for (; at_ < clean_.size() && is_blank(clean_[at_]); ++at_)
      if (clean_[at_] == '\n') {
        begins_line_ = true;
        line_ = at_ + 1;
      }
    return at_ < clean_.size();
  }

  std::size_t column() const { return at_ - line_; }
  char here() const { return clean_[at_]; }

  /// Columns say where a block ends, too: whatever bracket is missing, what follows is read in its place.
  void close_by_columns() {
    const bool closing = here() == ')';
    const bool entry = behind_label(clean_, at_) > 0 || bracket_of(clean_, at_) > 0;
    while (!open_.empty()) {
      const Open& last = open_.back();
      if (!last.own_line) return;
      const bool leaf = !last.holds && last.in_line && (closing || entry);
      const bool beside = closing ? column() < last.column : column() <= last.column;
      if (!(leaf && closing) && !(beside && (leaf || last.deeper))) return;
      close(false);
    }
  }

  // --- outside of all brackets
  void read_outside() {
    const std::size_t end = line_end(clean_, at_);
    if (behind_label(clean_, at_) > 0) return read_child();
    if (bare_) {
      if (bracket_of(clean_, at_) > 0) return read_call(Span{}, 1, Span{});
      const std::size_t start = at_;
      while (at_ < end && !is_blank(here()) && !is_one_of(here(), ",;:[]()'\"")) ++at_;
      if (at_ > start)
        out_.left.push_back(
            {{start, at_}, "name", {{"name", std::string(text_.substr(start, at_ - start))}}});
      else
        ++at_;
      return;
    }
    if (const std::size_t head = find_head(end); head < end) {
      leave_around(at_, head);
      at_ = head;
      read_call(Span{}, 1, Span{});
      if (!open_.empty()) {
        open_.back().column = skip_spaces(clean_, line_) - line_;
        open_.back().own_line = true;
      }
      return;
    }
    if (begins_line_ && behind_times(at_) > 0) return read_unlabelled();
    if (begins_line_ && is_known_call()) return read_call(Span{}, 1, Span{});
    if (here() == ')') return void(++at_);
    leave_around(at_, end);
    at_ = end;
  }

  /// Where a class begins whose bracket holds children: nothing else follows it in the line, or a child does.
  std::size_t find_head(std::size_t end) const {
    const bool holds_child = is_child_line(clean_.substr(at_, end - at_));
    for (std::size_t bracket = clean_.find('(', at_); bracket < end;
         bracket = clean_.find('(', bracket + 1)) {
      std::size_t start = bracket;
      if (start > at_ && clean_[start - 1] == ' ') --start;
      while (start > at_ && (begins_name(clean_[start - 1]) || is_digit(clean_[start - 1]))) --start;
      while (start < bracket && is_digit(clean_[start])) ++start;
      if (start == bracket || bracket_of(clean_, start) != bracket) continue;
      std::size_t next = bracket + 1;
      while (next < clean_.size() && is_blank(clean_[next])) ++next;
      if (next >= end || behind_label(clean_, next) > 0) return start;
      if (holds_child && bracket_of(clean_, next) > 0) return start;
    }
    return end;
  }

  bool is_known_call() const {
    const std::size_t bracket = bracket_of(clean_, at_);
    return bracket > 0 && closings_.behind(bracket) > bracket &&
           layer_named(trimmed(clean_.substr(at_, bracket - at_))) != nullptr;
  }

  void leave_around(std::size_t start, std::size_t end) {
    if (start < end) out_.left.push_back({{start, end}, "around", {}});
  }

  // --- inside of them
  void read_inside() {
    Open& last = open_.back();
    const bool begins = begins_line_;
    if (here() == ')') {
      // That of a block whose first line is not there.
      const bool stray =
          last.own_line && last.deeper && (begins ? column() : next_child_column()) > last.column;
      ++at_;
      begins_line_ = false;
      after_child_ = false;
      if (!stray) close(true);
      return;
    }
    if (behind_label(clean_, at_) > 0) return read_child();
    if (bracket_of(clean_, at_) > 0 && (begins || after_child_ || at_ == just_open_))
      return read_call({}, 1, {});
    if (begins && behind_times(at_) > 0) return read_unlabelled();
    if (!begins && out_.modules[last.module].arguments.empty()) last.in_line = true;
    read_argument(out_.modules[last.module]);
  }

  void read_unlabelled() {
    note_child();
    child_column_ = column();
    begins_line_ = false;
    after_child_ = true;
    read_repeated({});
  }

  /// "(rnn): LSTM(", "(0-1): 2 x LSTM("
  void read_child() {
    const std::size_t start = at_;
    const std::size_t behind = behind_label(clean_, at_);
    const Span label = {start, behind};
    note_child();
    if (!open_.empty()) out_.modules[open_.back().module].holds = true;
    child_column_ = begins_line_ ? column() : no_column;
    out_.left.push_back(
        {label, "name", {{"name", std::string(text_.substr(start + 1, behind - start - 3))}}});
    ++labels_;
    at_ = skip_spaces(clean_, behind);
    begins_line_ = false;
    after_child_ = true;
    read_repeated(label);
  }

  /// Where a number of copies is counted: behind "2 x"; 0 where none is.
  std::size_t behind_times(std::size_t at) const {
    std::size_t digits = at;
    while (digits < clean_.size() && is_digit(clean_[digits])) ++digits;
    const std::size_t sign = skip_spaces(clean_, digits);
    return digits > at && sign > digits && clean_.substr(sign).starts_with("x ") ? sign + 1 : 0;
  }

  /// What follows a name: "2 x LSTM("
  void read_repeated(Span label) {
    std::uint64_t times = 1;
    Span times_span;
    if (const std::size_t behind = behind_times(at_); behind > 0) {
      const std::string_view number = clean_.substr(at_, clean_.find(' ', at_) - at_);
      times = read_size(number, 0, largest_size).value.value_or(largest_size);
      times_span = {at_, behind};
      at_ = skip_spaces(clean_, behind);
    }
    const std::size_t end = behind_class(clean_, at_);
    if (end == at_) {
      if (times_span.end > 0) out_.unknown.push_back({times_span, "repetition", {}});
      return;
    }
    if (clean_.substr(at_, end - at_) == "None") {
      out_.left.push_back({{at_, end}, "nothing", {}});
      at_ = end;
      return;
    }
    read_call(label, times, times_span);
  }

  /// A class with its bracket, or without one.
  void read_call(Span label, std::uint64_t times, Span times_span) {
    if (label.end == 0 && times_span.end == 0) {
      note_child();
      child_column_ = begins_line_ ? column() : no_column;
    }
    const std::size_t end = behind_class(clean_, at_);
    const std::size_t bracket = bracket_of(clean_, at_);
    PrintedModule module;
    module.label_span = label;
    if (label.end > 0) module.label = text_.substr(label.start + 1, label.end - label.start - 3);
    if (labels_ == 1) module.only_label = label;
    module.name = text_.substr(at_, end - at_);
    module.name_span = {at_, end};
    module.head = {at_, bracket > 0 ? bracket + 1 : end};
    module.span = module.head;
    module.times = times;
    module.times_span = times_span;
    module.parent = open_.empty() ? -1 : static_cast<int>(open_.back().module);
    module.end = out_.modules.size() + 1;
    out_.modules.push_back(std::move(module));
    at_ = out_.modules.back().head.end;
    begins_line_ = false;
    after_child_ = true;
    if (bracket == 0) return;
    if (open_.size() == deepest_code) return stop();
    open_.push_back(
        {out_.modules.size() - 1, child_column_, child_column_ != no_column, false, false, false});
    just_open_ = at_;
    while (just_open_ < clean_.size() && is_blank(clean_[just_open_])) ++just_open_;
    after_child_ = false;
  }

  /// Of the next line, where it is a child's; 0 where it is not.
  std::size_t next_child_column() const {
    const std::size_t line = std::min(line_end(clean_, at_) + 1, clean_.size());
    const std::size_t start = skip_spaces(clean_, line);
    return behind_label(clean_, start) > 0 ? start - line : 0;
  }

  void note_child() {
    if (open_.empty()) return;
    Open& last = open_.back();
    if (!last.holds) last.deeper = begins_line_ && last.own_line && column() > last.column;
    last.holds = true;
  }

  void stop() {
    too_deep_ = true;
    out_.unknown.push_back({{at_, text_.size()}, "too_deep", {}});
    out_.problems.push_back(
        {"limit", {at_, at_}, {{"what", "nesting"}, {"largest", std::to_string(deepest_code)}}});
  }

  void close(bool by_bracket) {
    PrintedModule& module = out_.modules[open_.back().module];
    module.end = out_.modules.size();
    module.cut = !by_bracket;
    std::size_t end = at_;
    if (!by_bracket)
      while (end > module.head.end && is_blank(clean_[end - 1])) --end;
    module.span.end = std::max(end, module.head.end);
    open_.pop_back();
    after_child_ = true;
  }

  // --- arguments
  void read_argument(PrintedModule& module) {
    if (is_one_of(here(), ",;")) {
      ++at_;
      behind_arrow_ = false;
      return;
    }
    const bool begins = std::exchange(begins_line_, false);
    const bool after_child = std::exchange(after_child_, false);
    if (clean_.substr(at_).starts_with("->")) {
      module.arrow = true;
      behind_arrow_ = true;
      at_ += 2;
      return;
    }
    PrintedArgument argument;
    argument.behind_arrow = behind_arrow_;
    behind_arrow_ = false;
    argument.span = read_value();
    const std::size_t sign = skip_spaces(clean_, at_);
    const bool named = sign < clean_.size() && clean_[sign] == '=' && argument.span.start < argument.span.end;
    if (named) {
      argument.name = text_.substr(argument.span.start, argument.span.end - argument.span.start);
      argument.name_span = {argument.span.start, sign + 1};
      at_ = skip_spaces(clean_, sign + 1);
      argument.span = read_value();
    }
    if (argument.span.start == argument.span.end && !named) {
      // A sign that says nothing, as if it were blank.
      ++at_;
      begins_line_ = begins;
      after_child_ = after_child;
      return;
    }
    argument.value = text_.substr(argument.span.start, argument.span.end - argument.span.start);
    module.arguments.push_back(argument);
  }

  /// A word, a number, what stands in brackets or quotes: all of them together, without blanks.
  Span read_value() {
    const std::size_t start = at_;
    while (at_ < clean_.size() && !is_blank(here()) && !is_one_of(here(), ",;=)") &&
           !clean_.substr(at_).starts_with("->")) {
      const std::size_t end = is_one_of(here(), "([{'\"") ? closings_.behind(at_) : at_ + 1;
      if (end == at_) break;
      at_ = end;
    }
    return {start, at_};
  }

  static constexpr std::size_t no_column = static_cast<std::size_t>(-1);

  std::string_view text_;
  BareLines lines_;
  std::string_view clean_;
  Closings closings_;
  bool bare_ = false;
  PrintedText out_;
  std::vector<Open> open_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  ///< where this one begins
  std::size_t child_column_ = 0;
  std::size_t just_open_ = no_column;  ///< what comes first in the brackets that were opened last
  std::size_t labels_ = 0;
  bool begins_line_ = false;
  bool after_child_ = false;
  bool behind_arrow_ = false;
  bool too_deep_ = false;
};

}  // namespace

bool is_printed(std::string_view text) { return has_children(text) || is_bare_calls(bare_lines(text).text); }

PrintedText read_printed(std::string_view text) { return PrintedReader(text).take(); }

}  // namespace rnn
