#include "core/read/summary_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/numbers.h"
#include "core/read/signs.h"
#include "core/read/summary_text.h"

namespace rnn {
namespace {

/// A sign that a line may begin with and that belongs to no word.
bool is_mark(char c) { return std::string_view("|#>*+\"',`;$%-=~").find(c) != std::string_view::npos; }

/// What cuts a word off: three dots as one sign.
constexpr char dots = '~';

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// A number with marks between its thousands: how long it is, and what; 0 where there is none.
std::size_t number_at(std::string_view text, std::size_t at, Whole& value) {
  std::size_t end = at;
  value = 0;
  const auto take = [&](char c) { value = add(multiply(value, 10), static_cast<std::uint64_t>(c - '0')); };
  while (end < text.size() && is_digit(text[end])) take(text[end++]);
  if (end == at) return 0;
  if (end - at > 3) return end - at;
  const auto group = [&](std::size_t from) {
    if (from >= text.size() || std::string_view(",._'").find(text[from]) == std::string_view::npos)
      return false;
    for (std::size_t i = 1; i <= 3; ++i)
      if (from + i >= text.size() || !is_digit(text[from + i])) return false;
    return from + 4 >= text.size() || !is_digit(text[from + 4]);
  };
  while (group(end)) {
    for (std::size_t i = 1; i <= 3; ++i) take(text[end + i]);
    end += 4;
  }
  return end - at;
}

/// Whether an axis of some name stands there, with a number or another one behind it: "batch, 64)".
bool begins_with_axis(std::string_view rest) {
  std::size_t at = 0;
  while (at < rest.size() && is_of_name(rest[at])) ++at;
  if (at == 0 || !begins_name(rest.front()) || at >= rest.size() || rest[at] != ',') return false;
  at = skip_spaces(rest, at + 1);
  const std::size_t next = at;
  while (at < rest.size() && is_of_name(rest[at])) ++at;
  return at > next && at < rest.size() && (rest[at] == ',' || rest[at] == ')');
}

/// Whether brackets from here on hold a shape.
bool opens_shape(std::string_view line, std::size_t at) {
  if (line[at] != '(' && line[at] != '[') return false;
  // lstm[0][0] is no shape, and a class stands in brackets, too.
  if (at > 0 && (is_of_name(line[at - 1]) || line[at - 1] == ']')) return false;
  std::size_t in = at;
  while (in < line.size() && std::string_view("([{ ").find(line[in]) != std::string_view::npos) ++in;
  const std::string_view rest = line.substr(in);
  return rest.starts_with("None") || rest.starts_with("null") || rest.starts_with("?") ||
         (!rest.empty() && is_digit(rest.front())) || rest.starts_with(",") || begins_with_axis(rest);
}

/// Reads the shapes in brackets, and where they end.
class ShapeReader {
 public:
  ShapeReader(const PlainLine& line, std::vector<SummaryShape>& out) : line_(line), out_(out) {}

  /// From an opening bracket on, or from a word on where that is lost.
  std::size_t read(std::size_t at) {
    const std::string_view text = line_.text;
    std::size_t depth = 0;
    start_ = at;
    parts_.clear();
    part(at);
    for (; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '(' || c == '[' || c == '{') {
        begun_ = true;
        if (++depth > deepest_code) return at;
        // The tuple before it lost its end.
        if (depth > 2) close(at);
        start_ = at;
        parts_.clear();
        part(at + 1);
        listed_ = listed_ || depth > 1;
      } else if (c == ')' || c == ']' || c == '}') {
        close(at);
        parts_.clear();
        if (depth <= 1) return at + 1;
        --depth;
      } else if (c == ',') {
        end_part(at);
        part(at + 1);
      } else if (c == '|' || c == dots || is_new_cell(at, depth)) {
        break;
      }
    }
    close(at);
    return at;
  }

 private:
  void part(std::size_t start) { part_ = start; }

  void end_part(std::size_t end) {
    SummaryNumber side;
    const std::string_view text = line_.text;
    std::size_t from = skip_blanks(text, part_);
    Whole value;
    const std::size_t size = from < end ? number_at(text, from, value) : 0;
    std::size_t last = end;
    while (last > from && text[last - 1] == ' ') --last;
    if (size > 0 && from + size == last) side.value = value;
    if (from < last) side.span = line_.place(from, last);
    parts_.push_back(side);
  }

  /// A tuple's end: its first side is the batch's.
  void close(std::size_t at) {
    const bool open = !parts_.empty() || skip_blanks(line_.text, part_) < at;
    if (!open || part_ > at) return;
    end_part(at);
    // (64,)
    if (parts_.size() > 1 && parts_.back().span.end == 0 && parts_.size() == 2 && parts_.front().value)
      parts_.pop_back();
    SummaryShape shape;
    shape.known = true;
    shape.whole = begun_;
    // Without its beginning it has no batch.
    const bool batch = parts_.size() > 1 && begun_;
    shape.sides.assign(parts_.begin() + (batch ? 1 : 0), parts_.end());
    const bool ends = at < line_.text.size() && line_.text[at] == ')';
    shape.span = line_.place(start_, ends ? at + 1 : std::max(start_ + 1, at));
    out_.push_back(std::move(shape));
    parts_.clear();
    part_ = at + 1;
  }

  /// Numbers without a comma between them are those of two cells.
  bool is_new_cell(std::size_t at, std::size_t depth) const {
    const std::string_view text = line_.text;
    if (at <= start_ || text[at - 1] != ' ' || text[at] == ' ') return false;
    std::size_t before = at;
    while (before > 0 && text[before - 1] == ' ') --before;
    const char last = before == 0 ? '(' : text[before - 1];
    if (at - before > 2) return true;
    if (last == ',') return listed_ && depth < 2 && is_digit(text[at]);
    return is_of_name(last) || last == '?';
  }

  const PlainLine& line_;
  std::vector<SummaryShape>& out_;
  std::size_t start_ = 0;
  std::size_t part_ = 0;
  std::vector<SummaryNumber> parts_;
  bool listed_ = false;
  bool begun_ = false;
};

/// Words with their places, gathered over several lines.
struct Gathered {
  std::string text;
  std::vector<Span> from;

  void add(const PlainLine& line, std::size_t start, std::size_t end) {
    for (std::size_t i = start; i < end; ++i) {
      text += line.text[i];
      from.push_back(line.from[i]);
    }
  }

  /// Runs of it, one for each line.
  std::vector<Span> places(std::size_t start, std::size_t end) const {
    std::vector<Span> out;
    for (std::size_t i = start; i < end; ++i) {
      if (from[i].start == from[i].end) continue;
      if (!out.empty() && from[i].start <= out.back().end)
        out.back().end = std::max(out.back().end, from[i].end);
      else
        out.push_back(from[i]);
    }
    return out;
  }
};

SummaryText part_of(const Gathered& all, std::size_t start, std::size_t end) {
  while (start < end && all.text[start] == ' ') ++start;
  while (start < end && all.text[end - 1] == ' ') --end;
  return {all.text.substr(start, end - start), all.places(start, end)};
}

/// What layers a row reads: lstm[0][1], 'dense[0][0]'.
std::vector<SummaryReference> references_in(const Gathered& all, bool plain) {
  std::vector<SummaryReference> out;
  const std::string_view text = all.text;
  const auto in_name = [](char c) { return is_of_name(c) || c == '.' || c == '/' || c == ':' || c == '-'; };
  for (std::size_t at = 0; at < text.size();) {
    if (!in_name(text[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    while (at < text.size() && in_name(text[at])) ++at;
    SummaryReference one;
    one.name = text.substr(start, at - start);
    std::size_t indices = 0;
    while (at < text.size() && text[at] == '[') {
      std::size_t end = at + 1;
      Whole value;
      end += number_at(text, end, value);
      if (end == at + 1) break;
      ++indices;
      if (indices == 2)
        one.tensor = static_cast<std::size_t>(std::min<std::uint64_t>(value.value_or(0), 1000));
      at = end < text.size() && text[end] == ']' ? end + 1 : end;
    }
    one.cut = at < text.size() && text[at] == dots && indices == 0;
    one.spans = all.places(start, at);
    // Some tables have the name alone.
    const bool ends = plain && (at >= text.size() || text[at] != '(');
    if ((indices > 0 || one.cut || ends) && is_letter(one.name.front())) out.push_back(std::move(one));
  }
  return out;
}

/// Whether there is nothing but blanks and marks.
bool is_free(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || is_mark(c) || c == '_'; });
}

/// A row, as long as further lines may belong to it.
struct OpenRow {
  SummaryRow row;
  Gathered left;       ///< name and type
  Gathered right;      ///< behind the count
  Gathered shape;      ///< as long as it is not closed; empty else
  bool grown = false;  ///< the shape went on in further lines
  std::size_t shape_at = 0;
  std::size_t right_at = 0;
  bool swapped = false;      ///< the class comes first
  std::size_t count_at = 0;  ///< where the heading of the counts begins
  bool framed = false;       ///< a stroke begins every line of its table
};

/// The name and the type: lstm (LSTM).
void name_row(OpenRow& open) {
  const std::string_view text = open.left.text;
  SummaryRow& row = open.row;
  std::size_t bracket = std::string_view::npos;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '(') bracket = at;
  std::size_t end = text.find(')', bracket == std::string_view::npos ? 0 : bracket);
  row.closed = end != std::string_view::npos;
  if (!row.closed) {
    end = std::min(text.find(dots, bracket == std::string_view::npos ? 0 : bracket), text.size());
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '|')) --end;
  }
  std::size_t start = 0;
  std::size_t name_end = 0;
  if (bracket != std::string_view::npos) {
    row.has_brackets = true;
    start = bracket + 1;
    name_end = bracket;
  } else if (row.closed) {
    // Its opening bracket is lost.
    row.has_brackets = true;
    start = end;
    while (start > 0 && text[start - 1] != ' ' && !is_mark(text[start - 1])) --start;
    name_end = start;
  } else {
    name_end = start = end;
  }
  std::size_t name_start = name_end;
  while (name_start > 0 && text[name_start - 1] == ' ') --name_start;
  row.name_cut = name_start > 0 && text[name_start - 1] == dots;
  if (row.name_cut) --name_start;
  row.name_cut =
      row.name_cut || (bracket == std::string_view::npos && end < text.size() && text[end] == dots);
  name_end = name_start;
  while (name_start > 0 && text[name_start - 1] != ' ' && !is_mark(text[name_start - 1])) --name_start;
  row.name = part_of(open.left, name_start, name_end);
  row.type = part_of(open.left, start, end);
  // Its brackets go with it.
  row.type_spans = open.left.places(start - (row.has_brackets && start > 0 && text[start - 1] == '(' ? 1 : 0),
                                    std::min(end + (row.closed ? 1 : 0), text.size()));
  if (open.swapped) {
    std::swap(row.name.text, row.type.text);
    std::swap(row.name.spans, row.type_spans);
  }
  for (std::size_t at = 0; at < name_start; ++at)
    if ((text[at] == '+' || text[at] == '|') && row.depth < deepest_code) {
      ++row.depth;
      row.depth_span = open.left.from[at];
    }
  if (open.framed && row.depth > 0) --row.depth;
}

bool is_class_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_of_name(c) || c == '.'; });
}

bool is_class_sign(char c) { return is_of_name(c) || c == '.' || c == '<' || c == '>'; }

/// Where the class's bracket is that a row has; none where it has none. "(LSTM)", "(Bidirecti", "()".
std::size_t type_bracket(std::string_view left) {
  for (std::size_t at = 0; at < left.size(); ++at) {
    if (left[at] != '(' || (at > 0 && left[at - 1] != ' ' && left[at - 1] != '|')) continue;
    const std::size_t in = skip_blanks(left, at + 1);
    std::size_t end = in;
    while (end < left.size() && is_class_sign(left[end])) ++end;
    const std::size_t behind = skip_blanks(left, end);
    // Where the end is cut off, a shape may follow that lost its beginning.
    const bool ends = behind >= left.size() ||
                      std::string_view(")|~,").find(left[behind]) != std::string_view::npos ||
                      (behind > end && is_digit(left[behind]));
    if (ends && (in == end || !is_digit(left[in]))) return at;
  }
  return std::string_view::npos;
}

bool closes_all(std::string_view shape) {
  std::size_t depth = 0;
  for (const char c : shape) {
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return depth == 0;
}

/// A shape that is cut off, or goes on in the next line.
void keep_open_shape(const PlainLine& line, std::size_t start, std::size_t end, OpenRow& open) {
  const std::string_view text = line.text;
  std::size_t last = end;
  while (last > start && (text[last - 1] == ' ' || text[last - 1] == '|')) --last;
  if (last == start || closes_all(text.substr(start, last - start))) return;
  open.shape.add(line, start, last);
  // Where the next cell follows at once, the last number may be one only in part.
  const bool at_once = end - last < 2 && end < text.size() && is_digit(text[end]);
  const bool at_border = open.count_at > 0 && last + 1 >= open.count_at && last <= open.count_at;
  if ((at_once || at_border) && !open.row.shapes.empty() && !open.row.shapes.back().sides.empty())
    open.row.shapes.back().sides.back().value = {};
}

/// Reads a shape anew that went on.
void close_shape(OpenRow& open) {
  if (!open.grown) return;
  PlainLine whole;
  whole.text = open.shape.text;
  whole.from = open.shape.from;
  std::vector<SummaryShape> shapes;
  ShapeReader(whole, shapes).read(0);
  if (shapes.empty()) return;
  shapes.front().span.start = open.shape.from.front().start;
  shapes.front().listed = whole.text.starts_with("[(");
  open.row.shapes = std::move(shapes);
}

/// The shapes of a line, and from where to where they stand.
struct FoundShapes {
  std::vector<SummaryShape> shapes;
  std::size_t start = std::string_view::npos;
  std::size_t end = 0;
};

FoundShapes shapes_in(const PlainLine& line, bool lists_input) {
  FoundShapes out;
  for (std::size_t at = 0; at < line.text.size(); ++at) {
    if (!opens_shape(line.text, at)) continue;
    if (out.start == std::string_view::npos) out.start = at;
    out.end = ShapeReader(line, out.shapes).read(at);
    if (!lists_input || out.shapes.size() > 1) break;
    at = std::max(at, out.end) - 1;
  }
  return out;
}

/// Where what stands behind a row's class begins; none where there is no class, or without a heading no word
/// that may be a layer's.
std::size_t behind_class(std::string_view text, bool headed) {
  std::size_t at = type_bracket(text);
  if (at != std::string_view::npos) {
    ++at;
    while (at < text.size() && (is_class_sign(text[at]) || text[at] == ')' || text[at] == dots)) ++at;
  } else {
    at = 0;
    while (at < text.size() && (text[at] == ' ' || is_mark(text[at]))) ++at;
    while (at < text.size() && is_class_sign(text[at])) ++at;
    if (at < text.size() && text[at] == ')')
      ++at;
    else if (!headed)
      return std::string_view::npos;
  }
  while (at < text.size() && (text[at] == ' ' || text[at] == '|')) ++at;
  return at;
}

/// A shape that lost its beginning, or is a word; or where it would stand.
FoundShapes shapes_behind(const PlainLine& line, std::size_t at) {
  const std::string_view text = line.text;
  FoundShapes out{{}, at, at};
  constexpr std::array<std::string_view, 5> words{"multiple", "?", "unknown", "Unknown", "--"};
  for (const std::string_view word : words)
    if (text.substr(at).starts_with(word)) {
      out.end = at + word.size();
      out.shapes.push_back({{}, false, false, false, line.place(at, out.end)});
      return out;
    }
  const std::size_t closing = std::min(text.find(')', at), text.find(']', at));
  if (closing == std::string_view::npos || closing == at) return out;
  const std::string_view inside = text.substr(at, closing - at);
  const auto in_shape = [](char c) { return is_of_name(c) || c == ',' || c == ' ' || c == '?'; };
  if (std::all_of(inside.begin(), inside.end(), in_shape)) out.end = ShapeReader(line, out.shapes).read(at);
  return out;
}

/// The first number from there on; returns where it ends, or where something else begins.
std::size_t find_count(const PlainLine& line, std::size_t start, SummaryRow& row) {
  const std::string_view text = line.text;
  for (std::size_t at = start; at < text.size(); ++at) {
    const bool apart = at == 0 || text[at - 1] == ' ' || text[at - 1] == '|' || at == start;
    if (apart && is_digit(text[at])) {
      Whole value;
      const std::size_t size = number_at(text, at, value);
      const char next = at + size < text.size() ? text[at + size] : ' ';
      if (!is_of_name(next) && next != '[') {
        // A layer that was not built yet has no count.
        const bool built = !text.substr(skip_blanks(text, at + size)).starts_with("(unbuilt");
        if (built) row.count = {value, line.place(at, at + size)};
        return at + size;
      }
    }
    if (is_letter(text[at]) || text[at] == '\'' || text[at] == '[') return at;
  }
  return text.size();
}

/// A row without brackets: the name takes the whole column, and its class is cut off; or it has none, where a
/// heading says what the columns are, or it follows below. False where that is no row.
bool takes_name_alone(const PlainLine& line, std::size_t start, bool whole, bool headed, OpenRow& open) {
  const std::string_view text = line.text;
  std::size_t last = start;
  while (last > 0 && (text[last - 1] == ' ' || text[last - 1] == '|')) --last;
  const std::size_t behind = last;
  if (last > 0 && text[last - 1] == dots) --last;
  std::size_t first = last;
  while (first > 0 && text[first - 1] != ' ' && !is_mark(text[first - 1])) --first;
  if (!whole && (!headed || first == last)) return false;
  const std::string_view name = text.substr(first, last - first);
  if (!name.empty() && (!is_letter(name.front()) || !is_class_name(name))) return false;
  open.left.add(line, first, behind);
  open.row.closed = false;
  open.row.has_brackets = start - last > 3;
  return true;
}

/// What a line says that is a row's first one; false where it is none.
bool begins_row(const PlainLine& line, bool lists_input, bool headed, OpenRow& open) {
  const std::string_view text = line.text;
  FoundShapes found = shapes_in(line, lists_input);
  if (found.start == std::string_view::npos) {
    const std::size_t at = behind_class(text, headed);
    if (at == std::string_view::npos) return false;
    found = shapes_behind(line, at);
  }
  auto& [shapes, start, end] = found;
  SummaryRow& row = open.row;
  const std::size_t right_at = find_count(line, end, row);
  const bool cut =
      row.count.span.end == 0 && shapes.size() > 1 && !closes_all(text.substr(start, end - start));
  if (cut && !shapes.back().sides.empty() && shapes.back().sides.back().value) {
    // A list of shapes that is cut off in the middle of one: the number behind it is the count.
    row.count = shapes.back().sides.back();
    shapes.pop_back();
  }
  const bool counted = row.count.span.end > 0;
  const std::string_view left = text.substr(0, start);
  const std::size_t bracket = type_bracket(left);
  const bool closes = left.find(')') != std::string_view::npos;
  const bool named = bracket != std::string_view::npos && left.find_first_not_of(" |#>") < bracket;
  if (shapes.empty() && !counted && !(headed && named && closes)) return false;
  if (bracket == std::string_view::npos && !closes) {
    if (!takes_name_alone(line, start, !shapes.empty() && counted, headed, open)) return false;
  } else {
    open.left.add(line, 0, start);
  }
  // Shapes alone are no rows.
  if (!headed && std::none_of(open.left.text.begin(), open.left.text.end(), is_letter)) return false;
  if (!shapes.empty()) {
    // A list begins before its first shape.
    shapes.front().listed = text.substr(start).starts_with("[(");
    if (shapes.front().known) shapes.front().span.start = line.from[start].start;
  }
  row.shapes = std::move(shapes);
  keep_open_shape(line, start, end, open);
  row.lists_input = lists_input;
  row.span = line.span;
  open.shape_at = start;
  open.right_at = right_at;
  open.right.add(line, right_at, text.size());
  return true;
}

/// A line with nothing but the count that the row above lacks.
bool adds_count(const PlainLine& line, OpenRow& open) {
  if (open.row.count.span.end > 0) return false;
  const std::string_view text = line.text;
  const std::size_t at = std::min(text.find_first_of("0123456789"), text.size());
  Whole value;
  const std::size_t size = number_at(text, at, value);
  const bool alone = size > 0 && is_free(text.substr(0, at)) && is_free(text.substr(at + size));
  if (alone) open.row.count = {value, line.place(at, at + size)};
  return alone;
}

/// A line with nothing but what the row reads.
bool adds_references(const PlainLine& line, OpenRow& open) {
  Gathered all;
  all.add(line, 0, line.text.size());
  std::vector<SummaryReference> found = references_in(all, false);
  if (found.empty()) return false;
  std::size_t words = 0;
  for (std::size_t at = 0; at < line.text.size(); ++at)
    if (is_letter(line.text[at]) && (at == 0 || line.text[at - 1] == ' ' || line.text[at - 1] == '\''))
      ++words;
  if (words > found.size()) return false;
  if (!open.right.text.empty()) {
    open.right.text += ' ';
    open.right.from.push_back({});
  }
  open.right.add(line, 0, line.text.size());
  return true;
}

/// Whether a cell goes on with a row's name, its class in brackets, or the rest of that.
bool is_rest_of_name(std::string_view cell, bool has_bracket) {
  const bool ends = cell.ends_with(')') || cell.ends_with(dots);
  if (ends) cell.remove_suffix(1);
  if (has_bracket) return ends && is_class_name(cell);
  const std::size_t bracket = cell.find('(');
  if (bracket == std::string_view::npos) return !ends && !cell.empty() && is_class_name(cell);
  std::string_view name = cell.substr(0, bracket);
  if (name.ends_with(' ')) name.remove_suffix(1);
  return is_class_name(name) && is_class_name(cell.substr(bracket + 1));
}

/// Takes in a further line of a row; false where it is none.
bool continues_row(const PlainLine& line, bool connects, OpenRow& open) {
  const std::string_view text = line.text;
  bool any = false;
  const std::size_t frame = std::min(text.find_first_not_of(" #>*"), text.size());
  const std::size_t inner = text.find('|', std::min(frame + 1, text.size()));
  std::size_t shape_at = std::min({open.shape_at, text.size(), inner});
  // Columns that tabs part may begin anywhere.
  const auto in_word = [&](std::size_t at) { return text[at] != ' ' && text[at] != '|'; };
  while (shape_at > 0 && shape_at < text.size() && in_word(shape_at - 1) && in_word(shape_at)) ++shape_at;
  // What stands in the column of the names.
  std::size_t end = shape_at;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '|')) --end;
  const std::size_t start = std::min(text.find_first_not_of(" |#>*"), end);
  const std::string_view cell = text.substr(start, end - start);
  const bool has_bracket = open.left.text.find('(') != std::string::npos;
  const bool is_closed = open.left.text.find(')') != std::string::npos;
  if (!is_closed && is_rest_of_name(cell, has_bracket)) {
    while (!open.left.text.empty() && (open.left.text.back() == ' ' || open.left.text.back() == '|')) {
      open.left.text.pop_back();
      open.left.from.pop_back();
    }
    open.left.add(line, start, end);
    any = true;
  }
  const std::size_t right_at = std::min(open.right_at, text.size());
  if (connects && right_at > shape_at) {
    const std::size_t first = text.find_first_not_of(" |", right_at);
    if (first != std::string_view::npos) {
      std::string& before = open.right.text;
      while (!before.empty() && (before.back() == ' ' || before.back() == '|')) {
        before.pop_back();
        open.right.from.pop_back();
      }
      if (!before.empty() && (before.back() == ']' || before.back() == ',')) {
        before += ' ';
        open.right.from.push_back({});
      }
      open.right.add(line, first, text.size());
      any = true;
    }
  }
  // The rest of a shape.
  const std::size_t middle = text.find_first_not_of(" |", shape_at);
  const bool rest_of_shape = middle != std::string_view::npos && middle < right_at &&
                             text.find_first_not_of(" |0123456789,()[]None?", middle) >= right_at;
  // A number alone below a row without a count is its count.
  const bool may_count = open.shape.text.empty() || open.shape.text.back() != ',';
  if (may_count && adds_count(line, open)) return true;
  if (rest_of_shape && !open.shape.text.empty() && !closes_all(open.shape.text)) {
    std::size_t last = std::min(right_at, std::min(text.find('|', middle), text.size()));
    while (last > middle && text[last - 1] == ' ') --last;
    open.shape.add(line, middle, last);
    open.grown = true;
  }
  return any || rest_of_shape || adds_references(line, open);
}

bool is_heading(std::string_view text) {
  const bool shape = has(text, "Output Shape") || has(text, "Output shape") || has(text, "Receives inputs");
  return (has(text, "Layer (") && (shape || has(text, "Param"))) || (shape && has(text, "Param"));
}

class TablesReader {
 public:
  explicit TablesReader(std::string_view text) : lines_(plain_lines(text)) {}

  SummaryTables take() && {
    for (const PlainLine& line : lines_) read(line);
    close_row();
    cut_table();
    close_table();
    return std::move(out_);
  }

 private:
  void leave(Span span, std::string_view code) { out_.left.push_back({span, code, {}}); }

  void read(const PlainLine& line) {
    const std::string_view text = line.text;
    if (is_free(text)) return leave(line.span, "punctuation");
    if (is_heading(text)) return heading(line);
    if (trimmed(text) == "Connected to" || trimmed(text) == "Param #") {
      connects_ = connects_ || has(text, "Connected");
      return leave(line.span, "heading");
    }
    if (has(text, "arams:") || has(text, "arameters:")) {
      if (total(line)) return;
    }
    const std::size_t model = text.find("Model: \"");
    if (model != std::string_view::npos) return title(line, model + 8);
    OpenRow next;
    next.swapped = swapped_;
    next.framed = framed_;
    next.count_at = framed_ || lists_input_ ? 0 : count_at_;
    // As long as a row's class or its list of shapes is open, a line without a count belongs to it.
    const bool open = has_row_ && !finished_ &&
                      (row_.left.text.find('(') == std::string::npos ||
                       (!row_.shape.text.empty() && !closes_all(row_.shape.text)));
    const auto has_name = [&] {
      const std::string_view left = next.left.text;
      const std::size_t first = left.find_first_not_of(" |");
      const bool in_its_column = !has_row_ || first < row_.shape_at;
      return first != std::string_view::npos && left[first] != '(' && in_its_column;
    };
    const bool begins = begins_row(line, lists_input_, headed_ && !finished_, next);
    // A row that has all but its class goes on with it.
    const bool lacks_class =
        has_row_ && row_.left.text.find('(') == std::string::npos &&
        (row_.row.count.span.end > 0 || (!row_.row.shapes.empty() && next.row.shapes.empty()));
    if (begins && !(open && next.row.count.span.end == 0 && (!has_name() || lacks_class))) {
      if (finished_) close_table();
      close_row();
      row_ = std::move(next);
      has_row_ = true;
      extend(line.span);
      leave(line.span, "shape");
      return;
    }
    if (has_row_ && !finished_ && continues_row(line, connects_, row_)) {
      row_.row.span.end = line.span.end;
      extend(line.span);
      return leave(line.span, "shape");
    }
    if (text.find_first_not_of(' ') != std::string::npos) close_row();
    if (table_.rows.empty() || finished_) leave(line.span, "around");
  }

  void heading(const PlainLine& line) {
    close_row();
    if (finished_ || !table_.rows.empty()) close_table();
    const std::string_view text = line.text;
    const std::size_t input = std::min(text.find("Input Shape"), text.find("Input shape"));
    const std::size_t output = std::min(text.find("Output Shape"), text.find("Output shape"));
    lists_input_ = input < output;
    connects_ = has(text, "Connected") || has(text, "Receives");
    swapped_ = has(text, "(name)");
    framed_ = has(text, "|");
    count_at_ = has(text, "Param") ? text.find("Param") : 0;
    table_.connects = connects_;
    headed_ = true;
    extend(line.span);
    leave(line.span, "heading");
  }

  void title(const PlainLine& line, std::size_t start) {
    close_row();
    if (finished_ || !table_.rows.empty()) close_table();
    const std::size_t end = std::min(line.text.find('"', start), line.text.size());
    table_.name = line.text.substr(start, end - start);
    extend(line.span);
    leave(line.span, "heading");
  }

  /// Total params: 55,895 (218.34 KB)
  bool total(const PlainLine& line) {
    const std::string_view text = line.text;
    const std::size_t colon = text.find(':', text.find("aram"));
    const std::size_t at = skip_blanks(text, colon + 1);
    SummaryTotal number;
    const std::size_t size = number_at(text, at, number.value);
    if (size == 0) return false;
    number.span = line.place(at, at + size);
    number.whole = line.place(0, at + size);
    close_row();
    SummaryTotal* place = nullptr;
    if (has(text, "Non-trainable"))
      place = &table_.frozen;
    else if (has(text, "Trainable"))
      place = &table_.trainable;
    else if (has(text, "ptimizer"))
      place = &table_.optimizer;
    else if (has(text, "Total"))
      place = &table_.total;
    else
      return false;
    *place = number;
    finished_ = true;
    extend(line.span);
    leave(line.span, "total");
    return true;
  }

  void extend(Span span) {
    if (table_.span.end == 0) table_.span.start = span.start;
    table_.span.end = span.end;
  }

  void close_row() {
    if (!has_row_) return;
    has_row_ = false;
    name_row(row_);
    close_shape(row_);
    SummaryRow& row = row_.row;
    const std::string_view right = row_.right.text;
    const std::size_t word = right.find_first_not_of(" |");
    const bool alone = word != std::string_view::npos &&
                       (word + 1 >= right.size() || right[word + 1] == ' ' || right[word + 1] == '|');
    if (alone && (right[word] == 'Y' || right[word] == 'N')) {
      row.trainable = right[word] == 'Y' ? 1 : 0;
      row.trainable_span = row_.right.from[word];
    }
    row.reads = references_in(row_.right, connects_);
    table_.rows.push_back(std::move(row));
    row_ = {};
  }

  /// Where the text ends in the middle of a row: that has no count, as others have.
  void cut_table() {
    if (finished_ || table_.rows.empty()) return;
    const auto counted = [](const SummaryRow& row) { return row.count.span.end > 0; };
    if (std::none_of(table_.rows.begin(), table_.rows.end(), counted)) return;
    const auto last = std::find_if(lines_.rbegin(), lines_.rend(),
                                   [](const PlainLine& line) { return !is_free(line.text); });
    if (last == lines_.rend()) return;
    SummaryRow& row = table_.rows.back();
    const bool closed = std::any_of(lines_.begin(), lines_.end(), [&row](const PlainLine& line) {
      return line.span.start > row.span.start && line.text.find("====") != std::string::npos;
    });
    if (closed) return;
    if (last->span.start < row.span.end) {
      row.cut = !counted(row);
      if (!row.cut) return;
      const bool has_width = !row.shapes.empty() && !row.shapes.back().sides.empty() &&
                             row.shapes.back().sides.back().value.has_value();
      // More digits may follow its last number where nothing else does.
      const bool ends = last == lines_.rbegin() || lines_.back().span.start >= lines_.back().span.end;
      const bool open = ends && !last->text.empty() && is_digit(last->text.back());
      if (has_width && !open) return;
      table_.cut = row.span;
      table_.rows.pop_back();
      return;
    }
    const std::size_t bracket = last->text.find('(');
    const std::size_t name = last->text.find_first_not_of(" |");
    if (bracket == std::string::npos || name >= bracket ||
        !is_class_name(std::string_view(last->text).substr(bracket + 1)))
      return;
    const std::size_t end = last->text.find_last_not_of(' ', bracket - 1) + 1;
    if (is_class_name(std::string_view(last->text).substr(name, end - name))) table_.cut = last->span;
  }

  /// One row without a class has lost it; where several have none, their names say it.
  void name_classes() {
    const auto lacks = [](const SummaryRow& row) { return row.type.text.empty(); };
    if (std::count_if(table_.rows.begin(), table_.rows.end(), lacks) < 2) return;
    table_.names_say = true;
    for (SummaryRow& row : table_.rows)
      if (lacks(row)) row.has_brackets = row.closed = false;
  }

  void close_table() {
    name_classes();
    if (!table_.rows.empty()) out_.tables.push_back(std::move(table_));
    table_ = {};
    table_.connects = connects_;
    finished_ = false;
  }

  std::vector<PlainLine> lines_;
  SummaryTables out_;
  SummaryTable table_;
  OpenRow row_;
  bool has_row_ = false;
  bool finished_ = false;
  bool headed_ = false;
  bool lists_input_ = false;
  bool connects_ = false;
  bool swapped_ = false;
  bool framed_ = false;
  std::size_t count_at_ = 0;
};

}  // namespace

SummaryTables summary_tables(std::string_view text) { return TablesReader(text).take(); }

}  // namespace rnn
