#include "core/read/own_document.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/model.h"
#include "core/numbers.h"
#include "core/query.h"
#include "core/read/pieces.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

constexpr std::string_view begins_query = "framework=";
constexpr std::string_view begins_quoted = "\"framework=";
constexpr std::string_view begins_data = "{\"query\":\"";

/// What stands before a query on its line, and behind it: in plain text, in Markdown and HTML, in LaTeX.
struct Frame {
  std::string_view before;
  std::string_view after;
};
constexpr Frame frames[] = {{"", ""}, {"[query]: ", ""}, {"<!-- ", " -->"}, {"% ", ""}};

struct Line {
  std::string_view text;
  std::size_t start = 0;
};

/// The next line from `at` on without blanks around it; `at` moves behind it.
Line line_from(std::string_view text, std::size_t& at) {
  Line out;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  while (at < end && is_blank(text[at])) ++at;
  out.start = at;
  at = end + 1;
  std::size_t last = end;
  while (last > out.start && is_blank(text[last - 1])) --last;
  out.text = text.substr(out.start, last - out.start);
  return out;
}

/// What a line says of its model.
struct Said {
  std::string_view query;  ///< "" for nothing
  Span span;               ///< with its frame
};

/// Reads the lines of a text one by one. A query that many lines have is looked at once.
class OwnLines {
 public:
  explicit OwnLines(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }

  Said next(Line& line) {
    line = line_from(text_, at_);
    const std::string_view all = line.text;
    if (all.starts_with(begins_data)) return up_to(line, begins_data.size(), '"');
    if (all.starts_with(begins_quoted)) return up_to(line, 1, '"');
    for (const Frame& frame : frames) {
      const std::size_t before = frame.before.size();
      const bool framed = all.size() > before + frame.after.size() && all.starts_with(frame.before) &&
                          all.ends_with(frame.after) && all.substr(before).starts_with(begins_query);
      if (!framed) continue;
      const Said said = one(line, before, all.size() - frame.after.size(), all.size());
      return said.query.empty() && before == 0 ? up_to(line, 0, ',') : said;
    }
    return {};
  }

 private:
  /// The first field of a line of data; a quotation mark that ends it belongs to it.
  Said up_to(const Line& line, std::size_t start, char mark) {
    const std::size_t end = line.text.find(mark, start);
    if (end == std::string_view::npos) return {};
    return one(line, start, end, mark == '"' ? end + 1 : end);
  }

  Said one(const Line& line, std::size_t start, std::size_t end, std::size_t whole) {
    const std::string_view query = line.text.substr(start, end - start);
    if (query != last_ && !is_sound(query)) return {};
    last_ = query;
    return {query, {line.start, line.start + whole}};
  }

  static bool is_sound(std::string_view query) {
    if (query.size() > largest_text || has(query, " ")) return false;
    const Query parsed = parse(query);
    if (!parsed.readable() || parsed.items.empty()) return false;
    return read_model(parsed, framework_of(parsed)).problems.empty();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view last_;
};

}  // namespace

bool is_own_document(std::string_view text) {
  if (!has(text, begins_query)) return false;
  OwnLines lines(text);
  Line line;
  while (!lines.at_end())
    if (!lines.next(line).query.empty()) return true;
  return false;
}

TextReading read_own_document(std::string_view text) {
  TextReading out;
  out.form = Form::query;
  Pieces pieces(text);
  OwnLines lines(text);
  Line line;
  while (!lines.at_end()) {
    const Said said = lines.next(line);
    pieces.put({{line.start, line.start + line.text.size()}, TextPiece::Kind::ignored, -1, "around", {}});
    if (said.query.empty()) continue;
    if (out.query.empty()) {
      out.query = said.query;
      pieces.put({said.span, TextPiece::Kind::layer, -1, "", {}});
      continue;
    }
    const bool again = said.query == out.query;
    pieces.put({said.span, TextPiece::Kind::ignored, -1, again ? "said_again" : "another_model", {}});
    const bool known = again || std::any_of(out.choices.begin(), out.choices.end(),
                                            [&](const Choice& choice) { return choice.query == said.query; });
    if (known) continue;
    if (out.choices.size() < most_choices)
      out.choices.push_back({std::string(said.query), -1, "another_model", {{"name", ""}, {"first", ""}}});
    else
      ++out.more_choices;
  }
  const Framework* framework = framework_of(parse(out.query));
  out.framework = framework == nullptr ? "" : framework->id;
  out.pieces = pieces.take();
  return out;
}

}  // namespace rnn
