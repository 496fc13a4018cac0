// The answer to a pasted text: which model it is, and what became of every piece of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/checked.h"
#include "core/problem.h"

namespace rnn {

/// So much text is read, in bytes.
inline constexpr std::size_t largest_reading = std::size_t{1024} * 1024;
/// Brackets inside brackets, in code.
inline constexpr std::size_t deepest_code = 64;
/// So many choices are listed; of the others, how many they are.
inline constexpr std::size_t most_choices = 32;

/// What a text is.
enum class Form : std::uint8_t {
  none,
  python,
  module,  ///< what print(model) prints
  summary,
  tensors,
  keras_json,
  matlab,
  query,
  number
};

/// The public name; "" for none.
const char* name(Form form);

struct TextPiece {
  enum class Kind : std::uint8_t {
    layer,    ///< says which layer it is, or how it is set
    size,     ///< a number that the count depends on, or its name
    ignored,  ///< has no effect on the count
    unknown   ///< may have one, and was not read
  };
  Span span;
  Kind kind = Kind::ignored;
  int layer = -1;         ///< index of the layer as it is written in the query; −1 for none
  std::string_view code;  ///< why it is ignored or unknown
  std::vector<Detail> args;
};

const char* name(TextPiece::Kind kind);

/// A name without a value that a size depends on. It is asked once, whatever the number of its places.
struct Question {
  std::string name;
  Span span;  ///< its first place
};

/// Another model that the text fits.
struct Choice {
  std::string query;
  int layer = -1;         ///< the one that differs; −1: another model altogether
  std::string_view code;  ///< in which way
  std::vector<Detail> args;
};

/// What the text itself says of its model, as digits; "" where it doesn't.
struct Printed {
  struct Row {
    std::string name;
    std::string count;
    int layer = -1;
  };
  std::string total;
  std::string trainable;
  std::string optimizer;
  std::vector<Row> rows;

  /// What the model itself stores, by its text: Keras's total may hold what its optimizer keeps, too.
  Whole own() const;
  /// Whether the optimizer keeps as much as Adam does.
  bool kept_by_adam() const;
};

/// A problem of a reading has its place in the text, not in a field.
struct TextProblem {
  std::string_view code;
  Span span;
  std::vector<Detail> details;
};

struct TextReading {
  Form form = Form::none;
  std::string framework;  ///< the id; "" where nothing was read
  std::string query;      ///< "" where nothing was read
  std::vector<TextProblem> problems;
  std::vector<TextPiece> pieces;  ///< in order; every non-blank character is in exactly one
  std::vector<Question> questions;
  std::vector<Choice> choices;
  std::size_t more_choices = 0;
  Printed printed;
};

/// Values for names that the text leaves open.
using Names = std::vector<std::pair<std::string, std::string>>;

}  // namespace rnn
