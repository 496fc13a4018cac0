#include "core/read/torch_summary_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/naming.h"
#include "core/numbers.h"
#include "core/read/forms.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

bool is_gap(char c) { return is_space(c) || c == '\r'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// What draws the tree.
constexpr std::array<std::string_view, 6> tree_marks{"\u251C\u2500", "\u2514\u2500", "\u2502",
                                                     "\u251C",       "\u2514",       "\u2500"};
/// Of these a row has one.
constexpr std::array<std::string_view, 2> branch_marks{"\u251C\u2500", "\u2514\u2500"};

std::size_t mark_at(std::string_view text, std::size_t at) {
  for (const std::string_view mark : tree_marks)
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_gap(text[at])) ++at;
  return at;
}

// --- columns
enum class Column : std::uint8_t { name, kind, input, output, kernel, count, trained_count, trained, other };

struct Title {
  std::string_view text;
  Column column;
};

/// Those that begin with another one stand before it.
constexpr std::array<Title, 17> titles{{{"Layer (type", Column::name},
                                        {"Parent Layers", Column::other},
                                        {"Input Shape", Column::input},
                                        {"Output Shape", Column::output},
                                        {"Kernel Shape", Column::kernel},
                                        {"Tr. Param #", Column::trained_count},
                                        {"Param #", Column::count},
                                        {"Param %", Column::other},
                                        {"Mult-Adds", Column::other},
                                        {"Trainable", Column::trained},
                                        {"Groups", Column::other},
                                        {"In sizes", Column::input},
                                        {"Out sizes", Column::output},
                                        {"Params", Column::count},
                                        {"Name", Column::name},
                                        {"Type", Column::kind},
                                        {"Mode", Column::other}}};

struct Line {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t first = 0;  ///< not a blank, not a mark of a comment
};

struct Heading {
  std::vector<Column> columns;  ///< behind the name's
  std::vector<Span> places;     ///< of their titles, in characters from the line's start
  std::vector<Span> titles;
  bool parents = false;  ///< the first column says which modules hold it
};

/// The characters before `at` in its line.
std::size_t characters(std::string_view text, std::size_t start, std::size_t at) {
  return static_cast<std::size_t>(std::count_if(
      text.begin() + static_cast<std::ptrdiff_t>(start), text.begin() + static_cast<std::ptrdiff_t>(at),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The titles of a line, in order.
Heading heading_of(std::string_view text, const Line& whole) {
  const std::size_t start = whole.first;
  const std::string_view line = text.substr(start, whole.end - start);
  Heading out;
  for (std::size_t at = 0; at < line.size();) {
    const auto it = std::find_if(titles.begin(), titles.end(),
                                 [&](const Title& title) { return line.substr(at).starts_with(title.text); });
    if (it == titles.end()) {
      ++at;
      continue;
    }
    std::size_t end = at + it->text.size();
    if (it->column == Column::name)
      while (end < line.size() && !line.substr(end).starts_with("  ") && line[end] != '|') ++end;
    while (end > at && is_gap(line[end - 1])) --end;
    out.titles.push_back({start + at, start + end});
    out.parents = out.parents || it->text == "Parent Layers";
    if (it->column != Column::name && it->text != "Parent Layers") {
      out.columns.push_back(it->column);
      out.places.push_back(
          {characters(text, whole.start, start + at), characters(text, whole.start, start + end)});
    }
    at = end;
  }
  return out;
}

// --- cells
struct Cell {
  enum class Kind : std::uint8_t { shape, number, none, repeated, word, other };
  Kind kind = Kind::other;
  Span span;
  std::vector<PrintedShape> shapes;
  Whole value;
  Whole most;
  bool bracketed = false;
};

/// Reads what stands behind a row's name; anything else makes it no row.
class CellReader {
 public:
  CellReader(std::string_view text, std::size_t at, std::size_t end) : text_(text), at_(at), end_(end) {}

  std::optional<std::vector<Cell>> read() {
    std::vector<Cell> out;
    constexpr std::size_t most_cells = 32;
    while (out.size() <= most_cells) {
      while (at_ < end_ && (is_gap(text_[at_]) || mark_at(text_, at_) > 0 || text_[at_] == '|'))
        at_ += std::max<std::size_t>(mark_at(text_, at_), 1);
      if (at_ >= end_) return out;
      std::optional<Cell> cell = next();
      if (!cell) return {};
      out.push_back(std::move(*cell));
    }
    return {};
  }

 private:
  bool starts(std::string_view word) const { return text_.substr(at_, end_ - at_).starts_with(word); }

  std::optional<Cell> next() {
    const std::size_t start = at_;
    if (starts("(recursive)")) return word(Cell::Kind::repeated, 11);
    if (starts("--")) return word(Cell::Kind::none, 2);
    if (starts("?")) return word(Cell::Kind::other, 1);
    if (text_[at_] == '[' || text_[at_] == ']' || text_[at_] == ',' || is_side()) return shape();
    if (text_[at_] == '(' || is_digit(text_[at_])) return number();
    if (!begins_name(text_[at_])) return {};
    while (at_ < end_ && begins_name(text_[at_])) ++at_;
    const std::string_view said = text_.substr(start, at_ - start);
    constexpr std::array<std::string_view, 7> words{"True", "False", "Partial", "train",
                                                    "eval", "None",  "mixed"};
    if (std::find(words.begin(), words.end(), said) == words.end()) return {};
    at_ = start;
    return word(Cell::Kind::word, said.size());
  }

  Cell word(Cell::Kind kind, std::size_t length) {
    Cell out;
    out.kind = kind;
    out.span = {at_, at_ + length};
    at_ += length;
    return out;
  }

  /// Whether a number begins here that has others behind it, or a bracket.
  bool is_side() const {
    std::size_t end = at_;
    if (end < end_ && text_[end] == '-') ++end;
    const std::size_t first = end;
    while (end < end_ && is_digit(text_[end])) ++end;
    if (end == first || end >= end_) return false;
    if (text_[end] == ']') return true;
    return text_[end] == ',' && (end + 1 >= end_ || is_gap(text_[end + 1]));
  }

  Cell shape() {
    Cell out;
    out.kind = Cell::Kind::shape;
    out.span.start = at_;
    PrintedShape shape;
    std::size_t open = 0;
    bool sign = true;  // a comma or a bracket stands before this
    const auto finish = [&] {
      if (shape.opened || !shape.sides.empty()) out.shapes.push_back(std::move(shape));
      shape = {};
    };
    while (at_ < end_) {
      const char c = text_[at_];
      if (c == '[') {
        if (!sign) break;
        shape.opened = true;
        ++open;
        ++at_;
      } else if (c == ']') {
        shape.closed = true;
        shape.gap = sign;
        finish();
        open -= std::min<std::size_t>(open, 1);
        ++at_;
        sign = false;
        const std::size_t comma = skip_spaces(text_, at_);
        const bool more = comma < end_ && text_[comma] == ',';
        if (open == 0 && !more && !(comma < end_ && text_[comma] == ']' && comma == at_)) break;
        if (more) at_ = comma + 1, sign = true;
      } else if (c == ',') {
        ++at_;
        sign = true;
      } else if (is_gap(c)) {
        const std::size_t behind = skip_spaces(text_, at_);
        const bool goes_on = behind < end_ && (text_[behind] == ']' || text_[behind] == ',' || sign);
        // A comma may be lost.
        const bool near = behind < end_ && behind <= at_ + 2 && is_digit(text_[behind]) && shape.opened;
        if (!goes_on && !near) break;
        at_ = behind;
        sign = sign || (near && !goes_on);
      } else if ((is_digit(c) || c == '-') && sign) {
        if (!side(shape)) break;
        sign = false;
      } else {
        break;
      }
    }
    shape.gap = sign;
    finish();
    out.span.end = at_;
    return out;
  }

  /// "60", "-1"; not "12,000".
  bool side(PrintedShape& shape) {
    std::size_t end = at_ + (text_[at_] == '-' ? 1 : 0);
    const std::size_t first = end;
    while (end < end_ && is_digit(text_[end])) ++end;
    if (end == first || (end + 1 < end_ && text_[end] == ',' && is_digit(text_[end + 1]))) return false;
    const bool known = first == at_;
    shape.sides.push_back(known ? read_size(text_.substr(at_, end - at_), 1, largest_side).value : Whole());
    shape.spans.push_back({at_, end});
    at_ = end;
    return true;
  }

  /// "12,000", "(12,000)", "12.0 K", "0.42%".
  std::optional<Cell> number() {
    Cell out;
    out.kind = Cell::Kind::number;
    const bool bracket = text_[at_] == '(';
    if (bracket) ++at_;
    const std::size_t start = at_;
    std::string whole;
    while (at_ < end_ &&
           (is_digit(text_[at_]) || (text_[at_] == ',' && at_ + 1 < end_ && is_digit(text_[at_ + 1])))) {
      if (text_[at_] != ',') whole += text_[at_];
      ++at_;
    }
    if (at_ == start) return {};
    std::string part;
    if (at_ + 1 < end_ && text_[at_] == '.' && is_digit(text_[at_ + 1])) {
      ++at_;
      while (at_ < end_ && is_digit(text_[at_])) part += text_[at_++];
    }
    out.span = {start, at_};
    if (at_ < end_ && text_[at_] == '%') {
      ++at_;
      out.kind = Cell::Kind::other;
    } else if (const std::uint64_t unit = unit_ahead(); unit > 1) {
      round(out, whole, part, unit);
      out.span.end = at_;
    } else if (!part.empty()) {
      return {};
    } else {
      out.value = out.most = read_size(whole, 0, largest_side).value;
      if (!out.value) return {};
    }
    if (bracket) {
      if (at_ >= end_ || text_[at_] != ')') return {};
      ++at_;
      out.bracketed = true;
    }
    if (at_ < end_ && !is_gap(text_[at_]) && text_[at_] != '|' && mark_at(text_, at_) == 0) return {};
    return out;
  }

  std::uint64_t unit_ahead() {
    const std::size_t at = skip_spaces(text_, at_);
    if (at >= end_ || (at + 1 < end_ && begins_name(text_[at + 1]))) return 1;
    const std::uint64_t unit = text_[at] == 'K'   ? 1000
                               : text_[at] == 'M' ? 1000000
                               : text_[at] == 'B' ? 1000000000
                                                  : 1;
    if (unit > 1) at_ = at + 1;
    return unit;
  }

  /// Of "12.0 K" 11,950 to 12,049; of "123 K" 123,000 to 123,999.
  static void round(Cell& out, const std::string& whole, const std::string& part, std::uint64_t unit) {
    constexpr std::uint64_t most = 1000000;
    const Whole thousands = read_size(whole, 0, most).value;
    if (!thousands) return;
    out.value = *thousands * unit;
    out.most = *out.value + unit - 1;
    if (part.empty()) return;
    const std::uint64_t tenth = unit / 10;
    out.value = *out.value + static_cast<std::uint64_t>(part.front() - '0') * tenth;
    out.most = *out.value + tenth / 2;
    out.value = *out.value - std::min(*out.value, tenth / 2);
  }

  static constexpr std::uint64_t largest_side = std::uint64_t{1} << 53U;

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
};

// --- rows

struct Parsed {
  TorchRow row;
  std::vector<Cell> cells;
  bool branch = false;    ///< a branch of the tree leads to it
  bool numbered = false;  ///< "LSTM-1"
  bool depth = false;     ///< "LSTM: 1-1"
};

std::size_t behind_number(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_digit(text[at])) ++at;
  return at;
}

/// Behind the marks of a comment, a prompt or a quotation.
std::size_t behind_marks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end &&
         (is_gap(text[at]) || std::string_view("#>*/\"'").find(text[at]) != std::string_view::npos))
    ++at;
  return at;
}

class RowReader {
 public:
  RowReader(std::string_view text, const Line& line, bool parents)
      : text_(text), line_(line), parents_(parents), at_(line.first) {}

  std::optional<Parsed> read() {
    Parsed out;
    seek_tree();
    out.row.span = {line_.first, line_.end};
    if (!marks(out)) return {};
    if (!name(out)) return {};
    if (!out.branch && !out.numbered) skip_parent(out);
    std::optional<std::vector<Cell>> cells = CellReader(text_, at_, line_.end).read();
    if (!cells) return {};
    // All that stands behind it may be lost.
    if (cells->empty() && !out.branch && layer_named(out.row.name) == nullptr) return {};
    out.cells = std::move(*cells);
    return out;
  }

 private:
  bool more() const { return at_ < line_.end; }
  std::string_view rest() const { return text_.substr(at_, line_.end - at_); }

  /// A log may stand before the tree.
  void seek_tree() {
    std::size_t found = std::string_view::npos;
    for (const std::string_view mark : tree_marks) found = std::min(found, rest().find(mark));
    if (found == std::string_view::npos || found == 0) return;
    const std::size_t branch = at_ + found;
    const std::string_view before = text_.substr(at_, found);
    // A name before it makes the branch one of its own: "weight  [80, 12]  ├─960".
    const bool log = before.find('[') == std::string_view::npos && !begins_name(before.front());
    if (log) at_ = branch;
  }

  bool marks(Parsed& out) {
    for (;;) {
      while (more() && is_gap(text_[at_])) ++at_;
      const bool branch = std::any_of(branch_marks.begin(), branch_marks.end(),
                                      [&](std::string_view mark) { return rest().starts_with(mark); });
      out.branch = out.branch || branch;
      if (const std::size_t mark = more() ? mark_at(text_, at_) : 0; mark > 0)
        at_ += mark;
      else if (rest().starts_with("+ "))
        out.branch = true, ++at_;
      else if (rest().starts_with("|"))
        ++at_;
      else
        break;
    }
    return more() && begins_name(text_[at_]);
  }

  bool name(Parsed& out) {
    const std::size_t start = at_;
    // "Net/Block   LSTM-1": the modules that hold it come first.
    std::size_t path = at_;
    while (path < line_.end && (begins_name(text_[path]) || is_digit(text_[path]) || text_[path] == '/'))
      ++path;
    if (text_.substr(at_, path - at_).find('/') != std::string::npos) {
      at_ = path;
      return more() && is_gap(text_[at_]);
    }
    while (more() && (begins_name(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    out.row.name_span = {start, at_};
    out.row.name = text_.substr(start, at_ - start);
    out.row.indent = start - line_.start;
    if (rest().starts_with("-") && at_ + 1 < line_.end && is_digit(text_[at_ + 1])) {
      at_ = behind_number(text_, at_ + 1, line_.end);
      out.numbered = true;
    }
    label(out);
    if (rest().starts_with(":")) {
      const std::size_t digit = skip_spaces(text_, at_ + 1);
      std::size_t end = behind_number(text_, digit, line_.end);
      if (end == digit) return false;
      constexpr std::uint64_t deepest = 1000;
      out.row.depth = static_cast<std::size_t>(
          read_size(std::string(text_.substr(digit, end - digit)), 1, deepest).value.value_or(1));
      if (end < line_.end && text_[end] == '-') end = behind_number(text_, end + 1, line_.end);
      at_ = end;
      out.depth = true;
    }
    return !more() || is_gap(text_[at_]);
  }

  /// "(lstm)".
  void label(Parsed& out) {
    if (!rest().starts_with(" (")) return;
    const std::size_t start = at_ + 2;
    std::size_t end = start;
    while (end < line_.end && (begins_name(text_[end]) || is_digit(text_[end]) || text_[end] == '.')) ++end;
    const bool word = end > start && end < line_.end && text_[end] == ')' &&
                      text_.substr(start, end - start) != "recursive";
    // A frozen count stands in brackets, too.
    const bool number = behind_number(text_, start, end) == end;
    if (!word || (number && !is_index())) return;
    out.row.label = text_.substr(start, end - start);
    at_ = end + 1;
  }

  /// "(0): 2-1", a member of a list, or one blank before it, which a count never has.
  bool is_index() const { return at_ + 1 < line_.end && text_[at_ + 1] == '('; }

  /// "Net/Block   LSTM-1": the module that holds it.
  void skip_parent(Parsed& out) {
    std::size_t at = at_;
    while (at < line_.end && (begins_name(text_[at]) || is_digit(text_[at]) || text_[at] == '/')) ++at;
    const std::size_t begin = skip_spaces(text_, at);
    if (begin >= line_.end || !begins_name(text_[begin]) || begin == at) return;
    const std::size_t before = at_;
    Parsed other;
    at_ = begin;
    if (name(other) && (other.numbered || parents_)) {
      other.row.span = out.row.span;
      out = std::move(other);
    } else {
      at_ = before;
    }
  }

  std::string_view text_;
  const Line& line_;
  bool parents_;
  std::size_t at_;
};

bool is_tensor_name(const Parsed& parsed) {
  const std::string_view name = parsed.row.name;
  if (parsed.depth || parsed.numbered || !parsed.branch || name.empty()) return false;
  const bool said =
      name.find("weight") != std::string_view::npos || name.find("bias") != std::string_view::npos;
  return is_small(name.front()) || said || name.find('.') != std::string_view::npos || is_digit(name.front());
}

// --- tables
class TableReader {
 public:
  explicit TableReader(std::string_view text) : given_(text), text_(text) { take_out_colours(); }

  std::vector<TorchTable> read() {
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      Line line{start, end, behind_marks(text_, start, end)};
      while (line.end > line.first && is_gap(text_[line.end - 1])) --line.end;
      read(line);
      start = end + 1;
    }
    finish();
    if (!out_.empty()) out_.front().left.insert(out_.front().left.begin(), around_.begin(), around_.end());
    return std::move(out_);
  }

 private:
  void take_out_colours() {
    constexpr std::size_t longest = 32;
    for (std::size_t at = text_.find('\x1B'); at != std::string::npos; at = text_.find('\x1B', at + 1)) {
      std::size_t end = at + 1;
      if (end < text_.size() && text_[end] == '[') ++end;
      while (end < text_.size() && end < at + longest && (is_digit(text_[end]) || text_[end] == ';')) ++end;
      if (end < text_.size() && begins_name(text_[end])) ++end;
      around_.push_back({{at, end}, "colour", {}});
      std::fill(text_.begin() + static_cast<std::ptrdiff_t>(at),
                text_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
  }

  std::string_view view(const Line& line) const {
    return std::string_view(text_).substr(line.first, line.end - line.first);
  }

  void read(const Line& line) {
    around_.push_back({{line.start, line.first}, "prompt", {}});
    if (line.first >= line.end) return;
    const std::string_view content = view(line);
    if (is_rule(content)) return leave(line, "punctuation");
    if (is_heading(content)) return begin(line);
    if (read_total(line, content)) return;
    if (content.starts_with("```")) return leave(line, "fence");
    if (read_lightning(line, content)) return;
    std::optional<Parsed> parsed = RowReader(text_, line, heading_.parents).read();
    if (parsed && (parsed->branch || (parsed->numbered && has_shape(*parsed)) || inside_))
      return add(std::move(*parsed), line);
    if (parsed && !inside_ && !parsed->cells.empty()) root_ = {std::move(*parsed), line};
    leave(line, "around");
    if (!(parsed && !inside_)) root_.reset();
  }

  static bool has_shape(const Parsed& parsed) {
    return std::any_of(parsed.cells.begin(), parsed.cells.end(),
                       [](const Cell& cell) { return cell.kind == Cell::Kind::shape; });
  }

  static bool is_rule(std::string_view content) {
    return content.find_first_not_of("=-_+| ") == std::string_view::npos;
  }

  static bool is_heading(std::string_view content) {
    if (content.find("Layer (type") != std::string_view::npos) return true;
    const bool table = content.find('|') != std::string_view::npos ||
                       content.find("\u2502") != std::string_view::npos ||
                       content.find("\u2503") != std::string_view::npos;
    return table && content.find("Name") != std::string_view::npos &&
           content.find("Type") != std::string_view::npos && content.find("Params") != std::string_view::npos;
  }

  void leave(const Line& line, std::string_view code) {
    around_.push_back({{line.first, line.end}, code, {}});
  }

  void begin(const Line& line) {
    finish();
    inside_ = true;
    heading_ = heading_of(text_, line);
    around_.push_back({{line.first, line.end}, "heading", {}});
    for (const std::string_view own : {"depth-idx", "var_name"})
      if (view(line).find(own) != std::string_view::npos) table_.tool = TorchTable::Tool::torchinfo;
    for (const Column column : heading_.columns)
      table_.shapes = table_.shapes || column == Column::input || column == Column::output;
    root_.reset();
  }

  void finish() {
    inside_ = false;
    if (!table_.rows.empty()) {
      leave_titles();
      find_holders();
      out_.push_back(std::move(table_));
    }
    table_ = {};
    heading_ = {};
    root_.reset();
  }

  /// Where there are more columns than a shape and a count, the titles say which is which; of a single row
  /// they say what it is.
  void leave_titles() {
    const std::size_t usual = table_.shapes ? 2 : 1;
    if (heading_.columns.size() <= usual && table_.rows.size() > 1) return;
    for (const Span& title : heading_.titles) around_.push_back({title, structure_code, {}});
  }

  /// The tree says so, or where it is lost, in a mail or on a page, the number of each row.
  static bool is_below(const TorchRow& row, const TorchRow& before) {
    const bool drawn = row.branch && (before.branch || before.depth == 0);
    if (drawn || row.depth == 0) return row.indent > before.indent;
    return row.depth > before.depth;
  }

  /// Rows that have others below them.
  void find_holders() {
    std::vector<TorchRow>& rows = table_.rows;
    if (table_.tool == TorchTable::Tool::torchinfo)
      for (std::size_t i = 0; i + 1 < rows.size(); ++i) rows[i].holds = is_below(rows[i + 1], rows[i]);
    if (table_.tool == TorchTable::Tool::lightning)
      for (std::size_t i = 0; i + 1 < rows.size(); ++i)
        rows[i].holds = rows[i + 1].label.starts_with(std::string(rows[i].label) + ".");
  }

  // --- what it says of all
  bool read_total(const Line& line, std::string_view content) {
    constexpr std::array<std::string_view, 10> ends{
        "Total params",    "Trainable params",     "Non-trainable params",
        "Total mult-adds", "Input size",           "Forward/backward pass size",
        "Params size",     "Estimated Total Size", "Total estimated model params size",
        "Batch size"};
    // "Non-trainable" holds no "Trainable"; in a sentence any of them may stand further behind.
    constexpr std::size_t longest_number = 24;
    const auto said_by = std::find_if(ends.begin(), ends.end(), [&](std::string_view end) {
      return content.substr(0, longest_number + end.size()).find(end) != std::string_view::npos;
    });
    const auto which = static_cast<std::size_t>(said_by - ends.begin());
    const std::size_t at = which == ends.size() ? content.size() : content.find(*said_by);
    const bool modules = content.find("Modules in ") != std::string_view::npos ||
                         content.find("Total FLOPs") != std::string_view::npos;
    if (which == ends.size()) {
      if (modules) leave(line, "total");
      return modules;
    }
    const std::string_view before = content.substr(0, at);
    const std::string_view behind = content.substr(at + ends[which].size());
    const bool lightning = trimmed(behind).empty() || trimmed(behind).starts_with("(MB)");
    const std::string_view said = lightning && !before.empty() ? before : behind;
    if (said.find_first_of("0123456789") == std::string_view::npos) return false;
    leave(line, "total");
    if (which <= 1) keep_total(said, which);
    if (which == 4) keep_input(said, line.first + at);
    if (which <= 2 && table_.tool != TorchTable::Tool::lightning) inside_ = false;
    return true;
  }

  void keep_total(std::string_view said, std::size_t which) {
    TorchTable& table = table_.rows.empty() && !out_.empty() ? out_.back() : table_;
    const std::size_t first = said.find_first_of("0123456789");
    std::size_t end = first;
    std::string number;
    while (end < said.size() && (is_digit(said[end]) || said[end] == ',')) {
      if (said[end] != ',') number += said[end];
      ++end;
    }
    const std::string_view rest = trimmed(said.substr(end));
    const bool rounded = said.find('(') < first || rest.starts_with(".") || rest.starts_with("K") ||
                         rest.starts_with("M") || rest.starts_with("B");
    if (rounded) return;
    (which == 0 ? table.printed.total : table.printed.trainable) = number;
    if (which != 0) return;
    const std::size_t at = static_cast<std::size_t>(said.data() - text_.data()) + first;
    table.total = {at, at + (end - first)};
  }

  /// "Input size (MB): 0.02" in bytes: at least, at most.
  void keep_input(std::string_view said, std::size_t start) {
    TorchTable& table = table_.rows.empty() && !out_.empty() ? out_.back() : table_;
    const bool binary = table.tool == TorchTable::Tool::torchsummary;
    const double thousand = binary ? 1024 : 1000;
    const double unit = said.find("(kB)") != std::string_view::npos   ? thousand
                        : said.find("(MB)") != std::string_view::npos ? thousand * thousand
                        : said.find('(') == std::string_view::npos    ? 1
                                                                      : 0;
    const std::size_t first = said.find_first_of("0123456789");
    double number = 0;
    double place = 1;
    std::size_t end = first;
    bool behind = false;
    for (; end < said.size() && end < first + 16; ++end) {
      const char c = said[end];
      if (c == ',') continue;
      if (c == '.') {
        behind = true;
        continue;
      }
      if (!is_digit(c)) break;
      number = number * 10 + (c - '0');
      if (behind) place *= 10;
    }
    if (unit == 0 || number == 0) return;
    const double half = unit == 1 || (!behind && !binary) ? 0 : 0.51;
    table.least_input = static_cast<std::uint64_t>((number - half) / place * unit);
    table.most_input = static_cast<std::uint64_t>((number + half) / place * unit) + (half > 0 ? 1 : 0);
    const std::size_t at = static_cast<std::size_t>(said.data() - text_.data()) + first;
    table.input = {start, at + (end - first)};
  }

  // --- rows
  void add(Parsed parsed, const Line& line) {
    if (!inside_ && !table_.rows.empty()) finish();
    if (!inside_) {
      inside_ = true;
      if (root_) {
        around_.pop_back();
        add_row(std::move(root_->first), root_->second);
        root_.reset();
      }
    }
    add_row(std::move(parsed), line);
  }

  void add_row(Parsed parsed, const Line& line) {
    if (is_tensor_name(parsed)) {
      leave(line, structure_code);
      if (table_.rows.empty()) return;
      PrintedTensor tensor{given_.substr(parsed.row.name_span.start, parsed.row.name.size()), {}};
      for (const Cell& cell : parsed.cells)
        if (cell.kind == Cell::Kind::shape && !cell.shapes.empty() && tensor.shape.sides.empty())
          tensor.shape = cell.shapes.front();
      table_.rows.back().tensors.push_back(std::move(tensor));
      return;
    }
    if (parsed.branch || parsed.depth)
      table_.tool = TorchTable::Tool::torchinfo;
    else if (parsed.numbered && table_.tool == TorchTable::Tool::none)
      table_.tool = TorchTable::Tool::torchsummary;
    TorchRow row = std::move(parsed.row);
    row.branch = parsed.branch;
    row.name = given_.substr(row.name_span.start, row.name.size());
    if (!row.label.empty())
      row.label = given_.substr(static_cast<std::size_t>(row.label.data() - text_.data()), row.label.size());
    place(parsed.cells, row);
    table_.shapes = table_.shapes || has_shape(parsed);
    table_.rows.push_back(std::move(row));
  }

  /// Which cell says what.
  void place(const std::vector<Cell>& cells, TorchRow& row) const {
    std::vector<Column> columns = heading_.columns;
    if (columns.size() != cells.size()) columns = aligned(cells, row);
    if (columns.size() != cells.size()) columns = guessed(cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Cell& cell = cells[i];
      const bool shape = cell.kind == Cell::Kind::shape;
      if (shape) row.shapes.push_back(cell.span);
      switch (columns[i]) {
        case Column::input:
          if (shape) row.input.insert(row.input.end(), cell.shapes.begin(), cell.shapes.end());
          break;
        case Column::output:
          if (shape) row.output.insert(row.output.end(), cell.shapes.begin(), cell.shapes.end());
          break;
        case Column::kernel:
          if (shape && !cell.shapes.empty()) row.kernel = cell.shapes.front();
          break;
        case Column::count: place_count(cell, row); break;
        case Column::trained_count:
          if (cell.kind == Cell::Kind::number && row.count && *row.count > 0) {
            if (cell.value == Whole(0) && !row.frozen) freeze(row, cell.span);
            row.partly_frozen = cell.value != Whole(0) && cell.value != row.count;
          }
          break;
        case Column::trained:
          if (cell.kind != Cell::Kind::word) break;
          if (word(cell) == "False" && !row.frozen) freeze(row, cell.span);
          row.partly_frozen = row.partly_frozen || word(cell) == "Partial";
          break;
        default: break;
      }
    }
  }

  std::string_view word(const Cell& cell) const {
    return std::string_view(text_).substr(cell.span.start, cell.span.end - cell.span.start);
  }

  static void freeze(TorchRow& row, Span span) {
    row.frozen = true;
    row.frozen_by.push_back(span);
  }

  static void place_count(const Cell& cell, TorchRow& row) {
    row.none = cell.kind == Cell::Kind::none;
    row.repeated = cell.kind == Cell::Kind::repeated;
    row.count_span = cell.span;
    if (cell.kind != Cell::Kind::number) return;
    row.count = cell.value;
    row.most = cell.most;
    if (!cell.bracketed) return;
    freeze(row, {cell.span.start - 1, cell.span.start});
    row.frozen_by.push_back({cell.span.end, cell.span.end + 1});
  }

  /// Each in the column whose title is nearest; nothing where one is far from all.
  std::vector<Column> aligned(const std::vector<Cell>& cells, const TorchRow& row) const {
    constexpr std::size_t far = 16;
    const std::size_t start = text_.rfind('\n', row.span.start) + 1;  // 0 where there is none
    std::vector<Column> out;
    for (const Cell& cell : cells) {
      const Span place{characters(text_, start, cell.span.start), characters(text_, start, cell.span.end)};
      std::size_t best = far;
      Column column = Column::other;
      for (std::size_t i = 0; i < heading_.places.size(); ++i) {
        const auto apart = [](std::size_t a, std::size_t b) { return a > b ? a - b : b - a; };
        const std::size_t distance =
            std::min(apart(place.start, heading_.places[i].start), apart(place.end, heading_.places[i].end));
        if (distance < best) best = distance, column = heading_.columns[i];
      }
      if (best == far) return {};
      out.push_back(column);
    }
    return out;
  }

  /// By what the cells are, where they are not as many as the titles.
  std::vector<Column> guessed(const std::vector<Cell>& cells) const {
    std::vector<Column> shapes;
    for (const Column column : heading_.columns)
      if (column == Column::input || column == Column::output || column == Column::kernel)
        shapes.push_back(column);
    const auto number = static_cast<std::size_t>(std::count_if(
        cells.begin(), cells.end(), [](const Cell& cell) { return cell.kind == Cell::Kind::shape; }));
    if (shapes.size() == 1 && number > 1) shapes.resize(number, shapes.front());
    if (shapes.size() != number) shapes = {Column::input, Column::output, Column::kernel};
    std::size_t next = number == 1 && shapes.size() == 3 ? 1 : 0;
    std::vector<Column> out;
    bool counted = false;
    for (const Cell& cell : cells) {
      Column column = Column::other;
      if (cell.kind == Cell::Kind::shape && next < shapes.size()) column = shapes[next++];
      const bool count = cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::repeated;
      if (count && !counted) column = Column::count, counted = true;
      if (cell.kind == Cell::Kind::word) column = Column::trained;
      out.push_back(column);
    }
    if (!counted)
      for (std::size_t i = cells.size(); i-- > 0 && !counted;)
        if (cells[i].kind == Cell::Kind::none) out[i] = Column::count, counted = true;
    return out;
  }

  /// The parts of a line between bars, or more blanks than one.
  std::vector<Span> apart(const Line& line) const {
    std::vector<Span> out;
    for (std::size_t at = line.first; at < line.end;) {
      std::size_t end = at;
      std::size_t next = at;  // behind what parts it from the next one
      while (end < line.end) {
        next = end;
        std::size_t gap = 0;
        while (next < line.end) {
          const bool bar = std::string_view(text_).substr(next).starts_with("\u2502");
          if (!bar && !is_gap(text_[next]) && text_[next] != '|') break;
          gap += std::size_t{bar || text_[next] == '|' ? 2U : 1U};
          next += bar ? 3 : 1;
        }
        if (gap > 1) break;
        end = std::max(next, end + 1);
      }
      if (end > at) out.push_back({at, end});
      at = std::max(next, end);
    }
    return out;
  }

  /// "0 | lstm | LSTM | 12.0 K | train".
  bool read_lightning(const Line& line, std::string_view content) {
    const bool bars =
        content.find('|') != std::string_view::npos || content.find("\u2502") != std::string_view::npos;
    if (!bars) return false;
    const std::vector<Span> cells = apart(line);
    if (cells.size() < 4 || content.find(tree_marks[0]) != std::string_view::npos) return false;
    const auto said = [&](std::size_t i) {
      return std::string_view(text_).substr(cells[i].start, cells[i].end - cells[i].start);
    };
    if (behind_number(text_, cells[0].start, cells[0].end) != cells[0].end) return false;
    const bool name = !said(2).empty() && begins_name(said(2).front()) &&
                      said(2).find_first_of(" [(") == std::string_view::npos;
    if (!name) return false;
    std::optional<std::vector<Cell>> read = CellReader(text_, cells[3].start, line.end).read();
    if (!read || read->empty() || read->front().kind == Cell::Kind::shape) return false;
    if (!inside_) finish();
    inside_ = true;
    table_.tool = TorchTable::Tool::lightning;
    Parsed parsed;
    parsed.cells = std::move(*read);
    TorchRow row;
    row.name = given_.substr(cells[2].start, cells[2].end - cells[2].start);
    row.name_span = cells[2];
    row.label = given_.substr(cells[1].start, cells[1].end - cells[1].start);
    row.span = {line.first, line.end};
    place_count(parsed.cells.front(), row);
    std::size_t shapes = 0;
    for (const Cell& cell : parsed.cells)
      if (cell.kind == Cell::Kind::shape) (shapes++ == 0 ? row.input : row.output) = cell.shapes;
    table_.shapes = table_.shapes || shapes > 0;
    table_.rows.push_back(std::move(row));
    return true;
  }

  std::string_view given_;
  std::string text_;
  std::vector<TorchTable> out_;
  std::vector<Left> around_;
  TorchTable table_;
  Heading heading_;
  bool inside_ = false;
  std::optional<std::pair<Parsed, Line>> root_;
};

}  // namespace

bool is_torch_table(std::string_view text) {
  const std::vector<TorchTable> tables = torch_tables(text);
  return std::any_of(tables.begin(), tables.end(), [](const TorchTable& table) {
    return table.tool != TorchTable::Tool::none &&
           std::any_of(table.rows.begin(), table.rows.end(),
                       [](const TorchRow& row) { return row.count || row.none || row.repeated; });
  });
}

std::vector<TorchTable> torch_tables(std::string_view text) { return TableReader(text).read(); }

}  // namespace rnn
