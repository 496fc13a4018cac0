// Reads an array of layers as MATLAB prints it: a number, a name, a kind and a description in each line.
#include <algorithm>
#include <string>

#include "core/numbers.h"
#include "core/read/forms.h"
#include "core/read/lines.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

/// A kind as MATLAB calls it in print. `takes`: what the numbers of its description are, in order.
struct PrintedKind {
  std::string_view printed;
  std::string_view called;  ///< "" for what is no layer
  std::string_view takes;
};

constexpr PrintedKind printed_kinds[] = {
    {"Sequence Input", "", "input"},
    {"Feature Input", "", "input"},
    {"LSTM", "lstmLayer", "units"},
    {"BiLSTM", "bilstmLayer", "units"},
    {"GRU", "gruLayer", "units"},
    {"Fully Connected", "fullyConnectedLayer", "units"},
    {"Word Embedding Layer", "Embedding", "units vocabulary"},
    {"Word Embedding", "Embedding", "units vocabulary"},
    {"1-D Convolution", "Conv1D", "filters kernel_size"},
    {"Dropout", "dropoutLayer", "rate"},
    {"Batch Normalization", "batchNormalizationLayer", ""},
    {"Layer Normalization", "layerNormalizationLayer", ""},
    {"ReLU", "ReLU", ""},
    {"Leaky ReLU", "LeakyReLU", ""},
    {"Tanh", "Tanh", ""},
    {"Sigmoid", "Sigmoid", ""},
    {"Softmax", "Softmax", ""},
    {"1-D Global Max Pooling", "GlobalMaxPooling1D", ""},
    {"1-D Global Average Pooling", "GlobalAveragePooling1D", ""},
    {"Classification Output", "", ""},
    {"Regression Output", "", ""},
    {"Flatten", "", ""},
    {"Sequence Folding", "", ""},
    {"Sequence Unfolding", "", ""},
};

struct PrintedLine {
  Span whole;
  Span front;  ///< the number and the name
  Span kind;
  Span rest;
};

/// `     1   'lstm'   LSTM   LSTM with 100 hidden units`
bool read_line(std::string_view text, Span span, PrintedLine& out) {
  std::size_t at = span.start;
  const auto skip = [&] {
    while (at < span.end && is_blank(text[at])) ++at;
  };
  skip();
  out.whole = {at, span.end};
  const std::size_t number = at;
  while (at < span.end && is_digit(text[at])) ++at;
  if (at == number) return false;
  skip();
  if (at >= span.end || text[at] != '\'') return false;
  const std::size_t closing = text.find('\'', at + 1);
  if (closing == std::string_view::npos || closing >= span.end) return false;
  at = closing + 1;
  out.front = {number, at};
  skip();
  const std::size_t kind = at;
  const std::size_t gap = std::min(text.find("  ", at), span.end);
  at = gap;
  out.kind = {kind, gap};
  skip();
  std::size_t end = span.end;
  while (end > at && is_blank(text[end - 1])) --end;
  out.rest = {at, end};
  return kind < gap && at < end;
}

/// The heading that says what follows: `5×1 Layer array with layers:`.
bool is_heading(std::string_view line) { return has(line, "Layer array with layers"); }

class ArrayReader {
 public:
  explicit ArrayReader(std::string_view text) : text_(text) { found_.framework = "matlab"; }

  std::vector<Found> take() {
    for_each_line(text_, [&](std::size_t start, std::string_view line) {
      const Span place{start, start + line.size()};
      PrintedLine read;
      if (read_line(text_, place, read))
        row(read);
      else if (!trimmed(line).empty())
        found_.left.push_back({place, "heading", {}});
    });
    return {std::move(found_)};
  }

 private:
  void row(const PrintedLine& line) {
    const std::string_view printed = text_.substr(line.kind.start, line.kind.end - line.kind.start);
    const auto* const kind = std::find_if(std::begin(printed_kinds), std::end(printed_kinds),
                                          [&](const PrintedKind& one) { return one.printed == printed; });
    found_.left.push_back({line.front, "name", {}});
    if (kind == std::end(printed_kinds)) {
      FoundCall call{std::string(printed), line.kind, {line.kind.start, line.rest.end}, {}};
      std::erase(call.name, ' ');
      std::erase(call.name, '-');
      found_.layers.push_back({{std::move(call)}, {}, ""});
      return;
    }
    FoundCall call{std::string(kind->called), line.kind, line.kind, {}};
    std::string_view takes = kind->takes;
    std::size_t at = line.rest.start;
    std::size_t done = at;
    while (at < line.rest.end && !takes.empty()) {
      if (!is_digit(text_[at])) {
        ++at;
        continue;
      }
      const std::size_t start = at;
      while (at < line.rest.end && is_digit(text_[at])) ++at;
      const std::string_view word = takes.substr(0, takes.find(' '));
      takes.remove_prefix(std::min(word.size() + 1, takes.size()));
      describe({done, start});
      done = at;
      take_number(word, {start, at}, line, call);
    }
    describe({done, line.rest.end});
    if (!takes.empty()) found_.problems.push_back({"cut", line.whole, {}});
    if (!kind->called.empty())
      found_.layers.push_back({{std::move(call)}, {}, ""});
    else if (kind->takes.empty())
      found_.left.push_back({line.kind, "loss", {}});
  }

  void describe(Span span) {
    while (span.start < span.end && is_blank(text_[span.start])) ++span.start;
    if (span.start < span.end) found_.left.push_back({span, "said_again", {}});
  }

  void take_number(std::string_view word, Span span, const PrintedLine& line, FoundCall& call) {
    FoundValue value;
    value.text = std::string(text_.substr(span.start, span.end - span.start));
    value.from = {span};
    if (word == "input") {
      // Pictures have several.
      const bool single = span.end >= text_.size() || text_[span.end] == ' ';
      if (!single) return found_.unknown.push_back({span, "unread", {}});
      value.from.push_back(line.kind);
      found_.input = std::move(value);
      return;
    }
    if (word == "rate")
      value.text = "0." + std::string(value.text.size() < 2 ? "0" : "") + value.text;  // 20%
    if (word == "vocabulary") {
      // One more column for all other words.
      if (const Whole words = read_size(value.text, 1, largest_size - 1).value) {
        value.text = digits(*words + 1);
        found_.problems.push_back(
            {"one_more_word", span, {{"number", digits(words)}, {"becomes", value.text}}});
      }
    }
    call.arguments.push_back({std::string(word), {}, std::move(value)});
  }

  std::string_view text_;
  Found found_;
};

}  // namespace

bool is_matlab_print(std::string_view text) {
  if (!is_heading(text)) return false;
  bool any = false;
  for_each_line(text, [&](std::size_t start, std::string_view line) {
    PrintedLine read;
    any = any || read_line(text, {start, start + line.size()}, read);
  });
  return any;
}

std::vector<Found> read_matlab_print(std::string_view text) { return ArrayReader(text).take(); }

}  // namespace rnn
