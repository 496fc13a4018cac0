#include "core/read/read.h"

#include <algorithm>
#include <array>

#include "core/diagnose/whole_number.h"
#include "core/json.h"
#include "core/numbers.h"
#include "core/publish.h"
#include "core/read/compose.h"
#include "core/read/forms.h"
#include "core/read/other_programs.h"
#include "core/read/own_document.h"
#include "core/read/plain_text.h"
#include "core/read/settle.h"
#include "core/read/signs.h"
#include "core/utf8.h"

namespace rnn {
namespace {

/// A query, or its layers alone, that can be read as it is; nothing else is one.
bool is_query(std::string_view text) {
  if (text.size() > largest_text) return false;
  const Query query = trimmed(text).starts_with("framework=") ? parse(trimmed(text)) : parse_layers(text);
  if (!query.readable() || query.items.empty()) return false;
  return read_model(query, framework_of(query)).problems.count(Key::layers) == 0;
}

/// One recurrent module of PyTorch as it prints itself, "LSTM(10, 20, num_layers=2)": two sizes and, behind
/// them, what is not as usual.
bool is_printed_layer(std::string_view text) {
  constexpr std::array<std::string_view, 3> names{"LSTM(", "GRU(", "RNN("};
  constexpr std::array<std::string_view, 6> options{"num_layers=", "bias=False",         "batch_first=True",
                                                    "dropout=",    "bidirectional=True", "proj_size="};
  text = trimmed(text);
  const auto begins = [&](std::string_view one) { return text.starts_with(one); };
  if (std::none_of(names.begin(), names.end(), begins) || !text.ends_with(")")) return false;
  text = text.substr(text.find('(') + 1);
  text.remove_suffix(1);
  std::size_t place = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(", "), text.size());
    const std::string_view one = text.substr(0, end);
    const bool number = !one.empty() && std::all_of(one.begin(), one.end(), is_digit);
    const bool option = std::any_of(options.begin(), options.end(),
                                    [&](std::string_view word) { return one.starts_with(word); });
    if (place < 2 ? !number : !option) return false;
    ++place;
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return place > 2;
}

TextReading whole(std::string_view text, Form form) {
  TextReading out;
  out.form = form;
  const TextPiece::Kind kind = form == Form::number ? TextPiece::Kind::size : TextPiece::Kind::layer;
  out.pieces.push_back({{0, text.size()}, kind, -1, "", {}});
  return out;
}

TextReading read_query(std::string_view text) {
  TextReading out = whole(text, Form::query);
  const std::string_view inner = trimmed(text);
  out.query = inner.starts_with("framework=") ? std::string(inner) : "layers=" + encoded(inner);
  const Framework* framework = framework_of(parse(out.query));
  out.framework = framework == nullptr ? "" : framework->id;
  return out;
}

TextReading too_long(std::string_view text) {
  TextReading out = whole(text.substr(0, largest_reading), Form::none);
  out.pieces.front().kind = TextPiece::Kind::unknown;
  out.pieces.front().code = "too_long";
  out.problems.push_back({"limit", {}, {{"what", "reading"}, {"largest", std::to_string(largest_reading)}}});
  return out;
}

void write(Json& json, const std::vector<Detail>& details) {
  json.object("args");
  for (const Detail& detail : details) json.text(detail.name, detail.text);
  json.end();
}

void write(Json& json, const Printed& printed) {
  json.object("printed")
      .text("total", printed.total)
      .text("trainable", printed.trainable)
      .text("optimizer", printed.optimizer)
      .text("own", digits(printed.own()))
      .flag("adam", printed.kept_by_adam())
      .list("rows");
  for (const Printed::Row& row : printed.rows)
    json.object().text("name", row.name).text("count", row.count).index("layer", row.layer).end();
  json.end().end();
}

Names names_of(std::string_view text) {
  Names names;
  while (!text.empty()) {
    const auto line = [&] {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string out(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      return out;
    };
    std::string name = line();
    names.emplace_back(std::move(name), line());
  }
  return names;
}

/// The model of a program, with what the tables that it printed say of it.
void add_printed(const std::vector<Found>& tables, const std::vector<Span>& places, Found& program) {
  for (const Span& span : places) program.left.push_back({span, "summary", {}});
  program.printed = tables.front().printed;
  for (Printed::Row& row : program.printed.rows) row.layer = -1;
  const Whole printed = program.printed.own();
  const Whole total = count_of(program);
  if (printed && total && printed != total)
    program.problems.push_back(
        {"total", places.front(), {{"says", digits(printed)}, {"total", digits(total)}}});
}

/// How a text is read.
struct Manner {
  const Names& names;
  bool whole;           ///< with pieces and choices
  StoredLayers& known;  ///< kept from one reading to the next
};

/// Tables, or the program that printed them where its count is certain.
TextReading read_tables(std::string_view text, const SummaryTables& all, const Manner& manner) {
  const std::vector<Found> tables = read_summary(text, all, manner.names, manner.known);
  std::vector<Span> places;
  for (const SummaryTable& table : all.tables) places.push_back(table.span);
  std::string around(text);
  for (const Span& span : places)
    for (std::size_t at = span.start; at < span.end; ++at)
      if (static_cast<unsigned char>(around[at]) > ' ') around[at] = ' ';
  if (!tables.empty() && is_python(around)) {
    std::vector<Found> program = read_python(around, manner.names);
    if (!program.empty() && !program.front().layers.empty() && count_of(program.front())) {
      add_printed(tables, places, program.front());
      TextReading out = compose(text, Form::python, program, manner.whole);
      if (out.questions.empty()) return out;
    }
  }
  return compose(text, Form::summary, tables, manner.whole);
}

/// The lines that a change of a program takes away; none where it is no such text. Its other lines begin with
/// a blank or a plus sign, or are about the files.
std::vector<Span> taken_lines(std::string_view text) {
  std::vector<Span> out;
  bool added = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const bool about = line.starts_with("diff ") || line.starts_with("index ") || line.starts_with("@@ ") ||
                       line.starts_with("--- ") || line.starts_with("+++ ");
    const char first = line.empty() ? ' ' : line.front();
    if (about || first == '-')
      out.push_back({at, end});
    else if (first == '+')
      added = true;
    else if (first != ' ' && first != '\t' && first != '\r')
      return {};
    at = end + 1;
  }
  return added ? out : std::vector<Span>();
}

TextReading read_program(std::string_view text, const Manner& manner) {
  const std::vector<Span> taken = taken_lines(text);
  if (taken.empty()) return compose(text, Form::python, read_python(text, manner.names), manner.whole);
  std::string stays(text);
  for (const Span& line : taken)
    for (std::size_t at = line.start; at < line.end; ++at)
      if (static_cast<unsigned char>(stays[at]) > ' ') stays[at] = ' ';
  std::vector<Left> marks;
  for (std::size_t at = 0; at < stays.size(); at = std::min(stays.find('\n', at), stays.size() - 1) + 1) {
    if (stays[at] != '+') continue;
    stays[at] = ' ';
    marks.push_back({{at, at + 1}, structure_code, {}});
  }
  std::vector<Found> found = read_python(stays, manner.names);
  if (!found.empty()) {
    for (const Span& line : taken) marks.push_back({line, "change", {}});
    found.front().left.insert(found.front().left.end(), marks.begin(), marks.end());
  }
  return compose(text, Form::python, found, manner.whole);
}

/// Reads a text whose signs are those of the readers.
TextReading read_plain(std::string_view text, const Manner& manner) {
  if (is_meant_as_number(text)) return whole(text, Form::number);
  if (is_own_document(text)) return read_own_document(text);
  if (is_keras_json(text)) return compose(text, Form::keras_json, read_keras_json(text), manner.whole);
  if (is_r(text) && find_summary(text).tables.empty())
    return compose(text, Form::python, read_r(text, manner.names), manner.whole);
  if (is_flux(text)) return compose(text, Form::python, read_flux(text, manner.names), manner.whole);
  if (is_torch_summary(text))
    return compose(text, Form::summary, read_torch_summary(text, manner.names, manner.known), manner.whole);
  if (is_matlab_print(text)) return compose(text, Form::matlab, read_matlab_print(text), manner.whole);
  if (is_module(text)) return compose(text, Form::module, read_module(text), manner.whole);
  if (is_tensors(text)) {
    TextReading out = compose(text, Form::tensors, read_tensors(text), manner.whole);
    // The names of a table's rows may look like those of tensors.
    if (!out.query.empty() || find_summary(text).tables.empty()) return out;
  }
  if (is_matlab(text)) return compose(text, Form::matlab, read_matlab(text, manner.names), manner.whole);
  if (is_printed_layer(text)) return compose(text, Form::module, read_module(text), manner.whole);
  if (is_query(text)) return read_query(text);
  if (const SummaryTables tables = find_summary(text); !tables.tables.empty())
    return read_tables(text, tables, manner);
  if (is_python(text)) return read_program(text, manner);
  return compose(text, Form::none, {}, manner.whole);
}

TextReading read_signs(const PlainText& plain, const Manner& manner) {
  if (plain.replaced.empty()) return read_plain(plain.text, manner);
  const NarrowText narrow = narrow_text(plain);
  TextReading reading = read_plain(narrow.text, manner);
  widen(narrow, reading);
  return reading;
}

}  // namespace

static TextReading read_in(std::string_view text, const Manner& manner) {
  if (text.size() > largest_reading) return too_long(text);
  PlainText plain = plain_text(text);
  TextReading reading = read_signs(plain, manner);
  if (reading.query.empty() || reading.form == Form::python || reading.form == Form::module) {
    PlainText bare = without_line_numbers(plain.text);
    if (!bare.numbers.empty()) {
      bare.replaced = plain.replaced;
      bare.signs = plain.signs;
      bare.marks = plain.marks;
      TextReading other = read_signs(bare, manner);
      if (!other.query.empty()) {
        reading = std::move(other);
        plain = std::move(bare);
      }
    }
  }
  if (!plain.marks.empty() || !plain.numbers.empty() || !plain.replaced.empty()) restore(plain, reading);
  return reading;
}

TextReading read_text(std::string_view text, const Names& names) {
  StoredLayers known;
  TextReading reading = read_in(text, {names, true, known});
  switch (reading.form) {
    case Form::python:
    case Form::module:
    case Form::summary:
    case Form::keras_json:
    case Form::matlab: settle(text, names, known, reading); break;
    default: break;
  }
  for (TextPiece& piece : reading.pieces)
    if (piece.code == number_code) piece.code = mark_code;
  return reading;
}

TextReading read_roughly(std::string_view text, const Names& names, StoredLayers& known) {
  return read_in(text, {names, false, known});
}

std::string read_json(std::string_view text, std::string_view names) {
  std::string repaired(text);
  repair_utf8(repaired);
  const TextReading reading = read_text(repaired, names_of(names));
  const Utf16 places(repaired);
  Json json;
  json.object()
      .text("format", name(reading.form))
      .text("framework", reading.framework)
      .text("query", reading.query)
      .list("problems");
  for (const TextProblem& problem : reading.problems) {
    json.object().text("key", "text").text("code", problem.code);
    places.write(json, problem.span);
    write(json, problem.details);
    json.end();
  }
  json.end().list("pieces");
  for (const TextPiece& piece : reading.pieces) {
    places.write(json.object(), piece.span);
    json.text("kind", name(piece.kind)).index("layer", piece.layer).text("code", piece.code);
    write(json, piece.args);
    json.end();
  }
  json.end().list("questions");
  for (const Question& question : reading.questions) {
    json.object().text("name", question.name);
    places.write(json, question.span);
    json.end();
  }
  json.end().list("choices");
  for (const Choice& choice : reading.choices) {
    json.object().text("query", choice.query).index("layer", choice.layer).text("code", choice.code);
    write(json, choice.args);
    json.end();
  }
  json.end().index("more_choices", reading.more_choices);
  write(json, reading.printed);
  return json.end().take();
}

}  // namespace rnn
